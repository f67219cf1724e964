"""The first start: there is no database yet, and three ways to go on."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import Scope, bindings
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Piece
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from textual.widgets import Input


class Ways(LineGrid[Text]):
    """The ways to go on."""

    def draw_row(self, row: Text, width: int) -> tuple[tuple[Piece, ...], ...]:
        """One line, and a blank one."""
        return ((Piece(text.fit(program(self).words(row), width)),), ())


class FirstRunScreen(Shell):
    """Demo, empty start, or another database."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.NOTICE,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.NOTICE)]

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._field: Input | None = None

    def compose_body(self) -> ComposeResult:
        """The question and its answers."""
        here = program(self)
        welcome = here.words(w.FIRST_TITLE, path=here.session.database)
        with Vertical(id="first"):
            yield Static(text.plain(welcome), id="welcome", markup=False)
            yield Ways()
            yield Static(text.plain(here.words(w.FIRST_KEYS)), markup=False)

    def on_mount(self) -> None:
        """The demo first: it does no harm."""
        ways = self.query_one(Ways)
        ways.lines_per_row = 2
        ways.show((w.FIRST_DEMO, w.FIRST_EMPTY, w.FIRST_OPEN))
        ways.focus()

    @property
    def grid(self) -> Ways:
        """The ways."""
        return self.query_one(Ways)

    def do_home(self) -> None:
        """Back to the ways to go on."""
        self.grid.focus()

    def do_stop(self) -> None:
        """Nothing was made; leave."""
        program(self).leave()

    def do_reload(self) -> None:
        """Somebody else may have made it by now."""
        self.dismiss()
        program(self).begin()

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        here = program(self)
        if self.grid.selected is w.FIRST_EMPTY:
            self.dismiss()
            here.begin(create=True)
        elif self.grid.selected is w.FIRST_OPEN:
            self._ask_path()
        elif here.offers_demo:
            here.wants_demo = True
            here.leave()
        else:
            self.say(here.words(w.NO_DEMO))

    def _ask_path(self) -> None:
        if self._field is None:
            from netfin_incident.tui.dialogs.fields import OneLine

            self._field = OneLine(compact=True)
            label = Static(text.plain(program(self).words(w.FIRST_PATH)), markup=False)
            self.query_one("#first").mount(label, self._field)
        self._field.focus()

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Open the database that was named."""
        from pathlib import Path

        from netfin_incident.config.source import Sourced
        from netfin_incident.config.values import parse_database

        event.stop()
        session = program(self).session
        try:
            path = parse_database(event.value, Path.cwd())
        except NetfinError as error:
            self.refuse(error)
            return
        session.config = replace(session.config, database=Sourced(path))
        self.dismiss()
        program(self).begin()
