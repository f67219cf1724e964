"""Rules of what is noted, decided, given, taken, said, reported, proved and corrected."""

from datetime import timedelta
from typing import Final, assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.finding import find_step
from netfin_incident.domain.incident.rules.typed import check_happened, line, prose, reason
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, MessageState, Reasoned, TaskState
from netfin_incident.errors import CommandRefused

LONGEST_TIMEBOX: Final = 366 * 24 * 3600
"""In seconds."""

_TASK_NEXT: Final = {
    TaskState.GIVEN: (
        TaskState.ACKNOWLEDGED, TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED,
    ),
    TaskState.ACKNOWLEDGED: (TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED),
}  # fmt: skip
_MESSAGE_NEXT: Final = {
    MessageState.DRAFT: (MessageState.APPROVED, MessageState.SENT, MessageState.FAILED),
    MessageState.APPROVED: (MessageState.SENT, MessageState.FAILED),
    MessageState.FAILED: (MessageState.SENT,),
}

_Asked = (
    c.Note | c.RecordDecision | c.GiveTask | c.MoveTask | c.TakeMeasure | c.LiftMeasure
    | c.RecordMessage | c.MoveMessage | c.RecordUpwardReport | c.AddEvidence | c.Correct | c.Confirm
    | c.StateImpact
)  # fmt: skip


def decide(incident: Incident, act: Act, asked: _Asked) -> list[e.Event]:
    """Answer a command about the work of the response.

    Raises:
        CommandRefused: see each rule.
    """
    match asked:
        case c.Note():
            return [e.Noted(asked.kind, prose(Field.TEXT, asked.text))]
        case c.RecordDecision():
            return [_decision(incident, asked)]
        case c.GiveTask():
            return [_task(incident, act, asked)]
        case c.MoveTask():
            return _move_task(incident, asked)
        case c.TakeMeasure():
            taken = prose(Field.TEXT, asked.text)
            return [e.MeasureTaken(f"X{len(incident.measures) + 1}", taken, asked.temporary)]
        case c.LiftMeasure():
            return _lift(incident, asked)
        case c.RecordMessage():
            return [_message(incident, asked)]
        case c.MoveMessage():
            return _move_message(incident, asked)
        case c.RecordUpwardReport():
            return [_report(incident, act, asked)]
        case c.AddEvidence():
            return [_evidence(incident, asked)]
        case c.Correct():
            return [_correction(incident, act, asked)]
        case c.Confirm():
            return [_confirmation(incident, act, asked)]
        case c.StateImpact():
            # Read when first asked for: a note from a script must not wait for the questionnaire.
            from netfin_incident.domain.incident.rules.impact import state_impact

            return state_impact(incident, asked)
        case _:
            assert_never(asked)


def _decision(incident: Incident, asked: c.RecordDecision) -> e.Event:
    return e.DecisionRecorded(
        f"D{incident.decisions + 1}",
        prose(Field.QUESTION, asked.question),
        prose(Field.CHOICE, asked.choice),
        tuple(line(Field.OPTION, option) for option in asked.options),
        prose(Field.RATIONALE, asked.rationale, optional=True),
        prose(Field.OBJECTIONS, asked.objections, optional=True),
    )


def _task(incident: Incident, act: Act, asked: c.GiveTask) -> e.Event:
    if not 0 < asked.timebox <= LONGEST_TIMEBOX:
        raise CommandRefused("timebox-out-of-range", seconds=asked.timebox)
    due_at = act.at + timedelta(seconds=asked.timebox)
    text, to = prose(Field.TEXT, asked.text), line(Field.PERSON, asked.to)
    return e.TaskGiven(f"T{len(incident.tasks) + 1}", text, to, due_at)


def _move_task(incident: Incident, asked: c.MoveTask) -> list[e.Event]:
    task = incident.tasks.get(asked.id)
    if task is None:
        raise CommandRefused("task-unknown", id=asked.id, known=tuple(incident.tasks))
    if asked.state is task.state:
        return []
    if asked.state not in _TASK_NEXT.get(task.state, ()):
        raise CommandRefused("task-ended", id=asked.id, state=task.state)
    note = prose(Field.NOTE, asked.note, optional=True)
    if asked.state is TaskState.FAILED:
        note = reason(asked.note, Reasoned.FAILING)
    return [e.TaskMoved(asked.id, asked.state, note)]


