import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.work import LONGEST_TIMEBOX
from netfin_incident.domain.incident.state import Owed
from netfin_incident.domain.text import MAX_TEXT
from netfin_incident.domain.vocabulary import (
    Field,
    MessageState,
    Milestone,
    NoteKind,
    Reasoned,
    ReportKind,
    Role,
    Status,
    TaskState,
)
from story import LI, T0, WANG, ZHAO, act, declared, for_wang, given, minutes, running

TASK = c.GiveTask("重启网关", WANG, 600)
MESSAGE = c.RecordMessage("customers", "app", "Payments are slow.")
OWED = c.RecordUpwardReport("人民银行", ReportKind.INITIAL, due_at=minutes(60))
SKIP = c.SkipStep("throttle", "no automatic retry here")


@pytest.mark.parametrize("kind", list(NoteKind))
def test_a_note_is_kept_as_it_was_meant(kind: NoteKind) -> None:
    given(declared()).when(c.Note(" 成功率 62%\n仍在下降 ", kind)).then(
        e.Noted(kind, "成功率 62%\n仍在下降")
    )


def test_an_empty_note_is_refused() -> None:
    given(declared()).when(c.Note("\u0007 \n")).refused("text-missing", field=Field.TEXT)


def test_a_note_that_is_too_long_is_refused_and_not_cut() -> None:
    given(declared()).when(c.Note("x" * (MAX_TEXT + 1))).refused("text-too-long")


def test_a_decision_keeps_its_options_reasons_and_objections() -> None:
    asked = c.RecordDecision("Switch?", "switch", ("switch", "wait"), "62 %", "zhao: fees")
    decided = given(declared()).when(asked)
    decided.then(
        e.DecisionRecorded("D1", "Switch?", "switch", ("switch", "wait"), "62 %", "zhao: fees")
    )
    second = decided.accepted().when(c.RecordDecision("Back?", "no"))
    second.then(e.DecisionRecorded("D2", "Back?", "no"))


def test_a_task_is_due_after_its_time_box_from_when_it_was_written() -> None:
    given(declared()).when(TASK, at=minutes(5)).then(
        e.TaskGiven("T1", "重启网关", WANG, minutes(15))
    )


@pytest.mark.parametrize("seconds", [0, -1, LONGEST_TIMEBOX + 1])
def test_a_time_box_out_of_range_is_refused(seconds: int) -> None:
    given(declared()).when(c.GiveTask("x", LI, seconds)).refused("timebox-out-of-range")


def test_a_task_is_acknowledged_then_done_and_stays_so() -> None:
    story = given(declared(), TASK)
    story = story.when(c.MoveTask("T1", TaskState.ACKNOWLEDGED), by=WANG).accepted()
    assert story.incident.tasks["T1"].is_open
    story = story.when(c.MoveTask("T1", TaskState.DONE), by=WANG).then(
        e.TaskMoved("T1", TaskState.DONE)
    )
    assert not story.incident.tasks["T1"].is_open
    story.when(c.MoveTask("T1", TaskState.DONE)).nothing()
    story.when(c.MoveTask("T1", TaskState.CANCELLED)).refused("task-ended")


def test_a_task_fails_only_with_a_reason() -> None:
    story = given(declared(), TASK)
    story.when(c.MoveTask("T1", TaskState.FAILED)).refused("reason-missing", act=Reasoned.FAILING)


def test_an_unknown_task_is_refused_with_those_there_are() -> None:
    given(declared(), TASK).when(c.MoveTask("T2", TaskState.DONE)).refused(
        "task-unknown", known=("T1",)
    )


def test_a_measure_is_taken_and_lifted_once() -> None:
    story = given(declared(), c.TakeMeasure("retry off", temporary=True))
    lifted = story.when(c.LiftMeasure("X1", "retry on")).then(e.MeasureLifted("X1", "retry on"))
    lifted.when(c.LiftMeasure("X1")).nothing()
    story.when(c.LiftMeasure("X2")).refused("measure-unknown", known=("X1",))


def test_a_message_is_drafted_approved_and_sent_in_that_order() -> None:
    story = given(declared(), MESSAGE)
    story = story.when(c.MoveMessage("M1", MessageState.APPROVED), by=WANG).accepted()
    story.when(c.MoveMessage("M1", MessageState.DRAFT)).refused("message-ended")
    sent = story.when(c.MoveMessage("M1", MessageState.SENT)).accepted()
    sent.when(c.MoveMessage("M1", MessageState.SENT)).nothing()
    sent.when(c.MoveMessage("M1", MessageState.FAILED)).refused("message-ended")


