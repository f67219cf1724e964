"""Commands of steps: run only where everything agrees, kept as evidence, never run in a drill."""

from dataclasses import replace
from pathlib import Path

import pytest

from netfin_incident.app.command_flow import Prepared, carry_out, prepare
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.command_line import AllowedCommand
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Capture, CommandPlan, Plan, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode, StepState
from netfin_incident.errors import CommandRefused
from netfin_incident.store.store import create_store
from record_book import act
from small_plans import plan, step, variable

LOOK = CommandPlan(
    ("/bin/echo", "pool", "{pool}", "42 open"), "read", capture=(Capture("open", "([0-9]+) open"),),
    expect="open",
)  # fmt: skip
ALLOWED = (AllowedCommand(("/bin/echo", "*", "*", "*"), "read"),)


def looking(command: CommandPlan = LOOK) -> Plan:
    return plan(
        step("look", command=command),
        variables=(variable("pool", VariableKind.TEXT), variable("open", VariableKind.NUMBER)),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(create_store(tmp_path / "netfin.db"))


def declared(desk: Desk, one: Plan, mode: Mode = Mode.LIVE, pool: str = "pay 1; rm -rf /") -> str:
    declaration = Declaration("t", Severity.S2, "UTC", mode)
    then = (c.AttachPlaybook(one), c.SetVariable("pool", pool))
    return desk.declare(declaration, act(0), *then).incident.id


def prepared(desk: Desk, incident: str, approved_by: str = "") -> Prepared:
    return prepare(desk.incident(incident), act(1), "look", "", ALLOWED, approved_by)


def test_a_command_runs_and_its_output_is_evidence(desk: Desk, tmp_path: Path) -> None:
    incident = declared(desk, looking())
    ready = prepared(desk, incident)
    assert ready.arguments == ("/bin/echo", "pool", "pay 1; rm -rf /", "42 open")
    asked = carry_out(ready, tmp_path / "netfin.db")
    after = desk.handle(incident, act(2), *ready.start, asked).incident
    output = Path(asked.output)
    assert output.read_text() == "pool pay 1; rm -rf / 42 open\n"
    assert output.stat().st_mode & 0o777 == 0o600
    assert after.answers["open"].value == "42"
    assert after.evidence["E1"].step == "look"
    assert (asked.exit_code, asked.expected) == (0, True)


def test_a_drill_runs_nothing(desk: Desk, tmp_path: Path) -> None:
    incident = declared(desk, looking(), Mode.DRILL)
    ready = prepare(desk.incident(incident), act(1), "look", "", ())
    asked = carry_out(ready, tmp_path / "netfin.db")
    recorded = desk.handle(incident, act(2), asked).recorded
    [run] = [one.event for one in recorded if isinstance(one.event, e.CommandRun)]
    assert (run.simulated, run.exit_code, run.evidence) == (True, None, "")
    assert not (tmp_path / "evidence").exists()


def test_what_the_machine_does_not_list_does_not_run(desk: Desk) -> None:
    incident = declared(desk, looking())
    with pytest.raises(CommandRefused) as refused:
        prepare(desk.incident(incident), act(1), "look", "", ())
    assert refused.value.slug == "command-not-allowed"


def test_an_approval_that_the_playbook_asks_for_must_be_there(desk: Desk, tmp_path: Path) -> None:
    incident = declared(desk, looking(replace(LOOK, approve="commander")))
    desk.handle(incident, act(1), c.AssignRole("commander", "wang"))
    for person in ("", "zhao"):
        with pytest.raises(CommandRefused) as refused:
            prepared(desk, incident, person)
        assert refused.value.slug == "command-not-approved"
    asked = carry_out(prepared(desk, incident, "wang"), tmp_path / "netfin.db")
    after = desk.handle(incident, act(2), asked).incident
    assert [owed.second for owed in after.owed.values()] == ["wang"], "wang confirms it later"


def test_a_value_that_nobody_said_stops_the_command(desk: Desk) -> None:
    incident = declared(desk, looking(), pool="")
    with pytest.raises(CommandRefused) as refused:
        prepared(desk, incident)
    assert refused.value.slug == "command-variable-unset"


def test_the_step_is_begun_before_the_command_so_that_a_crash_leaves_a_trace(desk: Desk) -> None:
    incident = declared(desk, looking())
    ready = prepared(desk, incident)
    begun = desk.handle(incident, act(1), *ready.start).incident
    assert begun.runs["small"].marks["look"].state is StepState.ACTIVE
    assert prepared(desk, incident).start == ()


def test_a_run_that_fails_is_recorded_as_it_was(desk: Desk, tmp_path: Path) -> None:
    one = CommandPlan(("/bin/false",), "read", undo=Text("-", "-"))
    incident = declared(desk, looking(one))
    allowed = (AllowedCommand(("/bin/false",), "read"),)
    ready = prepare(desk.incident(incident), act(1), "look", "", allowed)
    asked = carry_out(ready, tmp_path / "netfin.db")
    desk.handle(incident, act(2), asked)
    assert (asked.exit_code, asked.expected) == (1, False)
