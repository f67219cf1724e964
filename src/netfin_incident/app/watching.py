"""The one door to the record of watching: starts, stops, gaps, and jumps of the clock."""

import os
from datetime import datetime
from typing import Final

from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.vocabulary import Known
from netfin_incident.domain.watch import events as e
from netfin_incident.domain.watch.state import Gap, Watch, apply, decide
from netfin_incident.store.journal import Journal
from netfin_incident.store.store import Store
from netfin_incident.store.watches import WATCH_STREAM, fold_watch

WATCH_PERSON: Final = "watch"
"""The person id by which the program itself acts."""


def watch_act(at: datetime) -> Act:
    """The program acts, and nobody is at the keyboard."""
    return Act(at, WATCH_PERSON, Known.PROGRAM, uid=os.getuid())


class Watching:
    """Records and answers what is known about watching.  Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        """Work on `store`, reading only what is newer than the last time."""
        self._store = store
        self._known: Watch | None = None

    def started(
        self, at: datetime, watcher: str, host: str, pid: int
    ) -> Recorded[e.Event] | None:  # fmt: skip
        """A watcher begins.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self._record(at, e.WatchStarted(watcher, host, pid))

    def stopped(self, at: datetime, watcher: str, reason: str = "") -> Recorded[e.Event] | None:
        """A watcher ends; None where that is recorded already.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self._record(at, e.WatchStopped(watcher, reason))

    def gap(self, at: datetime, start: datetime, end: datetime) -> Recorded[e.Event] | None:
        """Nothing watched from `start` to `end`; of that, what is not recorded yet.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self._record(at, e.WatchGap(start, end))

    def jumped(
        self, at: datetime, seconds: int, wall: datetime, effective: datetime
    ) -> Recorded[e.Event] | None:
        """The clock of the machine was set.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self._record(at, e.ClockJumped(seconds, wall, effective))

    def gaps(self, start: datetime, end: datetime) -> tuple[Gap, ...]:
        """The gaps that lie in a span, whole or in part, in the order of time.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        with self._store.reading() as journal:
            watch = self._now(journal)
        return tuple(gap for gap in watch.gaps if gap.touches(start, end))

    def _record(self, at: datetime, event: e.Event) -> Recorded[e.Event] | None:
        act = watch_act(at)
        with self._store.writing() as journal:
            watch = self._now(journal)
            news = decide(watch, event)
            if news is None:
                return None
            apply(watch, act, news)
            (recorded,) = journal.append(WATCH_STREAM, [(act, news)])
        return recorded

    def _now(self, journal: Journal) -> Watch:
        """What is committed; ask before appending in the same transaction."""
        known = self._known
        after = known.entries if known else 0
        self._known = fold_watch(journal.stream(WATCH_STREAM, after), known)
        return self._known or Watch()
