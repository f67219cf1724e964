"""Where only reading is allowed: lists still answer, writing is refused in words."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.store import open_store
from netfin_incident.store.verify import verify_store
from other_users import STRANGER_UID, open_folder, unprivileged
from record_book import declare


@pytest.fixture
def shelf(book_path: Path) -> Iterator[Path]:
    """A folder of everybody's with a database in it whose view was never made."""
    with open_folder() as folder:
        shutil.copy(book_path, folder / "netfin.db")
        yield folder
        folder.chmod(0o755)


def slug_of(task: Callable[[], object]) -> str:
    """Why it is refused; empty where it is not."""
    try:
        task()
    except RecordError as refused:
        return refused.slug
    return ""


def looked_at(path: Path) -> tuple[bool, int, bool, bool, str, str]:
    desk = Desk(open_store(path))
    listed = desk.incidents(Mode.LIVE)
    verdict = verify_store(desk.store)
    return (
        desk.store.read_only,
        len(listed.rows),
        listed.folded_in_memory,
        verdict.is_good,
        slug_of(lambda: declare(desk)),
        slug_of(desk.rebuild),
    )


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_read_only_file_or_folder_is_read_and_not_written(
    shelf: Path, file: int, folder: int
) -> None:
    path = shelf / "netfin.db"
    path.chmod(file)
    shelf.chmod(folder)
    seen = unprivileged(lambda: looked_at(path))
    assert seen == (True, 3, True, True, "database-read-only", "database-read-only")
    assert [one.name for one in shelf.iterdir()] == ["netfin.db"]


def test_a_file_or_folder_closed_to_the_user_says_so(shelf: Path) -> None:
    path = shelf / "netfin.db"
    path.chmod(0o200)
    assert unprivileged(lambda: slug_of(lambda: open_store(path))) == "database-unreadable"
    path.chmod(0o644)
    shelf.chmod(0o600)
    assert unprivileged(lambda: slug_of(lambda: open_store(path))) == "database-unreadable"


def test_an_interrupted_commit_waits_for_somebody_who_may_write(shelf: Path) -> None:
    path = shelf / "netfin.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(40):
        connection.execute("INSERT INTO meta VALUES (?, ?)", (f"big{number}", "z" * 9000))
    crashed = shelf / "crashed"
    crashed.mkdir()
    for file in (path, Path(f"{path}-journal")):
        shutil.copy(file, crashed)
    connection.close()
    for one in (*crashed.iterdir(), crashed):
        one.chmod(0o555)
    assert unprivileged(lambda: slug_of(lambda: open_store(crashed / path.name))) == (
        "database-unsettled"
    )
    for one in (*crashed.iterdir(), crashed):
        one.chmod(0o755)
    Desk(open_store(crashed / path.name)).incidents(Mode.LIVE)
    for one in (*crashed.iterdir(), crashed):
        one.chmod(0o555)
    seen = unprivileged(lambda: looked_at(crashed / path.name))
    assert seen == (True, 3, False, True, "database-read-only", "database-read-only")
    crashed.chmod(0o755)


def test_a_wal_file_in_a_read_only_folder_says_why_it_cannot_be_read(shelf: Path) -> None:
    path = shelf / "netfin.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    path.chmod(0o644)
    shelf.chmod(0o555)
    slug = unprivileged(lambda: slug_of(lambda: looked_at(path)))
    assert slug == "folder-read-only"


def test_a_folder_that_becomes_read_only_leaves_lists_working(shelf: Path) -> None:
    def task() -> tuple[int, bool, str]:
        desk = Desk(open_store(path))
        declare(desk)
        shelf.chmod(0o555)
        listed = desk.incidents(Mode.LIVE)
        return len(listed.rows), listed.folded_in_memory, slug_of(lambda: declare(desk))

    path = shelf / "netfin.db"
    if os.geteuid() == 0:
        for one in (shelf, path):
            os.chown(one, STRANGER_UID, STRANGER_UID)
    assert unprivileged(task) == (4, True, "folder-read-only")
