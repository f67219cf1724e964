"""Lint of what steps set going: commands on machines, and reports that run against a clock."""

from collections.abc import Iterator
from typing import Final

from netfin_incident.domain.playbook import Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import ReportKind
from netfin_incident.library.lint_findings import Finding, Look, found


def _commands(look: Look) -> Iterator[Finding]:
    for step in look.plan.steps:
        command = step.command
        if command is None:
            continue
        if command.risk != "read" and command.undo is None:
            yield found("undo-missing", look.step(step.id), step=step.id, risk=command.risk)
        if command.risk == "destroy" and not command.approve:
            yield found("destroy-unapproved", look.step(step.id), step=step.id)


def _clocks(look: Look) -> Iterator[Finding]:
    plan, known = look.plan, look.around.clocks
    satisfied = {use.step: use.id for use in plan.clocks if use.step}
    reports = [step for step in plan.steps if step.verb is Verb.REPORT]
    named = {step.reporting.clock for step in reports if step.reporting}
    for step in reports:
        clock = satisfied.get(step.id) or (step.reporting.clock if step.reporting else "")
        is_first = step.reporting is not None and step.reporting.kind is ReportKind.INITIAL
        if not clock and is_first:
            yield found("report-without-clock", look.step(step.id), step=step.id)
        elif clock in known and _longest(step) > known[clock]:
            yield found("due-after-clock", look.step(step.id), step=step.id, clock=clock)
    for use in plan.clocks:
        if not use.step and use.id not in named:
            yield found("clock-without-report", look.part("clocks"), clock=use.id)
    ids = dict.fromkeys([*(use.id for use in plan.clocks), *sorted(named - {""})])
    strange = tuple(one for one in ids if one not in known)
    if strange:
        yield found("clocks-unknown", look.part("clocks"), clocks=strange)


def _longest(step: Step) -> float:
    """The longest time that the step may take at any severity, in seconds."""
    limits = [step.due.at(severity) for severity in Severity]
    return max(float("inf") if limit is None else limit for limit in limits)


CHECKS: Final = (_commands, _clocks)
