from dataclasses import replace

import pytest

from netfin_incident.domain.playbook import Capture
from netfin_incident.runner.output import SEARCHED, captured, met_expectation, readable
from netfin_incident.runner.process import Ran

FINE = Ran(0, b"state=active\npid: 42\n", cut=False, timed_out=False, took_ms=5)


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        (r"state=(\w+)", "active"),
        (r"^pid: (\d+)$", "42"),
        (r"pid: (\d)", "4"),
        (r"state=(\w+)|x", "active"),
        (r"(?s)active(.*)42", "pid:"),
    ],
)
def test_the_first_group_is_the_value(pattern: str, value: str) -> None:
    assert captured(FINE, [Capture("found", pattern)]) == {"found": value}


@pytest.mark.parametrize("pattern", ["gone=(.)", "state=(x?)", "state=(x)?"])
def test_what_is_not_found_or_empty_is_left_out(pattern: str) -> None:
    assert captured(FINE, [Capture("found", pattern)]) == {}


def test_captured_text_cannot_act_on_a_terminal() -> None:
    ran = replace(FINE, output=b"name=\x1b[31mred\x1b[0m \xe2\x80\xae\xff end\n")
    (value,) = captured(ran, [Capture("name", "name=(.*)")]).values()
    assert value == "red ⟨U+202E⟩\ufffd end"


def test_windows_line_ends_do_not_hide_a_line() -> None:
    ran = replace(FINE, output=b"state=active\r\npid: 42\r\n")
    assert captured(ran, [Capture("state", r"^state=(\w+)$")]) == {"state": "active"}


def test_only_the_beginning_is_searched() -> None:
    ran = replace(FINE, output=b"x" * SEARCHED + b"\nstate=late\n")
    assert captured(ran, [Capture("state", r"state=(\w+)")]) == {}
    assert len(readable(ran.output)) == SEARCHED


def test_a_character_cut_in_two_does_not_stop_reading() -> None:
    output = b"x" * (SEARCHED - 1) + "支".encode()
    assert readable(output).endswith("x\ufffd")


@pytest.mark.parametrize(
    ("ran", "expect", "met"),
    [
        (FINE, "", True),
        (replace(FINE, exit_code=1), "", False),
        (replace(FINE, exit_code=-9), "", False),
        (replace(FINE, exit_code=None, timed_out=True), "", False),
        (FINE, "^pid", True),
        (FINE, "inactive", False),
        (replace(FINE, exit_code=3), "active", True),
        (replace(FINE, timed_out=True), "active", False),
    ],
)
def test_a_run_is_as_expected_in_time_and_with_what_was_looked_for(
    ran: Ran, expect: str, *, met: bool
) -> None:
    assert met_expectation(ran, expect) is met
