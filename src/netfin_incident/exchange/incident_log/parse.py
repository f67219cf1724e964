"""From the text of a written log to a `WrittenLog`, with every doubt numbered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import UsageError
from netfin_incident.exchange.incident_log import checks
from netfin_incident.exchange.incident_log.agreement import supported
from netfin_incident.exchange.incident_log.collect import collect
from netfin_incident.exchange.incident_log.compare import compare, duration_doubts
from netfin_incident.exchange.incident_log.dating import Dated, date_all
from netfin_incident.exchange.incident_log.lines import read_lines
from netfin_incident.exchange.incident_log.masking import mask_lines
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    DurationCheck,
    Guess,
    GuessKind,
    KeyEvent,
    LogEntry,
    Reading,
    Sections,
    Source,
    Values,
    WrittenLog,
    WrittenMoment,
)
from netfin_incident.exchange.incident_log.outline import Outline
from netfin_incident.exchange.incident_log.people import guesses_from
from netfin_incident.exchange.incident_log.raw import Found
from netfin_incident.exchange.incident_log.words import Part, milestone_stated
from netfin_incident.exchange.incident_log.zones import instants, place_of

_DERIVED: Final = (
    Milestone.DECLARED,
    Milestone.CONTAINED,
    Milestone.RECOVERED,
    Milestone.RESOLVED,
)
"""Milestones that a sentence of the timeline may supply where no key event does."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A log with its durations checked."""

    log: WrittenLog
    """Its doubts know which of two contradicting times a duration speaks for."""
    checks: tuple[DurationCheck, ...]
    doubts: tuple[Doubt, ...]
    """All doubts, those about durations among them, numbered in the order of the lines."""


def examine(text: str, zone: str, hours: BusinessHours | None = None) -> Examined:
    """Read a log and compare its stated durations with the clock and with `hours`.

    Raises:
        UsageError: `zone` is no time zone, or the text holds no day at all.
    """
    log = parse_log(text, zone)
    durations = compare(log, hours, zone)
    doubts = supported(log, durations, log.doubts)
    everything = _numbered((*doubts, *duration_doubts(durations)))
    return Examined(replace(log, doubts=doubts), durations, everything)


def parse_log(text: str, zone: str) -> WrittenLog:
    """Read a written log, customer data masked; times that state no zone are read in `zone`.

    Raises:
        UsageError: `zone` is no time zone, or the text holds no day at all.
    """
    zone = check_zone(zone)
    text, masked_doubts = mask_lines(text)
    found = collect(Outline(read_lines(text)))
    dated = date_all(found, zone)
    if dated.days.reference is None and not any(moment.at for _, moment in dated.entries):
        raise UsageError("log-without-times")
    entries = tuple(_entries(dated))
    keys = (*_keys(dated), *_derived(dated, entries))
    doubts = [
        *masked_doubts,
        *found.doubts,
        *dated.doubts,
        *_about_days(dated),
        *_about_zones(dated, zone),
        *_about_parts(found, keys, entries),
        *(doubt for entry in entries for guess in entry.guesses for doubt in _about_guess(guess)),
        *(doubt for guess in found.guesses for doubt in _about_guess(guess)),
    ]
    return WrittenLog(
        found.title,
        dated.days.titled,
        zone,
        dated.zone_written,
        keys,
        entries,
        _sections(found),
        tuple(found.durations),
        tuple(found.guesses),
        _numbered(doubts),
    )


