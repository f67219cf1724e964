from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.roster import (
    FixedList,
    FixedShift,
    Layer,
    Opening,
    Shift,
    Turns,
    Unit,
    WorkCalendar,
    shifts,
)
from netfin_incident.domain.roster.clocks import reached, wall_at
from rosters import at, rotation, turns, wall

NEW_YORK = "America/New_York"
SHANGHAI = "Asia/Shanghai"


def shown(found: Shift, zone: str) -> tuple[str, str, str]:
    place = ZoneInfo(zone)
    start, end = (wall_at(one, place).isoformat(" ", "minutes") for one in (found.start, found.end))
    return found.person, start, end


REACHED = {
    "a usual time": (NEW_YORK, "2026-03-07 02:30", "2026-03-07 07:30"),
    "a skipped time, at the first instant after the gap": (
        NEW_YORK,
        "2026-03-08 02:30",
        "2026-03-08 07:00",
    ),
    "the first skipped minute": (NEW_YORK, "2026-03-08 02:00", "2026-03-08 07:00"),
    "the first time after the gap": (NEW_YORK, "2026-03-08 03:00", "2026-03-08 07:00"),
    "a time shown twice, when it is first": (NEW_YORK, "2026-11-01 01:30", "2026-11-01 05:30"),
    "the first time after the repeated hour": (NEW_YORK, "2026-11-01 02:00", "2026-11-01 07:00"),
    "half an hour skipped": ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),
    "midnight skipped": ("America/Santiago", "2026-09-06 00:00", "2026-09-06 04:00"),
    "a day skipped": ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),
}


@pytest.mark.parametrize(("zone", "written", "instant"), REACHED.values(), ids=REACHED)
def test_the_clocks_reach(zone: str, written: str, instant: str) -> None:
    assert reached(wall(written), ZoneInfo(zone)) == at(instant)


def test_a_shift_is_measured_and_its_nominal_length_kept() -> None:
    one = rotation(NEW_YORK, Layer("d", turns("2026-03-07 02:30")))
    before, short, after = list(shifts(one, at("2026-03-08 00:00"), at("2026-03-09 12:00")))
    # At 02:30 on the 8th the clocks show 03:00.
    assert (before.length, before.nominal) == (timedelta(hours=23, minutes=30), timedelta(days=1))
    assert (short.length, short.nominal) == (timedelta(hours=23, minutes=30), timedelta(days=1))
    assert short.clock_change == timedelta(minutes=-30)
    assert (after.length, after.clock_change) == (timedelta(days=1), timedelta())
    (long,) = shifts(one, at("2026-11-01 08:00"), at("2026-11-01 08:01"))
    (before,) = shifts(one, at("2026-11-01 05:00"), at("2026-11-01 05:01"))
    assert (before.clock_change, long.clock_change) == (timedelta(hours=1), timedelta())


def test_shifts_are_whole_and_touch_the_span() -> None:
    one = rotation(SHANGHAI, Layer("d", turns("2026-01-01 08:00")))
    found = list(shifts(one, at("2026-01-02 00:00"), at("2026-01-02 00:01")))
    assert [shown(shift, SHANGHAI) for shift in found] == [
        ("bo", "2026-01-02 08:00", "2026-01-03 08:00")
    ]
    found = list(shifts(one, at("2026-01-01 00:00"), at("2026-01-02 00:00")))
    assert [shift.person for shift in found] == ["ann"]


def test_before_its_start_and_after_its_end_a_layer_has_no_shifts() -> None:
    order = Turns(("ann", "bo"), wall("2026-01-01 08:00"), Unit.DAY, until=wall("2026-01-03 20:00"))
    one = rotation(SHANGHAI, Layer("d", order))
    found = list(shifts(one, at("2020-01-01 00:00"), at("2030-01-01 00:00")))
    assert [shown(shift, SHANGHAI) for shift in found] == [
        ("ann", "2026-01-01 08:00", "2026-01-02 08:00"),
        ("bo", "2026-01-02 08:00", "2026-01-03 08:00"),
        ("ann", "2026-01-03 08:00", "2026-01-03 20:00"),
    ]
    assert list(shifts(one, at("2029-01-01 00:00"), at("2030-01-01 00:00"))) == []


