"""Acts on an entry of the timeline."""

from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING
from netfin_incident.tui.dialogs.record import ConfirmEntryForm, CorrectForm

if TYPE_CHECKING:
    from netfin_incident.tui.dialogs.menu import Item
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def entry_items(place: "IncidentRoom", entry: int) -> "list[Item]":
    """The menu of an entry."""
    make = Maker(place)
    corrected = c.Correct(entry, SOMETHING, SOMETHING)
    return [
        make.entry("copy", place.do_copy, key="y"),
        make.form("correct", lambda: CorrectForm(place, entry), corrected),
        make.form("confirm", lambda: ConfirmEntryForm(place, entry), c.Confirm(entry)),
    ]
