"""The list of incidents: whatever happened, kept, rebuilt and folded in memory are the same list."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Mode, Origin
from netfin_incident.errors import CommandRefused, RecordError, StoreBusy
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import verify_store
from netfin_incident.store.views import IncidentList
from record_book import ROUNDS, act, declare, unguarded, written
from story import LI, PLAN, T0
from strategies import Picker

BOTH = (Mode.LIVE, Mode.DRILL)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "netfin.db"
    create_store(path).close()
    return path


@contextmanager
def copied(blank: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(blank, folder))


def listed(desk: Desk) -> IncidentList:
    return desk.incidents(*BOTH, ended=True)


def cursor(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT seq FROM view_cursor").fetchone()
    connection.close()
    return int(found[0]) if found else 0


@contextmanager
def held(path: Path, how: str = "IMMEDIATE") -> Iterator[None]:
    """The file as it is while somebody else writes."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"BEGIN {how}")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def happen(desk: Desk, pick: Picker) -> None:
    """One thing more: a declaration, or any command to any incident, or a look at the list."""
    known = [row.id for row in listed(desk).rows] if pick.one_in(3) else []
    at = T0 + timedelta(minutes=pick.one_of(range(200)))
    try:
        if not known:
            mode, origin = pick.one_of(Mode), pick.one_of((Origin.NATIVE, *Origin))
            declaration = Declaration(
                "支付", pick.one_of(Severity), "UTC", mode, origin, pick.one_of(("", "", "alarm:1"))
            )
            desk.declare(declaration, Act(at, LI), c.AttachPlaybook(PLAN))
            return
        incident = desk.incident(pick.one_of(known))
        commands = [pick.command(incident) for _ in range(pick.one_of((1, 1, 2, 3)))]
        desk.handle(incident.id, pick.act(incident.last_at or at), *commands)
    except CommandRefused:
        return


@settings(max_examples=60)
@given(data=st.binary(min_size=60, max_size=400))
def test_the_list_kept_rebuilt_and_folded_in_memory_is_the_same(blank: Path, data: bytes) -> None:
    with copied(blank) as path:
        desk, pick = Desk(open_store(path)), Picker(data)
        while not pick.is_used_up:
            happen(desk, pick)
        states = {row.id: desk.incident(row.id) for row in listed(Desk(open_store(path))).rows}
        with held(path):
            in_memory = listed(desk)
        assert in_memory.folded_in_memory is (cursor(path) < desk.head().seq)
        kept = listed(desk)
        assert not kept.folded_in_memory
        assert cursor(path) == desk.head().seq
        fresh = Desk(open_store(path))
        assert fresh.rebuild() == len(kept.rows) == len(states)
        assert listed(fresh).rows == kept.rows == in_memory.rows
        assert {one: fresh.incident(one) for one in states} == states


def test_a_command_writes_the_journal_and_nothing_else(tmp_path: Path) -> None:
    desk = written(tmp_path / "netfin.db")
    assert cursor(tmp_path / "netfin.db") == 0
    assert len(listed(desk).rows) == 3
    assert cursor(tmp_path / "netfin.db") == 36


def test_while_another_writes_the_list_is_folded_in_memory_and_says_so(path: Path) -> None:
    desk = Desk(open_store(path))
    listed(desk)
    declare(desk, "newest", 60)
    with held(path):
        seen = desk.incidents(Mode.LIVE)
        assert seen.folded_in_memory
        assert seen.rows[0].title == "newest"
        assert cursor(path) == 36
    assert not desk.incidents(Mode.LIVE).folded_in_memory
    assert cursor(path) == 37


def test_a_file_in_wal_mode_gives_the_same_lists(path: Path) -> None:
    """As on a repaired SQLite: here the connection is made by hand, for openers would leave WAL."""
    connection = sqlite3.connect(path, isolation_level=None)
    assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    desk = Desk(Store(connection, path, read_only=False))
    assert len(listed(desk).rows) == 3
    mark = desk.store.change_mark()
    other = Desk(Store(sqlite3.connect(path, isolation_level=None), path, read_only=False))
    declare(other, "newest", 60)
    assert desk.store.change_mark() != mark
    with held(path):
        seen = desk.incidents(Mode.LIVE)
        assert (seen.folded_in_memory, seen.rows[0].title) == (True, "newest")
    assert verify_store(desk.store).entries == 37
    desk.store.close()
    other.store.close()


def test_a_current_list_needs_no_lock(path: Path) -> None:
    desk = Desk(open_store(path))
    listed(desk)
    with held(path):
        assert not listed(desk).folded_in_memory


def test_a_command_waits_for_its_turn_and_then_says_that_it_was_busy(path: Path) -> None:
    desk = Desk(open_store(path))
    with held(path), pytest.raises(StoreBusy, match="store-busy"), desk.store.writing(0.05):
        pass
    with (
        held(path, "EXCLUSIVE"),
        pytest.raises(StoreBusy, match="store-busy"),
        desk.store.reading(0.05) as journal,
    ):
        journal.head()
    assert declare(desk) == "INC-2026-0004"


