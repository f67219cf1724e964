"""Several processes, and several users of the machine, on one database at once."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.store import create_store, open_store
from other_users import (
    LI_UID,
    STRANGER_UID,
    TEAM_GID,
    WANG_UID,
    answer_of,
    needs_root,
    open_folder,
    run_as,
    start_as,
)
from record_book import act, declare
from worker import SHARED
from workers import Worker, check


def test_four_processes_record_two_hundred_commands_without_a_fork(tmp_path: Path) -> None:
    path = tmp_path / "netfin.db"
    assert declare(Desk(create_store(path))) == SHARED
    workers = [Worker(path, f"p{number}", 50, number) for number in range(4)]
    for worker in workers:
        worker.wait_until_ready()
    for worker in workers:
        worker.let_go()
    told = [worker.finish() for worker in workers]
    assert [len(one) for one in told] == [50] * 4
    rows = check(path, [one for every in told for one in every])
    assert len(rows) == 1 + sum(one.last - one.first + 1 for every in told for one in every)
    changes = sum(one.actor != two.actor for one, two in pairwise(rows))
    assert changes > 8, "the processes never took turns"


def test_processes_that_make_one_database_at_once_share_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "netfin.db"
    workers = [Worker(path, f"p{number}", 0, number) for number in range(4)]
    for worker in workers:
        worker.wait_until_ready()
        worker.let_go()
        worker.finish()
    assert [one.name for one in path.parent.iterdir()] == ["netfin.db"]
    store = open_store(path)
    assert len(store.connection.execute("SELECT * FROM meta WHERE name = 'uuid'").fetchall()) == 1
    assert declare(Desk(store)) == SHARED


def test_a_database_being_made_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """Killed while making it, a process leaves at most a draft; the next one begins anew."""
    for number in range(6):
        path = tmp_path / str(number) / "netfin.db"
        worker = Worker(path, "p", 0)
        deadline = time.monotonic() + 60
        while not list(path.parent.glob(".netfin.db.*")) and time.monotonic() < deadline:
            assert worker.process.poll() is None
        time.sleep(0.05 * number)
        worker.kill()
        assert declare(Desk(create_store(path))) == SHARED


INTRUDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0.05, isolation_level=None)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_opening_a_database_again_does_not_drop_the_lock_of_a_writer(tmp_path: Path) -> None:
    """POSIX: a process that closes any handle on a file loses all its locks on it."""
    path = tmp_path / "netfin.db"
    desk = Desk(create_store(path))

    def intrude() -> str:
        command = [sys.executable, "-c", INTRUDER, str(path)]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    with desk.store.writing():
        again = open_store(path)
        assert intrude() == "database is locked\n"
        again.close()
        assert intrude() == "database is locked\n"


@pytest.fixture
def team() -> Iterator[Path]:
    """A folder set up for a team, as `docs/record.md` says."""
    needs_root()
    with open_folder() as folder:
        os.chown(folder, 0, TEAM_GID)
        folder.chmod(0o2770)
        yield folder


def noted(path: Path, name: str, count: int) -> int:
    desk = Desk(open_store(path))
    for number in range(count):
        desk.handle(SHARED, act(number, name), c.Note(f"{name}:{number}:1"))
        if number % 10 == 0:
            desk.incidents(Mode.LIVE)
    return count


def test_two_users_of_the_machine_work_on_one_database(team: Path) -> None:
    path = team / "netfin.db"
    assert run_as(LI_UID, lambda: declare(Desk(create_store(path))), umask=0o077) == SHARED
    status = path.stat()
    assert (status.st_uid, status.st_gid) == (LI_UID, TEAM_GID)
    assert stat.S_IMODE(status.st_mode) == 0o660
    started = [
        start_as(LI_UID, lambda: noted(path, "li", 40), umask=0o077),
        start_as(WANG_UID, lambda: noted(path, "wang", 40), umask=0o022),
    ]
    assert [answer_of(one) for one in started] == [40, 40]
    rows = check(path, [])
    assert sorted(row.actor for row in rows[1:]) == ["li"] * 40 + ["wang"] * 40


def test_a_stranger_cannot_read_the_teams_database(team: Path) -> None:
    path = team / "netfin.db"
    run_as(LI_UID, lambda: create_store(path).close())

    def look() -> str:
        try:
            open_store(path)
        except RecordError as refused:
            return refused.slug
        return "opened"

    assert run_as(STRANGER_UID, look) == "database-unreadable"


def hot(path: Path) -> None:
    """Be killed in the middle of a commit: half of it is in the file, the rest in its journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(40):
        connection.execute("INSERT INTO meta VALUES (?, ?)", (f"big{number}", "z" * 9000))
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_one_user_left_half_done_the_other_can_undo(team: Path) -> None:
    path = team / "netfin.db"
    run_as(LI_UID, lambda: declare(Desk(create_store(path))), umask=0o077)
    child, _ = start_as(LI_UID, lambda: hot(path), umask=0o077)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = Path(f"{path}-journal").stat()
    assert (left.st_uid, left.st_gid, stat.S_IMODE(left.st_mode)) == (LI_UID, TEAM_GID, 0o660)
    assert run_as(WANG_UID, lambda: noted(path, "wang", 3), umask=0o077) == 3
    assert not Path(f"{path}-journal").exists()
    assert len(check(path, [])) == 4


def test_a_user_killed_at_any_moment_leaves_a_database_that_the_other_can_use(team: Path) -> None:
    path = team / "netfin.db"
    run_as(LI_UID, lambda: declare(Desk(create_store(path))))
    for number in range(8):
        uid, other = (LI_UID, WANG_UID) if number % 2 else (WANG_UID, LI_UID)
        child, _ = start_as(uid, lambda: noted(path, "victim", 100_000), umask=0o077)
        time.sleep(0.05 + 0.03 * number)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert run_as(other, lambda: noted(path, "other", 2), umask=0o077) == 2
        check(Path(shutil.copy(path, team / f"copy{number}.db")), [])
    rows = check(path, [])
    assert sum(row.actor == "other" for row in rows) == 16
    assert sum(row.actor == "victim" for row in rows) > 0
