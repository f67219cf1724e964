from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from escalations import person, role, rotation
from netfin_incident.app.escalation_checks import Around, check_escalations
from netfin_incident.app.escalation_targets import on_call_now, people_at
from netfin_incident.domain.escalation import Target, TargetKind
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.roster import (
    NO_CHANGES,
    Address,
    Contact,
    ContactChannel,
    Kept,
    Layer,
    Opening,
    Person,
    RoleCover,
    Roster,
    Rotation,
    Team,
    Turns,
    Unit,
    WorkCalendar,
)
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.escalation import read_escalations
from netfin_incident.library.source import Source
from netfin_incident.wording.escalation_sayings import ESCALATION_SAYINGS
from playbook_text import assert_said
from rosters import at, wall

NOW = at("2026-01-05 00:00")
AHEAD = NOW + timedelta(days=30)
MAIL = Contact("mail", ContactChannel.MAIL, Address(Kept.HERE, "a@example.com"), 1)
PHONE = Contact("mobile", ContactChannel.PHONE, Address(Kept.HERE, "110"), 2)


def somebody(name: str, *contacts: Contact, teams: tuple[str, ...] = ()) -> Person:
    return Person(name, name, "UTC", "en", contacts, teams)


def seat(name: str, *people: str, until: str = "", needed: tuple[Opening, ...] = ()) -> Rotation:
    ends = wall(until) if until else None
    order = Turns(people, wall("2026-01-01 00:00"), Unit.WEEK, until=ends)
    title = Text("Seat", "席位")
    return Rotation(name, title, "Asia/Shanghai", (Layer("d", order),), needed=needed)


ROSTER = Roster(
    people=(
        somebody("ann", MAIL, PHONE, teams=("help",)),
        somebody("bo", MAIL),
        somebody("cto", MAIL),
        somebody("dialled", PHONE, teams=("help",)),
    ),
    teams=(Team("pay", Text("Pay", "支付"), ("first",)), Team("help", Text("Help", "支援"))),
    rotations=(
        seat("first", "ann", "bo"),
        seat("mixed", "ann", "dialled"),
        seat("ends", "ann", until="2026-02-01 08:00"),
        seat(
            "office",
            "ann",
            until="2026-01-06 08:00",
            needed=(Opening(parse_business_hours("Sat 09:00-10:00")),),
        ),
    ),
    roles=(RoleCover("technical", "ends", "bo"), RoleCover("ledger", "ann")),
    calendars=(WorkCalendar("cn"),),
)
FILE = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    levels:
      - id: line
        call: [{rotation: first}]
      - id: lead
        call: [{person: cto}]
    fallback: [{person: cto}]
use:
  - {policy: pay}
