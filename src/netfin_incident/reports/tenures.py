"""Who held which role from when to when, how it passed on, and when nobody held it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.record import Recorded
from netfin_incident.reports.course import Span


class Passing(StrEnum):
    """How a tenure began or ended."""

    ASSIGNED = "assigned"
    HANDED_OVER = "handed_over"
    TAKEN = "taken"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one role."""

    role: str
    person: str
    start: datetime
    begun: Passing
    entry: int
    by: str
    """Who wrote that it began."""
    before: str = ""
    """Who held it just before; empty where it was vacant."""
    reason: str = ""
    """Why it was taken, where it was."""
    end: datetime | None = None
    """None while the person still holds it."""
    ended: Passing | None = None
    end_reason: str = ""
    """Why it was left vacant, where it was."""

    @property
    def seconds(self) -> int | None:
        """How long it lasted; negative where the times are out of order, None while it lasts."""
        return None if self.end is None else whole_seconds(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A span in which nobody held a role."""

    start: datetime
    end: datetime
    lasts: bool = False
    """Whether it still lasts."""

    @property
    def seconds(self) -> int:
        """How long it lasted."""
        return whole_seconds(self.start, self.end)


def tenures(records: Sequence[Recorded[e.Event]]) -> tuple[Tenure, ...]:
    """Every tenure, in the order of the journal."""
    held: list[Tenure] = []
    sitting: dict[str, int] = {}
    for record in records:
        event = record.event
        if isinstance(event, e.RoleReleased):
            place = sitting.pop(event.role, None)
            if place is not None:
                held[place] = _ended(held[place], record, Passing.RELEASED, event.reason)
            continue
        begun = _begun(record)
        if begun is None:
            continue
        place = sitting.get(begun.role)
        if place is not None:
            held[place] = _ended(held[place], record, begun.begun)
        sitting[begun.role] = len(held)
        held.append(begun)
    return tuple(held)


def _begun(record: Recorded[e.Event]) -> Tenure | None:
    at, entry, by = record.act.happened, record.version, record.act.person
    match record.event:
        case e.RoleAssigned(role, person):
            return Tenure(role, person, at, Passing.ASSIGNED, entry, by)
        case e.HandoverAccepted(role, person, before):
            return Tenure(role, person, at, Passing.HANDED_OVER, entry, by, before)
        case e.RoleTaken(role, person, before, reason):
            return Tenure(role, person, at, Passing.TAKEN, entry, by, before, reason)
        case _:
            return None


def _ended(tenure: Tenure, record: Recorded[e.Event], ended: Passing, reason: str = "") -> Tenure:
    return replace(tenure, end=record.act.happened, ended=ended, end_reason=reason)


def vacancies(held: Sequence[Tenure], role: str, spans: Iterable[Span]) -> tuple[Vacancy, ...]:
    """The times within `spans` in which nobody held `role`."""
    of_role = sorted((one for one in held if one.role == role), key=lambda one: one.start)
    empty: list[Vacancy] = []
    for span in spans:
        reached = span.start
        for tenure in of_role:
            if tenure.start > reached:
                empty.append(Vacancy(reached, min(tenure.start, span.end)))
            reached = max(reached, tenure.end or span.end)
        empty.append(Vacancy(reached, span.end, lasts=span.lasts))
    return tuple(one for one in empty if one.seconds > 0)
