"""Rotations against an oracle that shares no code with them: it walks the clock minute by minute.

The oracle asks `zoneinfo` what the clocks show, keeps the latest time they have shown so far, and
finds by counting whose turn a written time is in.  A gap makes it jump and a repeated hour makes it
stand still, which is what the rules for handoffs say in other words.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.roster import (
    FixedList,
    FixedShift,
    Layer,
    Opening,
    Roster,
    Rotation,
    Turns,
    Unit,
    WorkCalendar,
    on_call,
    shifts,
    timeline,
)
from netfin_incident.domain.text import Text

MINUTE = timedelta(minutes=1)
ZONES = ("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "America/Santiago")
FIRST = datetime(2024, 3, 1, tzinfo=UTC)
LAST = datetime(2026, 3, 1, tzinfo=UTC)
PEOPLE = ("ann", "bo", "cy")
ORIGIN = datetime.fromisoformat("2024-01-31 02:15")
AROUND = tuple(
    hours * 60 + minutes for hours, minutes in ((0, 0), (0, 30), (21, 25), (22, 5), (23, 30))
)
"""Handoffs at 02:15, 02:45, 23:40, 00:20 and 01:45: some in every hour that is skipped or repeated."""
HOLIDAY = datetime.fromisoformat("2024-05-01").date()
WORKED = datetime.fromisoformat("2024-05-04").date()


def rotation(zone: str, *layers: Layer) -> Rotation:
    calendar = WorkCalendar("cn", holidays=frozenset({HOLIDAY}), workdays=frozenset({WORKED}))
    return Rotation("seat", Text("Seat", "值班"), zone, layers, calendar)


def turns(unit: Unit, every: int = 1, handoffs: tuple[int, ...] = (0,)) -> Turns:
    return Turns(PEOPLE, ORIGIN, unit, every, handoffs)


OFFICE = Layer(
    "office",
    turns(Unit.WEEK),
    (Opening(parse_business_hours("01:30-02:30,09:00-18:00"), Days.WORKDAYS),),
    level=2,
)
LISTED = Layer(
    "listed",
    FixedList(
        (
            FixedShift("dee", ORIGIN.replace(month=10, day=1), ORIGIN.replace(month=10, day=8)),
            FixedShift("eve", ORIGIN.replace(month=11, day=3), ORIGIN.replace(month=11, day=9)),
        )
    ),
    level=3,
)
ROTAS: dict[str, tuple[Layer, ...]] = {
    "daily": (Layer("d", turns(Unit.DAY)),),
    "around the clock": (Layer("dn", turns(Unit.DAY, 1, AROUND)),),
    "every five days": (Layer("five", turns(Unit.DAY, 5)),),
    "weekly, twice a week": (Layer("w", turns(Unit.WEEK, 1, (0, 4 * 1440 + 9 * 60))),),
    "monthly from the 31st": (Layer("m", turns(Unit.MONTH)),),
    "every two months": (Layer("m2", turns(Unit.MONTH, 2)),),
    "layers": (Layer("d", turns(Unit.DAY)), OFFICE, LISTED),
}


# --- the oracle -------------------------------------------------------------------------------


@dataclass
class Finger:
    """Counts the turns of one layer as the written time goes on; it never goes back."""

    turns: Turns
    index: int = -1

    def person(self, shown: datetime) -> str:
        while written_handoff(self.turns, self.index + 1) <= shown:
            self.index += 1
        return self.turns.people[self.index % len(self.turns.people)] if self.index >= 0 else ""


@cache
def written_handoff(order: Turns, index: int) -> datetime:
    """Handoff number `index`, found by adding single days and months by hand."""
    period, within = index // len(order.handoffs), order.handoffs[index % len(order.handoffs)]
    if order.unit in {Unit.DAY, Unit.WEEK}:
        days = period * order.every * (7 if order.unit is Unit.WEEK else 1)
        return order.start + timedelta(days=days, minutes=within)
    months = order.start.month - 1 + period * order.every
    year, month = order.start.year + months // 12, months % 12 + 1
    day = order.start.day
    while True:
        try:
            return order.start.replace(year=year, month=month, day=day)
        except ValueError:
            day -= 1


def office_is_open(shown: datetime) -> bool:
    worked = shown.date() == WORKED or (shown.weekday() < 5 and shown.date() != HOLIDAY)
    minutes = shown.hour * 60 + shown.minute
    return worked and (90 <= minutes < 150 or 540 <= minutes < 1080)


def expected(layers: tuple[Layer, ...]) -> Callable[[datetime], str]:
    """Who has it at a written time; to be asked in the order of time."""
    fingers = {layer.id: Finger(layer.order) for layer in layers if isinstance(layer.order, Turns)}

    def person(shown: datetime) -> str:
        if LISTED in layers:
            for name, start, end in (("dee", 10 * 100 + 1, 10 * 100 + 8), ("eve", 1103, 1109)):
                written = shown - timedelta(hours=2, minutes=15)
                if shown.year == 2024 and start <= written.month * 100 + written.day < end:
                    return name
        if OFFICE in layers and office_is_open(shown):
            return fingers["office"].person(shown)
        return fingers[layers[0].id].person(shown)

    return person


def minutes(zone: str, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Every minute, with the latest time that the clocks of the place have shown by then."""
    place = ZoneInfo(zone)
    at = start
    latest = at.astimezone(place).replace(tzinfo=None)
    while at < end:
        latest = max(latest, at.astimezone(place).replace(tzinfo=None))
        yield at, latest
        at += MINUTE


