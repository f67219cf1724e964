"""Lint of conditions: whether there is any case in which each holds.

The search for a case is bounded (see `domain.expression.cases`), so a finding is advice.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from netfin_incident.domain.expression import Expression, parse
from netfin_incident.domain.expression.cases import case_for
from netfin_incident.domain.expression.nodes import And, Not
from netfin_incident.domain.playbook import Option, Plan, Step, Verb
from netfin_incident.library.lint_findings import Finding, Look, found
from netfin_incident.library.waits import branches_above

MOST_FOUND: Final = 20
"""How many conditions without a case are said; each of them took a long search."""


def _conditions(look: Look) -> Iterator[Finding]:
    yield from islice(_without_case(look), MOST_FOUND)


def _without_case(look: Look) -> Iterator[Finding]:
    for step in look.plan.steps:
        above = [*_above(look.plan, step)]
        if step.when and not _can_hold(look.plan, [*above, parse(step.when)]):
            yield found("condition-never-holds", look.step(step.id), step=step.id, field="when")
        until = step.until or (step.round.until if step.round else "")
        if until and not _can_hold(look.plan, [parse(until)]):
            yield found("condition-never-holds", look.step(step.id), step=step.id, field="until")
        for option in step.options:
            yield from _option(look, step, option, above)


def _option(look: Look, step: Step, option: Option, above: list[Expression]) -> Iterator[Finding]:
    here = [*above, *([parse(step.when)] if step.when else ())]
    for name, condition in (("when", option.when), ("suggest", option.suggest)):
        if condition and not _can_hold(look.plan, [*here, parse(condition)]):
            where = f"{step.id}/{option.id}"
            yield found("condition-never-holds", look.step(step.id), step=where, field=name)


def _decisions(look: Look) -> Iterator[Finding]:
    for step in look.plan.steps:
        if step.verb is not Verb.DECIDE or not all(option.when for option in step.options):
            continue
        none = [Not(parse(option.when), 0) for option in step.options]
        if _can_hold(look.plan, [*_above(look.plan, step), *none]):
            yield found("options-all-barred", look.step(step.id), step=step.id)


def _above(plan: Plan, step: Step) -> Iterator[Expression]:
    """What must hold, so that the branch comes up that the step is in."""
    steps = plan.steps_by_id
    for holder_id, branch in branches_above(step, steps):
        holder = steps[holder_id]
        chosen = (option.when for option in holder.options if option.id == branch)
        yield from (parse(when) for when in (holder.when, *chosen) if when)


def _can_hold(plan: Plan, parts: list[Expression]) -> bool:
    wanted = parts[0] if len(parts) == 1 else And(tuple(parts), 0)
    return case_for(wanted, plan.variables_by_id, wanted=True) is not None


CHECKS: Final = (_conditions, _decisions)
