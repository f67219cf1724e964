"""A step in full: how it stands and why, what its kind asks for, then its guidance and the rest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netfin_incident.domain.vocabulary import StepState
from netfin_incident.tui.kind_told import fact_told, kind_told
from netfin_incident.tui.step_words import StepWords
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import command_run
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from netfin_incident.domain.playbook import CommandPlan, OnFail
    from netfin_incident.tui.model import Shown
    from netfin_incident.tui.outline import StepRow


def step_told(node: "DOMNode", shown: "Shown", row: "StepRow") -> Told:
    """A step by number and title, what can go wrong, and everything else that is known of it."""
    about = StepWords(node, shown, row.view)
    step = row.view.step
    body = about.said(step.body).strip() if step.body else ""
    lines = [_stand(about), *_why(about), *kind_told(about), body, *_rest(about)]
    heading = f"{row.number}. {about.said(step.title)}"
    return Told(heading, "\n".join(filter(None, lines)), warning_told(about))


def warning_told(about: StepWords) -> str:
    """What can go wrong; empty where nothing is said, or it is over."""
    if about.step.warning is None or about.view.is_settled:
        return ""
    return about.said(s.WARNING, said=about.said(about.step.warning).strip())


def checks_told(about: StepWords) -> Iterator[str]:
    """What to look at before it is called done."""
    if about.step.checks and not about.view.is_settled:
        yield about.said(s.CHECKS)
        yield from (about.said(s.CHECK, said=about.said(one)) for one in about.step.checks)


def on_fail_told(about: StepWords, on_fail: "OnFail") -> str:
    """What follows when the step does not succeed."""
    if on_fail.goto:
        return about.said(s.ON_FAIL_GOTO, step=about.step_named(on_fail.goto))
    if on_fail.escalate:
        return about.said(s.ON_FAIL_ESCALATE, role=about.role(on_fail.escalate))
    return about.said(s.ON_FAIL_ABORT)


def _stand(about: StepWords) -> str:
    view, said = about.view, about.said
    kind, state = said.label(view.step.verb), said.label(view.state)
    parts = [said(s.STAND, kind=kind, state=state)]
    if view.role:
        parts.append(about.held(view.role))
    if view.required:
        parts.append(said(w.REQUIRED))
    if view.due_at is not None and not view.is_settled:
        parts.append(said(w.DUE, time=stamp(view.due_at, about.shown.incident.zone)))
    return "  ".join(parts)


def _why(about: StepWords) -> Iterator[str]:
    """Why it is, or is not, to be done now."""
    view, said = about.view, about.said
    if view.simulated:
        yield said(s.IS_SIMULATED)
    if view.waiting_for:
        yield said(s.WAITS_FOR, steps=about.steps(view.waiting_for))
    if view.asks and not view.is_settled:
        yield said(s.ASKS, names=about.listed(map(about.fact, view.asks)))
    if view.state is StepState.WAITING and view.waits_until is not None:
        yield said(s.WAITS_UNTIL, time=stamp(view.waits_until, about.shown.incident.zone))
    if view.ahead and not view.waiting_for and not view.is_settled:
        yield said(s.NOT_ITS_TURN)
    yield from _past(about)
    if view.step.when:
        yield about.why(view.step.when)
    if view.step.under is not None:
        holder, branch = view.step.under
        options = about.shown.views[view.playbook, holder].step.options
        name = next(said(one.name) for one in options if one.id == branch)
        number = about.shown.numbers[view.playbook, holder]
        yield said(s.IN_BRANCH, branch=name, number=number) if len(options) > 1 else ""


def _past(about: StepWords) -> Iterator[str]:
    view, said = about.view, about.said
    failures = about.run.failures.get(view.step.id, 0)
    if failures:
        yield said(s.FAILED_SO_FAR, count=failures)
    if view.state is StepState.FAILED and view.mark is not None and view.mark.option:
        yield said(s.FAILED_ON, step=about.step_named(view.mark.option))
    if view.done_in:
        yield said(s.DONE_IN, playbook=view.done_in)
    if view.kept:
        yield said(s.IS_KEPT)


def _rest(about: StepWords) -> Iterator[str]:
    step, said = about.step, about.said
    yield from checks_told(about)
    yield from _evidence(about)
    if step.command is not None:
        yield from command_told(about, step.command)
    for one in step.sets:
        yield said(s.SETS, fact=_then(about, one.variable, one.value))
    if step.on_fail is not None:
        yield on_fail_told(about, step.on_fail)
    for late in step.escalate:
        yield said(s.ESCALATE, percent=late.percent, role=about.role(late.to))
    if step.links:
        yield said(s.LINKS, links="  ".join(step.links))


def evidence_lacking_told(about: StepWords) -> Iterator[str]:
    """Which evidence must be registered before it is done; nothing where there is enough."""
    if about.view.is_settled or not about.evidence_lacking():
        return
    said = about.said
    needed = (need for need in about.step.evidence if need.required)
    kinds = about.listed(
        said(s.EVIDENCE_NEED, id=need.id, kind=said(d.EVIDENCE_KIND[need.kind])) for need in needed
    )
    held = about.listed(about.evidence_held()) or said(s.NOTHING_HELD)
    yield said(s.EVIDENCE_LACKING, kinds=kinds, names=held)


def _then(about: StepWords, name: str, value: str) -> str:
    variable = about.variables.get(name)
    if variable is None:
        return fact_told(about, name)
    return about.said(s.FACT, name=about.fact(name), value=about.value_of(variable, value))


def _evidence(about: StepWords) -> Iterator[str]:
    needs = about.step.evidence
    if not needs:
        return
    said = about.said
    kinds = (said(d.EVIDENCE_KIND[need.kind]) for need in needs)
    marked = [
        said(s.EVIDENCE_MUST, kind=kind) if need.required else kind
        for kind, need in zip(kinds, needs, strict=True)
    ]
    yield said(s.EVIDENCE, kinds=about.listed(marked))
    held = about.evidence_held()
    if held:
        yield said(s.EVIDENCE_HELD, names=about.listed(held))


def command_told(about: StepWords, command: "CommandPlan") -> Iterator[str]:
    """The command with what is known filled in, its risk, who must agree, how to take it back."""
    said = about.said
    yield said(s.COMMAND, line=" ".join(map(about.argument, command.run)))
    parts = [
        said(command_run.RISK, risk=said(command_run.RISKS[command.risk])),
        said(s.COMMAND_TIMEOUT, span=about.span(command.timeout)),
    ]
    if command.approve:
        parts.append(said(s.COMMAND_APPROVE, role=about.held(command.approve)))
    yield "  ".join(parts)
    if command.undo is not None:
        yield said(command_run.UNDO, undo=said(command.undo))
