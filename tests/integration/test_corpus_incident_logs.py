"""The 19 published logs of another organisation, read in place."""

from pathlib import Path

import pytest

from corpus_logs import DOUBTS, ENTRIES, FIGURES, GUESSES, KEY_EVENTS
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.exchange.incident_log import (
    DurationCheck,
    Examined,
    Reading,
    Source,
    examine,
    format_span,
    read_log,
)
from netfin_incident.wording.doubts import say_doubt, say_reading
from netfin_incident.wording.language import Language

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "incidents-moj"
ZONE = "Europe/London"
OFFICE = parse_business_hours("Mon-Fri 10:00-17:00")

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of published logs is not beside the project"
)


def file_of(day: str) -> Path:
    return next(CORPUS.glob(f"{day}*.md"))


def read(day: str) -> Examined:
    return examine(read_log(file_of(day)), ZONE, OFFICE)


def short(reading: Reading) -> str:
    values = reading.values
    match reading.slug:
        case "between":
            said = f"{values['start']} → {values['end']}"
        case "between-in-hours" | "in-common-hours":
            said = f"{values['start']} → {values['end']} within {values['hours']}"
        case "whole-days-as":
            said = f"{values['days']} × {values['counted']} for {values['length']}"
        case "label-read-as":
            said = f"{values['label']} = {values['value']}"
        case "from-entry":
            said = f"{values['time']} → {values['end']}"
        case "hour-slip":
            said = f"{values['start']} → {values['end']} = {values['value']}"
        case _:
            said = str(values.get("value", values.get("minutes")))
    return f"{reading.slug} {said}"


def figures(check: DurationCheck) -> tuple[str | None, str | None, str | None, str, list[str]]:
    return (
        check.stated.text if check.stated else None,
        None if check.wall_clock is None else format_span(check.wall_clock),
        None if check.business is None else format_span(check.business),
        check.verdict.value,
        [short(reading) for reading in check.readings],
    )


def test_every_published_log_is_in_the_tables() -> None:
    days = {path.name[:10] for path in CORPUS.glob("*.md")}
    assert len(days) == 19
    assert days == set(KEY_EVENTS) == set(FIGURES) == set(DOUBTS)


@pytest.mark.parametrize("day", sorted(KEY_EVENTS))
def test_key_events_are_exactly_those_of_the_file(day: str) -> None:
    keys = [key for key in read(day).log.key_events if key.source is Source.KEY_EVENTS]
    said = ", ".join(f"{key.milestone.value} {key.moment.written}" for key in keys)
    assert said == KEY_EVENTS[day]


@pytest.mark.parametrize("day", sorted(FIGURES))
def test_stated_figures_stand_beside_the_clock_and_the_hours(day: str) -> None:
    assert [figures(check) for check in read(day).checks] == FIGURES[day]


@pytest.mark.parametrize("day", sorted(DOUBTS))
def test_what_is_doubtful_is_listed_with_its_reading(day: str) -> None:
    doubts = []
    for doubt in read(day).doubts:
        if doubt.slug.startswith("duration-") or doubt.slug.endswith("-guessed"):
            continue
        said = f"{doubt.line} {doubt.slug}"
        if doubt.slug == "key-event-missing":
            said += f" {doubt.values['milestone']}"
        if doubt.reading and doubt.slug != "zone-stated-in-part":
            values = doubt.reading.values
            line = f"line {values['line']}" if "line" in values else doubt.reading.slug
            said += f" {values.get('value', line)}"
        doubts.append(said)
    assert doubts == DOUBTS[day]


@pytest.mark.parametrize("day", sorted(KEY_EVENTS))
def test_every_dated_line_of_the_timeline_is_an_entry(day: str) -> None:
    assert len(read(day).log.entries) == ENTRIES.get(day, 0)


@pytest.mark.parametrize("day", sorted(KEY_EVENTS))
def test_guesses_are_listed_with_their_lines(day: str) -> None:
    said = []
    for doubt in read(day).doubts:
        values = ": ".join(str(value) for value in doubt.values.values())
        if doubt.slug.endswith("-guessed"):
            kind = doubt.slug.removesuffix("-guessed")
            said.append(f"{doubt.line} {kind}: {values}" if values else f"{doubt.line} {kind}")
    expected = GUESSES.get(day, [])
    assert len(said) == len(expected)
    assert all(one.startswith(begins) for one, begins in zip(said, expected, strict=True))


def test_a_figure_that_names_its_hours_does_not_get_its_own_figure_from_them() -> None:
    _, resolve = read("2020-08-07").checks
    assert str(resolve.stated_hours) == "Mon-Fri 10:00-17:00"
    assert resolve.stated is not None
    assert (resolve.stated.seconds, resolve.stated_business) == (119_700, 105_300)


def test_code_and_details_stay_with_their_entries() -> None:
    first = read("2023-01-11").log.entries[0]
    assert (first.line, first.last_line) == (27, 31)
    assert first.text.endswith("```")
    mitigation = read("2025-03-18").log.entries[3]
    assert mitigation.text.splitlines()[1:] == [
        "Removed the cordon annotation to allow pods to be rescheduled.",
        "Deleted some stuck 1.30 version nodes to force recreation.",
    ]


def test_prose_is_kept_in_its_section() -> None:
    sections = read("2025-10-13").log.sections
    assert sections.identified == "Via User"
    assert sections.impact.startswith("RDS instances of t4g class.")
    assert "Continued to restart instances" in sections.context
    assert sections.resolution == (
        "All instances back up at 17:38\n\nAWS confirmed capacity is back at 18:56"
    )
    assert len(sections.review_actions) == 6
    assert len(read("2021-06-09").log.sections.review_actions) == 4


def test_summer_times_are_read_in_the_zone_given() -> None:
    resolved = read("2024-04-15").log.key_events[-1]
    assert str(resolved.moment.at) == "2024-04-18 15:13:00+00:00"


@pytest.mark.parametrize("day", sorted(KEY_EVENTS))
def test_everything_can_be_said_in_both_languages(day: str) -> None:
    for language in Language:
        for doubt in read(day).doubts:
            said = say_doubt(doubt.slug, doubt.values, language)
            said += "".join(say_reading(r.slug, r.values, language) for r in doubt.readings)
            assert "?" not in said
