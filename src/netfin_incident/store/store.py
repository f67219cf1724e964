"""One database, opened so that what was acknowledged is on disk and writers take turns."""

import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote
from weakref import WeakSet

from netfin_incident.errors import RecordError, StoreBusy
from netfin_incident.store.files import check_existing, check_place, is_shared_folder
from netfin_incident.store.journal import Journal
from netfin_incident.store.schema import APPLICATION_ID
from netfin_incident.store.shape import check_shape
from netfin_incident.store.trouble import translated

BUSY_TIMEOUT: Final = 15.0
"""Seconds a writer waits for its turn."""

_PRAGMAS: Final = (
    "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "recursive_triggers = ON",
    "mmap_size = 0", "synchronous = EXTRA",
)  # fmt: skip


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset fault (sqlite.org/wal.html#walresetbug)."""
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


class Store:
    """A database of this program.  Safe to use from several threads; one of them at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        """Use an opened `connection`; see `open_store` and `create_store`."""
        self._connection = connection
        self._lock = threading.RLock()
        self.path = path
        self.read_only = read_only
        self._opened = path.absolute()
        self._file = _identity(self._opened)
        _stores.add(self)

    @contextmanager
    def writing(self, patience: float = BUSY_TIMEOUT) -> Iterator[Journal]:
        """One writer at a time; on leaving, what was written is on disk, or nothing was.

        Raises:
            StoreBusy: another process held the database for longer than `patience` seconds.
            RecordError: the database cannot be written.
        """
        with self._lock, translated(self.path):
            if self.read_only:
                raise RecordError("database-read-only", path=str(self.path))
            self._prepare(patience)
            with self._transaction("BEGIN IMMEDIATE"):
                yield Journal(self._connection)
                self._connection.execute("COMMIT")

    @contextmanager
    def reading(self, patience: float = BUSY_TIMEOUT) -> Iterator[Journal]:
        """One consistent look at the journal.  Keep it short: it holds back writers' commits.

        Raises:
            StoreBusy: another process held the database for longer than `patience` seconds.
            RecordError: the database cannot be read.
        """
        with self._lock, translated(self.path):
            if self._connection.in_transaction:
                yield Journal(self._connection)
                return
            self._prepare(patience)
            with self._transaction("BEGIN"):
                yield Journal(self._connection)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the views and checks of this package."""
        return self._connection

    def change_mark(self) -> int:
        """A number that changes when another connection commits; costs microseconds."""
        with self._lock, translated(self.path):
            self._check_file()
            (mark,) = self._connection.execute("PRAGMA data_version").fetchone()
            return int(mark)

    def meta(self, name: str) -> str:
        """A fact about this database; empty where it was never stated."""
        with self._lock, translated(self.path):
            found = self._connection.execute(
                "SELECT value FROM meta WHERE name = ?", (name,)
            ).fetchone()
            return str(found[0]) if found else ""

    def is_on(self, identity: tuple[int, int]) -> bool:
        """Whether it is the file of that device and inode number."""
        return self._file == identity

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()
            _stores.discard(self)

    def _prepare(self, patience: float) -> None:
        self._check_file()
        self._connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")

    def _check_file(self) -> None:
        """An open file can be deleted or replaced: what is written to it then is lost."""
        if _identity(self._opened) != self._file:
            raise RecordError("database-replaced", path=str(self.path))

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._connection.execute(begin)
        try:
            yield
        finally:
            # SQLite may have rolled back by itself (a full disk); a second rollback would hide
            # the cause.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


_stores: Final[WeakSet[Store]] = WeakSet()
"""Every store that this process has open."""
_opening: Final = threading.Lock()
"""Held while one is opened: whether a file is open here must not change meanwhile."""


def open_store(path: Path) -> Store:
    """Open an existing database.

    Raises:
        RecordError: there is none, or it is not a whole, local database that this program knows.
        StoreBusy: another process holds it.
    """
    with _opening:
        return _open(path)


def _open(path: Path) -> Store:
    identity = _identity(path)
    check_existing(path, is_open_here=any(store.is_on(identity) for store in list(_stores)))
    check_place(path)
    read_only = not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)
    with translated(path):
        connection = _connect(path, read_only=read_only)
        try:
            if not check_shape(connection, path):
                _bring_up_to_date(connection, path, read_only=read_only)
            if not read_only:
                _settle_journal_mode(connection, path)
        except BaseException:
            connection.close()
            raise
    return Store(connection, path, read_only=read_only)


def create_store(path: Path, purpose: str = "") -> Store:
    """Open the database at `path`, making it first where there is none.

    `purpose` is kept as a fact of a database made here (`demo`, `test`); it appears whole or not
    at all, even when two processes make it at once.

    Raises:
        RecordError: the folder cannot be used, or what is there is not ours.
        StoreBusy: another process holds it.
    """
    if os.path.lexists(path):
        return open_store(path)
    check_place(path)
    with _making(path) as draft, translated(path):
        connection = _connect(draft, read_only=False)
        try:
            _fill(connection, purpose)
        finally:
            connection.close()
    return open_store(path)


def _fill(connection: sqlite3.Connection, purpose: str) -> None:
    from netfin_incident.store.migrate import upgrade

    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    upgrade(connection)
    facts = {"uuid": secrets.token_hex(16), "purpose": purpose}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", facts.items())
    if wal_is_safe(sqlite3.sqlite_version_info):
        connection.execute("PRAGMA journal_mode = WAL")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    if read_only:
        raise RecordError("schema-older", path=str(path))
    from netfin_incident.store.migrate import upgrade

    upgrade(connection)
    check_shape(connection, path)


@contextmanager
def _making(path: Path) -> Iterator[Path]:
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = 0o660 if is_shared_folder(path.parent) else 0o600
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode))
        draft.chmod(mode)
        yield draft
        # Somebody else may have made it meanwhile; theirs is as good.
        with suppress(FileExistsError):
            os.link(draft, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise RecordError(
            "folder-unusable", path=str(path.parent), why=error.strerror or str(error)
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    quoted = quote(os.fsencode(path.absolute()))
    connection = sqlite3.connect(
        f"file:{quoted}?mode={mode}", uri=True, timeout=BUSY_TIMEOUT, isolation_level=None,
        check_same_thread=False, cached_statements=64,
    )  # fmt: skip
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _settle_journal_mode(connection: sqlite3.Connection, path: Path) -> None:
    """Leave WAL where this SQLite could damage the file by it; never switch back and forth."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal" or wal_is_safe(sqlite3.sqlite_version_info):
        return
    with suppress(sqlite3.OperationalError):
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode == "wal":
        raise StoreBusy("wal-on-faulty-sqlite", path=str(path), version=sqlite3.sqlite_version)


def _identity(path: Path) -> tuple[int, int]:
    """Which file `path` names; of none, a pair that no file has."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return (0, 0)
    return (status.st_dev, status.st_ino)
