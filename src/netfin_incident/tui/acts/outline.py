"""Menus of the step pane: of a step, a question, and a heading, which stands for its playbook."""

from functools import partial
from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.tui.acts.facts import facts_item, question_items
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING, Refusal, probe
from netfin_incident.tui.acts.steps import step_items
from netfin_incident.tui.dialogs.playbooks import AttachForm, GiveUpForm
from netfin_incident.tui.here import program
from netfin_incident.tui.outline import PhaseRow, QuestionRow, StepRow

if TYPE_CHECKING:
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.outline import Row
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def row_items(place: "IncidentRoom", row: "Row") -> "list[Item]":
    """The menu of a row."""
    match row:
        case StepRow():
            return step_items(place, row)
        case QuestionRow(question):
            return question_items(place, question.playbook, question.variable)
        case _:
            return _heading_items(place, row)


def row_refused(place: "IncidentRoom", row: "Row") -> Refusal:
    """Why Space would do nothing on a row that is no step."""
    if not isinstance(row, QuestionRow):
        return None
    asked = c.SetVariable(row.question.variable.id, "", row.question.playbook)
    return probe(place.shown.incident, program(place).act(), asked)


def _heading_items(place: "IncidentRoom", row: "Row") -> "list[Item]":
    make = Maker(place)
    items = [make.entry("fold", place.lists.steps.toggle, key="Space")]
    if isinstance(row, PhaseRow):
        playbook = row.run.plan.id
        given_up = c.GiveUpPlaybook(playbook, SOMETHING, f"{SOMETHING}2")
        items += [
            make.form("attach", partial(AttachForm, place), c.Note(SOMETHING)),
            make.form("give_up", lambda: GiveUpForm(place, playbook), given_up),
        ]
    return [*items, facts_item(place, make)]
