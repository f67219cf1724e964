"""An app on one database: opening it, following it, writing to it through one queue.

A fault ends the program with a non-zero exit code and a trace in the log file; every draft stays
where it was.
"""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.css.query import NoMatches
from textual.worker import Worker, WorkerFailed

from netfin_incident.bootstrap import Acting, Session
from netfin_incident.errors import NetfinError, RecordError, StoreBusy
from netfin_incident.tui.command_queue import CommandQueue, Request
from netfin_incident.tui.crash import EXIT_CODE, write_trace
from netfin_incident.tui.drafts import Drafts
from netfin_incident.tui.opening import Opened, open_database, remember, user_state_folder
from netfin_incident.tui.people import KnownPeople
from netfin_incident.tui.sync import Reader, Sync
from netfin_incident.tui.vigil import EVERY, Vigil

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.app.desk import Desk
    from netfin_incident.domain.record import Act
    from netfin_incident.tui.vigil import Watching

BESIDE: Final = "beside"
"""The group of what is done beside the queue."""
STALE_AFTER: Final = timedelta(seconds=5)
"""How old the last look at the database may be."""


class ConnectedApp(App[int]):
    """What the program does with its database; `NetfinApp` shows it."""

    def __init__(
        self,
        session: Session,
        acting: Acting,
        now: Callable[[], datetime],
        state_folder: Path | None,
        watch: "Callable[[], Watching] | None" = None,
    ) -> None:
        """Work on `session` at the time that `now` tells; drafts and traces go to `state_folder`.

        `watch` makes what calls and sends where nobody else watches.
        """
        super().__init__()
        self.session = session
        self.acting = acting
        self.now = now
        self.queue = CommandQueue()
        self.sync: Sync | None = None
        self.people = KnownPeople(session, now)
        self.vigil: Vigil | None = None
        self._watch = watch
        self.drafts: Drafts | None = None
        self.purpose = ""
        self.is_read_only = False
        self.lost = 0
        """The place of an entry that was seen before and is no longer in the record."""
        self.trace: Path | None = None
        """Where the trace of a fault was written."""
        self._state_folder = state_folder
        self._looked_at = now()
        self._look_failed = False

    @property
    def desk(self) -> "Desk":
        """The desk; only once the database was opened."""
        return self.session.desk

    @property
    def state_folder(self) -> Path:
        """Where drafts and traces are kept."""
        return self._state_folder or user_state_folder()

    @property
    def has_crashed(self) -> bool:
        """Whether a fault of the program ended it."""
        return self._return_code == EXIT_CODE

    @property
    def age(self) -> timedelta | None:
        """How old the last look at the database is, where that is too old; None where it is not."""
        age = self.now() - self._looked_at
        is_stale = self.sync is not None and (self._look_failed or age > STALE_AFTER)
        return age if is_stale else None

    def act(self, **changes: Any) -> "Act":
        """The act of the person at the keyboard, now."""
        return replace(self.session.act(self.acting), at=self.now(), **changes)

    def begin(self, *, create: bool = False) -> None:
        """Open the database, or make it, and begin to read."""
        self.run_worker(self._open(create=create), group="opening", exclusive=False)

    def ask(self, request: Request) -> None:
        """Have something done after what was asked before."""

        def answer(outcome: "Handled | NetfinError") -> None:
            self.wake()
            request.answer(outcome)

        self.queue.put(Request(request.work, answer))

    def watch_database(self, reader: Reader) -> None:
        """Let `reader` read, now and whenever something changed."""
        if self.sync is not None:
            self.sync.add(reader)

    def unwatch(self, reader: Reader) -> None:
        """Leave `reader` alone."""
        if self.sync is not None:
            self.sync.remove(reader)

    def wake(self) -> None:
        """Read what is new, soon."""
        if self.sync is not None:
            self.sync.wake()

    async def look_now(self) -> None:
        """Read what is new and wait for it."""
        if self.sync is not None:
            self.sync.wake()
            await self.sync.look()
        await self._look_after()

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done that takes its time, beside what is asked; leaving waits for it."""
        self.run_worker(work, group=BESIDE, exclusive=False)

    @property
    def is_busy_beside(self) -> bool:
        """Whether something that takes its time is still being done."""
        return any(not worker.is_finished for worker in self._beside)

    @property
    def _beside(self) -> list[Worker[Any]]:
        return [worker for worker in self.workers if worker.group == BESIDE]

    def leave(self, code: int = 0) -> None:
        """Quit once everything asked was carried out; drafts stay."""

        async def leaving() -> None:
            for worker in self._beside:
                await worker.wait()
            await self.queue.join()
            if self.vigil is not None:
                await self.vigil.end()
            if self.sync is not None:
                await asyncio.to_thread(remember, self.desk)
            self.exit(code, code)

        self.run_worker(leaving(), exclusive=False)

    def leave_when_told(self) -> None:
        """Leave in order where the system says so, so that the terminal is as it was."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for told in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(told, self.leave, 128 + told)

    def opened(self, opened: Opened) -> None:
        """The database is open."""
        self.purpose, self.is_read_only = opened.purpose, opened.is_read_only
        self.lost = opened.lost
        self.drafts = Drafts(self._drafts_folder(opened.uuid or "unnamed"))
        self.sync = Sync(opened.desk.store, self._looked, self.look_failed)
        self.run_worker(self.sync.run(), exclusive=False)
        if self.purpose != "demo":
            can_watch = not self.is_read_only
            self.vigil = Vigil(opened.desk, self.now, self._watch if can_watch else None)
            self.run_worker(self._keep_vigil(), exclusive=False)

    def looked_after(self) -> None:
        """Who watches has changed, or this window's own watch has written."""

    def not_opened(self, error: NetfinError) -> None:
        """The database cannot be opened, or there is none."""
        del error

    def look_failed(self, error: NetfinError) -> None:
        """The database could not be read."""
        del error
        self._look_failed = True

    def _drafts_folder(self, database: str) -> Path:
        """Whoever acts under another name has drafts apart: nobody goes on with another's words."""
        folder = self.state_folder / "drafts" / database
        if not self.acting.as_person:
            return folder
        from hashlib import sha256

        return folder / sha256(self.acting.as_person.encode()).hexdigest()[:16]

    async def _open(self, *, create: bool) -> None:
        try:
            opened = await asyncio.to_thread(open_database, self.session, create=create)
        except (RecordError, StoreBusy) as error:
            self.not_opened(error)
        else:
            self.opened(opened)

    async def _keep_vigil(self) -> None:
        while True:
            await self._look_after()
            await asyncio.sleep(EVERY)

    async def _look_after(self) -> None:
        if self.vigil is not None and await self.vigil.look():
            self.wake()
            self.looked_after()

    def _looked(self) -> None:
        self._looked_at, self._look_failed = self.now(), False

    def _handle_exception(self, error: Exception) -> None:
        """End the program: the trace goes to the log file, never to the terminal."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self._exit and isinstance(cause, NoMatches):
            return  # the program was left before a screen was made
        self.trace = write_trace(cause, self.state_folder)
        self._return_code = EXIT_CODE
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()
