"""Choosing a playbook: the usable ones by name, the others with what is wrong with them."""

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import work as in_background

from netfin_incident.errors import NetfinError
from netfin_incident.tui.dialogs.fields import ChoiceField, Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.tui.words import Words
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.app.desk import Handled
    from netfin_incident.library.shelf import Shelved


def playbook_options(said: Words, shelved: "Iterable[Shelved]") -> list[Option]:
    """The playbooks as answers; one that cannot be used says so and is refused when chosen."""
    options: list[Option] = []
    for one in shelved:
        if one.plan is not None:
            options.append(Option(one.id, f"{said(one.plan.name)}  ({one.id})"))
        elif one.error is not None:
            why = said(d.UNUSABLE, why=said.explain(one.error).what)
            options.append(Option(one.id, f"{one.id}: {why}", "dim"))
    return options


class AttachForm(IncidentForm):
    """Pins a playbook to the incident."""

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.ATTACH)

    def fields(self) -> list[Field]:
        """The playbook."""
        return [self.choice("playbook", [Option("", program(self).words(d.LOADING))], rows=10)]

    def ready(self) -> None:
        """The playbooks are read meanwhile."""
        self._offer_playbooks()

    def work(self, values: Values) -> "Callable[[], Handled]":
        """Read the playbook and attach it."""
        from netfin_incident.domain.incident import commands as c

        here, incident_id = program(self), self.place.incident_id
        session, desk, act = here.session, here.desk, here.act()
        playbook = values["playbook"]
        return lambda: desk.handle(incident_id, act, c.AttachPlaybook(session.shelf.get(playbook)))

    @in_background(exclusive=True, group="playbooks")
    async def _offer_playbooks(self) -> None:
        here = program(self)
        try:
            shelved = await asyncio.to_thread(here.session.shelf.list)
        except NetfinError as error:
            self.tell(here.words.explain(error).line, "")
            return
        field = self.field("playbook")
        if isinstance(field, ChoiceField):
            field.offer(playbook_options(here.words, shelved), rows=10)
