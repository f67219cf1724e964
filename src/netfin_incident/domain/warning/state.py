"""A warning as its entries leave it: the level by its values, and how it is handled."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from typing import assert_never

from netfin_incident.domain.indicators import read_value
from netfin_incident.domain.record import Act
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.levels import WarningLevel


class Standing(StrEnum):
    """Where a warning stands; derived, never stored."""

    OPEN = "open"
    ACCEPTED = "accepted"
    SUBSIDED = "subsided"
    """its values came back, and nobody closed it yet"""
    PROMOTED = "promoted"
    FALSE = "false"
    CLOSED = "closed"


ENDED = (Standing.PROMOTED, Standing.FALSE, Standing.CLOSED)
"""Where nothing is left to be done with the warning itself."""


@dataclass(frozen=True, slots=True)
class HandlingNote:
    """One thing that was done."""

    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class WarningCase:
    """One warning."""

    raised: e.WarningRaised
    raised_at: datetime
    raised_by: str
    level: WarningLevel | None
    """By its values; None once they came back."""
    worst_level: WarningLevel
    value: str
    """The newest."""
    worst: str
    """The worst there was."""
    observed_at: datetime
    """When the newest value was observed."""
    counted_at: datetime
    """When the newest value was written."""
    threshold: str
    """That of the worst level."""
    times: int = 1
    """How often its key came."""
    assessment: str = ""
    owner: str = ""
    notes: tuple[HandlingNote, ...] = ()
    accepted_until: datetime | None = None
    accepted_because: str = ""
    settled: Standing | None = None
    """How people ended it."""
    settled_at: datetime | None = None
    outcome: str = ""
    """What was said when it ended."""
    incident: str = ""

    @property
    def id(self) -> str:
        """Its id."""
        return self.raised.id

    @property
    def receives(self) -> bool:
        """Whether values of its key are its own: as long as they last and nobody ended it.

        One that became an incident keeps receiving, so that its key raises no second warning.
        """
        return self.level is not None and self.settled in (None, Standing.PROMOTED)

    def standing(self, at: datetime) -> Standing:
        """Where it stands at a moment; an acceptance ends by itself."""
        if self.settled is not None:
            return self.settled
        if self.level is None:
            return Standing.SUBSIDED
        accepted = self.accepted_until is not None and at < self.accepted_until
        return Standing.ACCEPTED if accepted else Standing.OPEN

    def amount(self, kept: str) -> Decimal:
        """One of its values as a number.

        Raises:
            ValueError: it is no value of the warning's unit.
        """
        value = read_value(self.raised.unit, self.raised.currency, kept)
        if value is None:
            raise ValueError(kept)
        return value


def replay(history: Iterable[tuple[Act, e.Event]]) -> WarningCase | None:
    """The warning after all of `history`; None where there was none."""
    return reduce(lambda state, entry: apply(state, *entry), history, None)


def apply(warning: WarningCase | None, act: Act, event: e.Event) -> WarningCase:
    """The warning after one more event.

    Raises:
        ValueError: the event cannot have happened after those before it.
    """
    if isinstance(event, e.WarningRaised):
        if warning is not None:
            raise ValueError(event.id)
        return _raised(act, event)
    if warning is None:
        raise ValueError(event.KIND)
    match event:
        case e.ValueCame():
            return _came(warning, act, event)
        case e.WarningAssessed():
            return replace(warning, assessment=event.text)
        case e.WarningOwned():
            return replace(warning, owner=event.person)
        case e.WarningNoted():
            note = HandlingNote(act.happened, act.person, event.text)
            return replace(warning, notes=(*warning.notes, note))
        case e.WarningAccepted():
            return replace(warning, accepted_until=event.until, accepted_because=event.reason)
        case e.WarningJudgedFalse():
            return _settled(warning, act, Standing.FALSE, event.reason)
        case e.WarningClosed():
            return _settled(warning, act, Standing.CLOSED, event.note)
        case e.WarningPromoted():
            promoted = _settled(warning, act, Standing.PROMOTED, "")
            return replace(promoted, incident=event.incident)
        case _:
            assert_never(event)


def _raised(act: Act, event: e.WarningRaised) -> WarningCase:
    warning = WarningCase(
        event, act.at, act.person, event.level, event.level, event.value, event.value,
        event.observed_at, act.at, event.threshold,
    )  # fmt: skip
    warning.amount(event.value)
    return warning


def _came(warning: WarningCase, act: Act, event: e.ValueCame) -> WarningCase:
    if not warning.receives or event.times < 1:
        raise ValueError(event.KIND)
    worst = warning.worst
    for one in filter(None, (event.value, event.worst)):
        if warning.raised.comparison.is_worse(warning.amount(one), warning.amount(worst)):
            worst = one
    before, after = warning.level, event.level
    is_worse = before is not None and after is not None and after.rank < before.rank
    is_worst = after is not None and after.rank < warning.worst_level.rank
    return replace(
        warning,
        level=after,
        worst_level=after if is_worst and after else warning.worst_level,
        threshold=event.threshold if is_worst else warning.threshold,
        value=event.value,
        worst=worst,
        observed_at=max(warning.observed_at, event.observed_at),
        counted_at=act.at,
        times=warning.times + event.times,
        accepted_until=None if is_worse else warning.accepted_until,
    )


def _settled(warning: WarningCase, act: Act, standing: Standing, outcome: str) -> WarningCase:
    if warning.settled is not None:
        raise ValueError(warning.id)
    return replace(warning, settled=standing, settled_at=act.happened, outcome=outcome)
