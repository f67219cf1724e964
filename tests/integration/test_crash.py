"""Killed, stopped between any two statements, or out of room: what was acknowledged is there."""

import random
import resource
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import verify_store
from other_users import run_as
from record_book import ROUNDS, Book, act, declare, stored
from worker import SHARED
from workers import Acknowledged, Worker, check

SEED = 20261124


def killed_again_and_again(path: Path, kills: int, seed: int) -> list[Acknowledged]:
    """Everything that was acknowledged by workers, each killed at some moment of its work."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    told: list[Acknowledged] = []
    upcoming = Worker(path, "p0", seed=rng.randrange(2**32))
    for number in range(kills):
        worker, upcoming = upcoming, Worker(path, f"p{number + 1}", seed=rng.randrange(2**32))
        worker.wait_until_ready()
        worker.let_go()
        told += worker.told(rng.randrange(6))
        time.sleep(rng.random() * 0.02)
        told += worker.kill()
        # The file as the kill left it, its journal with it, is looked at apart from the next worker.
        check(copied(path, path.parent / "left"), told)
    upcoming.kill()
    return told


def copied(path: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, folder)
    return folder / path.name


def start(folder: Path) -> Path:
    store = create_store(folder / "netfin.db")
    assert declare(Desk(store)) == SHARED
    store.close()
    return store.path


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = start(tmp_path)
    told = killed_again_and_again(path, 20, SEED)
    rows = check(path, told)
    assert len(told) > 40
    assert len(rows) >= told[-1].last


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
def test_killed_very_often_nothing_acknowledged_is_lost(tmp_path: Path, seed: int) -> None:
    path = start(tmp_path)
    check(path, killed_again_and_again(path, 100, seed))


class PowerCutError(BaseException):
    """The process ends here."""


class Counted(sqlite3.Connection):
    """A connection that ends the process before or after one of its statements."""

    cut_at: float = -1.0
    """After so many statements; with a half, before the next one is done."""
    done: float = 0.0

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self._pass()
        cursor = super().execute(*given)
        self._pass()
        return cursor

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        self._pass()
        cursor = super().executemany(*given)
        self._pass()
        return cursor

    def _pass(self) -> None:
        if self.done == self.cut_at:
            raise PowerCutError
        self.done += 0.5


def counted(path: Path) -> tuple[Store, Counted]:
    connection = sqlite3.connect(path, isolation_level=None, factory=Counted)
    return Store(connection, path, read_only=False), connection


ASKED: tuple[Callable[[Desk], object], ...] = (
    lambda desk: desk.handle(SHARED, act(900), c.Note("one")),
    lambda desk: desk.handle(SHARED, act(900), *[c.Note(f"{n}") for n in range(5)]),
    lambda desk: desk.handle(SHARED, act(900), c.ChangeSeverity(Severity.S1)),
    lambda desk: desk.declare(
        Declaration("another", Severity.S4, "UTC", key="alarm:9"), act(900), ROUNDS[0], ROUNDS[1]
    ),
    lambda desk: desk.incidents(Mode.LIVE, ended=True),
    lambda desk: desk.rebuild(),
)


def listing(path: Path) -> object:
    return Desk(open_store(path)).incidents(Mode.LIVE, ended=True)


@pytest.mark.parametrize("asked", ASKED)
def test_stopped_between_any_two_statements_the_state_is_before_or_after(
    path: Path, asked: Callable[[Desk], object], tmp_path: Path
) -> None:
    whole = Path(shutil.copy(path, tmp_path / "whole.db"))
    store, connection = counted(whole)
    asked(Desk(store))
    statements, after = connection.done, len(stored(store))
    store.close()
    before = len(stored(open_store(path)))
    lengths = set()
    for half_steps in range(int(statements * 2)):
        cut = Path(shutil.copy(path, tmp_path / "cut.db"))
        store, connection = counted(cut)
        connection.cut_at = half_steps / 2
        with pytest.raises(PowerCutError):
            asked(Desk(store))
        store.close()
        rows = check(cut, [])
        assert len(rows) in (before, after)
        lengths.add(len(rows))
    assert lengths == {before, after}


@settings(max_examples=40)
@given(
    batches=st.lists(st.integers(1, 6), min_size=1, max_size=6),
    cut=st.integers(0, 80),
    look=st.booleans(),
)
def test_cut_off_in_any_run_of_commands_exactly_the_acknowledged_is_there(
    book: Book, tmp_path_factory: pytest.TempPathFactory, batches: list[int], cut: int, look: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.db"
    path.write_bytes(book.image)
    store, connection = counted(path)
    connection.cut_at = cut / 2
    desk, told = Desk(store), len(book.rows)
    sizes = iter(batches)
    try:
        for number, size in enumerate(sizes):
            notes = [c.Note(f"p:{number}:{size}")] * size
            told = desk.handle(SHARED, act(900 + number), *notes).recorded[-1].seq
            if look:
                desk.incidents(Mode.LIVE)
    except PowerCutError:
        pass
    finally:
        store.close()
    rows = check(path, [])
    # A command that was cut off may be recorded though nobody was told; never in part.
    assert len(rows) in (told, told + size)


@pytest.fixture
def tight(path: Path) -> Iterator[Desk]:
    """A desk whose disk has hardly any room left."""
    desk = Desk(open_store(path))
    (pages,) = desk.store.connection.execute("PRAGMA page_count").fetchone()
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    yield desk
    desk.store.close()


def fill(desk: Desk) -> int:
    """Write until there is no room; how often it worked."""
    for number in range(1000):
        notes = [c.Note(f"p:{number}:3 {'通道' * 300}")] * 3
        try:
            desk.handle(SHARED, act(900 + number), *notes)
        except RecordError as error:
            if error.slug == "disk-full":
                return number
            raise
    pytest.fail("the disk never became full")


def test_a_full_disk_is_said_and_nothing_is_half_written(tight: Desk, book: Book) -> None:
    worked = fill(tight)
    rows = stored(tight.store)
    assert len(rows) == len(book.rows) + 3 * worked
    assert verify_store(tight.store).is_good
    assert len(tight.incidents(Mode.LIVE).rows) == 3
    with pytest.raises(RecordError, match="disk-full"):
        declare(tight, "支" * 190)
    tight.store.connection.execute("PRAGMA max_page_count = 100000")
    assert tight.handle(SHARED, act(9999), c.Note("p:x:1")).recorded[0].seq == len(rows) + 1
    check(tight.store.path, [])


def test_a_full_disk_during_a_rebuild_leaves_the_list_readable(tight: Desk) -> None:
    fill(tight)
    before = tight.incidents(Mode.LIVE).rows
    with tight.store.writing():
        tight.store.connection.execute("DELETE FROM view_cursor")
    assert Desk(tight.store).incidents(Mode.LIVE).rows == before


def with_room(size: int, task: Callable[[], object]) -> str:
    """Why `task` is refused in a process that may not make a file longer than `size`."""

    def limited() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            task()
        except RecordError as refused:
            return refused.slug
        return "done"

    return str(run_as(None, limited))


def test_a_disk_without_room_for_a_new_database_leaves_none(tmp_path: Path) -> None:
    path = tmp_path / "netfin.db"
    outcomes = {with_room(size, lambda: create_store(path)) for size in (0, 4096, 30_000, 60_000)}
    assert outcomes == {"disk-failing"}
    assert list(tmp_path.iterdir()) == []
    assert with_room(10_000_000, lambda: create_store(path)) == "done"


def test_a_write_that_the_system_refuses_leaves_the_record_as_it_was(
    path: Path, book: Book
) -> None:
    notes = [c.Note("通道" * 3000)] * 5
    write = lambda: Desk(open_store(path)).handle(SHARED, act(900), *notes)  # noqa: E731
    assert with_room(path.stat().st_size, write) == "disk-failing"
    assert stored(open_store(path)) == book.rows
    check(path, [])