def test_a_long_journal_is_caught_up_in_batches(blank: Path) -> None:
    with copied(blank) as path:
        desk = Desk(open_store(path))
        ids = [declare(desk, f"incident {number}", number) for number in range(5)]
        for step in range(100):
            desk.handle(ids[step % 5], act(step), *[c.Note(f"note {n}") for n in range(5)])
        seen: list[int] = []
        desk.store.connection.create_function("seen", 1, seen.append)
        desk.store.connection.execute(
            "CREATE TEMP TRIGGER watch AFTER INSERT ON main.view_cursor BEGIN SELECT seen(NEW.seq); END"
        )
        assert len(listed(desk).rows) == 5
        assert seen == [200, 400, 505]


def test_only_new_entries_are_read_for_a_list(path: Path) -> None:
    desk = Desk(open_store(path))
    listed(desk)
    declare(desk)
    seen: list[str] = []
    desk.store.connection.set_trace_callback(seen.append)
    listed(desk)
    desk.store.connection.set_trace_callback(None)
    read = [sql for sql in seen if "FROM entry LEFT JOIN body" in sql]
    assert len(read) == 1
    assert "INC-2026-0004" in read[0]


def test_only_new_entries_are_read_for_a_command(path: Path) -> None:
    desk = Desk(open_store(path))
    desk.handle("INC-2026-0001", act(900), c.Note("first"), c.Note("second"))
    seen: list[str] = []
    desk.store.connection.set_trace_callback(seen.append)
    for number in range(2):
        desk.handle("INC-2026-0001", act(901 + number), c.Note("one more"))
    desk.store.connection.set_trace_callback(None)
    read = [sql.split("entry.version > ")[1] for sql in seen if "entry.version > " in sql]
    written = desk.incident("INC-2026-0001").version
    assert [int(after.split()[0]) for after in read] == [written - 2, written - 1]


def test_a_table_that_claims_more_than_the_journal_has_is_made_anew(path: Path) -> None:
    desk = Desk(open_store(path))
    before = listed(desk).rows
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE view_cursor SET seq = 999")
        connection.execute("UPDATE incident_view SET title = 'nonsense'")
    connection.close()
    with held(path):
        assert listed(Desk(open_store(path))).rows == before
    assert listed(Desk(open_store(path))).rows == before
    assert cursor(path) == 36


def test_rebuilding_drops_what_is_not_in_the_journal(path: Path) -> None:
    desk = Desk(open_store(path))
    before = listed(desk).rows
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE incident_view SET severity = 1, title = 'nonsense'")
        connection.execute("UPDATE incident_view SET id = 'INC-1999-0001' WHERE rowid = 1")
    connection.close()
    assert desk.rebuild() == 3
    assert listed(desk).rows == before


def test_a_full_disk_does_not_keep_the_list_from_being_read(path: Path) -> None:
    desk = Desk(open_store(path))
    desk.store.connection.execute("PRAGMA max_page_count = 1")
    declared = 0

    def until_full() -> None:
        nonlocal declared
        for step in range(60):
            declare(desk, "支" * 190, step)
            declared += 1

    with pytest.raises(RecordError, match="disk-full"):
        until_full()
    assert len(listed(desk).rows) == 3 + declared


def test_the_worst_and_newest_come_first_and_the_ended_last(tmp_path: Path) -> None:
    desk = Desk(create_store(tmp_path / "netfin.db"))
    for step, severity in enumerate((3, 1, 4, 1, 2)):
        desk.declare(Declaration(f"{severity}", Severity(severity), "UTC"), act(step))
    desk.handle("INC-2026-0002", act(60), c.Cancel(CancelKind.FALSE_ALARM, "a test alarm"))
    drill = Declaration("a drill", Severity.S1, "UTC", Mode.DRILL)
    assert desk.declare(drill, act(90)).incident.id == "DRL-2026-0001"
    assert [row.id[-1] for row in desk.incidents(Mode.LIVE).rows] == ["4", "5", "1", "3"]
    ended = desk.incidents(Mode.LIVE, ended=True).rows
    assert [row.id[-1] for row in ended] == ["4", "5", "1", "3", "2"]
    assert [row.mode for row in desk.incidents(Mode.DRILL).rows] == ["drill"]
    assert all(
        one.declared_at >= two.declared_at
        for one, two in pairwise(ended)
        if one.severity == two.severity and one.status == two.status
    )


def test_an_entry_that_cannot_be_read_is_named_and_not_passed_over(path: Path) -> None:
    with unguarded(path) as connection:
        connection.execute("UPDATE body SET body = '{' WHERE seq = 1")
    with pytest.raises(RecordError, match="body-unreadable") as refused:
        listed(Desk(open_store(path)))
    assert str(refused.value.place) == "incident/INC-2026-0001:1"


def test_an_entry_that_cannot_follow_is_named(path: Path) -> None:
    task_moved = 3 + 3 * [type(one) for one in ROUNDS].index(c.MoveTask) + 1
    with unguarded(path) as connection:
        connection.execute(
            "UPDATE body SET body = replace(body, '\"T1\"', '\"T9\"') WHERE seq = ?", (task_moved,)
        )
    with pytest.raises(RecordError, match="entry-out-of-place") as refused:
        listed(Desk(open_store(path)))
    assert refused.value.values["stream"] == "incident/INC-2026-0001"
