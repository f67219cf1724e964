"""What SQLite itself can tell about the file, and whether the guards of the journal still stand."""

import sqlite3
from typing import Final

from netfin_incident.store.findings import Fault, Finding
from netfin_incident.store.schema import TRIGGERS

_UNIQUE: Final = (("previous_anchor",), ("stream", "version"))


def first_finding(connection: sqlite3.Connection, head: int) -> Finding | None:
    """The first thing wrong around a journal whose entries are good up to `head`."""
    return _stray_body(connection, head) or damage(connection) or _missing_guard(connection)


def damage(connection: sqlite3.Connection) -> Finding | None:
    """What SQLite itself finds wrong with the file; None where nothing is."""
    try:
        said = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(1)")]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        said = [str(error)]
    return None if said == ["ok"] else Finding(Fault.DAMAGED, 0, detail=" ".join(said))


def _stray_body(connection: sqlite3.Connection, head: int) -> Finding | None:
    """A body without its entry: what is left of a tail that was cut carelessly, or was slipped in."""
    (last,) = connection.execute("SELECT max(seq) FROM body").fetchone()
    if last is not None and last > head:
        return Finding(Fault.CUT, head + 1, detail=str(last))
    (first,) = connection.execute("SELECT min(seq) FROM body").fetchone()
    if first is not None and first < 1:
        return Finding(Fault.INSERTED, first, detail="1")
    return None


def _missing_guard(connection: sqlite3.Connection) -> Finding | None:
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    standing = dict(found.fetchall())
    for name, sql in TRIGGERS.items():
        if standing.get(name) != sql:
            return Finding(Fault.GUARD_MISSING, 0, detail=name)
    unique = set(_unique_columns(connection))
    for columns in _UNIQUE:
        if columns not in unique:
            return Finding(Fault.GUARD_MISSING, 0, detail=f"UNIQUE ({', '.join(columns)})")
    return None


def _unique_columns(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    found = connection.execute(
        "SELECT name FROM pragma_index_list('entry') WHERE \"unique\" AND NOT partial"
    ).fetchall()
    return [
        tuple(
            column
            for (column,) in connection.execute("SELECT name FROM pragma_index_info(?)", name)
        )
        for name in found
    ]
