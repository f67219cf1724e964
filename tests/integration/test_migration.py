"""A database of an earlier version is brought up to date on opening, and says the same."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from netfin_incident.app.desk import Desk
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.journal import Journal
from netfin_incident.store.schema import APPLICATION_ID, REVISION
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.verify import verify_store
from opening import refused
from other_users import open_folder, unprivileged
from record_book import written

OLD_COLUMNS = 16
"""How many an incident's line had in revision 0001."""


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as the first version left it: entries, and lists that were current."""
    folder = tmp_path_factory.mktemp("old")
    today = written(folder / "today.db")
    rows = [tuple(row)[:OLD_COLUMNS] for row in today.incidents(*Mode, ended=True).rows]
    path = folder / "netfin.db"
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as bound:
        connection.execute("BEGIN")
        config = Config()
        config.set_main_option("script_location", "netfin_incident:store/migrations")
        config.attributes["connection"] = bound
        command.upgrade(config, "0001")
    connection.execute("BEGIN")
    journal = Journal(connection)
    with today.store.reading() as theirs:
        for row in theirs.tail():
            journal.restore(row)
        head = theirs.head().seq
    connection.execute("INSERT INTO meta VALUES ('uuid', ?)", (today.store.meta("uuid"),))
    connection.execute("INSERT INTO view_cursor VALUES ('incident_view', ?)", (head,))
    marks = ", ".join("?" * OLD_COLUMNS)
    connection.executemany(f"INSERT INTO incident_view VALUES ({marks})", rows)  # noqa: S608
    connection.execute("COMMIT")
    connection.close()
    return path


def revision(path: Path) -> str:
    connection = sqlite3.connect(path)
    (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


def schema(path: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
    rows = found.fetchall()
    connection.close()
    return rows


def test_an_old_database_is_brought_up_to_date_on_opening(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(old, tmp_path))
    assert revision(path) == "0001"
    desk = Desk(open_store(path))
    assert revision(path) == REVISION
    assert verify_store(desk.store).is_good
    today = Desk(open_store(old.with_name("today.db")))
    assert desk.head() == today.head()
    assert desk.store.meta("uuid") == today.store.meta("uuid")
    assert desk.incidents(*Mode, ended=True).rows == today.incidents(*Mode, ended=True).rows


def test_it_then_has_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(old, tmp_path))
    open_store(path).close()
    create_store(tmp_path / "new.db").close()
    assert schema(path) == schema(tmp_path / "new.db")
    before = path.read_bytes()
    open_store(path).close()
    assert path.read_bytes() == before


def test_an_old_database_that_cannot_be_written_is_not_opened(old: Path) -> None:
    with open_folder() as folder:
        path = Path(shutil.copy(old, folder))
        path.chmod(0o444)
        before = path.read_bytes()
        assert unprivileged(lambda: refused(path).slug) == "schema-older"
        assert path.read_bytes() == before


def test_a_migration_that_is_interrupted_leaves_the_old_database(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(old, tmp_path))
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE clock_mark (name)")
    connection.close()
    before = schema(path)
    assert refused(path).slug == "database-damaged"
    assert (revision(path), schema(path)) == ("0001", before)


def test_two_who_open_it_at_once_both_find_it_up_to_date(old: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(old, tmp_path))
    children = []
    for _ in range(3):
        child = os.fork()
        if not child:
            try:
                rows = Desk(open_store(path)).incidents(Mode.LIVE).rows
                os._exit(0 if len(rows) == 3 else 1)
            except BaseException:  # noqa: BLE001 - told to the parent, which fails the test
                os._exit(2)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
