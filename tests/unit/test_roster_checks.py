from datetime import datetime, timedelta
from pathlib import Path

from netfin_incident.app.roster_checks import check_between
from netfin_incident.domain.roster import (
    DAYS_AHEAD,
    NO_CHANGES,
    Address,
    Changes,
    Contact,
    ContactChannel,
    Kept,
    Layer,
    Person,
    RoleCover,
    Roster,
    Rotation,
    Team,
    Turns,
    Unit,
)
from netfin_incident.domain.roster import Override as Instead
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError
from netfin_incident.library.roster import load_roster
from netfin_incident.wording.roster_sayings import ROSTER_SAYINGS
from playbook_text import assert_said
from rosters import at, turns, wall, write

NOW = at("2026-01-05 00:00")


def check_roster(
    roster: Roster, start: datetime, changes: Changes = NO_CHANGES, days: int = DAYS_AHEAD
) -> tuple[DefinitionError, ...]:
    return check_between(roster, start, start + timedelta(days=days), changes)


PHONE = Contact("mobile", ContactChannel.PHONE, Address(Kept.HERE, "110"), 1)


def person(name: str, *contacts: Contact, teams: tuple[str, ...] = ()) -> Person:
    return Person(name, name, "UTC", "en", contacts or (PHONE,), teams)


def seat(rotation_id: str, order: Turns) -> Rotation:
    return Rotation(rotation_id, Text("Seat", "席位"), "Asia/Shanghai", (Layer("d", order),))


def alone(name: str) -> Turns:
    return turns("2026-01-01 00:00", Unit.DAY, name)


FIRST = seat("first", turns("2026-01-05 08:00", Unit.WEEK))
"""ann from 5 January, 08:00 in Shanghai; bo a week later."""
SOUND = Roster(
    people=(person("ann"), person("bo"), person("cy", teams=("help",))),
    teams=(Team("pay", Text("Pay", "支付"), ("first",)), Team("help", Text("Help", "支援"))),
    rotations=(FIRST,),
    roles=(RoleCover("technical", "first", "cy"), RoleCover("settlement", "cy", "bo")),
    incompatible=(("technical", "settlement"), ("technical", "scribe")),
)


def slugs(found: tuple[DefinitionError, ...]) -> list[str]:
    for error in found:
        assert error.slug in ROSTER_SAYINGS
        assert_said(error)
    return [error.slug for error in found]


def replaced(roster: Roster, **parts: object) -> Roster:
    fields = {name: getattr(roster, name) for name in Roster.__dataclass_fields__}
    return Roster(**{**fields, **parts})


def instead(name: str, person_id: str, instead_of: str, start: str, end: str) -> Instead:
    return Instead(name, "first", person_id, instead_of, at(start), at(end), at("2025-12-01 00:00"))


def test_a_sound_roster_needs_nothing() -> None:
    assert slugs(check_roster(SOUND, NOW)) == []


def test_a_gap_in_the_days_ahead_is_said_on_the_clocks_of_the_rotation() -> None:
    ending = Turns(("ann",), wall("2026-01-01 00:00"), Unit.WEEK, until=wall("2026-02-01 08:00"))
    roster = replaced(SOUND, rotations=(seat("first", ending),))
    (gap,) = check_roster(roster, NOW)
    assert slugs((gap,)) == ["roster-gap"]
    assert str(gap.values["start"]) == "2026-02-01 08:00:00+08:00"
    assert gap.values["end"] == NOW + timedelta(days=30)
    assert check_roster(roster, NOW, days=20) == ()


def test_a_person_with_no_contact_that_reaches_far_is_named() -> None:
    bell = Contact("bell", ContactChannel.BELL, None, 1)
    nobody = Person("dee", "dee", "UTC", "en")
    people = (*SOUND.people, nobody, person("eve", bell), person("fay", bell, PHONE))
    found = check_roster(replaced(SOUND, people=people), NOW)
    assert slugs(found) == ["person-without-contact"] * 2
    assert [error.values["person"] for error in found] == ["dee", "eve"]