"""


def found(
    text: str, roster: Roster = ROSTER, channels: Collection[str] = (), services: str = ""
) -> tuple[DefinitionError, ...]:
    written = read_escalations(Source("escalation.yaml", text, ""))
    assert written.reading.errors == []
    around = Around(roster, NO_CHANGES, channels, services.split(), NOW, AHEAD)
    errors = check_escalations(written, around)
    for error in errors:
        assert error.slug in ESCALATION_SAYINGS
        assert_said(error)
    return errors


def calling(*targets: str) -> str:
    """The file with these called at the first level."""
    return FILE.replace("[{rotation: first}]", f"[{', '.join(targets)}]")


def places(errors: tuple[DefinitionError, ...], text: str) -> list[tuple[str, str]]:
    """Each slug, with the rest of the line from where it is said to stand."""
    lines = text.split("\n")
    return [
        (one.slug, lines[one.place.line - 1][one.place.column - 1 :]) for one in errors if one.place
    ]


def test_sound_policies_need_nothing() -> None:
    assert found(FILE) == ()


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("{person: an}", ("ann",)),
        ("{person: first}", ("ann", "bo", "cto", "dialled")),
        ("{team: first}", ("pay", "help")),
        ("{rotation: frst}", ("first",)),
        ("{role: ledgr}", ("ledger",)),
    ],
)
def test_a_target_that_the_roster_does_not_know_is_named(
    target: str, near: tuple[str, ...]
) -> None:
    text = calling("{person: bo}", target)
    (error,) = found(text)
    assert error.slug == "escalation-target-unknown"
    assert error.values["choices"] == near
    ((_, rest),) = places((error,), text)
    assert rest == target[target.index(": ") + 2 :] + "]"


def test_a_standard_role_need_not_be_covered_where_somebody_else_is_called() -> None:
    assert found(calling("{role: commander}", "{person: bo}")) == ()
    (error,) = found(calling("{role: commander}"))
    assert error.slug == "escalation-level-unreached"


def test_a_channel_that_is_not_set_up_is_named() -> None:
    text = calling("{channel: opps}")
    (error,) = found(text, channels=("ops",))
    assert (error.slug, error.values["choices"]) == ("escalation-channel-unknown", ("ops",))
    assert found(text, channels=("opps",)) == ()


def test_an_unknown_target_of_the_fallback_is_named_there() -> None:
    text = FILE.replace("fallback: [{person: cto}]", "fallback: [{person: ceo}]")
    assert places(found(text), text) == [("escalation-target-unknown", "ceo}]")]


@pytest.mark.parametrize(
    "targets",
    [("{person: dialled}",), ("{role: leader}", "{person: dialled}"), ("{role: scribe}",)],
)
def test_a_level_at_which_nobody_can_be_sent_anything_is_named(targets: tuple[str, ...]) -> None:
    text = calling(*targets)
    assert places(found(text), text) == [("escalation-level-unreached", "line")]


@pytest.mark.parametrize("target", ["{team: help}", "{role: technical}", "{team: pay}"])
def test_one_person_who_can_be_reached_is_enough(target: str) -> None:
    assert found(calling(target)) == ()


def test_a_rotation_with_a_gap_is_said_on_the_clocks_of_the_policy() -> None:
    text = calling("{rotation: ends}")
    (error,) = found(text)
    assert (error.slug, error.values["level"]) == ("escalation-level-gap", "line")
    assert str(error.values["start"]) == "2026-02-01 08:00:00+08:00"
    assert error.values["end"] == AHEAD


def test_a_gap_that_another_target_covers_is_none() -> None:
    assert found(calling("{rotation: ends}", "{person: bo}")) == ()
    assert found(calling("{rotation: ends}", "{rotation: first}")) == ()
    assert found(calling("{rotation: ends}", "{channel: ops}"), channels=("ops",)) == ()


def test_somebody_on_call_who_can_only_be_dialled_is_a_gap() -> None:
    (error,) = found(calling("{rotation: mixed}"))
    assert error.slug == "escalation-level-gap"
    assert str(error.values["start"]) == "2026-01-08 00:00:00+08:00"
    assert str(error.values["end"]) == "2026-01-15 00:00:00+08:00"


def test_a_time_that_a_rotation_leaves_open_is_no_gap() -> None:
    (error,) = found(calling("{rotation: office}"))
    assert str(error.values["start"]) == "2026-01-10 09:00:00+08:00"
    assert str(error.values["end"]) == "2026-01-10 10:00:00+08:00"


def test_a_gap_outside_the_hours_and_days_of_a_level_is_none() -> None:
    text = calling("{rotation: office}")
    for when, count in (("Mon-Fri 09:00-18:00", 0), ("Sat 09:30-12:00", 1)):
        limited = text.replace("office}]", f'office}}]\n        when: {{hours: "{when}"}}')
        assert len(found(limited)) == count
    rest_days = text.replace("office}]", "office}]\n        when: {days: workdays}")
    assert found(rest_days) == ()


@pytest.mark.parametrize("target", ["{person: dialled}", "{rotation: ends}", "{role: leader}"])
def test_a_fallback_that_is_not_always_reached_is_named(target: str) -> None:
    text = FILE.replace("fallback: [{person: cto}]", f"fallback: [{target}, {{channel: ops}}]")
    errors = found(text, channels=("ops",))
    assert [one.slug for one in errors] == ["escalation-fallback-unreached"]
    assert places(errors, text)[0][1].startswith("fallback:")


def test_the_same_person_at_every_level_is_named_with_the_moment() -> None:
    text = FILE.replace("call: [{person: cto}]", "call: [{person: bo}]")
    (error,) = found(text)
    assert (error.slug, error.values["person"]) == ("escalation-one-person", "bo")
    assert str(error.values["start"]) == "2026-01-08 00:00:00+08:00"
    alone = replace(ROSTER, rotations=(seat("first", "ann"),))
    assert found(text, alone) == ()


def test_a_single_level_is_not_the_same_person_at_every_level() -> None:
    text = FILE.replace("      - id: lead\n        call: [{person: cto}]\n", "")
    assert found(text) == ()


def test_a_policy_that_no_rule_uses_is_named() -> None:
    text = FILE.replace("{policy: pay}", "{policy: none}")
    assert places(found(text), text) == [("escalation-policy-unused", "pay:")]


def test_an_unknown_calendar_is_named() -> None:
    text = FILE.replace("    levels:", "    calendar: us\n    levels:")
    assert places(found(text), text) == [("escalation-calendar-unknown", "us")]
    assert found(text.replace("us\n", "cn\n")) == ()


def test_an_unknown_service_is_named_where_services_are_known() -> None:
    text = FILE.replace("use:", "use:\n  - {services: [gate, app], policy: none}")
    assert found(text) == ()
    assert found(text, services="app gate") == ()
    errors = found(text, services="app gates")
    assert places(errors, text) == [("escalation-service-unknown", "gate, app], policy: none}")]
    assert errors[0].values["choices"] == ("gates",)


def test_findings_are_in_the_order_of_the_file() -> None:
    text = calling("{person: an}").replace("fallback: [{person: cto}]", "fallback: [{person: ct}]")
    assert [one.place.line for one in found(text) if one.place] == [8, 11]


@pytest.mark.parametrize(
    ("target", "people"),
    [
        (person("ann"), ("ann",)),
        (person("ghost"), ()),
        (rotation("first"), ("bo",)),
        (rotation("ends"), ()),
        (Target(TargetKind.TEAM, "pay"), ("bo",)),
        (Target(TargetKind.TEAM, "help"), ("ann", "dialled")),
        (role("technical"), ("bo",)),
        (role("ledger"), ("ann",)),
        (role("leader"), ()),
        (Target(TargetKind.CHANNEL, "ops"), ()),
    ],
)
def test_a_target_stands_for_whom_the_roster_has(target: Target, people: tuple[str, ...]) -> None:
    assert people_at(ROSTER, target, at("2026-02-09 00:00")) == people


def test_a_role_stands_for_its_backup_only_where_nobody_covers_it() -> None:
    assert people_at(ROSTER, role("technical"), NOW) == ("ann",)


def test_on_call_now_has_every_target_every_role_and_all_ways() -> None:
    policy = read_escalations(Source("x", FILE, "")).escalations.policies[0]
    found_now = on_call_now(policy, ROSTER, NOW)
    assert found_now.people == {
        rotation("first"): ("ann",),
        person("cto"): ("cto",),
        role("technical"): ("ann",),
        role("ledger"): ("ann",),
    }
    assert found_now.ways["ann"] == Ways(("mail",), ("mobile",))
    assert found_now.at == NOW


def test_a_working_day_is_told_by_the_calendar_and_zone_of_the_policy() -> None:
    policy = read_escalations(Source("x", FILE, "")).escalations.policies[0]
    friday_night = at("2026-01-09 15:59")
    saturday = at("2026-01-09 16:01")
    assert on_call_now(policy, ROSTER, friday_night).workday
    assert not on_call_now(policy, ROSTER, saturday).workday
    odd = replace(ROSTER, calendars=(WorkCalendar("cn", frozenset({5})),))
    assert on_call_now(replace(policy, calendar="cn"), odd, saturday).workday


def test_the_file_named_in_a_finding_is_the_one_that_was_read() -> None:
    (error,) = found(calling("{person: an}"))
    assert error.place is not None
    assert Path(error.place.file) == Path("escalation.yaml")
