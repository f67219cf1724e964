"""The playbooks there are: list, show, check."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg
from netfin_incident.domain.playbook import Plan, Step
from netfin_incident.domain.severity import Severity
from netfin_incident.library.lint import Finding, Gravity, lint_playbook
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.explain import explain
from netfin_incident.wording.labels import role_label
from netfin_incident.wording.moments import span

_FOUND = 1
"""Exit code where a check found something to mend."""


def list_playbooks(call: Call) -> None:
    """List every playbook, those that cannot be used with the reason."""
    shelved = call.session.shelf.list()
    if call.wants_json:
        listed = [
            {
                "id": one.id,
                "path": str(one.path),
                "revision": one.plan and one.plan.revision,
                "status": one.plan and one.plan.status,
                "steps": one.plan and len(one.plan.steps),
                "name": one.plan and {"en": one.plan.name.en, "zh": one.plan.name.zh},
                "error": one.error and explain(one.error, call.language).line,
            }
            for one in shelved
        ]
        call.output.json({"playbooks": listed})
        return
    rows = [
        (one.id, f"r{one.plan.revision}", one.plan.status, call.say(one.plan.name))
        for one in shelved
        if one.plan is not None
    ]
    for line in aligned(rows):
        call.output.data(line)
    for one in shelved:
        if one.error is not None:
            call.output.refuse(one.error)


def show(call: Call, playbook: Annotated[str, Arg("PLAYBOOK", words.PLAYBOOK)]) -> None:
    """Show the phases and steps of a playbook."""
    plan = call.session.shelf.get(playbook)
    if call.wants_json:
        from netfin_incident.reports.as_json import plain

        call.output.json(plain(plan))
        return
    call.output.data(f"{plan.id} r{plan.revision} ({plan.status})  {call.say(plan.name)}")
    call.output.data(call.say(plan.goal))
    for phase in plan.phases:
        call.output.data()
        call.output.data(call.say(phase.name))
        rows = [_row(call, plan, step) for step in plan.steps if step.phase == phase.id]
        for line in aligned(rows, "  "):
            call.output.data(line)


def lint(
    call: Call, what: Annotated[tuple[str, ...], Arg("PLAYBOOK", words.LINT_WHAT)] = ()
) -> int:
    """Check playbook files; the exit code says whether there is something to mend."""
    paths = list(_paths(call, what))
    found = [finding for path in paths for finding in lint_playbook(path)]
    if call.wants_json:
        call.output.json({"files": len(paths), "findings": [_in_json(call, one) for one in found]})
    else:
        for one in found:
            call.output.data(f"{one.code} {one.severity.value}: {_said(call, one)}")
    if not found:
        call.tell(said.NO_FINDINGS, count=len(paths))
    return _FOUND if any(one.severity is not Gravity.INFO for one in found) else 0


def _paths(call: Call, what: tuple[str, ...]) -> Iterator[Path]:
    shelved = {one.id: one.path for one in call.session.shelf.list()}
    yield from (shelved.get(given, Path(given)) for given in what or shelved)


def _row(call: Call, plan: Plan, step: Step) -> tuple[str, ...]:
    names = {role.id: role.name for role in plan.roles}
    limits = {severity: step.due.at(severity) for severity in Severity}
    due = " / ".join(
        span(seconds, call.language) if seconds else "–" for seconds in limits.values()
    )
    if len(set(limits.values())) == 1:
        seconds = limits[Severity.S1]
        due = span(seconds, call.language) if seconds else "–"
    nested = "↳ " if step.under else ""
    role = call.say(role_label(step.role, names.get(step.role))) if step.role else "–"
    return f"{nested}{step.id}", step.verb.value, role, due, call.say(step.title)


def _said(call: Call, finding: Finding) -> str:
    return explain(finding.as_error(), call.language).line


def _in_json(call: Call, finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code, "severity": finding.severity.value, "file": place.file,
        "line": place.line, "column": place.column, "text": _said(call, finding),
    }  # fmt: skip