def _numbered(doubts: list[Doubt] | tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    in_order = sorted(doubts, key=lambda doubt: doubt.line)
    return tuple(replace(doubt, number=n) for n, doubt in enumerate(in_order, 1))


def _keys(dated: Dated) -> Iterator[KeyEvent]:
    for raw, moment in dated.keys:
        yield KeyEvent(raw.label, raw.milestone, moment, raw.line, raw.source)


def _entries(dated: Dated) -> Iterator[LogEntry]:
    for raw, moment in dated.entries:
        yield LogEntry(
            moment,
            raw.text,
            raw.line,
            raw.last,
            raw.section,
            milestone_stated(raw.text[:500]),
            guesses_from(raw.text, raw.line),
        )


def _derived(dated: Dated, entries: tuple[LogEntry, ...]) -> Iterator[KeyEvent]:
    """Key events that only the timeline tells; the first sentence that states one counts."""
    named = {raw.milestone for raw, _ in dated.keys}
    for entry in entries:
        milestone = entry.milestone
        if milestone in _DERIVED and milestone not in named and entry.moment.at:
            named.add(milestone)
            label = entry.text.partition("\n")[0]
            yield KeyEvent(label, milestone, entry.moment, entry.line, Source.TIMELINE)


def _about_days(dated: Dated) -> Iterator[Doubt]:
    inherited = sorted(dated.days.inherited)
    if inherited:
        line, day = inherited[0]
        yield Doubt("days-inherited", line, {"count": len(inherited), "day": day})
    if dated.undated:
        yield Doubt("day-unknown", dated.undated[0], {"count": len(dated.undated)})


def _about_zones(dated: Dated, zone: str) -> Iterator[Doubt]:
    moments = [moment for _, moment in (*dated.keys, *dated.entries) if moment.at]
    stated = [moment for moment in moments if moment.zone_written]
    if moments and not stated:
        yield Doubt("zone-not-stated", 0, {"zone": zone})
    elif len(stated) < len(moments):
        count = len(moments) - len(stated)
        values: Values = {"written": stated[0].written, "count": count, "zone": zone}
        readings = (Reading("all-in-zone", {"zone": stated[0].zone}),)
        yield Doubt("zone-stated-in-part", 0, values, readings)
    elif any(moment.at not in _as_read_in(zone, moment) for moment in moments):
        yield Doubt("zone-differs", 0, {"written": stated[0].zone, "zone": zone})


def _as_read_in(zone: str, moment: WrittenMoment) -> list[datetime]:
    """The instants at which the clocks of `zone` show what the log has."""
    place = place_of(moment.zone)
    return instants(moment.at.astimezone(place).replace(tzinfo=None), zone) if moment.at else []


def _about_parts(
    found: Found,
    keys: tuple[KeyEvent, ...],
    entries: tuple[LogEntry, ...],
) -> Iterator[Doubt]:
    if len(found.key_sections) > 1:
        count = len(found.key_sections)
        yield Doubt("several-incidents", found.key_sections[1], {"count": count})
    for key in keys:
        if key.source is Source.TIMELINE:
            values: Values = {"milestone": key.milestone.value, "written": key.moment.written}
            yield Doubt("key-event-derived", key.line, values)
    yield from checks.missing(keys)
    yield from checks.key_events_out_of_order(keys)
    yield from checks.entries_out_of_order(entries)
    yield from checks.entries_far_outside(entries, keys)
    yield from checks.disagreements(keys, entries)
    yield from checks.reported_before_detection(entries, keys)


def _about_guess(guess: Guess) -> Iterator[Doubt]:
    match guess.kind:
        case GuessKind.ROLE:
            values: Values = {"person": guess.person, "roles": ",".join(guess.roles)}
            yield Doubt("role-guessed", guess.line, values)
        case GuessKind.MESSAGE:
            audience = ", ".join((*guess.channels, *((guess.audience,) if guess.audience else ())))
            yield Doubt("message-guessed", guess.line, {"audience": audience or "?"})
        case GuessKind.DECISION:
            yield Doubt("decision-guessed", guess.line, {"choice": guess.choice})
        case GuessKind.NOTE:
            yield Doubt("report-guessed", guess.line)


def _sections(found: Found) -> Sections:
    def text(part: Part) -> str:
        return "\n\n".join(found.prose.get(part, ()))

    return Sections(
        text(Part.IDENTIFIED),
        text(Part.IMPACT),
        text(Part.CONTEXT),
        text(Part.RESOLUTION),
        tuple(found.prose.get(Part.REVIEW, ())),
        tuple(found.other),
    )
