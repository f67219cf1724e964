import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import (
    Notice,
    OnFail,
    Option,
    Reporting,
    Round,
    Step,
    Verb,
)
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import MessageState, Mode, ReportKind
from netfin_incident.tui.screens.incident import IncidentScreen
from plans import BACKUP, BANKS, CAUSE, ETA, LOSS, one_phase
from responder import Place, terminal

OTHER = Step("other", Verb.DO, Text("Do the other", "做另一件"), "")


def events_of(
    place: Place, kind: type[e.Event], incident_id: str = "INC-2026-0001"
) -> list[e.Event]:
    """What the journal says of one kind."""
    return [event for event in place.events(incident_id) if isinstance(event, kind)]


async def test_a_step_with_a_warning_shows_it_before_it_is_done(place: Place) -> None:
    warned = Step(
        "do", Verb.DO, Text("Do it", "做"), "", warning=Text("money may move twice", "可能重复"),
        checks=(Text("retries are off", "重试已关"),),
    )  # fmt: skip
    place.declared("Down", c.AttachPlaybook(one_phase(warned)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "CAUTION: money may move twice" in responder.screen
        assert "- retries are off" in responder.screen
        assert events_of(place, e.StepCompleted) == []
        await responder.press("enter")
    assert events_of(place, e.StepCompleted) == [e.StepCompleted("one", "do")]


async def test_asking_fills_every_kind_of_fact(place: Place) -> None:
    asks = Step(
        "ask", Verb.ASK, Text("Ask", "问"), "", ask=("eta", "backup", "cause", "loss", "banks")
    )
    plan = one_phase(asks, variables=(ETA, BACKUP, CAUSE, LOSS, BANKS))
    place.declared("Down", c.AttachPlaybook(plan))
    async with terminal(place.app(), (100, 30)) as responder:
        await responder.open()
        await responder.press("space")
        assert "When will the operator be back?" in responder.screen
        await responder.write("1h30m")
        assert "= 1 hour 30 minutes" in responder.screen
        await responder.press("tab", "2", "tab", "3", "tab")
        await responder.write("lots")
        assert "no answer for: the amount at risk" in responder.screen
        await responder.press("tab")
        await responder.write("bank A")
        await responder.press("enter")
        await responder.write("bank B")
        await responder.press("shift+tab", "end", *["backspace"] * 4)
        await responder.write("1.2万")
        assert "CNY 12,000" in responder.screen
        await responder.press("ctrl+s")
        assert responder.shows(IncidentScreen)
    said = events_of(place, e.VariableSet)
    assert [(one.variable, one.value) for one in said if isinstance(one, e.VariableSet)] == [
        ("eta", "1h30m"),
        ("backup", "true"),
        ("cause", "theirs"),
        ("loss", "CNY 12000"),
        ("banks", "bank A\nbank B"),
    ]


async def test_what_is_known_by_now_is_saved_and_the_rest_stays_asked(place: Place) -> None:
    asks = Step("ask", Verb.ASK, Text("Ask", "问"), "", ask=("eta", "backup"))
    place.declared("Down", c.AttachPlaybook(one_phase(asks, variables=(ETA, BACKUP))))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space", "ctrl+s")
        assert "Please fill in: the operator's estimate" in responder.screen
        await responder.write("40m")
        await responder.press("ctrl+s")
        assert responder.shows(IncidentScreen)
        assert "[ ]  1 ? Ask" in responder.screen
        await responder.press("space")
        assert "40m" in responder.screen
        await responder.press("enter", "2", "enter")
        assert "[x]  1 ? Ask" in responder.screen
    assert place.events()[2:4] == [e.VariableSet("eta", "40m"), e.StepCompleted("one", "ask")]


NOTICE = Notice(
    Text("customer service", "客服"), "phone",
    Text("Back in {eta}; at risk: {loss}.", "预计{eta}恢复；涉险{loss}。"),
)  # fmt: skip


async def test_a_notice_is_filled_from_what_is_known_and_not_sent_with_gaps(place: Place) -> None:
    tells = Step("tell", Verb.NOTIFY, Text("Tell them", "告知"), "", notice=NOTICE)
    place.declared("Down", c.AttachPlaybook(one_phase(tells, variables=(ETA, LOSS))))
    place.handled(c.SetVariable("eta", "40m"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "Back in 40 minutes; at risk: ‹the amount at risk›." in responder.screen
        await responder.press("ctrl+s")
        assert "Fill in or take out: ‹the amount at risk›" in responder.screen
        assert events_of(place, e.MessageRecorded) == []
        await responder.write("little")
        await responder.press("ctrl+s")
    assert events_of(place, e.MessageRecorded) == [
        e.MessageRecorded(
            "M1",
            "customer service",
            "phone",
            "Back in 40 minutes; at risk: little.",
            MessageState.SENT,
        )
    ]


async def test_a_notice_in_a_drill_says_so(place: Place) -> None:
    place.language = "zh-Hans"
    tells = Step(
        "tell", Verb.NOTIFY, Text("Tell them", "告知"), "", notice=NOTICE, drill="simulate"
    )
    plan = one_phase(tells, variables=(ETA, LOSS))
    incident_id = place.declared("Down", c.AttachPlaybook(plan), mode=Mode.DRILL)
    async with terminal(place.app()) as responder:
        await responder.open(incident_id)
        assert "模拟：告知" in responder.screen
        await responder.press("space")
        assert "【演练】预计‹通道方预计恢复时间›恢复" in responder.screen
        assert "演练：只作模拟" in responder.screen


async def test_a_report_keeps_channel_and_receipt(place: Place) -> None:
    to = Reporting(Text("central bank", "央行"), ReportKind.INITIAL, "cn.some-clock")
    reports = Step("report", Verb.REPORT, Text("Report", "报送"), "", reporting=to)
    place.declared("Down", c.AttachPlaybook(one_phase(reports)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "initial report to central bank  deadline cn.some-clock" in responder.screen
        await responder.press("enter")
        assert "Please fill in: Channel" in responder.screen
        await responder.write("fax")
        await responder.press("tab")
        await responder.write("CB-1187")
        await responder.press("enter")
    (sent,) = events_of(place, e.UpwardReportRecorded)
    assert isinstance(sent, e.UpwardReportRecorded)
    assert (sent.recipient, sent.channel, sent.receipt) == ("central bank", "fax", "CB-1187")


async def test_a_wait_ends_early_only_with_a_reason(place: Place) -> None:
    waits = Step("wait", Verb.WAIT, Text("Wait", "等"), "", wait=600)
    place.declared("Down", c.AttachPlaybook(one_phase(waits)))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "[~]" in responder.screen
        assert "00:10:00" in responder.screen
        await responder.press("down", "space", "enter")
        assert "Please fill in: Reason" in responder.screen
        await responder.write("the operator called")
        await responder.press("enter")
    assert place.events()[2] == e.StepCompleted("one", "wait", "the operator called")


async def test_a_wait_that_is_over_needs_none(place: Place) -> None:
    waits = Step("wait", Verb.WAIT, Text("Wait", "等"), "", wait=600)
    place.declared("Down", c.AttachPlaybook(one_phase(waits)))
    place.clock.forward(minutes=11)
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "time is up" in responder.screen
        await responder.press("down", "space")
        assert "[x]" in responder.screen
    assert place.events()[2] == e.StepCompleted("one", "wait")


def watch() -> tuple[Step, ...]:
    """Three rounds at most, ended by people."""
    inner = Option("round", Text("round", "轮"), ("look",))
    return (
        Step("watch", Verb.REPEAT, Text("Watch", "观察"), "", options=(inner,), round=Round(3)),
        Step("look", Verb.DO, Text("Look", "查看"), "", under=("watch", "round")),
    )


async def test_a_round_is_followed_by_another_or_by_enough(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(*watch())))
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "1/3 Watch" in responder.screen
        await responder.press("up", "space")
        assert responder.shows(IncidentScreen)
        await responder.press("space", "up")
        assert "again?" in responder.screen
        await responder.press("space", "enter")
        assert "2/3 Watch" in responder.screen
        await responder.press("down", "space", "up", "space", "2", "tab")
        await responder.write("stable")
        await responder.press("enter")
    assert place.events()[-1] == e.StepCompleted("one", "watch", "stable", option="enough")
    assert len(events_of(place, e.RoundBegun)) == 1


async def test_a_call_is_confirmed_and_attaches_the_playbook(place: Place) -> None:
    calls = Step("also", Verb.CALL, Text("Also follow", "同时执行"), "", call="general-emergency")
    place.declared("Down", c.AttachPlaybook(one_phase(calls)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("space")
        assert "Begin playbook general-emergency" in responder.screen
        await responder.press("enter")
        assert events_of(place, e.PlaybookAttached)[1:] == []
        await responder.press("space", "y")
        assert "follows playbook general-emergency" in responder.screen
    (_, attached) = events_of(place, e.PlaybookAttached)
    assert isinstance(attached, e.PlaybookAttached)
    assert (attached.plan.id, attached.called_by) == ("general-emergency", "one/also")


def both() -> tuple[Step, ...]:
    """Two arms, and a step after both."""
    return (
        Step(
            "both", Verb.PARALLEL, Text("Both", "两路"), "",
            options=(
                Option("a", Text("arm a", "甲"), ("do",)),
                Option("b", Text("arm b", "乙"), ("other",)),
            ),
        ),
        Step("do", Verb.DO, Text("Do it", "做"), "", under=("both", "a")),
        Step("other", Verb.DO, Text("Do the other", "做另一件"), "", under=("both", "b")),
        Step("after", Verb.DO, Text("Afterwards", "之后"), "", needs=("both",)),
    )  # fmt: skip


async def test_a_parallel_leads_to_its_open_steps_and_is_done_with_the_last(place: Place) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(*both())))
    async with terminal(place.app()) as responder:
        room = await responder.open()
        await responder.press("up", "space", "space", "up", "space")
        assert room.lists.steps.step is not None
        assert room.lists.steps.step.view.step.id == "other"
        assert "waits 1" in responder.screen
        await responder.press("space")
        assert "waits 1" not in responder.screen
        await responder.press("up", "up", "space")
        assert responder.status.startswith(" No step in it is open")
        await responder.press("G", "space")
    assert [event.step for event in place.events() if isinstance(event, e.StepCompleted)] == [
        "do",
        "other",
        "after",
    ]


async def test_a_failed_step_passes_its_work_on(place: Place) -> None:
    tried = Step("do", Verb.DO, Text("Do it", "做"), "", on_fail=OnFail(goto="other"))
    waits = Step("other", Verb.DO, Text("Do the other", "做另一件"), "", when="backup")
    place.declared("Down", c.AttachPlaybook(one_phase(tried, waits, variables=(BACKUP,))))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write("did not succeed")
        await responder.press("enter")
        assert "if it does not succeed: step 2 Do the other" in responder.screen
        await responder.write("no answer")
        await responder.press("enter")
        assert "[!]" in responder.screen
        assert "failed, see 2" in responder.screen
    assert place.events()[2:4] == [
        e.StepFailed("one", "do", "no answer"),
        e.StepRaised("one", "other", "do"),
    ]


async def test_a_failure_that_ends_the_playbook_is_confirmed(place: Place) -> None:
    tried = Step("do", Verb.DO, Text("Do it", "做"), "", on_fail=OnFail(abort=True))
    place.declared("Down", c.AttachPlaybook(one_phase(tried, OTHER)))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("full_stop", "5", "enter")
        await responder.write("no way")
        await responder.press("enter", "enter")
        assert events_of(place, e.PlaybookGivenUp) == []
        await responder.press("enter", "y")
        assert "(given up)" in responder.screen
    assert len(events_of(place, e.PlaybookGivenUp)) == 1


@pytest.mark.parametrize(
    ("step", "label"),
    [
        (Step("s", Verb.MILESTONE, Text("Contained", "已控制"), "", milestone="contained"), "mile"),
        (Step("s", Verb.NOTE, Text("Mind this", "注意"), ""), "note"),
    ],
)
async def test_what_asks_for_nothing_is_done_at_once(place: Place, step: Step, label: str) -> None:
    place.declared("Down", c.AttachPlaybook(one_phase(step)))
    async with terminal(place.app(), (130, 30)) as responder:
        await responder.open()
        assert f"1 {label}" in responder.screen
        await responder.press("space")
    assert place.events()[2] == e.StepCompleted("one", "s")
