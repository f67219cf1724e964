"""What starting loads: commands that scripts call often must not wait for what they do not need."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from netfin_incident.cli.table import HOT
from shell import Shell

HEAVY = {"sqlalchemy", "sqlmodel", "alembic", "pendulum", "pydantic", "textual", "typer", "jinja2", "yaml", "rich"}  # fmt: skip


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    assert shell.here("declare", "Channel A", "--sev", "2").code == 0
    return shell


def loaded(shell: Shell, *words: str) -> set[str]:
    """The top-level packages in memory after the program did what `words` ask for."""
    code = (
        "import sys; from netfin_incident.__main__ import main; code = main(sys.argv[1:]);"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules}); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], env=shell.environment, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done
    return set(done.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    "words",
    [
        ("note", "1", "text"), ("--json", "note", "1", "text"), ("note", "1", "text", "--as", "li"),
        ("incident", "note", "1", "text", "--at", "-15m"), ("--help",), ("--version",), ("--lang=zh", "--help"),
    ],
)  # fmt: skip
def test_a_quick_command_loads_nothing_heavy(shell: Shell, words: tuple[str, ...]) -> None:
    assert loaded(shell, *words) & HEAVY == set()


def test_the_version_needs_no_database_code(shell: Shell) -> None:
    assert loaded(shell, "--version") & {"sqlite3", "json", "dataclasses", "typing"} <= {"typing"}


def test_other_commands_load_the_full_parser_only(shell: Shell) -> None:
    assert loaded(shell, "ack", "1") & HEAVY <= {"typer", "pydantic", "rich"}


@pytest.mark.parametrize("words", ["ack 1", "list", "show 1", "roster check"])
def test_nothing_that_sends_is_loaded_by_what_does_not_send(shell: Shell, words: str) -> None:
    code = (
        "import sys; from netfin_incident.__main__ import main; main(sys.argv[1:]);"
        "print(any('netfin_incident.notify' in name for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words.split()], env=shell.environment, capture_output=True,
        text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "False"


def test_both_ways_to_read_a_note_write_the_same(shell: Shell) -> None:
    assert HOT == ("note",)
    quick = shell.here("note", "1", "text", "--as", "li", "--at", "2026-01-02 10:00")
    full = shell.here("note", "1", "--as", "li", "--at", "2026-01-02 10:00", "--", "text")
    assert re.sub("#[0-9]+", "#", quick.err) == re.sub("#[0-9]+", "#", full.err)
    one, other = shell.entries()[-2:]
    for field in ("event", "by", "known", "occurred_at", "kind", "text"):
        assert one[field] == other[field]
    assert (int(quick.answer), int(full.answer)) == (one["entry"], other["entry"])
