"""What can be done with a row: every act by arrow keys, greyed ones with their reason."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.tui.widgets.reading import Reading, Told


class Item(NamedTuple):
    """One act."""

    said: str
    run: Callable[[], None]
    refused: NetfinError | None = None
    key: str = ""
    """The key that does the same."""
    note: str = ""
    """What belongs to it; a reason for refusing it goes before."""


class Items(LineGrid[Item]):
    """The acts."""

    def key_of(self, row: Item) -> str:
        """What it says."""
        return row.said

    def draw_row(self, row: Item, width: int) -> Sequence[Line]:
        """The act, its key, and why it would be refused."""
        look, why = "", row.note
        if row.refused is not None:
            look, why = "dim", program(self).shell.explained(row.refused)
        name = Piece(text.fit(row.said, 34), look or "bold")
        key = Piece(text.fit(row.key, 7), look or "mark")
        return [[name, key, Piece(text.fit(why, max(width - 41, 0)), "dim")]]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        if event.key.isdigit() and 0 < int(event.key) <= len(self.rows):
            event.stop()
            self.go_to(int(event.key) - 1)


class Menu(Dialog[Item]):
    """The acts on one thing, under what it says in full."""

    def __init__(self, told: Told, items: Sequence[Item]) -> None:
        """Offer `items` for what `told` names."""
        super().__init__()
        self._told = told
        self._items = items

    def heading(self) -> str:
        """What the acts are on."""
        return self._told.heading

    def compose_body(self) -> ComposeResult:
        """The whole text, then the acts."""
        if self._told.detail or self._told.warning:
            yield Reading(self._told.detail, self._told.warning)
        yield Items()
        yield Static(text.plain(""), id="why", markup=False)

    def on_mount(self) -> None:
        """The cursor on the first act that can be done."""
        items = self.query_one(Items)
        items.show(self._items)
        items.select(lambda item: item.refused is None)
        items.focus()

    def on_key(self, event: events.Key) -> None:
        """Page keys move in the text, which may be long; the acts are few."""
        super().on_key(event)
        for detail in self.query(Reading):
            if event.key == "pagedown":
                event.stop()
                detail.scroll_page_down(animate=False)
            elif event.key == "pageup":
                event.stop()
                detail.scroll_page_up(animate=False)

    @on(LineGrid.Moved)
    def _moved(self, event: LineGrid.Moved) -> None:
        event.stop()
        chosen = self.query_one(Items).selected
        refused = chosen.refused if chosen else None
        why = program(self).shell.explained(refused) if refused else ""
        self.query_one("#why", Static).update(text.plain(why))

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        chosen = self.query_one(Items).selected
        if chosen is not None:
            self.leave(chosen)
