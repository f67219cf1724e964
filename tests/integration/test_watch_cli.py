"""`netfin-incident watch` as people and service managers run it."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netfin_incident.domain.severity import Severity
from netfin_incident.domain.watch.events import WatchStopped
from netfin_incident.store.store import create_store
from notify_sinks import listening, says
from shell import PROGRAM, Shell
from watch_office import WatchOffice


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


@pytest.fixture
def shell(office: WatchOffice) -> Shell:
    """A shell in the office's folder."""
    found = Shell(office.folder)
    for name in ("roster", "escalation", "channels"):
        found.environment[f"NETFIN_{name.upper()}"] = str(office.folder / f"{name}.yaml")
    return found


def started(shell: Shell, *words: str, **changed: str) -> subprocess.Popen[str]:
    """The watch in a process of its own."""
    return subprocess.Popen(
        [str(PROGRAM), "watch", *words],
        cwd=shell.home, env={**shell.environment, **changed}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@contextmanager
def watching(shell: Shell, *words: str, **changed: str) -> Iterator[subprocess.Popen[str]]:
    """The watch in a process of its own, from when it has beaten until the test ends it."""
    process = started(shell, *words, **changed)
    try:
        until(lambda: shell.here("watch", "--check").code == 0 or process.poll() is not None)
        yield process
    finally:
        process.kill()
        process.communicate()


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_without_a_database_there_is_nothing_to_watch(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    for words in (("--once",), ("--check",)):
        said = shell("watch", *words)
        assert (said.code, "NF-3001" in said.err) == (5, True)
    assert not shell.database.exists()


def test_the_watch_waits_for_a_database_and_never_makes_one(tmp_path: Path) -> None:
    shell, path = Shell(tmp_path), tmp_path / "manager"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(15)
        process = started(shell, NOTIFY_SOCKET=str(path))
        told = [manager.recv(64), manager.recv(64)]
        assert not shell.database.exists()
        shell.done("declare", "Payments time out", "--sev", "2")
        until(lambda: shell.here("watch", "--check").code == 0)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=15)
    assert told == [b"READY=1", b"WATCHDOG=1"]
    assert process.returncode == 0
    lines = [line for line in err.splitlines() if str(shell.database) in line]
    assert lines[0].startswith(f"There is no database at {shell.database} yet")
    assert lines[1].startswith(f"Watching {shell.database} as ")


def test_a_watch_that_waits_for_a_database_can_be_ended(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    process = started(shell)
    assert process.stderr is not None
    assert "There is no database" in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Nothing watches"), ("zh-Hans", "无人值守")]
)
def test_the_check_says_that_nothing_watches(shell: Shell, language: str, words: str) -> None:
    said = shell.here("watch", "--check", "--lang", language)
    assert said.code == 1
    assert words in said.out
    assert said.out.count("NF-") == 1


def test_once_does_what_is_due_and_ends(shell: Shell, office: WatchOffice) -> None:
    shell.done("declare", "Payments time out", "--sev", "2")
    said = shell("watch", "--once")
    assert (said.code, said.out) == (0, "")
    assert "a level was called" in said.err
    assert office.counts() == (1, 0, 0, 0)
    nothing = {"undelivered": 0, "waiting": 0, "next_at": None}
    assert shell.here("watch", "--once", "--quiet", "--json").json == nothing


def test_once_says_by_its_exit_code_that_something_reached_nobody(
    shell: Shell, office: WatchOffice
) -> None:
    office.contacts = {"ann": "[{id: sms, channel: sms, address: '1380000'}]"}
    office.write_roster(("ann", "bo", "cy", "di"))
    shell.done("declare", "Payments time out", "--sev", "2")
    said = shell("watch", "--once")
    assert said.code == 7
    assert "1380000" not in said.err
    assert office.counts() == (0, 1, 1, 0)
    found = shell.here("watch", "--check", "--json").json
    assert [one["code"] for one in found["findings"]] == ["NF-9221", "NF-9224"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_watch_and_is_recorded(
    shell: Shell, office: WatchOffice, number: signal.Signals
) -> None:
    with watching(shell) as process:
        found = shell.here("watch", "--check", "--json").json
        assert [one["pid"] for one in found["watching"]] == [process.pid]
        process.send_signal(number)
        out, err = process.communicate(timeout=15)
    assert (process.returncode, out) == (0, "")
    assert err.startswith(f"Watching {shell.database} as ")
    assert len(err.splitlines()) == 1
    stopped = office.watched()[-1]
    assert isinstance(stopped, WatchStopped)
    assert stopped.reason == number.name
    assert shell.here("watch", "--check").code == 1


def test_a_page_goes_out_while_it_runs(shell: Shell, office: WatchOffice) -> None:
    with watching(shell, "--quiet") as process:
        shell.done("declare", "Payments time out", "--sev", "2")
        until(lambda: office.counts() == (1, 0, 0, 0))
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=15)
    assert len(err.splitlines()) == 1


def test_one_that_was_killed_is_missed_by_the_check(shell: Shell, office: WatchOffice) -> None:
    with watching(shell) as process:
        process.kill()
        process.wait()
    (watcher,) = office.watchers.all()
    assert watcher.pid == process.pid


def test_a_watch_that_loses_its_database_stops_with_the_reason(
    shell: Shell, office: WatchOffice
) -> None:
    with watching(shell) as process:
        office.database.rename(office.folder / "elsewhere.db")
        _, err = process.communicate(timeout=15)
    assert process.returncode == 5
    assert "NF-30" in err
    assert not office.database.exists()


def test_a_service_manager_is_told(shell: Shell, office: WatchOffice) -> None:
    path = office.folder / "manager"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(15)
        with watching(shell, NOTIFY_SOCKET=str(path)) as process:
            told = [manager.recv(64), manager.recv(64)]
            process.send_signal(signal.SIGTERM)
            while told[-1] != b"STOPPING=1":
                told.append(manager.recv(64))
            process.communicate(timeout=15)
    assert told[:2] == [b"READY=1", b"WATCHDOG=1"]


def test_files_that_cannot_be_used_are_named_by_the_check(
    shell: Shell, office: WatchOffice
) -> None:
    office.write_policy("schema: [")
    (office.folder / "roster.yaml").write_text("schema: [", encoding="utf-8")
    office.write_channels("channels: [")
    said = shell.here("watch", "--check")
    assert said.code == 1
    for name in ("escalation.yaml", "roster.yaml", "channels.yaml"):
        assert name in said.out


def test_the_check_finds_what_is_overdue(shell: Shell, office: WatchOffice) -> None:
    office.wall.at = office.wall.at.replace(year=2020)
    one = office.declare(Severity.S2)
    said = shell.here("watch", "--check")
    assert f"Something is overdue in {one}" in said.out
    assert shell.here("watch", "--check", "--json").json["findings"][1]["incident"] == one


def test_without_policies_it_says_that_nobody_is_called(shell: Shell, office: WatchOffice) -> None:
    (office.folder / "escalation.yaml").unlink()
    del shell.environment["NETFIN_ESCALATION"]
    with watching(shell) as process:
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=15)
    assert "nobody is called" in err


