"""A responder at the terminal: keys go in, the journal is read, nothing is faked but the clock.

place.declared()
async with terminal(place.app()) as responder:
    await responder.open()
    await responder.press("n")
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from netfin_incident.app.desk import Declaration
from netfin_incident.bootstrap import Session
from netfin_incident.config import Given
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.events import Event
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Known, Mode
from netfin_incident.store.journal import Entry
from netfin_incident.store.store import create_store
from netfin_incident.tui.dialogs.form import Form
from netfin_incident.tui.program import NetfinApp
from netfin_incident.tui.screens.incident import IncidentScreen
from netfin_incident.tui.widgets.bars import StatusLine

T0 = datetime(2026, 11, 24, 6, 0, 0, tzinfo=UTC)
"""14:00 in Shanghai."""
ZONE = "Asia/Shanghai"
INC = "INC-2026-0001"


@dataclass
class Clock:
    """Tells the time that the test set."""

    at: datetime = T0

    def __call__(self) -> datetime:
        """The time."""
        return self.at

    def forward(self, **length: float) -> None:
        """Let time pass."""
        self.at += timedelta(**length)


@dataclass
class Place:
    """A folder with one database, and the people who work on it."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    language: str = "en"

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / "netfin.db"

    def session(self, person: str = "wang.min") -> Session:
        """A run of the program by `person`."""
        config = self.folder / f"{person}.toml"
        if not config.exists():
            config.write_text(f'[people]\n{os.getuid()} = "{person}"\n', encoding="utf-8")
            config.chmod(0o600)
        given = Given(
            config=str(config), database=str(self.database), language=self.language, zone=ZONE
        )
        return Session(given)

    def app(self, person: str = "wang.min", **options: Any) -> NetfinApp:
        """The terminal of `person`."""
        state = self.folder / "state" / person
        return NetfinApp(self.session(person), now=self.clock, state_folder=state, **options)

    def made(self) -> Session:
        """A session on the database, which exists from now on."""
        if not self.database.exists():
            shutil.copyfile(_empty_database(), self.database)
            self.database.chmod(0o600)
        return self.session()

    def declared(
        self,
        title: str = "Payment gateway times out",
        *more: c.Command,
        severity: Severity = Severity.S2,
        mode: Mode = Mode.LIVE,
        by: str = "wang.min",
    ) -> str:
        """An incident that is there already; its id."""
        desk = self.made().desk
        act = Act(self.clock(), by, Known.OS_USER)
        handled = desk.declare(Declaration(title, severity, ZONE, mode), act, *more)
        desk.store.close()
        return handled.incident.id

    def handled(self, *commands: c.Command, by: str = "li.na", incident_id: str = INC) -> Incident:
        """What somebody does elsewhere."""
        desk = self.made().desk
        handled = desk.handle(incident_id, Act(self.clock(), by, Known.OS_USER), *commands)
        desk.store.close()
        return handled.incident

    def events(self, incident_id: str = INC) -> list[Event]:
        """What the journal says, read by a program of its own."""
        desk = self.made().desk
        rows = desk.rows(incident_id)
        desk.store.close()
        return [Entry(row).recorded.event for row in rows]

    def acts(self, incident_id: str = INC) -> list[Act]:
        """Who did what the journal says, and when."""
        desk = self.made().desk
        rows = desk.rows(incident_id)
        desk.store.close()
        return [Entry(row).recorded.act for row in rows]


@cache
def _empty_database() -> Path:
    """A database in which nothing has happened, made once for all tests."""
    folder = tempfile.mkdtemp(prefix="netfin-incident-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "empty.db"
    create_store(path, "test").close()
    return path


class Responder:
    """Presses keys and reads the screen."""

    def __init__(self, app: NetfinApp, pilot: Pilot[int]) -> None:
        """Sit at `app`."""
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and wait until everything they asked was done."""
        for key in keys:
            self.app.post_message(_pressed(key))
            await self.settle()

    async def write(self, text: str) -> None:
        """Type a text into whatever has the cursor, as fast as a terminal would send it."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys without waiting for what the ones before brought about."""
        for key in keys:
            self.app.post_message(_pressed(key))
        await self.settle()

    async def settle(self) -> None:
        """Wait for the queue, for what was read, and for the screen."""
        await self.handled()
        await self.finished("keys")
        await self.app.queue.join()
        await self.app.look_now()
        await self.finished("playbooks", "search", "reading")
        await self.handled()
        if isinstance(self.app.screen, IncidentScreen) and not self.app.screen.is_ready:
            await self.app.look_now()
            await self.handled()

    async def handled(self) -> None:
        """Wait until every message was handled, those that messages brought about included."""
        for _ in range(3):
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()

    async def finished(self, *groups: str) -> None:
        """Wait for work in the background."""
        for worker in [one for one in self.app.workers if one.group in groups]:
            with suppress(WorkerCancelled):  # the program was left meanwhile
                await worker.wait()

    async def open(self, incident_id: str = INC) -> IncidentScreen:
        """Open an incident."""
        self.app.open_incident(incident_id)
        await self.settle()
        assert isinstance(self.app.screen, IncidentScreen)
        return self.app.screen

    def shows(self, kind: type) -> bool:
        """Whether the screen on top is of this kind."""
        return isinstance(self.app.screen, kind)

    @property
    def form(self) -> Form:
        """The form on top."""
        assert isinstance(self.app.screen, Form)
        return self.app.screen

    @property
    def screen(self) -> str:
        """What the screen shows, as text."""
        lines = ("".join(strip.text for strip in line) for line in self._rendered().strips)
        return "\n".join(lines)

    @property
    def raw(self) -> str:
        """What would be sent to the terminal to show it."""
        console = Console(force_terminal=True, color_system="truecolor", width=self.app.size.width)
        return str(self._rendered().render_segments(console))

    @property
    def status(self) -> str:
        """What the status line of the uppermost full screen says."""
        bar = self.app.shell.query_one(StatusLine)
        return " ".join("".join(piece.text for piece in line) for line in bar.lines(200))

    def _rendered(self) -> Any:
        screens = self.app._background_screens
        return self.app.screen._compositor.render_update(full=True, screen_stack=screens)


@asynccontextmanager
async def terminal(
    app: NetfinApp, size: tuple[int, int] = (80, 24), **options: Any
) -> AsyncIterator[Responder]:
    """A terminal that is open, with the first list read."""
    async with app.run_test(size=size, **options) as pilot:
        responder = Responder(app, pilot)
        await opened(responder)
        yield responder


async def opened(responder: Responder) -> None:
    """Wait until the database was opened, or it was said that it cannot be."""
    await responder.pilot.pause()
    await responder.finished("opening")
    await responder.settle()


def _pressed(key: str) -> Key:
    character = key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key)
    return Key(key, character)


def card(said: str) -> Text:
    """A card that says one thing in both languages."""
    return Text(said, said)