def _lift(incident: Incident, asked: c.LiftMeasure) -> list[e.Event]:
    measure = incident.measures.get(asked.id)
    if measure is None:
        raise CommandRefused("measure-unknown", id=asked.id, known=tuple(incident.measures))
    if measure.lifted:
        return []
    return [e.MeasureLifted(asked.id, prose(Field.NOTE, asked.note, optional=True))]


def _message(incident: Incident, asked: c.RecordMessage) -> e.Event:
    return e.MessageRecorded(
        f"M{len(incident.messages) + 1}",
        line(Field.AUDIENCE, asked.audience),
        line(Field.CHANNEL, asked.channel, optional=True),
        prose(Field.TEXT, asked.text),
        asked.state,
    )


def _move_message(incident: Incident, asked: c.MoveMessage) -> list[e.Event]:
    message = incident.messages.get(asked.id)
    if message is None:
        raise CommandRefused("message-unknown", id=asked.id, known=tuple(incident.messages))
    if asked.state is message.state:
        return []
    if asked.state not in _MESSAGE_NEXT.get(message.state, ()):
        raise CommandRefused("message-ended", id=asked.id, state=message.state)
    return [e.MessageMoved(asked.id, asked.state, prose(Field.NOTE, asked.note, optional=True))]


def _report(incident: Incident, act: Act, asked: c.RecordUpwardReport) -> e.Event:
    known = incident.reports.get(asked.id)
    if asked.id and known is None:
        raise CommandRefused("report-unknown", id=asked.id, known=tuple(incident.reports))
    if asked.due_at is None and asked.sent_at is None and not asked.id:
        raise CommandRefused("report-neither-due-nor-sent")
    withdrawn = prose(Field.REASON, asked.withdrawn, optional=True)
    if withdrawn and (known is None or known.sent_at or asked.sent_at):
        raise CommandRefused("report-not-withdrawable", id=asked.id)
    check_happened(asked.sent_at, act)
    return e.UpwardReportRecorded(
        asked.id or f"R{len(incident.reports) + 1}",
        known.recipient if known else line(Field.RECIPIENT, asked.recipient),
        known.kind if known else asked.kind,
        asked.due_at or (known.due_at if known else None),
        asked.sent_at or (known.sent_at if known else None),
        line(Field.CHANNEL, asked.channel, optional=True) or (known.channel if known else ""),
        line(Field.RECEIPT, asked.receipt, optional=True) or (known.receipt if known else ""),
        line(Field.RECEIPT, asked.text_sha256, optional=True).lower(),
        withdrawn,
    )


def _evidence(incident: Incident, asked: c.AddEvidence) -> e.Event:
    if asked.step:
        find_step(incident, asked.step, asked.playbook)
    return e.EvidenceAdded(
        f"E{len(incident.evidence) + 1}",
        line(Field.NAME, asked.name),
        line(Field.REFERENCE, asked.reference),
        line(Field.NAME, asked.kind, optional=True),
        line(Field.REFERENCE, asked.sha256, optional=True).lower(),
        asked.size,
        asked.step,
        asked.playbook,
    )


def _correction(incident: Incident, act: Act, asked: c.Correct) -> e.Event:
    _check_entry(incident, asked.entry)
    text = prose(Field.TEXT, asked.text, optional=True)
    if not text and asked.occurred_at is None:
        raise CommandRefused("correction-empty", entry=asked.entry)
    check_happened(asked.occurred_at, act)
    why = reason(asked.reason, Reasoned.CORRECTING)
    return e.Corrected(asked.entry, why, text, asked.occurred_at)


def _confirmation(incident: Incident, act: Act, asked: c.Confirm) -> e.Event:
    _check_entry(incident, asked.entry)
    owed = incident.owed.get(asked.entry)
    if owed is None:
        raise CommandRefused("nothing-to-confirm", entry=asked.entry)
    if act.by not in owed.confirmers:
        if not owed.break_glass:
            raise CommandRefused("confirm-for-another", entry=asked.entry, person=owed.person)
        if {act.by, act.person} & {owed.person, owed.in_name_of}:
            raise CommandRefused("review-own-break-glass", entry=asked.entry)
    return e.EntryConfirmed(asked.entry, prose(Field.NOTE, asked.note, optional=True))


def _check_entry(incident: Incident, entry: int) -> None:
    if not 1 <= entry <= incident.version:
        raise CommandRefused("entry-unknown", entry=entry, last=incident.version)
