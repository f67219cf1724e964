"""Making menu entries: each is tried out on the incident before it is offered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.errors import CommandRefused
from netfin_incident.tui.acts.probes import probe
from netfin_incident.tui.dialogs.menu import Item
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.tui.dialogs.form import Form
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class Maker:
    """Makes the entries of one menu over one incident."""

    def __init__(self, place: "IncidentRoom") -> None:
        """Over `place`, as the incident stands there now."""
        self.place = place
        self.incident = place.shown.incident
        self.act = program(place).act()

    def direct(self, name: str, command: c.Command, key: str = "") -> Item:
        """An entry that asks `command` at once."""
        return self.entry(name, lambda: self.place.ask(command), command, key)

    def form(
        self, name: str, make: "Callable[[], Form]", command: c.Command | None = None, key: str = ""
    ) -> Item:
        """An entry that opens a form; `command` is like the one that the form will ask."""
        return self.entry(name, lambda: self.open(make()), command, key)

    def entry(
        self, name: str, run: Callable[[], None], command: c.Command | None = None, key: str = ""
    ) -> Item:
        """Any entry; greyed where `command` would be refused."""
        refused = probe(self.incident, self.act, command) if command is not None else None
        return self.refusable(name, run, refused, key)

    def refusable(
        self, name: str, run: Callable[[], None], refused: CommandRefused | None, key: str = ""
    ) -> Item:
        """An entry of which it is known already whether it would be refused."""
        return Item(program(self.place).words(d.ITEM[name]), run, refused, key)

    def open(self, form: "Form") -> None:
        """Open a form over the incident."""
        self.place.open_form(form)
