"""Finishing a step: what each kind asks for, and what follows from it."""

import re
from typing import Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.conditions import known_texts
from netfin_incident.domain.incident.reading import Reading
from netfin_incident.domain.incident.rules.answers import answered
from netfin_incident.domain.incident.rules.lifecycle import moved_to_responding
from netfin_incident.domain.incident.rules.openness import check_open, check_turn
from netfin_incident.domain.incident.rules.rounds import next_round
from netfin_incident.domain.incident.rules.typed import line, prose
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import (
    AGAIN,
    ENOUGH,
    LEFT_OPEN,
    PLACE,
    Approval,
    Notice,
    Reporting,
    Verb,
)
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Field, MessageState, Milestone, Reserved, StepState
from netfin_incident.errors import CommandRefused

_UNFILLED: Final = re.compile(f"{LEFT_OPEN.pattern}|{PLACE.pattern}")


def complete(
    incident: Incident, act: Act, run: Run, view: StepView, asked: c.CompleteStep
) -> list[e.Event]:
    """Finish a step.

    Raises:
        CommandRefused: it is not open, waits for something, or lacks what its kind asks for.
    """
    if view.state is StepState.DONE and _says_nothing_more(incident, run, view, asked):
        return []
    check_open(view)
    check_turn(view)
    _check_fields(view, asked)
    step = view.step
    match step.verb:
        case Verb.PARALLEL:
            raise CommandRefused("step-holds-others", step=step.id)
        case Verb.REPEAT:
            return _after_round(incident, run, view, asked)
        case Verb.CALL if view.state is not StepState.ACTIVE:
            return _call(incident, run, view, asked)
        case Verb.APPROVE:
            approved = _approve(incident, act, run, view, asked)
            if len(run.approvals.get(step.id, ())) + 1 < _quorum(view) and not act.break_glass:
                return approved
            return [*approved, *_done(incident, act, run, view, asked)]
        case _:
            return _done(incident, act, run, view, asked)


def _done(
    incident: Incident, act: Act, run: Run, view: StepView, asked: c.CompleteStep
) -> list[e.Event]:
    step = view.step
    note = prose(Field.NOTE, asked.note, optional=True)
    _check_said(act, view, asked, note)
    given = answered(incident, run, asked.answers, step.id)
    if step.verb is Verb.ASK:
        _check_answered(incident, run, view, given)
    given += answered(incident, run, ((one.variable, one.value) for one in step.sets), step.id)
    done = e.StepCompleted(
        run.plan.id, step.id, note, asked.option,
        prose(Field.OBJECTIONS, asked.objections, optional=True), ahead=view.ahead,
    )  # fmt: skip
    return [
        done,
        *given,
        *_follows(incident, act, run, view, asked),
        *moved_to_responding(incident),
    ]


def _check_said(act: Act, view: StepView, asked: c.CompleteStep, note: str) -> None:
    step = view.step
    if step.verb is Verb.DECIDE or asked.option:
        _check_option(view, asked.option)
    if step.rationale_required and not note:
        raise CommandRefused("rationale-missing", step=step.id)
    early = view.waits_until is not None and act.happened < view.waits_until
    if view.state is StepState.WAITING and (early or step.until) and not note:
        raise CommandRefused("wait-not-over", step=step.id)


def _follows(
    incident: Incident, act: Act, run: Run, view: StepView, asked: c.CompleteStep
) -> list[e.Event]:
    """What the incident's record gains besides the step."""
    step = view.step
    if step.milestone:
        return [e.MilestoneReached(Milestone(step.milestone))]
    if step.notice is not None:
        return _message(incident, run, step.notice, asked)
    if step.reporting is not None:
        return [_report(incident, act, step.reporting, asked)]
    return []


def _message(incident: Incident, run: Run, notice: Notice, asked: c.CompleteStep) -> list[e.Event]:
    words = prose(Field.TEXT, asked.text, optional=True)
    if not words:
        return []
    known = (*run.plan.variables_by_id, *Reserved)
    if any(not found[1] or found[1] in known for found in _UNFILLED.finditer(words)):
        raise CommandRefused("notice-unfilled", step=asked.step, words=words)
    channel = line(Field.CHANNEL, asked.channel, optional=True) or notice.channel
    key = f"M{len(incident.messages) + 1}"
    audience = line(Field.AUDIENCE, asked.to, optional=True) or _in_one_line(notice.audience)
    return [e.MessageRecorded(key, audience, channel, words, MessageState.SENT)]


def _report(incident: Incident, act: Act, reporting: Reporting, asked: c.CompleteStep) -> e.Event:
    to = line(Field.RECIPIENT, asked.to, optional=True) or _in_one_line(reporting.recipient)
    owed = (
        one
        for one in incident.reports.values()
        if one.is_owed and (one.kind, one.recipient) == (reporting.kind, to)
    )
    noted = next(owed, None)
    return e.UpwardReportRecorded(
        noted.id if noted else f"R{len(incident.reports) + 1}",
        to,
        reporting.kind,
        noted.due_at if noted else None,
        sent_at=act.happened,
        channel=line(Field.CHANNEL, asked.channel, optional=True),
        receipt=line(Field.RECEIPT, asked.receipt, optional=True),
    )


