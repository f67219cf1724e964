"""The ways that a playbook can go: each option, arm, condition, round and failure is one.

For each there is a script, so that a walk by it goes that way if the playbook lets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from netfin_incident.app.walking import Script
from netfin_incident.domain.expression import Expression, Reserved, parse
from netfin_incident.domain.expression.cases import Case, case_for
from netfin_incident.domain.expression.nodes import And, Not
from netfin_incident.domain.playbook import AGAIN, ENOUGH, Plan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode

YES: Final = "yes"
NO: Final = "no"
FAILED: Final = "failed"
_USUAL: Final = Severity.S2


class Fork(StrEnum):
    """What kind of place it is at which a walk goes one way or another."""

    STRAIGHT = "straight"
    OPTION = "option"
    ARM = "arm"
    CONDITION = "condition"
    ROUND = "round"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to go at one place."""

    fork: Fork
    step: str = ""
    taken: str = ""
    """The option, the arm, `yes` or `no`, `again` or `enough`; `failed` for a failure."""


STRAIGHT: Final = Way(Fork.STRAIGHT)
"""The only way of a playbook that forks nowhere."""


def ways(plan: Plan) -> tuple[Way, ...]:
    """Every way that the playbook offers, in its order."""
    found = [way for step in plan.steps for way in _ways_at(step)]
    return tuple(found) or (STRAIGHT,)


def _ways_at(step: Step) -> Iterator[Way]:
    if step.when:
        yield Way(Fork.CONDITION, step.id, YES)
        yield Way(Fork.CONDITION, step.id, NO)
    fork = {Verb.DECIDE: Fork.OPTION, Verb.PARALLEL: Fork.ARM}.get(step.verb)
    if fork is not None:
        yield from (Way(fork, step.id, branch.id) for branch in step.options)
    if step.round is not None:
        yield Way(Fork.ROUND, step.id, ENOUGH)
        if step.round.most > 1 and not step.round.each:
            yield Way(Fork.ROUND, step.id, AGAIN)
    if step.on_fail is not None:
        yield Way(Fork.FAILURE, step.id, FAILED)


def script_for(plan: Plan, way: Way) -> Script:
    """What the players must decide and know to go `way`."""
    step = plan.step(way.step)
    if step is None:
        return Script(_USUAL)
    options = {above.under[0]: above.under[1] for above in plan.lineage(step) if above.under}
    if way.fork in (Fork.OPTION, Fork.ROUND):
        options[step.id] = way.taken
    wanted = [*_conditions_to(plan, step, way)]
    known, later = _case(plan, wanted), Case()
    if step.round is not None and step.round.until and way.fork is Fork.ROUND:
        until = parse(step.round.until)
        first: Expression = Not(until, 0) if way.taken == AGAIN else until
        known = _case(plan, [*wanted, first]) or known
        later = _case(plan, [until])
    names = plan.variables_by_id
    return Script(
        Severity[known.get(Reserved.SEVERITY, _USUAL.name)],
        options,
        {name: value for name, value in known.items() if name in names},
        {name: value for name, value in later.items() if name in names},
        frozenset(_early(plan, step, way)),
        frozenset({step.id} if way.fork is Fork.FAILURE else ()),
        mode=Mode(known.get(Reserved.MODE, Mode.LIVE)),
        level=Severity[known[Reserved.LEVEL]] if Reserved.LEVEL in known else None,
        service=known.get(Reserved.SERVICE, ""),
    )


def _conditions_to(plan: Plan, step: Step, way: Way) -> Iterator[Expression]:
    """What must hold, so that the step comes up and can go `way`."""
    for above in plan.lineage(step):
        if above.when:
            left_out = above is step and way == Way(Fork.CONDITION, step.id, NO)
            yield Not(parse(above.when), 0) if left_out else parse(above.when)
        taken = above.under or ("", "")
        if above is step and way.fork is Fork.OPTION:
            yield from _to_choose(step, way.taken)
        if above.under is not None:
            yield from _to_choose(plan.steps_by_id[taken[0]], taken[1])


def _to_choose(holder: Step, branch: str) -> Iterator[Expression]:
    yield from (parse(one.when) for one in holder.options if one.id == branch and one.when)


def _case(plan: Plan, wanted: list[Expression]) -> Case:
    if not wanted:
        return {}
    return case_for(And(tuple(wanted), 0), plan.variables_by_id, wanted=True) or {}


def _early(plan: Plan, step: Step, way: Way) -> Iterator[str]:
    """What must be taken first: the wanted arm where one is enough, the round that ends too soon."""
    steps = plan.steps_by_id
    if way.fork is Fork.ROUND and way.taken == AGAIN:
        yield from (one.id for one in plan.inside(*step.options))
    arms = {above.under for above in plan.lineage(step) if above.under}
    if way.fork is Fork.ARM:
        arms.add((step.id, way.taken))
    for holder, arm in arms:
        if steps[holder].any_arm:
            chosen = next(one for one in steps[holder].options if one.id == arm)
            yield from (one.id for one in plan.inside(chosen))
