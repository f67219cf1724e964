"""Streams, settings and database files that are not as they should be: words, never a trace."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shell import PROGRAM, Shell

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def incident(shell: Shell) -> str:
    said = shell.here("declare", "支付通道中断", "--sev", "2")
    assert said.code == 0, said
    return said.answer


def in_shell(shell: Shell, script: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run a line of `sh` in which `nfi` is the program."""
    line = script.replace("nfi", f"'{PROGRAM}'")
    return subprocess.run(
        ["sh", "-c", line], env={**shell.environment, **changed}, cwd=shell.home,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


# --- streams ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script", ["nfi list --json >/dev/full", "nfi list >&-", "nfi --version >&-"]
)
def test_an_answer_that_cannot_be_written_is_said_and_fails(
    shell: Shell, incident: str, script: str
) -> None:
    done = in_shell(shell, script)
    assert done.returncode == 7, (incident, done)
    assert done.stderr.count("\n") == 1
    assert "NF-9112" in done.stderr


def test_a_note_whose_answer_is_lost_is_written_all_the_same(shell: Shell, incident: str) -> None:
    done = in_shell(shell, f"nfi note {incident} text >/dev/full")
    assert done.returncode == 7
    assert shell.entries()[-1]["event"]["text"] == "text"


def test_a_reader_that_has_seen_enough_ends_the_program_quietly(
    shell: Shell, incident: str
) -> None:
    for _ in range(4):
        assert shell.here("note", incident, "x" * 20_000).code == 0
    done = in_shell(shell, f"(nfi timeline {incident}; echo $? >code) | head -c 1")
    assert done.stderr == ""
    assert (shell.home / "code").read_text(encoding="utf-8").strip() == "141"


def test_closed_standard_error_changes_nothing_else(shell: Shell, incident: str) -> None:
    assert in_shell(shell, f"nfi note {incident} text 2>&-").returncode == 0
    assert in_shell(shell, "nfi nte 2>&- <&-").returncode == 2


@pytest.mark.parametrize(
    "changed",
    [{"LANG": "C"}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX"},
     {"PYTHONIOENCODING": "gb18030"}, {"COLUMNS": "0"}, {"TERM": "dumb"}, {"COLUMNS": "x"}],
)  # fmt: skip
def test_chinese_text_is_shown_in_any_locale(
    shell: Shell, incident: str, changed: dict[str, str]
) -> None:
    environment = {name: value for name, value in shell.environment.items() if name != "LANG"}
    for words in (["show", incident, "--lang", "zh"], ["show", incident, "--json"], ["--help"]):
        done = subprocess.run(
            [str(PROGRAM), *words], env={**environment, **changed}, capture_output=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
    assert len(shell.here("note", incident, "备注").out) > 0


def test_json_stays_json_where_the_stream_is_ascii(shell: Shell, incident: str) -> None:
    said = shell("note", incident, "通道😀", "--json", PYTHONIOENCODING="ascii")
    assert said.json["incident"] == incident
    shown = shell("timeline", incident, "--json", PYTHONIOENCODING="ascii")
    assert shown.json["entries"][-1]["event"]["text"] == "通道😀"


def test_no_colour_is_ever_written(shell: Shell, incident: str) -> None:
    for words in (("show", incident), ("--help",), ("nte",)):
        said = shell(*words, FORCE_COLOR="1", CLICOLOR_FORCE="1")
        assert "\x1b" not in said.out + said.err


def test_without_a_terminal_and_a_command_one_sentence_names_the_way(shell: Shell) -> None:
    said = shell()
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "netfin-incident list" in said.err
    assert "NF-9100" in said.err


# --- settings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("database", "code"),
    [("", 2), ("file:x?mode=memory", 2), (":memory:", 2), ("sqlite:///x?timeout=0", 2),
     ("postgresql://u:secret@h/", 2), ("host=h password=secret", 2), ("mysql://u:secret@h/x", 2)],
)  # fmt: skip
def test_a_database_must_be_a_file_and_no_secret_is_repeated(
    shell: Shell, database: str, code: int
) -> None:
    for words in (("list", "--db", database), ("--db", database, "declare", "x", "--sev", "2")):
        said = shell.here(*words)
        assert (said.code, said.out) == (code, "")
        assert "secret" not in said.err
        assert "NF-90" in said.err


