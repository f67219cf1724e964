"""The search line: looks for text in a list, goes to the next hit with Enter, back with Up."""

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from textual.widgets import Input


class SearchBar(Horizontal):
    """Hidden until opened; matching runs in a thread, because a long timeline is decoded for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("escape", "close", show=False),
    ]

    def __init__(self) -> None:
        """Closed."""
        super().__init__()
        self.display = False
        self._grid: LineGrid[Any] | None = None
        self._field: Input | None = None
        self._found = Static(text.plain(""), id="found", markup=False)
        self._hits: list[int] = []

    def open(self, grid: LineGrid[Any]) -> None:
        """Search in `grid`."""
        self._grid = grid
        grid.look_everywhere(everywhere=True)
        self.display = True
        if self._field is None:
            from netfin_incident.tui.dialogs.fields import OneLine

            said = program(self).words
            self._field = OneLine(compact=True)
            self.mount(
                Static(text.plain(f" {said(w.SEARCH)} / "), markup=False),
                self._field,
                self._found,
                Static(text.plain(f" {said(w.SEARCH_KEYS)} "), id="search-keys", markup=False),
            )
        self._field.focus()

    def close(self) -> bool:
        """Close it; whether it was open."""
        was_open, self.display = bool(self.display), False
        if was_open and self._grid is not None:
            self._grid.look_everywhere(everywhere=False)
            self._grid.focus()
        return was_open

    def action_close(self) -> None:
        """Back to the list, on the hit."""
        self.close()

    def action_go(self, step: int) -> None:
        """To the next hit, or the one before; round at the ends."""
        if self._grid is None or not self._hits:
            return
        here = self._grid.cursor
        beyond = [hit for hit in self._hits if (hit > here if step > 0 else hit < here)]
        self._grid.go_to((beyond or self._hits)[0 if step > 0 else -1])
        self._count()

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Search as it is typed."""
        event.stop()
        self._match(event.value)

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Enter: to the next hit."""
        event.stop()
        self.action_go(1)

    @work(exclusive=True, group="search")
    async def _match(self, sought: str) -> None:
        """Find the hits; an older search may give way, because it only reads."""
        grid = self._grid
        if grid is None:
            return
        self._hits = await asyncio.to_thread(grid.matching, sought) if sought else []
        onward = [hit for hit in self._hits if hit >= grid.cursor] or self._hits
        if onward:
            grid.go_to(onward[0])
        self._count()

    def _count(self) -> None:
        said, found = program(self).words, ""
        if self._grid is not None and self._grid.cursor in self._hits:
            n = self._hits.index(self._grid.cursor) + 1
            found = said(w.FOUND, n=n, count=len(self._hits))
        elif self._field is not None and self._field.value:
            found = said(w.NOT_FOUND)
        self._found.update(text.plain(found))
