"""A long text to read: folded to the width once, drawn only where it is seen."""

from collections.abc import Sequence

from textual import events

from netfin_incident.tui import text
from netfin_incident.tui.widgets.grid import MARKS, LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece


class Reading(LineGrid[str], can_focus=False):
    """Some text; whoever has the focus scrolls it."""

    def __init__(self, said: str) -> None:
        """Show `said`."""
        super().__init__()
        self._said = said
        self._folded: tuple[int, Sequence[str]] = (0, ())

    def can_select(self, row: str) -> bool:
        """It is read, not chosen from."""
        del row
        return False

    def draw_row(self, row: str, width: int) -> Sequence[Line]:
        """One line of it."""
        return [[Piece(text.fit(row, width))]]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as it folds to."""
        del container, viewport
        return len(self._lines(width))

    def on_resize(self, event: events.Resize) -> None:
        """Fold it to the new width."""
        del event
        self.rows = self._lines(self.scrollable_content_region.width)

    def _lines(self, width: int) -> Sequence[str]:
        if self._folded[0] != width:
            self._folded = width, text.folded(self._said, max(width - MARKS, 1))
        return self._folded[1]
