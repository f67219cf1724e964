"""A stated duration with the key events it should lie between, and the lengths between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.model import (
    KeyEvent,
    Measures,
    StatedDuration,
    WrittenLog,
)

_MINUTE: Final = 60
_OTHER_STARTS: Final = (
    Milestone.ONSET,
    Milestone.DETECTED,
    Milestone.AWARE,
    Milestone.ACKNOWLEDGED,
    Milestone.DECLARED,
    Milestone.CONTAINED,
    Milestone.RECOVERED,
)
_OTHER_ENDS: Final = (Milestone.RECOVERED, Milestone.RESOLVED, Milestone.CONTAINED)


def agrees(stated: StatedDuration, seconds: int | None) -> bool:
    """Whether a length is what is stated, as finely as it is stated."""
    if stated.seconds is None or seconds is None:
        return False
    finest = _MINUTE if stated.coarse <= _MINUTE else stated.coarse // 2 + 1
    return abs(stated.seconds - seconds) < (max(finest, stated.coarse) if stated.rough else finest)


@dataclass(frozen=True, slots=True)
class Case:
    """A stated duration with the key events it should lie between."""

    log: WrittenLog
    stated: StatedDuration | None
    start: KeyEvent | None
    end: KeyEvent | None
    given: BusinessHours | None
    """The reader's hours."""
    zone: str
    measures: Measures

    @property
    def hours(self) -> tuple[BusinessHours, ...]:
        """The hours that the log names, then the reader's."""
        stated = self.stated.hours if self.stated else ()
        return (*stated, *((self.given,) if self.given else ()))

    def wall_clock(self) -> int | None:
        """Seconds between the key events as written."""
        return seconds_between(self.start, self.end)

    def within(self, hours: BusinessHours) -> int | None:
        """Seconds within `hours` between the key events as written."""
        return self.within_between(hours, self.start, self.end)

    def within_between(
        self,
        hours: BusinessHours,
        start: KeyEvent | None,
        end: KeyEvent | None,
    ) -> int | None:
        """Seconds within `hours` between two key events."""
        if not start or not end or not start.moment.at or not end.moment.at:
            return None
        return hours.elapsed(start.moment.at, end.moment.at, self.zone)

    def fits(self, seconds: int | None) -> bool:
        """Whether a length is exactly what is stated."""
        stated = self.stated.seconds if self.stated else None
        return stated is not None and seconds is not None and abs(stated - seconds) < _MINUTE

    def starts(self) -> Iterator[KeyEvent]:
        """The other key events that may be meant as the start."""
        for milestone in _OTHER_STARTS:
            event = self.log.milestone(milestone)
            if event and event is not self.start and event is not self.end:
                yield event

    def ends(self) -> Iterator[KeyEvent]:
        """The other key events that may be meant as the end."""
        for milestone in _OTHER_ENDS:
            event = self.log.milestone(milestone)
            if event and event is not self.end:
                yield event


def seconds_between(start: KeyEvent | None, end: KeyEvent | None) -> int | None:
    """Seconds on the clock between two key events as written."""
    if not start or not end or not start.moment.at or not end.moment.at:
        return None
    return round((end.moment.at - start.moment.at).total_seconds())
