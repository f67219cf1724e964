"""A list that draws its own lines: only visible rows are drawn, at any length.

The first two cells of a row are its marks: `>` the cursor, `*` changed a moment ago.  Showing new
rows keeps the cursor on the row it was on.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netfin_incident.tui import text
from netfin_incident.tui.widgets.looks import Line, Looked, Piece

MARKS: Final = 2
"""Cells in front of every row."""

R = TypeVar("R")


class LineGrid(ScrollView, Looked, Generic[R], can_focus=True):
    """Rows of type `R`, drawn by `draw_row`."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "top", show=False),
        Binding("end", "bottom", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another row, or the row it stands on was drawn anew."""

        def __init__(self, grid: "LineGrid[Any]") -> None:
            """In `grid`."""
            super().__init__()
            self.grid = grid

        @property
        def control(self) -> "LineGrid[Any]":
            """The grid it moved in."""
            return self.grid

    class Chosen(Moved):
        """Enter was pressed on a row, or it was clicked twice."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - as in Textual
        """An empty list."""
        super().__init__(id=id, classes=classes)
        self.rows: Sequence[R] = ()
        self.cursor = 0
        """Index of the row it stands on."""
        self.lines_per_row = 1
        self._drawn: dict[int, Sequence[Line]] = {}
        self._strips: dict[tuple[int, int], Strip] = {}
        self._changed: frozenset[Hashable] = frozenset()

    def key_of(self, row: R) -> Hashable:
        """What the row is known by when the list is shown anew."""
        return id(row)

    def draw_row(self, row: R, width: int) -> Sequence[Line]:
        """The lines of a row, each at most `width` cells."""
        return ((Piece(text.fit(str(row), width)),),)

    def can_select(self, row: R) -> bool:
        """Whether the cursor may stand on the row."""
        return row is not None

    def stops_at(self, row: R) -> bool:
        """Whether the cursor stops at the row on its way."""
        return self.can_select(row)

    def leads(self, row: R) -> bool:
        """Whether the row is brought into view with the one below it."""
        return not self.can_select(row)

    def look_everywhere(self, *, everywhere: bool) -> None:
        """A search begins, or is over: show what is folded away, or fold it again."""

    def copied(self, row: R) -> str:
        """The row as plain text: what is copied, and what is searched."""
        return str(row)

    @property
    def selected(self) -> R | None:
        """The row under the cursor."""
        if 0 <= self.cursor < len(self.rows) and self.can_select(self.rows[self.cursor]):
            return self.rows[self.cursor]
        return None

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows instead, with the cursor on the row it was on."""
        stood_on = self.key_of(self.rows[self.cursor]) if self.rows[self.cursor :] else None
        self.rows = rows
        self.redraw()
        self._fit_size()
        found = next((n for n, row in enumerate(rows) if self.key_of(row) == stood_on), None)
        if found is None:
            self.go_to(self.cursor)
        else:
            self.cursor = found
        self.post_message(self.Moved(self))

    def mark_changed(self, keys: Sequence[Hashable]) -> None:
        """Mark the rows with these keys as changed a moment ago, and no others."""
        if self._changed != (marked := frozenset(keys)):
            self._changed = marked
            self._strips.clear()
            self.refresh()

    def redraw(self) -> None:
        """Draw every visible row anew."""
        self._drawn.clear()
        self._strips.clear()
        self.refresh()

    def tick(self) -> None:
        """Draw those visible rows anew whose text has changed with time."""
        for index in list(self._drawn):
            before = self._drawn[index]
            if not self._is_visible(index):
                self._forget(index)
            elif (after := self._draw(index)) != before:
                self._forget(index)
                self._drawn[index] = after
                self.refresh_lines(index * self.lines_per_row, self.lines_per_row)

    def select(self, chosen: Callable[[R], bool]) -> bool:
        """Put the cursor on the first row that is `chosen`; whether there is one."""
        for index, row in enumerate(self.rows):
            if self.can_select(row) and chosen(row):
                self.go_to(index)
                return True
        return False

    def matching(self, sought: str) -> list[int]:
        """The rows that hold `sought`, in order, whatever the case.  May run in a thread."""
        folded = sought.casefold()
        return [
            index
            for index, row in enumerate(self.rows)
            if self.can_select(row) and folded in self.copied(row).casefold()
        ]

    def go_to(self, index: int) -> None:
        """Put the cursor on the row at `index`, or the nearest that can be selected."""
        index = min(max(index, 0), max(len(self.rows) - 1, 0))
        if self.rows and not self.can_select(self.rows[index]):
            index = self._selectable(index, 1)
        before, self.cursor = self.cursor, index
        for one in {before, index}:
            self._undraw(one)
            self.refresh_lines(one * self.lines_per_row, self.lines_per_row)
        self._scroll_to_cursor()
        if before != index:
            self.post_message(self.Moved(self))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index, line = divmod(y + self.scroll_offset.y, self.lines_per_row)
        width = self.scrollable_content_region.width
        if not 0 <= index < len(self.rows):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get((index, line))
        if strip is None:
            strip = self._strips[index, line] = self._strip(index, line, width)
        return strip

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows, to one that it stops at."""
        self.go_to(self._selectable(self.cursor + by, by))

    def action_page(self, by: int) -> None:
        """Move the cursor and what is in view by a screenful; one row stays in view."""
        rows = max(1, self.scrollable_content_region.height // self.lines_per_row - 1)
        aim = min(max(self.cursor + by * rows, 0), len(self.rows) - 1)
        top = self.scroll_offset.y + by * rows * self.lines_per_row
        self.scroll_to(y=top, animate=False)
        self.go_to(self._selectable(aim, by))

    def action_top(self) -> None:
        """Move the cursor to the first row."""
        self.go_to(self._selectable(0, 1))
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Move the cursor to the last row."""
        self.go_to(self._selectable(len(self.rows) - 1, -1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self.post_message(self.Chosen(self))

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        del event
        self.redraw()
        self._fit_size()
        self._scroll_to_cursor()

    def on_focus(self) -> None:
        """Show the cursor as active."""
        self._strips.clear()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; twice chooses."""
        index = (event.y + self.scroll_offset.y) // self.lines_per_row
        if 0 <= index < len(self.rows) and self.can_select(self.rows[index]):
            self.go_to(index)
            if event.chain > 1:
                self.action_choose()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old style."""
        self._strips.clear()
        super().notify_style_update()

    def _selectable(self, index: int, step: int) -> int:
        """The nearest row from `index` on to stop at, looking the way of `step` first."""
        down = list(range(max(index, 0), len(self.rows)))
        up = list(range(min(index, len(self.rows) - 1), -1, -1))
        for one in down + up if step > 0 else up + down:
            if self.stops_at(self.rows[one]):
                return one
        return self.cursor

    def _scroll_to_cursor(self) -> None:
        top, height = self.cursor * self.lines_per_row, self.scrollable_content_region.height
        if height <= 0:
            return
        if top < self.scroll_offset.y:
            above = self.cursor
            while above > 0 and self.leads(self.rows[above - 1]):
                above -= 1
            self.scroll_to(y=above * self.lines_per_row, animate=False)
        elif top + self.lines_per_row > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.lines_per_row - height, animate=False)

    def _fit_size(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self.rows) * self.lines_per_row)

    def _is_visible(self, index: int) -> bool:
        top = self.scroll_offset.y // self.lines_per_row
        shown = self.scrollable_content_region.height // self.lines_per_row + 1
        return top <= index <= top + shown and index < len(self.rows)

    def _forget(self, index: int) -> None:
        self._drawn.pop(index, None)
        self._undraw(index)

    def _undraw(self, index: int) -> None:
        for line in range(self.lines_per_row):
            self._strips.pop((index, line), None)

    def _draw(self, index: int) -> Sequence[Line]:
        width = max(self.scrollable_content_region.width - MARKS, 1)
        return self.draw_row(self.rows[index], width)

    def _strip(self, index: int, line: int, width: int) -> Strip:
        if index not in self._drawn:
            self._drawn[index] = self._draw(index)
        drawn = self._drawn[index]
        at_cursor = index == self.cursor and self.can_select(self.rows[index])
        changed = line == 0 and self.key_of(self.rows[index]) in self._changed
        marks = Piece((">" if at_cursor and line == 0 else " ") + ("*" if changed else " "), "mark")
        over = ("cursor" if self.has_focus else "away") if at_cursor else ""
        return self.strip_of((marks, *(drawn[line] if line < len(drawn) else ())), width, over)