def latest_shown(at: datetime, place: ZoneInfo) -> datetime:
    """The latest time that the clocks have shown by `at`; none is put back by more than an hour."""
    now, before = (one.astimezone(place) for one in (at, at - timedelta(hours=2)))
    if now.utcoffset() == before.utcoffset():
        return now.replace(tzinfo=None)
    return max(shown for _, shown in minutes(str(place), at - timedelta(hours=2), at + MINUTE))


def clock_changes(zone: str) -> list[datetime]:
    """The hours in which the clocks are put forward or back."""
    place = ZoneInfo(zone)
    hours = [FIRST + timedelta(hours=n) for n in range((LAST - FIRST) // timedelta(hours=1))]
    offsets = [at.astimezone(place).utcoffset() for at in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n - 1] != offsets[n]]


def boundaries(
    zone: str, layers: tuple[Layer, ...], start: datetime, end: datetime
) -> list[tuple[datetime, str]]:
    """Every minute at which somebody else has it, and who; the first minute too."""
    person_at, found = expected(layers), [(start, "")]
    for at, shown in minutes(zone, start, end):
        now = person_at(shown)
        if now != found[-1][1]:
            found.append((at, now))
    return found[1:]


# --- the comparisons --------------------------------------------------------------------------


def from_timeline(one: Rotation, start: datetime, end: datetime) -> list[tuple[datetime, str]]:
    found = [(start, "")]
    for stretch in timeline(one, start, end):
        if found[-1][1] != stretch.duty.person:
            found.append((stretch.start, stretch.duty.person))
    return found[1:]


def from_shifts(one: Rotation, start: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """The same, from the shifts: they cover all of the time, and no two meet."""
    found, at = [(start, "")], start
    for shift in shifts(one, start, end):
        assert max(shift.start, start) == at
        assert shift.start < shift.end
        at = shift.end
        if found[-1][1] != shift.person:
            found.append((max(shift.start, start), shift.person))
    assert at >= end
    return found[1:]


@pytest.mark.parametrize("rota", ROTAS)
@pytest.mark.parametrize("zone", ZONES)
def test_around_a_clock_change_everybody_takes_over_at_the_minute_that_walking_the_clock_finds(
    zone: str, rota: str
) -> None:
    one = rotation(zone, *ROTAS[rota])
    dates = clock_changes(zone) or [datetime(2025, 2, 28, tzinfo=UTC)]
    for changed in dates:
        start, end = changed - timedelta(hours=26), changed + timedelta(hours=30)
        walked = boundaries(zone, ROTAS[rota], start, end)
        assert from_timeline(one, start, end) == walked
        assert from_shifts(one, start, end) == walked


def test_the_clocks_of_these_zones_change_as_often_as_expected() -> None:
    assert [len(clock_changes(zone)) for zone in ZONES] == [0, 4, 4, 4]


@pytest.mark.parametrize("rota", ROTAS)
@pytest.mark.parametrize("zone", ZONES)
def test_at_any_minute_the_one_on_call_is_the_one_that_counting_finds(zone: str, rota: str) -> None:
    one, place, person_at = rotation(zone, *ROTAS[rota]), ZoneInfo(zone), expected(ROTAS[rota])
    for number in range(0, (LAST - FIRST) // MINUTE, 1_049):
        at = FIRST + number * MINUTE
        (duty,) = on_call(Roster(()), one, at).duties
        assert duty.person == person_at(latest_shown(at, place)), at


@pytest.mark.parametrize("zone", ["Australia/Lord_Howe", "America/Santiago"])
def test_over_two_years_handoffs_are_at_the_minutes_that_walking_the_clock_finds(zone: str) -> None:
    one = rotation(zone, *ROTAS["monthly from the 31st"])
    walked = boundaries(zone, ROTAS["monthly from the 31st"], FIRST, LAST)
    assert len(walked) == 25
    assert from_timeline(one, FIRST, LAST) == walked
    assert from_shifts(one, FIRST, LAST) == walked


@pytest.mark.soak
@pytest.mark.parametrize("rota", ["layers"])
@pytest.mark.parametrize("zone", ZONES)
def test_at_every_minute_of_two_years_the_one_on_call_is_the_one_that_counting_finds(
    zone: str, rota: str
) -> None:
    one, person_at, roster = rotation(zone, *ROTAS[rota]), expected(ROTAS[rota]), Roster(())
    for at, shown in minutes(zone, FIRST, LAST):
        (duty,) = on_call(roster, one, at).duties
        assert duty.person == person_at(shown), at


@pytest.mark.soak
@pytest.mark.parametrize("rota", ROTAS)
@pytest.mark.parametrize("zone", ZONES)
def test_over_two_years_every_handoff_of_every_rota_is_at_its_minute(zone: str, rota: str) -> None:
    one = rotation(zone, *ROTAS[rota])
    walked = boundaries(zone, ROTAS[rota], FIRST, LAST)
    assert from_timeline(one, FIRST, LAST) == walked
    assert from_shifts(one, FIRST, LAST) == walked