def _in_one_line(text: Text) -> str:
    return text.zh if text.en == text.zh else f"{text.zh} / {text.en}"


def _check_answered(incident: Incident, run: Run, view: StepView, given: list[e.Event]) -> None:
    known = set(known_texts(incident, run))
    for event in given:
        if isinstance(event, e.VariableSet):
            (known.add if event.value else known.discard)(event.variable)
    missing = tuple(name for name in view.step.ask if name not in known)
    if missing:
        raise CommandRefused("answers-missing", step=view.step.id, variables=missing)


def _after_round(
    incident: Incident, run: Run, view: StepView, asked: c.CompleteStep
) -> list[e.Event]:
    step, known = view.step, (AGAIN, ENOUGH)
    if asked.option not in known:
        slug = "option-unknown" if asked.option else "option-missing"
        raise CommandRefused(slug, step=step.id, option=asked.option, options=known)
    if asked.option == ENOUGH:
        note = prose(Field.NOTE, asked.note, optional=True)
        done = e.StepCompleted(run.plan.id, step.id, note, ENOUGH, ahead=view.ahead)
        return [done, *moved_to_responding(incident)]
    begun = next_round(run, Reading(incident, run), step)
    if begun is None:
        raise CommandRefused("round-open", step=step.id, round=view.round)
    return [begun]


def _call(incident: Incident, run: Run, view: StepView, asked: c.CompleteStep) -> list[e.Event]:
    step = view.step
    started: list[e.Event] = [e.StepStarted(run.plan.id, step.id), *moved_to_responding(incident)]
    if step.call in incident.runs:
        return started
    plan = asked.called
    if plan is None or plan.id != step.call:
        raise CommandRefused("called-playbook-missing", step=step.id, playbook=step.call)
    attached = e.PlaybookAttached(plan, asked.called_approved, f"{run.plan.id}/{step.id}")
    return [attached, *started]


def _approve(
    incident: Incident, act: Act, run: Run, view: StepView, asked: c.CompleteStep
) -> list[e.Event]:
    step, person = view.step, act.person
    approval = step.approval or Approval(())
    if person in run.approvals.get(step.id, ()):
        raise CommandRefused("approved-already", step=step.id, person=person)
    if not act.break_glass:
        holders = tuple(incident.holder(role) for role in approval.by)
        if person not in holders:
            raise CommandRefused("approver-not-entitled", step=step.id, roles=approval.by)
        doers = [run.marks[one].by for one in approval.apart_from if one in run.marks]
        if person in doers:
            raise CommandRefused("approver-did-it", step=step.id, person=person)
    note = prose(Field.NOTE, asked.note, optional=True)
    return [e.StepApproved(run.plan.id, step.id, note)]


def _quorum(view: StepView) -> int:
    return view.step.approval.quorum if view.step.approval else 1


def _check_option(view: StepView, option: str) -> None:
    known = tuple(one.id for one in view.step.options)
    if not option:
        raise CommandRefused("option-missing", step=view.step.id, options=known)
    if option not in known:
        raise CommandRefused("option-unknown", step=view.step.id, option=option, options=known)
    if option in view.unavailable:
        raise CommandRefused("option-unavailable", step=view.step.id, option=option)


def _says_nothing_more(incident: Incident, run: Run, view: StepView, asked: c.CompleteStep) -> bool:
    """Whether the step stands as asked already, so that nothing that was typed would be lost."""
    mark = view.mark
    if asked.text or asked.receipt or asked.channel:
        return False
    if answered(incident, run, asked.answers, view.step.id):
        return False
    if asked.option and (mark is None or mark.option != asked.option):
        return False
    note = prose(Field.NOTE, asked.note, optional=True)
    return not note or (mark is not None and mark.note == note)


def _check_fields(view: StepView, asked: c.CompleteStep) -> None:
    """Hold that everything that was typed has its place in a step of this kind."""
    step, verb = view.step, view.step.verb
    sends = verb in (Verb.NOTIFY, Verb.REPORT)
    stray = {
        "--text": bool(asked.text) and verb is not Verb.NOTIFY,
        "--receipt": bool(asked.receipt) and verb is not Verb.REPORT,
        "--channel": bool(asked.channel) and not sends,
        "--option": bool(asked.option) and verb not in (Verb.DECIDE, Verb.REPEAT),
        "--answer": any(name not in step.ask for name, _ in asked.answers),
    }
    given = tuple(name for name, is_stray in stray.items() if is_stray)
    if given:
        raise CommandRefused("step-takes-no", step=step.id, verb=verb, given=given)
