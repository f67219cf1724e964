from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.deadlines import DeadlineKind, deadlines
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CancelKind, ReportKind, Role, TaskState
from story import LI, WANG, ZHAO, Story, act, declared, for_wang, given, minutes, running

TASK = c.GiveTask("重启网关", WANG, 600)
REPORT = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=minutes(60))
SKIP = c.SkipStep("throttle", "no automatic retry here")


def owed(story: Story) -> list[tuple[DeadlineKind, str, str]]:
    return [(one.kind, one.id, one.who) for one in deadlines(story.incident)]


def test_the_soonest_comes_first() -> None:
    story = running((act(break_glass="alone"), SKIP), REPORT, TASK)
    assert [one.due_at for one in deadlines(story.incident)] == [
        minutes(5),
        minutes(10),
        minutes(60),
        minutes(24 * 60),
    ]


def test_a_step_is_owed_by_the_holder_of_its_role_or_by_the_role() -> None:
    assert owed(running()) == [(DeadlineKind.STEP, "confirm", "channel_ops")]
    staffed = running(c.AssignRole("channel_ops", ZHAO))
    assert owed(staffed) == [(DeadlineKind.STEP, "confirm", ZHAO)]


def test_a_step_that_is_done_is_not_owed() -> None:
    assert owed(running(c.CompleteStep("confirm"))) == []


def test_a_task_is_owed_until_it_ended() -> None:
    story = given(declared(), TASK)
    assert owed(story) == [(DeadlineKind.TASK, "T1", WANG)]
    acknowledged = story.when(c.MoveTask("T1", TaskState.ACKNOWLEDGED)).accepted()
    assert owed(acknowledged) == [(DeadlineKind.TASK, "T1", WANG)]
    assert owed(acknowledged.when(c.MoveTask("T1", TaskState.DONE)).accepted()) == []


def test_a_report_is_owed_until_it_was_sent() -> None:
    story = given(declared(), REPORT)
    assert owed(story) == [(DeadlineKind.UPWARD_REPORT, "R1", Role.LIAISON)]
    staffed = story.when(c.AssignRole(Role.LIAISON, ZHAO)).accepted()
    assert owed(staffed) == [(DeadlineKind.UPWARD_REPORT, "R1", ZHAO)]
    sent = c.RecordUpwardReport("", ReportKind.INITIAL, "R1", sent_at=minutes(30))
    assert owed(story.when(sent, at=minutes(30)).accepted()) == []


def test_a_break_glass_review_is_owed_by_somebody_else_in_charge() -> None:
    story = running(c.CompleteStep("confirm"), (act(break_glass="alone"), SKIP))
    assert owed(story) == [(DeadlineKind.BREAK_GLASS_REVIEW, "5", "")]
    own = story.when(c.AssignRole(Role.COMMANDER, LI)).accepted()
    assert owed(own) == [(DeadlineKind.BREAK_GLASS_REVIEW, "5", "")]
    led = own.when(c.AssignRole(Role.LEADER, ZHAO)).accepted()
    assert owed(led) == [(DeadlineKind.BREAK_GLASS_REVIEW, "5", ZHAO)]
    assert owed(led.when(c.Confirm(5), by=ZHAO).accepted()) == []


def test_a_confirmation_has_no_deadline() -> None:
    assert owed(given(declared(), (for_wang(), c.Note("limit raised")))) == []


def test_a_deadline_says_what_is_owed() -> None:
    [deadline] = deadlines(given(declared(), TASK).incident)
    assert (deadline.due_at, deadline.what) == (minutes(10), Text("重启网关", "重启网关"))


def test_of_a_cancelled_incident_only_the_reviews_are_owed() -> None:
    story = running((act(break_glass="alone"), SKIP), TASK, REPORT)
    cancelled = story.when(c.Cancel(CancelKind.FALSE_ALARM, "probe misread")).accepted()
    assert owed(cancelled) == [(DeadlineKind.BREAK_GLASS_REVIEW, "3", "")]


def test_asking_twice_gives_the_same_answer() -> None:
    story = running(TASK, REPORT)
    assert deadlines(story.incident) == deadlines(story.incident) != ()