def test_options_that_exclude_each_other_are_refused(shell: Shell) -> None:
    for words in (("--once", "--check"), ("--check", "--alive-file", "x")):
        said = shell.here("watch", *words)
        assert (said.code, "NF-9226" in said.err) == (2, True)


def test_an_alive_file_that_cannot_be_made_is_said_before_anything_begins(shell: Shell) -> None:
    for path in ("/nowhere/alive", str(shell.home)):
        said = shell("watch", "--alive-file", path)
        assert (said.code, "NF-9225" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("url", "code"), [("ftp://example.com/x", 4), ("env:NOT_SET_ANYWHERE", 4), ("http://a b/", 4)]
)
def test_an_alive_url_that_cannot_be_used_is_said_and_not_repeated(
    shell: Shell, url: str, code: int
) -> None:
    said = shell("watch", "--alive-url", url)
    assert said.code == code
    assert "example.com/x" not in said.err


def test_the_alive_file_is_touched(shell: Shell, office: WatchOffice) -> None:
    alive = office.folder / "alive"
    alive.touch()
    os.utime(alive, (0, 0))
    with watching(shell, "--alive-file", str(alive)):
        until(lambda: alive.stat().st_mtime > 0)


def test_the_alive_url_is_asked_for_without_standing_in_the_log(
    shell: Shell, office: WatchOffice
) -> None:
    office.write_channels("")
    with listening(says("200 OK")) as sink:
        url = f"http://127.0.0.1:{sink.port}/ping/5f1c2d"
        with watching(shell, "--alive-url", "env:ALIVE", ALIVE=url) as process:
            until(lambda: bool(sink.requests))
            process.send_signal(signal.SIGTERM)
            _, err = process.communicate(timeout=15)
    assert sink.requests[0][0] == "GET /ping/5f1c2d HTTP/1.1"
    assert "5f1c2d" not in err


def test_failpoints_are_refused_in_a_real_database(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    create_store(shell.database).close()
    said = shell("watch", "--once", NETFIN_FAILPOINT="send.after:1")
    assert (said.code, "NF-9211" in said.err) == (2, True)


def test_a_killed_sender_leaves_the_page_to_the_next_watcher(
    shell: Shell, office: WatchOffice
) -> None:
    shell.done("declare", "Payments time out", "--sev", "2")
    assert shell("watch", "--once", NETFIN_FAILPOINT="send.before:1").code == -signal.SIGKILL
    assert office.counts() == (0, 0, 0, 0)
    waits = shell.here("watch", "--once")
    assert waits.code == 7
    assert "1 still wait to be sent, the next until " in waits.err
    assert shell.here("watch", "--once", "--json").json["waiting"] == 1
    with office.desk.store.writing():
        office.desk.store.connection.execute("UPDATE sending SET next_at = '', lease_until = ''")
    assert shell("watch", "--once").code == 0
    assert office.counts() == (1, 0, 0, 0)
