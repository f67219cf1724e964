from pathlib import Path

import pytest

from netfin_incident.app.desk import Declaration
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    Known,
    MessageState,
    Milestone,
    ReportKind,
    Status,
    TaskState,
)
from netfin_incident.errors import UsageError
from netfin_incident.reports.facts import incident_facts, read_facts
from netfin_incident.wording.language import Language
from report_cases import LI, SHANGHAI, START, WANG, ZHAO, Case, minute
from story import PLAN

DIGEST = "ab" * 32


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_every_pass_of_a_milestone_is_kept_and_the_first_one_counts(case: Case) -> None:
    case(10, c.ChangeStatus(Status.CONTAINED))
    case(20, c.ChangeStatus(Status.RESPONDING, "came back"))
    case(50, c.ChangeStatus(Status.CONTAINED))
    facts = case.facts()
    contained = [one for one in facts.milestones if one.milestone is Milestone.CONTAINED]
    assert [(one.at, one.passing) for one in contained] == [(minute(10), 1), (minute(50), 2)]
    metric = next(one for one in facts.metrics if one.measured.metric.id == "time_to_contain")
    assert metric.measured.seconds == 10 * 60


def test_every_stay_in_a_status_is_kept_with_its_length(case: Case) -> None:
    case(10, c.ChangeStatus(Status.CONTAINED))
    case(20, c.ChangeStatus(Status.RESPONDING, "came back"), by=WANG)
    passes = case.facts(as_of=60).passes
    assert [(one.status, one.since, one.seconds) for one in passes] == [
        (Status.DECLARED, START, 600),
        (Status.CONTAINED, minute(10), 600),
        (Status.RESPONDING, minute(20), None),
    ]
    assert (passes[2].by, passes[2].reason) == (WANG, "came back")


def test_a_cancelled_incident_that_was_reopened_has_both_passes(case: Case) -> None:
    case(5, c.Cancel(CancelKind.FALSE_ALARM, "monitor fault"))
    case(9, c.Reopen("real after all"))
    passes = [(one.status, one.reason) for one in case.facts().passes]
    assert passes == [
        (Status.DECLARED, ""),
        (Status.CANCELLED, "monitor fault"),
        (Status.RESPONDING, "real after all"),
    ]


def test_every_change_of_severity_says_when_by_whom_and_why(case: Case) -> None:
    case(3, c.Activate(Severity.S1, "chen"))
    case(6, c.ChangeSeverity(Severity.S1, "every payment fails"), by=ZHAO)
    case(30, c.ChangeSeverity(Severity.S3, "only two banks left"), by=WANG)
    told = [
        (one.at, one.by, one.before, one.severity, one.level, one.authorised_by, one.reason)
        for one in case.facts().grades
    ]
    assert told == [
        (START, LI, None, Severity.S2, None, "", ""),
        (minute(3), LI, None, None, Severity.S1, "chen", ""),
        (minute(6), ZHAO, Severity.S2, Severity.S1, None, "", "every payment fails"),
        (minute(30), WANG, Severity.S1, Severity.S3, None, "", "only two banks left"),
    ]


def test_business_hours_stand_beside_the_clock(case: Case) -> None:
    # 03:07 to 11:07 in Shanghai; the firm opens at nine.
    case(480, c.ChangeStatus(Status.CONTAINED))
    facts = case.facts(hours=parse_business_hours("Mon-Fri 09:00-17:00"))
    metric = next(one for one in facts.metrics if one.measured.metric.id == "time_to_contain")
    assert metric.measured.seconds == 8 * 3600
    assert metric.business_seconds == 2 * 3600 + 7 * 60


def test_milestones_out_of_order_keep_their_negative_metric(case: Case) -> None:
    case(30, c.SetMilestone(Milestone.DETECTED, "call"))
    metric = next(
        one for one in case.facts().metrics if one.measured.metric.id == "time_to_declare"
    )
    assert metric.measured.seconds == -30 * 60


