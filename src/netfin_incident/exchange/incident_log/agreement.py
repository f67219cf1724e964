"""Which of two contradicting times a stated duration speaks for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain

from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.case import agrees
from netfin_incident.exchange.incident_log.checks import shown
from netfin_incident.exchange.incident_log.compare import ENDS
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    DurationCheck,
    Reading,
    WrittenLog,
)


def supported(
    log: WrittenLog,
    checks: Iterable[DurationCheck],
    doubts: Iterable[Doubt],
) -> tuple[Doubt, ...]:
    """The doubts, those about a milestone told twice with the time that a duration speaks for."""
    checks = tuple(checks)
    return tuple(
        replace(doubt, readings=(*doubt.readings, *_support(log, checks, doubt)))
        if doubt.slug == "key-event-disagrees"
        else doubt
        for doubt in doubts
    )


def _support(
    log: WrittenLog,
    checks: tuple[DurationCheck, ...],
    doubt: Doubt,
) -> Iterator[Reading]:
    milestone = Milestone(str(doubt.values["milestone"]))
    event = log.milestone(milestone)
    other = _other(log, doubt.line)
    for check in checks:
        start = check.start.moment.best if check.start else None
        if milestone not in ENDS[check.measures] or not check.stated or not start or not event:
            continue
        for at in (event.moment.best, other):
            if at and agrees(check.stated, round((at - start).total_seconds())):
                values = {"label": check.stated.label, "stated": check.stated.text}
                value = shown(at, event.moment.zone)
                yield Reading("duration-supports", {**values, "value": value})
                break


def _other(log: WrittenLog, line: int) -> datetime | None:
    entries = (entry.moment.best for entry in log.entries if entry.line == line)
    keys = (key.moment.best for key in log.key_events if key.line == line)
    return next(chain(entries, keys), None)
