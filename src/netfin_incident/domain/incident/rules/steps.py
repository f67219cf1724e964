"""Rules of carrying out a playbook: order is advice, gates are not, skipping has its price."""

from typing import assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, run_board
from netfin_incident.domain.incident.rules.lifecycle import moved_to_responding
from netfin_incident.domain.incident.rules.typed import line, prose, reason
from netfin_incident.domain.incident.state import Incident, Run
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, Milestone, Reasoned, StepState
from netfin_incident.errors import CommandRefused

_StepAsked = c.StartStep | c.CompleteStep | c.SkipStep | c.ReopenStep
_Asked = c.AttachPlaybook | _StepAsked


def decide(incident: Incident, act: Act, asked: _Asked) -> list[e.Event]:
    """Answer a command about a playbook or one of its steps.

    Raises:
        CommandRefused: see each rule.
    """
    if isinstance(asked, c.AttachPlaybook):
        if asked.plan.id in incident.runs:
            raise CommandRefused("playbook-attached", playbook=asked.plan.id)
        return [e.PlaybookAttached(asked.plan, asked.approved)]
    run, view = find_step(incident, asked.step, asked.playbook)
    match asked:
        case c.StartStep():
            return _start(incident, run, view)
        case c.CompleteStep():
            return _complete(incident, run, view, asked)
        case c.SkipStep():
            return _skip(act, run, view, asked)
        case c.ReopenStep():
            if view.mark is None:
                raise CommandRefused("step-not-settled", step=view.step.id)
            why = reason(asked.reason, Reasoned.REOPENING_STEP)
            return [e.StepReopened(run.plan.id, view.step.id, why)]
        case _:
            assert_never(asked)


def find_step(incident: Incident, step: str, playbook: str) -> tuple[Run, StepView]:
    """The run that has `step`, and the step as it stands.

    Raises:
        CommandRefused: no playbook is attached, none has such a step, or several have.
    """
    if not incident.runs:
        raise CommandRefused("no-playbook", id=incident.id)
    if playbook and playbook not in incident.runs:
        raise CommandRefused("playbook-not-attached", playbook=playbook, known=tuple(incident.runs))
    runs = [incident.runs[playbook]] if playbook else list(incident.runs.values())
    having = [run for run in runs if run.plan.step(step) is not None]
    if not having:
        known = [one.id for run in runs for one in run.plan.steps]
        raise CommandRefused("step-unknown", step=step, nearest=nearest(step, known))
    if len(having) > 1:
        names = tuple(run.plan.id for run in having)
        raise CommandRefused("step-ambiguous", step=step, playbooks=names)
    run = having[0]
    views = run_board(run, incident.severity)
    return run, next(view for view in views if view.step.id == step)


def _start(incident: Incident, run: Run, view: StepView) -> list[e.Event]:
    if view.state is StepState.ACTIVE:
        return []
    _check_open(view)
    _check_turn(view)
    return [e.StepStarted(run.plan.id, view.step.id), *moved_to_responding(incident)]


def _complete(incident: Incident, run: Run, view: StepView, asked: c.CompleteStep) -> list[e.Event]:
    step = view.step
    if view.state is StepState.DONE and (not asked.option or _chose(view, asked.option)):
        return []
    _check_open(view)
    _check_turn(view)
    note = prose(Field.NOTE, asked.note, optional=True)
    if step.verb is Verb.DECIDE or asked.option:
        _check_option(view, asked.option)
    if step.rationale_required and not note:
        raise CommandRefused("rationale-missing", step=step.id)
    done = e.StepCompleted(
        run.plan.id, step.id, note, asked.option,
        prose(Field.OBJECTIONS, asked.objections, optional=True), ahead=view.ahead,
    )  # fmt: skip
    milestone: list[e.Event] = []
    if step.verb is Verb.MILESTONE:
        milestone = [e.MilestoneReached(Milestone(step.milestone))]
    return [done, *milestone, *moved_to_responding(incident)]


def _skip(act: Act, run: Run, view: StepView, asked: c.SkipStep) -> list[e.Event]:
    if view.state is StepState.SKIPPED:
        return []
    _check_open(view)
    why = reason(asked.reason, Reasoned.SKIPPING)
    named = line(Field.PERSON, asked.second, optional=True)
    second = "" if named in (act.by, act.person) else named
    if view.required and not second and not act.break_glass:
        raise CommandRefused("second-person-missing", step=view.step.id)
    return [e.StepSkipped(run.plan.id, view.step.id, why, second)]


def _check_open(view: StepView) -> None:
    if view.state in (StepState.DONE, StepState.SKIPPED):
        raise CommandRefused("step-settled", step=view.step.id, state=view.state)
    if view.state is StepState.NOT_APPLICABLE:
        raise CommandRefused("step-not-applicable", step=view.step.id)


def _check_turn(view: StepView) -> None:
    if view.waiting_for:
        raise CommandRefused("step-blocked", step=view.step.id, waiting_for=view.waiting_for)


def _check_option(view: StepView, option: str) -> None:
    known = tuple(one.id for one in view.step.options)
    if not option:
        raise CommandRefused("option-missing", step=view.step.id, options=known)
    if option not in known:
        raise CommandRefused("option-unknown", step=view.step.id, option=option, options=known)


def _chose(view: StepView, option: str) -> bool:
    return view.mark is not None and view.mark.option == option
