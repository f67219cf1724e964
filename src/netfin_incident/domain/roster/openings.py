"""When something is open: windows of the week, on every day, on working days, or on rest days.

Working days are those of a business calendar, with its holidays and the days worked instead of
others (调休); without a calendar they are Monday to Friday.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.clocks import Edge, edge, edge_at

_ONE_DAY: Final = timedelta(days=1)
_MONDAY_TO_FRIDAY: Final = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """A business calendar: which days are worked."""

    id: str
    weekdays: frozenset[int] = _MONDAY_TO_FRIDAY
    """Those worked in a usual week; 0 for Monday."""
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    """Days that are worked although the usual week has them off."""

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked."""
        if day in self.workdays:
            return True
        return day.weekday() in self.weekdays and day not in self.holidays


USUAL_WEEK: Final = WorkCalendar("")


@dataclass(frozen=True, slots=True)
class Opening:
    """Windows of the week that hold for certain days."""

    hours: BusinessHours
    days: Days = Days.EVERY

    def windows(self, day: date, calendar: WorkCalendar) -> Iterator[tuple[int, int]]:
        """The windows on `day`, in minutes since midnight."""
        fits = self.days is Days.EVERY or calendar.is_workday(day) == (self.days is Days.WORKDAYS)
        for window in self.hours.windows if fits else ():
            if window.weekday == day.weekday():
                yield window.opens, window.closes

    def may_meet(self, other: "Opening") -> bool:
        """Whether there can be a moment within both."""
        if {self.days, other.days} == {Days.WORKDAYS, Days.RESTDAYS}:
            return False
        return any(
            one.weekday == two.weekday and one.opens < two.closes and two.opens < one.closes
            for one in self.hours.windows
            for two in other.hours.windows
        )


def open_spans(
    openings: tuple[Opening, ...], calendar: WorkCalendar, place: ZoneInfo, start: Edge, end: Edge
) -> Iterator[tuple[Edge, Edge]]:
    """The open stretches between two edges, in order and apart; without openings, all of it."""
    if not openings:
        yield start, end
        return
    for opens, closes in _stretches(openings, calendar, start.wall.date(), end.wall.date()):
        begins, ends = max(start, edge(opens, place)), min(end, edge(closes, place))
        if begins.at < ends.at:
            yield begins, ends


def is_open(
    openings: tuple[Opening, ...], calendar: WorkCalendar, place: ZoneInfo, at: datetime
) -> bool:
    """Whether an instant is within one of `openings`; without openings, always."""
    here = edge_at(at, place)
    until = edge_at(at + timedelta(microseconds=1), place)
    return any(True for _ in open_spans(openings, calendar, place, here, until))


def _stretches(
    openings: tuple[Opening, ...], calendar: WorkCalendar, first: date, last: date
) -> Iterator[tuple[datetime, datetime]]:
    """Windows by the wall clock, those that touch made one.

    A day more than the last: where clocks are put back over midnight, they show the day before.
    """
    held: tuple[datetime, datetime] | None = None
    day = first
    while day <= last + _ONE_DAY:
        midnight = datetime.combine(day, time())
        for opens, closes in sorted(w for one in openings for w in one.windows(day, calendar)):
            begins, ends = midnight + timedelta(minutes=opens), midnight + timedelta(minutes=closes)
            if held is not None and begins <= held[1]:
                held = held[0], max(held[1], ends)
                continue
            if held is not None:
                yield held
            held = begins, ends
        day += _ONE_DAY
    if held is not None:
        yield held
