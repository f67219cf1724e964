"""What every full screen has: banner, status line, key hints, search, and the keys themselves.

A key runs the action `do('id')`, as does choosing it from the key list or the palette; an action
that would be refused is not run but explained.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import BY_ID, Key, Scope, of
from netfin_incident.tui.widgets.bars import Banner, Hints, StatusLine, TooSmall
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Bar
from netfin_incident.tui.widgets.search import SearchBar
from netfin_incident.wording import screens as w


class Shell(Screen[None]):
    """A full screen with its lines around a body."""

    AUTO_FOCUS = ""
    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.EVERYWHERE,)
    """Whose keys work here."""

    def compose(self) -> ComposeResult:
        """The body between the lines."""
        yield Banner()
        yield from self.compose_body()
        yield SearchBar()
        yield StatusLine()
        yield Hints(self.keys, self.why_not)
        yield TooSmall()

    def compose_body(self) -> ComposeResult:
        """What the screen is for."""
        yield from ()

    @property
    def is_drill(self) -> bool:
        """Whether what is shown is a drill."""
        return False

    @property
    def about(self) -> str:
        """Which incident a dialog over this screen is about."""
        return ""

    @property
    def soonest(self) -> datetime | None:
        """The next deadline of what is shown."""
        return None

    @property
    def grid(self) -> LineGrid[Any] | None:
        """The list that keys move in."""
        return None

    @property
    def is_searching(self) -> bool:
        """Whether the search line is open."""
        return bool(self.query_one(SearchBar).display)

    def keys(self) -> Sequence[Key]:
        """The keys that work here."""
        return of(*self.SCOPES)

    def why_not(self, key_id: str) -> NetfinError | None:
        """Why a key would be refused now; None where it would do something."""
        del key_id
        return None

    def typed(self, text: str) -> None:
        """Text arrived that is no key: from an input method, or pasted."""

    def on_screen_resume(self) -> None:
        """It was covered: say what is so now."""
        self.tick()

    def tick(self) -> None:
        """A second has passed, or something changed: say what is so now."""
        for bar in self.query(Bar):
            bar.tick()
        if self.grid is not None:
            self.grid.tick()

    def say(self, said: str, look: str = "") -> None:
        """Show a message in the status line."""
        self.query_one(StatusLine).say(said, look)

    def refuse(self, error: NetfinError) -> None:
        """Show why something was not done, and what to do instead."""
        told = self.explained(error)
        self.say(told, "alarm")

    def explained(self, error: NetfinError) -> str:
        """What `error` says, in one paragraph."""
        return program(self).words.explain(error).line

    def action_do(self, key_id: str) -> None:
        """Run the action of a key, or say why not."""
        refused = self.why_not(key_id)
        if refused is not None:
            self.refuse(refused)
            return
        act = getattr(self, f"do_{key_id}", None)
        if act is None:
            self.say(program(self).words(w.NOT_HERE))
            return
        act()

    def runnable(self) -> Iterable[tuple[Key, NetfinError | None]]:
        """Every key that has an action here, and why it is refused if it is."""
        for key in self.keys():
            if hasattr(self, f"do_{key.id}"):
                yield key, self.why_not(key.id)

    def do_top(self) -> None:
        """To the first row."""
        if self.grid is not None:
            self.grid.action_top()

    def do_bottom(self) -> None:
        """To the last row."""
        if self.grid is not None:
            self.grid.action_bottom()

    def do_copy(self) -> None:
        """Send the selected row to the terminal's clipboard."""
        grid = self.grid
        if grid is None or grid.selected is None:
            self.say(program(self).words(w.NOTHING_SELECTED))
            return
        self.app.copy_to_clipboard(text.safe(grid.copied(grid.selected)))
        self.say(program(self).words(w.COPIED))

    def do_search(self) -> None:
        """Open the search line."""
        if self.grid is not None:
            self.query_one(SearchBar).open(self.grid)

    def do_refresh(self) -> None:
        """Read the database again."""
        self.run_worker(program(self).refresh_now(), group="reading", exclusive=False)

    def do_declare(self) -> None:
        """Declare an incident."""
        program(self).declare()

    def do_on_call(self) -> None:
        """Who is on call now and next."""
        from netfin_incident.tui.dialogs.on_call import OnCallDialog

        if program(self).sync is not None:
            self.app.push_screen(OnCallDialog())

    def do_help(self) -> None:
        """Show all keys of this screen."""
        from netfin_incident.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self), self._run_chosen)

    def do_palette(self) -> None:
        """Any action by name, or another incident."""
        from netfin_incident.tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self), self._run_chosen)

    def do_leave(self) -> None:
        """Back one level; the lowest level stays."""
        if self.query_one(SearchBar).close():
            return
        if self.app.screen is self and len(self.app.screen_stack) > 1:
            self.dismiss()

    def do_back(self) -> None:
        """Back one level, and out of the program from the lowest."""
        if len(self.app.screen_stack) > 1:
            self.do_leave()
        else:
            program(self).leave()

    def _run_chosen(self, key_id: str | None) -> None:
        if key_id is None:
            return
        if key_id in BY_ID:
            self.call_later(self.action_do, key_id)
        else:
            program(self).open_incident(key_id)
