"""The loop itself: two at once, its end, a database that is busy, gone or replaced, and the sign of life."""

import sqlite3
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from netfin_incident.app.sign_of_life import SIGN_EVERY, SignOfLife, asking
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watch_parts import health_of
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.watch import events as w
from netfin_incident.errors import RecordError
from netfin_incident.notify.addresses import read_target
from netfin_incident.store.store import Store, create_store
from netfin_incident.store.views import IncidentView
from notify_sinks import listening, reach, says
from watch_office import POLICY, WatchOffice


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def test_two_watchers_at_once_do_nothing_twice(office: WatchOffice) -> None:
    office.write_policy(POLICY.replace("[{person: ann}]", "[{person: ann}, {person: bo}]"))
    ids = [office.declare(Severity.S2) for _ in range(30)]
    together = threading.Barrier(2)
    watches = [office.watch("w1"), office.watch("w2")]

    def watch(number: int) -> None:
        together.wait()
        for _ in range(3):
            watches[number].once()

    threads = [threading.Thread(target=watch, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert office.counts() == (30, 30, 0, 0)
    keys = Counter(page["key"] for one in ("ann", "bo") for page in office.pages(one))
    assert set(keys.values()) == {1}
    for one in ids:
        assert sorted(office.happened(one)) == ["level 1.1", "sent ann", "sent bo"]


def test_a_notice_that_dies_has_the_next_called_without_waiting(tmp_path: Path) -> None:
    office = WatchOffice(
        tmp_path, contacts={"ann": "[{id: sms, channel: sms, address: '1380000'}]"}
    )
    one = office.declare()
    stop = threading.Event()
    office.on_send = lambda letter: stop.set() if letter.to == "cy" else None
    began = time.monotonic()
    office.watch().run(stop)
    assert time.monotonic() - began < 5
    assert office.happened(one)[:3] == ["level 1.1", "failed ann: no_channel", "level 1.2"]


def test_what_is_being_sent_is_seen_to_its_end(office: WatchOffice) -> None:
    one = office.declare()
    stop = threading.Event()

    def stop_then_dawdle(_letter: object) -> None:
        stop.set()
        time.sleep(0.3)

    office.on_send = stop_then_dawdle
    office.watch().run(stop, reason=lambda: "told to")
    assert office.happened(one) == ["level 1.1", "sent ann"]
    assert office.watched()[-1] == w.WatchStopped("w1", "told to")


def test_what_waits_for_a_sender_is_given_back_in_the_end(office: WatchOffice) -> None:
    for _ in range(40):
        office.declare(Severity.S1)
    stop = threading.Event()

    def stop_then_dawdle(_letter: object) -> None:
        stop.set()
        time.sleep(0.2)

    office.on_send = stop_then_dawdle
    office.watch("w1").run(stop)
    sent = len(office.pages("ann"))
    assert 0 < sent < 40
    assert {one.owner for one in office.outbox.rows(office.wall.now())} == {""}
    office.on_send = lambda _letter: None
    office.watch("w2").once()
    assert len(office.pages("ann")) == 40


def test_somebody_elses_entry_wakes_the_watcher_at_once(office: WatchOffice) -> None:
    stop = threading.Event()
    sent_at: list[float] = []

    def note_the_time(_letter: object) -> None:
        sent_at.append(time.monotonic())
        stop.set()

    office.on_send = note_the_time
    thread = threading.Thread(target=office.watch().run, args=(stop,))
    thread.start()
    time.sleep(0.5)
    declared_at = time.monotonic()
    office.declare()
    thread.join(10)
    assert sent_at
    assert sent_at[0] - declared_at < 1


@pytest.mark.parametrize("replaced", [False, True])
def test_a_database_that_goes_ends_the_watch_loudly(office: WatchOffice, replaced: bool) -> None:
    watch = office.watch()

    def take_it_away() -> None:
        office.database.unlink()
        if replaced:
            create_store(office.database)

    with pytest.raises(RecordError) as refused:
        watch.run(threading.Event(), on_beat=take_it_away)
    assert refused.value.slug == "database-replaced"
    assert office.database.exists() is replaced


def test_a_busy_database_is_waited_for(
    office: WatchOffice, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for where, name in ((Store, "writing"), (Store, "reading"), (IncidentView, "writing")):
        waits = getattr(where, name).__wrapped__
        monkeypatch.setattr(waits, "__defaults__", (0.05,))
    office.declare()
    stop, watch = threading.Event(), office.watch()
    office.on_send = lambda _letter: stop.set()
    other = sqlite3.connect(office.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(1.0, other.rollback)
    release.start()
    watch.run(stop)
    release.join()
    other.close()
    assert office.counts() == (1, 0, 0, 0)
    assert "NF-4001" in caplog.text


def test_an_incident_declared_while_many_are_due_is_worked_off(office: WatchOffice) -> None:
    for _ in range(130):
        office.declare(Severity.S4)
    watch = office.watch()
    assert watch.once() == 0
    with office.desk.store.reading() as journal:
        kinds = Counter(row.kind for row in journal.tail())
    assert kinds[e.Escalated.KIND] == kinds[e.NoticeSent.KIND] == 130


def test_the_sign_of_life_is_given_while_all_is_well(office: WatchOffice) -> None:
    alive = office.folder / "alive"
    sign = SignOfLife(health_of(office.open()), WatchLog(), alive)
    sign.turn(office.wall.now())
    assert alive.exists()
    alive.unlink()
    office.wall.let_pass(seconds=SIGN_EVERY.total_seconds() - 1)
    sign.turn(office.wall.now())
    assert not alive.exists()
    office.wall.let_pass(seconds=1)
    sign.turn(office.wall.now())
    assert alive.exists()


def test_no_sign_of_life_is_given_while_something_is_overdue(office: WatchOffice) -> None:
    alive = office.folder / "alive"
    sign = SignOfLife(health_of(office.open()), WatchLog(), alive)
    office.declare()
    office.wall.let_pass(seconds=61)
    assert [one.slug for one in office.findings()] == ["incident-overdue"]
    sign.turn(office.wall.now())
    assert not alive.exists()
    office.watch().once()
    office.wall.let_pass(seconds=30)
    sign.turn(office.wall.now())
    assert alive.exists()


def test_a_notice_that_nobody_sends_is_overdue(office: WatchOffice) -> None:
    office.declare()
    watch = office.watch()
    watch._ticker.turn(office.wall.now())
    assert office.findings() == []
    office.wall.let_pass(seconds=61)
    assert [one.slug for one in office.findings()] == ["notice-overdue"]


def test_an_address_is_asked_within_what_may_be_reached() -> None:
    with listening(says("200 OK")) as sink:
        target = read_target(f"http://127.0.0.1:{sink.port}/ping", "--alive-url")
        asking(target, reach, WatchLog())()
        assert [first for first, _, _ in sink.requests] == ["GET /ping HTTP/1.1"]
        asking(target, lambda: reach("10.0.0.0/8"), WatchLog())()
        assert len(sink.requests) == 1


def test_a_file_that_cannot_be_touched_is_said_and_not_fatal(
    office: WatchOffice, caplog: pytest.LogCaptureFixture
) -> None:
    sign = SignOfLife(health_of(office.open()), WatchLog(), office.folder / "no" / "alive")
    sign.turn(office.wall.now())
    assert "NF-9225" in caplog.text
