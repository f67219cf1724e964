"""All keys of a screen, made of the key table; Enter runs one, greyed ones say why not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import Key
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.tui.screens.shell import Shell


class Runnable(NamedTuple):
    """A key, and why it would be refused."""

    key: Key
    refused: NetfinError | None


class KeyList(LineGrid[Runnable]):
    """Keys, one a line."""

    def key_of(self, row: Runnable) -> str:
        """The key's id."""
        return row.key.id

    def copied(self, row: Runnable) -> str:
        """The key, what it is called, and what it does."""
        said = program(self).words
        return f"{row.key.shown} {said(row.key.words.label)} {said(row.key.words.about)}"

    def draw_row(self, row: Runnable, width: int) -> Sequence[Line]:
        """The key, then what it does, or why it does nothing now."""
        said = program(self).words
        look, about = "", said(row.key.words.about)
        if row.refused is not None:
            look, about = "dim", program(self).shell.explained(row.refused)
        shown = Piece(text.fit(row.key.shown, 8), look or "mark")
        name = Piece(text.fit(said(row.key.words.label), 17), look or "bold")
        return [[shown, name, Piece(text.fit(about, max(width - 25, 0)), look)]]


class HelpScreen(Dialog[str]):
    """The key list of `shell`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,question_mark,？", "leave", show=False)]

    def __init__(self, shell: "Shell") -> None:
        """List what works on `shell` now."""
        super().__init__()
        self._rows = [Runnable(key, refused) for key, refused in shell.runnable()]

    def compose_body(self) -> ComposeResult:
        """The list."""
        yield KeyList()

    def on_mount(self) -> None:
        """Fill it."""
        keys = self.query_one(KeyList)
        keys.show(self._rows)
        keys.focus()

    def heading(self) -> str:
        """What the list is."""
        return program(self).words(w.HELP_TITLE)

    def key_line(self) -> str:
        """Its keys."""
        return program(self).words(w.HELP_KEYS)

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        chosen = self.query_one(KeyList).selected
        if chosen is not None:
            self.leave(chosen.key.id)