def test_a_corrected_moment_counts_everywhere(case: Case) -> None:
    onset = case(14, c.SetMilestone(Milestone.ONSET, "log"), occurred=2, zone=SHANGHAI)
    case(15, c.SetMilestone(Milestone.DETECTED, "alarm"), occurred=4, zone=SHANGHAI)
    case(16, c.Correct(onset.entry, "log is in another zone", occurred_at=minute(-6)))
    facts = case.facts()
    assert facts.milestones[0].at == minute(-6)
    assert facts.metrics[0].measured.seconds == 10 * 60
    assert facts.timeline[0].entry == onset.entry


def test_correcting_the_wording_leaves_a_moment_that_was_corrected_before(case: Case) -> None:
    note = case(14, c.Note("13 failed"))
    case(15, c.Correct(note.entry, "watch", occurred_at=minute(9)))
    case(16, c.Correct(note.entry, "count", text="31 failed"))
    line = case.facts().entries[note.entry]
    assert line.happened == minute(9)
    assert line.said(Language.EN) == "31 failed"


def test_a_task_is_late_when_it_ends_or_stands_past_its_time(case: Case) -> None:
    case(0, c.GiveTask("in time", ZHAO, 600), c.GiveTask("late", ZHAO, 600))
    case(0, c.GiveTask("open", ZHAO, 600), c.GiveTask("dropped", ZHAO, 600))
    case(4, c.MoveTask("T1", TaskState.ACKNOWLEDGED), by=ZHAO)
    case(9, c.MoveTask("T1", TaskState.DONE, "fine"), by=ZHAO)
    case(12, c.MoveTask("T2", TaskState.DONE), by=ZHAO)
    case(20, c.MoveTask("T4", TaskState.CANCELLED))
    tasks = case.facts(as_of=25).work.tasks
    assert [one.margin_seconds for one in tasks] == [60, -120, -900, None]
    assert [(one.state, one.by, one.note) for one in tasks[0].moves] == [
        (TaskState.ACKNOWLEDGED, ZHAO, ""),
        (TaskState.DONE, ZHAO, "fine"),
    ]


def test_an_upward_report_keeps_its_margin_and_its_first_limit(case: Case) -> None:
    case(1, c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=minute(30)))
    case(2, c.RecordUpwardReport("", ReportKind.INITIAL, id="R1", due_at=minute(90)))
    case(60, c.RecordUpwardReport(
        "", ReportKind.INITIAL, id="R1", sent_at=minute(59), receipt="7", text_sha256=DIGEST,
    ), by=WANG)  # fmt: skip
    case(70, c.RecordUpwardReport("", ReportKind.INITIAL, id="R1", channel="portal"))
    report = case.facts().work.upward_reports[0]
    assert (report.recipient, report.sent_at, report.due_at) == ("PBoC", minute(59), minute(90))
    assert (report.margin_seconds, report.first_due_at) == (31 * 60, minute(30))
    assert (report.receipt, report.channel, report.text_sha256) == ("7", "portal", DIGEST)


def test_an_unsent_report_past_its_limit_is_late_as_of_the_report(case: Case) -> None:
    case(1, c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=minute(30)))
    assert case.facts(as_of=45).work.upward_reports[0].margin_seconds == -15 * 60


def test_a_message_keeps_who_wrote_approved_and_sent_it(case: Case) -> None:
    case(1, c.RecordMessage("customers", "app", "wait"), by=WANG)
    case(2, c.MoveMessage("M1", MessageState.APPROVED), by=ZHAO)
    case(3, c.MoveMessage("M1", MessageState.FAILED, "gateway down"))
    case(4, c.MoveMessage("M1", MessageState.SENT))
    message = case.facts().work.messages[0]
    assert [(one.state, one.by, one.note) for one in message.moves] == [
        (MessageState.APPROVED, ZHAO, ""),
        (MessageState.FAILED, LI, "gateway down"),
        (MessageState.SENT, LI, ""),
    ]
    assert (message.by, message.state, message.lacks_approval) == (WANG, MessageState.SENT, False)


