"""Reading one playbook: the whole of it, or everything about one step."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from netfin_incident.app.rehearsing import plan_step
from netfin_incident.cli.call import Call
from netfin_incident.cli.commands.adopting import version_in_force
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.plan_lists import lists
from netfin_incident.cli.plan_page import header, outline, roles
from netfin_incident.cli.plan_step import step_page
from netfin_incident.cli.playbook_files import Named, find_playbook, named
from netfin_incident.cli.versions import version_in_json, version_said
from netfin_incident.domain.definition.state import Standing
from netfin_incident.domain.playbook import Step
from netfin_incident.domain.severity import Severity, parse_severity
from netfin_incident.wording import adopting
from netfin_incident.wording import plan_pages as p
from netfin_incident.wording.plan_words import PlanWords


def show(
    call: Call,
    playbook: Annotated[str, Arg("PLAYBOOK", adopting.WHAT)],
    *,
    day: Annotated[str | None, Opt("--at", adopting.SHOWN_AT, "TIME")] = None,
    severity: Annotated[str | None, Opt("--severity", p.SEVERITY_SHOWN, "N")] = None,
    step: Annotated[str | None, Opt("--step", p.STEP_SHOWN, "STEP")] = None,
) -> None:
    """Show a playbook, or one step of it."""
    grade = None if severity is None else parse_severity(severity)
    standing: Standing | None = None
    if day is None:
        found = find_playbook(call, playbook)
    else:
        standing, source = version_in_force(call, playbook, day)
        found = named(source)
    shown = None if step is None else plan_step(found.plan, step)
    if call.wants_json:
        _json(call, found, standing, shown)
        return
    if standing is not None:
        call.output.data(" · ".join(version_said(call, standing)))
    words = PlanWords(found.plan, call.language)
    _print(call, _page(words, found, grade) if shown is None else step_page(words, shown, grade))


def _page(words: PlanWords, found: Named, grade: Severity | None) -> Iterator[str]:
    yield from header(words, found.owner)
    yield ""
    yield from roles(words, grade)
    yield from outline(words, grade)
    yield from lists(words)


def _json(call: Call, found: Named, standing: Standing | None, step: Step | None) -> None:
    from netfin_incident.reports.plan_json import plan_object, whole

    if step is not None:
        call.output.json(whole(step))
        return
    plan = {**plan_object(found.plan), "owner": found.owner}
    if standing is None:
        call.output.json(plan)
        return
    version = version_in_json(standing)
    call.output.json({"version": version, "plan": plan, "body": found.source.text})


def _print(call: Call, lines: Iterable[str]) -> None:
    for line in lines:
        call.output.data(line)
