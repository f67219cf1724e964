from datetime import timedelta
from hashlib import sha256

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    CancelKind,
    MessageState,
    Milestone,
    NoteKind,
    Relation,
    ReportKind,
    Status,
    TaskState,
)
from responder import INC, T0, Place, Responder, terminal


async def fill(responder: Responder, *answers: str) -> None:
    """Type answers, each into the next field."""
    for n, answer in enumerate(answers):
        if n:
            await responder.press("tab")
        if answer:
            await responder.write(answer)


async def test_an_incident_is_declared_with_a_suggested_playbook(place: Place) -> None:
    place.made()
    async with terminal(place.app()) as responder:
        await responder.press("D")
        await responder.write("Success rate 62 %")
        await responder.press("enter", "2", "enter", "down", "enter")
        assert INC in responder.screen
        assert "Immediate response" in responder.screen
    declared, attached = place.events()
    assert isinstance(declared, e.Declared)
    assert (declared.title, declared.severity) == ("Success rate 62 %", Severity.S2)
    assert isinstance(attached, e.PlaybookAttached)


async def test_a_late_note_is_echoed_absolute_before_it_is_saved(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("N")
        await responder.write("-15m")
        assert "2026-11-24 13:45:00 +08:00 Asia/Shanghai" in responder.screen
        await responder.press("tab")
        await responder.write("first complaint")
        await responder.press("enter", "2")
        assert "late" in responder.screen
    assert place.acts()[-1].happened == T0 - timedelta(minutes=15)


async def test_an_unreadable_time_is_explained_where_it_is_typed(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("N")
        await fill(responder, "soonish", "text")
        assert "soonish" in responder.screen
        assert "NF-9" in responder.screen
        await responder.press("enter")
    assert len(place.events()) == 1


async def test_a_finding_is_a_note_of_another_kind(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("n")
        await fill(responder, "certificate expired", "")
        await responder.press("2", "enter")
    assert place.events()[-1] == e.Noted(NoteKind.FINDING, "certificate expired")


async def test_a_decision_keeps_its_options_reasons_and_objections(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("d")
        await fill(responder, "switch?", "switch", "switch / wait", "tested", "li.na: too early")
        await responder.press("enter")
    assert place.events()[-1] == e.DecisionRecorded(
        "D1", "switch?", "switch", ("switch", "wait"), "tested", "li.na: too early"
    )


async def test_enter_goes_to_what_is_missing_before_it_saves(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("d")
        await responder.write("switch?")
        await responder.press("enter")
        assert "Please fill in: Decision" in responder.screen
        await responder.write("yes")
        await responder.press("enter")
    assert place.events()[-1] == e.DecisionRecorded("D1", "switch?", "yes")


async def test_a_task_is_given_in_one_line(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("a")
        await responder.write("@wang restart gw 10m")
        assert "14:10:00 +08:00" in responder.screen
        await responder.press("enter", "4")
        assert "00:10:00" in responder.screen
    assert place.events()[-1] == e.TaskGiven("T1", "restart gw", "wang", T0 + timedelta(minutes=10))


async def test_a_task_is_done_from_its_menu(place: Place) -> None:
    place.declared("Gateway down", c.GiveTask("restart", "wang", 600))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("c", "enter", "2", "enter")
    assert place.events()[-1] == e.TaskMoved("T1", TaskState.DONE)


async def test_severity_is_raised_at_once_and_lowered_only_with_reason_and_a_yes(
    place: Place,
) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("s", "1", "enter")
        assert place.events()[1] == e.SeverityChanged(Severity.S2, Severity.S1)
        await responder.press("s", "3", "enter", "y")
        assert "reason" in responder.screen
        await responder.press("tab")
        await responder.write("half of it is back")
        await responder.press("enter", "enter")
        assert len(place.events()) == 3
        await responder.press("enter", "y")
    assert place.events()[-1] == e.SeverityChanged(Severity.S1, Severity.S3, "half of it is back")


async def test_ending_shows_what_stands_in_the_way_and_asks_about_funds(place: Place) -> None:
    place.declared("Gateway down", c.ChangeStatus(Status.RECOVERED))
    place.handled(c.AssignRole("commander", "li.na"), c.OfferHandover("commander", "wang.min", "-"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("t")
        assert "handover of commander: unanswered" in responder.screen
        await responder.press("escape")
        place.handled(c.EndHandover("commander", "stays"))
        await responder.settle()
        await responder.press("t")
        assert "Nothing stands in the way" in responder.screen
        await responder.press("tab", "2", "tab", "2", "tab")
        await fill(responder, "1248", "3620000.00 CNY", "0")
        await responder.press("enter")
    funds, reconciled, changed, resolved = place.events()[-4:]
    assert funds == e.FundsStated(
        touched=True, reconciled=True, count=1248, amount="3620000.00 CNY", suspense="0"
    )
    assert reconciled == e.MilestoneReached(Milestone.RECONCILED)
    assert changed == e.StatusChanged(Status.RECOVERED, Status.RESOLVED)
    assert resolved == e.MilestoneReached(Milestone.RESOLVED)


async def test_cancelling_asks_for_the_incidents_number(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("t", "4", "tab")
        await responder.write("the alarm was wrong")
        await responder.press("enter")
        assert f"type {INC}" in responder.screen
        await responder.write("INC-2026-0002")
        await responder.press("enter")
        assert len(place.events()) == 1
        await responder.press("escape", "enter")
        await responder.write(INC.lower())
        await responder.press("enter")
    assert place.events()[-1] == e.Cancelled(
        Status.DECLARED, CancelKind.FALSE_ALARM, "the alarm was wrong"
    )


async def test_command_is_taken_where_it_is_vacant_and_from_its_holder_with_a_reason(
    place: Place,
) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        assert "vacant: leader, commander" in responder.screen
        await responder.press("i", "enter")
        assert place.events()[-1] == e.RoleAssigned("commander", "wang.min")
        place.handled(c.TakeRole("woke up"), by="li.na")
        await responder.settle()
        await responder.press("i", "2", "enter")
        await responder.write("I have the picture")
        await responder.press("enter", "y")
    assert place.events()[-1] == e.RoleTaken("commander", "wang.min", "li.na", "I have the picture")


async def test_command_is_handed_over_with_a_brief_and_accepted(place: Place) -> None:
    place.declared("Gateway down", c.AssignRole("commander", "wang.min"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("i", "enter")
        assert "Handover card" in responder.screen
        await responder.press("enter")
        assert "Gateway down: II (major)" in responder.screen
        await responder.write("li.na")
        await responder.press("ctrl+s")
    offered = place.events()[-1]
    assert isinstance(offered, e.HandoverOffered)
    assert "Gateway down" in offered.brief
    async with terminal(place.app("li.na")) as receiver:
        await receiver.open()
        await receiver.press("i")
        assert "Gateway down: II (major)" in receiver.screen
        await receiver.press("enter")
        assert "Brief of wang.min" in receiver.screen
        assert place.events()[-1] == offered
        await receiver.press("enter")
    assert place.events()[-1] == e.HandoverAccepted("commander", "li.na", "wang.min")


async def test_any_role_is_assigned_from_the_list(place: Place) -> None:
    place.declared("Gateway down", c.AssignRole("commander", "wang.min"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("r")
        await responder.press("enter", "down", "enter")
        await responder.write("liu.gang")
        await responder.press("enter")
    assert place.events()[-1] == e.RoleAssigned("leader", "liu.gang")


async def test_an_update_is_filled_from_the_record(place: Place) -> None:
    place.declared("Gateway down", c.TakeMeasure("retries off", temporary=True))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("u")
        assert "retries off" in responder.screen
        await fill(responder, "executives", "phone")
        await responder.press("ctrl+s")
    sent = place.events()[-1]
    assert isinstance(sent, e.MessageRecorded)
    assert (sent.audience, sent.channel, sent.state) == (
        "executives",
        "phone",
        MessageState.DRAFT,
    )
    assert "Gateway down" in sent.text
    assert len(sent.text.splitlines()) == 3


async def test_a_report_upward_is_owed_and_then_marked_as_sent(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("c", "enter", "enter")
        await fill(responder, "central bank branch", "", "1h")
        await responder.press("enter")
        assert "01:00:00" in responder.screen
        await responder.press("enter", "enter")
        await fill(responder, "phone", "CB-20-1187")
        await responder.press("enter")
        assert "sent 14:00" in responder.screen
    owed, sent = place.events()[-2:]
    assert isinstance(owed, e.UpwardReportRecorded)
    assert owed.due_at == T0 + timedelta(hours=1)
    assert sent == e.UpwardReportRecorded(
        "R1", "central bank branch", ReportKind.INITIAL, owed.due_at, T0, "phone", "CB-20-1187"
    )


async def test_a_file_is_registered_as_evidence_with_its_digest(place: Place) -> None:
    place.declared()
    log = place.folder / "gw.log"
    log.write_bytes(b"timeout\n")
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("v")
        await fill(responder, "gateway log", str(log))
        await responder.press("enter")
    added = place.events()[-1]
    assert isinstance(added, e.EvidenceAdded)
    assert (added.name, added.size) == ("gateway log", 8)
    assert added.sha256 == sha256(b"timeout\n").hexdigest()


async def test_a_milestone_is_set_at_a_time(place: Place) -> None:
    place.declared()
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("m", "1", "tab")
        await fill(responder, "-20m", "gateway log")
        await responder.press("enter")
    assert place.events()[-1] == e.MilestoneReached(Milestone.ONSET, "gateway log")
    assert place.acts()[-1].happened == T0 - timedelta(minutes=20)


async def test_an_entry_is_corrected_by_a_new_one(place: Place) -> None:
    place.declared("Gateway down", c.Note("1,900 payments"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("2", "enter", "2", "enter")
        await fill(responder, "1,248 payments", "", "miscounted")
        await responder.press("enter")
        assert "corr 1,248 payments" in responder.screen
    assert place.events()[-1] == e.Corrected(2, "miscounted", "1,248 payments")


async def test_a_break_glass_is_reviewed_by_somebody_else(place: Place) -> None:
    place.declared()
    act = place.app("li.na").act(break_glass="alone")
    place.made().desk.handle(INC, act, c.AssignRole("commander", "li.na"))
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("4", "enter", "enter")
        await responder.write("seen")
        await responder.press("enter")
    assert place.events()[-1] == e.EntryConfirmed(2, "seen")


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("acknowledge", e.Acknowledged()),
        ("measure", e.MeasureTaken("X1", "retries off")),
        ("activate", e.Activated(Severity.S2, "retries off")),
        ("link", e.Linked(Relation.RELATED, "INC-2026-0002")),
    ],
)
async def test_what_has_no_key_is_reached_by_its_name(
    place: Place, name: str, event: e.Event
) -> None:
    place.declared()
    place.declared("Another one")
    async with terminal(place.app()) as responder:
        await responder.open()
        await responder.press("colon")
        await responder.write(name)
        await responder.press("enter")
        if name in ("activate", "link"):
            await responder.press("tab")
        if name != "acknowledge":
            await responder.write("2" if name == "link" else "retries off")
            await responder.press("enter")
    assert event in place.events()
