"""The outbox with very much in it, and with several at it at the same moment."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.store import outbox as sut
from netfin_incident.store.codec import format_time
from netfin_incident.store.kept import KeptStates
from netfin_incident.store.outbox import Outbox, PendingNotice
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.views import IncidentRow, IncidentView
from pages import paged
from story import T0

LEASE = timedelta(seconds=30)
MANY = 100_000
SECOND = timedelta(seconds=1)


def opened(path: Path) -> Outbox:
    store = open_store(path)
    return Outbox(store, IncidentView(store, KeptStates()))


def filled(path: Path, table: str, rows: Iterator[tuple[Any, ...]], width: int) -> Outbox:
    """A database whose view is current and has these rows."""
    store = create_store(path, "test")
    paged(Desk(store), "ann")
    outbox = opened(path)
    assert outbox.rows(T0)
    with outbox._store.writing():
        connection = outbox._store.connection
        marks = ", ".join("?" * width)
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
    return outbox


def waiting(count: int) -> Iterator[IncidentRow]:
    for number in range(count):
        due = format_time(T0 + number * SECOND) if number % 10 else ""
        yield IncidentRow(
            f"INC-2026-{number:06d}", "live", "native", "", "", "", 2, "declared", "", "UTC",
            format_time(T0), format_time(T0), 3, "", "", "", due, 1, 0,
        )  # fmt: skip


def owed(count: int) -> Iterator[PendingNotice]:
    for number in range(count):
        key = f"{number * 7919 % 1_000_003:032x}"
        made = format_time(T0 + number * SECOND)
        yield PendingNotice(
            key, f"INC-2026-{number:06d}", 3, "page", f"p{number % 50}", "im", "live",
            1 + number % 4, made,
        )  # fmt: skip


def plan(outbox: Outbox, asked: str, *values: object) -> str:
    found = outbox._store.connection.execute("EXPLAIN QUERY PLAN " + asked, values)
    return "; ".join(row[3] for row in found)


def steps(outbox: Outbox, asked: str, *values: object) -> int:
    """How many steps of its machine SQLite takes, to the nearest hundred."""
    connection = outbox._store.connection
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 100
        return 0

    connection.set_progress_handler(step, 100)
    connection.execute(asked, values).fetchall()
    connection.set_progress_handler(None, 0)
    return taken


def quickest(task: Any, times: int = 5) -> float:
    taken = []
    for _ in range(times):
        began = perf_counter()
        task()
        taken.append(perf_counter() - began)
    return min(taken)


def test_waiting_incidents_are_found_by_the_index_whatever_their_number(tmp_path: Path) -> None:
    few = filled(tmp_path / "few.db", "incident_view", waiting(1000), len(IncidentRow._fields))
    many = filled(tmp_path / "many.db", "incident_view", waiting(MANY), len(IncidentRow._fields))
    for until, most in ((sut._NEVER, 1), (format_time(T0 + 50 * SECOND), 100)):
        said = plan(many, sut._WAKING, until, most)
        assert "INDEX ix_incident_view_wakes_at (wakes_at>? AND wakes_at<?)" in said
        assert "TEMP B-TREE" not in said
        asked = (sut._WAKING, until, most)
        assert steps(many, *asked) == steps(few, *asked) <= 1000
    assert many.wakes_at() == T0 + SECOND
    assert many.waking(T0 + 12 * SECOND, 100)[-2:] == ["INC-2026-000011", "INC-2026-000012"]
    assert many.waking(T0 + timedelta(days=9), 3) == few.waking(T0 + timedelta(days=9), 3)


def test_a_claim_reads_the_queue_in_its_order_and_no_further_than_it_needs(tmp_path: Path) -> None:
    few = filled(tmp_path / "few.db", "notice_view", owed(1000), len(PendingNotice._fields))
    many = filled(tmp_path / "many.db", "notice_view", owed(MANY), len(PendingNotice._fields))
    said = plan(many, sut._ANYBODYS, "", 10)
    assert "SCAN notice_view USING INDEX ix_notice_view_severity" in said
    assert "TEMP B-TREE" not in said
    assert steps(many, sut._ANYBODYS, "", 10) == steps(few, sut._ANYBODYS, "", 10) <= 1000
    theirs = plan(many, sut._ONE_RECEIVERS, "p1", "im", "live", "", 10)
    assert "INDEX ix_notice_view_receiver (receiver=? AND contact=?)" in theirs
    made = [one.notice.made_at for one in many.claim("a", T0, 10, LEASE)]
    assert made == [format_time(T0 + 4 * number * SECOND) for number in range(10)]


def test_the_next_claim_is_known_at_once_whether_all_wait_or_none_does(tmp_path: Path) -> None:
    outbox = filled(tmp_path / "many.db", "notice_view", owed(MANY), len(PendingNotice._fields))
    assert outbox.due_at(T0) == T0
    assert quickest(lambda: outbox.due_at(T0)) < 0.05
    with outbox._store.writing():
        outbox._store.connection.execute(
            "INSERT INTO sending SELECT key, '', '', 1, ?, 'timeout' FROM notice_view",
            (format_time(T0 + LEASE),),
        )
    assert outbox.due_at(T0) == T0 + LEASE
    assert quickest(lambda: outbox.due_at(T0)) < 0.5
    assert outbox.due_at(T0 + LEASE) == T0 + LEASE
    assert len(outbox.rows(T0)) == MANY


def test_ten_thousand_due_at_once_are_worked_off_in_order(tmp_path: Path) -> None:
    rows = list(owed(10_000))
    outbox = filled(tmp_path / "many.db", "notice_view", iter(rows), len(PendingNotice._fields))
    taken: list[PendingNotice] = []
    while claims := outbox.claim("a", T0, 500, LEASE):
        assert len(claims) <= 500
        taken += [one.notice for one in claims]
    assert all(one.order < other.order for one, other in pairwise(taken))
    assert len(taken) == 10_000


@pytest.mark.parametrize("owners", [2, 4])
def test_owners_at_the_same_moment_share_the_queue_without_overlap(
    tmp_path: Path, owners: int
) -> None:
    path = tmp_path / "pages.db"
    desk = Desk(create_store(path, "test"))
    for step in range(30):
        paged(desk, f"p{step}", step=step)
    barrier = threading.Barrier(owners)
    taken: dict[str, list[str]] = {}

    def work(owner: str) -> None:
        outbox = opened(path)
        barrier.wait()
        mine = taken.setdefault(owner, [])
        while claims := outbox.claim(owner, T0, 2, LEASE):
            mine += [one.notice.key for one in claims]

    threads = [threading.Thread(target=work, args=(f"o{number}",)) for number in range(owners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [key for mine in taken.values() for key in mine]
    assert len(keys) == len(set(keys)) == 30
