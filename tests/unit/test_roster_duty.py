import time
from datetime import timedelta

import pytest

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.roster import (
    Changes,
    FixedList,
    FixedShift,
    Layer,
    Opening,
    Override,
    Past,
    Person,
    Roster,
    Rotation,
    Stint,
    Swap,
    Team,
    Temporary,
    Turns,
    Unit,
    Why,
    balance,
    gaps,
    on_call,
    spell,
    timeline,
)
from netfin_incident.domain.text import Text
from rosters import at, rotation, turns, wall

DAILY = rotation("UTC", Layer("d", turns("2026-01-01 08:00", Unit.DAY, "ann", "bo", "cy")))
"""ann from 08:00 on 1 January, bo on the 2nd, cy on the 3rd."""
NOBODY = Roster(())
BEFORE = at("2025-12-01 00:00")
NOON = at("2026-01-01 12:00")


def override(person: str, instead_of: str, start: str, end: str, **more: str) -> Override:
    since = at(more["since"]) if "since" in more else BEFORE
    return Override(more.get("id", "o1"), "seat", person, instead_of, at(start), at(end), since)


def who(changes: Changes, moment: str) -> tuple[str, Why]:
    (duty,) = on_call(NOBODY, DAILY, at(moment), changes).duties
    return duty.person, duty.why


ALL_DAY = ("2026-01-01 08:00", "2026-01-02 08:00")


def test_the_one_whose_turn_it_is_is_on_call_from_the_first_instant_to_before_the_last() -> None:
    one_less = timedelta(microseconds=1)
    found = [
        on_call(NOBODY, DAILY, moment).people
        for moment in (
            at("2026-01-01 08:00") - one_less,
            at("2026-01-01 08:00"),
            at("2026-01-02 08:00") - one_less,
            at("2026-01-02 08:00"),
        )
    ]
    assert found == [(), ("ann",), ("ann",), ("bo",)]


def test_the_past_goes_before_a_temporary_schedule_that_before_an_override_that_before_layers() -> (
    None
):
    first = override("dee", "ann", *ALL_DAY)
    plan = Temporary("t1", "seat", at(ALL_DAY[0]), at(ALL_DAY[1]), (Stint("eve", at(ALL_DAY[0]), at("2026-01-01 20:00")),), BEFORE)  # fmt: skip
    past = Past("seat", Stint("fay", at("2026-01-01 08:00"), at("2026-01-01 10:00")))
    moment = "2026-01-01 09:00"
    assert who(Changes(), moment) == ("ann", Why.LAYER)
    assert who(Changes((first,)), moment) == ("dee", Why.OVERRIDE)
    assert who(Changes((first,), (plan,)), moment) == ("eve", Why.TEMPORARY)
    assert who(Changes((first,), (plan,), (past,)), moment) == ("fay", Why.PAST)
    assert who(Changes((first,), (plan,), (past,)), "2026-01-01 10:00") == ("eve", Why.TEMPORARY)
    # A temporary schedule replaces all layers, also where it has nobody.
    assert who(Changes((first,), (plan,)), "2026-01-01 20:00") == ("", Why.TEMPORARY)


def test_changes_to_another_rotation_change_nothing() -> None:
    elsewhere = Override("o1", "other", "dee", "", at(ALL_DAY[0]), at(ALL_DAY[1]), BEFORE)
    plan = Temporary("t1", "other", at(ALL_DAY[0]), at(ALL_DAY[1]), (), BEFORE)
    past = Past("other", Stint("fay", at(ALL_DAY[0]), at(ALL_DAY[1])))
    found = on_call(NOBODY, DAILY, NOON, Changes((elsewhere,), (plan,), (past,)))
    assert (found.people, found.idle) == (("ann",), ())


def test_an_override_for_somebody_who_is_not_on_call_has_no_effect_and_is_named() -> None:
    idle = override("dee", "bo", *ALL_DAY)
    found = on_call(NOBODY, DAILY, NOON, Changes((idle,)))
    assert (found.people, found.idle) == (("ann",), (idle,))


