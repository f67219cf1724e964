"""The list of incidents and the notices they owe: tables that catch up with the journal.

They can be dropped any time.  A reader first folds what is newer than the cursor, then asks.  Where
the database is busy or read-only the newer entries are folded in memory instead, and the list says
so.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NamedTuple

from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import wakes_at
from netfin_incident.domain.vocabulary import Mode, Status
from netfin_incident.errors import RecordError, StoreBusy
from netfin_incident.store.codec import format_time
from netfin_incident.store.journal import Journal
from netfin_incident.store.kept import KeptStates
from netfin_incident.store.pending import replace_pending
from netfin_incident.store.store import BUSY_TIMEOUT, Store

INCIDENT_PREFIX: Final = "incident/"
_BATCH: Final = 200
_PATIENCE: Final = 0.25
"""Seconds a reader waits for the lock before it answers from memory."""


class IncidentRow(NamedTuple):
    """One incident in a list."""

    id: str
    mode: str
    origin: str
    title: str
    service: str
    alarm_key: str
    severity: int
    status: str
    commander: str
    zone: str
    declared_at: str
    last_at: str
    entries: int
    next_due_at: str
    next_due_en: str
    next_due_zh: str
    wakes_at: str
    generation: int
    """Of the escalation under way; 0 where there is none."""
    acknowledged: int
    """How many people have acknowledged."""


class Behind(NamedTuple):
    """How far the tables are behind the journal."""

    cursor: int
    """Up to which entry they count; 0 where nothing in them does."""
    incidents: dict[str, Incident]
    """By id, as they are now: those that have newer entries."""


@dataclass(frozen=True, slots=True)
class IncidentList:
    """Incidents, and whether the newest entries were folded in memory only."""

    rows: tuple[IncidentRow, ...]
    folded_in_memory: bool = False


_COLUMNS: Final = ", ".join(IncidentRow._fields)
_UPSERT: Final = (
    f"INSERT OR REPLACE INTO incident_view ({_COLUMNS}) "  # noqa: S608 - constant names
    f"VALUES ({', '.join('?' * len(IncidentRow._fields))})"
)
_TABLES: Final = ("incident_view", "notice_view")
"""One cursor tells how far both are current."""
_CURSOR: Final = "SELECT seq FROM view_cursor WHERE name = 'incident_view'"
_MOVE_CURSOR: Final = "INSERT OR REPLACE INTO view_cursor (name, seq) VALUES ('incident_view', ?)"
_ANSWERED_FROM_MEMORY: Final = (
    "store-busy", "database-read-only", "folder-read-only", "database-unopenable", "disk-full",
)  # fmt: skip
"""Why the table may be left behind: the answer does not need it."""


class IncidentView:
    """The view on one store."""

    def __init__(self, store: Store, kept: KeptStates) -> None:
        """Read `store`, taking states from `kept`."""
        self._store = store
        self._kept = kept

    def incidents(self, modes: Iterable[Mode], *, ended: bool = False) -> IncidentList:
        """Incidents of `modes`, worst and newest first; with `ended`, closed and cancelled too.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        in_memory = not self.catch_up()
        with self._store.reading() as journal:
            rows = self.current(journal)
        wanted = {str(mode) for mode in modes}
        chosen = [row for row in rows if row.mode in wanted and (ended or _is_open(row))]
        chosen.sort(key=lambda row: (row.declared_at, row.id), reverse=True)
        chosen.sort(key=lambda row: (not _is_open(row), row.severity))
        return IncidentList(tuple(chosen), in_memory)

    def current(self, journal: Journal) -> list[IncidentRow]:
        """Every incident as of now, without writing; the caller is inside a transaction.

        Raises:
            RecordError: an entry cannot be read.
        """
        cursor, newer = self.behind(journal)
        stored = self._store.connection.execute(f"SELECT {_COLUMNS} FROM incident_view")  # noqa: S608
        rows = {row[0]: IncidentRow._make(row) for row in stored} if cursor else {}
        rows.update((incident_id, row_of(incident)) for incident_id, incident in newer.items())
        return list(rows.values())

    def behind(self, journal: Journal) -> Behind:
        """What the tables do not say yet; the caller is inside a transaction.

        Raises:
            RecordError: an entry cannot be read.
        """
        cursor = self._cursor(journal)
        newer = dict.fromkeys(stream for _, stream in journal.places(cursor))
        return Behind(cursor, {one.id: one for one in self._states(journal, newer)})

    @contextmanager
    def writing(self, patience: float = BUSY_TIMEOUT) -> Iterator[Journal]:
        """As the store's, but the tables are current when it begins.

        Raises:
            StoreBusy: another process held the database for longer than `patience` seconds.
            RecordError: the database cannot be written, or an entry cannot be read.
        """
        while True:
            with self._store.writing(patience) as journal:
                if self._fold(journal):
                    yield journal
                    return

    def rebuild(self) -> int:
        """Drop every row and fold the whole journal again; how many incidents there are.

        Raises:
            RecordError: the database or an entry cannot be read.
            StoreBusy: another process holds it.
        """
        with self._store.writing():
            self._store.connection.execute("DELETE FROM view_cursor WHERE name = 'incident_view'")
        while not self._is_current():
            self._fold_batch(BUSY_TIMEOUT)
        with self._store.reading() as journal:
            return len(self.current(journal))

    def catch_up(self) -> bool:
        """Fold what is newer, unless the database is busy or read-only; whether all of it was.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        while not self._is_current():
            if self._store.read_only:
                return False
            try:
                self._fold_batch(_PATIENCE)
            except (StoreBusy, RecordError) as error:
                if error.slug in _ANSWERED_FROM_MEMORY:
                    return False
                raise
        return True

    def _is_current(self) -> bool:
        with self._store.reading() as journal:
            return self._cursor(journal) == journal.head().seq

    def _fold_batch(self, patience: float) -> None:
        with self._store.writing(patience) as journal:
            self._fold(journal)

    def _fold(self, journal: Journal) -> bool:
        """Fold one batch in the caller's transaction; whether the tables are current then."""
        cursor, connection = self._cursor(journal), self._store.connection
        if not cursor:
            for table in _TABLES:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant name
        batch = journal.places(cursor, _BATCH)
        touched = dict.fromkeys(stream for _, stream in batch)
        incidents = list(self._states(journal, touched))
        connection.executemany(_UPSERT, map(row_of, incidents))
        replace_pending(connection, incidents)
        if batch:
            connection.execute(_MOVE_CURSOR, (batch[-1][0],))
        return len(batch) < _BATCH

    def _states(self, journal: Journal, streams: Iterable[str]) -> Iterator[Incident]:
        for stream in streams:
            if stream.startswith(INCIDENT_PREFIX):
                state = self._kept.state(journal, stream)
                if state is not None:
                    yield state

    def _cursor(self, journal: Journal) -> int:
        """How far the table is current; 0, as for an empty table, where it claims more than is."""
        found = self._store.connection.execute(_CURSOR).fetchone()
        cursor = int(found[0]) if found else 0
        return cursor if cursor <= journal.head().seq else 0


def row_of(incident: Incident) -> IncidentRow:
    """The incident as one line of a list."""
    steps = board(incident) if incident.is_open else ()
    owed, wakes = deadlines(incident, steps), wakes_at(incident, steps)
    return IncidentRow(
        id=incident.id,
        mode=incident.mode.value,
        origin=incident.origin.value,
        title=incident.title,
        service=incident.service,
        alarm_key=incident.key,
        severity=int(incident.severity),
        status=incident.status.value,
        commander=incident.holder("commander"),
        zone=incident.zone,
        declared_at=format_time(incident.declared_at),
        last_at=format_time(incident.last_at or incident.declared_at),
        entries=incident.version,
        next_due_at=format_time(owed[0].due_at) if owed else "",
        next_due_en=owed[0].what.en if owed else "",
        next_due_zh=owed[0].what.zh if owed else "",
        wakes_at=format_time(wakes) if wakes else "",
        generation=incident.escalation.generation if incident.escalation else 0,
        acknowledged=len(incident.acknowledged),
    )


def _is_open(row: IncidentRow) -> bool:
    return row.status not in (Status.CLOSED, Status.CANCELLED)
