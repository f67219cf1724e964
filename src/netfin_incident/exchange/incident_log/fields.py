"""Labelled values: key events, stated durations, statuses, roles, days and zones."""

import re
from dataclasses import replace
from typing import Final

from netfin_incident.domain.text import clean_line
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.model import (
    Guess,
    GuessKind,
    Measures,
    Source,
    StatedDuration,
)
from netfin_incident.exchange.incident_log.outline import Block
from netfin_incident.exchange.incident_log.raw import DayMark, Found, RawEntry, RawKey
from netfin_incident.exchange.incident_log.spans import hours_stated, parse_span
from netfin_incident.exchange.incident_log.words import (
    Part,
    measure_named,
    milestone_named,
    milestone_within,
    part_named,
    roles_named,
)
from netfin_incident.exchange.incident_log.written import WrittenTime, times_in
from netfin_incident.exchange.incident_log.zones import zone_named, zone_over_all, zone_standing
from netfin_incident.wording.log_words import NOBODY_WORDS

_EDGES: Final = " \t:：,;-\u2010\u2011\u2012\u2013\u2014|*_`()[]"
_PREPOSITION: Final = re.compile(r"\s+(?:on|at|from|since)(?:\s+the)?$", re.IGNORECASE)


def take_field(found: Found, block: Block) -> bool:
    """Take one labelled value into `found`; whether its time, if any, is taken too."""
    label, text = block.label, block.whole.strip()
    part = part_named(label)
    time = next((t for t in times_in(text) if t.day or t.clock or t.impossible), None)
    milestone = milestone_named(label)
    measure = measure_named(label)
    if milestone and time and not (measure and parse_span(text)):
        _key(found, block, label, milestone, time)
        if text.replace(time.text, "", 1).strip(_EDGES + "."):
            found.other.append((label, text))
        return True
    if measure:
        return _duration(found, block, measure)
    if part is Part.STATUS:
        return _status(found, block, time)
    if milestone and part is None and block.part in {Part.KEY_EVENTS, Part.PREAMBLE}:
        found.doubt("key-event-without-time", block.line, label=label, text=text)
    elif part is Part.DATE and time and time.day:
        found.days.append(DayMark(time.day, block.line))
    elif part is Part.ZONE:
        _zone(found, block)
    else:
        _role(found, block)
    if text and part is not Part.TITLE:
        found.other.append((label, text))
    return False


def _key(found: Found, block: Block, label: str, milestone: Milestone, time: WrittenTime) -> None:
    if time.clock is None and not time.impossible:
        found.doubt("key-event-without-time", block.line, label=label, text=time.text)
        return
    zone = "" if time.zone else zone_over_all(label, bracketed=True)
    if zone:
        found.zones.append((zone, block.line))
    source = Source.KEY_EVENTS if block.part is Part.KEY_EVENTS else Source.FIELD
    found.keys.append(RawKey(label, milestone, time, block.line, source))


def _duration(found: Found, block: Block, measure: Measures) -> bool:
    text = block.whole.strip()
    span = parse_span(text)
    found.durations.append(
        StatedDuration(
            block.label,
            measure,
            text,
            span.seconds if span else None,
            block.line,
            span.coarse if span else 60,
            bool(span and span.rough),
            hours_stated(text),
        ),
    )
    return measure is Measures.WHOLE and _ends(found, block)


def _ends(found: Found, block: Block) -> bool:
    """Take the two ends of a duration stated as a range, as in `08:41–09:54 (1 h 13 m)`."""
    times = [t for t in times_in(block.text) if t.clock]
    is_range = len(times) > 1 and not block.text[times[0].end : times[1].start].strip(
        _EDGES + "~→>"
    )
    if not is_range or times[0].start > len("from "):
        return False
    first = replace(times[0], zone=times[0].zone or times[1].zone)
    for milestone, time in ((Milestone.ONSET, first), (Milestone.RESOLVED, times[1])):
        found.keys.append(RawKey(block.label, milestone, time, block.line, Source.FIELD))
    return True


def _status(found: Found, block: Block, time: WrittenTime | None) -> bool:
    text = block.whole.strip()
    milestone = milestone_within(text)
    if time and time.clock and milestone:
        found.keys.append(RawKey(text, milestone, time, block.line, Source.STATUS))
        return True
    found.other.append((block.label, text))
    return False


def _zone(found: Found, block: Block) -> None:
    text = block.whole.strip()
    zone = zone_standing(text) or (text if zone_named(text) else "")
    if zone:
        found.zones.append((zone, block.line))


def _role(found: Found, block: Block) -> None:
    roles = roles_named(block.label)
    person = clean_line(block.whole).strip(_EDGES)
    if roles and person.lower() not in NOBODY_WORDS:
        found.guesses.append(Guess(GuessKind.ROLE, block.line, person=person, roles=roles))


def take_key_events(found: Found, block: Block) -> None:
    """Take the key events on one line of their list into `found`."""
    text = block.text
    if block.opens and block.opens.has_clock:
        _named(found, block, block.opens.rest, block.opens.time)
        return
    times = [t for t in times_in(text) if t.day or t.clock or t.impossible]
    if not times:
        if milestone_named(text) or milestone_within(text):
            found.doubt("key-event-without-time", block.line, label=text.strip(_EDGES), text="")
        elif text.strip():
            found.other.append((block.section, text.strip()))
        return
    start = 0
    for time in times:
        _named(found, block, text[start : time.start], time)
        start = time.end
    after = text[start:].strip(_EDGES + ".")
    if after:
        found.other.append((block.section, after))


def _named(found: Found, block: Block, words: str, time: WrittenTime) -> None:
    label = _PREPOSITION.sub("", words.strip(_EDGES)).strip(_EDGES)
    milestone = milestone_named(label)
    if milestone is None and time.clock:
        milestone = milestone_within(label)
        if milestone:
            found.doubt("label-guessed", block.line, label=label, milestone=milestone)
    if milestone:
        _key(found, block, label, milestone, time)
    elif time.clock or time.impossible:
        found.stream.append(RawEntry(time, label, block.line, block.last, block.section))
    else:
        found.doubt("time-missing", block.line, day=time.text)
        found.other.append((block.section, block.text))
