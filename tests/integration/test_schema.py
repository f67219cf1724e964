"""The schema is said three times, to Alembic, to SQLModel and in plain text: all three agree."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from netfin_incident.store import migrate
from netfin_incident.store.schema import (
    APPLICATION_ID,
    COLUMNS,
    INDEXES,
    REVISION,
    REVISIONS,
    TABLES,
    TRIGGERS,
)
from netfin_incident.store.store import create_store
from netfin_incident.store.tables import EntryTable, Table
from netfin_incident.store.views import IncidentRow


@pytest.fixture
def migrated(tmp_path: Path) -> sqlite3.Connection:
    """What the migrations make."""
    return create_store(tmp_path / "netfin.db").connection


@pytest.fixture
def modelled() -> sqlite3.Connection:
    """What the models would make."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    Table.metadata.create_all(engine)
    return connection


def names(connection: sqlite3.Connection, kind: str) -> set[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'", (kind,)
    )
    return {name for (name,) in found}


def shape(connection: sqlite3.Connection, table: str) -> dict[str, object]:
    """A table's columns, keys, references and checks."""
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    keys = {
        (unique, origin, tuple(connection.execute("SELECT name FROM pragma_index_info(?)", [key])))
        for key, unique, origin in connection.execute(
            'SELECT name, "unique", origin FROM pragma_index_list(?)', [table]
        ).fetchall()
    }
    return {
        "columns": connection.execute(f"PRAGMA table_xinfo({table})").fetchall(),
        "keys": keys,
        "references": connection.execute(f"PRAGMA foreign_key_list({table})").fetchall(),
        "constraints": sorted(re.findall(r"CONSTRAINT (\w+) (\w+)", sql)),
        "checks": re.findall(r"CHECK \((.*?)\)", sql),
    }


def test_alembic_finds_nothing_to_migrate(migrated: sqlite3.Connection) -> None:
    engine = create_engine("sqlite://", creator=lambda: migrated, poolclass=StaticPool)
    with engine.connect() as bound:
        context = MigrationContext.configure(bound, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_migrations_make_what_the_models_say(
    migrated: sqlite3.Connection, modelled: sqlite3.Connection
) -> None:
    made = names(migrated, "table") - {"alembic_version"}
    assert made == names(modelled, "table")
    for table in made:
        assert shape(migrated, table) == shape(modelled, table)
    assert names(migrated, "index") == names(modelled, "index")


def test_the_keys_that_forbid_a_fork_are_there(migrated: sqlite3.Connection) -> None:
    entry = shape(migrated, "entry")
    assert entry["keys"] == {
        (1, "u", (("stream",), ("version",))),
        (1, "u", (("previous_anchor",),)),
    }
    assert entry["checks"] == ["seq > 0"]
    assert entry["constraints"] == [
        ("ck_entry_seq_from_one", "CHECK"),
        ("pk_entry", "PRIMARY"),
        ("uq_entry_previous_anchor", "UNIQUE"),
        ("uq_entry_stream_version", "UNIQUE"),
    ]


def test_the_plain_text_names_every_table_column_and_index(migrated: sqlite3.Connection) -> None:
    assert names(migrated, "table") == set(TABLES)
    for table, columns in TABLES.items():
        stored = migrated.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
        assert [name for (name,) in stored] == list(columns)
    assert names(migrated, "index") == INDEXES
    assert list(EntryTable.model_fields) == list(COLUMNS)
    assert TABLES["incident_view"] == IncidentRow._fields


def test_the_guards_are_those_of_the_plain_text(migrated: sqlite3.Connection) -> None:
    stored = migrated.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    assert dict(stored.fetchall()) == TRIGGERS


def test_the_newest_migration_is_the_one_this_program_knows(migrated: sqlite3.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", "netfin_incident:store/migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == REVISION
    known = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(known)) == REVISIONS
    assert migrated.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISION,)]


def test_no_migration_can_be_taken_back(migrated: sqlite3.Connection) -> None:
    """Taking the first one back would drop the record."""
    assert not hasattr(migrate, "downgrade")
    config = Config()
    config.set_main_option("script_location", "netfin_incident:store/migrations")
    for script in ScriptDirectory.from_config(config).walk_revisions():
        assert not hasattr(script.module, "downgrade")
    assert migrated.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_migrating_again_changes_nothing(migrated: sqlite3.Connection) -> None:
    before = migrated.execute("SELECT * FROM sqlite_schema ORDER BY name").fetchall()
    migrate.upgrade(migrated)
    assert migrated.execute("SELECT * FROM sqlite_schema ORDER BY name").fetchall() == before
    assert not migrated.in_transaction


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "netfin.db", isolation_level=None)
    connection.execute("CREATE TABLE meta (name)")
    with pytest.raises(sqlite3.OperationalError, match="meta"):
        migrate.upgrade(connection)
    assert names(connection, "table") == {"meta"}
    assert not connection.in_transaction
