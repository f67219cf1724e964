"""Handovers 交接: each offer with its brief, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.record import Recorded


class Outcome(StrEnum):
    """What became of an offer."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"
    """The role passed on in another way, or a new offer took its place."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One offer of a role."""

    role: str
    holder: str
    """Who held the role when it was offered."""
    to: str
    by: str
    at: datetime
    entry: int
    brief: str
    outcome: Outcome = Outcome.WAITING
    ended_at: datetime | None = None
    end_entry: int = 0
    reason: str = ""

    @property
    def seconds(self) -> int | None:
        """How long it waited for its end; None while it waits."""
        return None if self.ended_at is None else whole_seconds(self.at, self.ended_at)


_Seat = (
    e.RoleAssigned | e.RoleReleased | e.RoleTaken | e.HandoverOffered | e.HandoverAccepted
    | e.HandoverEnded
)  # fmt: skip


def handovers(records: Sequence[Recorded[e.Event]]) -> tuple[Handover, ...]:
    """Every offer, in the order of the journal."""
    offers: list[Handover] = []
    waiting: dict[str, int] = {}
    holders: dict[str, str] = {}
    for record in records:
        event = record.event
        if not isinstance(event, _Seat):
            continue
        place = waiting.pop(event.role, None)
        if place is not None:
            offers[place] = _ended(offers[place], record, event)
        match event:
            case e.HandoverOffered(role, to, brief):
                waiting[role] = len(offers)
                holder, by = holders.get(role, ""), record.act.person
                at, entry = record.act.happened, record.version
                offers.append(Handover(role, holder, to, by, at, entry, brief))
            case e.RoleAssigned() | e.RoleTaken() | e.HandoverAccepted():
                holders[event.role] = event.person
            case _:
                pass
    return tuple(offers)


def _ended(offer: Handover, record: Recorded[e.Event], event: _Seat) -> Handover:
    outcome, reason = Outcome.OVERTAKEN, ""
    if isinstance(event, e.HandoverAccepted):
        outcome = Outcome.ACCEPTED
    elif isinstance(event, e.HandoverEnded):
        declined = record.act.person == event.to
        outcome, reason = Outcome.DECLINED if declined else Outcome.WITHDRAWN, event.reason
    return replace(
        offer,
        outcome=outcome,
        ended_at=record.act.happened,
        end_entry=record.version,
        reason=reason,
    )
