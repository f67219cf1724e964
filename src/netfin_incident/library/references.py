"""What a playbook's parts say of each other: that every name in it leads somewhere."""

from collections.abc import Iterator
from typing import Final

from netfin_incident.domain.playbook import Plan, Step, Verb
from netfin_incident.domain.vocabulary import Role
from netfin_incident.library.facts import check_facts
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.waits import branches_above, check_waits

_STANDARD_ROLES: Final = frozenset(role.value for role in Role)


def check_references(plan: Plan, reading: Reading) -> None:
    """Record every name in `plan` that leads nowhere, and every step that waits for ever."""
    _check_roles(plan, reading)
    _check_steps(plan, reading)
    _check_phases(plan, reading)
    check_facts(plan, reading)
    check_waits(plan.steps, reading)


def _check_roles(plan: Plan, reading: Reading) -> None:
    declared = {role.id for role in plan.roles}
    for given, key, role in _roles_named(reading):
        if role and role not in declared:
            place = reading.word_place(given, key, role)
            reading.refuse_name("role-undeclared", place, role, sorted(declared))
    for role_plan in plan.roles:
        given = reading.root["roles"][role_plan.id]
        if role_plan.backup and role_plan.backup not in declared | _STANDARD_ROLES:
            place, known = reading.place(given.source, "backup"), declared | _STANDARD_ROLES
            reading.refuse_name("role-undeclared", place, role_plan.backup, sorted(known))
        if role_plan.backup == role_plan.id:
            place = reading.place(given.source, "backup")
            reading.refuse("backup-of-itself", place, role=role_plan.id)


def _roles_named(reading: Reading) -> Iterator[tuple[Given, str, str]]:
    """Every role that something but `roles` names: where, under which key, and which."""
    root = reading.root
    for pair in root.get("separation", ()):
        yield from ((root, "separation", role) for role in pair)
    for variable in root.get("variables", {}).values():
        yield variable, "role", variable.get("role", "")
    for resource in root.get("resources", ()):
        yield resource, "owner", resource.get("owner", "")
    for inject in root.get("drills", ()):
        yield inject, "to", inject.get("to", "")
    for step in reading.steps:
        if "role" in step:
            roles = step["role"]
            yield from ((step, "role", role) for role in {roles.s1, roles.s2, roles.s3, roles.s4})
        yield from ((step, "by", role) for role in step.get("by", ()))
        for escalation in step.get("escalate", ()):
            yield escalation, "to", escalation.get("to", "")
        if "on_fail" in step:
            yield step["on_fail"], "escalate", step["on_fail"].get("escalate", "")
        if "command" in step:
            yield step["command"], "approve", step["command"].get("approve", "")


def _check_steps(plan: Plan, reading: Reading) -> None:
    known = plan.steps_by_id
    for given, key, step_id in _steps_named(reading):
        if step_id not in known:
            place = reading.word_place(given, key, step_id)
            reading.refuse_name("step-not-there", place, step_id, (step.id for step in plan.steps))
    for clock in reading.root.get("clocks", ()):
        step = known.get(clock.get("step"))
        if step is not None and step.verb is not Verb.REPORT:
            reading.refuse("clock-not-report", reading.place(clock.source, "step"), step=step.id)
    for step, given in zip(plan.steps, reading.steps, strict=True):
        if step.on_fail is not None and step.on_fail.goto and step.on_fail.goto in known:
            _check_goto(step, given, known[step.on_fail.goto], plan, reading)
        if step.call and step.call == plan.id:
            reading.refuse("call-itself", reading.place(given.source, "playbook"), step=step.id)


def _steps_named(reading: Reading) -> Iterator[tuple[Given, str, str]]:
    """Every step that something but `needs` names: where, under which key, and which."""
    for clock in reading.root.get("clocks", ()):
        if "step" in clock:
            yield clock, "step", clock["step"]
    for inject in reading.root.get("drills", ()):
        yield from ((inject, "expect", step) for step in inject.get("expect", ()))
    for given in reading.steps:
        yield from ((given, "apart_from", step) for step in given.get("apart_from", ()))
        if "goto" in given.get("on_fail", {}):
            yield given["on_fail"], "goto", given["on_fail"]["goto"]


def _check_goto(step: Step, given: Given, target: Step, plan: Plan, reading: Reading) -> None:
    place = reading.place(given["on_fail"].source, "goto")
    if target.id == step.id:
        reading.refuse("goto-itself", place, step=step.id)
        return
    mine = set(branches_above(step, plan.steps_by_id))
    for holder, branch in branches_above(target, plan.steps_by_id):
        is_parallel = plan.steps_by_id[holder].verb is Verb.PARALLEL
        if not is_parallel and (holder, branch) not in mine:
            reading.refuse("goto-elsewhere", place, step=step.id, target=target.id, holder=holder)


def _check_phases(plan: Plan, reading: Reading) -> None:
    if plan.phases and plan.phases[0].alongside:
        first = reading.root["phases"][0]
        reading.refuse("alongside-first", reading.key_place(first.source, "alongside"))
