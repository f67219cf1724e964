"""Who is watching, and how far the clock has come."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netfin_incident.errors import RecordError
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.watchers import Watcher, Watchers
from other_users import open_folder, unprivileged
from story import T0

SECOND = timedelta(seconds=1)


@pytest.fixture
def watchers(tmp_path: Path) -> Watchers:
    return Watchers(create_store(tmp_path / "netfin.db"))


def watcher(name: str, seen: datetime = T0, lag_ms: int = 0) -> Watcher:
    return Watcher(name, "watch", "ops-1", 4711, "0.1.0", T0, seen, lag_ms)


def test_a_watcher_is_known_by_its_last_beat(watchers: Watchers) -> None:
    watchers.beat(watcher("a"))
    watchers.beat(watcher("b", T0 + SECOND))
    watchers.beat(watcher("a", T0 + 2 * SECOND, 40))
    assert watchers.all() == [watcher("a", T0 + 2 * SECOND, 40), watcher("b", T0 + SECOND)]
    assert watchers.last_seen() == T0 + 2 * SECOND


def test_only_a_beat_near_now_is_fresh_whichever_clock_was_wrong(watchers: Watchers) -> None:
    watchers.beat(watcher("ahead", T0 + timedelta(days=1)))
    watchers.beat(watcher("late", T0 - 31 * SECOND))
    watchers.beat(watcher("here", T0 - 30 * SECOND))
    watchers.beat(watcher("a little ahead", T0 + 30 * SECOND))
    within = 30 * SECOND
    assert [one.id for one in watchers.fresh(T0, within)] == ["a little ahead", "here"]
    assert watchers.fresh(T0 + timedelta(hours=1), within) == []


def test_when_one_leaves_it_is_still_known_when_anybody_watched_last(watchers: Watchers) -> None:
    assert watchers.last_seen() is None
    watchers.beat(watcher("a", T0 + SECOND))
    watchers.leave("a")
    watchers.leave("nobody")
    assert watchers.all() == []
    assert watchers.last_seen() == T0 + SECOND
    watchers.beat(watcher("b", T0))
    assert watchers.last_seen() == T0 + SECOND


def test_one_that_was_silent_for_a_day_is_forgotten(watchers: Watchers) -> None:
    watchers.beat(watcher("killed"))
    watchers.beat(watcher("b", T0 + timedelta(days=1)))
    assert [one.id for one in watchers.all()] == ["b", "killed"]
    watchers.beat(watcher("b", T0 + timedelta(days=1) + SECOND))
    assert [one.id for one in watchers.all()] == ["b"]


def test_the_clocks_mark_only_moves_forward(watchers: Watchers) -> None:
    assert watchers.marked() is None
    for seconds, reached in ((5, 5), (3, 5), (9, 9)):
        watchers.mark(T0 + seconds * SECOND)
        assert watchers.marked() == T0 + reached * SECOND
    assert watchers.last_seen() is None


def test_where_only_reading_is_allowed_it_is_seen_and_not_beaten(watchers: Watchers) -> None:
    watchers.beat(watcher("a"))
    with open_folder() as folder:
        copy = folder / "netfin.db"
        copy.write_bytes(watchers._store.path.read_bytes())
        copy.chmod(0o444)

        def looked() -> tuple[list[str], str]:
            theirs = Watchers(open_store(copy))
            seen = [one.id for one in theirs.all()]
            try:
                theirs.beat(watcher("b"))
            except RecordError as error:
                return seen, error.slug
            return seen, ""

        assert unprivileged(looked) == (["a"], "database-read-only")


def test_all_of_it_can_be_lost(watchers: Watchers) -> None:
    watchers.beat(watcher("a"))
    watchers.mark(T0)
    with sqlite3.connect(watchers._store.path) as connection:
        connection.execute("DELETE FROM watcher")
        connection.execute("DELETE FROM clock_mark")
    connection.close()
    assert (watchers.all(), watchers.last_seen(), watchers.marked()) == ([], None, None)
    watchers.beat(watcher("a"))
    assert watchers.last_seen() == T0
