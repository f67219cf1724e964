"""Any action by its name in either language, or another incident by number or title."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.dialogs.fields import OneLine
from netfin_incident.tui.here import program
from netfin_incident.tui.screens.home import HomeScreen
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.tui.screens.shell import Shell


class Target(NamedTuple):
    """Something that can be run or gone to."""

    id: str
    """The key's id, or the incident's."""
    shown: str
    name: str
    about: str
    sought: str
    """What it is found by."""
    refused: NetfinError | None = None


class Targets(LineGrid[Target]):
    """What fits what was typed."""

    def key_of(self, row: Target) -> str:
        """The key's or incident's id."""
        return row.id

    def copied(self, row: Target) -> str:
        """The name and what it does."""
        return f"{row.name} {row.about}"

    def draw_row(self, row: Target, width: int) -> Sequence[Line]:
        """The name, the key, what it does or why not."""
        look, about = "", row.about
        if row.refused is not None:
            look, about = "dim", program(self).shell.explained(row.refused)
        name = Piece(text.fit(row.name, 22), look or "bold")
        shown = Piece(text.fit(row.shown, 8), look or "mark")
        return [[name, shown, Piece(text.fit(about, max(width - 30, 0)), look)]]


class PaletteScreen(Dialog[str]):
    """The palette over `shell`; answers a key's id or an incident's."""

    def __init__(self, shell: "Shell") -> None:
        """Offer what works on `shell` now."""
        super().__init__()
        self._shell = shell
        self._targets: list[Target] = []

    def heading(self) -> str:
        """What is asked."""
        return program(self).words(w.PALETTE_TITLE)

    def key_line(self) -> str:
        """The keys."""
        return program(self).words(w.PALETTE_KEYS)

    def compose_body(self) -> ComposeResult:
        """A field and what fits it."""
        yield OneLine(compact=True)
        yield Targets()

    def on_mount(self) -> None:
        """Offer everything."""
        self._targets = [*self._actions(), *self._incidents()]
        self.query_one(Targets).show(self._targets)
        self.query_one(Input).focus()

    def on_key(self, event: events.Key) -> None:
        """Up and down move in the list while the field has the focus."""
        super().on_key(event)
        steps = {"up": -1, "down": 1}
        if event.key in steps:
            event.stop()
            self.query_one(Targets).action_move(steps[event.key])

    def take_late(self, event: events.Key) -> bool:
        """Characters typed while it opened."""
        if event.is_printable and event.character:
            self.query_one(Input).value += event.character
            return True
        return False

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        fitting = [one for one in self._targets if all(word in one.sought for word in words)]
        targets = self.query_one(Targets)
        targets.show(fitting)
        targets.action_top()

    @on(Input.Submitted)
    @on(LineGrid.Chosen)
    def _chosen(self) -> None:
        chosen = self.query_one(Targets).selected
        if chosen is not None:
            self.leave(chosen.id)

    def _actions(self) -> list[Target]:
        said = program(self).words
        found: list[Target] = []
        for key, refused in self._shell.runnable():
            label, about = key.words
            sought = f"{key.id} {label.en} {label.zh} {about.en} {about.zh}".casefold()
            found.append(Target(key.id, key.shown, said(label), said(about), sought, refused))
        return found

    def _incidents(self) -> list[Target]:
        said = program(self).words
        home = self.app.screen_stack[0]
        rows = home.grid.rows if isinstance(home, HomeScreen) else ()
        return [
            Target(row.id, said(w.GO_TO), row.id, row.title, f"{row.id} {row.title}".casefold())
            for row in rows
        ]