def test_an_override_is_half_open_and_says_whom_it_replaces() -> None:
    changes = Changes((override("dee", "ann", "2026-01-01 10:00", "2026-01-01 12:00"),))
    moments = ("09:59", "10:00", "11:59", "12:00")
    assert [who(changes, f"2026-01-01 {one}")[0] for one in moments] == ["ann", "dee", "dee", "ann"]
    (duty,) = on_call(NOBODY, DAILY, at("2026-01-01 11:00"), changes).duties
    assert (duty.by, duty.instead_of) == ("o1", "ann")


def test_an_override_follows_its_person_over_several_shifts() -> None:
    changes = Changes((override("dee", "bo", "2026-01-01 00:00", "2026-01-10 00:00"),))
    days = [who(changes, f"2026-01-{day:02} 12:00")[0] for day in range(1, 7)]
    assert days == ["ann", "dee", "cy", "ann", "dee", "cy"]


def test_an_override_for_nobody_in_particular_fills_a_gap() -> None:
    changes = Changes((override("dee", "", "2025-12-31 00:00", "2026-01-01 12:00"),))
    assert who(changes, "2025-12-31 12:00") == ("dee", Why.OVERRIDE)
    assert who(changes, "2026-01-01 11:00") == ("dee", Why.OVERRIDE)


def test_an_override_of_the_one_who_stands_in_counts_in_turn() -> None:
    both = (
        override("dee", "ann", *ALL_DAY, id="o1"),
        override("eve", "dee", *ALL_DAY, id="o2"),
        override("fay", "ann", *ALL_DAY, id="o3"),
    )
    found = on_call(NOBODY, DAILY, NOON, Changes(both))
    assert found.people == ("eve",)
    assert found.duties[0].instead_of == "ann"
    assert [one.id for one in found.idle] == ["o3"]


def test_an_override_does_not_change_what_was_before_it_was_made() -> None:
    changes = Changes((override("dee", "ann", *ALL_DAY, since="2026-01-01 15:00"),))
    assert who(changes, "2026-01-01 14:59") == ("ann", Why.LAYER)
    assert who(changes, "2026-01-01 15:00") == ("dee", Why.OVERRIDE)


def test_a_swap_counts_once_it_is_accepted_and_both_ways() -> None:
    gives = at("2026-01-01 08:00"), at("2026-01-02 08:00")
    takes = at("2026-01-02 08:00"), at("2026-01-03 08:00")
    offered = Swap("s1", "seat", "ann", "bo", gives, takes)
    assert tuple(offered.overrides()) == ()
    accepted = Swap("s1", "seat", "ann", "bo", gives, takes, at("2026-01-01 10:00"))
    changes = Changes(tuple(accepted.overrides()))
    assert who(changes, "2026-01-01 09:59") == ("ann", Why.LAYER)
    assert who(changes, "2026-01-01 10:00") == ("bo", Why.OVERRIDE)
    assert who(changes, "2026-01-02 10:00") == ("ann", Why.OVERRIDE)
    assert who(changes, "2026-01-03 10:00") == ("cy", Why.LAYER)
    given = Swap("s2", "seat", "ann", "bo", gives, None, BEFORE)
    assert [one.person for one in given.overrides()] == ["bo"]


def test_a_team_is_everybody_on_call_in_its_rotations() -> None:
    second = Rotation("two", Text("Two", "二"), "UTC", (Layer("d", turns("2026-01-01 00:00")),))
    team = Team("pay", Text("Pay", "支付"), ("seat", "two", "gone"))
    found = on_call(Roster((), (team,), (DAILY, second)), team, at("2026-01-02 12:00"))
    assert [(duty.rotation, duty.person) for duty in found.duties] == [
        ("seat", "bo"),
        ("two", "bo"),
    ]
    assert found.people == ("bo",)


