"""What stands around the lists of an incident: headings, the selected row in full, what is unseen."""

from collections.abc import Sequence
from typing import Final

from textual.widgets import Static

from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.bars import at_right
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screens as w

ALARM: Final = "bold $text-error"
"""How a warning looks among text."""
LONGEST: Final = 1_500
"""Characters of a text that a preview looks at; the rest is in the row's menu."""


class PaneTitle(Bar):
    """The heading of a column on a wide terminal."""

    def __init__(self, pane: int) -> None:
        """Of the pane with this number, from 0."""
        super().__init__()
        self.pane = pane
        self.active = 0
        self.label = ""

    def lines(self, width: int) -> Sequence[Line]:
        """Its digit and name."""
        is_active = self.pane == self.active
        said = f"[{self.pane + 1} {self.label}]" if is_active else f" {self.pane + 1} {self.label}"
        return [at_right([Piece(said, "head" if is_active else "bold")], [], width)]


class Preview(Static):
    """The selected row in full, as far as it fits."""

    def on_mount(self) -> None:
        """Nothing is selected yet."""
        self._said = Told("")

    def say(self, told: Told) -> None:
        """Show something, as far as it fits."""
        told = told._replace(detail=told.detail[:LONGEST])
        if told != self._said:
            self._said = told
            warning = f"\n{told.warning}" if told.warning else ""
            detail = f"\n{told.detail}" if told.detail else ""
            self.update(text.styled((told.heading, "bold"), (warning, ALARM), detail))


class Foreword(Static):
    """What to know before a form is filled in; nothing where nothing is said."""

    def __init__(self, said: str, look: str = "") -> None:
        """Say `said`."""
        super().__init__(text.styled((said, look)), markup=False)
        self.display = bool(said)


class Unseen(Bar):
    """How many entries came below what is in view."""

    count = 0

    def lines(self, width: int) -> Sequence[Line]:
        """One line, or none where nothing is unseen."""
        if not self.count:
            return []
        said = program(self).words(w.NEW_BELOW, count=self.count)
        return [at_right([], [Piece(f"{said} ", "soon")], width)]
