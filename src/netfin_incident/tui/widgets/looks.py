"""Drawing lines piece by piece: what grids and bars share.

A piece holds text that is already cleaned and cut, and is in one look.  Looks are made of the
theme's colours once, here, because giving every bar its own rules would cost start-up time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from netfin_incident.tui.here import program
from netfin_incident.tui.text import cell


class _Look(NamedTuple):
    """Colours by the theme's names, and what is seen without colour."""

    color: str = ""
    background: str = ""
    bold: bool = False
    reverse: bool = False


_LOOKS: Final = {
    "": _Look(),
    "dim": _Look("foreground-darken-3"),
    "bold": _Look(bold=True),
    "head": _Look("text-primary", bold=True),
    "ok": _Look("text-success"),
    "mark": _Look("text-accent", bold=True),
    "soon": _Look("text-warning", bold=True),
    "over": _Look("text-error", bold=True, reverse=True),
    "alarm": _Look("text-error", bold=True),
    "banner": _Look("text-error", bold=True, reverse=True),
    "sev1": _Look("text-error", bold=True, reverse=True),
    "sev2": _Look("text-error", bold=True),
    "sev3": _Look("text-warning", bold=True),
    "sev4": _Look("foreground-darken-3"),
    "cursor": _Look(background="primary-muted", bold=True),
    "away": _Look(background="surface-lighten-1"),
}
"""How a piece may look.  A word or a sign says what a colour says."""


def look_styles(theme: Mapping[str, str]) -> dict[str, Style]:
    """The looks in the colours of a theme."""

    def color(name: str) -> RichColor | None:
        return Color.parse(theme[name]).rich_color if name else None

    return {
        name: Style(
            color=color(look.color), bgcolor=color(look.background), bold=look.bold or None,
            reverse=look.reverse or None,
        )
        for name, look in _LOOKS.items()
    }  # fmt: skip


class Piece(NamedTuple):
    """Some text of a line in one look."""

    text: str
    look: str = ""


Line = Sequence[Piece]


class Looked(Widget):
    """A widget that draws pieces."""

    def redraw(self) -> None:
        """Draw everything anew, in the looks of now."""
        self.refresh()

    def strip_of(self, pieces: Iterable[Piece], width: int, over: str = "") -> Strip:
        """The pieces as one line of `width` cells, with the look `over` on top of theirs.

        Cleaned once more here, where they leave for the terminal.
        """
        looks, base = program(self).looks, self.rich_style
        top = looks[over]
        if program(self).stale_for:
            top += Style(dim=True)
        segments = [Segment(cell(one.text), base + looks[one.look] + top) for one in pieces]
        return Strip(segments).adjust_cell_length(width, base + top)


class Bar(Looked):
    """A few lines that are drawn anew only when their text has changed."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - as in Textual
        """An empty bar."""
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] = ()

    def lines(self, width: int) -> Sequence[Line]:
        """What it says now, on lines of at most `width` cells."""
        del width
        return ()

    def tick(self) -> None:
        """Say what it says now."""
        lines = self.lines(self.size.width)
        if lines != self._lines:
            resized = len(lines) != len(self._lines)
            self._lines = lines
            self.refresh(layout=resized)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._lines = self.lines(self.size.width)
        self.refresh()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as it has to say."""
        del container, viewport
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        pieces = self._lines[y] if y < len(self._lines) else ()
        return self.strip_of(pieces, self.size.width)