def test_an_unknown_message_is_refused_with_those_there_are() -> None:
    given(declared(), MESSAGE).when(c.MoveMessage("M2", MessageState.SENT)).refused(
        "message-unknown", known=("M1",)
    )


def test_a_message_that_failed_can_be_sent_again() -> None:
    story = given(declared(), MESSAGE, c.MoveMessage("M1", MessageState.FAILED))
    story.when(c.MoveMessage("M1", MessageState.SENT)).accepted()


def test_an_upward_report_is_owed_then_sent_and_its_receipt_follows() -> None:
    story = given(declared(), OWED)
    sent = c.RecordUpwardReport("", ReportKind.INITIAL, "R1", sent_at=minutes(40), channel="传真")
    receipt = c.RecordUpwardReport("", ReportKind.INITIAL, "R1", receipt="2026-117")
    story = story.when(sent, at=minutes(41)).accepted()
    report = story.when(receipt, at=minutes(50)).accepted().incident.reports["R1"]
    assert (report.recipient, report.due_at, report.sent_at, report.channel, report.receipt) == (
        "人民银行", minutes(60), minutes(40), "传真", "2026-117",
    )  # fmt: skip


def test_a_later_record_of_a_report_leaves_what_it_does_not_say() -> None:
    sent = c.RecordUpwardReport("PBoC", ReportKind.FINAL, sent_at=T0, channel="fax", receipt="117")
    again = c.RecordUpwardReport("", ReportKind.INITIAL, "R1", due_at=minutes(60))
    given(declared(), sent).when(again).then(
        e.UpwardReportRecorded("R1", "PBoC", ReportKind.FINAL, minutes(60), T0, "fax", "117")
    )


def test_the_first_report_sent_is_a_milestone_at_the_moment_it_was_sent() -> None:
    sent = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, sent_at=minutes(10))
    later = c.RecordUpwardReport("PBoC", ReportKind.PROGRESS, sent_at=minutes(25))
    story = given(declared(), OWED)
    assert story.incident.first(Milestone.REPORTED) is None
    story = story.when(sent, at=minutes(30)).accepted().when(later, at=minutes(31)).accepted()
    assert story.incident.first(Milestone.REPORTED) == minutes(10)


def test_a_report_is_not_sent_in_the_future() -> None:
    ahead = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, sent_at=minutes(10))
    given(declared()).when(ahead).refused("not-yet-happened")


def test_a_report_is_either_due_or_sent() -> None:
    bare = c.RecordUpwardReport("PBoC", ReportKind.INITIAL)
    given(declared()).when(bare).refused("report-neither-due-nor-sent")
    unknown = c.RecordUpwardReport("", ReportKind.INITIAL, "R7", sent_at=T0)
    given(declared(), OWED).when(unknown).refused("report-unknown", known=("R1",))


def test_evidence_belongs_to_a_step_that_exists() -> None:
    proof = c.AddEvidence("dashboard", "evidence/1.png", "screenshot", "AB" * 32, 12, "confirn")
    running().when(proof).refused("step-unknown", nearest="confirm")
    proof = c.AddEvidence("dashboard", "evidence/1.png", "screenshot", "AB" * 32, 12, "confirm")
    running().when(proof).then(
        e.EvidenceAdded("E1", "dashboard", "evidence/1.png", "screenshot", "ab" * 32, 12, "confirm")
    )


def test_evidence_need_not_belong_to_a_step() -> None:
    proof = c.AddEvidence("recording", "shelf 4", "file")
    given(declared(), proof).when(proof).then(e.EvidenceAdded("E2", "recording", "shelf 4", "file"))


def test_a_correction_points_at_an_entry_and_says_why() -> None:
    story = given(declared(), c.Note("62 %"))
    story.when(c.Correct(9, "x", "y")).refused("entry-unknown", last=2)
    story.when(c.Correct(0, "x", "y")).refused("entry-unknown", last=2)
    story.when(c.Correct(2, "x", " ")).refused("correction-empty")
    story.when(c.Correct(2, "", "26 %")).refused("reason-missing", act=Reasoned.CORRECTING)
    story.when(c.Correct(2, "x", occurred_at=minutes(9))).refused("not-yet-happened")
    story.when(c.Correct(2, "swapped digits", "26 %")).then(
        e.Corrected(2, "swapped digits", "26 %")
    )


