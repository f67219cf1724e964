"""A written incident log becomes an incident: entries, milestones, stated durations and doubts.

What the log says is recorded as read, marked imported; what was only guessed or cannot be right is
recorded as a doubt beside it.  The incident ends closed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import MAX_LINE, MAX_TEXT, clean, clean_line
from netfin_incident.domain.vocabulary import (
    Known,
    MessageState,
    Milestone,
    NoteKind,
    Origin,
    Precision,
)
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    DurationCheck,
    Guess,
    GuessKind,
    PlacedEntry,
    Reading,
    StatedDuration,
    Values,
    WrittenLog,
)
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.log_parts import LOG_PARTS

_BEGUN: Final = (Milestone.DECLARED, Milestone.DETECTED, Milestone.AWARE, Milestone.ONSET)
_Asked = tuple[Act, c.Command]


def import_log(
    desk: Desk, log: WrittenLog, checks: Iterable[DurationCheck], act: Act, severity: Severity,
    source: c.RecordImport, language: Language,
) -> Handled:  # fmt: skip
    """Record `log` as one closed incident, in one transaction.

    `source` names the file, its SHA-256, and the zone and hours it was read with; `language` is
    that of the headings under which prose becomes notes.

    Raises:
        CommandRefused: the log has no title.
        StoreBusy: another process held the database for too long; nothing was written.
        RecordError: the database cannot be read or written.
    """
    marked = replace(act, known=Known.IMPORTED, zone=source.zone)
    begun = _begun(log)
    declaration = Declaration(
        clean_line(log.title)[:MAX_LINE], severity, source.zone, origin=Origin.IMPORTED
    )
    then: list[_Asked] = [(marked, source)]
    then += _happened(log, marked)
    then += [(marked, note) for note in _prose(log, language)]
    then += [(marked, _duration(one, one.stated)) for one in checks if one.stated is not None]
    then += [(marked, _doubt(doubt)) for doubt in log.doubts]
    then.append((marked, c.FinishImport()))
    declared = replace(marked, occurred_at=begun, precision=Precision.MINUTE) if begun else marked
    return desk.declare_all(declaration, declared, then)


def _begun(log: WrittenLog) -> datetime | None:
    """When the incident is taken to have been declared, or else to have begun."""
    for milestone in _BEGUN:
        event = log.milestone(milestone)
        if event is not None:
            return event.moment.at
    known = [placed.at for placed in log.timeline()]
    return min(known, default=None)


def _happened(log: WrittenLog, act: Act) -> list[_Asked]:
    """Milestones and entries, in the order of their times."""
    placed: list[tuple[datetime, _Asked]] = []
    for milestone in Milestone:
        event = log.milestone(milestone)
        if event is not None and event.moment.at is not None:
            then = _at(act, event.moment.at, event.moment.precision)
            reached = c.SetMilestone(event.milestone, clean_line(event.label)[:MAX_LINE])
            placed.append((event.moment.at, (then, reached)))
    taken: dict[str, str] = {}
    for entry in log.timeline():
        then = _at(act, entry.at, entry.precision)
        placed += [(entry.at, (then, command)) for command in _entry(entry, taken)]
    placed.sort(key=lambda one: one[0])
    return [asked for _, asked in placed]


def _at(act: Act, at: datetime, precision: Precision) -> Act:
    return replace(act, occurred_at=at, precision=precision)


def _entry(placed: PlacedEntry, taken: dict[str, str]) -> Iterator[c.Command]:
    """The entry's own text, and what it was recognised as."""
    text = clean(placed.entry.text).strip()[:MAX_TEXT]
    if placed.entry.moment.at is None:
        # Its place among the entries is a guess; what the log has as its time stays readable.
        text = f"{clean_line(placed.entry.moment.written)} {text}".strip()
    if not text:
        return
    special = [
        command for guess in placed.entry.guesses for command in _guessed(guess, text, taken)
    ]
    if not any(isinstance(one, c.RecordMessage | c.RecordDecision) for one in special):
        yield c.Note(text)
    yield from special


def _guessed(guess: Guess, text: str, taken: dict[str, str]) -> Iterator[c.Command]:
    match guess.kind:
        case GuessKind.DECISION:
            yield c.RecordDecision(text, guess.choice or text)
        case GuessKind.MESSAGE:
            channel = ", ".join(guess.channels)[:MAX_LINE]
            audience = guess.audience or channel or "?"
            yield c.RecordMessage(audience, channel, text, MessageState.SENT)
        case GuessKind.ROLE:
            for role in guess.roles:
                if not guess.person or taken.get(role) == guess.person:
                    continue
                if role in taken:
                    yield c.ReleaseRole(role)
                taken[role] = guess.person
                yield c.AssignRole(role, guess.person)
        case GuessKind.NOTE:
            return


def _prose(log: WrittenLog, language: Language) -> Iterator[c.Note]:
    """The parts of the log that have no time of their own, each under its name."""
    sections = log.sections
    named = (
        ("identified", sections.identified, NoteKind.FINDING),
        ("impact", sections.impact, NoteKind.FINDING),
        ("context", sections.context, NoteKind.NOTE),
        ("resolution", sections.resolution, NoteKind.FINDING),
        *(("review", action, NoteKind.TODO) for action in sections.review_actions),
    )
    parts = [(say(LOG_PARTS[part], language), text, kind) for part, text, kind in named]
    parts += [(heading, text, NoteKind.NOTE) for heading, text in sections.other]
    for heading, text, kind in parts:
        if clean(text).strip():
            yield c.Note(f"{heading}: {text}"[:MAX_TEXT], kind)


def _duration(check: DurationCheck, stated: StatedDuration) -> c.StateDuration:
    hours = check.hours or check.stated_hours
    reading = check.readings[0] if check.readings else None
    return c.StateDuration(
        label=stated.label,
        text=stated.text,
        stated=stated.seconds,
        wall=check.wall_clock,
        business=check.business if check.hours else check.stated_business,
        verdict=check.verdict,
        hours=str(hours) if hours else "",
        reading=reading.slug if reading else "",
        reading_values=_values(reading.values if reading else {}),
    )


def _doubt(doubt: Doubt) -> c.NoteDoubt:
    reading: Reading | None = doubt.reading
    return c.NoteDoubt(
        doubt.slug, doubt.line, _values(doubt.values), reading.slug if reading else "",
        _values(reading.values if reading else {}),
    )  # fmt: skip


def _values(values: Values) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())
