"""What an interrupted or foreign writer leaves beside a database, and the mode it is written in."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.store.store import open_store, wal_is_safe
from netfin_incident.store.verify import verify_store
from opening import refused, run
from record_book import Book, declare, stored


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False),
        ((3, 51, 3), True), ((3, 52, 0), True), ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_wal_is_used_only_where_it_cannot_damage_the_file(
    version: tuple[int, ...], safe: bool
) -> None:
    assert wal_is_safe(version) is safe


def test_a_new_database_has_the_journal_mode_that_is_safe_here(path: Path) -> None:
    store = open_store(path)
    (mode,) = store.connection.execute("PRAGMA journal_mode").fetchone()
    (synchronous,) = store.connection.execute("PRAGMA synchronous").fetchone()
    assert mode == ("wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete")
    assert synchronous == 3


def test_a_wal_file_is_taken_out_of_wal_on_a_faulty_sqlite(path: Path, book: Book) -> None:
    if wal_is_safe(sqlite3.sqlite_version_info):
        pytest.skip(f"SQLite {sqlite3.sqlite_version} has no fault in WAL")
    run(path, "PRAGMA journal_mode = WAL")
    other = sqlite3.connect(path)
    other.execute("SELECT * FROM entry").fetchall()
    assert refused(path).slug == "wal-on-faulty-sqlite"
    other.close()
    store = open_store(path)
    assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert stored(store) == book.rows
    declare(Desk(store))
    assert verify_store(store).is_good


def test_entries_left_in_a_wal_are_not_lost(path: Path, book: Book, tmp_path: Path) -> None:
    run(path, "PRAGMA journal_mode = WAL")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("INSERT INTO meta VALUES ('left', 'in the wal')")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in (path, Path(f"{path}-wal")):
        shutil.copy(file, crashed)
    writer.close()
    store = open_store(crashed / path.name)
    assert store.meta("left") == "in the wal"
    assert stored(store) == book.rows


def hot_journal(path: Path) -> bytes:
    """The `-journal` that a writer in the middle of its commit has beside its database."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO meta VALUES ('big', ?)", ("x" * 200_000,))
    connection.execute("INSERT INTO meta VALUES ('more', 'x')")
    journal = Path(f"{path}-journal").read_bytes()
    assert journal[8:12] != b"\0\0\0\0", "the journal was not flushed"
    connection.execute("ROLLBACK")
    connection.close()
    return journal


def test_the_journal_of_another_database_is_not_played_back(
    path: Path, tmp_path: Path, book: Book
) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    desk = Desk(open_store(other))
    for step in range(3):
        declare(desk, "later", step)
    desk.store.close()
    Path(f"{path}-journal").write_bytes(hot_journal(other))
    before = path.read_bytes()
    foreign = refused(path)
    assert (foreign.slug, foreign.values["file"]) == ("leftover-foreign", f"{path}-journal")
    assert path.read_bytes() == before
    Path(f"{path}-journal").unlink()
    assert stored(open_store(path)) == book.rows


def test_the_journal_of_another_program_is_not_played_back(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    run(other, "PRAGMA journal_mode = DELETE", "CREATE TABLE meta (name, value)")
    journal = hot_journal(other)
    Path(f"{path}-journal").write_bytes(journal)
    assert refused(path).slug == "leftover-foreign"


def test_the_wal_of_another_database_is_not_played_back(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    run(other, "PRAGMA journal_mode = WAL")
    writer = sqlite3.connect(other, isolation_level=None)
    writer.execute("CREATE TABLE entry (seq)")
    shutil.copy(f"{other}-wal", f"{path}-wal")
    writer.close()
    before = path.read_bytes()
    assert refused(path).slug == "leftover-foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("-journal", b""),
        ("-journal", b"x"),
        ("-journal", b"\0" * 512),
        ("-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"),
        ("-wal", b""),
        ("-wal", b"x" * 32),
    ],
)
def test_a_leftover_without_content_does_no_harm(
    path: Path, book: Book, content: bytes, ending: str
) -> None:
    Path(f"{path}{ending}").write_bytes(content)
    store = open_store(path)
    assert stored(store) == book.rows
    declare(Desk(store))
    assert verify_store(store).is_good


def test_an_interrupted_commit_is_undone_at_the_next_opening(
    path: Path, tmp_path: Path, book: Book
) -> None:
    """The journal is this database's own: the pages it holds are put back."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(40):
        connection.execute("INSERT INTO meta VALUES (?, ?)", (f"big{number}", "z" * 9000))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for file in (path, Path(f"{path}-journal")):
        shutil.copy(file, crashed)
    connection.close()
    store = open_store(crashed / path.name)
    assert store.meta("big0") == ""
    assert stored(store) == book.rows
    assert verify_store(store).is_good
