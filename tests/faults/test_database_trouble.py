"""The database goes away, or the disk is full, while it is watched: said loudly, nothing made up."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from faults.firm import Firm, firm
from faults.invariants import Findings, broken
from faults.processes import Nursery
from netfin_incident.store.store import create_store
from other_users import STRANGER_UID, open_folder

RECORD_TROUBLE = 5
"""The exit code of whoever cannot use the record."""
ROOM = 6_000
"""Bytes by which the file may still grow: hardly a page or two."""


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced(path: Path) -> None:
    other = path.with_name("another.db")
    create_store(other).close()
    other.rename(path)


@pytest.mark.parametrize("happens", [deleted, moved, replaced])
def test_a_database_that_goes_away_ends_the_watch_and_none_is_made(
    tmp_path: Path, children: Nursery, happens: Callable[[Path], None]
) -> None:
    with firm(tmp_path, children) as office:
        child, path = office.watch(), office.desk.store.path
        office.declare()
        assert office.drain()
        happens(path)
        left = path.read_bytes() if path.exists() else None
        assert child.end() == RECORD_TROUBLE
        office.watchers.clear()
        assert (path.read_bytes() if path.exists() else None) == left
        assert "NF-3" in office.log.read_text(encoding="utf-8").splitlines()[-1]


@contextmanager
def unprivileged_firm(nursery: Nursery) -> Iterator[tuple[Firm, int]]:
    """A firm whose watchers have no rights over files but those that the files give."""
    uid = STRANGER_UID if os.geteuid() == 0 else 0
    with open_folder() as folder, firm(folder, nursery) as office:
        if uid:
            for path in (folder, *folder.iterdir()):
                os.chown(path, uid, uid)
        yield office, uid


def test_a_folder_that_may_not_be_written_to_ends_the_watch(children: Nursery) -> None:
    with unprivileged_firm(children) as (office, uid):
        child = office.watch(uid=uid)
        office.wait_for(child)
        office.folder.chmod(0o555)
        office.crashed(child)
        assert child.code == RECORD_TROUBLE, office.log.read_text(encoding="utf-8")
        office.folder.chmod(0o755)
        office.declare()
        office.let_leases_run_out()
        office.watch(uid=uid)
        assert office.drain()
        office.stop()
        assert broken(office) == []


def test_a_full_disk_ends_the_watch_and_room_lets_the_next_one_finish(
    tmp_path: Path, children: Nursery
) -> None:
    with firm(tmp_path, children) as office:
        for _ in range(8):
            office.declare()
        size = office.desk.store.path.stat().st_size
        child = office.watch(most_bytes=size + ROOM)
        assert child.end() == RECORD_TROUBLE
        office.crashed(child)
        assert "NF-3" in Findings(office).said
        office.let_leases_run_out()
        office.watch()
        assert office.drain()
        office.stop()
        assert broken(office) == []


def test_a_watcher_killed_where_no_room_is_left_has_written_nothing_in_part(
    tmp_path: Path, children: Nursery
) -> None:
    with firm(tmp_path, children) as office:
        for _ in range(8):
            office.declare()
        size = office.desk.store.path.stat().st_size
        for room in range(0, 40_000, 8_000):
            child = office.watch(most_bytes=size + room)
            time.sleep(0.1)
            child.kill()
            office.crashed(child)
            office.let_leases_run_out()
        office.watch()
        assert office.drain()
        office.stop()
        assert broken(office) == []
