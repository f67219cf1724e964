"""Keys and text that arrive where no field is.

Keys travel from the focused widget up to the program.  One that was on its way while a dialog
opened passed the screen below it; it is text for the dialog.  Text that is no key at all, as input
methods and pasting send it, opens the dialog that takes it.
"""

from typing import TYPE_CHECKING, Final

from textual import events

from netfin_incident.tui.keys import KEYS
from netfin_incident.tui.screens.shell import Shell

if TYPE_CHECKING:
    from netfin_incident.tui.program import NetfinApp

_TWINS: Final = {key for one in KEYS for key in one.keys.split(",") if not key.isascii()}


def take_key(app: "NetfinApp", event: events.Key) -> None:
    """Give a key that no widget used to the dialog on top, or open one with it."""
    top = app.screen
    character = event.character or ""
    if isinstance(top, Shell):
        is_text = event.is_printable and not character.isascii() and character not in _TWINS
        if is_text and not top.is_searching:
            event.prevent_default()
            top.typed(character)
        return
    late = getattr(top, "late_key", None)
    if late is not None and late(event):
        event.prevent_default()


def take_text(app: "NetfinApp", event: events.Paste) -> None:
    """Give pasted text that no field took to the dialog on top, or open one with it."""
    top = app.screen
    if isinstance(top, Shell):
        if event.text.strip() and not top.is_searching:
            top.typed(event.text)
        return
    late = getattr(top, "late_text", None)
    if late is not None:
        late(event.text)
