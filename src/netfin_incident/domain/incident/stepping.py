"""Folding what happens to the steps of a playbook."""

from collections.abc import Mapping
from typing import TypeVar, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.owing import owe_second
from netfin_incident.domain.incident.runs import Answer, RoundMark, Run, StepMark
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import StepState

K = TypeVar("K")
V = TypeVar("V")

_OfStep = (
    e.StepStarted | e.StepCompleted | e.StepSkipped | e.StepReopened | e.StepFailed | e.StepRaised
    | e.StepApproved | e.RoundBegun
)  # fmt: skip
_Stepping = _OfStep | e.PlaybookAttached | e.PlaybookGivenUp | e.VariableSet | e.CommandRun


def stepped(state: Incident, act: Act, event: _Stepping) -> Incident:
    """The incident after something happened to a playbook or one of its steps."""
    match event:
        case e.PlaybookAttached():
            run = Run(event.plan, event.approved, act.happened)
            return replace(state, runs=_with(state.runs, event.plan.id, run))
        case e.VariableSet():
            answer = Answer(event.value, act.happened, act.person)
            return replace(state, answers=_with(state.answers, event.variable, answer))
        case e.CommandRun(approved_by=agreed):
            return owe_second(state, act, agreed) if agreed not in ("", act.by) else state
    run = state.runs[event.playbook]
    if isinstance(event, e.PlaybookGivenUp):
        changed = replace(run, given_up_at=act.happened)
    else:
        changed = _run_after(run, act, event)
    after = replace(state, runs=_with(state.runs, event.playbook, changed))
    second = event.second if isinstance(event, e.StepSkipped | e.PlaybookGivenUp) else ""
    return owe_second(after, act, second) if second else after


def _run_after(run: Run, act: Act, event: _OfStep) -> Run:
    match event:
        case e.StepStarted():
            return _marked(run, event.step, StepMark(StepState.ACTIVE, act.happened, act.person))
        case e.StepCompleted():
            done = StepMark(StepState.DONE, act.happened, act.person, event.option, event.note)
            return _marked(run, event.step, done)
        case e.StepSkipped():
            return _marked(run, event.step, StepMark(StepState.SKIPPED, act.happened, act.person))
        case e.StepReopened():
            approvals = _without(run.approvals, {event.step})
            return replace(run, marks=_without(run.marks, {event.step}), approvals=approvals)
        case e.StepFailed():
            failed = _marked(run, event.step, StepMark(StepState.FAILED, act.happened, act.person))
            count = run.failures.get(event.step, 0) + 1
            return replace(failed, failures=_with(run.failures, event.step, count))
        case e.StepRaised():
            raised = replace(run, raised=_with(run.raised, event.step, act.happened))
            failed_mark = replace(run.marks[event.failed], option=event.step)
            return _marked(raised, event.failed, failed_mark)
        case e.StepApproved():
            so_far = (*run.approvals.get(event.step, ()), act.person)
            return replace(run, approvals=_with(run.approvals, event.step, so_far))
        case e.RoundBegun():
            return _again(run, event)
        case _:
            assert_never(event)


def _again(run: Run, event: e.RoundBegun) -> Run:
    inner = {step.id for step in run.plan.inside(*run.plan.steps_by_id[event.step].options)}
    rounds = _without(run.rounds, inner)
    done = {step: mark for step, mark in run.marks.items() if step in inner}
    return replace(
        run,
        earlier={**run.earlier, **done},
        marks=_without(run.marks, inner),
        approvals=_without(run.approvals, inner),
        raised=_without(run.raised, inner),
        failures=_without(run.failures, inner),
        rounds=_with(rounds, event.step, RoundMark(event.round, event.turn_at)),
    )


def _marked(run: Run, step: str, mark: StepMark) -> Run:
    return replace(run, marks=_with(run.marks, step, mark))


def _with(known: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**known, key: value}


def _without(known: Mapping[K, V], keys: set[K]) -> Mapping[K, V]:
    return {k: v for k, v in known.items() if k not in keys} if keys & known.keys() else known
