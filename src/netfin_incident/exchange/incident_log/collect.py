"""From blocks to what they hold: key events, dated lines, durations, prose, and what is left over.

Every line with a day and a time ends as a key event, an entry, or a doubt that says where it stays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from netfin_incident.exchange.incident_log.fields import take_field, take_key_events
from netfin_incident.exchange.incident_log.lines import Kind
from netfin_incident.exchange.incident_log.outline import Block, Outline
from netfin_incident.exchange.incident_log.raw import DayMark, Found, RawEntry
from netfin_incident.exchange.incident_log.words import Part
from netfin_incident.exchange.incident_log.written import WrittenTime, times_in
from netfin_incident.exchange.incident_log.zones import zone_over_all

_PROSE: Final = frozenset({
    Part.IDENTIFIED, Part.IMPACT, Part.CONTEXT, Part.RESOLUTION, Part.REVIEW,
})  # fmt: skip
_LONGEST_SENTENCE: Final = 300
_TIMES_SHOWN: Final = 4


def collect(outline: Outline) -> Found:
    """What the blocks of a log hold."""
    found = Found(title=outline.title, title_line=outline.title_line)
    _title(found)
    section = ""
    for block in outline.blocks:
        if block.section != section:
            section = block.section
            _section(found, block)
        _take(found, block)
    return found


def _title(found: Found) -> None:
    for time in times_in(found.title):
        if time.day:
            found.days.append(DayMark(time.day, found.title_line))
            if time.clock:
                found.doubt("time-in-prose", found.title_line, times=time.text, section=found.title)
            return


def _section(found: Found, block: Block) -> None:
    if block.part is Part.KEY_EVENTS:
        found.key_sections.append(block.line)
    zone = zone_over_all(block.section, bracketed=True)
    if zone:
        found.zones.append((zone, block.line))


def _take(found: Found, block: Block) -> None:
    if block.kind is Kind.HEADING and not block.is_timed:
        _heading(found, block)
    elif block.label:
        if not take_field(found, block):
            _mentions(found, block)
    elif block.kind is Kind.HEADER and not block.is_timed:
        _remark(found, block, bracketed=True)
        _mentions(found, block)
    elif block.part is Part.KEY_EVENTS and block.kind is not Kind.CODE:
        take_key_events(found, block)
        _rest(found, block)
    elif block.is_timed and block.opens and block.part is not Part.REVIEW:
        _entry(found, block, block.opens.time, block.opens.rest)
    else:
        _text(found, block)


def _heading(found: Found, block: Block) -> None:
    """A heading that opens no entry: it may name the day of what is under it."""
    days = [time for time in times_in(block.label or block.text) if time.day]
    if days and days[0].day:
        found.stream.append(DayMark(days[0].day, block.line))
    if block.text:
        _keep(found, block)
        _mentions(found, block)
    elif any(time.clock for time in days):
        times = ", ".join(time.text for time in days)
        found.doubt("time-in-prose", block.line, times=times, section=block.section)


def _entry(found: Found, block: Block, time: WrittenTime, text: str) -> None:
    whole = "\n".join((text, *(line.text for line in block.more))).strip()
    found.stream.append(RawEntry(time, whole, block.line, block.last, block.section))


def _rest(found: Found, block: Block) -> None:
    """Keep what belongs to a key event beside its own line."""
    if block.more:
        first, *others = block.more
        rest = replace(block, kind=first.kind, line=first.number, text=first.text, more=others)
        _keep(found, rest)
        _mentions(found, rest)


def _text(found: Found, block: Block) -> None:
    opens = block.opens
    is_told_in_order = block.part in {Part.CONTEXT, Part.PREAMBLE}
    if is_told_in_order and opens and opens.time.day and not opens.has_clock:
        found.stream.append(DayMark(opens.time.day, block.line))
        if not opens.rest and not block.more:
            return
        found.doubt("time-missing", block.line, day=opens.time.text)
    is_remark = _remark(found, block, bracketed=False)
    closing = None if is_remark or block.part is not Part.CONTEXT else _time_at_end(block)
    if closing:
        _entry(found, block, closing, block.text)
        found.doubt("time-within-sentence", block.line, time=closing.text)
        return
    _keep(found, block)
    _mentions(found, block)


def _time_at_end(block: Block) -> WrittenTime | None:
    """The one time of a sentence that ends with it, as in “Raised with the supplier at 10:29”."""
    if block.more or len(block.text) > _LONGEST_SENTENCE:
        return None
    times = list(_clocks([block.text]))
    if len(times) != 1:
        return None
    before = block.text[: times[0].start].rstrip().lower()
    is_said = before.endswith((" at", " around", " approx", " approximately", " about", " by"))
    return times[0] if is_said and not block.text[times[0].end :].strip(" .)*_") else None


def _clocks(texts: Sequence[str]) -> Iterator[WrittenTime]:
    """The times of day in some lines; `1.17` alone is a number."""
    for text in texts:
        for time in times_in(text):
            if time.clock and (time.day or not time.pointed):
                yield time


def _mentions(found: Found, block: Block) -> None:
    """List the times that stay inside prose, one doubt a line, one for each block of code."""
    bare_count = block.part in {Part.CONTEXT, Part.RESOLUTION} and not block.label
    lines = [(block.line, block.kind, block.text)]
    lines += [(line.number, line.kind, line.text) for line in block.more]
    in_code: list[int] = []
    for number, kind, text in lines:
        times = [t.text for t in times_in(text) if t.is_full or (bare_count and _is_bare(t))]
        if times and kind is Kind.CODE:
            in_code.append(number)
        elif times:
            said = ", ".join(times[:_TIMES_SHOWN]) + (" …" if len(times) > _TIMES_SHOWN else "")
            section = block.section or block.label
            found.doubt("time-in-prose", number, times=said, section=section)
    if in_code:
        found.doubt("times-in-code", in_code[0], count=len(in_code), last_line=in_code[-1])


def _is_bare(time: WrittenTime) -> bool:
    return time.day is None and time.clock is not None and not time.pointed


def _remark(found: Found, block: Block, *, bracketed: bool) -> bool:
    """Take a remark such as “All times are UTC”; whether it is one."""
    words = block.text.strip("*_()[] ").lower()
    if not bracketed and not words.startswith(("all time", "times ", "time zone", "timestamps")):
        return False
    zone = zone_over_all(block.text, bracketed=bracketed)
    if zone:
        found.zones.append((zone, block.line))
    return bool(zone)


def _keep(found: Found, block: Block) -> None:
    text = block.whole.strip()
    if not text:
        return
    if block.part in _PROSE:
        found.prose.setdefault(block.part, []).append(text)
    elif found.other and found.other[-1][0] == block.section:
        found.other[-1] = (block.section, f"{found.other[-1][1]}\n{text}")
    else:
        found.other.append((block.section, text))
