"""A long text to read: folded to the width once, drawn only where it is seen."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events

from netfin_incident.tui import text
from netfin_incident.tui.widgets.grid import MARKS, LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece


class Told(NamedTuple):
    """Something in full."""

    heading: str
    detail: str = ""
    warning: str = ""
    """What can go wrong; stands before the detail and catches the eye."""


class Reading(LineGrid[Piece], can_focus=False):
    """Some text under a warning; whoever has the focus scrolls it."""

    def __init__(self, said: str, warning: str = "") -> None:
        """Show `said`, and before it a warning, where there is one."""
        super().__init__()
        self._said = (Piece(warning, "alarm"), Piece(said))
        self._folded: tuple[int, Sequence[Piece]] = (0, ())

    def can_select(self, row: Piece) -> bool:
        """It is read, not chosen from."""
        del row
        return False

    def draw_row(self, row: Piece, width: int) -> Sequence[Line]:
        """One line of it."""
        return [[Piece(text.fit(row.text, width), row.look)]]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as it folds to."""
        del container, viewport
        return len(self._lines(width))

    def on_resize(self, event: events.Resize) -> None:
        """Fold it to the new width."""
        del event
        self.rows = self._lines(self.scrollable_content_region.width)

    def _lines(self, width: int) -> Sequence[Piece]:
        if self._folded[0] != width:
            room = max(width - MARKS, 1)
            self._folded = width, [
                Piece(line, said.look) for said in self._said for line in text.folded(said.text, room)
            ]  # fmt: skip
        return self._folded[1]
