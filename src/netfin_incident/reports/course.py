"""How the incident went as a whole: each pass through a status, each change of grade."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Known, Status

ENDED: Final = (Status.RESOLVED, Status.IN_REVIEW, Status.CLOSED, Status.CANCELLED)
"""Statuses in which nobody is responding."""


@dataclass(frozen=True, slots=True)
class StatusPass:
    """One stay in a status; coming back to it is a stay of its own."""

    status: Status
    since: datetime
    entry: int
    by: str
    reason: str
    until: datetime | None = None
    """None while it lasts, and where a written log does not say."""

    @property
    def seconds(self) -> int | None:
        """How long it lasted; negative where the times are out of order, None without an end."""
        return None if self.until is None else whole_seconds(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Grade:
    """A statement of the severity or of the response level."""

    at: datetime
    entry: int
    by: str
    severity: Severity | None = None
    before: Severity | None = None
    """The severity before; None where there was none."""
    level: Severity | None = None
    """The response level that was activated; None where the severity is meant."""
    authorised_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time; the end is where it was looked at while it still lasts."""

    start: datetime
    end: datetime
    lasts: bool = False


def status_passes(records: Sequence[Recorded[e.Event]]) -> tuple[StatusPass, ...]:
    """Every stay in a status, in the order of the journal."""
    passes: list[StatusPass] = []
    for record in records:
        match record.event:
            case e.Declared():
                status, reason = Status.DECLARED, ""
            case e.StatusChanged(after=status, reason=reason):
                pass
            case e.Cancelled(reason=reason):
                status = Status.CANCELLED
            case e.Reopened(reason=reason):
                status = Status.RESPONDING
            case _:
                continue
        at = record.act.happened
        if passes and record.act.known is not Known.IMPORTED:
            passes[-1] = replace(passes[-1], until=at)
        passes.append(StatusPass(status, at, record.version, record.act.person, reason))
    return tuple(passes)


def responses(passes: Sequence[StatusPass], until: datetime) -> tuple[Span, ...]:
    """The stretches in which somebody had to respond, the last one up to `until`."""
    spans: list[Span] = []
    start: datetime | None = None
    for one in passes:
        if one.status in ENDED and start is not None:
            spans.append(Span(start, one.since))
            start = None
        elif one.status not in ENDED and start is None:
            start = one.since
    if start is not None:
        spans.append(Span(start, until, lasts=True))
    return tuple(spans)


def grades(records: Sequence[Recorded[e.Event]]) -> tuple[Grade, ...]:
    """The first severity, every change of it, and every activation, in the order of the journal."""
    found: list[Grade] = []
    for record in records:
        at, entry, by = record.act.happened, record.version, record.act.person
        match record.event:
            case e.Declared(severity=severity):
                found.append(Grade(at, entry, by, severity))
            case e.SeverityChanged(before=before, after=after, reason=reason):
                found.append(Grade(at, entry, by, after, before, reason=reason))
            case e.Activated(level=level, authorised_by=authorised_by):
                found.append(Grade(at, entry, by, level=level, authorised_by=authorised_by))
            case _:
                pass
    return tuple(found)
