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


class Pages(LineGrid[Piece], can_focus=False):
    """Paragraphs, each in one look; whoever has the focus scrolls them."""

    def __init__(self, said: Sequence[Piece]) -> None:
        """Show `said`."""
        super().__init__()
        self._said = said
        self._folded: tuple[int, Sequence[Piece]] = (0, ())

    def say(self, said: Sequence[Piece]) -> None:
        """Show `said` instead."""
        self._said, self._folded = said, (0, ())
        self.show(self._lines(self.scrollable_content_region.width))
        self.refresh(layout=True)
        self.call_after_refresh(self._fit_size)

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
        self.rows = self._lines(self.scrollable_content_region.width)
        super().on_resize(event)

    def move(self, event: events.Key) -> None:
        """Scroll, where a key asks for it."""
        ways = {
            "pagedown": self.scroll_page_down, "space": self.scroll_page_down,
            "pageup": self.scroll_page_up, "down": self.scroll_down, "j": self.scroll_down,
            "up": self.scroll_up, "k": self.scroll_up, "home": self.scroll_home,
            "g": self.scroll_home, "end": self.scroll_end, "G": self.scroll_end,
        }  # fmt: skip
        if event.key in ways:
            event.stop()
            ways[event.key](animate=False)

    def _lines(self, width: int) -> Sequence[Piece]:
        if self._folded[0] != width:
            room = max(width - MARKS, 1)
            self._folded = width, [
                Piece(line, said.look) for said in self._said for line in _folded(said.text, room)
            ]  # fmt: skip
        return self._folded[1]


class Reading(Pages):
    """Some text under a warning."""

    def __init__(self, said: str, warning: str = "") -> None:
        """Show `said`, and before it a warning, where there is one."""
        super().__init__((Piece(warning, "alarm"), Piece(said)))


def _folded(said: str, room: int) -> list[str]:
    """Lines of `said`; what does not fit goes on under its own beginning."""
    indent = len(said) - len(said.lstrip(" "))
    if not indent or "\n" in said:
        return text.folded(said, room)
    more = " " * indent
    first, *rest = text.folded(said.strip(" "), max(room - indent, 1)) or [""]
    return [more + first, *(more + line for line in rest)]
