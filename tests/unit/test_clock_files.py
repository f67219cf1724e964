from datetime import date
from pathlib import Path

import pytest

from clock_cases import CALENDAR, FOLDER, LAST_LIMITS, SMALL, changed, written
from netfin_incident.domain.clocks import (
    Anchor,
    Clock,
    Instrument,
    Level,
    Limit,
    Repeat,
    Report,
    Roll,
    Start,
    Trigger,
    Unit,
    Unless,
    Use,
    Verification,
    Within,
    YearStatus,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.calendars import load_calendar
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.clocks import load_clock
from playbook_text import assert_said


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """The text without its mark ¦, and where that was; the first line where there is none."""
    before = text.partition("¦")[0] if "¦" in text else ""
    return text.replace("¦", ""), (before.count("\n") + 1, len(before.split("\n")[-1]) + 1)


def test_every_field_of_a_clock_is_read(tmp_path: Path) -> None:
    classified, aware = Start(Anchor.CLASSIFIED), Start(Anchor.AWARE)
    day = Within(Unit.HOURS, 24)
    unless = Unless(Anchor.CLASSIFIED, Anchor.AWARE, day)
    assert load_clock(written(tmp_path)) == Clock(
        id="small",
        version=3,
        name=Text("A small rule", "小规则"),
        jurisdiction="XX",
        authority=Text("The authority", "监管机构"),
        instrument=Instrument(
            "A law", "7", "https://example.com/law", date(2026, 1, 1), date(2026, 12, 31)
        ),
        verification=Verification(
            Level.PRIMARY, date(2026, 6, 1), date(2027, 1, 31), "within four hours"
        ),
        use=Use.ENABLED,
        reports=(
            Report(
                id="initial",
                name=Text("Initial", "初报"),
                limits=(
                    Limit(classified, Within(Unit.HOURS, 4)),
                    Limit(aware, Within(Unit.MINUTES, 90), unless),
                ),
                to=Text("The branch", "分局"),
                article="7(1)",
                quote="four hours",
                roll=Roll(720, ("bank",)),
                again_on=(Anchor.SERVICE_RESTORED,),
                internal_target=1800,
                condition=Text("only if grave", "重大的"),
                content=("xx.general", "xx.initial"),
            ),
            Report(
                id="final",
                name=Text("Final", "终报"),
                limits=(
                    Limit(
                        Start(report="initial", latest=True),
                        Within(Unit.BUSINESS_DAYS, 5, end_of_day=True),
                    ),
                    Limit(Start(Anchor.HANDLING_ENDED), Within(Unit.IMMEDIATE)),
                ),
                repeat=Repeat(Within(Unit.HOURS, 2), Anchor.CONTAINED),
            ),
        ),
        trigger=Trigger(Severity.S2, "xx.major", "data_lost"),
        regimes=("xx",),
        zone="Europe/Berlin",
        calendar="cn",
        note=Text("A note", "说明"),
        late=Text("Give reasons", "说明理由"),
    )


# What is changed into what, with ¦ before the place that the error names; and the error.
BAD_CLOCKS: dict[str, tuple[str, str, str]] = {
    "another schema": ("netfin-clock/1", "¦netfin-clock/2", "schema-unknown"),
    "no state": ("state: enabled\n", "", "field-missing"),
    "an unknown state": ("state: enabled", "state: ¦on", "choice-unknown"),
    "an unknown field": ("regimes: [xx]", "¦regime: [xx]", "field-unknown"),
    "an unknown level": ("level: primary", "level: ¦sure", "choice-unknown"),
    "an unknown anchor": ("{from: aware, ", "{from: ¦awear, ", "clock-start-unknown"),
    "an unknown later anchor": ("{anchor: classified", "{anchor: ¦x", "clock-start-unknown"),
    "a report that is not there": (
        '"submitted:initial:latest"', '¦"submitted:first"', "clock-report-unknown",
    ),
    "two units": ("{minutes: 90}", "¦{minutes: 90, hours: 1}", "clock-within"),
    "no unit": ("{minutes: 90}", "¦{}", "clock-within"),
    "days in a condition": ("by: {hours: 24}", "by: {¦calendar_days: 1}", "field-unknown"),
    "an unknown word for no number": ("within: immediate", "within: ¦soon", "choice-unknown"),
    "no hours": ("{hours: 4}", "{hours: ¦0}", "field-not-a-number"),
    "ends before it begins": ("2026-12-31", "¦2025-12-31", "clock-dates-crossing"),
    "review before the check": ("2027-01-31", "¦2026-05-31", "clock-dates-crossing"),
    "no time of day": ('until: "12:00"', 'until: ¦"25:00"', "clock-time-of-day"),
    "again in two ways": (
        "    repeat: {", "    again_on: [aware]\n    ¦repeat: {", "clock-again-twice",
    ),
    "no limits": (LAST_LIMITS, "    limits: ¦[]\n", "field-empty"),
    "a report twice": ("- id: final", "- id: ¦initial", "id-twice"),
    "a zone that is none": ("Europe/Berlin", "¦Berlin", "roster-zone-unknown"),
    "a grade that is none": ("least: S2", "least: ¦major", "choice-unknown"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "slug"), BAD_CLOCKS.values(), ids=list(BAD_CLOCKS))
def test_a_bad_clock_is_refused_with_its_line(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    text, at = marked(changed(SMALL, old, new))
    with pytest.raises(DefinitionError) as raised:
        load_clock(written(tmp_path, text))
    assert raised.value.slug == slug
    assert_said(raised.value)
    if "¦" in new:
        place = raised.value.place
        assert place is not None
        assert (place.line, place.column) == at


def test_reports_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    text = changed(SMALL, "{from: classified, ", '{from: "submitted:final", ')
    with pytest.raises(DefinitionError) as raised:
        load_clock(written(tmp_path, text))
    assert raised.value.slug == "clock-chain-circle"
    assert_said(raised.value)
    assert raised.value.place is not None
    assert raised.value.place.line in {
        number for number, line in enumerate(text.splitlines(), 1) if line.startswith("  - id: ")
    }


def test_a_clock_with_another_name_than_its_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, name="other.yaml")
    with pytest.raises(DefinitionError) as raised:
        load_clock(path)
    assert raised.value.slug == "clock-misnamed"
    assert raised.value.place == Place(str(path))
    assert_said(raised.value)


def test_every_field_of_a_calendar_is_read(tmp_path: Path) -> None:
    found = load_calendar(written(tmp_path, CALENDAR, "cn.yaml"))
    assert [(one.year, one.status, one.source) for one in found.years] == [
        (2026, YearStatus.PUBLISHED, "a notice"),
        (2027, YearStatus.PROVISIONAL, "the law"),
    ]
    assert found.status(2028) is YearStatus.MISSING
    assert [found.is_workday(date(2026, 10, day)) for day in (1, 2, 5, 10, 11)] == [
        False, False, True, True, False,
    ]  # fmt: skip


BAD_CALENDARS: dict[str, tuple[str, str, str]] = {
    "a day of another year": ("2026-10-02]", "¦2027-10-02]", "calendar-day-elsewhere"),
    "a day both off and worked": ("[2026-10-10]", "[¦2026-10-01]", "calendar-day-both"),
    "a year that is none": ("  2027:", "  ¦next:", "calendar-year"),
    "no source": ("    source: a notice\n", "", "field-missing"),
    "a status that is none": ("status: provisional", "status: ¦missing", "choice-unknown"),
}


@pytest.mark.parametrize(("old", "new", "slug"), BAD_CALENDARS.values(), ids=list(BAD_CALENDARS))
def test_a_bad_calendar_is_refused_with_its_line(
    old: str, new: str, slug: str, tmp_path: Path
) -> None:
    text, at = marked(changed(CALENDAR, old, new))
    with pytest.raises(DefinitionError) as raised:
        load_calendar(written(tmp_path, text, "cn.yaml"))
    assert raised.value.slug == slug
    assert_said(raised.value)
    if "¦" in new:
        place = raised.value.place
        assert place is not None
        assert (place.line, place.column) == at


def test_a_clock_of_the_firm_replaces_the_shipped_one_and_the_others_stay(tmp_path: Path) -> None:
    own = changed(SMALL, "id: small", "id: eu-dora")
    written(tmp_path, own, "eu-dora.yaml")
    shelf = ClockShelf([FOLDER, tmp_path])
    clock, report = shelf.find("eu-dora-initial")
    assert clock.name.en == "A small rule"
    assert report is not None
    assert report.id == "initial"
    assert shelf.find("cn-cac-operator")[0].jurisdiction == "CN"
    with pytest.raises(DefinitionError) as raised:
        shelf.find("eu-dora-intermediate")
    assert raised.value.slug == "clock-unknown"
    assert_said(raised.value)


def test_a_broken_clock_of_the_firm_replaces_too_and_says_why(tmp_path: Path) -> None:
    own = changed(changed(SMALL, "id: small", "id: eu-dora"), "state: enabled", "state: on")
    written(tmp_path, own, "eu-dora.yaml")
    shelf = ClockShelf([FOLDER, tmp_path])
    for name in ("eu-dora", "eu-dora-initial"):
        with pytest.raises(DefinitionError) as raised:
            shelf.find(name)
        assert raised.value.slug == "choice-unknown"
    broken = [one.id for one in shelf.list() if one.error is not None]
    assert broken == ["eu-dora"]


def test_a_calendar_of_the_firm_replaces_the_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, changed(CALENDAR, "a notice", "our own"), "calendars/cn.yaml")
    found = ClockShelf([FOLDER, tmp_path]).calendar("cn")
    assert found.years[0].source == "our own"
    with pytest.raises(DefinitionError) as raised:
        ClockShelf([FOLDER]).calendar("de")
    assert raised.value.slug == "calendar-unknown"
    assert_said(raised.value)