def test_the_option_wins_over_the_variable(shell: Shell) -> None:
    other = shell.home / "other.db"
    assert shell.here("declare", "x", "--sev", "2", "--db", str(other)).code == 0
    assert (other.exists(), shell.database.exists()) == (True, False)


@pytest.mark.parametrize(
    ("content", "mode", "number"),
    [("zone = 'UTC'\nzone = 'UTC'\n", 0o600, "NF-2306"), ("zoen = 'UTC'\n", 0o600, "NF-2307"),
     ("zone = 5\n", 0o600, "NF-2308"), (f"zone = {'9' * 5000}\n", 0o600, "NF-2306"),
     ("language = 'Mars'\n", 0o600, "NF-2309"), ("zone = 'UTC'\n", 0o666, "NF-2302")],
    ids=["twice", "misspelt", "number", "huge", "mars", "writable by all"],
)  # fmt: skip
def test_a_configuration_that_cannot_be_trusted_or_read_is_refused(
    shell: Shell, content: str, mode: int, number: str
) -> None:
    file = shell.home / "netfin.toml"
    file.write_text(content, encoding="utf-8")
    file.chmod(mode)
    said = shell.here("--config", str(file), "list")
    assert said.code == 4
    assert number in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/stdin", ".", "pipe"])
def test_a_configuration_is_a_regular_file(shell: Shell, name: str) -> None:
    os.mkfifo(shell.home / "pipe")
    said = shell("--config", str(shell.home / name), "list")
    assert said.code == 4
    assert "NF-2300" in said.err


@pytest.mark.parametrize("zone", ["../../etc/passwd", "", "x" * 5000, "Asia/Shanghai ", ":UTC"])
def test_a_strange_tz_of_the_machine_stops_nothing(shell: Shell, zone: str) -> None:
    assert shell.here("declare", "x", "--sev", "2", TZ=zone, NETFIN_ZONE="").code == 0


def test_the_actor_is_who_the_system_says_whatever_user_says(shell: Shell, incident: str) -> None:
    assert shell.here("note", incident, "x", USER="ceo", LOGNAME="ceo").code == 0
    entry = shell.entries()[-1]
    assert entry["by"] != "ceo"
    assert entry["known"] == "os_user"


def test_another_name_is_recorded_as_asserted(shell: Shell, incident: str) -> None:
    assert shell.here("note", incident, "x", "--as", "ceo").code == 0
    assert (shell.entries()[-1]["by"], shell.entries()[-1]["known"]) == ("ceo", "asserted")


def test_no_variable_moves_the_clock(shell: Shell, incident: str) -> None:
    assert shell.here("note", incident, "x", NFI_TEST_CLOCK="1999-01-01T00:00:00Z").code == 0
    assert not shell.entries()[-1]["recorded_at"].startswith("1999")


def test_a_file_in_the_current_folder_stands_in_for_no_library(shell: Shell, incident: str) -> None:
    for name in ("typer", "jinja2", "platformdirs", "json"):
        trap = "from pathlib import Path\nPath('sprung').touch()\n"
        (shell.home / f"{name}.py").write_text(trap, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "netfin_incident", "show", incident], cwd=shell.home,
        env=shell.environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert not (shell.home / "sprung").exists()


def test_a_home_that_is_not_there_is_needed_only_for_what_lies_in_it(
    shell: Shell, incident: str
) -> None:
    nowhere = {"HOME": "/nonexistent/home", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config"}
    assert shell.here("note", incident, "x", **nowhere).code == 0
    lost = shell.here("list", **nowhere, NETFIN_DB="", XDG_DATA_HOME="")
    assert lost.code in (2, 5)
    assert lost.err.count("\n") == 1


def test_a_fault_of_the_program_leaves_one_line_and_a_trace_in_the_log(shell: Shell) -> None:
    (shell.home / "platformdirs.py").write_text("raise ZeroDivisionError('secret')\n", "utf-8")
    said = shell("list", PYTHONPATH=str(shell.home))
    assert (said.code, said.out, said.err.count("\n")) == (70, "", 1)
    assert "secret" not in said.err
    log = shell.home / "state" / "netfin-incident" / "faults.log"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
