"""Lint of roles: who stands in for whom, who approves whose work, and how many it takes."""

from collections.abc import Iterator
from typing import Final

from netfin_incident.domain.playbook import RoleBySeverity, Step
from netfin_incident.domain.severity import Severity
from netfin_incident.library.lint_findings import Finding, Look, found
from netfin_incident.library.lint_order import is_required

_PAIR: Final = 2
"""Two roles that back each other up (A/B 角) are no circle."""


def _roles(look: Look) -> Iterator[Finding]:
    plan = look.plan
    used = {role for step in plan.steps for role in _named_by(step)}
    used |= {role.backup for role in plan.roles}
    working = {role for step in plan.steps if is_required(step) for role in roles_of(step)}
    for role in plan.roles:
        place = look.reading.role_place(role.id)
        needed = any(role.required.at(severity) for severity in Severity)
        if needed and not role.backup:
            yield found("role-backup-missing", place, role=role.id)
        if not needed and role.id not in used:
            yield found("role-unused", place, role=role.id)
        if not needed and not role.backup and role.id in working:
            yield found("role-work-unbacked", place, role=role.id)


def _backups(look: Look) -> Iterator[Finding]:
    backups = {role.id: role.backup for role in look.plan.roles if role.backup}
    apart = {frozenset(pair) for pair in look.plan.separation}
    told: set[str] = set()
    for role, backup in backups.items():
        if frozenset({role, backup}) in apart:
            place = look.reading.role_place(role)
            yield found("backup-separated", place, role=role, backup=backup)
        chain = [role]
        while chain[-1] in backups and backups[chain[-1]] not in chain:
            chain.append(backups[chain[-1]])
        if backups.get(chain[-1]) == role and len(chain) > _PAIR and role not in told:
            told |= set(chain)
            path = " → ".join((*chain, role))
            yield found("backup-circle", look.reading.role_place(role), path=path)


def _approvals(look: Look) -> Iterator[Finding]:
    steps = look.plan.steps_by_id
    for step in look.plan.steps:
        if step.command is not None and step.command.approve in roles_of(step):
            yield found("approver-is-doer", look.step(step.id), step=step.id, work=step.id)
        approval = step.approval
        if approval is None:
            continue
        for work in approval.apart_from:
            if set(approval.by) <= roles_of(steps[work]):
                yield found("approver-is-doer", look.step(step.id), step=step.id, work=work)
        quorum, place = approval.quorum, look.step(step.id)
        if quorum > len(set(approval.by)):
            roles = len(set(approval.by))
            yield found("quorum-beyond-roles", place, step=step.id, count=quorum, roles=roles)
        elif quorum > 1 and not (step.body or step.warning or step.checks):
            yield found("quorum-unexplained", place, step=step.id, count=quorum)


def roles_of(step: Step) -> set[str]:
    """Every role whose step it is at some severity."""
    by = step.roles or RoleBySeverity(step.role, step.role, step.role, step.role)
    return {by.at(severity) for severity in Severity} - {""}


def _named_by(step: Step) -> Iterator[str]:
    """Every role that has something to do in the step."""
    yield from roles_of(step)
    yield from step.approval.by if step.approval else ()
    yield from (one.to for one in step.escalate)
    if step.on_fail is not None:
        yield step.on_fail.escalate
    if step.command is not None:
        yield step.command.approve


def _escalations(look: Look) -> Iterator[Finding]:
    for step in look.plan.steps:
        late = [one.percent for one in step.escalate if one.percent > 100]  # noqa: PLR2004 - the limit
        if late and len(late) == len(step.escalate):
            yield found("escalation-late", look.step(step.id), step=step.id, percent=min(late))


CHECKS: Final = (_roles, _backups, _approvals, _escalations)