def test_a_timeline_has_no_holes_and_agrees_with_every_moment() -> None:
    changes = Changes(
        (override("dee", "ann", "2026-01-01 10:00", "2026-01-01 12:00"),),
        (Temporary("t1", "seat", at("2026-01-02 20:00"), at("2026-01-03 20:00"), (Stint("eve", at("2026-01-03 00:00"), at("2026-01-03 06:00")),), BEFORE),),
    )  # fmt: skip
    start, end = at("2026-01-01 00:00"), at("2026-01-04 00:00")
    found = list(timeline(DAILY, start, end, changes))
    assert [(f"{one.start:%d %H}", one.duty.person) for one in found] == [
        ("01 00", ""), ("01 08", "ann"), ("01 10", "dee"), ("01 12", "ann"), ("02 08", "bo"),
        ("02 20", ""), ("03 00", "eve"), ("03 06", ""), ("03 20", "cy"),
    ]  # fmt: skip
    assert [one.start for one in found[1:]] == [one.end for one in found[:-1]]
    for minutes in range(0, 3 * 1440, 7):
        moment = start + timedelta(minutes=minutes)
        (now,) = (one for one in found if one.start <= moment < one.end)
        assert (now.duty,) == on_call(NOBODY, DAILY, moment, changes).duties


def test_the_next_change_is_when_somebody_else_is_on_call() -> None:
    coming = spell(DAILY, NOON).follows
    assert coming is not None
    assert (coming.start, coming.duty.person) == (at("2026-01-02 08:00"), "bo")
    alone = rotation("UTC", Layer("d", turns("2026-01-01 08:00", Unit.DAY, "ann")))
    assert spell(alone, NOON).follows is None
    coming = spell(alone, at("2025-12-31 12:00")).follows
    assert coming is not None
    assert (coming.start, coming.duty.person) == (at("2026-01-01 08:00"), "ann")


OFFICE = Opening(parse_business_hours("Mon-Fri 09:00-18:00"))
LONG_OFFICE = Opening(parse_business_hours("Mon-Fri 08:00-18:00"))


def test_gaps_are_when_nobody_is_on_call() -> None:
    layer = Layer("d", turns("2026-01-01 08:00"), (OFFICE,))
    found = list(gaps(rotation("UTC", layer), at("2026-01-05 00:00"), at("2026-01-06 00:00")))
    assert [(f"{gap.start:%H}", f"{gap.end:%d %H}") for gap in found] == [
        ("00", "05 09"),
        ("18", "06 00"),
    ]


def test_there_is_no_gap_while_nobody_has_to_be_on_call() -> None:
    layers = (Layer("d", turns("2026-01-01 08:00"), (OFFICE,)),)
    name = Text("Seat", "席位")
    whole = Rotation("seat", name, "UTC", layers, needed=(OFFICE,))
    assert list(gaps(whole, at("2026-01-05 00:00"), at("2026-02-04 00:00"))) == []
    short = Rotation("seat", name, "UTC", layers, needed=(LONG_OFFICE,))
    found = list(gaps(short, at("2026-01-05 00:00"), at("2026-01-07 00:00")))
    assert [f"{gap.start:%d %H}-{gap.end:%H}" for gap in found] == ["05 08-09", "06 08-09"]
    filled = Changes((override("dee", "", "2026-01-05 00:00", "2026-01-06 12:00"),))
    assert list(gaps(short, at("2026-01-05 00:00"), at("2026-01-07 00:00"), filled)) == []


def test_a_gap_that_two_reasons_share_is_one() -> None:
    plan = Temporary("t1", "seat", at("2026-01-05 20:00"), at("2026-01-06 09:00"), (), BEFORE)
    layer = Layer("d", turns("2026-01-01 08:00"), (OFFICE,))
    span = at("2026-01-05 12:00"), at("2026-01-06 12:00")
    found = list(gaps(rotation("UTC", layer), *span, Changes((), (plan,))))
    assert [f"{gap.start:%d %H}-{gap.end:%d %H}" for gap in found] == ["05 18-06 09"]


