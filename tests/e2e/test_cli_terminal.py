"""From the shell into the terminal and back."""

from pathlib import Path

import pexpect
import pytest

from shell import PROGRAM, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    assert shell.here("declare", "Channel A", "--sev", "2").code == 0
    return shell


def spawned(shell: Shell, *words: str, term: str = "xterm-256color") -> "pexpect.spawn[str]":
    return pexpect.spawn(
        str(PROGRAM), list(words), env={**shell.environment, "TERM": term}, dimensions=(24, 80),
        encoding="utf-8", timeout=30,
    )  # fmt: skip


def ended(child: "pexpect.spawn[str]") -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


@pytest.mark.parametrize("words", [(), ("--as", "li-na", "--lang", "zh")])
def test_without_a_command_the_terminal_opens(shell: Shell, words: tuple[str, ...]) -> None:
    child = spawned(shell, *words)
    child.expect("INC-")
    child.send("q")
    assert ended(child) == 0


def test_the_demo_opens_the_terminal_on_a_database_of_its_own(shell: Shell) -> None:
    child = spawned(shell, "demo")
    child.expect("DEMO")
    child.send("qq")  # out of the card, then out of the terminal
    assert ended(child) == 0
    assert len(shell.here("list", "--json").json["incidents"]) == 1


@pytest.mark.parametrize("words", [(), ("demo",)])
def test_a_dumb_terminal_is_told_which_command_to_type(
    shell: Shell, words: tuple[str, ...]
) -> None:
    child = spawned(shell, *words, term="dumb")
    child.expect("NF-9100")
    assert ended(child) == 2
