"""Lint of the order of steps: who waits for whom across phases, joins and rounds."""

from collections.abc import Iterator, Mapping
from typing import Final

from netfin_incident.domain.playbook import Plan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.library.lint_findings import Finding, Look, found
from netfin_incident.library.waits import branches_above

MANY_ROUNDS: Final = 48
"""A day of rounds each half an hour."""


def _phases(look: Look) -> Iterator[Finding]:
    turns = _turns(look.plan)
    for step in look.plan.steps:
        own = turns[step.phase]
        for need in step.awaited:
            if turns[look.plan.steps_by_id[need].phase] > own and not _is_gate(look.plan, step):
                place = look.step(step.id)
                yield found("needs-later-phase", place, step=step.id, need=need)
        if _is_gate(look.plan, step):
            late = next((one for one in _awaited(look.plan, step) if turns[one.phase] > own), None)
            if late is not None:
                yield found("phases-deadlocked", look.step(step.id), step=step.id, need=late.id)


def _is_gate(plan: Plan, step: Step) -> bool:
    """Whether later phases may have to wait for the step, or for one that is nested in it."""
    inner = (plan.steps_by_id[one] for branch in step.options for one in branch.steps)
    return is_required(step) or any(_is_gate(plan, one) for one in inner)


def _turns(plan: Plan) -> Mapping[str, int]:
    """Phases by when their turn comes; those alongside each other have the same."""
    turns: dict[str, int] = {}
    turn = 0
    for phase in plan.phases:
        turn += not phase.alongside
        turns[phase.id] = turn
    return turns


def _awaited(plan: Plan, step: Step) -> Iterator[Step]:
    """Every step that must be settled before `step` can be taken, but for what its holders need."""
    steps = plan.steps_by_id
    seen: set[str] = set()
    waiting = [*step.awaited]
    while waiting:
        step_id = waiting.pop()
        if step_id in seen:
            continue
        seen.add(step_id)
        yield steps[step_id]
        inner = (one for branch in steps[step_id].options for one in branch.steps)
        waiting += inner if steps[step_id].verb in (Verb.PARALLEL, Verb.REPEAT) else ()
        waiting += [need for one in plan.lineage(steps[step_id]) for need in one.awaited]


def _joins(look: Look) -> Iterator[Finding]:
    steps = look.plan.steps_by_id
    for step in look.plan.steps:
        mine = {holder for holder, _ in branches_above(step, steps)}
        for need in step.needs:
            for holder, _ in branches_above(steps[need], steps):
                if holder in mine or steps[holder].verb is not Verb.PARALLEL:
                    continue
                place, values = look.step(step.id), {"step": step.id, "need": need}
                if steps[holder].any_arm:
                    yield found("needs-may-fall-away", place, **values, parallel=holder)
                else:
                    yield found("needs-inside-arm", place, **values, parallel=holder)


def _falling_away(look: Look) -> Iterator[Finding]:
    steps = look.plan.steps_by_id
    for step in look.plan.steps:
        any_of = (holder for holder, _ in branches_above(step, steps) if steps[holder].any_arm)
        parallel = next(any_of, "")
        if parallel and is_required(step):
            place = look.step(step.id)
            yield found("required-may-fall-away", place, step=step.id, parallel=parallel)
        if any(one.required for one in step.evidence) and (parallel or step.drill == "skip"):
            yield found("evidence-may-be-skipped", look.step(step.id), step=step.id)


def _rounds(look: Look) -> Iterator[Finding]:
    for step in look.plan.repeats:
        again = step.round
        if again is None:
            continue
        if again.most > MANY_ROUNDS:
            place = look.step(step.id)
            yield found("rounds-many", place, step=step.id, count=again.most, limit=MANY_ROUNDS)
        if not again.until and not again.each and again.every is None:
            yield found("rounds-unended", look.step(step.id), step=step.id)


def is_required(step: Step) -> bool:
    """Whether it is required at any severity."""
    return any(step.required.at(severity) for severity in Severity)


CHECKS: Final = (_phases, _joins, _falling_away, _rounds)
