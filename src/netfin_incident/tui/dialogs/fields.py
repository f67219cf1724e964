"""The fields of a form.  What is pasted into one is cleaned before it is drawn."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from netfin_incident.domain.text import MAX_TEXT, clean, clean_line
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece


class Field(Horizontal):
    """A label and something to answer with."""

    class Changed(Message):
        """The answer changed."""

    class Entered(Message):
        """Enter was pressed in the field."""

        def __init__(self, field: "Field") -> None:
            """In `field`."""
            super().__init__()
            self.field = field

    def __init__(self, key: str, label: str, *, required: bool = False) -> None:
        """A field that answers under the name `key`."""
        super().__init__(id=f"field-{key}")
        self.key = key
        self.label = label
        self.required = required

    @property
    def editor(self) -> Widget:
        """What takes the focus."""
        raise LookupError(self.key)

    @property
    def value(self) -> str:
        """The answer; empty where there is none."""
        return ""

    def fill(self, value: str) -> None:
        """Give this answer."""

    def take(self, typed: str) -> None:
        """Add what was typed while the form opened."""

    def compose(self) -> ComposeResult:
        """Label and editor."""
        mark = "*" if self.required else " "
        yield Static(text.styled(f"{self.label} ", (mark, "bold")), classes="label", markup=False)
        yield self.editor


class OneLine(Input):
    """One line of text.  The cursor does not blink: nothing is redrawn while nobody types."""

    def on_mount(self) -> None:
        """The cursor stands still."""
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text[: MAX_TEXT + 1]))


class LineField(Field):
    """An answer of one line."""

    def __init__(
        self, key: str, label: str, value: str = "", *, required: bool = False, hint: str = ""
    ) -> None:
        """Begin with `value`."""
        super().__init__(key, label, required=required)
        shown = text.cell(hint)
        self._editor = OneLine(value=clean_line(value), placeholder=shown, compact=True)
        self._editor.select_on_focus = False

    @property
    def editor(self) -> Input:
        """The input."""
        return self._editor

    @property
    def value(self) -> str:
        """What was typed."""
        return self._editor.value

    def fill(self, value: str) -> None:
        """Give this answer."""
        self._editor.value = clean_line(value)
        self._editor.cursor_position = len(self._editor.value)

    def take(self, typed: str) -> None:
        """Add at the cursor."""
        self._editor.insert_text_at_cursor(clean_line(typed) or typed[:1])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say so to the form."""
        event.stop()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say so to the form."""
        event.stop()
        self.post_message(self.Entered(self))


class Prose(TextArea):
    """Several lines of text; Enter saves, unless the form wants it to begin a line."""

    class Entered(Message):
        """Enter was pressed."""

    BINDINGS = [Binding("ctrl+n,shift+enter,alt+enter", "line_break", show=False)]  # noqa: RUF012 - as Textual has it

    def __init__(self, value: str, *, enter_breaks: bool) -> None:
        """Begin with `value`."""
        super().__init__(
            clean(value), soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True,
            highlight_cursor_line=False,
        )  # fmt: skip
        self._enter_breaks = enter_breaks
        self.cursor_blink = False

    def action_line_break(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self._enter_breaks:
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(clean(event.text[: MAX_TEXT + 1]))


class ProseField(Field):
    """An answer of several lines."""

    def __init__(
        self, key: str, label: str, value: str = "", *, required: bool = False, rows: int = 3,
        enter_breaks: bool = False,
    ) -> None:  # fmt: skip
        """Begin with `value`."""
        super().__init__(key, label, required=required)
        self._editor = Prose(value, enter_breaks=enter_breaks)
        self._editor.styles.height = rows

    @property
    def editor(self) -> TextArea:
        """The text area."""
        return self._editor

    @property
    def value(self) -> str:
        """What was typed."""
        return self._editor.text

    def fill(self, value: str) -> None:
        """Give this answer."""
        self._editor.text = clean(value)
        self._editor.move_cursor(self._editor.document.end)

    def take(self, typed: str) -> None:
        """Add at the cursor."""
        self._editor.insert(clean(typed))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say so to the form."""
        event.stop()
        self.post_message(self.Changed())

    def on_prose_entered(self, event: Prose.Entered) -> None:
        """Say so to the form."""
        event.stop()
        self.post_message(Field.Entered(self))


NOWHERE: Final = -1
"""Where the cursor of a list stands while nothing in it is chosen."""


class Option(NamedTuple):
    """One possible answer."""

    value: str
    said: str
    look: str = ""


class Options(LineGrid[Option]):
    """Possible answers; the cursor stands on the one that is given."""

    def key_of(self, row: Option) -> str:
        """Its value."""
        return row.value

    def draw_row(self, row: Option, width: int) -> Sequence[Line]:
        """A mark and the answer."""
        chosen = self.selected == row
        mark = "(*) " if chosen else "( ) "
        return [[Piece(mark), Piece(text.fit(row.said, max(width - 4, 1)), row.look)]]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        if event.key.isdigit() and 0 < int(event.key) <= len(self.rows):
            event.stop()
            self.go_to(int(event.key) - 1)


class ChoiceField(Field):
    """An answer out of several."""

    def __init__(
        self, key: str, label: str, options: Sequence[Option], value: str = "", *, rows: int = 6,
        required: bool = False, changed: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """Offer `options`, standing on `value`; a required one without it stands on none."""
        super().__init__(key, label, required=required)
        self._editor = Options()
        self._editor.styles.height = min(len(options), rows)
        self._editor.rows = tuple(options)
        self._changed = changed
        if required:
            self._editor.cursor = NOWHERE
        self.fill(value)

    @property
    def editor(self) -> Options:
        """The list."""
        return self._editor

    @property
    def value(self) -> str:
        """The value under the cursor."""
        chosen = self._editor.selected
        return chosen.value if chosen else ""

    def fill(self, value: str) -> None:
        """Stand on `value`, where it is offered."""
        values = [option.value for option in self._editor.rows]
        if value in values:
            self._editor.cursor = values.index(value)

    def offer(self, options: Sequence[Option], *, rows: int = 6) -> None:
        """Offer these instead."""
        self._editor.styles.height = min(len(options), rows)
        self._editor.show(tuple(options))

    def on_line_grid_moved(self, event: LineGrid.Moved) -> None:
        """Say so to the form."""
        event.stop()
        self._editor.redraw()
        if self._changed is not None:
            self._changed(self.value)
        self.post_message(self.Changed())

    def on_line_grid_chosen(self, event: LineGrid.Chosen) -> None:
        """Say so to the form."""
        event.stop()
        self.post_message(self.Entered(self))


class FieldArea(VerticalScroll, can_focus=False):
    """The fields; where they do not fit, the focused one is brought into view."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The terminal's cursor goes along."""
        super().watch_scroll_y(old_value, new_value)
        program(self).place_cursor()
