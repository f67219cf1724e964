"""Asking beforehand: a command like the one a key would send, with its fields filled in.

The desk answers; a key is greyed for a reason the desk would give, never for one of the screen's.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from netfin_incident.app.desk import refusal
from netfin_incident.app.views import is_cancellable, is_reopenable, next_statuses
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Verb
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
    "activate": lambda incident: c.Activate(incident.severity, SOMETHING),
    "attach": lambda _: c.Note(SOMETHING),
    "measure": lambda _: c.TakeMeasure(SOMETHING),
    "report": lambda _: c.TakeMeasure(SOMETHING),
}
"""By key; a key that is missing here is never refused, or asked about in another way."""


def key_refused(key: str, incident: Incident, act: "Act", view: StepView | None) -> Refusal:
    """Why the key would do nothing now; `view` is the step under the cursor."""
    if key in ("step", "skip"):
        return step_refused(key, incident, act, view)
    if key == "status":
        return status_refused(incident, act)
    make = _COMMANDS.get(key)
    return probe(incident, act, make(incident)) if make else None


def step_refused(key: str, incident: Incident, act: "Act", view: StepView | None) -> Refusal:
    """Why the step under the cursor cannot be done or skipped."""
    if view is None:
        return probe(incident, act, c.CompleteStep(""))
    return probe(incident, act, done(view) if key == "step" else skipped(view))


def status_refused(incident: Incident, act: "Act") -> Refusal:
    """Why the status cannot change at all."""
    if next_statuses(incident) or is_cancellable(incident) or is_reopenable(incident):
        return None
    return probe(incident, act, c.Reopen(SOMETHING))


def done(view: StepView) -> c.CompleteStep:
    """The step is done; the first option stands for the one that is chosen."""
    option = view.step.options[0].id if view.step.verb is Verb.DECIDE else ""
    return c.CompleteStep(view.step.id, view.playbook, SOMETHING, option)


def skipped(view: StepView) -> c.SkipStep:
    """The step is skipped, with everything that may take."""
    return c.SkipStep(view.step.id, SOMETHING, view.playbook, f"{SOMETHING}2")
