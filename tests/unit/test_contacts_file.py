import os
import re
from datetime import date
from pathlib import Path

import pytest

from firm_cases import CONTACTS, shelf
from netfin_incident.domain.firm import AGE_LIMIT, Contact, ContactKind
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.contacts import check_contacts, find_contact, load_contacts
from playbook_text import assert_said

DAY = date(2026, 11, 24)
CLOCKS = shelf()
KNOWN = {name for one in CLOCKS.list() if one.clock for name in one.clock.names}
PAGE = (Path(__file__).parents[2] / "docs/firm.md").read_text(encoding="utf-8")


def write(folder: Path, text: str = CONTACTS) -> Path:
    path = folder / "contacts.yaml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def changed(old: str, new: str) -> str:
    assert CONTACTS.count(old) == 1, old
    return CONTACTS.replace(old, new)


def found(folder: Path, text: str, day: date = DAY, *owed: str) -> list[tuple[str, int]]:
    clocks = [CLOCKS.find(name)[0] for name in owed]
    errors = check_contacts(write(folder, text), day, clocks, KNOWN)
    for error in errors:
        assert_said(error)
    return [(error.slug, error.place.line if error.place else -1) for error in errors]


def test_every_field_of_a_contact_is_read(tmp_path: Path) -> None:
    contacts = load_contacts(write(tmp_path))
    cac, police = contacts.contacts
    assert cac == Contact(
        id="cac",
        kind=ContactKind.AUTHORITY,
        name=Text("Cyberspace administration", "网信办"),
        checked_on=date(2026, 9, 1),
        review_by=date(2026, 12, 31),
        phone_24h="+86 21 1234 5678",
        portal="https://report.example.org/in",
        mail="duty@example.org",
        address="示例路 1 号",
        deputy="police",
        clocks=("cn-cac-operator", "cn-pipl-57-authority"),
    )
    assert (police.phone_24h, police.review_by, police.clocks) == ("", None, ())
    assert (contacts.age_limit, contacts.without_contact) == (90, ("cn-pipl-57-individuals",))


def test_no_file_means_no_contacts_and_half_a_year(tmp_path: Path) -> None:
    contacts = load_contacts(tmp_path / "contacts.yaml")
    assert (contacts.contacts, contacts.age_limit) == ((), AGE_LIMIT)
    assert check_contacts(tmp_path / "contacts.yaml", DAY, (), KNOWN) == ()


# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_FILES: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-contacts/1", "¦netfin-contacts/2", "schema-unknown"),
    "an unknown field": ("phone_24h:", "¦phone:", "field-unknown"),
    "an unknown kind": ("kind: police", "kind: ¦polce", "choice-unknown"),
    "no day of the check": ("    checked_on: 2026-10-01\n", "", "field-missing"),
    "a telephone in words": ('"+86 21 1234 5678"', "¦ask Li", "contact-address"),
    "a telephone kept elsewhere": ('"+86 21 1234 5678"', "¦env:CAC", "contact-address"),
    "a portal without encryption": ("https://report", "¦http://report", "outside-portal"),
    "a portal with a user": ("https://report", "¦https://me:pw@report", "outside-portal"),
    "a portal that is no address": ("https://report.example.org/in", "'¦https://['", "outside-portal"),
    "mail to nowhere": ("duty@example.org", "¦duty", "contact-address"),
    "an unknown deputy": ("deputy: police", "deputy: ¦polize", "outside-deputy-unknown"),
    "a deputy of itself": ("deputy: police", "deputy: ¦cac", "outside-deputy-unknown"),
    "a check after the review": ("2026-12-31", "¦2026-08-31", "clock-dates-crossing"),
    "an age limit in hours": ("90d", "¦90h", "outside-age-limit"),
    "an id with other capitals": ("\n  police:\n", "\n  ¦CAC: {}\n  police:\n", "id-twice"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_refused_where_it_is_wrong(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    marked = changed(old, new)
    path = write(tmp_path, marked.replace("¦", ""))
    with pytest.raises(DefinitionError) as raised:
        load_contacts(path)
    assert_said(raised.value)
    assert raised.value.slug == slug
    if "¦" in marked and "'¦" not in marked:
        before = marked[: marked.index("¦")].split("\n")
        assert raised.value.place == Place(str(path), len(before), len(before[-1]) + 1)


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        (date(2026, 12, 30), []),
        (date(2026, 12, 31), [("outside-stale", 19)]),
        (date(2027, 1, 1), [("outside-stale", 15), ("outside-stale", 19)]),
    ],
    ids=["the last day of the age limit", "the day after", "the day after the review"],
)
def test_a_contact_is_stale_the_day_after_its_check_holds(
    day: date, stale: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert found(tmp_path, CONTACTS, day) == stale


def test_without_an_age_limit_a_check_holds_for_180_days(tmp_path: Path) -> None:
    text = changed("age_limit: 90d\n", "")
    assert found(tmp_path, text, date(2027, 3, 30))[1:] == []
    assert found(tmp_path, text, date(2027, 3, 31))[1:] == [("outside-stale", 18)]


def test_a_check_names_what_would_fail_in_an_emergency(tmp_path: Path) -> None:
    text = changed('    phone_24h: "+86 21 1234 5678"\n', "")
    assert found(tmp_path, text) == [("outside-without-phone", 6)]
    for ahead in ("2062-10-01", "9999-12-31"):
        text = changed("2026-10-01", ahead)
        assert found(tmp_path, text) == [("outside-checked-ahead", 19)]
    assert found(tmp_path, changed("cn-cac-operator", "cn-cac-oprator")) == [
        ("outside-clock-unknown", 13)
    ]
    assert found(tmp_path, changed("57-individuals", "57-persons")) == [
        ("outside-clock-unknown", 3)
    ]


def test_a_clock_is_owed_to_somebody_when_it_or_each_of_its_reports_is_named(
    tmp_path: Path,
) -> None:
    assert found(tmp_path, CONTACTS, DAY, "cn-cac-operator", "cn-pipl-57") == []
    text = changed("without_contact: [cn-pipl-57-individuals]\n", "")
    path = write(tmp_path, text)
    clocks = [CLOCKS.find(name)[0] for name in ("cn-police", "cn-pipl-57")]
    missing = check_contacts(path, DAY, clocks, KNOWN)
    assert [(error.slug, error.values["reports"]) for error in missing] == [
        ("outside-recipient-missing", ("cn-police-report",)),
        ("outside-recipient-missing", ("cn-pipl-57-individuals",)),
    ]


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_change_is_refused(mode: int, tmp_path: Path) -> None:
    path = write(tmp_path)
    path.chmod(mode)
    with pytest.raises(DefinitionError) as raised:
        load_contacts(path)
    assert_said(raised.value)
    assert [one.slug for one in check_contacts(path, DAY, (), KNOWN)] == ["outside-open"]
    path.chmod(0o644)
    assert load_contacts(path).contacts != ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path)
    os.chown(path, 65_534, -1)
    with pytest.raises(DefinitionError) as raised:
        load_contacts(path)
    assert raised.value.slug == "outside-foreign-owner"
    assert_said(raised.value)


def test_a_contact_is_found_by_its_id_and_a_misspelt_one_gets_the_nearest(tmp_path: Path) -> None:
    contacts = load_contacts(write(tmp_path))
    assert find_contact("police", contacts).name.en == "Police"
    with pytest.raises(DefinitionError) as raised:
        find_contact("polize", contacts)
    assert_said(raised.value)
    assert raised.value.values["choices"] == ("police",)


def test_the_example_of_the_documentation_is_right(tmp_path: Path) -> None:
    _, example = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found(tmp_path, example, DAY, "cn-cac-operator", "cn-cac-summary", "cn-police") == []


def test_every_field_and_every_kind_is_in_the_documentation() -> None:
    fields = [name for name in Contact.__dataclass_fields__ if name != "id"]
    assert [name for name in fields if f"\n| `{name}` |" not in PAGE] == []
    assert [one.value for one in ContactKind if f"`{one.value}`" not in PAGE] == []
