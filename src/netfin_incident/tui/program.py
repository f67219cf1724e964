"""The terminal program: which screen is shown, and what every screen may ask of it.

It decides nothing; rules are the desk's.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from netfin_incident.bootstrap import Acting, Session, now
from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError, RecordError, StoreBusy
from netfin_incident.tui.arrivals import take_key, take_text
from netfin_incident.tui.connected import ConnectedApp
from netfin_incident.tui.opening import Opened
from netfin_incident.tui.screens.home import HomeScreen
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.tui.typing_ahead import TypeAhead
from netfin_incident.tui.watch_words import watch_said
from netfin_incident.tui.widgets.looks import Looked, look_styles
from netfin_incident.tui.words import Words
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screens as w
from netfin_incident.wording.customer_data import MASKED_BRIEFLY, masked_said
from netfin_incident.wording.moments import span, stamp

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.vigil import Watching


class NetfinApp(ConnectedApp):
    """The program on one database."""

    CSS_PATH = "tui.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as in Textual
        (0, "-cramped"),
        (60, "-narrow"),
        (100, "-normal"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-short"), (30, "-tall")]  # noqa: RUF012 - as in Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "interrupt", show=False, system=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        card: Text | None = None,
        acting: Acting | None = None,
        now: Callable[[], datetime] = now,
        offers_demo: bool = False,
        state_folder: Path | None = None,
        watch: "Callable[[], Watching] | None" = None,
    ) -> None:
        """Run on `session`; drafts and traces go to `state_folder`, by default the user's.

        `watch` makes what calls and sends where nobody else watches; without it this window never does.
        """
        super().__init__(session, acting or Acting(), now, state_folder, watch)
        self.animation_level = "none"
        self.card = card
        self.words = Words(session.language)
        self.stale_for = ""
        """How long the database could not be read; empty while what is shown is fresh."""
        self.looks = look_styles(self.theme_variables)
        self._typed = TypeAhead(self, super().on_event)
        self.offers_demo = offers_demo
        self.wants_demo = False
        """Set when the person chose the demo instead of this session."""

    def get_default_screen(self) -> Screen[Any]:
        """The shell is the first thing drawn."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Read nothing before the first frame is out."""
        self.leave_when_told()
        self.run_worker(self.queue.consume(), exclusive=False)
        self.call_after_refresh(self.begin)
        self.set_timer(1 - self.now().microsecond / 1_000_000, self._start_ticking)

    @property
    def who(self) -> str:
        """Who is at the keyboard, and whether that is only asserted."""
        asserted = self.acting.as_person
        return f"{self.name_of(asserted)} (--as)" if asserted else self.name_of(self.session.me)

    @property
    def shell(self) -> Shell:
        """The uppermost full screen."""
        return next(one for one in reversed(self.screen_stack) if isinstance(one, Shell))

    def name_of(self, person: str) -> str:
        """The name to show for a person."""
        return self.people.name_of(person)

    @property
    def watch_lines(self) -> Sequence[str]:
        """What must be said of who watches, and of notices that were not delivered."""
        return () if self.vigil is None else watch_said(self.vigil.seen, self.words)

    def clock(self, zone: str = "") -> str:
        """The time in `zone`, by default the reader's own, with offset and zone."""
        zone = zone or self.session.zone
        return f"{stamp(self.now(), zone)[11:]} {zone}"

    def saved(self, handled: "Handled") -> None:
        """Show what was written; called only after it is on disk."""
        if handled.recorded:
            said = self.words(w.SAVED, entry=handled.entry, time=self.clock()[:8])
            if handled.masked:
                what = masked_said(handled.masked, self.words.language)
                said = f"{said}  {self.words(MASKED_BRIEFLY, what=what)}"
            self.shell.say(said, "ok")
        else:
            self.shell.say(self.words(w.ALREADY_SO))

    def refuse(self, error: NetfinError) -> None:
        """Show why something was not done; a record that cannot be used takes the screen."""
        if isinstance(error, RecordError) and error.slug != "database-read-only":
            self.notice(error)
        else:
            self.shell.refuse(error)

    def notice(self, error: NetfinError) -> None:
        """Fill the screen with what is wrong with the record."""
        from netfin_incident.tui.screens.record_error import RecordErrorScreen

        if not isinstance(self.screen, RecordErrorScreen):
            self.push_screen(RecordErrorScreen(error))

    def declare(self, title: str = "") -> None:
        """Open the declare dialog."""
        from netfin_incident.tui.dialogs.declare import DeclareForm

        def declared(handled: "Handled | None") -> None:
            if handled is not None:
                self.open_incident(handled.incident.id)

        if self.sync is not None:
            self.push_screen(DeclareForm(title), declared)

    def open_incident(self, incident_id: str) -> None:
        """Show an incident, instead of the one that is shown."""
        from netfin_incident.tui.screens.incident import IncidentScreen

        if isinstance(self.screen, IncidentScreen):
            self.switch_screen(IncidentScreen(incident_id))
        else:
            self.push_screen(IncidentScreen(incident_id))

    def go_home(self) -> None:
        """Back to the list; an incident is not read again while it closes, as that may fail again."""
        from netfin_incident.tui.screens.incident import IncidentScreen

        home, *over = self.screen_stack
        for screen in over:
            if isinstance(screen, IncidentScreen):
                self.unwatch(screen)
        home.pop_until_active()

    async def refresh_now(self) -> None:
        """Read what is new and say so."""
        await self.look_now()
        self.shell.say(self.words(w.REFRESHED, time=self.clock()[:8]))

    def leave(self, code: int = 0) -> None:
        """Quit once everything asked was carried out."""
        if self.is_busy_beside:
            self.shell.say(self.words(f.STILL_RUNNING))
        elif not self.queue.is_idle:
            self.shell.say(self.words(w.SAVING))
        super().leave(code)

    def action_leave(self) -> None:
        """Ctrl+Q quits from everywhere."""
        self.leave()

    def action_interrupt(self) -> None:
        """Ctrl+C throws nothing away; it says how to leave."""
        self.shell.say(self.words(w.QUIT_KEY))

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes are read one after the other."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that no widget used."""
        take_key(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text that no field took."""
        take_text(self, event)

    def on_descendant_focus(self) -> None:
        """An input method shows its candidates where the terminal's own cursor stands."""
        self.place_cursor()

    def tick(self) -> None:
        """Have every screen say what is so now; only what changed is drawn."""
        age, was_stale = self.age, bool(self.stale_for)
        fresh = age is None
        self.stale_for = "" if age is None else span(int(age.total_seconds()), self.words.language)
        for screen in self._visible():
            if was_stale == fresh:
                for widget in screen.query(Looked):
                    widget.redraw()
            tick = getattr(screen, "tick", None)
            if tick is not None and screen.is_mounted:
                tick()

    def opened(self, opened: Opened) -> None:
        """Begin with the list."""
        super().opened(opened)
        home = self.screen_stack[0]
        if isinstance(home, HomeScreen):
            self.watch_database(home)
            home.opened()

    def not_opened(self, error: NetfinError) -> None:
        """Without a database: how to begin; with one that cannot be used: what is wrong."""
        if error.slug == "database-missing":
            from netfin_incident.tui.screens.first_run import FirstRunScreen

            self.push_screen(FirstRunScreen())
        else:
            self.notice(error)

    def look_failed(self, error: NetfinError) -> None:
        """What is shown may be old; a record that cannot be used takes the screen."""
        super().look_failed(error)
        self.tick()
        if not isinstance(error, StoreBusy):
            self.notice(error)

    def looked_after(self) -> None:
        """Say at once who watches."""
        self.tick()

    def _visible(self) -> list[Screen[Any]]:
        """The uppermost full screen and what lies over it; none while the program closes."""
        stack = list(self.screen_stack)
        full = [n for n, screen in enumerate(stack) if isinstance(screen, Shell)]
        return stack[full[-1] :] if full else []

    def place_cursor(self) -> None:
        """Put the terminal's cursor where the focused field has it, once that is drawn."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self, tries: int = 20) -> None:
        field = self.focused
        place = getattr(field, "cursor_screen_offset", None)
        if field is None or place is None:
            return
        if not field.size and tries:  # it was not laid out yet
            self.set_timer(0.05, partial(self._place_cursor, tries - 1))
            return
        self.cursor_position = place
        field.refresh()

    def _start_ticking(self) -> None:
        self.tick()
        self.set_interval(1, self.tick)
