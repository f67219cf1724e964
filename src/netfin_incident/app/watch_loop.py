"""The watch 值守: ticker and courier together, never one without the other.

It sleeps until the next thing is due, a second at most, and wakes at once when a notice is settled
or another process writes.  A busy database is waited for; one that is gone or cannot be trusted
ends the watch, loudly.
"""

import threading
from collections.abc import Callable
from typing import Final

from netfin_incident.app.courier import Courier
from netfin_incident.app.late_start import LateStart
from netfin_incident.app.presence import Presence
from netfin_incident.app.sign_of_life import SignOfLife
from netfin_incident.app.ticker import Ticker
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.errors import NetfinError, StoreBusy
from netfin_incident.store.outbox import Outbox, Queued
from netfin_incident.store.store import Store

LONGEST_SLEEP: Final = 1.0
SHORTEST_REST: Final = 0.2
"""Seconds to wait where what is due is in other hands."""
LAST_SENDS: Final = 10.0
"""Seconds that attempts under way are given when the watch ends."""
_LOOK_EVERY: Final = 0.1
"""Seconds between two looks at whether anybody wrote."""


class Watch:
    """Watches one database."""

    def __init__(
        self, store: Store, outbox: Outbox, late: LateStart, ticker: Ticker, courier: Courier,
        presence: Presence, woken: threading.Event, log: WatchLog,
    ) -> None:  # fmt: skip
        """Join the parts; `woken` is set when something came of a notice."""
        self.watcher = presence.watcher
        """As whom it watches."""
        self._store = store
        self._outbox = outbox
        self._late = late
        self._ticker = ticker
        self._courier = courier
        self._presence = presence
        self._woken = woken
        self._log = log

    def run(
        self, stop: threading.Event, *, sign: SignOfLife | None = None,
        on_beat: Callable[[], None] = lambda: None, reason: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        """Watch until `stop` is set, then see the attempts under way to their end.

        Args:
            stop: Set from elsewhere, as by a signal.
            sign: Given while all is well.
            on_beat: Called after every heartbeat.
            reason: Why it was stopped, for the record.

        Raises:
            RecordError: the database is gone, or cannot be trusted any more.
        """
        try:
            while not stop.is_set():
                try:
                    self._round(stop, sign, on_beat)
                except StoreBusy as busy:
                    self._log.refuse(busy)
                    self._woken.wait(LONGEST_SLEEP)
        except BaseException:
            self._end_quietly()
            raise
        self._courier.finish(LAST_SENDS)
        try:
            self._presence.leave(reason())
        except StoreBusy as busy:
            self._log.refuse(busy)

    def once(self) -> int:
        """Do and send all that is due now; how many letters could not be delivered.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read or written.
        """
        self._presence.mark()
        try:
            while True:
                was_idle = self._courier.is_idle
                if self._work():
                    continue
                if was_idle:
                    return self._courier.failed
                self._courier.wait(LONGEST_SLEEP)
        finally:
            self._end_quietly()

    def waiting(self) -> list[Queued]:
        """What is still to be sent: put off, or in the hands of another watcher.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        return self._outbox.rows(self._presence.now())

    def _round(
        self, stop: threading.Event, sign: SignOfLife | None, on_beat: Callable[[], None]
    ) -> None:
        """Work until nothing is due, beating meanwhile; then rest."""
        mark = self._store.change_mark()
        self._woken.clear()
        while not stop.is_set():
            if self._presence.pulse(self._ticker.lag):
                on_beat()
                if sign is not None:
                    sign.turn(self._presence.now())
            if not self._work():
                break
        self._rest(stop, mark)

    def _work(self) -> int:
        """One batch of what is due, and whatever senders are free for; how much that was."""
        now = self._presence.now()
        return self._late.turn(now) + self._ticker.turn(now) + self._courier.turn(now)

    def _rest(self, stop: threading.Event, mark: int) -> None:
        """Sleep until the next thing is due, or something happens."""
        left = self._until_next()
        while left > 0 and not stop.is_set() and self._store.change_mark() == mark:
            if self._woken.wait(min(left, _LOOK_EVERY)):
                return
            left -= _LOOK_EVERY

    def _until_next(self) -> float:
        now = self._presence.now()
        ahead = [self._outbox.wakes_at(), self._outbox.due_at(now)]
        seconds = [(at - now).total_seconds() for at in ahead if at is not None]
        next_one = min(seconds, default=LONGEST_SLEEP)
        return min(next_one, LONGEST_SLEEP) if next_one > 0 else SHORTEST_REST

    def _end_quietly(self) -> None:
        """Let go of what is in hand, where an error is on its way already."""
        try:
            self._courier.finish(LAST_SENDS)
        except NetfinError as error:
            self._log.refuse(error)
