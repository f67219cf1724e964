"""Rules of carrying out a playbook: order is advice, gates are not, skipping has its price."""

from typing import Final, assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, run_board
from netfin_incident.domain.incident.rules import answers, command_runs, completing
from netfin_incident.domain.incident.rules.finding import find_run, find_step
from netfin_incident.domain.incident.rules.lifecycle import moved_to_responding
from netfin_incident.domain.incident.rules.openness import check_open, check_turn
from netfin_incident.domain.incident.rules.typed import line, reason
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, Reasoned, StepState
from netfin_incident.errors import CommandRefused

MOST_PASSES: Final = 10
"""How often a failing step may pass its work on; then people must decide."""

_NOTHING_TO_FAIL: Final = (
    Verb.DECIDE, Verb.PARALLEL, Verb.REPEAT, Verb.MILESTONE, Verb.NOTE,
)  # fmt: skip
_NOTHING_TO_START: Final = (Verb.PARALLEL, Verb.REPEAT, Verb.CALL, Verb.WAIT)
_StepAsked = c.StartStep | c.CompleteStep | c.FailStep | c.SkipStep | c.ReopenStep | c.RecordCommand
_Asked = c.AttachPlaybook | c.GiveUpPlaybook | c.SetVariable | _StepAsked


def decide(incident: Incident, act: Act, asked: _Asked) -> list[e.Event]:
    """Answer a command about a playbook or one of its steps.

    Raises:
        CommandRefused: see each rule.
    """
    match asked:
        case c.AttachPlaybook():
            return _attach(incident, asked)
        case c.GiveUpPlaybook():
            return _give_up(incident, act, asked)
        case c.SetVariable():
            return answers.set_variable(incident, asked)
        case _:
            return _decide_step(incident, act, asked)


def _decide_step(incident: Incident, act: Act, asked: _StepAsked) -> list[e.Event]:
    run, view = find_step(incident, asked.step, asked.playbook)
    match asked:
        case c.StartStep():
            return _start(incident, run, view)
        case c.CompleteStep():
            return completing.complete(incident, act, run, view, asked)
        case c.FailStep():
            return _fail(incident, act, run, view, asked)
        case c.SkipStep():
            return _skip(act, run, view, asked)
        case c.ReopenStep():
            return _reopen(run, view, asked)
        case c.RecordCommand():
            return command_runs.record(incident, run, view, asked)
        case _:
            assert_never(asked)


def _attach(incident: Incident, asked: c.AttachPlaybook) -> list[e.Event]:
    known = incident.runs.get(asked.plan.id)
    if known is not None and known.given_up_at is None:
        raise CommandRefused("playbook-attached", playbook=asked.plan.id)
    return [e.PlaybookAttached(asked.plan, asked.approved)]


def _give_up(incident: Incident, act: Act, asked: c.GiveUpPlaybook) -> list[e.Event]:
    run = find_run(incident, asked.playbook)
    if run.given_up_at is not None:
        return []
    why = reason(asked.reason, Reasoned.GIVING_UP_PLAYBOOK)
    return [
        e.PlaybookGivenUp(run.plan.id, why, _second_for_the_rest(incident, act, run, asked.second))
    ]


def _second_for_the_rest(incident: Incident, act: Act, run: Run, named: str) -> str:
    """The second person for giving up what is left of a playbook, where required steps are."""
    second = _second(act, named)
    gates = tuple(view.step.id for view in run_board(incident, run) if view.is_gate)
    if gates and not second and not act.break_glass:
        raise CommandRefused("second-person-for-playbook", playbook=run.plan.id, steps=gates)
    return second


def _start(incident: Incident, run: Run, view: StepView) -> list[e.Event]:
    if view.state is StepState.ACTIVE:
        return []
    check_open(view)
    check_turn(view)
    if view.step.verb in _NOTHING_TO_START:
        raise CommandRefused("step-not-startable", step=view.step.id, verb=view.step.verb)
    return [e.StepStarted(run.plan.id, view.step.id), *moved_to_responding(incident)]


def _fail(
    incident: Incident, act: Act, run: Run, view: StepView, asked: c.FailStep
) -> list[e.Event]:
    step = view.step
    check_open(view)
    check_turn(view)
    if step.verb in _NOTHING_TO_FAIL:
        raise CommandRefused("step-cannot-fail", step=step.id, verb=step.verb)
    why = reason(asked.reason, Reasoned.FAILING_STEP)
    failed: list[e.Event] = [e.StepFailed(run.plan.id, step.id, why)]
    if step.on_fail is not None and step.on_fail.abort:
        second = _second_for_the_rest(incident, act, run, asked.second)
        failed.append(e.PlaybookGivenUp(run.plan.id, why, second, step.id))
    passes_on = run.failures.get(step.id, 0) < MOST_PASSES
    if step.on_fail is not None and step.on_fail.goto and passes_on:
        instead = step.on_fail.goto
        if instead in run.marks:
            failed.append(e.StepReopened(run.plan.id, instead, why))
        failed.append(e.StepRaised(run.plan.id, instead, step.id))
    return [*failed, *moved_to_responding(incident)]


def _skip(act: Act, run: Run, view: StepView, asked: c.SkipStep) -> list[e.Event]:
    if view.state is StepState.SKIPPED:
        return []
    check_open(view)
    why = reason(asked.reason, Reasoned.SKIPPING)
    second = _second(act, asked.second)
    if view.required and not second and not act.break_glass:
        raise CommandRefused("second-person-missing", step=view.step.id)
    return [e.StepSkipped(run.plan.id, view.step.id, why, second)]


def _second(act: Act, named: str) -> str:
    """The second person, where one was named who is not the first."""
    person = line(Field.PERSON, named, optional=True)
    return "" if person in (act.by, act.person) else person


def _reopen(run: Run, view: StepView, asked: c.ReopenStep) -> list[e.Event]:
    if view.done_in:
        raise CommandRefused("step-done-elsewhere", step=view.step.id, playbook=view.done_in)
    if view.step.id not in run.marks:
        raise CommandRefused("step-not-settled", step=view.step.id)
    if run.given_up_at is not None:
        raise CommandRefused("step-not-applicable", step=view.step.id)
    why = reason(asked.reason, Reasoned.REOPENING_STEP)
    lapsed = (
        one.id
        for one in run.plan.steps
        if one.approval and view.step.id in one.approval.apart_from
        and (one.id in run.marks or one.id in run.approvals)
    )  # fmt: skip
    return [e.StepReopened(run.plan.id, step, why) for step in (view.step.id, *lapsed)]
