"""The watcher's clocks: set back, set forward, stopped; its heartbeat; gaps that nobody watched."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.app.calling import Callers
from netfin_incident.app.escalating import escalate
from netfin_incident.app.watch_loop import Watch
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import CancelKind
from netfin_incident.domain.watch import events as w
from netfin_incident.store.watchers import ALIVE_WITHIN, Watchers
from story import T0
from watch_office import WatchOffice


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def beats(office: WatchOffice, watch: Watch, *steps: Callable[[], object]) -> None:
    """Run the loop: after each heartbeat comes the next step, and then the end."""
    stop, left = threading.Event(), list(steps)

    def on_beat() -> None:
        watch._woken.set()
        if left:
            left.pop(0)()
            office.wall.let_pass(seconds=1.5)
        else:
            stop.set()

    watch.run(stop, on_beat=on_beat)


def test_a_clock_set_back_delays_no_level(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.wall.set_by(hours=-1)
    office.wall.let_pass(minutes=5)
    watch.once()
    assert office.counts() == (1, 1, 1, 0)
    fired = [x.act.at for x in office.entries(one) if isinstance(x.event, e.Escalated)]
    assert fired == [T0, T0 + timedelta(minutes=5)]


def test_after_a_clock_was_set_back_what_people_record_is_not_long_past(
    office: WatchOffice,
) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    beats(office, watch)
    office.wall.set_by(hours=-1)
    said_at = office.wall.now()
    office.ask(one, c.Acknowledge())
    office.wall.let_pass(minutes=5)
    watch.once()
    kinds = [x.event.KIND for x in office.entries(one)]
    assert "told" not in kinds, "nobody is reminded of what they have just said"
    (ack,) = [x.act for x in office.entries(one) if isinstance(x.event, e.Acknowledged)]
    assert ack.at > said_at + timedelta(minutes=59)
    assert ack.happened == said_at


def test_after_a_clock_was_set_back_an_escalation_by_hand_calls_one_level_only(
    office: WatchOffice,
) -> None:
    one, callers = office.declare(), office.desk.caller
    assert isinstance(callers, Callers)
    watch = office.watch()
    watch.once()
    beats(office, watch)
    office.wall.set_by(hours=-1)
    asked_at = office.wall.now()
    escalate(office.desk, callers, one, Act(asked_at, "ann"), None)
    watch.once()
    by_hand = [x.act for x in office.entries(one) if isinstance(x.event, e.Escalated)][1:]
    assert [(act.by, act.happened) for act in by_hand] == [("ann", asked_at)]
    assert by_hand[0].at > asked_at + timedelta(minutes=59)
    assert office.counts()[3] == 0, "the fallback is not called at once"


def test_a_mark_far_ahead_of_everything_is_not_believed(office: WatchOffice) -> None:
    one = office.declare()
    watchers = Watchers(office.desk.store)
    watchers.mark(T0 + timedelta(days=400))
    assert watchers.trusted_mark(office.wall.now()) is None
    office.ask(one, c.Acknowledge())
    assert office.entries(one)[-1].act.at < T0 + timedelta(days=1)


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=30)])
def test_a_clock_set_forward_calls_early_but_one_level_only(
    office: WatchOffice, ahead: timedelta
) -> None:
    office.declare()
    watch = office.watch()
    watch.once()
    office.wall.set_by(seconds=ahead.total_seconds())
    watch.once()
    assert office.counts() == (1, 1, 1, 0)


def test_a_watcher_started_behind_the_mark_does_not_go_back(office: WatchOffice) -> None:
    one = office.declare()
    office.watch().once()
    office.wall.let_pass(minutes=4)
    beats(office, office.watch("w2"))
    office.wall.set_by(hours=-2)
    later = office.watch("w3")
    office.wall.let_pass(minutes=1)
    later.once()
    assert office.counts() == (1, 1, 1, 0)
    last = [x.act.at for x in office.entries(one) if isinstance(x.event, e.Escalated)][-1]
    assert (last - T0).total_seconds() == pytest.approx(5 * 60, abs=5)


@pytest.mark.parametrize("hours", [-1, 1, 24 * 30])
def test_a_clock_that_is_set_is_recorded_and_is_no_gap(office: WatchOffice, hours: int) -> None:
    beats(office, office.watch(), lambda: None, lambda: office.wall.set_by(hours=hours))
    jumps = [one for one in office.watched() if isinstance(one, w.ClockJumped)]
    assert [one.seconds for one in jumps] == [hours * 3600]
    assert [one for one in office.watched() if isinstance(one, w.WatchGap)] == []


def test_a_clock_that_runs_as_it_should_is_not_recorded(office: WatchOffice) -> None:
    beats(office, office.watch(), *[lambda: None] * 5)
    assert [type(one) for one in office.watched()] == [w.WatchStarted, w.WatchStopped]


def test_a_stopped_watcher_finds_its_own_gap(office: WatchOffice) -> None:
    beats(office, office.watch(), lambda: None, lambda: office.wall.let_pass(minutes=20))
    (gap,) = [one for one in office.watched() if isinstance(one, w.WatchGap)]
    assert (gap.end - gap.start).total_seconds() == pytest.approx(20 * 60, abs=3)


def test_a_gap_before_the_start_is_recorded_by_the_next_watcher(office: WatchOffice) -> None:
    beats(office, office.watch("w1"))
    left_at = office.wall.now()
    office.wall.let_pass(minutes=30)
    beats(office, office.watch("w2"))
    beats(office, office.watch("w3"))
    (gap,) = [one for one in office.watched() if isinstance(one, w.WatchGap)]
    assert gap == w.WatchGap(left_at, left_at + timedelta(minutes=30))


def test_a_short_time_without_a_watcher_is_no_gap(office: WatchOffice) -> None:
    beats(office, office.watch("w1"))
    office.wall.let_pass(seconds=60)
    beats(office, office.watch("w2"))
    assert [one for one in office.watched() if isinstance(one, w.WatchGap)] == []


def test_before_the_first_watcher_ever_nothing_watched_the_oldest_that_still_runs(
    office: WatchOffice,
) -> None:
    over = office.declare()
    office.ask(over, c.Cancel(CancelKind.FALSE_ALARM, "a test"))
    office.wall.let_pass(hours=1)
    begun_at = office.wall.now()
    office.declare()
    office.wall.let_pass(minutes=10)
    office.declare()
    office.watch().once()
    beats(office, office.watch())
    (gap,) = [one for one in office.watched() if isinstance(one, w.WatchGap)]
    assert gap == w.WatchGap(begun_at, begun_at + timedelta(minutes=10))


@pytest.mark.parametrize("seconds", [60, 0])
def test_the_first_watcher_ever_has_no_gap_before_it_where_nobody_waited(
    office: WatchOffice, seconds: int
) -> None:
    if seconds:
        office.declare()
    office.wall.let_pass(seconds=seconds or 100_000)
    beats(office, office.watch())
    assert [type(one) for one in office.watched()] == [w.WatchStarted, w.WatchStopped]


def test_where_another_watches_there_is_no_gap(office: WatchOffice) -> None:
    first, second = office.watch("w1"), office.watch("w2")

    def second_watches_meanwhile() -> None:
        for _ in range(10):
            office.wall.let_pass(seconds=10)
            second._presence.pulse(timedelta())

    beats(office, first, second_watches_meanwhile)
    assert [one for one in office.watched() if isinstance(one, w.WatchGap)] == []


def test_a_watcher_is_seen_while_it_watches_and_leaves_in_the_end(office: WatchOffice) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        fresh = office.watchers.fresh(office.wall.now(), ALIVE_WITHIN)
        seen.append([one.id for one in fresh])

    beats(office, office.watch("w1"), look, look)
    assert seen == [["w1"], ["w1"]]
    assert office.watchers.all() == []
    assert office.watchers.last_seen() == office.wall.now()


def test_a_watcher_whose_clock_was_set_back_is_still_seen(office: WatchOffice) -> None:
    seen: list[int] = []

    def look() -> None:
        seen.append(len(office.watchers.fresh(office.wall.now(), ALIVE_WITHIN)))

    beats(office, office.watch(), lambda: office.wall.set_by(hours=-5), look)
    assert seen == [1]


def test_once_leaves_no_trace_of_watching(office: WatchOffice) -> None:
    office.watch().once()
    assert office.watched() == []
    assert office.watchers.last_seen() is None
