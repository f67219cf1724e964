"""Which day each time of a log falls on: as written, as explained, or as the lines before have it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from netfin_incident.exchange.incident_log.model import Doubt, Reading
from netfin_incident.exchange.incident_log.raw import DayMark, Found, RawEntry, RawKey
from netfin_incident.exchange.incident_log.suspects import are_near, is_near, most_common
from netfin_incident.exchange.incident_log.written import WrittenDay, WrittenTime

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
"""The years in which a day is taken as written; as for times that people type."""
_ONE_DAY: Final = timedelta(days=1)
_OVERNIGHT: Final = timedelta(hours=6)
"""Going back by more than this, a bare time is one of the next day."""
_HALF_A_DAY: Final = timedelta(hours=12)


@dataclass(slots=True)
class Days:
    """Reads the days of one log, and lists what is doubtful about them."""

    reference: date | None
    """A day of the incident: that of the title, else the one written most often."""
    titled: date | None
    known: frozenset[date]
    doubts: list[Doubt] = field(default_factory=list)
    inherited: list[tuple[int, str]] = field(default_factory=list)
    """The lines of times that take their day from elsewhere, with that day."""

    def read(self, time: WrittenTime, line: int) -> date | None:
        """The day written beside `time`; None where it has several readings or none."""
        day = time.day
        if day is None:
            return None
        if day.swaps:
            self._ambiguous(day, line)
            return None
        year = self._year(day)
        if year is None:
            self.doubts.append(Doubt("day-without-year", line, {"written": day.text}))
            return None
        is_year_possible = FIRST_YEAR <= year < LAST_YEAR
        dates = day.dates(year) if is_year_possible else []
        if dates:
            return dates[0]
        slug = "day-impossible" if is_year_possible else "year-impossible"
        likely = self._explained(day, year)
        clock = f" {time.clock:%H:%M}" if time.clock else ""
        readings = (Reading("read-as", {"value": f"{likely}{clock}"}),) if likely else ()
        self.doubts.append(Doubt(slug, line, {"written": time.text}, readings))
        return likely

    def _year(self, day: WrittenDay) -> int | None:
        if day.year is not None:
            return day.year
        if self.reference is None:
            return None
        near = self.reference
        years = (near.year, near.year + 1, near.year - 1)
        dates = [found for year in years for found in day.dates(year)]
        return min(dates, key=lambda d: abs(d - near)).year if dates else near.year

    def _explained(self, day: WrittenDay, year: int) -> date | None:
        """The known day that one keystroke makes of an impossible one."""
        for other in sorted(self.known, key=self._distance):
            parts = ((year, other.year), (day.month, other.month), (day.day, other.day))
            wrong = [n for n, (one, another) in enumerate(parts) if one != another]
            if wrong == [0] and is_near(str(year), str(other.year)):
                return other
            if wrong in ([1], [2]) and are_near(*parts[wrong[0]]):
                return other
        return self._year_explained(day, year)

    def _year_explained(self, day: WrittenDay, year: int) -> date | None:
        if self.reference is None or not is_near(str(year), str(self.reference.year)):
            return None
        return next(
            iter(WrittenDay(day.text, None, day.month, day.day).dates(self.reference.year)), None
        )

    def _ambiguous(self, day: WrittenDay, line: int) -> None:
        both = sorted(day.dates(day.year or FIRST_YEAR), key=self._distance)
        readings = tuple(Reading("read-as", {"value": each.isoformat()}) for each in both)
        self.doubts.append(Doubt("day-ambiguous", line, {"written": day.text}, readings))

    def _distance(self, day: date) -> int:
        return abs((day - self.reference).days) if self.reference else 0

    def following(
        self,
        time: WrittenTime,
        line: int,
        before: datetime | None,
        under: date | None,
    ) -> date | None:
        """The day of a bare time after `before`, or under a line that names the day `under`."""
        if under or before is None or time.clock is None:
            return self._inherited(line, under or self.reference)
        wall = datetime.combine(before.date(), time.clock)
        if before - wall < _OVERNIGHT:
            return self._inherited(line, before.date())
        return self._rolled(time, line, before.date() + _ONE_DAY)

    def nearest(self, time: WrittenTime, line: int, key: datetime | None) -> date | None:
        """The day of the first bare time of a timeline: the one nearest to the first key event."""
        if key is None or time.clock is None:
            return self._inherited(line, self.reference)
        wall = datetime.combine(key.date(), time.clock)
        if abs(wall - key) <= _HALF_A_DAY:
            return self._inherited(line, key.date())
        return self._rolled(time, line, key.date() + (_ONE_DAY if wall < key else -_ONE_DAY))

    def _inherited(self, line: int, day: date | None) -> date | None:
        if day:
            self.inherited.append((line, day.isoformat()))
        return day

    def _rolled(self, time: WrittenTime, line: int, day: date) -> date:
        values = {"written": time.text, "day": day.isoformat()}
        self.doubts.append(Doubt("day-rolled", line, values))
        return day


def days_of(found: Found) -> Days:
    """The days known before any time is placed."""
    titled = next((day for mark in found.days if (day := certain(mark.day))), None)
    times = [key.time for key in found.keys] + [entry.time for entry in found.entries()]
    written = [day for time in times if time.day and (day := certain(time.day))]
    marked = [day for mark in marks(found.stream) if (day := certain(mark.day))]
    reference = titled or most_common(written) or most_common(marked)
    days = Days(
        reference, titled, frozenset({*written, *marked, *((reference,) if reference else ())})
    )
    for mark in found.days:
        day = certain(mark.day)
        if mark.day.swaps:
            days.doubts.append(_mark_doubt(mark, reference))
        elif day and day != titled:
            values = {"written": day.isoformat(), "other": titled.isoformat() if titled else ""}
            days.doubts.append(Doubt("dates-differ", mark.line, values))
    return days


def _mark_doubt(mark: DayMark, reference: date | None) -> Doubt:
    near = reference or date(FIRST_YEAR, 1, 1)
    both = sorted(mark.day.dates(FIRST_YEAR), key=lambda day: abs(day - near))
    readings = tuple(Reading("read-as", {"value": each.isoformat()}) for each in both)
    return Doubt("day-ambiguous", mark.line, {"written": mark.day.text}, readings)


def certain(day: WrittenDay) -> date | None:
    """The one day that is written, or None."""
    if day.swaps or day.year is None or not FIRST_YEAR <= day.year < LAST_YEAR:
        return None
    return next(iter(day.dates(day.year)), None)


def marks(stream: Sequence[RawEntry | DayMark]) -> Iterable[DayMark]:
    """The lines that only name a day."""
    return (each for each in stream if isinstance(each, DayMark))


def ranks_of(keys: Sequence[RawKey]) -> list[int]:
    """Which key events must not come before which, by the sense of their milestones."""
    return [RANKS.get(key.milestone.value, 2) for key in keys]


RANKS: Final = {"onset": 0, "detected": 1, "resolved": 3}
"""Onset, then detection, then all that is done, then the end."""
