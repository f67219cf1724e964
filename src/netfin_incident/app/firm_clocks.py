"""The clocks as they stand for this firm: whether each concerns it, and how far it may be relied on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from netfin_incident.domain.clocks import Clock, Use
from netfin_incident.domain.firm import Applies, Entity, applies, counted_as
from netfin_incident.library.clock_shelf import ClockShelf, ShelvedClock
from netfin_incident.library.lint_clocks import INTERNAL


@dataclass(frozen=True, slots=True)
class FirmClock:
    """One clock as it stands for the firm."""

    clock: Clock
    applies: Applies
    use: Use

    @property
    def is_owed(self) -> bool:
        """Whether the firm owes its reports to somebody outside."""
        is_outside = self.clock.jurisdiction != INTERNAL
        return is_outside and self.applies is Applies.YES and self.use is not Use.OFF


def for_firm(one: ShelvedClock, entity: Entity | None, day: date) -> FirmClock | None:
    """The clock of one file for the firm `entity` on `day`; None where the file cannot be used."""
    return None if one.clock is None else _placed(one.clock, entity, day, shipped=one.shipped)


def firm_clock(shelf: ClockShelf, clock_id: str, entity: Entity | None, day: date) -> FirmClock:
    """The clock called `clock_id` for the firm `entity` on `day`.

    Raises:
        DefinitionError: there is none, or its file cannot be used.
    """
    clock, _ = shelf.find(clock_id)
    shipped = next(one.shipped for one in shelf.list() if one.id == clock.id)
    return _placed(clock, entity, day, shipped=shipped)


def owed_clocks(shelf: ClockShelf, entity: Entity, day: date) -> Iterator[Clock]:
    """The clocks whose reports the firm `entity` owes outside, on `day`.

    Raises:
        DefinitionError: a folder cannot be read, or holds too many files.
    """
    for one in shelf.list():
        found = for_firm(one, entity, day)
        if found is not None and found.is_owed:
            yield found.clock


def _placed(clock: Clock, entity: Entity | None, day: date, *, shipped: bool) -> FirmClock:
    use = counted_as(clock, entity, day, shipped=shipped)
    return FirmClock(clock, applies(clock, entity), use)
