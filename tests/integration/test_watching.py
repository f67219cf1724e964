"""The record of watching: said once, answered for a span, and kept like everything else."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from exports import refused
from netfin_incident.app.desk import Desk
from netfin_incident.app.watching import Watching
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Known, Mode
from netfin_incident.domain.watch import events as e
from netfin_incident.domain.watch.state import Gap
from netfin_incident.errors import RecordError
from netfin_incident.store.export import export_lines, import_rows, verify_export
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import verify_store
from record_book import declare
from story import T0


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(tmp_path / "netfin.db")


@pytest.fixture
def watching(store: Store) -> Watching:
    return Watching(store)


def test_what_is_recorded_was_done_by_the_program(watching: Watching) -> None:
    recorded = watching.started(T0, "ops-1:4711", "ops-1", 4711)
    assert recorded is not None
    assert recorded.act == Act(T0, "watch", Known.PROGRAM, uid=os.getuid())
    assert recorded.event == e.WatchStarted("ops-1:4711", "ops-1", 4711)
    assert (recorded.seq, recorded.version) == (1, 1)


def test_a_watcher_stops_once_and_only_if_it_had_started(watching: Watching) -> None:
    assert watching.stopped(T0, "ops-1:4711", "signal 15") is None
    watching.started(T0, "ops-1:4711", "ops-1", 4711)
    stopped = watching.stopped(at(1), "ops-1:4711", "signal 15")
    assert stopped is not None
    assert stopped.event == e.WatchStopped("ops-1:4711", "signal 15")
    assert watching.stopped(at(2), "ops-1:4711") is None


def test_a_gap_that_two_watchers_find_is_written_once(store: Store) -> None:
    one, other = Watching(store), Watching(open_store(store.path))
    assert one.gap(at(10), at(0), at(10)) is not None
    assert other.gap(at(11), at(0), at(10)) is None
    assert other.gap(at(11), at(2), at(9)) is None
    further = other.gap(at(12), at(0), at(12))
    assert further is not None
    assert further.event == e.WatchGap(at(10), at(12))
    assert one.gaps(at(0), at(60)) == (Gap(at(0), at(10)), Gap(at(10), at(12)))
    assert one.gap(at(12), at(12), at(12)) is None
    assert one.gap(at(12), at(20), at(12)) is None


def test_the_gaps_of_a_span_are_those_that_lie_in_it_in_part(watching: Watching) -> None:
    for start, end in ((0, 10), (20, 30), (40, 50)):
        watching.gap(at(end), at(start), at(end))
    assert [gap.start for gap in watching.gaps(at(10), at(40))] == [at(20)]
    assert [gap.start for gap in watching.gaps(at(9.9), at(40.1))] == [at(0), at(20), at(40)]
    assert [gap.start for gap in watching.gaps(at(22), at(23))] == [at(20)]
    assert watching.gaps(at(30), at(40)) == ()


def test_a_jump_of_the_clock_says_by_how_much_and_what_counted(watching: Watching) -> None:
    jumped = watching.jumped(at(5), -3600, at(-55), at(5))
    assert jumped is not None
    assert jumped.event == e.ClockJumped(-3600, at(-55), at(5))


def test_only_what_is_newer_is_read(store: Store, watching: Watching) -> None:
    watching.started(T0, "a", "ops-1", 1)
    watching.jumped(T0, 9, T0, T0)
    assert watching.gaps(T0, at(1)) == ()
    seen: list[str] = []
    store.connection.set_trace_callback(seen.append)
    watching.gap(at(1), T0, at(1))
    watching.gap(at(3), at(2), at(3))
    store.connection.set_trace_callback(None)
    read = [sql.split("entry.version > ")[1].split()[0] for sql in seen if "entry.version >" in sql]
    assert read == ["2", "2"]


def test_what_was_rolled_back_is_not_believed(store: Store, watching: Watching) -> None:
    store.connection.execute(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON main.body BEGIN SELECT RAISE(FAIL, 'full'); END"
    )
    with pytest.raises(RecordError):
        watching.gap(at(10), at(0), at(10))
    store.connection.execute("DROP TRIGGER full")
    assert watching.gaps(at(0), at(60)) == ()
    assert watching.gap(at(10), at(0), at(10)) is not None


def test_the_stream_stands_beside_the_incidents_and_is_exported_with_them(
    store: Store, watching: Watching, tmp_path: Path
) -> None:
    desk = Desk(store)
    watching.started(T0, "a", "ops-1", 1)
    incident = declare(desk)
    watching.gap(at(2), at(1), at(2))
    watching.stopped(at(3), "a")
    watching.jumped(at(4), 60, at(4), at(4))
    assert [row.id for row in desk.incidents(Mode.LIVE).rows] == [incident]
    assert verify_store(store).is_good
    lines = list(export_lines(store))
    restored = create_store(tmp_path / "restored.db")
    assert import_rows(restored, lines, "all.jsonl") == 5
    assert Watching(restored).gaps(at(0), at(9)) == (Gap(at(1), at(2)),)
    assert Desk(restored).rebuild() == 1
    assert verify_export(list(export_lines(store, "watch")), "watch.jsonl")[1].is_good


def test_entries_that_cannot_follow_one_another_are_not_imported(
    store: Store, tmp_path: Path
) -> None:
    act = Act(T0, "watch", Known.PROGRAM)
    with store.writing() as journal:
        journal.append("watch", [(act, e.WatchStopped("nobody"))])
    lines = list(export_lines(store))
    empty = create_store(tmp_path / "restored.db")
    assert refused(lambda: import_rows(empty, lines, "all.jsonl")) == "entry-out-of-place"
    assert refused(lambda: Watching(store).gaps(T0, at(1))) == "entry-out-of-place"


@pytest.mark.parametrize("second", [(5, 15), (10, 10), (12, 11), (2, 8)])
def test_gaps_never_overlap(store: Store, second: tuple[float, float]) -> None:
    act = Act(T0, "watch", Known.PROGRAM)
    with store.writing() as journal:
        gaps = [e.WatchGap(at(0), at(10)), e.WatchGap(at(second[0]), at(second[1]))]
        journal.append("watch", [(act, gap) for gap in gaps])
    assert refused(lambda: Watching(store).gaps(T0, at(60))) == "entry-out-of-place"
