import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netfin_incident.app.seen import last_seen, see, seen_file
from netfin_incident.store.store import Store, open_store
from shell import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", shell.environment["XDG_STATE_HOME"])
    return shell


@pytest.fixture
def store(shell: Shell) -> Store:
    for words in (
        ("declare", "Channel A", "--sev", "2"),
        ("note", "1", "one"),
        ("note", "1", "two"),
    ):
        assert shell.here(*words).code == 0
    return open_store(shell.database)


def cut(store: Store, after: int) -> None:
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DROP TRIGGER body_is_append_only_delete")
        connection.execute("DROP TRIGGER entry_is_append_only_delete")
        connection.execute("DELETE FROM body WHERE seq > ?", (after,))
        connection.execute("DELETE FROM entry WHERE seq > ?", (after,))


def test_what_a_command_wrote_is_remembered_for_the_user_alone(store: Store) -> None:
    path = seen_file(store)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    with store.reading() as journal:
        assert last_seen(store) == journal.head()


def test_the_memory_follows_the_record_only_along_its_chain(store: Store) -> None:
    remembered = last_seen(store)
    cut(store, 2)
    assert see(store) == remembered
    assert last_seen(store) == remembered


def test_a_memory_that_cannot_be_read_or_kept_stops_nothing(store: Store) -> None:
    path = seen_file(store)
    assert path is not None
    path.write_text("nonsense", encoding="utf-8")
    assert last_seen(store) is None
    assert see(store) is None
    assert last_seen(store) is not None
    path.unlink()
    path.mkdir()
    assert (last_seen(store), see(store)) == (None, None)


def test_a_scratch_database_is_not_remembered(shell: Shell) -> None:
    out = shell.home / "demo"
    assert shell.here("demo", "--headless", "--out", str(out)).code == 0
    scratch = open_store(out / "demo.db")
    assert (seen_file(scratch), see(scratch)) == (None, None)
