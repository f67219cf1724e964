"""Looking at the tables of an opened database before anything in them is believed."""

import sqlite3
from pathlib import Path

from netfin_incident.errors import RecordError
from netfin_incident.store.schema import INDEXES, REVISION, REVISIONS, TABLES, TRIGGERS


def check_shape(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the schema is the newest; False where it is an older one of this program.

    Raises:
        RecordError: the schema is newer, incomplete, or holds what this program never made.
    """
    schema = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    for kind, name, sql in schema:
        if kind == "view" or (kind == "trigger" and TRIGGERS.get(name) != sql):
            raise RecordError("schema-foreign", path=str(path), kind=kind, name=name)
    names = {name for kind, name, _ in schema if kind == "table"}
    for needed in ("alembic_version", "meta", "entry", "body"):
        if needed not in names:
            raise RecordError("schema-incomplete", path=str(path), name=needed)
    revision = _revision(connection)
    if revision not in REVISIONS:
        raise RecordError("schema-newer", path=str(path), theirs=revision, ours=REVISION)
    if revision != REVISION:
        return False
    _check_newest(connection, path, schema)
    return True


def _revision(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def _check_newest(
    connection: sqlite3.Connection, path: Path, schema: list[tuple[str, str, str | None]]
) -> None:
    for kind, name, sql in schema:
        known = TABLES if kind == "table" else INDEXES
        if kind in ("table", "index") and sql is not None and name not in known:
            raise RecordError("schema-foreign", path=str(path), kind=kind, name=name)
    for table, columns in TABLES.items():
        # The table's name is a constant; a hidden column is one that SQLite computes.
        found = connection.execute(f"SELECT name, hidden FROM pragma_table_xinfo('{table}')")  # noqa: S608
        stored = found.fetchall()
        if not stored:
            raise RecordError("schema-incomplete", path=str(path), name=table)
        if stored != [(column, 0) for column in columns]:
            raise RecordError("schema-foreign", path=str(path), kind="table", name=table)
