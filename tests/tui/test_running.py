import sys
from pathlib import Path

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Capture, CommandPlan, Step, Verb
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.tui.screens.incident import IncidentScreen
from plans import BACKUP, one_phase
from responder import Place, Responder, terminal

ECHO = "print('backup is yes')"
PLAN = CommandPlan(
    (sys.executable, "-c", ECHO), "change", undo=Text("Switch back", "切回"),
    capture=(Capture("backup", r"backup is (\w+)"),),
)  # fmt: skip


def allowing(place: Place, risk: str = "change") -> None:
    """Allow the command of the tests on this machine."""
    place.made()
    allowed = place.folder / "commands.yaml"
    allowed.write_text(
        f'schema: netfin-commands/1\nallow:\n  - run: [{sys.executable}, -c, "*"]\n    risk: {risk}\n',
        encoding="utf-8",
    )
    allowed.chmod(0o600)
    config = place.folder / "wang.min.toml"
    line = f'commands = "{allowed}"'
    config.write_text(f"{line}\n{config.read_text(encoding='utf-8')}", encoding="utf-8")


def with_command(plan: CommandPlan = PLAN) -> c.AttachPlaybook:
    """A playbook with one step that has a command."""
    step = Step("do", Verb.DO, Text("Switch", "切换"), "", command=plan)
    return c.AttachPlaybook(one_phase(step, variables=(BACKUP,)))


async def ran(responder: Responder) -> None:
    """Wait until the command ended and was recorded."""
    await responder.finished("beside")
    await responder.settle()


def said_in(kept: e.EvidenceAdded) -> str:
    """What a command said."""
    return Path(kept.reference).read_text(encoding="utf-8")


def runs(place: Place, incident_id: str = "INC-2026-0001") -> list[e.CommandRun]:
    """What was run."""
    return [one for one in place.events(incident_id) if isinstance(one, e.CommandRun)]


async def test_a_command_runs_after_a_yes_and_its_output_is_kept(place: Place) -> None:
    allowing(place)
    place.declared("Down", with_command())
    async with terminal(place.app(), (110, 30)) as responder:
        await responder.open()
        await responder.press("full_stop", "3", "enter")
        assert f"command: {sys.executable} -c" in responder.screen
        assert "Risk: it changes something" in responder.screen
        assert "To take it back: Switch back" in responder.screen
        await responder.press("enter")
        assert responder.shows(IncidentScreen)
        assert runs(place) == []
        await responder.press("full_stop", "3", "enter", "2", "enter")
        await ran(responder)
        assert "[>]" in responder.screen
    (run,) = runs(place)
    assert (run.exit_code, run.expected, run.risk) == (0, True, "change")
    assert e.VariableSet("backup", "true", "one/do") in place.events()
    (kept,) = [one for one in place.events() if isinstance(one, e.EvidenceAdded)]
    assert said_in(kept) == "backup is yes\n"


async def test_notes_are_saved_while_a_command_runs_and_leaving_waits_for_it(
    place: Place,
) -> None:
    allowing(place)
    go = place.folder / "go"
    waits = f"import os, time\nwhile not os.path.exists({str(go)!r}): time.sleep(0.02)"
    place.declared("Down", with_command(CommandPlan((sys.executable, "-c", waits), "change")))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("full_stop", "3", "enter", "2", "enter", "n")
        await responder.write("meanwhile")
        await responder.press("enter")
        assert isinstance(place.events()[-1], e.Noted)
        assert runs(place) == []
        responder.app.leave()
        assert "still running" in responder.status
        go.touch()
        await ran(responder)
    assert len(runs(place)) == 1


async def test_what_this_machine_does_not_allow_is_refused(place: Place) -> None:
    place.declared("Down", with_command())
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("full_stop", "3", "enter", "2", "enter")
        assert "NF-" in responder.screen
        assert not responder.shows(IncidentScreen)
    assert len(place.events()) == 2


async def test_a_command_that_needs_consent_says_whose(place: Place) -> None:
    allowing(place, "destroy")
    plan = CommandPlan((sys.executable, "-c", ECHO), "destroy", approve="leader")
    place.declared("Down", with_command(plan), c.AssignRole("leader", "li.na"))
    async with terminal(place.app(), (110, 30)) as responder:
        await responder.open()
        await responder.press("full_stop", "3", "enter")
        assert "needs the consent of leader: li.na" in responder.screen
        await responder.press("tab", "tab", "2", "enter")
        assert "was not run" in responder.screen
        await responder.press("shift+tab", "shift+tab", "2", "enter")
        await ran(responder)
    (run,) = runs(place)
    assert run.approved_by == "li.na"


async def test_in_a_drill_nothing_runs(place: Place) -> None:
    touched = place.folder / "touched"
    plan = CommandPlan(("/usr/bin/touch", str(touched)), "destroy", approve="leader")
    drill = place.declared("Down", with_command(plan), mode=Mode.DRILL)
    async with terminal(place.app(), (110, 30)) as responder:
        await responder.open(drill)
        await responder.press("full_stop", "3", "enter")
        assert "drill: nothing is run" in responder.screen
        await responder.press("2", "enter")
        await ran(responder)
    (run,) = runs(place, drill)
    assert run.simulated
    assert not touched.exists()


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
async def test_a_step_without_a_command_offers_none(place: Place, language: str) -> None:
    place.language = language
    plain = one_phase(Step("do", Verb.DO, Text("Switch", "切换"), ""))
    place.declared("Down", c.AttachPlaybook(plain))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("full_stop")
        assert "Run its command" not in responder.screen
        assert "执行命令" not in responder.screen
