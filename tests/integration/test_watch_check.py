"""`watch --check`, as a timer runs it: what is no watching, and what people hold back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netfin_incident.store.watchers import Watcher
from shell import Shell
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


def test_a_terminal_window_alone_is_not_enough_for_the_check(
    shell: Shell, office: WatchOffice
) -> None:
    at = datetime.now(UTC)  # noqa: TID251 - the check goes by the machine's clock
    window = Watcher("h:1:a", "terminal", "desk-7", 1, "1", at, at)
    office.watchers.beat(window)
    said = shell.here("watch", "--check")
    assert said.code == 1
    assert f"Only a terminal window watches {office.database}" in said.out
    assert "desk-7" in said.out
    office.watchers.beat(window._replace(id="h:2:b", kind="watch"))
    assert shell.here("watch", "--check").code == 0


def test_what_is_held_back_is_named_by_the_check_and_is_no_finding(
    shell: Shell, office: WatchOffice
) -> None:
    shell.done("declare", "Payments time out", "--sev", "2")
    shell.done("escalate", "1")
    key = shell.here("notify", "queue", "--json").json["notices"][0]["key"]
    shell.done("notify", "quarantine", key, "--reason", "on a plane")
    at = datetime.now(UTC)  # noqa: TID251 - the check goes by the machine's clock
    office.watchers.beat(Watcher("h:1:a", "watch", "h", 1, "1", at, at))
    said = shell.here("watch", "--check")
    assert said.code == 0
    assert f"Held back: notice {key[:8]}" in said.out
    assert "on a plane" in said.out
    (held,) = shell.here("watch", "--check", "--json").json["held_back"]
    assert (held["key"], held["to"]) == (key[:8], "ann")
    shell.done("ack", "1")
    assert "Held back" not in shell.here("watch", "--check").out
