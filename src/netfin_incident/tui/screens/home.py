"""Home: the incidents that are open, and their next deadlines.

The shell is drawn before anything is read; the list follows from a thread.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center
from textual.widgets import Static

from netfin_incident.errors import NetfinError, RecordError
from netfin_incident.tui import text
from netfin_incident.tui.changes import Changes
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import Scope, bindings
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.tui.widgets.card import Card
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.incidents import HomeTitle, IncidentList
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.app.views import Listed


class HomeScreen(Shell):
    """The list of incidents."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.HOME, Scope.EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*SCOPES)]

    def __init__(self) -> None:
        """Nothing was read yet."""
        super().__init__()
        self._with_ended = False
        self._changes = Changes()

    def compose_body(self) -> ComposeResult:
        """Title, card, list."""
        yield HomeTitle()
        yield Card()
        yield IncidentList()
        with Center(id="empty"):
            yield Static(text.plain(program(self).words(w.HOME_READING)), markup=False)

    def on_mount(self) -> None:
        """Nothing to list yet."""
        self.grid.display = False

    @property
    def grid(self) -> IncidentList:
        """The list."""
        return self.query_one(IncidentList)

    @property
    def soonest(self) -> datetime | None:
        """The next deadline of all."""
        due = self.query_one(HomeTitle).soonest
        return due[0] if due else None

    def opened(self) -> None:
        """The database is open: show the card, if there is one."""
        self.query_one(Card).say(program(self).card)

    def read(self) -> Callable[[], None]:
        """Read the list, in a thread.

        Raises:
            RecordError: it cannot be read.
        """
        from netfin_incident.app.views import listed
        from netfin_incident.domain.vocabulary import Mode

        found = program(self).desk.incidents(Mode.LIVE, Mode.DRILL, ended=self._with_ended)
        rows = tuple(listed(row) for row in found.rows)
        return lambda: self._show(rows)

    def why_not(self, key_id: str) -> NetfinError | None:
        """Nothing is declared in a database that cannot be written."""
        here = program(self)
        if key_id == "declare" and here.is_read_only:
            return RecordError("database-read-only", path=str(here.session.database))
        return None

    def typed(self, text: str) -> None:
        """Text at home is the title of something that happened."""
        program(self).declare(text)

    def tick(self) -> None:
        """Count down, once there is something to show it in."""
        if not self.query(IncidentList):
            return
        self.grid.mark_changed(self._changes.recent(program(self).now()))
        super().tick()

    def do_filter(self) -> None:
        """Show ended incidents too, or only open ones."""
        self._with_ended = not self._with_ended
        program(self).wake()

    def do_menu(self) -> None:
        """Open the selected incident."""
        if self.grid.selected is not None:
            program(self).open_incident(self.grid.selected.id)

    def do_leave(self) -> None:
        """Close what is open over the list."""
        card = self.query_one(Card)
        if card.display:
            card.say(None)
        else:
            super().do_leave()

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        self.do_menu()

    def _show(self, rows: "tuple[Listed, ...]") -> None:
        here = program(self)
        if not self.query("#empty Static"):
            here.wake()  # the database was read before there was a list to show it in
            return
        said = here.words
        self._changes.see({row.id: (row.entries,) for row in rows}, here.now())
        self.grid.display = bool(rows)
        self.query_one("#empty").display = not rows
        empty = w.HOME_NONE if self._with_ended else w.HOME_EMPTY
        self.query_one("#empty Static", Static).update(text.plain(said(empty)))
        title = self.query_one(HomeTitle)
        title.heading = said(w.HOME_ALL if self._with_ended else w.HOME_OPEN, count=len(rows))
        due = min(((row.due_at, row.id) for row in rows if row.due_at), default=None)
        title.soonest = due
        had_none = not self.grid.rows
        self.grid.show(rows)
        if had_none and rows:
            self.grid.focus()
        self.tick()
