from pathlib import Path

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import (
    Assignment,
    CommandPlan,
    Escalation,
    EvidenceNeed,
    OnFail,
    Option,
    Step,
    Verb,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.tui.outline import PhaseRow, StepRow
from netfin_incident.tui.screens.incident import IncidentScreen
from netfin_incident.tui.step_told import step_told
from netfin_incident.tui.widgets.steps import StepList
from plans import BACKUP, ETA, every_kind, one_phase, outage
from responder import Place, Responder, terminal

SHIPPED = sorted((Path(__file__).parents[2] / "playbooks").glob("*.yaml"))


def listed(room: IncidentScreen) -> list[str]:
    """The rows of the step pane, by step id or kind of row."""
    rows = room.lists.steps.rows
    return [row.view.step.id if isinstance(row, StepRow) else type(row).__name__ for row in rows]


async def test_left_folds_what_a_step_holds_and_right_unfolds_it(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        whole = ["PhaseRow", "isolate", "route", "announce", "PhaseRow", "tell"]
        assert listed(room) == whole
        await responder.press("down", "down", "left")
        assert room.lists.steps.step is not None
        assert room.lists.steps.step.view.step.id == "route"
        await responder.press("left")
        assert listed(room) == ["PhaseRow", "isolate", "route", "PhaseRow", "tell"]
        assert "+ Where does traffic go?" in responder.screen
        await responder.press("right")
        assert listed(room) == whole
        await responder.press("h", "h")
        assert isinstance(room.lists.steps.selected, PhaseRow)
        await responder.press("h")
        assert listed(room) == ["PhaseRow", "PhaseRow", "tell"]
        assert "+ Immediate response  0/3" in responder.screen
    assert len(place.events()) == 2


async def test_enter_and_space_on_a_heading_fold_it_and_the_menu_is_that_of_its_playbook(
    place: Place,
) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("g", "left", "enter")
        assert listed(room) == ["PhaseRow", "PhaseRow", "tell"]
        await responder.press("space")
        assert len(room.lists.steps.rows) == 6
        await responder.press("full_stop")
        assert "Give up this playbook.." in responder.screen
        assert "outage, revision 1, unapproved playbook" in responder.screen


async def test_a_fold_stays_while_others_work(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("g", "left", "left")
        place.handled(c.CompleteStep("isolate"))
        await responder.settle()
        assert listed(room) == ["PhaseRow", "PhaseRow", "tell"]
        assert "+ Immediate response  1/3" in responder.screen


async def test_a_search_finds_what_is_folded_away(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("g", "left", "left", "slash")
        await responder.write("announce")
        await responder.press("enter", "escape")
        assert room.lists.steps.step is not None
        assert room.lists.steps.step.view.step.id == "announce"
        assert len(room.lists.steps.rows) == 6


async def test_what_does_not_apply_is_folded_away_and_what_was_touched_is_not(
    place: Place,
) -> None:
    place.declared("Down", c.AttachPlaybook(every_kind()))
    place.handled(
        c.CompleteStep("learn", answers=(("eta", "40m"), ("backup", "yes"))),
        c.CompleteStep("route", option="standby"),
        c.StartStep("switch"),
        c.ReopenStep("route", "the operator is back"),
        c.CompleteStep("route", option="stay"),
    )
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert "1 not applicable: 4" in responder.screen
        assert listed(room)[:6] == ["PhaseRow", "learn", "route", "switch", "hold", "AwayRow"]
        await responder.press("g", *["down"] * 4, "right")
        assert listed(room)[5:7] == ["AwayRow", "agree"]
        await responder.press("down")
        assert "[/]  4 v Agree to the switch" in responder.screen


async def test_names_of_branches_stand_above_their_steps_where_there_is_room(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(every_kind()))
    async with terminal(place.app(), (80, 30)) as responder:
        await responder.open()
        assert "- wait for the operator" in responder.screen
    async with terminal(place.app(), (80, 29)) as responder:
        await responder.open()
        assert "- wait for the operator" not in responder.screen


async def test_a_question_that_holds_steps_up_is_answered_with_space(place: Place) -> None:
    asked = (
        Step("one", Verb.DO, Text("First", "一"), "", when="backup"),
        Step("two", Verb.DO, Text("Second", "二"), "", when="backup and eta > 15m"),
    )
    place.declared("Down", c.AttachPlaybook(one_phase(*asked, variables=(ETA, BACKUP))))
    place.handled(c.AssignRole("technical", "li.na"))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "[?]    a standby channel is at hand" in responder.screen
        assert "li.na       for 1,2" in responder.screen
        await responder.press("g", "space")
        assert "What is known: a standby channel is at hand" in responder.screen
        await responder.press("2", "enter")
        assert "[ ]  1   First" in responder.screen
        assert "[?]    When will the operator be back?" in responder.screen
        await responder.press("g", "enter", "enter")
        await responder.write("5m")
        await responder.press("enter")
        assert "When will" not in responder.screen
        assert "1 not applicable: 2" in responder.screen
    said = [event for event in place.events() if isinstance(event, e.VariableSet)]
    assert said == [e.VariableSet("backup", "true"), e.VariableSet("eta", "5m")]


async def test_what_a_step_asks_for_itself_is_not_asked_twice(place: Place) -> None:
    asked = (
        Step("ask", Verb.ASK, Text("Ask", "问"), "", ask=("backup",)),
        Step("one", Verb.DO, Text("First", "一"), "", when="backup"),
    )
    place.declared("Down", c.AttachPlaybook(one_phase(*asked, variables=(BACKUP,))))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert listed(room) == ["PhaseRow", "ask", "one"]
        assert "[?]  2   First" in responder.screen
        assert "? a standby" in responder.screen


async def test_every_fact_is_listed_and_can_be_changed_or_taken_back(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(every_kind()))
    place.handled(c.SetVariable("eta", "40m"))
    async with terminal(place.app(), (100, 30)) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write("what is known")
        await responder.press("enter")
        assert "40 minutes  li.na 14:00" in responder.screen
        assert "not known" in responder.screen
        await responder.press("enter", *["backspace"] * 3)
        assert "it is not known any more" in responder.screen
        await responder.press("enter")
    assert place.events()[-1] == e.VariableSet("eta", "")


async def test_a_step_says_why_it_applies_or_does_not(place: Place) -> None:
    grave = Step("one", Verb.DO, Text("First", "一"), "", when="severity <= S2")
    place.declared("Down", c.AttachPlaybook(one_phase(grave)), severity=Severity.S3)
    async with terminal(place.app()) as responder:
        room = await responder.open()
        assert "1 not applicable: 1" in responder.screen
        await responder.press("G", "right", "down", "full_stop")
        assert "does not apply because the severity is milder than II" in responder.screen
        assert "(now: III)" in responder.screen
        await responder.press("escape")
        place.handled(c.ChangeSeverity(Severity.S1))
        await responder.settle()
        assert "[ ]  1   First" in responder.screen
        assert listed(room) == ["PhaseRow", "one"]


async def test_indentation_ends_at_three_levels(place: Place) -> None:
    nested = [
        Step(
            f"d{n}", Verb.DECIDE, Text(f"Level {n}", f"第{n}层"), "",
            options=(
                Option("a", Text("a", "甲"), (f"d{n + 1}",) if n < 5 else ()),
                Option("b", Text("b", "乙")),
            ),
            under=(f"d{n - 1}", "a") if n else None,
        )
        for n in range(6)
    ]  # fmt: skip
    place.declared("Down", c.AttachPlaybook(one_phase(*nested)))
    async with terminal(place.app(), (80, 40)) as responder:
        await responder.open()
        starts = [line.index("[") for line in responder.screen.splitlines() if "< Level" in line]
    assert starts == [2, 4, 6, 8, 8, 8]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
async def test_the_first_phase_of_what_is_shipped_needs_no_scrolling(
    place: Place, path: Path
) -> None:
    place.language = "zh-Hans"
    plan = place.made().shelf.get(path.stem)
    place.declared("支付通道超时", c.AttachPlaybook(plan))
    async with terminal(place.app(), (80, 24)) as responder:
        room = await responder.open()
        steps = room.lists.steps
        assert steps.scroll_offset.y == 0
        assert first_phase(responder, steps) == [True] * len(first_phase(responder, steps))


def first_phase(responder: Responder, steps: StepList) -> list[bool]:
    """Whether each step of the first phase that is nested in no other is on the screen."""
    shown = responder.screen.splitlines()[5 : 5 + steps.scrollable_content_region.height]
    assert steps.shown is not None
    first = next(iter(steps.shown.incident.runs.values())).plan.phases[0].id
    views = [view for view in steps.shown.steps if view.step.phase == first and not view.depth]
    numbers = [steps.shown.numbers[view.playbook, view.step.id] for view in views]
    assert numbers
    return [
        any(f"]{must}{number:>2} " in line for must in " !" for line in shown) for number in numbers
    ]


async def test_up_and_down_pass_over_headings_that_are_not_folded(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(outage()))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("down", "down", "down")
        assert room.lists.steps.step is not None
        assert room.lists.steps.step.view.step.id == "tell"
        await responder.press("left", "left", "up", "down")
        assert isinstance(room.lists.steps.selected, PhaseRow)


async def test_a_row_says_what_became_of_a_step(place: Place) -> None:
    shared = Step("phone", Verb.DO, Text("Phone them", "致电"), "", shared="phone-operator")
    tried = (
        Step("do", Verb.DO, Text("Do it", "做"), ""),
        Step("kept", Verb.DO, Text("Kept", "留"), "", when="backup"),
    )
    place.declared(
        "Down",
        c.AttachPlaybook(one_phase(shared, name="one")),
        c.AttachPlaybook(one_phase(shared, *tried, name="two", variables=(BACKUP,))),
        c.SetVariable("backup", "yes"),
        c.CompleteStep("phone", "one"),
        c.CompleteStep("kept"),
        c.SetVariable("backup", "no"),
        c.FailStep("do", "busy"),
        c.FailStep("do", "busy again"),
    )
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "14:00 elsewhere" in responder.screen
        assert "14:00 kept" in responder.screen
        assert "failed 2x" in responder.screen
        assert "One phase: Only" in responder.screen


async def test_evidence_goes_to_the_step_of_its_own_playbook(place: Place) -> None:
    step = Step("do", Verb.DO, Text("Do it", "做"), "")
    place.declared(
        "Down",
        c.AttachPlaybook(one_phase(step, name="one")),
        c.AttachPlaybook(one_phase(step, name="two")),
    )
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("G", "v")
        await responder.write("switch log")
        await responder.press("tab")
        await responder.write("shelf 3")
        await responder.press("enter")
    added = place.events()[-1]
    assert isinstance(added, e.EvidenceAdded)
    assert (added.step, added.playbook) == ("do", "two")


async def test_a_step_is_told_in_full(place: Place) -> None:
    whole = Step(
        "do", Verb.DO, Text("Do it", "做"), "", "technical",
        warning=Text("money may move twice", "可能重复"), checks=(Text("retries off", "已关"),),
        evidence=(EvidenceNeed("log", "log", required=True),), body=Text("So and so.", "如此。"),
        command=CommandPlan(
            ("/bin/switch", "--to", "{backup}"), "destroy", approve="leader",
            undo=Text("switch back", "切回"), timeout=90,
        ),
        sets=(Assignment("backup", "true"),), on_fail=OnFail(escalate="leader"),
        escalate=(Escalation(80, "commander"),), links=("https://wiki/run",),
    )  # fmt: skip
    place.declared("Down", c.AttachPlaybook(one_phase(whole, variables=(BACKUP,))))
    place.handled(
        c.AssignRole("technical", "li.na"), c.AddEvidence("switch log", "-", "log", step="do")
    )
    async with terminal(place.app(), (100, 30)) as responder:
        room = await responder.open()
        assert room.lists.steps.step is not None
        told = step_told(room, room.shown, room.lists.steps.step)
    assert told.heading == "1. Do it"
    assert told.warning == "CAUTION: money may move twice"
    assert told.detail.splitlines() == [
        "do, ready  technical: li.na",
        "So and so.",
        "before it is done, check:",
        "- retries off",
        "evidence: log (required)",
        "registered: switch log",
        "command: /bin/switch --to '‹a standby channel is at hand›'",
        "Risk: it destroys something  stopped after 1m 30s  needs the consent of leader",
        "To take it back: switch back",
        "then known: a standby channel is at hand: yes",
        "if it does not succeed: leader takes it over",
        "after 80% of the time: tell commander",
        "see https://wiki/run",
    ]
