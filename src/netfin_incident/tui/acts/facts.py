"""Acts on what is known: answering one question, and the list of all facts."""

from functools import partial
from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.dialogs.answering import AnswerForm
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording.conditions import said_value
from netfin_incident.wording.moments import clock

if TYPE_CHECKING:
    from netfin_incident.domain.playbook import Variable
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def answer(place: "IncidentRoom", playbook: str, variable: "Variable") -> None:
    """Ask for one fact."""
    place.open_form(AnswerForm(place, playbook, variable))


def question_items(place: "IncidentRoom", playbook: str, variable: "Variable") -> "list[Item]":
    """The menu of a question."""
    make = Maker(place)
    probed = c.SetVariable(variable.id, "", playbook)
    asked = make.entry("answer", partial(answer, place, playbook, variable), probed, "Space")
    return [asked, facts_item(place, make)]


def facts_item(place: "IncidentRoom", make: Maker) -> "Item":
    """The entry that leads to everything that is known."""
    return make.entry("facts", partial(open_facts, place))


def open_facts(place: "IncidentRoom") -> None:
    """List every fact that the playbooks know, each leading to its form."""
    make, said = Maker(place), program(place).words
    items = []
    for playbook, variable in place.shown.variables.values():
        probed = c.SetVariable(variable.id, "", playbook)
        run = partial(answer, place, playbook, variable)
        item = make.entry("answer", run, probed)
        items.append(item._replace(said=said(variable.name), note=_known(place, variable)))
    detail = "" if items else said(s.NO_FACTS)
    place.open_menu(Told(said(f.FACTS), detail), items)


def _known(place: "IncidentRoom", variable: "Variable") -> str:
    """What it is known to be, by whom and since when."""
    here, incident = program(place), place.shown.incident
    answered = incident.answers.get(variable.id)
    value = answered.value if answered else variable.value
    if not value:
        return here.words(s.NOT_KNOWN)
    said = here.words(said_value(variable, value))
    if answered is None:
        return said
    person, time = here.name_of(answered.by), clock(answered.at, incident.zone)
    return here.words(f.NOTE_FACT, value=said, person=person, time=time)
