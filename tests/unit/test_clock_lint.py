from datetime import date
from pathlib import Path

import pytest

from clock_cases import CALENDAR, PROOF, SMALL, changed, written
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.lint_clocks import lint_clocks
from playbook_text import assert_said

ON = date(2026, 7, 1)
# What is changed into what, and what lint finds on 1 July 2026.
FINDINGS: dict[str, tuple[str, str, str]] = {
    "no article": ('  article: "7"\n', "", "clock-unproven"),
    "no quote": ("  quote: within four hours\n", "", "clock-unproven"),
    "no day of the check": ("  checked_on: 2026-06-01\n", "", "clock-unproven"),
    "no review": ("  review_by: 2027-01-31\n", "", "clock-unproven"),
    "no verification": (PROOF, "", "clock-unproven"),
    "a draft": ("level: primary", "level: draft", "clock-level-weak"),
    "from memory": ("level: primary", "level: memory", "clock-level-weak"),
    "review past": ("2027-01-31", "2026-06-30", "clock-review-past"),
    "checked ahead": ("checked_on: 2026-06-01", "checked_on: 2026-07-02", "clock-checked-ahead"),
    "no longer in force": ("2026-12-31", "2026-06-30", "clock-over"),
    "an unknown calendar": ("calendar: cn", "calendar: cm", "calendar-unknown"),
    "replaces what is not there": ("regimes: [xx]", "replaces: large", "clock-replaced-unknown"),
    "one language": ("{zh: 说明, en: A note}", "说明", "translation-missing"),
}  # fmt: skip


def linted(folder: Path, on: date = ON) -> list[str]:
    found = lint_clocks(ClockShelf([folder]), on)
    for one in found:
        assert_said(one)
        assert one.place is not None
    return [one.slug for one in found]


def test_a_proven_clock_lints_clean(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    assert linted(tmp_path) == []


@pytest.mark.parametrize(("old", "new", "slug"), FINDINGS.values(), ids=list(FINDINGS))
def test_lint_finds(old: str, new: str, slug: str, tmp_path: Path) -> None:
    text = changed(SMALL, old, new)
    if slug == "clock-unproven" and "quote" in old + text:
        text = text.replace("    quote: four hours\n", "").replace('    article: "7(1)"\n', "")
    written(tmp_path, text)
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    assert linted(tmp_path) == [slug]


def test_lint_leaves_a_clock_that_is_off_or_internal_alone(tmp_path: Path) -> None:
    bare = changed(SMALL, PROOF, "")
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    for old, new in (
        ("state: enabled", "state: off"),
        ("jurisdiction: XX", "jurisdiction: internal"),
    ):
        written(tmp_path, changed(bare, old, new))
        assert linted(tmp_path) == []


def test_lint_finds_texts_that_replace_each_other_on_the_same_day(tmp_path: Path) -> None:
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    written(tmp_path)
    newer = changed(changed(SMALL, "id: small", "id: newer"), "regimes: [xx]", "replaces: small")
    begins = changed(newer, "effective_from: 2026-01-01", "effective_from: 2027-01-01")
    on_time = changed(begins, "  effective_to: 2026-12-31\n", "")
    written(tmp_path, on_time, "newer.yaml")
    assert linted(tmp_path) == []
    written(tmp_path, changed(on_time, "2027-01-01", "2026-12-31"), "newer.yaml")
    assert linted(tmp_path) == ["clock-replaced-crossing"]


def test_lint_finds_a_name_that_two_clocks_have(tmp_path: Path) -> None:
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    written(tmp_path)
    written(tmp_path, changed(SMALL, "id: small", "id: small-final"), "small-final.yaml")
    assert linted(tmp_path) == ["clock-name-shared"]


def test_lint_finds_a_year_that_is_not_published(tmp_path: Path) -> None:
    written(tmp_path, CALENDAR, "calendars/cn.yaml")
    assert linted(tmp_path, date(2026, 12, 31)) == []
    assert linted(tmp_path, date(2027, 1, 1)) == ["calendar-year-open"]


def test_lint_names_every_fault_of_a_file_that_cannot_be_used(tmp_path: Path) -> None:
    text = changed(changed(SMALL, "state: enabled", "state: on"), "level: primary", "level: sure")
    written(tmp_path, text)
    assert linted(tmp_path) == ["choice-unknown", "choice-unknown"]


def test_lint_finds_a_calendar_with_another_name_than_its_file(tmp_path: Path) -> None:
    written(tmp_path, CALENDAR, "calendars/china.yaml")
    assert linted(tmp_path) == ["calendar-misnamed"]
