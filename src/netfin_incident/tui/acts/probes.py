"""Asking beforehand: a command like the one a key would send, with its fields filled in.

The desk answers; a key is greyed for a reason the desk would give, never for one of the screen's.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from netfin_incident.app.desk import refusal
from netfin_incident.app.views import is_cancellable, is_reopenable, next_statuses
from netfin_incident.domain.escalation import OnCallNow
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import ENOUGH, Variable, VariableKind, Verb
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.errors import CommandRefused

if TYPE_CHECKING:
    from netfin_incident.domain.record import Act

SOMETHING: Final = "-"
"""Stands for what a person would type."""

Refusal = CommandRefused | None


def probe(incident: Incident, act: "Act", command: c.Command) -> Refusal:
    """Why `command` would be refused."""
    return refusal(incident, act, command)


_COMMANDS: Final[Mapping[str, Callable[[Incident], c.Command]]] = {
    "note": lambda _: c.Note(SOMETHING),
    "note_at": lambda _: c.Note(SOMETHING),
    "decision": lambda _: c.RecordDecision(SOMETHING, SOMETHING),
    "task": lambda _: c.GiveTask(SOMETHING, SOMETHING, 60),
    "severity": lambda incident: c.ChangeSeverity(incident.severity, SOMETHING),
    "command": lambda _: c.TakeRole(SOMETHING),
    "roles": lambda _: c.TakeRole(SOMETHING),
    "message": lambda _: c.RecordMessage(SOMETHING, "", SOMETHING),
    "evidence": lambda _: c.AddEvidence(SOMETHING, SOMETHING, "file"),
    "milestone": lambda _: c.SetMilestone(Milestone.ONSET),
    "acknowledge": lambda _: c.Acknowledge(),
    "acknowledge_for": lambda _: c.Acknowledge(),
    "activate": lambda incident: c.Activate(incident.severity, SOMETHING),
    "attach": lambda _: c.Note(SOMETHING),
    "give_up": lambda incident: c.GiveUpPlaybook(
        next(iter(incident.runs), ""), SOMETHING, f"{SOMETHING}2"
    ),
    "measure": lambda _: c.TakeMeasure(SOMETHING),
    "report": lambda _: c.TakeMeasure(SOMETHING),
}
"""By key; a key that is missing here is never refused, or asked about in another way."""


def key_refused(key: str, incident: Incident, act: "Act", view: StepView | None) -> Refusal:
    """Why the key would do nothing now; `view` is the step under the cursor."""
    if key in _OF_STEP:
        return (
            probe(incident, act, c.CompleteStep(""))
            if view is None
            else (step_refused(key, incident, act, view))
        )
    if key == "escalate":
        return escalate_refused(incident, act)
    if key == "status":
        return status_refused(incident, act)
    make = _COMMANDS.get(key)
    return probe(incident, act, make(incident)) if make else None


_OF_STEP: Final = ("step", "skip", "fail")


def step_refused(key: str, incident: Incident, act: "Act", view: StepView) -> Refusal:
    """Why a step cannot be done, skipped or called failed."""
    if key == "skip":
        return probe(incident, act, skipped(view))
    if key == "fail":
        return probe(incident, act, failed(view))
    if view.step.verb is Verb.PARALLEL or (view.step.verb is Verb.REPEAT and not view.is_settled):
        return None  # it leads to the steps in it
    return probe(incident, with_break_glass(act, view), completed(incident, view))


def escalate_refused(incident: Incident, act: "Act") -> Refusal:
    """Why nobody can be called; where no ladder is climbed yet, it is begun first."""
    if incident.escalation is None and incident.is_under_way:
        return None
    return probe(incident, act, c.Escalate(OnCallNow(act.at)))


def status_refused(incident: Incident, act: "Act") -> Refusal:
    """Why the status cannot change at all."""
    if next_statuses(incident) or is_cancellable(incident) or is_reopenable(incident):
        return None
    return probe(incident, act, c.Reopen(SOMETHING))


def completed(incident: Incident, view: StepView) -> c.CompleteStep:
    """The step is done, with everything that its kind may take."""
    step, run = view.step, incident.runs[view.playbook]
    done = c.CompleteStep(step.id, view.playbook, SOMETHING)
    match step.verb:
        case Verb.DECIDE:
            free = (one.id for one in step.options if one.id not in view.unavailable)
            return replace(done, option=next(free, step.options[0].id))
        case Verb.REPEAT:
            return replace(done, option=ENOUGH)
        case Verb.ASK:
            known = run.plan.variables_by_id
            asked = (known[name] for name in step.ask if name in known)
            return replace(done, answers=tuple((one.id, any_value(one)) for one in asked))
        case Verb.CALL:
            return replace(done, called=replace(run.plan, id=step.call))
        case _:
            return done


def any_value(variable: Variable) -> str:
    """Stands for what a person would answer."""
    return variable.choices[0].id if variable.choices else _VALUES.get(variable.kind, SOMETHING)


_VALUES: Final[Mapping[VariableKind, str]] = {
    VariableKind.FLAG: "true",
    VariableKind.NUMBER: "0",
    VariableKind.PERCENT: "0%",
    VariableKind.MONEY: "CNY 0",
    VariableKind.DURATION: "1m",
}


def with_break_glass(act: "Act", view: StepView) -> "Act":
    """The act with what lets anybody approve, where the step is an approval."""
    is_approval = view.step.verb is Verb.APPROVE
    return replace(act, break_glass=SOMETHING) if is_approval else act


def cannot_approve(incident: Incident, act: "Act", view: StepView) -> bool:
    """Whether only a break-glass would let the person who acts approve."""
    refused = probe(incident, act, completed(incident, view))
    return refused is not None and refused.slug in ("approver-not-entitled", "approver-did-it")


def failed(view: StepView) -> c.FailStep:
    """The step did not succeed."""
    return c.FailStep(view.step.id, SOMETHING, view.playbook, f"{SOMETHING}2")


def skipped(view: StepView) -> c.SkipStep:
    """The step is skipped, with everything that may take."""
    return c.SkipStep(view.step.id, SOMETHING, view.playbook, f"{SOMETHING}2")
