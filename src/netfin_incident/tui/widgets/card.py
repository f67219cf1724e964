"""A card that says what to try; it stays until it is closed."""

from textual.widgets import Static

from netfin_incident.domain.text import Text
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.wording import screens as w


class Card(Static):
    """Some lines above a list."""

    def on_mount(self) -> None:
        """Nothing to say yet."""
        self.display = False

    def say(self, card: Text | None) -> None:
        """Show `card`, or nothing."""
        self.display = card is not None
        if card is not None:
            said = program(self).words
            self.update(text.styled(said(card), "\n", (said(w.CARD_CLOSE), "dim")))