def test_who_acted_through_another_confirms_once() -> None:
    story = given(declared(), (for_wang(), c.Note("limit raised")))
    story.when(c.Confirm(2), by=ZHAO).refused("confirm-for-another", person=WANG)
    story.when(c.Confirm(2), by=LI).refused("confirm-for-another", person=WANG)
    confirmed = story.when(c.Confirm(2, "right"), by=WANG).then(e.EntryConfirmed(2, "right"))
    assert confirmed.incident.owed == {}
    confirmed.when(c.Confirm(2), by=WANG).refused("nothing-to-confirm")


def test_an_act_for_another_owes_one_confirmation_even_when_it_leaves_several_entries() -> None:
    story = given(declared(), (for_wang(minutes(1)), c.Acknowledge()))
    assert story.incident.version == 3
    assert story.incident.owed == {2: Owed(2, WANG, minutes(1))}


def test_two_acts_for_different_people_at_one_moment_owe_two_confirmations() -> None:
    for_zhao = act(on_behalf_of=ZHAO, basis=for_wang().basis)
    story = given(declared(), (for_wang(), c.Note("a")), (for_zhao, c.Note("b")))
    assert [owed.person for owed in story.incident.owed.values()] == [WANG, ZHAO]


def test_a_break_glass_is_reviewed_by_another() -> None:
    story = running((act(break_glass="alone"), SKIP))
    story.when(c.Confirm(3)).refused("review-own-break-glass")
    proxy = act(ZHAO, on_behalf_of=LI, basis=for_wang().basis)
    story.when_acting(proxy, c.Confirm(3)).refused("review-own-break-glass")
    assert story.when(c.Confirm(3), by=ZHAO).accepted().incident.owed == {}


def test_a_break_glass_for_another_is_reviewed_by_neither_and_confirmed_too() -> None:
    story = running((for_wang(break_glass="alone"), SKIP))
    story.when(c.Confirm(3), by=LI).refused("review-own-break-glass")
    story = story.when(c.Confirm(3), by=WANG).accepted()
    assert story.incident.owed[3].break_glass
    story.when(c.Confirm(3), by=WANG).refused("review-own-break-glass")
    assert story.when(c.Confirm(3), by=ZHAO).accepted().incident.owed == {}


def test_a_review_leaves_the_confirmation_that_is_still_owed() -> None:
    story = running((for_wang(break_glass="alone"), SKIP))
    story = story.when(c.Confirm(3), by=ZHAO).accepted()
    assert story.incident.owed == {3: Owed(3, WANG, T0)}
    assert story.when(c.Confirm(3), by=WANG).accepted().incident.owed == {}


def test_a_second_person_and_the_person_acted_for_both_confirm() -> None:
    asked = c.SkipStep("throttle", "no automatic retry here", second=ZHAO)
    story = running((for_wang(), asked))
    story.when(c.Confirm(3), by=LI).refused("confirm-for-another", person=WANG)
    story = story.when(c.Confirm(3), by=ZHAO).accepted()
    assert story.incident.owed[3].confirmers == (WANG,)
    assert story.when(c.Confirm(3), by=WANG).accepted().incident.owed == {}


def test_naming_a_second_person_does_not_hide_a_break_glass() -> None:
    asked = c.SkipStep("throttle", "no automatic retry here", second=ZHAO)
    owed = running((act(break_glass="alone"), asked)).incident.owed[3]
    assert (owed.break_glass, owed.confirmers) == (True, (ZHAO,))


def test_a_note_needs_no_second_person_so_its_break_glass_owes_nothing() -> None:
    assert given(declared(), (act(break_glass="x"), c.Note("y"))).incident.owed == {}


def test_work_goes_on_while_the_incident_is_reviewed() -> None:
    story = given(
        declared(),
        c.StateFunds(touched=False),
        c.ChangeStatus(Status.RECOVERED),
        c.ChangeStatus(Status.RESOLVED),
        c.ChangeStatus(Status.IN_REVIEW),
    )
    story.when(c.Note("the vendor wrote")).accepted()
    story.when(c.AssignRole(Role.SCRIBE, ZHAO)).accepted()
