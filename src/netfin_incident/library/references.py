"""What a playbook's parts say of each other: roles that exist, steps that can be reached."""

from collections.abc import Iterator, Mapping
from typing import Final

from netfin_incident.domain.playbook import Plan, Step
from netfin_incident.domain.vocabulary import Role
from netfin_incident.errors import Place
from netfin_incident.library.fields import Reading, folded

_STANDARD_ROLES: Final = tuple(role.value for role in Role)


def check_references(plan: Plan, reading: Reading) -> None:
    """Record every name in `plan` that leads nowhere, and every step that waits for ever."""
    _check_roles(plan, reading)
    steps = {step.id: step for step in plan.steps}
    for step in plan.steps:
        for need in step.needs:
            place = reading.marks.get(("need", step.id, need)) or step_place(reading, step.id)
            _check_need(step, need, steps, place, reading)
    cycle = _first_cycle(steps) if len(steps) == len(plan.steps) else ()
    if cycle:
        place = reading.marks.get(("need", cycle[0], cycle[1])) or step_place(reading, cycle[0])
        reading.refuse("needs-cycle", place, path=" → ".join(cycle))


def step_place(reading: Reading, step_id: str) -> Place:
    """Where the id of a step stands."""
    return reading.place_of("step", folded(step_id))


def _check_roles(plan: Plan, reading: Reading) -> None:
    declared = {role.id for role in plan.roles}
    for step in plan.steps:
        if step.role and step.role not in declared:
            place = reading.place_of("role of", step.id)
            _refuse_role(step.role, declared, place, reading)
    for pair in plan.separation:
        for role in pair:
            if role not in declared:
                _refuse_role(role, declared, reading.place_of("apart", role), reading)
    for role_plan in plan.roles:
        if role_plan.backup and role_plan.backup not in {*declared, *_STANDARD_ROLES}:
            place = reading.place_of("backup of", role_plan.id)
            _refuse_role(role_plan.backup, {*declared, *_STANDARD_ROLES}, place, reading)
        if role_plan.backup == role_plan.id:
            place = reading.place_of("backup of", role_plan.id)
            reading.refuse("backup-of-itself", place, role=role_plan.id)


def _refuse_role(role: str, known: set[str], place: Place, reading: Reading) -> None:
    reading.refuse_name("role-undeclared", place, role, sorted(known))


def _check_need(
    step: Step, need: str, steps: Mapping[str, Step], place: Place, reading: Reading
) -> None:
    if need not in steps:
        others = (other for other in steps if other != step.id)
        reading.refuse_name("needs-unknown", place, need, others, step=step.id)
        return
    chosen = dict(_options_above(step, steps))
    for decision, option in _options_above(steps[need], steps):
        if chosen.get(decision, option) != option:
            reading.refuse("needs-other-option", place, step=step.id, need=need, decision=decision)


def _options_above(step: Step, steps: Mapping[str, Step]) -> Iterator[tuple[str, str]]:
    """The decisions, each with its option, that must go so for the step to come up."""
    seen = set()
    above = step.under
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        decision = steps.get(above[0])
        above = decision.under if decision is not None else None


def _first_cycle(steps: Mapping[str, Step]) -> tuple[str, ...]:
    """Steps that wait for each other, from one of them round to itself; empty if there are none.

    A nested step also waits for its decision.
    """
    settled: set[str] = set()
    path: dict[str, Iterator[str]] = {}
    for start in steps:
        if start not in settled:
            path[start] = _awaited(steps[start])
        while path:
            following = next(path[next(reversed(path))], None)
            if following is None:
                settled.add(path.popitem()[0])
            elif following in path:
                names = tuple(path)
                return (*names[names.index(following) :], following)
            elif following in steps and following not in settled:
                path[following] = _awaited(steps[following])
    return ()


def _awaited(step: Step) -> Iterator[str]:
    yield from step.needs
    if step.under is not None:
        yield step.under[0]
