"""Acts on a step."""

from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import Verb
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING, done, skipped
from netfin_incident.tui.dialogs.record import EvidenceForm
from netfin_incident.tui.dialogs.steps import DecideForm, DoneForm, ReopenStepForm, SkipForm

if TYPE_CHECKING:
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.screens.incident_room import IncidentRoom
    from netfin_incident.tui.widgets.steps import StepRow


def do_step(place: "IncidentRoom", row: "StepRow") -> None:
    """Mark the step done, or ask for its decision."""
    if row.view is None:
        return
    if row.view.step.verb is Verb.DECIDE:
        place.open_form(DecideForm(place, row))
    else:
        place.ask(c.CompleteStep(row.view.step.id, row.view.playbook))


def step_items(place: "IncidentRoom", row: "StepRow") -> "list[Item]":
    """The menu of a step."""
    view, make = row.view, Maker(place)
    if view is None:
        return []
    step, playbook = view.step.id, view.playbook
    items: list[Item] = []
    if view.step.verb is Verb.DECIDE:
        items.append(make.form("decide", lambda: DecideForm(place, row), done(view), "Space"))
    else:
        items.append(make.entry("done", lambda: do_step(place, row), done(view), "Space"))
        items.append(make.form("done_note", lambda: DoneForm(place, row), done(view)))
    reopened = c.ReopenStep(step, SOMETHING, playbook)
    proved = c.AddEvidence(SOMETHING, SOMETHING, "file", step=step)
    return [
        *items,
        make.direct("start", c.StartStep(step, playbook)),
        make.form("skip", lambda: SkipForm(place, row), skipped(view), "x"),
        make.form("evidence", lambda: EvidenceForm(place, step), proved, "v"),
        make.form("reopen_step", lambda: ReopenStepForm(place, row), reopened),
    ]
