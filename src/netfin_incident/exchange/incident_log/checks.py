"""What does not fit together in a log whose times are placed: order, repetition, contradiction."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate, pairwise, permutations
from typing import Final

from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.days import RANKS
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    GuessKind,
    KeyEvent,
    LogEntry,
    Reading,
    Source,
    Values,
)
from netfin_incident.exchange.incident_log.suspects import are_near
from netfin_incident.exchange.incident_log.zones import place_of

_FAR: Final = timedelta(days=3)
"""An entry farther than this outside the key events is doubted."""
_EXPECTED: Final = (Milestone.DECLARED, Milestone.RECOVERED, Milestone.RESOLVED)
_MINUTE: Final = timedelta(minutes=1)


def shown(at: datetime, zone: str) -> str:
    """`at` as the clocks of `zone` show it."""
    return at.astimezone(place_of(zone)).strftime("%Y-%m-%d %H:%M")


def missing(keys: Sequence[KeyEvent]) -> Iterator[Doubt]:
    """The milestones that a log should name and does not."""
    named = {key.milestone for key in keys}
    if not named & {Milestone.ONSET, Milestone.DETECTED, Milestone.AWARE}:
        yield Doubt("key-event-missing", 0, {"milestone": Milestone.DETECTED})
    for milestone in _EXPECTED:
        if milestone not in named:
            yield Doubt("key-event-missing", 0, {"milestone": milestone})


def key_events_out_of_order(keys: Sequence[KeyEvent]) -> Iterator[Doubt]:
    """Key events that lie before what must have come first; the first of each milestone counts."""
    listed = [key for key in keys if key.source in {Source.KEY_EVENTS, Source.FIELD}]
    firsts = {key.milestone: index for index, key in reversed(list(enumerate(listed)))}
    for index, other in permutations(sorted(firsts.values()), 2):
        one, two = listed[index], listed[other]
        must_precede = RANKS.get(one.milestone, 2) < RANKS.get(two.milestone, 2)
        if (
            must_precede
            and one.moment.best
            and two.moment.best
            and two.moment.best < one.moment.best
        ):
            yield _out_of_order(listed, index, other)


def _out_of_order(listed: Sequence[KeyEvent], index: int, later: int) -> Doubt:
    key, other = listed[index], listed[later]
    values: Values = {
        "first": key.label,
        "first_at": key.moment.written,
        "second": other.label,
        "second_at": other.moment.written,
    }
    readings: list[Reading] = []
    for place in sorted((index, later)):
        fits = list(_fitting(listed, place))
        if len(fits) == 1:
            fit = {"label": listed[place].label, "value": fits[0]}
            readings.append(Reading("label-read-as", fit))
    return Doubt("key-events-out-of-order", max(key.line, other.line), values, tuple(readings))


def _fitting(listed: Sequence[KeyEvent], place: int) -> Iterator[str]:
    """The times one keystroke away that lie between the events written above and below."""
    if not 0 < place < len(listed) - 1:
        return
    above, below = listed[place - 1].moment.best, listed[place + 1].moment.best
    key = listed[place]
    if key.moment.at is None or above is None or below is None:
        return
    clocks = place_of(key.moment.zone)
    wall = key.moment.at.astimezone(clocks)
    for hour in range(24):
        for minute in range(60):
            near_hour = minute == wall.minute and are_near(hour, wall.hour)
            near_minute = hour == wall.hour and are_near(minute, wall.minute)
            moved = wall.replace(hour=hour, minute=minute)
            if (near_hour or near_minute) and above <= moved <= below:
                yield moved.strftime("%Y-%m-%d %H:%M")


def entries_out_of_order(entries: Sequence[LogEntry]) -> Iterator[Doubt]:
    """Entries that go back behind the one written above them."""
    timed = [(e.moment.at, e) for e in entries if e.moment.at and not e.moment.likely]
    latest = list(accumulate((at for at, _ in timed), max))
    for (at_before, before), (at, entry) in pairwise(timed):
        if at >= at_before:
            continue
        values: Values = {
            "written": entry.moment.written,
            "before": before.moment.written,
            "before_line": before.line,
        }
        _, later = timed[bisect_right(latest, at)]
        reading = Reading("belongs-before", {"time": later.moment.written, "line": later.line})
        yield Doubt("entry-out-of-order", entry.line, values, (reading,))


def entries_far_outside(entries: Sequence[LogEntry], keys: Sequence[KeyEvent]) -> Iterator[Doubt]:
    """Entries days before the first key event or after the last."""
    times = [key.moment.best for key in keys if key.moment.best]
    if not times:
        return
    first, last = min(times), max(times)
    for entry in entries:
        at = entry.moment.at
        if at and not entry.moment.likely and not first - _FAR <= at <= last + _FAR:
            days = (first - at if at < first else at - last).days
            side = "before" if at < first else "after"
            values: Values = {"written": entry.moment.written, "days": days}
            yield Doubt(f"entry-far-{side}", entry.line, values)


def disagreements(keys: Sequence[KeyEvent], entries: Sequence[LogEntry]) -> Iterator[Doubt]:
    """Milestones that the log gives twice with different times."""
    for milestone in Milestone:
        told = [key for key in keys if key.milestone is milestone and key.moment.at]
        if not told:
            continue
        counts = min(told, key=lambda key: list(Source).index(key.source))
        for key in told:
            if key is not counts and _differ(counts, key.moment.best):
                slug = (
                    "key-event-repeated" if key.source is counts.source else "key-event-disagrees"
                )
                yield _disagreement(slug, counts, key.moment.written, key.line, key.moment.at)
        for entry in entries:
            is_same = counts.source is Source.TIMELINE and counts.line == entry.line
            if entry.milestone is milestone and not is_same and _differ(counts, entry.moment.best):
                yield _disagreement(
                    "key-event-disagrees", counts, entry.moment.written, entry.line, entry.moment.at
                )


def _differ(key: KeyEvent, at: datetime | None) -> bool:
    return bool(at and key.moment.best and abs(at - key.moment.best) >= _MINUTE)


def _disagreement(slug: str, key: KeyEvent, other: str, line: int, at: datetime | None) -> Doubt:
    values: Values = {
        "label": key.label,
        "milestone": key.milestone.value,
        "written": key.moment.written,
        "other": other,
        "key_line": key.line,
    }
    readings: tuple[Reading, ...] = ()
    if key.moment.at and at and _same_clock(key, other):
        readings = (Reading("same-clock-other-zone", {"zone": key.moment.zone}),)
    return Doubt(slug, line, values, readings)


def _same_clock(key: KeyEvent, other: str) -> bool:
    """Whether the two differ only by a zone written beside one of them."""
    one, another = key.moment.written, other
    return one != another and (one.startswith(another) or another.startswith(one))


def reported_before_detection(
    entries: Sequence[LogEntry], keys: Sequence[KeyEvent]
) -> Iterator[Doubt]:
    """A report by users that precedes what the log calls the first detection."""
    detected = next((k for k in keys if k.milestone is Milestone.DETECTED and k.moment.best), None)
    for entry in entries:
        is_report = any(guess.kind is GuessKind.NOTE for guess in entry.guesses)
        at, limit = entry.moment.best, detected.moment.best if detected else None
        if is_report and at and limit and detected and limit - _FAR < at < limit:
            values = {"written": entry.moment.written, "detected": detected.moment.written}
            yield Doubt("reported-before-detected", entry.line, values)
            return
