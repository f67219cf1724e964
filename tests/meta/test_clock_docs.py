"""What `docs/clocks.md` tells is what the program does."""

import re
from pathlib import Path

import pytest

from clock_cases import Story, shipped
from meta.sources import ROOT
from netfin_incident.domain.clocks import Anchor, Level, Unit, Use, YearStatus
from netfin_incident.domain.clocks.standing import SOON_PERCENT
from netfin_incident.library.clock_fields import CALENDAR_FILE, CLOCK_FILE
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.shapes import Keyed, Listing, Record

PAGE = (ROOT / "docs" / "clocks.md").read_text(encoding="utf-8")
EXAMPLES = {
    re.findall(r"^id: (\S+)", example, re.MULTILINE)[0]: example
    for example in re.findall(r"```yaml\n(schema:.*?)```", PAGE, re.DOTALL)
}


def names(shape: object) -> set[str]:
    """The names of every field in a table of shapes."""
    if isinstance(shape, Record):
        return set(shape.fields).union(*map(names, shape.fields.values()))
    if isinstance(shape, Keyed | Listing):
        return names(shape.item)
    return set()


def test_the_examples_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "calendars").mkdir()
    (tmp_path / "eu-dora.yaml").write_text(EXAMPLES["eu-dora"], encoding="utf-8")
    calendar = tmp_path / "calendars" / "our-holidays.yaml"
    calendar.write_text(EXAMPLES["our-holidays"], encoding="utf-8")
    shelf = ClockShelf([tmp_path])
    assert [one.error for one in shelf.list()] == [None]
    assert shelf.calendar("our-holidays").status(2027) is YearStatus.PROVISIONAL


def test_every_field_is_described() -> None:
    fields = names(CLOCK_FILE) | names(CALENDAR_FILE)
    assert len(fields) > 40
    assert {name for name in fields - {"zh", "en"} if f"`{name}`" not in PAGE} == {"schema"}


def test_every_word_that_may_be_written_is_listed() -> None:
    for words in (Use, Level, Anchor):
        for word in words:
            assert f"`{word}`" in PAGE, word
    for unit in Unit:
        assert f"`{unit}`" in PAGE or f"`{{{unit}: " in PAGE, unit
    assert f"{SOON_PERCENT} %" in PAGE


@pytest.mark.parametrize(
    ("aware", "classified", "due"),
    [
        ("2026-11-18 10:00", "2026-11-19 08:00", "10:00"),
        ("2026-11-18 10:00", "2026-11-19 16:00", "20:00"),
        ("2026-11-20 20:00", "2026-11-21 01:00", "05:00"),
    ],
)
def test_the_worked_example_comes_out_as_it_is_told(aware: str, classified: str, due: str) -> None:
    story = Story(shipped("eu-dora"), "Europe/Berlin").anchored(aware=aware, classified=classified)
    assert story.due("initial")[0].split()[1].startswith(due)
    assert f"due at {due}" in PAGE
