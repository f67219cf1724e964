"""How a limit is counted: hours and minutes as elapsed time, days and months by the local calendar.

The day that a count starts on is not counted.  A local time that the clocks skip is the first
instant after the gap, and of one that they show twice the first is meant, so that nothing is ever
due later than the text can be read.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.clocks.calendars import NO_CALENDAR, DayCalendar
from netfin_incident.domain.clocks.definition import ELAPSED, Roll, Unit, Within
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.clocks import reached, wall_at

_ONE_DAY: Final = timedelta(days=1)
_ONE_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a firm brings to a clock: where it is at home, its working days, and what it is."""

    zone: str
    calendar: DayCalendar = NO_CALENDAR
    entity: frozenset[str] = frozenset()
    """Kinds of firms that it is: `credit_institution` and the like."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Where a count ended, and the years of the calendar that it went through."""

    at: datetime
    years: tuple[int, ...] = ()


def whole(at: datetime) -> datetime:
    """`at` in UTC without its fraction of a second: nothing is due by less."""
    return at.astimezone(UTC).replace(microsecond=0)


def seconds(within: Within) -> int:
    """The seconds of a limit that is elapsed time."""
    return within.count * ELAPSED[within.unit]


def counted(start: datetime, within: Within, terms: Terms) -> Counted:
    """When a limit that begins at `start` ends, in UTC to the second."""
    begins = whole(start)
    if not within.count:
        return Counted(begins)
    if within.unit in ELAPSED:
        return Counted(begins + timedelta(seconds=seconds(within)))
    place = ZoneInfo(terms.zone)
    wall = wall_at(begins, place)
    last, years = _last_day(wall.date(), within, terms.calendar)
    if within.end_of_day:
        return Counted(day_ends(last, place), years)
    return Counted(reached(datetime.combine(last, wall.time()), place), years)


def rolled(raw: datetime, roll: Roll, terms: Terms) -> Counted:
    """Until when a limit at `raw` may be kept, where that falls on a day that is not worked."""
    place = ZoneInfo(terms.zone)
    day = wall_at(raw, place).date()
    if terms.calendar.is_workday(day):
        return Counted(raw, (day.year,))
    last = terms.calendar.next_workday(day)
    until = datetime.combine(last, time(*divmod(roll.until, 60)))
    return Counted(reached(until, place), _years(day, last))


def day_ends(day: date, place: ZoneInfo) -> datetime:
    """The last second of `day` on the clocks of `place`."""
    return reached(datetime.combine(day + _ONE_DAY, time()), place) - _ONE_SECOND


def local_day(at: datetime, zone: str) -> date:
    """The day that an instant falls on in `zone`."""
    return wall_at(at, ZoneInfo(zone)).date()


def _last_day(first: date, within: Within, calendar: DayCalendar) -> tuple[date, tuple[int, ...]]:
    if within.unit is Unit.CALENDAR_DAYS:
        return first + timedelta(days=within.count), ()
    if within.unit is Unit.MONTHS:
        return _months_later(first, within.count), ()
    last = first
    for _ in range(within.count):
        last = calendar.next_workday(last)
    return last, _years(first, last)


def _months_later(day: date, months: int) -> date:
    """The same day so many months later; in a shorter month its last."""
    import pendulum

    later = pendulum.date(day.year, day.month, day.day).add(months=months)
    return date(later.year, later.month, later.day)


def _years(first: date, last: date) -> tuple[int, ...]:
    return tuple(range(first.year, last.year + 1))
