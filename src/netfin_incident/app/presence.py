"""A watcher's presence: its heartbeat, how far the clock has come, and what is recorded of both.

Heartbeats are in the time of the machine's clock, because whoever looks at them has no other;
everything else goes by the engine's clock, which is never set back.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.desk import Desk
from netfin_incident.app.engine_clock import TOLERATED, EngineClock
from netfin_incident.app.ticker import is_of_one_incident
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watching import Watching
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.watchers import Watcher, Watchers
from netfin_incident.wording import watch_log as said

BEAT_EVERY: Final = timedelta(seconds=1)
GAP_ABOVE: Final = timedelta(seconds=60)
"""A shorter time without any watcher is not recorded."""


class Presence:
    """One watcher, as others see it."""

    def __init__(
        self, watchers: Watchers, watching: Watching, clock: EngineClock,
        wall: Callable[[], datetime], watcher: Watcher, log: WatchLog,
        point: Callable[[str], None] = lambda _name: None,
        needed_since: Callable[[], datetime | None] = lambda: None,
    ) -> None:  # fmt: skip
        """Be `watcher`, going by `clock`, which itself goes by `wall`.

        Before the first watcher ever nothing watched from `needed_since` on.
        """
        self._watchers = watchers
        self._watching = watching
        self._clock = clock
        self.now = clock.now
        """The time by which everything is done."""
        self.watcher = watcher
        self._wall = wall
        self._log = log
        self._point = point
        self._needed_since = needed_since
        self._beat_at: datetime | None = None
        self._is_recorded = False

    def pulse(self, lag: timedelta) -> bool:
        """Beat, if the last beat is a second old; whether it did.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read or written.
        """
        at = self._clock.now()
        if self._beat_at is not None and at - self._beat_at < BEAT_EVERY:
            return False
        wall, jump = self._wall(), self._clock.jump()
        if not self._is_recorded:
            self._watching.started(at, self.watcher.id, self.watcher.host, self.watcher.pid)
            self._is_recorded = True
        if jump is not None:
            self._watching.jumped(at, round(jump.total_seconds()), wall, at)
            self._log.complain(said.JUMPED, seconds=round(jump.total_seconds()))
        self._look_for_gap(at, wall - (jump or timedelta()))
        lag_ms = round(lag / timedelta(milliseconds=1))
        self._watchers.beat(self.watcher._replace(last_seen_at=wall, lag_ms=lag_ms))
        self._point("beat.after")
        self.mark()
        self._beat_at = at
        return True

    def mark(self) -> None:
        """Save how far the clock has come, so that no later watcher goes back behind it.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be written.
        """
        self._watchers.mark(self._clock.now())

    def leave(self, reason: str) -> None:
        """End of its own accord.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be written.
        """
        if self._is_recorded:
            self._watching.stopped(self._clock.now(), self.watcher.id, reason)
            self._watchers.leave(self.watcher.id)

    def _look_for_gap(self, at: datetime, wall: datetime) -> None:
        """Record that nobody watched, where the last beat of any watcher is too long ago.

        Args:
            at: Now, by the engine's clock.
            wall: Now, by the machine's clock as it would be had it not just been set.
        """
        beats = [one.last_seen_at for one in self._watchers.all()]
        left = self._watchers.last_seen()
        marks = [one for one in (*beats, left) if one is not None]
        if marks:
            known = [one for one in marks if one <= wall + TOLERATED]
            silent = wall - max(known, default=wall)
        else:
            silent = at - (self._needed_since() or at)
        if silent > GAP_ABOVE and self._watching.gap(at, at - silent, at) is not None:
            self._log.complain(said.GAP, seconds=round(silent.total_seconds()))


def needed_since(desk: Desk) -> datetime | None:
    """Since when somebody should watch: the start of the oldest escalation still running.

    Raises:
        StoreBusy: another process held the database for too long.
        RecordError: the database cannot be read.
    """
    starts = []
    for row in desk.incidents(Mode.LIVE, Mode.DRILL).rows:
        try:
            incident = desk.incident(row.id)
        except RecordError as error:
            if not is_of_one_incident(error):
                raise
            continue
        if incident.escalation is not None and incident.is_under_way:
            starts.append(incident.escalation.started_at)
    return min(starts, default=None)
