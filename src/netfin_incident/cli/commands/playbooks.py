"""The playbooks there are: list and check them."""

from pathlib import Path
from typing import Annotated

from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.commands.adopting import list_in_force
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.versions import FilesBeside
from netfin_incident.domain.zones import local
from netfin_incident.library.lint import Around, Finding, Gravity, lint_playbook
from netfin_incident.library.shelf import Shelved
from netfin_incident.wording import adopting
from netfin_incident.wording import command_answers as said
from netfin_incident.wording import command_parameters as words
from netfin_incident.wording.explain import explain
from netfin_incident.wording.plan_pages import STATUSES

_FOUND = 1
"""Exit code where a check found something to mend."""


def list_playbooks(
    call: Call, *, day: Annotated[str | None, Opt("--at", adopting.LISTED_AT, "TIME")] = None
) -> None:
    """List every playbook, those that cannot be used with the reason; or what was in force."""
    if day is not None:
        list_in_force(call, day)
        return
    shelved = call.session.shelf.list()
    beside = FilesBeside(call)
    if call.wants_json:
        listed = [
            {
                "id": one.id,
                "path": str(one.path),
                "revision": one.plan and one.plan.revision,
                "status": one.plan and one.plan.status,
                "steps": one.plan and len(one.plan.steps),
                "name": one.plan and {"en": one.plan.name.en, "zh": one.plan.name.zh},
                "sha256": one.plan and one.plan.source_sha256,
                "adoption": beside.in_json(one),
                "error": one.error and explain(one.error, call.language).line,
            }
            for one in shelved
        ]
        call.output.json({"playbooks": listed})
        return
    rows = [
        (
            one.id, f"r{one.plan.revision}", call.say(STATUSES[one.plan.status]),
            call.say(one.plan.name), beside.said(one),
        )
        for one in shelved
        if one.plan is not None
    ]  # fmt: skip
    for line in aligned(rows):
        call.output.data(line)
    for one in shelved:
        if one.error is not None:
            call.output.refuse(one.error)


def schema(call: Call) -> None:
    """Print the format of playbooks as JSON Schema."""
    from netfin_incident.library.json_schema import json_schema

    call.output.json(json_schema())


def lint(
    call: Call, what: Annotated[tuple[str, ...], Arg("PLAYBOOK", words.LINT_WHAT)] = ()
) -> int:
    """Check playbook files; the exit code says whether there is something to mend."""
    shelved = call.session.shelf.list()
    on_shelf = {one.id: one.path for one in shelved}
    paths = [on_shelf.get(given, Path(given)) for given in what or on_shelf]
    around = Around(today=local(now(), call.session.zone).date(), calls=_calls(shelved))
    found = [finding for path in paths for finding in lint_playbook(path, around)]
    if call.wants_json:
        call.output.json({"files": len(paths), "findings": [_in_json(call, one) for one in found]})
    else:
        for one in found:
            call.output.data(f"{one.code} {one.severity.value}: {_said(call, one)}")
    if not found:
        call.tell(said.NO_FINDINGS, count=len(paths))
    return _FOUND if any(one.severity is not Gravity.INFO for one in found) else 0


def _calls(shelved: tuple[Shelved, ...]) -> dict[str, list[str]]:
    """The playbooks there are, each with those that it calls."""
    plans = ((one.id, one.plan.steps if one.plan else ()) for one in shelved)
    return {playbook: [step.call for step in steps if step.call] for playbook, steps in plans}


def _said(call: Call, finding: Finding) -> str:
    return explain(finding.as_error(), call.language).line


def _in_json(call: Call, finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code, "severity": finding.severity.value, "file": place.file,
        "line": place.line, "column": place.column, "text": _said(call, finding),
    }  # fmt: skip
