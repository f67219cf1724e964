"""Two people at two shells, on one incident at once."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shell import PROGRAM, Shell

EACH = 8


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    assert shell.here("declare", "Channel A", "--sev", "2").code == 0
    return shell


def test_nothing_that_either_of_them_wrote_is_lost(shell: Shell) -> None:
    def at_a_shell(person: str) -> str:
        loop = f"for n in $(seq {EACH}); do '{PROGRAM}' note 1 \"{person} $n\" --as {person}; done"
        done = subprocess.run(
            ["sh", "-ec", loop], env=shell.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    with ThreadPoolExecutor() as both:
        answers = [
            int(line) for said in both.map(at_a_shell, ("li", "wang")) for line in said.split()
        ]
    assert sorted(answers) == list(range(2, 2 + 2 * EACH))
    written = [entry["event"]["text"] for entry in shell.entries()[1:]]
    assert sorted(written) == sorted(f"{p} {n}" for p in ("li", "wang") for n in range(1, EACH + 1))
    assert shell.here("journal", "verify").code == 0


def test_closing_twice_at_once_closes_once(shell: Shell) -> None:
    for words in (("contained",), ("recovered",), ("resolved", "--funds", "none")):
        assert shell.here("status", "1", *words).code == 0
    with ThreadPoolExecutor() as both:
        said = list(both.map(lambda _: shell("close", "1"), range(2)))
    assert sorted(one.code for one in said) == [0, 3]
    refused = next(one for one in said if one.code == 3)
    assert "NF-1002" in refused.err
    closings = [e for e in shell.entries() if e["event"].get("after") == "closed"]
    assert len(closings) == 1


def test_two_alarms_at_once_declare_one_incident(shell: Shell) -> None:
    words = ("declare", "Channel B", "--sev", "2", "--key", "monitor:1")
    with ThreadPoolExecutor() as both:
        said = list(both.map(lambda _: shell(*words), range(2)))
    assert {one.answer for one in said} == {"INC-2026-0002"} or len(
        {one.answer for one in said}
    ) == 1
    assert len(shell.here("list", "--json").json["incidents"]) == 2


def test_two_first_commands_make_one_database(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    with ThreadPoolExecutor() as both:
        said = list(both.map(lambda n: shell("declare", f"Channel {n}", "--sev", "2"), range(2)))
    assert [one.code for one in said] == [0, 0]
    assert len({one.answer for one in said}) == 2
    assert shell.here("journal", "verify").code == 0
