"""Folding events into the state.  Never refuses: what is folded has already happened."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import reduce
from typing import Final, TypeVar, assert_never

from netfin_incident.domain.incident import calling
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.owing import confirmed, owe
from netfin_incident.domain.incident.state import (
    Evidence,
    Funds,
    Incident,
    LinkedIncident,
    Mark,
    Measure,
    Message,
    Offer,
    Seat,
    StatedImpact,
    Task,
    UpwardReport,
)
from netfin_incident.domain.incident.stepping import stepped
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import Known, Milestone, Origin, Status

INERT: Final = frozenset(
    event.KIND for event in (e.Noted, e.LogImported, e.DurationStated, e.DoubtNoted)
)
"""Kinds that change nothing but the count of entries and the confirmations owed.

They are never a two-person act, so a break-glass on them owes no review, and they need not be
decoded to be folded: what stands in an entry's header is enough.
"""

K = TypeVar("K")
V = TypeVar("V")


def replay(history: Iterable[tuple[Act, e.Event]]) -> Incident | None:
    """The incident after all of `history`; None when nothing has happened."""
    return reduce(lambda state, entry: apply(state, *entry), history, None)


def pass_over(incident: Incident, act: Act, version: int | None = None) -> Incident:
    """Fold an entry of an inert kind, whose body was not read; `version` as for `apply`."""
    counted = _counted(incident, act, version)
    return owe(counted, replace(act, break_glass="") if act.break_glass else act)


def count_up(incident: Incident, version: int, at: datetime) -> Incident:
    """Fold inert entries up to `version`, made in nobody else's name; the newest was written `at`."""
    return replace(incident, version=version, last_at=at, progress_at=at)


def apply(
    incident: Incident | None, act: Act, event: e.Event, version: int | None = None
) -> Incident:
    """The incident after one more event.

    `version` is its number where inert entries before it were left out.
    """
    if isinstance(event, e.Declared):
        return owe(_declared(act, event), act)
    if incident is None:
        message = "a stream starts with its declaration"
        raise TypeError(message)
    if event.KIND in INERT:
        return pass_over(incident, act, version)
    return _applied(owe(_counted(incident, act, version), act), act, event)


def _counted(incident: Incident, act: Act, version: int | None) -> Incident:
    number = version or incident.version + 1
    if act.known is Known.PROGRAM:
        return replace(incident, version=number, last_at=act.at)
    return replace(incident, version=number, last_at=act.at, progress_at=act.at)


def _declared(act: Act, event: e.Declared) -> Incident:
    # A written log states its own milestones, and may state no declaration at all.
    stated = event.origin is Origin.IMPORTED
    declared = {} if stated else {Milestone.DECLARED: (Mark(act.happened, 1),)}
    return Incident(
        id=event.id, title=event.title, mode=event.mode, origin=event.origin, zone=event.zone,
        key=event.key, service=event.service, declared_by=act.person, declared_at=act.happened,
        severity=event.severity, status_at=act.happened, last_at=act.at, progress_at=act.at,
        milestones=declared,
    )  # fmt: skip


def _applied(state: Incident, act: Act, event: e.Event) -> Incident:
    match event:
        case e.Declared() | e.Noted() | e.LogImported() | e.DurationStated() | e.DoubtNoted():
            return state
        case (
            e.RoleAssigned() | e.RoleTaken() | e.HandoverAccepted() | e.RoleReleased()
            | e.HandoverOffered() | e.HandoverEnded()
        ):  # fmt: skip
            return _seated(state, act, event)
        case e.Corrected():
            return _corrected(state, event)
        case e.EntryConfirmed():
            return confirmed(state, act, event.entry)
        case (
            e.TaskGiven() | e.TaskMoved() | e.MeasureTaken() | e.MeasureLifted()
            | e.MessageRecorded() | e.MessageMoved() | e.UpwardReportRecorded() | e.EvidenceAdded()
            | e.DecisionRecorded()
        ):  # fmt: skip
            return _worked(state, act, event)
        case (
            e.PlaybookAttached() | e.StepStarted() | e.StepCompleted() | e.StepSkipped()
            | e.StepReopened() | e.StepFailed() | e.StepRaised() | e.StepApproved()
            | e.RoundBegun() | e.PlaybookGivenUp() | e.VariableSet() | e.CommandRun()
        ):  # fmt: skip
            return stepped(state, act, event)
        case (
            e.EscalationStarted() | e.Escalated() | e.LevelPassedOver() | e.FallbackCalled()
            | e.AcknowledgementExpired() | e.Told() | e.NoticeSent() | e.NoticeFailed()
            | e.NoticeRetried() | e.NoticeQuarantined() | e.CallMade() | e.DuplicateSuppressed()
        ):  # fmt: skip
            return calling.called(state, act, event)
        case e.ImpactStated(question=question):
            stated = StatedImpact(event.value, event.estimate, act.happened, act.person)
            return replace(state, impact=_with(state.impact, question, stated))
        case _:
            return _went_on(state, act, event)


_Going = (
    e.Acknowledged | e.Activated | e.StatusChanged | e.Cancelled | e.Reopened | e.SeverityChanged
    | e.MilestoneReached | e.FundsStated | e.Linked
)  # fmt: skip


