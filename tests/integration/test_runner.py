"""Commands of steps as real processes."""

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netfin_incident.domain.command_line import AllowedCommand, allowed_argv, fill
from netfin_incident.domain.playbook import Capture, CommandPlan
from netfin_incident.errors import UsageError
from netfin_incident.runner.output import captured, met_expectation
from netfin_incident.runner.process import MAX_OUTPUT, Ran, run
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

PYTHON = sys.executable
LONG = 30.0


def python(code: str, *arguments: str, timeout: float = LONG) -> Ran:
    return run((PYTHON, "-c", code, *arguments), timeout)


def shell(line: str, timeout: float = LONG) -> Ran:
    return run(("/bin/sh", "-c", line), timeout)


def soon(holds: Callable[[], bool]) -> bool:
    """Whether something holds within five seconds."""
    until = time.monotonic() + 5
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def is_running(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def children() -> set[int]:
    """The processes that this one has started and not waited for."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = status.read_text(encoding="utf-8").rpartition(")")[2].split()[1]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(parent) == os.getpid():
            found.add(int(status.parent.name))
    return found


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def refused(*argv: str) -> UsageError:
    with pytest.raises(UsageError) as raised:
        run(argv, LONG)
    for language in (Language.EN, Language.ZH_HANS):
        explained = explain(raised.value, language)
        assert explained.code.startswith("NF-917")
        assert explained.line.isprintable()
    return raised.value


def test_output_and_errors_come_in_the_order_in_which_they_were_written() -> None:
    ran = shell("echo one; echo two >&2; echo three; exit 3")
    assert (ran.output, ran.exit_code) == (b"one\ntwo\nthree\n", 3)
    assert not ran.timed_out
    assert not ran.cut
    assert 0 <= ran.took_ms < 10_000


@pytest.mark.parametrize(
    "value",
    [
        "two  words",
        "a;echo b",
        "$(echo b)",
        "`echo b`",
        "$HOME",
        "a&&b",
        "a|b",
        ">x",
        "*",
        "'\"",
        "支付",
    ],
)
def test_a_value_reaches_the_program_as_one_argument(value: str) -> None:
    code = "import sys; sys.stdout.buffer.write('\\0'.join(sys.argv[1:]).encode())"
    plan = CommandPlan((PYTHON, "-c", code, "x={value}", "{value}"), "read")
    ran = run(fill(plan, {"value": value}), LONG)
    assert ran.output.decode().split("\0") == [f"x={value}", value]


def test_a_command_that_takes_too_long_is_killed() -> None:
    began = time.monotonic()
    ran = run(("/bin/sleep", "60"), 0.3)
    assert (ran.timed_out, ran.exit_code) == (True, -signal.SIGKILL)
    assert ran.took_ms >= 250
    assert time.monotonic() - began < 5


def test_what_a_killed_command_started_is_killed_with_it() -> None:
    ran = shell("sleep 60 & echo $!; sleep 60 & echo $!; wait", timeout=0.5)
    assert ran.timed_out
    started = [int(line) for line in ran.output.split()]
    assert len(started) == 2
    assert soon(lambda: not any(map(is_running, started)))


def test_a_command_that_ignores_signals_is_killed_all_the_same() -> None:
    ran = shell("trap '' TERM INT HUP; echo ready; while :; do sleep 0.1; done", timeout=0.5)
    assert (ran.output, ran.timed_out, ran.exit_code) == (b"ready\n", True, -signal.SIGKILL)


def test_a_process_left_behind_with_the_output_open_is_not_waited_for() -> None:
    began = time.monotonic()
    ran = shell("sleep 20 & echo $!")
    left = int(ran.output)
    try:
        assert (ran.exit_code, ran.timed_out) == (0, False)
        assert time.monotonic() - began < 10
        assert is_running(left)
    finally:
        os.kill(left, signal.SIGKILL)


def test_a_process_left_behind_that_floods_the_output_is_not_waited_for() -> None:
    began = time.monotonic()
    ran = shell("yes & echo $! >&2; sleep 0.2; exit 0", timeout=10)
    assert (ran.exit_code, ran.timed_out) == (0, False)
    assert time.monotonic() - began < 8


def test_a_command_that_closes_its_output_is_still_waited_for() -> None:
    ran = shell("exec >&- 2>&-; sleep 0.3; exit 4")
    assert (ran.exit_code, ran.output) == (4, b"")
    assert ran.took_ms >= 250


def test_a_flood_of_output_is_cut_and_the_command_ends_by_itself() -> None:
    ran = python("import sys; sys.stdout.buffer.write(b'x' * 5_000_000); sys.exit(5)")
    assert (ran.exit_code, ran.cut, ran.timed_out) == (5, True, False)
    assert ran.output == b"x" * MAX_OUTPUT


def test_output_of_exactly_the_most_that_is_kept_is_not_cut() -> None:
    ran = python(f"import sys; sys.stdout.buffer.write(b'x' * {MAX_OUTPUT})")
    assert (len(ran.output), ran.cut) == (MAX_OUTPUT, False)


def test_a_flood_without_end_is_stopped_at_the_timeout() -> None:
    ran = run(("/usr/bin/yes",), 0.5)
    assert (ran.timed_out, ran.cut, len(ran.output)) == (True, True, MAX_OUTPUT)


def test_binary_output_is_kept_byte_for_byte() -> None:
    every = bytes(range(256))
    ran = python("import sys; sys.stdout.buffer.write(bytes(range(256)))")
    assert ran.output == every


def test_the_command_gets_no_input_and_does_not_wait_for_any() -> None:
    ran = run(("/bin/cat",), LONG)
    assert (ran.exit_code, ran.output) == (0, b"")


def test_the_environment_holds_three_variables_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETFIN_DB", "/srv/secret.db")
    monkeypatch.setenv("LD_PRELOAD", "")
    monkeypatch.setenv("PATH", "/srv/elsewhere")
    names = dict(
        line.split("=", 1) for line in run(("/usr/bin/env",), LONG).output.decode().split()
    )
    assert set(names) - {"PWD", "SHLVL", "_"} == {"PATH", "LANG", "HOME"}
    assert names["LANG"] == "C.UTF-8"
    assert "/srv/elsewhere" not in names["PATH"]


def test_the_command_works_in_an_empty_folder_that_is_gone_afterwards(tmp_path: Path) -> None:
    ran = run(("/bin/sh", "-c", "pwd; ls -A; echo x > left-behind"), LONG, tmp_path)
    place = Path(ran.output.decode().strip())
    assert place.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_the_command_is_the_head_of_a_session_of_its_own() -> None:
    ran = python("import os; print(os.getsid(0) == os.getpid(), os.getpgid(0) == os.getpid())")
    assert ran.output == b"True True\n"


def test_no_open_file_of_the_program_is_passed_on(tmp_path: Path) -> None:
    code = "import os; print(*map(os.path.realpath, os.scandir('/proc/self/fd')), sep='\\n')"
    with (tmp_path / "journal").open("wb") as opened:
        os.set_inheritable(opened.fileno(), True)
        said = python(code).output.decode().splitlines()
    assert "/dev/null" in said
    assert str(tmp_path / "journal") not in said


def test_no_zombie_and_no_open_pipe_is_left() -> None:
    before = (children(), open_files())
    shell("true")
    run(("/bin/sleep", "60"), 0.1)
    shell("sleep 0.2 & exec sleep 60", timeout=0.1)
    with pytest.raises(UsageError):
        run(("/nowhere/program",), LONG)
    assert (children(), open_files()) == before


def test_a_program_that_is_missing_is_named() -> None:
    error = refused("/nowhere/program", "x")
    assert (error.slug, error.values) == ("command-missing", {"program": "/nowhere/program"})


def test_a_program_that_may_not_be_executed_is_named(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o600)
    assert refused(str(script)).slug == "command-not-executable"
    assert refused(str(tmp_path)).slug == "command-not-executable"


def test_a_script_whose_interpreter_is_missing_is_not_called_missing(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("#!/nowhere/interpreter\n", encoding="utf-8")
    script.chmod(0o700)
    assert refused(str(script)).slug == "command-not-started"


def test_what_is_no_program_at_all_is_refused_with_the_systems_words(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_bytes(b"\x00\x01")
    data.chmod(0o700)
    error = refused(str(data))
    assert error.slug == "command-not-started"
    assert error.values["reason"]


def test_arguments_that_no_system_takes_are_refused() -> None:
    assert refused("/bin/echo", "a\0b").slug == "command-not-started"
    longest = resource.getpagesize() * 64
    assert refused("/bin/echo", "x" * longest).slug == "command-not-started"


def test_a_working_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        run(("/bin/true",), LONG, tmp_path / "gone")
    assert raised.value.slug == "command-not-started"


def test_commands_run_side_by_side_in_threads() -> None:
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(shell(f"sleep 0.2; echo {n}").output))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(found) == [f"{n}\n".encode() for n in range(8)]


def test_from_a_plan_to_captured_values() -> None:
    plan = CommandPlan(
        ("sh", "-c", "echo state=active; echo pid: 42 >&2"), "read",
        capture=(Capture("state", r"^state=(\w+)$"), Capture("pid", r"pid: (\d+)"), Capture("none", "x=(.)")),
        expect="^state=active$",
    )  # fmt: skip
    argv = allowed_argv(fill(plan, {}), plan.risk, [AllowedCommand(("/bin/sh", "-c", "*"), "read")])
    ran = run(argv, plan.timeout)
    assert captured(ran, plan.capture) == {"state": "active", "pid": "42"}
    assert met_expectation(ran, plan.expect)
