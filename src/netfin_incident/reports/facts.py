"""Everything a report states, computed from the records alone: no prose, no clock, no rounding away.

The same records give the same facts.  Arithmetic is done here and nowhere in a template.  An entry
whose moment was corrected counts with the right moment everywhere; its first wording stays beside
the right one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from netfin_incident.app.desk import Desk
from netfin_incident.app.timeline import Line, by_occurrence, timeline
from netfin_incident.app.views import required_roles
from netfin_incident.app.watching import Watching
from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.metrics import Measured, measure
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import Known, Milestone, Origin, Role
from netfin_incident.domain.watch.state import Gap
from netfin_incident.reports.calling import CallingFacts, calling_facts
from netfin_incident.reports.course import (
    ENDED,
    Grade,
    Span,
    StatusPass,
    grades,
    responses,
    status_passes,
)
from netfin_incident.reports.handovers import Handover, handovers
from netfin_incident.reports.second_looks import SecondLook, second_looks
from netfin_incident.reports.steps import StepFact, step_facts
from netfin_incident.reports.tenures import Tenure, Vacancy, tenures, vacancies
from netfin_incident.reports.work import WorkFacts, work_facts
from netfin_incident.store.journal import Head, Row


@dataclass(frozen=True, slots=True)
class MilestoneFact:
    """One time that a milestone was reached."""

    milestone: Milestone
    at: datetime
    entry: int
    passing: int
    """1 for the first time, which metrics are measured from."""
    how: str


@dataclass(frozen=True, slots=True)
class MetricFact:
    """A metric, by the clock and within business hours."""

    measured: Measured
    business_seconds: int | None
    """None where no business hours were given or the metric is unknown."""


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """One incident, as its records tell it."""

    incident: Incident
    as_of: datetime
    """The moment up to which open things were judged; by default the newest entry's."""
    entries: Mapping[int, Line]
    """Every entry by its number, in the order of the journal."""
    passes: tuple[StatusPass, ...]
    grades: tuple[Grade, ...]
    milestones: tuple[MilestoneFact, ...]
    metrics: tuple[MetricFact, ...]
    hours: BusinessHours | None
    tenures: tuple[Tenure, ...]
    without_commander: tuple[Vacancy, ...]
    never_held: tuple[str, ...]
    """Roles that must be held at this severity and that nobody ever held."""
    handovers: tuple[Handover, ...]
    steps: tuple[StepFact, ...]
    work: WorkFacts
    second_looks: tuple[SecondLook, ...]
    calling: CallingFacts
    known: Mapping[Known, int]
    """How many entries were made by somebody known in which way."""
    head: Head
    purpose: str
    """What the database was made for: `demo`, `test`, or empty for a real one."""

    @property
    def timeline(self) -> list[Line]:
        """The entries in the order things happened."""
        return by_occurrence(self.entries.values())

    def of(self, *kinds: type[e.Event]) -> tuple[Line, ...]:
        """The entries of some kinds, in the order of the journal."""
        return tuple(
            line for line in self.entries.values() if isinstance(line.recorded.event, kinds)
        )

    @property
    def unconfirmed(self) -> frozenset[int]:
        """Numbers of entries that somebody must still confirm or review."""
        return frozenset(entry for look in self.second_looks if look.owed for entry in look.entries)


def read_facts(
    desk: Desk, incident_id: str, *, as_of: datetime | None = None,
    hours: BusinessHours | None = None,
) -> IncidentFacts:  # fmt: skip
    """The facts of an incident and the head they were read at, from one consistent look.

    Raises:
        UsageError: there is no such incident.
        RecordError: the database or an entry cannot be read.
    """
    with desk.store.reading():
        incident, head = desk.incident(incident_id), desk.head()
        rows = desk.rows(incident_id)
        until = as_of or incident.last_at or incident.declared_at
        gaps = Watching(desk.store).gaps(incident.declared_at, until)
    purpose = desk.store.meta("purpose")
    return incident_facts(rows, head, as_of=as_of, hours=hours, purpose=purpose, gaps=gaps)


