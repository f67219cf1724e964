"""Reading a clock's file: a duty to report, where it stands written, and how long there is.

The format is `netfin-clock/1`, described in `docs/clocks.md`.  A file is used only when nothing at
all is wrong with it; whether its sources hold is another question, which `lint_clocks` asks.
"""

from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from netfin_incident.domain.clocks import (
    Clock,
    Instrument,
    Level,
    Limit,
    Repeat,
    Report,
    Roll,
    Trigger,
    Unless,
    Use,
    Verification,
    Within,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.clock_fields import CLOCK_FILE, CLOCK_SCHEMA
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.source import Source, read_source

_NO_TEXT = Text("", "")


def load_clock(path: Path) -> Clock:
    """The clock in the file at `path`.

    Raises:
        DefinitionError: the file cannot be used; of several errors, the one that stands first.
    """
    clock, reading = read_clock(read_source(path))
    reading.require_sound()
    if path.name != f"{clock.id}.yaml":
        place = Place(str(path))
        raise DefinitionError("clock-misnamed", place=place, expected=f"{clock.id}.yaml")
    return clock


def read_clock(source: Source) -> tuple[Clock, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, CLOCK_SCHEMA, CLOCK_FILE)
    given = reading.root
    reports: tuple[Given, ...] = given.get("reports", ())
    _check_dates(given, reading)
    _check_chain(reports, reading)
    for one in reports:
        _check_again(one, reading)
    clock = Clock(
        id=given.get("id", ""),
        version=given.get("version", 0),
        name=given.get("name", _NO_TEXT),
        jurisdiction=given.get("jurisdiction", ""),
        authority=given.get("authority", _NO_TEXT),
        instrument=Instrument(**{"title": "", **given.get("instrument", {})}),
        verification=_verification(given.get("verification")),
        use=Use(given.get("state", Use.OFF)),
        reports=tuple(_report(one) for one in reports),
        trigger=_trigger(given.get("trigger", {})),
        regimes=given.get("regimes", ()),
        zone=given.get("zone", ""),
        calendar=given.get("calendar", ""),
        replaces=given.get("replaces", ""),
        note=given.get("note"),
        late=given.get("late"),
    )
    return clock, reading


def _verification(given: Given | None) -> Verification | None:
    if given is None:
        return None
    return Verification(
        Level(given.get("level", Level.MEMORY)),
        given.get("checked_on"),
        given.get("review_by"),
        given.get("quote", ""),
    )


def _trigger(given: dict[str, Any]) -> Trigger:
    grade = given.get("severity_at_least")
    return Trigger(
        Severity[grade] if grade else None, given.get("classification", ""), given.get("fact", "")
    )


def _report(given: Given) -> Report:
    roll, repeat = given.get("roll"), given.get("repeat")
    limits = (_limit(one) for one in given.get("limits", ()))
    return Report(
        id=given.get("id", ""),
        name=given.get("name", _NO_TEXT),
        limits=tuple(limit for limit in limits if limit is not None),
        to=given.get("to"),
        article=given.get("article", ""),
        quote=given.get("quote", ""),
        roll=Roll(roll["until"], roll.get("unless_entity", ()))
        if roll and "until" in roll
        else None,
        again_on=given.get("again_on", ()),
        repeat=Repeat(**repeat) if repeat and len(repeat) == len(Repeat.__slots__) else None,
        internal_target=given.get("internal_target"),
        condition=given.get("condition"),
        content=given.get("content", ()),
    )


def _limit(given: Given) -> Limit | None:
    if not {"from", "within"} <= given.keys():
        return None
    within: Within = given["within"]
    if given.get("end_of_day"):
        within = Within(within.unit, within.count, end_of_day=True)
    unless = given.get("unless")
    if unless is None or not {"anchor", "after", "by"} <= unless.keys():
        return Limit(given["from"], within)
    return Limit(given["from"], within, Unless(unless["anchor"], unless["after"], unless["by"]))


def _check_dates(given: Given, reading: Reading) -> None:
    """Record pairs of dates that are in the wrong order."""
    for part, first, last in (
        ("instrument", "effective_from", "effective_to"),
        ("verification", "checked_on", "review_by"),
    ):
        found: Given | None = given.get(part)
        if found is None:
            continue
        begins: date | None = found.get(first)
        ends: date | None = found.get(last)
        if begins is not None and ends is not None and ends < begins:
            place = reading.place(found.source, last)
            reading.refuse(
                "clock-dates-crossing", place, field=last, other=first, given=ends.isoformat()
            )


def _check_chain(reports: tuple[Given, ...], reading: Reading) -> None:
    """Record reports that follow one that is not there, or go round in a circle."""
    known = {one["id"]: one for one in reports if "id" in one}
    follows: dict[str, list[str]] = {name: [] for name in known}
    for one, limit, before in _followed(reports):
        if before in known:
            follows[one["id"]].append(before)
        else:
            place = reading.place(limit.source, "from")
            reading.refuse_name("clock-report-unknown", place, before, known)
    try:
        TopologicalSorter(follows).prepare()
    except CycleError as found:
        circle = tuple(reversed(found.args[1]))
        place = reading.place(known[circle[0]].source, "id")
        reading.refuse("clock-chain-circle", place, path=" → ".join(circle))


def _followed(reports: tuple[Given, ...]) -> Iterator[tuple[Given, Given, str]]:
    for one in reports:
        for limit in one.get("limits", ()):
            before = limit["from"].report if "from" in limit else ""
            if before and "id" in one:
                yield one, limit, before


def _check_again(given: Given, reading: Reading) -> None:
    if "again_on" in given and "repeat" in given:
        place = reading.key_place(given.source, "repeat")
        reading.refuse("clock-again-twice", place)
