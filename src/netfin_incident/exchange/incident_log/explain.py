"""Readings that give a stated duration exactly: another start, hours, a mistyped day, a slip.

They are tried from the most telling to the least; up to three are kept.  A reading is what would
explain the figure, not what is true.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.exchange.incident_log.case import Case, seconds_between
from netfin_incident.exchange.incident_log.model import KeyEvent, Reading, Values
from netfin_incident.exchange.incident_log.spans import format_span
from netfin_incident.exchange.incident_log.zones import place_of

COMMON_HOURS: Final = tuple(
    parse_business_hours(text)
    for text in (
        "Mon-Fri 10:00-17:00",
        "Mon-Fri 09:00-17:00",
        "Mon-Fri 09:00-17:30",
        "Mon-Fri 09:00-18:00",
        "Mon-Fri 08:00-18:00",
        "Mon-Fri 08:00-20:00",
        "Mon-Sun 10:00-17:00",
        "Mon-Sun 09:00-17:00",
        "Mon-Sun 09:00-18:00",
        "Mon-Sun 08:00-20:00",
        "Mon-Sun 08:00-22:00",
        "Mon-Sun 07:00-22:00",
        "Mon-Sun 07:00-23:00",
        "Mon-Sun 06:00-22:00",
    )
)
"""Hours that many teams keep, tried where neither log nor reader names any."""

_MOST_READINGS: Final = 3
_MINUTE: Final = 60
_HOUR: Final = 3600
_SLIP: Final = 5 * _MINUTE
_HALF_HOUR: Final = 30
_LONGEST_IN_HOURS: Final = 366 * 24 * _HOUR


def explain(case: Case) -> tuple[Reading, ...]:
    """The readings that give the stated figure, best first."""
    found: dict[str, Reading] = {}
    for look in _READINGS:
        for reading in look(case):
            found.setdefault(f"{reading.slug} {dict(reading.values)}", reading)
    exact = list(found.values())[:_MOST_READINGS]
    return tuple(exact or _minutes_slip(case))


def _corrected_day(case: Case) -> Iterator[Reading]:
    """The start or the end on the day that was probably meant."""
    for event, other in ((case.end, case.start), (case.start, case.end)):
        if not event or not other or not event.moment.at or not other.moment.best:
            continue
        for moved in _moved(event, other):
            ends = (other.moment.best, moved) if event is case.end else (moved, other.moment.best)
            seconds = round((ends[1] - ends[0]).total_seconds())
            lengths = [seconds, *(hours.elapsed(*ends, case.zone) for hours in case.hours)]
            if any(case.fits(length) for length in lengths):
                value = moved.astimezone(place_of(event.moment.zone)).strftime("%Y-%m-%d %H:%M")
                yield Reading("label-read-as", {"label": event.label, "value": value})
                return


def _moved(event: KeyEvent, other: KeyEvent) -> Iterator[datetime]:
    """The moment of `event` with the year, the month or the day of `other`."""
    if event.moment.likely:
        yield event.moment.likely
    if not event.moment.at or not other.moment.best:
        return
    place = place_of(event.moment.zone)
    at, by = event.moment.at.astimezone(place), other.moment.best.astimezone(place)
    for year, month, day in (
        (by.year, at.month, at.day),
        (at.year, by.month, at.day),
        (at.year, at.month, by.day),
    ):
        try:
            moved = at.replace(year=year, month=month, day=day)
        except ValueError:
            continue
        if moved != at:
            yield moved


def _between(case: Case) -> Iterator[Reading]:
    """Other key events as start or end, on the clock."""
    ends = [*((case.end,) if case.end else ()), *case.ends()]
    for end in ends:
        for start in (
            *((case.start,) if case.start and end is not case.end else ()),
            *case.starts(),
        ):
            if start is not end and case.fits(seconds_between(start, end)):
                yield Reading("between", _pair(start, end))


def _between_in_hours(case: Case) -> Iterator[Reading]:
    """Other key events as start, within the hours of the log or the reader."""
    for start in case.starts():
        for hours in case.hours:
            if case.fits(case.within_between(hours, start, case.end)):
                yield Reading("between-in-hours", {**_pair(start, case.end), "hours": str(hours)})
                break


def _pair(start: KeyEvent, end: KeyEvent | None) -> Values:
    return {"start": start.label, "end": end.label if end else ""}


def _as_timeline_has_it(case: Case) -> Iterator[Reading]:
    """A milestone at the time that a timeline entry gives it."""
    for entry in case.log.entries:
        at = entry.moment.best
        if not at or not case.start or not case.start.moment.best or not case.end:
            continue
        if entry.milestone is case.end.milestone:
            seconds = round((at - case.start.moment.best).total_seconds())
            if case.fits(seconds):
                values: Values = {"label": case.end.label, "value": entry.moment.written}
                yield Reading("timeline-time", {**values, "line": entry.line})


def _between_entries(case: Case) -> Iterator[Reading]:
    """From the first entry to another, where the log names no start or no end."""
    timed = [(e.moment.best, e) for e in case.log.entries if e.moment.best]
    if (case.start and case.end) or not timed:
        return
    first_at, first = min(timed, key=lambda each: each[0])
    for at, entry in timed:
        if entry is not first and case.fits(round((at - first_at).total_seconds())):
            values: Values = {"start": first.moment.written, "start_line": first.line}
            yield Reading(
                "between-entries", {**values, "end": entry.moment.written, "end_line": entry.line}
            )
            return


def _from_entry(case: Case) -> Iterator[Reading]:
    """A timeline entry before the written start as the true start."""
    if not case.start or not case.end or not case.start.moment.best or not case.end.moment.at:
        return
    for entry in case.log.entries:
        at = entry.moment.best
        if at and at < case.start.moment.best:
            seconds = round((case.end.moment.at - at).total_seconds())
            if case.fits(seconds):
                values: Values = {"time": entry.moment.written, "line": entry.line}
                yield Reading("from-entry", {**values, "end": case.end.label})


def _whole_days(case: Case) -> Iterator[Reading]:
    """Whole days between the two ends counted longer or shorter than the hours make them."""
    if not case.stated or case.stated.seconds is None or not case.start or not case.end:
        return
    if not case.start.moment.at or not case.end.moment.at:
        return
    place = place_of(case.start.moment.zone)
    first = case.start.moment.at.astimezone(place).date()
    last = case.end.moment.at.astimezone(place).date()
    between = [first + timedelta(days=n) for n in range(1, min((last - first).days, 400))]
    for hours in case.hours:
        lengths = [length for day in between if (length := hours.minutes_on(day))]
        within = case.within(hours)
        if len(lengths) < 2 or len(set(lengths)) > 1 or within is None:  # noqa: PLR2004 - one day proves nothing
            continue
        off, rest = divmod((case.stated.seconds - within) // _MINUTE, len(lengths))
        counted = lengths[0] + off
        if off and not rest and 0 < counted <= 24 * 60 and not counted % _HALF_HOUR:
            values: Values = {"days": len(lengths), "length": format_span(lengths[0] * _MINUTE)}
            counted_as = format_span(counted * _MINUTE)
            yield Reading("whole-days-as", {**values, "counted": counted_as, "hours": str(hours)})


def _common_hours(case: Case) -> Iterator[Reading]:
    """Hours that many teams keep, from the written start, then from others."""
    if abs(case.wall_clock() or 0) > _LONGEST_IN_HOURS:
        return
    for start in (*((case.start,) if case.start else ()), *case.starts()):
        for hours in (each for each in COMMON_HOURS if each not in case.hours):
            within = case.within_between(hours, start, case.end)
            if case.fits(within) and within != seconds_between(start, case.end):
                yield Reading("in-common-hours", {**_pair(start, case.end), "hours": str(hours)})
                return


def _slip(case: Case) -> Iterator[Reading]:
    """The figure with an hour too many or too few, or with two digits swapped."""
    if not case.stated or case.stated.seconds is None:
        return
    wall = case.wall_clock()
    if wall is not None and _swapped(case.stated.seconds, wall):
        yield Reading("digits-swapped", {"value": format_span(wall)})
    starts = [*((case.start,) if case.start else ()), *case.starts()]
    for start in starts:
        seconds = seconds_between(start, case.end)
        if seconds is not None and abs(case.stated.seconds - seconds) == _HOUR:
            yield Reading("hour-slip", {**_pair(start, case.end), "value": format_span(seconds)})
            return


def _swapped(stated: int, clock: int) -> bool:
    one, other = (f"{s // _HOUR:02d}{s % _HOUR // _MINUTE:02d}" for s in (stated, clock))
    pairs = ((0, 1), (2, 3)) if len(one) == len(other) == 4 else ()  # noqa: PLR2004 - HHMM
    for a, b in pairs:
        digits = list(one)
        digits[a], digits[b] = digits[b], digits[a]
        if "".join(digits) == other != one:
            return True
    return False


def _minutes_slip(case: Case) -> Iterator[Reading]:
    """A few minutes from the clock, which nothing else explains."""
    wall = case.wall_clock()
    if case.stated and case.stated.seconds is not None and wall is not None:
        off = case.stated.seconds - wall
        if 0 < abs(off) <= _SLIP and wall > 0:
            yield Reading("minutes-slip", {"minutes": abs(off) // _MINUTE})


_READINGS: Final[tuple[Callable[[Case], Iterator[Reading]], ...]] = (
    _corrected_day,
    _between,
    _between_in_hours,
    _as_timeline_has_it,
    _from_entry,
    _between_entries,
    _whole_days,
    _common_hours,
    _slip,
)
