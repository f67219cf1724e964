"""Who is watching: the heartbeats of watchers, and how far the clock has come.

Operational: losing it loses no history.  Marks only ever move forward.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from netfin_incident.store.codec import format_time, parse_time
from netfin_incident.store.store import Store

ALIVE_WITHIN: Final = timedelta(seconds=30)
"""A watcher whose last beat is older does not watch."""
_FORGOTTEN_AFTER: Final = timedelta(days=1)
"""How long a watcher that went without a word is still listed."""
WILD: Final = timedelta(days=1)
"""So far ahead of everything else a mark is not believed."""
_SEEN: Final = "seen"
_CLOCK: Final = "clock"


class Watcher(NamedTuple):
    """One process that watches."""

    id: str
    """Different for every process and every start of it."""
    kind: str
    """`watch`, or `terminal` for a window that watches because nobody else does."""
    host: str
    pid: int
    version: str
    started_at: datetime
    last_seen_at: datetime
    lag_ms: int = 0
    """How late its last tick was."""


_COLUMNS: Final = ", ".join(Watcher._fields)
_BEAT: Final = (
    f"INSERT OR REPLACE INTO watcher ({_COLUMNS}) "  # noqa: S608 - constant names
    f"VALUES ({', '.join('?' * len(Watcher._fields))})"
)
_FORGET: Final = "DELETE FROM watcher WHERE id <> ? AND last_seen_at < ?"
_MARK: Final = (
    "INSERT INTO clock_mark (name, at) VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET at = max(at, excluded.at)"
)


class Watchers:
    """The watchers of one store.  Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        """Work on `store`."""
        self._store = store

    def beat(self, watcher: Watcher) -> None:
        """It is alive, as of its `last_seen_at`.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be written.
        """
        seen = format_time(watcher.last_seen_at)
        row = (*watcher[:5], format_time(watcher.started_at), seen, watcher.lag_ms)
        with self._store.writing():
            connection = self._store.connection
            connection.execute(_BEAT, row)
            stale = format_time(watcher.last_seen_at - _FORGOTTEN_AFTER)
            connection.execute(_FORGET, (watcher.id, stale))
            connection.execute(_MARK, (_SEEN, seen))

    def leave(self, watcher_id: str) -> None:
        """It ends of its own accord; when a watcher was last seen is still known.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be written.
        """
        with self._store.writing():
            self._store.connection.execute("DELETE FROM watcher WHERE id = ?", (watcher_id,))

    def all(self) -> list[Watcher]:
        """Every watcher that did not leave, those that are long silent too; the latest seen first.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        with self._store.reading():
            found = self._store.connection.execute(
                f"SELECT {_COLUMNS} FROM watcher ORDER BY last_seen_at DESC, id"  # noqa: S608
            ).fetchall()
        return [
            Watcher._make((*row[:5], parse_time(row[5]), parse_time(row[6]), row[7]))
            for row in found
        ]

    def fresh(self, now: datetime, within: timedelta) -> list[Watcher]:
        """The watchers whose last beat is no more than `within` away from now.

        A beat further ahead than that was made by a clock that was wrong, and proves nothing.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        return [one for one in self.all() if abs(now - one.last_seen_at) <= within]

    def last_seen(self) -> datetime | None:
        """When any watcher was last alive, one that left too; None where there never was one.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        return self._marked(_SEEN)

    def mark(self, at: datetime) -> None:
        """The clock has come as far as `at`; an earlier moment changes nothing.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be written.
        """
        with self._store.writing():
            self._store.connection.execute(_MARK, (_CLOCK, format_time(at)))

    def marked(self) -> datetime | None:
        """How far the clock has ever come; None where nobody looked at it yet.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        return self._marked(_CLOCK)

    def trusted_mark(self, wall: datetime) -> datetime | None:
        """The mark, unless it is far ahead both of the machine's clock and of the newest entry.

        Such a mark was left by a clock that ran wild, or by nobody's clock at all; one that the
        newest entry bears out shows that the machine's clock was set back.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        with self._store.reading():
            mark = self._marked(_CLOCK)
            if mark is None or mark <= wall + WILD:
                return mark
            newest = self._store.connection.execute(
                "SELECT recorded_at FROM entry ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        borne_out = newest is not None and mark <= parse_time(newest[0]) + WILD
        return mark if borne_out else None

    def _marked(self, name: str) -> datetime | None:
        with self._store.reading():
            found = self._store.connection.execute(
                "SELECT at FROM clock_mark WHERE name = ?", (name,)
            ).fetchone()
        return parse_time(found[0]) if found else None