def test_a_message_sent_without_an_approval_says_so(case: Case) -> None:
    case(1, c.RecordMessage("customers", "app", "wait", MessageState.SENT))
    assert case.facts().work.messages[0].lacks_approval


def test_a_measure_keeps_when_and_why_it_was_lifted(case: Case) -> None:
    case(1, c.TakeMeasure("limit 100 yuan", temporary=True))
    case(9, c.LiftMeasure("X1", "channel is back"), by=WANG)
    measure = case.facts().work.measures[0]
    assert measure.lifted is not None
    assert (measure.at, measure.lifted.at, measure.lifted.by, measure.lifted.note) == (
        minute(1), minute(9), WANG, "channel is back",
    )  # fmt: skip


def test_an_act_in_anothers_name_is_unconfirmed_with_all_its_entries(case: Case) -> None:
    made = case(3, c.Note("one"), c.Note("two"), by=LI, on_behalf_of=WANG, basis=Basis.PHONE)
    entries = [one.version for one in made.recorded]
    facts = case.facts()
    assert facts.unconfirmed == set(entries)
    assert facts.second_looks[0].entries == entries
    case(5, c.Confirm(entries[0], "so it was"), by=WANG)
    facts = case.facts()
    assert facts.unconfirmed == set()
    assert [one.event.note for one in facts.second_looks[0].answers] == ["so it was"]


def test_two_acts_in_anothers_name_are_confirmed_one_by_one(case: Case) -> None:
    case(3, c.Note("one"), on_behalf_of=WANG, basis=Basis.PHONE)
    second = case(4, c.Note("two"), on_behalf_of=WANG, basis=Basis.PHONE)
    case(5, c.Confirm(second.entry), by=WANG)
    assert [bool(look.owed) for look in case.facts().second_looks] == [True, False]


def test_a_break_glass_waits_for_another_persons_review(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    made = case(2, c.SkipStep("throttle", "already off"), break_glass="alone on shift")
    look = case.facts().second_looks[0]
    assert (look.act.break_glass, look.entries[0]) == ("alone on shift", made.recorded[0].version)
    assert look.owed is not None
    assert look.owed.due_at == minute(2 + 24 * 60)
    case(9, c.Confirm(look.entries[0], "justified"), by=ZHAO)
    look = case.facts().second_looks[0]
    assert (look.owed, look.answers[0].act.by) == (None, ZHAO)


def test_a_named_second_person_must_confirm(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    case(2, c.SkipStep("throttle", "already off", second=ZHAO))
    look = case.facts().second_looks[0]
    assert look.seconds == [ZHAO]
    assert look.owed is not None
    assert look.owed.person == ZHAO


def test_the_facts_count_how_each_person_is_known(case: Case) -> None:
    case(1, c.Note("typed by the account"))
    case(2, c.Note("typed as another"), known=Known.ASSERTED)
    assert case.facts().known == {
        Known.OS_USER: 2, Known.ASSERTED: 1, Known.IMPORTED: 0, Known.PROGRAM: 0,
    }  # fmt: skip


def test_facts_are_judged_as_of_the_newest_entry_unless_told_otherwise(case: Case) -> None:
    case(17, c.Note("last"))
    assert case.facts().as_of == minute(17)
    assert case.facts(as_of=99).as_of == minute(99)


def test_the_head_is_that_of_the_whole_journal_at_the_same_moment(case: Case) -> None:
    case(1, c.Note("one"))
    other = Declaration("another incident", Severity.S4, SHANGHAI)
    case.desk.declare(other, Act(minute(2), LI))
    facts = case.facts()
    assert facts.head == case.desk.head()
    assert facts.head.seq == len(facts.entries) + 1


def test_an_unknown_incident_has_no_facts(case: Case) -> None:
    assert case.id
    with pytest.raises(UsageError) as refused:
        read_facts(case.desk, "INC-2026-0099")
    assert refused.value.slug == "incident-unknown"


def test_the_same_entries_give_the_same_facts(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN), c.Note("one"))
    rows, head = case.desk.rows(case.id), case.desk.head()
    assert incident_facts(rows, head) == incident_facts(rows, head)
