"""What SQLite reports, in this program's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from netfin_incident.errors import NetfinError, RecordError, StoreBusy

_PRIMARY: Final = 0xFF
"""The part of SQLite's error code that names the family."""
_UNSETTLED: Final = (
    "SQLITE_READONLY_RECOVERY",
    "SQLITE_READONLY_ROLLBACK",
    "SQLITE_READONLY_CANTLOCK",
    "SQLITE_READONLY_CANTINIT",
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say what SQLite found in this program's words.

    Raises:
        StoreBusy: another process holds the database.
        RecordError: the file is damaged, full, read-only or gone.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        # The connection is used wrongly: a fault of this program, not of the file.
        raise
    except sqlite3.Error as error:
        raise in_our_words(error, path) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema may quote the damage.
        raise RecordError("database-damaged", path=str(path), detail=str(error)) from error


def in_our_words(error: sqlite3.Error, path: Path) -> NetfinError:
    """The error of this program that says what `error` means for the database at `path`."""

    def record_error(slug: str) -> RecordError:
        return RecordError(slug, path=str(path), detail=str(error))

    # Text that is no UTF-8 is found by Python, not by SQLite, and has no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    name = getattr(error, "sqlite_errorname", "")
    match code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy("store-busy", path=str(path))
        case sqlite3.SQLITE_READONLY if name in _UNSETTLED:
            return record_error("database-unsettled")
        case sqlite3.SQLITE_READONLY if name == "SQLITE_READONLY_DBMOVED":
            return record_error("database-replaced")
        case sqlite3.SQLITE_READONLY if name == "SQLITE_READONLY_DIRECTORY":
            return record_error("folder-read-only")
        case sqlite3.SQLITE_READONLY:
            return record_error("database-read-only")
        case sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return record_error("database-unreadable")
        case sqlite3.SQLITE_CANTOPEN:
            return record_error("database-unopenable")
        case sqlite3.SQLITE_IOERR:
            return record_error("disk-failing")
        case sqlite3.SQLITE_FULL:
            return record_error("disk-full")
        case sqlite3.SQLITE_CONSTRAINT if name == "SQLITE_CONSTRAINT_TRIGGER":
            return record_error("append-only")
        case sqlite3.SQLITE_CONSTRAINT:
            return record_error("place-taken")
        case _:
            return record_error("database-damaged")
