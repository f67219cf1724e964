"""Due times against an oracle that shares no code with the engine and steps instead of computing.

The oracle knows the standard library alone.  It asks `zoneinfo` what the clocks of a place show,
second by second around a change, hour by hour elsewhere; it walks day by day to count days; and it
looks for the first moment at which the clocks show a time or a later one.
"""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from clock_cases import NAME, clock
from netfin_incident.domain.clocks import (
    Anchor,
    CalendarYear,
    DayCalendar,
    Limit,
    Report,
    Roll,
    Start,
    Terms,
    Unit,
    Unless,
    Within,
    YearStatus,
    due,
)
from netfin_incident.domain.roster.openings import WorkCalendar

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
FIRST, LAST = datetime(2024, 1, 1), datetime(2028, 1, 1)  # noqa: DTZ001 - made aware below
CHANGES = tuple(
    datetime.fromisoformat(text)
    for text in (
        "2026-03-29 00:00", "2026-10-24 23:00", "2026-03-08 05:00", "2026-11-01 04:00",
        "2026-04-04 13:00", "2026-10-03 14:00", "2026-02-28 12:00", "2024-02-29 23:59:59",
    )
)  # fmt: skip
"""Near where the clocks of these places change, or months are short."""

instants = st.one_of(
    st.datetimes(FIRST, LAST),
    st.builds(
        lambda near, off: near + timedelta(seconds=off),
        st.sampled_from(CHANGES),
        st.integers(-3 * 86_400, 3 * 86_400),
    ),
).map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
withins = st.one_of(
    st.builds(Within, st.just(Unit.MINUTES), st.integers(1, 300)),
    st.builds(Within, st.just(Unit.HOURS), st.integers(1, 100)),
    st.builds(Within, st.just(Unit.CALENDAR_DAYS), st.integers(1, 40), st.booleans()),
    st.builds(Within, st.just(Unit.BUSINESS_DAYS), st.integers(1, 15), st.booleans()),
    st.builds(Within, st.just(Unit.MONTHS), st.integers(1, 14), st.booleans()),
)
weeks = st.sampled_from([frozenset(range(5)), frozenset(range(6)), frozenset({6, 0, 1, 2, 3})])
some_days = st.sets(st.dates(date(2024, 1, 1), date(2029, 12, 31)), max_size=150).map(frozenset)
calendars = st.builds(
    lambda week, off, on: DayCalendar(
        "c",
        NAME,
        WorkCalendar("c", week, off - on, on),
        tuple(CalendarYear(year, YearStatus.PUBLISHED, "") for year in range(2023, 2033)),
    ),
    weeks,
    some_days,
    some_days,
)
rolls = st.one_of(
    st.none(), st.builds(Roll, st.integers(0, 1439), st.sampled_from([(), ("bank",)]))
)


def shown(at: datetime, place: ZoneInfo) -> datetime:
    return at.astimezone(place).replace(tzinfo=None)


def first_showing(wall: datetime, place: ZoneInfo) -> datetime:
    """Step forward from two days before, in ever smaller steps, until the clocks show `wall`."""
    at = (wall - 2 * DAY).replace(tzinfo=UTC)
    for step in (HOUR, timedelta(minutes=1), SECOND):
        while shown(at + step, place) < wall:
            at += step
    return at + SECOND


def worked(day: date, days: DayCalendar) -> bool:
    if day in days.days.workdays:
        return True
    return day not in days.days.holidays and day.weekday() in days.days.weekdays


def last_day(day: date, within: Within, days: DayCalendar) -> date:
    if within.unit is Unit.MONTHS:
        month = day.replace(day=1)
        for _ in range(within.count):
            month = (month + timedelta(days=31)).replace(day=1)
        longest = calendar.monthrange(month.year, month.month)[1]
        return month.replace(day=min(day.day, longest))
    left = within.count
    while left:
        day += DAY
        left -= within.unit is Unit.CALENDAR_DAYS or worked(day, days)
    return day


def end(start: datetime, within: Within, place: ZoneInfo, days: DayCalendar) -> datetime:
    if within.unit in (Unit.MINUTES, Unit.HOURS):
        minutes = within.count * (60 if within.unit is Unit.HOURS else 1)
        return datetime.fromtimestamp(start.timestamp() + minutes * 60, UTC)
    wall = shown(start, place)
    day = last_day(wall.date(), within, days)
    if within.end_of_day:
        return first_showing(datetime.combine(day + DAY, time()), place) - SECOND
    return first_showing(datetime.combine(day, wall.time()), place)


def outer(raw: datetime, roll: Roll | None, place: ZoneInfo, days: DayCalendar) -> datetime:
    day = shown(raw, place).date()
    if roll is None or roll.unless_entity or worked(day, days):
        return raw
    while not worked(day, days):
        day += DAY
    return first_showing(datetime.combine(day, time(roll.until // 60, roll.until % 60)), place)


@settings(max_examples=400)
@given(instants, withins, st.sampled_from(ZONES), calendars, rolls)
def test_no_due_time_is_a_second_off(
    start: datetime, within: Within, zone: str, days: DayCalendar, roll: Roll | None
) -> None:
    one = Report("r", NAME, (Limit(Start(Anchor.AWARE), within),), roll=roll)
    found = due(clock(one), one, {"aware": start}, Terms(zone, days, frozenset({"bank"})))
    place = ZoneInfo(zone)
    raw = end(start, within, place, days)
    assert (found.raw, found.outer) == (raw, outer(raw, roll, place, days))


@settings(max_examples=200)
@given(instants, instants, withins, withins, st.integers(1, 72), st.sampled_from(ZONES), calendars)
def test_of_two_limits_the_earliest_that_holds_applies(
    aware: datetime,
    classified: datetime,
    one: Within,
    other: Within,
    by: int,
    zone: str,
    days: DayCalendar,
) -> None:
    unless = Unless(Anchor.CLASSIFIED, Anchor.AWARE, Within(Unit.HOURS, by))
    limits = (
        Limit(Start(Anchor.CLASSIFIED), one),
        Limit(Start(Anchor.AWARE), other, unless),
    )
    report = Report("r", NAME, limits)
    known = {"aware": aware, "classified": classified}
    found = due(clock(report), report, known, Terms(zone, days))
    place = ZoneInfo(zone)
    ends = [end(classified, one, place, days)]
    if classified.timestamp() - aware.timestamp() <= by * 3600:
        ends.append(end(aware, other, place, days))
    assert found.raw == min(ends)
