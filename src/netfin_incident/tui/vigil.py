"""Whether anybody watches; where nobody does, this window itself calls and sends.

Everything is looked up in a thread, and the watch runs in one of its own: neither the screen nor a
key ever waits for it.
"""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import NetfinError

if TYPE_CHECKING:
    from netfin_incident.app.desk import Desk
    from netfin_incident.app.watch_health import Health
    from netfin_incident.store.watchers import Watcher

EVERY: Final = 0.5
"""Seconds between looks."""
LAST_SENDS: Final = 3.0
"""Seconds that the screen waits for what is being sent when the program is left."""
WINDOW: Final = "terminal"
"""The kind of a watcher that is a window."""


class Watching(Protocol):
    """What calls levels and sends notices."""

    def run(self, stop: threading.Event) -> None:
        """Watch until `stop` is set."""


class Seen(NamedTuple):
    """What was found."""

    is_needed: bool = False
    """Whether an escalation is under way that somebody must watch."""
    is_watched: bool = True
    """Whether a watcher is there that is no window."""
    is_own: bool = False
    """Whether this window watches."""
    window: str = ""
    """The host of another window that watches."""
    dead: int = 0
    """Notices that could not be delivered."""


class Vigil:
    """Looks after the watchers of one database."""

    def __init__(
        self,
        desk: "Desk",
        now: Callable[[], datetime],
        begin: Callable[[], Watching] | None = None,
    ) -> None:
        """Look at the database of `desk`.

        Args:
            desk: Its database.
            now: The time by which a heartbeat is judged.
            begin: Makes a watch for this window; None where it never watches itself.
        """
        self._desk = desk
        self._now = now
        self._begin = begin
        self._lock = asyncio.Lock()
        self._head = -1
        self._health: Health | None = None
        self._dead = 0
        self._is_needed = False
        self._stop = threading.Event()
        self._running: Future[None] | None = None
        self._is_over = False
        self.seen = Seen()

    async def look(self) -> bool:
        """Look once; whether anything is new.  A database that cannot be read is told of elsewhere."""
        async with self._lock:
            if self._is_over:
                return False
            head = self._head
            try:
                seen = await asyncio.to_thread(self._look)
            except NetfinError:
                return False
        news = seen != self.seen or (seen.is_own and head != self._head)
        self.seen = seen
        return news

    async def end(self) -> None:
        """Watch no more; what is being sent is given a moment."""
        async with self._lock:
            self._is_over = True
            self._stop.set()
            if self._running is not None:
                await asyncio.to_thread(wait_for, [self._running], LAST_SENDS)

    def _look(self) -> Seen:
        """Runs in a thread."""
        from netfin_incident.store.watchers import ALIVE_WITHIN, Watchers

        head = self._desk.head().seq
        if head != self._head:
            self._count()
            self._head = head
        fresh = Watchers(self._desk.store).fresh(self._now(), ALIVE_WITHIN)
        others = [one for one in fresh if (one.kind, one.pid) != (WINDOW, os.getpid())]
        windows = [one for one in others if one.kind == WINDOW]
        is_own = self._take_turns(others, is_watched=len(windows) < len(others))
        host = windows[0].host if windows else ""
        return Seen(self._is_needed, len(windows) < len(others), is_own, host, self._dead)

    def _count(self) -> None:
        """What is open, as of the newest entry; only what has changed is looked at again."""
        rows = self._desk.incidents(Mode.LIVE, Mode.DRILL).rows
        self._is_needed = any(row.wakes_at for row in rows)
        if self._health is None:
            from netfin_incident.app.watch_health import Health
            from netfin_incident.store.outbox import Outbox

            self._health = Health(self._desk, Outbox(self._desk.store, self._desk.view))
        self._dead = self._health.undelivered()

    def _take_turns(self, others: "list[Watcher]", *, is_watched: bool) -> bool:
        """Begin where nobody watches, end once somebody does who is no window; whether it watches."""
        if self._running is not None and self._running.done():
            self._judge(self._running.exception())
            self._running = None
        if self._running is not None and is_watched:
            self._stop.set()
        elif self._running is None and self._is_needed and not others and self._begin is not None:
            try:
                watch = self._begin()
            except NetfinError:
                return False
            self._stop = threading.Event()
            thread = ThreadPoolExecutor(1, "watch")
            self._running = thread.submit(watch.run, self._stop)
            thread.shutdown(wait=False)
        return self._running is not None and not self._stop.is_set()

    @staticmethod
    def _judge(error: BaseException | None) -> None:
        """A fault of the program is not hidden; a database that is gone is told of by the screens."""
        if error is not None and not isinstance(error, NetfinError):
            raise error