@pytest.mark.parametrize(
    ("start", "unit", "every", "days"),
    [
        ("2027-10-31 09:00", Unit.MONTH, 1, "10-31 11-30 12-31 01-31 02-29 03-31 04-30"),
        ("2027-10-30 09:00", Unit.MONTH, 1, "10-30 11-30 12-30 01-30 02-29 03-30 04-30"),
        ("2027-12-31 09:00", Unit.MONTH, 2, "12-31 02-29 04-30"),
        ("2024-02-29 09:00", Unit.YEAR, 1, "02-29 02-28 02-28 02-28 02-29"),
    ],
)
def test_a_monthly_turn_from_a_late_day_is_on_the_last_day_of_short_months(
    start: str, unit: Unit, every: int, days: str
) -> None:
    one = rotation("UTC", Layer("m", turns(start, unit, every=every)))
    found = list(shifts(one, at(start), at("2028-05-01 00:00")))
    assert " ".join(f"{shift.start:%m-%d}" for shift in found) == days


def test_shifts_that_the_clocks_skip_altogether_are_left_out() -> None:
    order = Turns(("ann", "bo", "cy"), wall("2026-03-07 02:10"), Unit.DAY, handoffs=(0, 20, 40))
    one = rotation(NEW_YORK, Layer("d", order))
    found = list(shifts(one, at("2026-03-08 06:00"), at("2026-03-09 06:00")))
    assert [shift.person for shift in found] == ["cy", "cy"]
    assert all(shift.start < shift.end for shift in found)


WORKDAYS = Opening(parse_business_hours("09:00-18:00"), Days.WORKDAYS)
NIGHTS = Opening(parse_business_hours("00:00-06:00,22:00-24:00"))


def test_a_restriction_cuts_shifts_to_when_the_layer_counts() -> None:
    calendar = WorkCalendar(
        "cn",
        holidays=frozenset({wall("2026-02-16").date()}),
        workdays=frozenset({wall("2026-02-14").date()}),
    )
    layer = Layer("office", turns("2026-02-09 09:00", Unit.WEEK), (WORKDAYS,))
    seat = rotation(SHANGHAI, layer)
    one = type(seat)(seat.id, seat.name, seat.zone, seat.layers, calendar)
    found = list(shifts(one, at("2026-02-13 00:00"), at("2026-02-17 12:00")))
    assert [shown(shift, SHANGHAI) for shift in found] == [
        ("ann", "2026-02-13 09:00", "2026-02-13 18:00"),
        ("ann", "2026-02-14 09:00", "2026-02-14 18:00"),  # a Saturday that is worked
        ("bo", "2026-02-17 09:00", "2026-02-17 18:00"),  # after a Monday off
    ]


def test_a_cut_shift_that_only_borders_on_the_span_is_not_in_it() -> None:
    one = rotation("UTC", Layer("office", turns("2026-02-09 00:00"), (WORKDAYS,)))
    assert list(shifts(one, at("2026-02-09 18:00"), at("2026-02-10 09:00"))) == []
    found = list(shifts(one, at("2026-02-09 17:59"), at("2026-02-10 09:01")))
    assert [shift.person for shift in found] == ["ann", "bo"]


def test_windows_that_touch_at_midnight_are_one() -> None:
    one = rotation(SHANGHAI, Layer("n", turns("2026-01-01 12:00", every=7), (NIGHTS,)))
    found = list(shifts(one, at("2026-01-01 20:00"), at("2026-01-02 03:00")))
    assert [shown(shift, SHANGHAI) for shift in found] == [
        ("ann", "2026-01-01 22:00", "2026-01-02 06:00")
    ]


def test_a_higher_layer_takes_its_time_out_of_the_lower_ones() -> None:
    listed = FixedList((FixedShift("cy", wall("2026-01-02 12:00"), wall("2026-01-02 18:00")),))
    layers = Layer("d", turns("2026-01-01 08:00")), Layer("l", listed, level=2)
    one = rotation(SHANGHAI, *layers)
    found = list(shifts(one, at("2026-01-02 01:00"), at("2026-01-03 00:00")))
    assert [shown(shift, SHANGHAI) for shift in found] == [
        ("bo", "2026-01-02 08:00", "2026-01-02 12:00"),
        ("cy", "2026-01-02 12:00", "2026-01-02 18:00"),
        ("bo", "2026-01-02 18:00", "2026-01-03 08:00"),
    ]


def test_a_list_has_its_shifts_and_nothing_between_them() -> None:
    listed = FixedList(
        tuple(
            FixedShift(person, wall(f"2026-01-{day:02} 08:00"), wall(f"2026-01-{day:02} 20:00"))
            for day, person in ((1, "ann"), (3, "bo"), (5, "cy"))
        )
    )
    one = rotation("UTC", Layer("l", listed))
    found = list(shifts(one, at("2026-01-01 20:00"), at("2026-01-05 08:00")))
    assert [shift.person for shift in found] == ["bo"]
    found = list(shifts(one, at("2026-01-01 19:59"), at("2026-01-05 08:01")))
    assert [shift.person for shift in found] == ["ann", "bo", "cy"]