def incident_facts(
    rows: Sequence[Row], head: Head, *, as_of: datetime | None = None,
    hours: BusinessHours | None = None, purpose: str = "", gaps: Sequence[Gap] = (),
) -> IncidentFacts:  # fmt: skip
    """The facts of the incident whose stream is `rows`.

    Raises:
        RecordError: an entry cannot be read.
    """
    lines = timeline(rows)
    records = [_as_corrected(line) for line in lines]
    incident = fold.replay((record.act, record.event) for record in records)
    if incident is None:
        message = "facts need at least the declaration"
        raise ValueError(message)
    now = as_of or records[-1].act.at
    passes, seats = status_passes(records), tenures(records)
    spans = _responses(incident, passes, now)
    until = spans[-1].end if spans and incident.status in ENDED else now
    return IncidentFacts(
        incident=incident,
        as_of=now,
        entries={line.entry: line for line in lines},
        passes=passes,
        grades=grades(records),
        milestones=_milestones(incident, records),
        metrics=_metrics(incident, hours),
        hours=hours,
        tenures=seats,
        without_commander=vacancies(seats, Role.COMMANDER, spans),
        never_held=_never_held(incident, seats),
        handovers=handovers(records),
        steps=step_facts(records, until),
        work=work_facts(records, now),
        second_looks=second_looks([line.recorded for line in lines]),
        calling=calling_facts(incident, records, gaps, spans),
        known=_known(records),
        head=head,
        purpose=purpose,
    )


def _responses(incident: Incident, passes: Sequence[StatusPass], now: datetime) -> tuple[Span, ...]:
    """When somebody had to respond; by the milestones where a written log was read in."""
    if incident.origin is not Origin.IMPORTED:
        return responses(passes, now)
    resolved = incident.first(Milestone.RESOLVED)
    return (Span(incident.declared_at, resolved),) if resolved else ()


def _as_corrected(line: Line) -> Recorded[e.Event]:
    recorded = line.recorded
    if line.happened == recorded.act.happened:
        return recorded
    return replace(recorded, act=replace(recorded.act, occurred_at=line.happened))


def _milestones(
    incident: Incident, records: Sequence[Recorded[e.Event]]
) -> tuple[MilestoneFact, ...]:
    how = {
        record.version: record.event.how
        for record in records
        if isinstance(record.event, e.MilestoneReached)
    }
    found = [
        MilestoneFact(milestone, mark.at, mark.entry, passing, how.get(mark.entry, ""))
        for milestone, marks in incident.milestones.items()
        for passing, mark in enumerate(marks, start=1)
    ]
    order = list(Milestone)
    return tuple(
        sorted(found, key=lambda fact: (fact.at, order.index(fact.milestone), fact.passing))
    )


def _metrics(incident: Incident, hours: BusinessHours | None) -> tuple[MetricFact, ...]:
    reached = {
        milestone: marks[0].at.replace(microsecond=0)
        for milestone, marks in incident.milestones.items()
        if marks
    }
    facts = []
    for measured in measure(reached):
        business = None
        if hours is not None and measured.start is not None and measured.seconds is not None:
            start, end = reached[measured.start], reached[measured.metric.end]
            business = hours.elapsed(start, end, incident.zone)
        facts.append(MetricFact(measured, business))
    return tuple(facts)


def _never_held(incident: Incident, seats: Iterable[Tenure]) -> tuple[str, ...]:
    """None of an imported incident: what its log does not say is not known."""
    if incident.origin is Origin.IMPORTED:
        return ()
    held = {tenure.role for tenure in seats}
    return tuple(sorted(required_roles(incident) - held, key=_in_order))


def _in_order(role: str) -> tuple[int, str]:
    standard = [str(one) for one in Role]
    return (standard.index(role) if role in standard else len(standard), role)


def _known(records: Iterable[Recorded[e.Event]]) -> Mapping[Known, int]:
    counts = dict.fromkeys(Known, 0)
    for record in records:
        counts[record.act.known] += 1
    return counts
