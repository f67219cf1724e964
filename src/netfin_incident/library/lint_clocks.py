"""Looking clocks through: whether their sources hold on a day, beyond what makes a file usable.

An enabled clock is shown as law, so it must say where it stands written, in what words, how well
that was read, and when it is to be read again.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from netfin_incident.domain.clocks import Clock, Level, Use, YearStatus
from netfin_incident.domain.firm import Entity, counted_as
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.calendars import load_calendar, read_calendar
from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.clocks import read_clock
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.source import read_source

INTERNAL: Final = "internal"
"""The jurisdiction of a firm's own rules, which need no proof."""
_WEAK: Final = frozenset({Level.DRAFT, Level.MEMORY})


def lint_clocks(
    shelf: ClockShelf, day: date, entity: Entity | None = None
) -> tuple[DefinitionError, ...]:
    """Everything to mend in the clocks and calendars of `shelf`, as things stand on `day`.

    Args:
        shelf: The clocks.
        day: Today.
        entity: The firm, whose regimes may switch a shipped clock on; None where it is not known.

    Raises:
        DefinitionError: a folder cannot be read, or holds too many files.
    """
    found: list[DefinitionError] = []
    clocks = {one.id: one.clock for one in shelf.list() if one.clock is not None}
    calendars = shelf.calendars()
    owners: dict[str, str] = {}
    for one in shelf.list():
        if one.clock is None:
            found += _broken(one.path) or ((one.error,) if one.error else ())
            continue
        clock, reading = read_clock(read_source(one.path))
        _check(clock, counted_as(clock, entity, day, shipped=one.shipped), reading, day)
        _check_names(clock, reading, owners)
        _check_replaced(clock, reading, clocks)
        if clock.calendar and clock.calendar not in calendars:
            place = reading.place(reading.root.source, "calendar")
            reading.refuse_name("calendar-unknown", place, clock.calendar, sorted(calendars))
        found += reading.findings()
    for path in calendars.values():
        found += _calendar(path, day)
    return tuple(found)


def _broken(path: Path) -> tuple[DefinitionError, ...]:
    """Everything wrong with a file that cannot be used, where it can be read at all."""
    try:
        return read_clock(read_source(path))[1].findings()
    except DefinitionError:
        return ()


def _check(clock: Clock, use: Use, reading: Reading, day: date) -> None:
    if use is Use.OFF:
        return
    root = reading.root
    proof, ends = clock.verification, clock.instrument.effective_to
    enabled = use is Use.ENABLED
    if enabled and clock.jurisdiction != INTERNAL:
        if clock.lacking:
            reading.refuse("clock-unproven", _state(reading), fields=clock.lacking)
        elif proof is not None and proof.level in _WEAK:
            reading.refuse("clock-level-weak", _state(reading), level=proof.level.value)
    if enabled and ends is not None and ends < day:
        place = reading.place(root["instrument"].source, "effective_to")
        reading.refuse("clock-over", place, day=ends.isoformat())
    if proof is None:
        return
    given: Given = root["verification"]
    if proof.review_by is not None and proof.review_by < day:
        place = reading.place(given.source, "review_by")
        reading.refuse("clock-review-past", place, day=proof.review_by.isoformat())
    if proof.checked_on is not None and proof.checked_on > day:
        place = reading.place(given.source, "checked_on")
        reading.refuse("clock-checked-ahead", place, day=proof.checked_on.isoformat())


def _check_names(clock: Clock, reading: Reading, owners: dict[str, str]) -> None:
    for name in clock.names:
        owner = owners.setdefault(name, clock.id)
        if owner != clock.id:
            place = reading.place(reading.root.source, "id")
            reading.refuse("clock-name-shared", place, given=name, other=owner)


def _check_replaced(clock: Clock, reading: Reading, clocks: Mapping[str, Clock]) -> None:
    if not clock.replaces:
        return
    place = reading.place(reading.root.source, "replaces")
    before = clocks.get(clock.replaces)
    if before is None:
        reading.refuse_name("clock-replaced-unknown", place, clock.replaces, sorted(clocks))
        return
    begins, ends = clock.instrument.effective_from, before.instrument.effective_to
    if begins is None or ends is None or ends >= begins:
        reading.refuse("clock-replaced-crossing", place, other=before.id)


def _calendar(path: Path, day: date) -> tuple[DefinitionError, ...]:
    try:
        calendar, reading = read_calendar(read_source(path))
        if not reading.errors:
            load_calendar(path)
    except DefinitionError as error:
        return (error,)
    if not reading.errors and calendar.status(day.year) is not YearStatus.PUBLISHED:
        place = reading.key_place(reading.root.source, "years")
        reading.refuse("calendar-year-open", place, year=day.year)
    return reading.findings()


def _state(reading: Reading) -> Place:
    return reading.place(reading.root.source, "state")
