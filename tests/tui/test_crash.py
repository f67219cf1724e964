import os
import signal
import stat
import sys
from pathlib import Path

import pexpect
import pytest

from netfin_incident.tui.crash import EXIT_CODE, write_trace
from responder import INC, Place, terminal

RUN = """
import sys
from netfin_incident.bootstrap import Session
from netfin_incident.config import Given
from netfin_incident.tui import app, program
{more}
session = Session(Given(database=sys.argv[1], language="en", zone="Asia/Shanghai"))
sys.exit(app.run(session))
"""
FAULT = """
def broken(self):
    secret = "4111 1111 1111 1111"
    raise ZeroDivisionError("the fault")
from netfin_incident.tui.screens import incident
incident.IncidentScreen.do_milestone = broken
"""


def start(place: Place, more: str = "", **environment: str) -> "pexpect.spawn[str]":
    """The program in a terminal of its own."""
    return pexpect.spawn(
        sys.executable,
        ["-c", RUN.format(more=more), str(place.database)],
        env={**os.environ, "TERM": "xterm-256color", **environment},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )


def state_files(place: Place, pattern: str) -> list[Path]:
    """Files kept for the user."""
    return sorted((place.folder / "home").rglob(pattern))


def wait_until_kept(place: Place, child: "pexpect.spawn[str]") -> Path:
    """The draft, once it holds something."""
    for _ in range(200):
        for path in state_files(place, "*.json"):
            if path.stat().st_size:
                return path
        child.expect(pexpect.TIMEOUT, timeout=0.02)
    pytest.fail("no draft was kept")


def test_a_fault_ends_the_program_with_its_code_and_one_line(place: Place) -> None:
    place.declared()
    child = start(place, FAULT)
    child.expect("Payment gateway")
    child.send("\r")
    child.expect("Timeline")
    child.send("m")
    child.expect("stopped because of a fault of its own")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == EXIT_CODE
    assert "ZeroDivisionError" not in str(child.before)
    (log,) = state_files(place, "faults.log")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    trace = log.read_text(encoding="utf-8")
    assert "the fault" in trace
    assert "4111 1111" not in trace


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_draft_survives_the_end_of_its_terminal(place: Place, ending: signal.Signals) -> None:
    place.declared()
    child = start(place)
    child.expect("Payment gateway")
    child.send("\r")
    child.expect("Timeline")
    child.send("nnot saved yet")
    child.expect("not saved yet")
    path = wait_until_kept(place, child)
    child.kill(ending)
    child.expect(pexpect.EOF)
    child.close(force=True)
    if ending != signal.SIGKILL:
        assert child.exitstatus == 128 + ending
    assert "not saved yet" in path.read_text(encoding="utf-8")
    assert len(place.events()) == 1


def test_q_at_home_ends_with_zero_and_leaves_the_terminal_as_it_was(place: Place) -> None:
    place.declared()
    child = start(place)
    child.expect("Payment gateway")
    child.send("q")
    child.expect(r"\x1b\[\?1049l")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_told_what_to_use_instead(place: Place, term: str) -> None:
    child = start(place, TERM=term)
    child.expect("netfin-incident note ID -")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


def test_a_trace_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert write_trace(ValueError("x"), tmp_path / "file") is None


async def test_a_fault_keeps_what_was_typed(place: Place) -> None:
    place.declared()
    app = place.app()

    async def typing_until_the_fault() -> None:
        async with terminal(app) as responder:
            await responder.open()
            await responder.press("n")
            await responder.write("written just before")
            assert responder.form.values["text"]
            app.call_later(lambda: 1 // 0)
            await responder.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await typing_until_the_fault()
    assert app.return_code == EXIT_CODE
    (draft,) = (place.folder / "state").rglob("*.json")
    assert "written just before" in draft.read_text(encoding="utf-8")


async def test_leaving_while_a_screen_is_made_is_no_fault(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        responder.app.open_incident(INC)
        responder.app.exit(0)
    assert not list((place.folder / "state").rglob("faults.log"))