def test_a_role_without_a_backup_is_named() -> None:
    roles = (*SOUND.roles, RoleCover("legal", "pay"))
    (error,) = check_roster(replaced(SOUND, roles=roles), NOW)
    assert (error.slug, error.values["role"]) == ("role-without-backup", "legal")


def test_overrides_that_overlap_for_the_same_person_are_named() -> None:
    first = instead("o1", "cy", "ann", "2026-01-06 00:00", "2026-01-08 00:00")
    same = instead("o2", "bo", "ann", "2026-01-07 00:00", "2026-01-09 00:00")
    found = check_roster(SOUND, NOW, Changes((first, same)))
    overlaps = [error for error in found if error.slug == "overrides-overlap"]
    assert slugs(tuple(overlaps)) == ["overrides-overlap"]
    assert overlaps[0].values["start"] == at("2026-01-07 00:00")
    assert overlaps[0].values["end"] == at("2026-01-08 00:00")
    after = instead("o2", "bo", "ann", "2026-01-08 00:00", "2026-01-09 00:00")
    other = instead("o2", "dee", "cy", "2026-01-07 00:00", "2026-01-09 00:00")
    for second in (after, other):
        found = check_roster(SOUND, NOW, Changes((first, second)))
        assert "overrides-overlap" not in slugs(found)


def test_overrides_that_are_over_are_not_looked_at() -> None:
    first = instead("o1", "cy", "ann", "2026-01-02 00:00", "2026-01-04 00:00")
    assert check_roster(SOUND, NOW, Changes((first, first))) == ()


def test_an_override_that_never_replaces_anybody_is_named() -> None:
    idle = instead("o1", "cy", "bo", "2026-01-06 00:00", "2026-01-08 00:00")
    (error,) = check_roster(SOUND, NOW, Changes((idle,)))
    assert (error.slug, error.values["person"]) == ("override-idle", "bo")
    later = instead("o1", "cy", "bo", "2026-01-06 00:00", "2026-01-13 00:00")
    assert "override-idle" not in slugs(check_roster(SOUND, NOW, Changes((later,))))
    chained = (
        instead("o1", "dee", "ann", "2026-01-06 00:00", "2026-01-08 00:00"),
        instead("o2", "eve", "dee", "2026-01-06 00:00", "2026-01-08 00:00"),
    )
    assert "override-idle" not in slugs(check_roster(SOUND, NOW, Changes(chained)))


def test_one_person_for_two_incompatible_roles_is_named_once() -> None:
    roles = (RoleCover("technical", "first", "cy"), RoleCover("settlement", "bo", "cy"))
    (error,) = check_roster(replaced(SOUND, roles=roles), NOW)
    assert slugs((error,)) == ["roles-held-together"]
    assert (error.values["person"], error.values["start"]) == ("bo", at("2026-01-12 00:00"))
    assert check_roster(replaced(SOUND, roles=roles), NOW, days=7) == ()


def test_a_team_holds_a_role_by_those_on_call_or_by_all_of_its_people() -> None:
    for team, person_id, names in (("pay", "ann", ["ann"]), ("help", "cy", ["cy"]), ("help", "bo", [])):  # fmt: skip
        roles = (RoleCover("technical", team, "x"), RoleCover("settlement", person_id, "x"))
        found = check_roster(replaced(SOUND, roles=roles), NOW)
        assert [error.values["person"] for error in found] == names
    both = (seat("first", alone("ann")), seat("second", alone("ann")))
    roles = (RoleCover("technical", "first", "x"), RoleCover("settlement", "second", "x"))
    found = check_roster(replaced(SOUND, rotations=both, roles=roles), NOW)
    assert slugs(found) == ["roles-held-together"]


def test_a_roster_from_a_file_is_looked_through(tmp_path: Path) -> None:
    roster = load_roster(write(tmp_path))
    assert roster is not None
    found = check_roster(roster, at("2026-01-31 02:00"), days=1)
    assert slugs(found) == ["roster-gap", "person-without-contact"]
    assert found[0].values["rotation"] == "second"