def test_hours_are_shared_out_with_the_nights_and_rest_days_where_people_live() -> None:
    people = (Person("ann", "Ann", "UTC", "en"), Person("bo", "Bo", "Asia/Shanghai", "en"))
    seat = rotation("UTC", Layer("d", turns("2026-01-02 08:00", Unit.DAY, "ann", "bo", "cy")))
    found = balance(Roster(people), (seat,), at("2026-01-02 08:00"), at("2026-01-04 08:00"))
    by_person = {load.person: load for load in found}
    hours = {p: [x // timedelta(hours=1) for x in (one.total, one.nights, one.rest_days)] for p, one in by_person.items()}  # fmt: skip
    # ann: Friday 08:00 to Saturday 08:00; bo: Saturday 16:00 to Sunday 16:00, in Shanghai.
    assert hours == {"ann": [24, 8, 8], "bo": [24, 8, 24], "cy": [0, 0, 0]}
    assert [by_person[one].shifts for one in ("ann", "bo", "cy")] == [1, 1, 0]
    assert [load.person for load in found] == ["ann", "bo", "cy"]


def test_a_handoff_to_oneself_is_no_new_shift() -> None:
    alone = rotation("UTC", Layer("d", turns("2026-01-01 08:00", Unit.DAY, "ann")))
    (load,) = balance(NOBODY, (alone,), at("2026-01-01 08:00"), at("2026-01-11 08:00"))
    assert (load.shifts, load.total) == (1, timedelta(days=10))
    (load,) = balance(NOBODY, (alone, alone), at("2026-01-01 08:00"), at("2026-01-11 08:00"))
    assert (load.shifts, load.total) == (2, timedelta(days=20))


@pytest.mark.parametrize("unit", [Unit.DAY, Unit.MONTH])
def test_who_is_on_call_is_found_as_fast_far_from_the_start_as_near(unit: Unit) -> None:
    one = rotation("America/New_York", Layer("d", turns("2000-01-31 08:00", unit)))

    def fastest(moment: str) -> float:
        taken = []
        for _ in range(20):
            before = time.perf_counter()
            for hours in range(20):
                on_call(NOBODY, one, at(moment) + timedelta(hours=hours))
            taken.append(time.perf_counter() - before)
        return min(taken)

    fastest("2000-03-01 00:00")
    assert fastest("2099-03-01 00:00") < 4 * fastest("2000-03-01 00:00")


def test_who_is_on_call_by_a_list_is_found_without_walking_it() -> None:
    listed = FixedList(
        tuple(
            FixedShift(f"p{n}", wall("2026-01-01 00:00") + timedelta(hours=n), wall("2026-01-01 01:00") + timedelta(hours=n))
            for n in range(5_000)
        )
    )  # fmt: skip
    one = rotation("UTC", Layer("l", listed))
    for n in (0, 1, 2_500, 4_999):
        moment = at("2026-01-01 00:30") + timedelta(hours=n)
        assert on_call(NOBODY, one, moment).people == (f"p{n}",)
    assert on_call(NOBODY, one, at("2026-01-01 00:00") + timedelta(hours=5_000)).people == ()


def test_nobody_is_on_call_by_a_layer_that_has_ended() -> None:
    order = Turns(("ann",), wall("2026-01-01 08:00"), Unit.WEEK, until=wall("2026-01-03 08:00"))
    one = rotation("UTC", Layer("d", order))
    moments = at("2026-01-03 07:59"), at("2026-01-03 08:00"), at("2027-01-01 08:00")
    assert [on_call(NOBODY, one, moment).people for moment in moments] == [("ann",), (), ()]


def test_a_window_that_has_begun_goes_on_while_clocks_put_back_show_the_day_before() -> None:
    sunday = Opening(parse_business_hours("Sun 00:00-06:00"))
    one = rotation("America/St_Johns", Layer("d", turns("2010-01-01 00:00"), (sunday,)))
    # At 00:01 on 7 November 2010 the clocks there were put back to 23:01.
    for moment, there in (("02:29", False), ("02:30", True), ("02:45", True), ("03:40", True)):
        found = on_call(NOBODY, one, at(f"2010-11-07 {moment}"))
        assert bool(found.people) is there, moment


def test_rest_days_are_those_of_the_calendar() -> None:
    weekend = Opening(parse_business_hours("daily 00:00-24:00"), Days.RESTDAYS)
    one = rotation("UTC", Layer("d", turns("2026-01-01 00:00"), (weekend,)))
    days = [bool(on_call(NOBODY, one, at(f"2026-01-{day:02} 12:00")).people) for day in range(1, 8)]
    assert days == [False, False, True, True, False, False, False]