def _went_on(state: Incident, act: Act, event: _Going) -> Incident:
    match event:
        case e.Acknowledged():
            return calling.acknowledged(state, act, event)
        case e.Activated():
            return replace(state, level=event.level)
        case e.StatusChanged():
            moved = calling.moved_on(replace(state, status=event.after, status_at=act.happened))
            back = event.after is Status.RESPONDING and event.before is not Status.DECLARED
            return replace(moved, returned_entry=state.version) if back else moved
        case e.Cancelled():
            cancelled = replace(
                state, status=Status.CANCELLED, status_at=act.happened, cancelled_as=event.kind
            )
            return calling.moved_on(cancelled)
        case e.Reopened():
            return replace(
                state, status=Status.RESPONDING, status_at=act.happened, cancelled_as=None,
                returned_entry=state.version,
            )  # fmt: skip
        case e.SeverityChanged():
            return replace(state, severity=event.after)
        case e.MilestoneReached():
            return _marked(state, event.milestone, act.happened)
        case e.FundsStated():
            return replace(state, funds=Funds(event.touched, event.reconciled, event.reason))
        case e.Linked():
            return replace(state, links=(*state.links, LinkedIncident(event.relation, event.other)))
        case _:
            assert_never(event)


_Seating = (
    e.RoleAssigned | e.RoleTaken | e.HandoverAccepted | e.RoleReleased | e.HandoverOffered
    | e.HandoverEnded
)  # fmt: skip


def _seated(state: Incident, act: Act, event: _Seating) -> Incident:
    offers = _without(state.offers, event.role)
    match event:
        case e.RoleAssigned() | e.RoleTaken() | e.HandoverAccepted():
            seats = _with(state.seats, event.role, Seat(event.person, act.happened))
            changed = calling.seat_changed(
                state, act, event.role, state.holder(event.role), event.person
            )
            return replace(changed, seats=seats, offers=offers)
        case e.RoleReleased():
            return replace(state, seats=_without(state.seats, event.role), offers=offers)
        case e.HandoverOffered():
            offer = Offer(event.to, act.person, event.brief, act.at)
            return replace(state, offers=_with(state.offers, event.role, offer))
        case e.HandoverEnded():
            return replace(state, offers=offers)
        case _:
            assert_never(event)


_Work = (
    e.TaskGiven | e.TaskMoved | e.MeasureTaken | e.MeasureLifted | e.MessageRecorded
    | e.MessageMoved | e.UpwardReportRecorded | e.EvidenceAdded | e.DecisionRecorded
)  # fmt: skip


def _worked(state: Incident, act: Act, event: _Work) -> Incident:
    match event:
        case e.DecisionRecorded():
            return replace(state, decisions=state.decisions + 1)
        case e.TaskGiven(id=key):
            task = Task(key, event.text, event.to, act.person, act.at, event.due_at)
            return replace(state, tasks=_with(state.tasks, key, task))
        case e.TaskMoved(id=key):
            moved = replace(state.tasks[key], state=event.state)
            return replace(state, tasks=_with(state.tasks, key, moved))
        case e.MeasureTaken(id=key):
            measure = Measure(key, event.text, event.temporary)
            return replace(state, measures=_with(state.measures, key, measure))
        case e.MeasureLifted(id=key):
            lifted = replace(state.measures[key], lifted=True)
            return replace(state, measures=_with(state.measures, key, lifted))
        case e.MessageRecorded(id=key):
            message = Message(
                key, event.audience, event.channel, event.text, event.state, act.person
            )
            return replace(state, messages=_with(state.messages, key, message))
        case e.MessageMoved(id=key):
            message = replace(state.messages[key], state=event.state)
            return replace(state, messages=_with(state.messages, key, message))
        case e.UpwardReportRecorded(id=key):
            report = UpwardReport(
                key, event.recipient, event.kind, event.due_at, event.sent_at, event.channel,
                event.receipt, bool(event.withdrawn),
            )  # fmt: skip
            reported = replace(state, reports=_with(state.reports, key, report))
            if event.sent_at is None or state.milestones.get(Milestone.REPORTED):
                return reported
            return _marked(reported, Milestone.REPORTED, event.sent_at)
        case e.EvidenceAdded(id=key):
            evidence = Evidence(key, event.name, event.step, event.playbook)
            return replace(state, evidence=_with(state.evidence, key, evidence))
        case _:
            assert_never(event)


def _marked(state: Incident, milestone: Milestone, at: datetime) -> Incident:
    marks = (*state.milestones.get(milestone, ()), Mark(at, state.version))
    return replace(state, milestones=_with(state.milestones, milestone, marks))


def _corrected(state: Incident, event: e.Corrected) -> Incident:
    if event.occurred_at is None:
        return state
    at = event.occurred_at
    milestones = {
        milestone: tuple(Mark(at, mark.entry) if mark.entry == event.entry else mark for mark in ms)
        for milestone, ms in state.milestones.items()
    }
    declared_at = at if event.entry == 1 else state.declared_at
    return replace(state, milestones=milestones, declared_at=declared_at)


def _with(known: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**known, key: value}


def _without(known: Mapping[K, V], key: K) -> dict[K, V]:
    return {k: v for k, v in known.items() if k != key}
