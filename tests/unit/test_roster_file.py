import re
from pathlib import Path

import pytest

from netfin_incident.domain.roster import (
    Address,
    Contact,
    ContactChannel,
    FixedList,
    Kept,
    Layer,
    Person,
    RoleCover,
    Rotation,
    Turns,
    Unit,
)
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.roster import check_roster_file, load_roster, read_roster
from netfin_incident.library.source import read_source
from netfin_incident.wording.roster_sayings import ROSTER_SAYINGS
from playbook_text import assert_said
from rosters import SMALL, wall, write

DOC = Path(__file__).parents[2] / "docs/roster.md"


def refused(path: Path) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        load_roster(path)
    assert_said(raised.value)
    return raised.value


def test_everything_about_a_person_is_read(tmp_path: Path) -> None:
    roster = load_roster(write(tmp_path))
    assert roster is not None
    assert roster.person("ann") == Person(
        id="ann",
        name="安",
        zone="Asia/Shanghai",
        language="zh-Hans",
        contacts=(
            Contact("mobile", ContactChannel.PHONE, Address(Kept.HERE, "+86 138 0000 0001"), 1),
            Contact("chat", ContactChannel.DINGTALK, Address(Kept.ENV, "CHAT_ANN"), 1),
        ),
        teams=("pay",),
        skills=("ledger",),
    )
    bo = roster.person("bo")
    assert bo is not None
    assert (bo.zone, bo.language) == ("America/New_York", "en")
    assert roster.roles[0] == RoleCover("technical", "first", "second")
    assert roster.incompatible == (("technical", "settlement"),)


def test_contacts_are_in_the_order_in_which_they_are_tried(tmp_path: Path) -> None:
    text = SMALL.replace('0001"}', '0001", priority: 2}')
    roster = load_roster(write(tmp_path, text))
    assert roster is not None
    assert [contact.id for contact in roster.people[0].contacts] == ["chat", "mobile"]


def test_everything_about_a_rotation_is_read(tmp_path: Path) -> None:
    roster = load_roster(write(tmp_path))
    assert roster is not None
    first, second = roster.rotations
    by_turns, listed = first.layers
    # From Monday 09:00 to Friday 18:00 are four days and nine hours.
    assert by_turns.order == Turns(
        ("ann", "bo"), wall("2026-01-05 09:00"), Unit.WEEK, handoffs=(0, 4 * 1440 + 540)
    )
    assert isinstance(listed.order, FixedList)
    assert [shift.person for shift in listed.order.shifts] == ["cy", "ann"]
    assert (by_turns.level, listed.level) == (1, 2)
    assert not first.calendar.is_workday(wall("2026-01-01").date())
    assert first.calendar.is_workday(wall("2026-01-04").date())
    (office,) = second.layers
    assert isinstance(office.order, Turns)
    assert (office.order.unit, office.order.until) == (Unit.MONTH, wall("2027-01-31 09:00"))
    assert second.calendar.is_workday(wall("2026-01-01").date())


def test_a_missing_file_means_no_roster(tmp_path: Path) -> None:
    assert load_roster(tmp_path / "roster.yaml") is None
    assert check_roster_file(tmp_path / "roster.yaml") == ()


def test_a_link_to_nowhere_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "roster.yaml"
    path.symlink_to(tmp_path / "gone.yaml")
    assert refused(path).slug == "definition-symlink"


PHONE = 'channel: phone, address: "+86 138 0000 0001"'
HANDOFFS = "handoffs: [Mon 09:00, Fri 18:00]"
LISTED = "{person: ann, from: 2026-02-02 09:00, to: 2026-02-03 09:00}"
TOKEN = "https://oapi.dingtalk.example/robot/send?access_token=0123"  # noqa: S105 - made up

# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-roster/1", "¦netfin-roster/2", "schema-unknown"),
    "no zone": ("zone: Asia/Shanghai\n", "", "field-missing"),
    "an abbreviated zone": ("zone: Asia/Shanghai", "zone: ¦CST", "roster-zone-unknown"),
    "a person's unknown zone": ("America/New_York", "¦America/Newyork", "roster-zone-unknown"),
    "an unknown language": ("language: en", "language: ¦fr", "choice-unknown"),
    "an unknown team": ("teams: [pay]", "teams: [¦pya]", "roster-team-unknown"),
    "an unknown channel": ("channel: mail", "channel: ¦pigeon", "choice-unknown"),
    "a contact without address": (
        "- {id: mail, channel: mail, address: bo@example.com}",
        "- {id: ¦mail, channel: mail}",
        "field-missing",
    ),
    "a token in the file": ("address: env:CHAT_ANN", f"address: ¦{TOKEN}", "contact-secret"),
    "a token that is no address": ("address: env:CHAT_ANN", "address: ¦s3cr3t", "contact-secret"),
    "an address with a token as a number": (PHONE, f"channel: sms, address: ¦{TOKEN}", "contact-secret"),
    "a number in letters": (PHONE, "channel: phone, address: ¦extension", "contact-address"),
    "a variable without a name": ("env:CHAT_ANN", "¦'env:'", "contact-reference"),
    "a variable with a blank": ("env:CHAT_ANN", "¦env:CHAT ANN", "contact-reference"),
    "a file that is no path": ("env:CHAT_ANN", "¦file:chat", "contact-reference"),
    "the same number twice": (
        "{id: chat, channel: dingtalk, address: env:CHAT_ANN, priority: 1}",
        '{id: ¦desk, channel: phone, address: "+86138-00000001"}',
        "contact-twice",
    ),
    "a contact id twice": ("id: chat,", "id: ¦Mobile,", "id-twice"),
    "an unknown rotation": ("rotations: [first]", "rotations: [¦frst]", "roster-rotation-unknown"),
    "an unknown calendar": ("calendar: cn", "calendar: ¦us", "roster-calendar-unknown"),
    "a week that is none": ("week: Mon-Fri", "week: ¦Monday-Fryday", "roster-hours-unreadable"),
    "a holiday that is no day": ("[2026-01-01]", "[¦2026-02-30]", "field-not-a-date"),
    "an unknown person in turns": ("people: [ann, bo]", "people: [ann, ¦bob]", "roster-person-unknown"),
    "an unknown person in a shift": (LISTED, LISTED.replace("ann", "¦anne"), "roster-person-unknown"),
    "nobody in turns": ("people: [ann, bo]", "people: ¦[]", "field-empty"),
    "a turn of no length": ("every: 1 week", "every: ¦0 weeks", "field-not-a-period"),
    "turns and shifts": ("id: listed\n", "id: ¦listed\n        every: 1 day\n", "roster-layer-kind"),
    "neither turns nor shifts": ("- id: office\n        every: 1 month", "- id: ¦office", "roster-layer-kind"),
    "turns without a start": ("- id: office\n        every: 1 month\n        start: 2026-01-31 09:00", "- id: ¦office\n        every: 1 month", "field-missing"),
    "a list with an end": ("level: 2\n", "level: 2\n        ¦until: 2026-03-01 09:00\n", "field-unknown"),
    "a start with a zone": ("start: 2026-01-05 09:00", "start: ¦2026-01-05T09:00Z", "roster-time-unreadable"),
    "a start that is no day": ("start: 2026-01-31 09:00", "start: ¦2026-02-30 09:00", "roster-time-unreadable"),
    "an end before the start": ("until: 2027-01-31", "until: ¦2025-01-31", "roster-shift-backwards"),
    "a handoff that is no time": (HANDOFFS, "handoffs: [Mon 09:00, ¦noon]", "roster-handoff-unreadable"),
    "a handoff on some days": (HANDOFFS, "handoffs: [¦Mon-Fri 09:00]", "roster-handoff-unreadable"),
    "a handoff without its day": (HANDOFFS, "¦handoffs: [09:00]", "roster-handoffs-misplaced"),
    "handoffs of a month": ("people: [cy]", "people: [cy]\n        ¦handoffs: [09:00]", "roster-handoffs-misplaced"),
    "a start between handoffs": (HANDOFFS, "¦handoffs: [Mon 10:00]", "roster-start-no-handoff"),
    "a handoff twice": (HANDOFFS, "¦handoffs: [Mon 09:00, 周一 09:00]", "roster-handoff-twice"),
    "a shift of no length": (LISTED, LISTED.replace("02-03 09", "02-02 09").replace("to: ", "to: ¦"), "roster-shift-backwards"),
    "a shift backwards": (LISTED, LISTED.replace("to: 2026-02-03", "to: ¦2026-02-01"), "roster-shift-backwards"),
    "shifts at once": (LISTED, LISTED.replace("from: 2026-02-02 09", "from: ¦2026-02-02 08"), "roster-shifts-overlap"),
    "layers at once": ("id: listed\n        level: 2", "id: ¦listed", "roster-layers-overlap"),
    "hours backwards": ('hours: "09:00-18:00"', "hours: ¦18:00-09:00", "roster-hours-unreadable"),
    "a role by nobody known": ("by: ann", "by: ¦anne", "roster-cover-unknown"),
    "a role that backs itself": ("backup: bo", "backup: ¦ann", "role-backs-itself"),
    "three roles as a pair": ("[technical, settlement]", "¦[technical, settlement, ledger]", "roster-pair"),
    "a role and itself": ("[technical, settlement]", "¦[technical, technical]", "roster-pair"),
    "an unknown role": ("[technical, settlement]", "[technical, ¦setlement]", "roster-role-unknown"),
    "one id for two things": ("  second:\n", "  ¦Bo:\n", "roster-id-shared"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    assert SMALL.count(old) == 1 or old == "zone: Asia/Shanghai", old
    marked = SMALL.replace(old, new, 1)
    path = write(tmp_path, marked.replace("¦", ""))
    found = [error for error in check_roster_file(path) if error.slug == slug]
    assert found, [str(error) for error in check_roster_file(path)]
    assert_said(found[0])
    assert refused(path).slug == slug
    if "¦" in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert found[0].place == Place(str(path), len(before), len(before[-1]) + 1)


def test_a_secret_is_not_repeated_in_what_is_said_of_it(tmp_path: Path) -> None:
    error = refused(write(tmp_path, SMALL.replace("env:CHAT_ANN", TOKEN)))
    assert error.slug == "contact-secret"
    assert "0123" not in str(error)


def test_one_look_names_every_error(tmp_path: Path) -> None:
    text = SMALL.replace("people: [cy]", "people: [cie]").replace("by: ann", "by: anne")
    _, reading = read_roster(read_source(write(tmp_path, text)))
    assert [error.slug for error in reading.errors] == [
        "roster-person-unknown",
        "roster-cover-unknown",
    ]


def test_a_check_names_missing_translations(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL.replace("{zh: 二线, en: Second line}", "二线"))
    assert [error.slug for error in check_roster_file(path)] == ["translation-missing"]
    assert check_roster_file(write(tmp_path)) == ()


def with_layers(*layers: str) -> str:
    """The small roster with other layers in the second rotation."""
    head, _, rest = SMALL.partition("      - id: office")
    return head + "".join(f"      - {layer}\n" for layer in layers) + rest[rest.index("roles:") :]


def turn(layer_id: str, **fields: str) -> str:
    given = {"every": "1 day", "start": "2026-01-01 00:00", "people": "[ann]", **fields}
    return f"{{id: {layer_id}, {', '.join(f'{key}: {value}' for key, value in given.items())}}}"


APART = {
    "by the windows of the week": ('[{hours: "Mon-Fri 09:00-18:00"}]', '[{hours: "Mon-Fri 18:00-24:00"}]'),
    "by days": ("[{days: workdays, hours: daily 00:00-24:00}]", "[{days: restdays, hours: daily 00:00-24:00}]"),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_layers_of_one_level_may_stand_side_by_side(one: str, other: str, tmp_path: Path) -> None:
    apart = with_layers(turn("a", only=one), turn("b", only=other))
    assert check_roster_file(write(tmp_path, apart)) == ()
    at_once = with_layers(turn("a", only=one), turn("b", only=one))
    assert refused(write(tmp_path, at_once)).slug == "roster-layers-overlap"


def test_a_layer_may_follow_another_of_its_level(tmp_path: Path) -> None:
    first = turn("a", until="2026-02-01 00:00")
    after, during = (turn("b", start=f"2026-{day} 00:00") for day in ("02-01", "01-31"))
    assert check_roster_file(write(tmp_path, with_layers(first, after))) == ()
    overlapping = refused(write(tmp_path, with_layers(first, during)))
    assert overlapping.slug == "roster-layers-overlap"


def test_a_rotation_has_at_most_twenty_layers(tmp_path: Path) -> None:
    layers = [turn(f"l{n}", level=f"{n}") for n in range(1, 22)]
    assert check_roster_file(write(tmp_path, with_layers(*layers[:20]))) == ()
    assert refused(write(tmp_path, with_layers(*layers))).slug == "roster-layers-too-many"


def test_a_list_of_very_many_shifts_is_read(tmp_path: Path) -> None:
    shifts = ", ".join(
        f"{{person: ann, from: {2000 + n // 300}-01-01 {n % 24:02}:{n % 60:02}, "
        f"to: {2000 + n // 300}-01-02 00:00}}"
        for n in range(3_000)
    )
    path = write(tmp_path, with_layers(f"{{id: a, shifts: [{shifts}]}}"))
    assert {error.slug for error in check_roster_file(path)} == {"roster-shifts-overlap"}


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    path = write(tmp_path, example[1])
    assert [str(error) for error in check_roster_file(path)] == []
    roster = load_roster(path)
    assert roster is not None
    assert [rotation.id for rotation in roster.rotations] == ["payments-first", "payments-second"]


def test_every_field_and_channel_is_in_the_documentation() -> None:
    page = DOC.read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    fields = {*Person.__dataclass_fields__, *Contact.__dataclass_fields__}
    fields |= {*Rotation.__dataclass_fields__, *Turns.__dataclass_fields__}
    fields |= {*Layer.__dataclass_fields__} - {"order"}
    assert fields - {"unit"} - rows == set()
    assert [one.value for one in ContactChannel if f"`{one.value}`" not in page] == []


def test_no_two_sayings_have_one_code() -> None:
    codes = [saying.code for saying in ROSTER_SAYINGS.values()]
    assert len(set(codes)) == len(codes)
    assert all("NF-2411" <= code <= "NF-2449" for code in codes)
