import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Mark
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    CancelKind,
    Milestone,
    Origin,
    Reasoned,
    Relation,
    Status,
)
from story import LI, WANG, ZHAO, act, declared, for_wang, given, minutes, running

RECOVERED = (c.StateFunds(touched=False), c.ChangeStatus(Status.RECOVERED))
RESOLVED = (*RECOVERED, c.ChangeStatus(Status.RESOLVED))
CLOSED = (*RESOLVED, c.ChangeStatus(Status.CLOSED))
FALSE_ALARM = c.Cancel(CancelKind.FALSE_ALARM, "probe misread")


def test_the_first_acknowledgement_is_a_milestone() -> None:
    story = given(declared()).when(c.Acknowledge(), by=WANG)
    story.then(e.Acknowledged(), e.MilestoneReached(Milestone.ACKNOWLEDGED))


def test_a_second_person_may_acknowledge_too() -> None:
    story = given(declared(), c.Acknowledge()).when(c.Acknowledge(), by=WANG)
    assert story.then(e.Acknowledged()).incident.acknowledged == (LI, WANG)


def test_acknowledging_twice_changes_nothing() -> None:
    given(declared(), c.Acknowledge()).when(c.Acknowledge()).nothing()


def test_activation_is_an_entry_of_its_own_and_moves_to_responding() -> None:
    given(declared()).when(c.Activate(Severity.S1, "陈总")).then(
        e.Activated(Severity.S1, "陈总"),
        e.MilestoneReached(Milestone.ACTIVATED),
        e.StatusChanged(Status.DECLARED, Status.RESPONDING),
    )


def test_acknowledging_in_anothers_name_does_not_acknowledge_for_oneself() -> None:
    story = given(declared(), (for_wang(), c.Acknowledge()))
    story.when_acting(for_wang(), c.Acknowledge()).nothing()
    assert story.when(c.Acknowledge()).then(e.Acknowledged()).incident.acknowledged == (WANG, LI)


def test_activating_at_the_same_level_again_changes_nothing() -> None:
    activate = c.Activate(Severity.S1, "陈总")
    given(declared(), activate).when(activate).nothing()


def test_the_status_it_has_already_changes_nothing() -> None:
    given(declared()).when(c.ChangeStatus(Status.DECLARED)).nothing()


def test_the_response_level_may_differ_from_the_severity() -> None:
    incident = given(declared(Severity.S2), c.Activate(Severity.S1, "陈总")).incident
    assert (incident.severity, incident.level) == (Severity.S2, Severity.S1)


def test_activation_is_no_gate() -> None:
    running().when(c.CompleteStep("confirm")).accepted()


def test_the_first_step_done_moves_to_responding() -> None:
    running().when(c.CompleteStep("confirm")).then(
        e.StepCompleted("channel-outage", "confirm"),
        e.StatusChanged(Status.DECLARED, Status.RESPONDING),
    )


def test_a_status_moves_only_where_the_table_says() -> None:
    given(declared()).when(c.ChangeStatus(Status.CLOSED)).refused(
        "status-unreachable", to=Status.CLOSED, before=Status.DECLARED
    )


def test_going_back_needs_a_reason() -> None:
    contained = given(declared(), c.ChangeStatus(Status.CONTAINED))
    contained.when(c.ChangeStatus(Status.RESPONDING, " \n")).refused(
        "reason-missing", act=Reasoned.GOING_BACK
    )
    contained.when(c.ChangeStatus(Status.RESPONDING, "again")).then(
        e.StatusChanged(Status.CONTAINED, Status.RESPONDING, "again")
    )


def test_a_status_sets_its_milestone_where_that_is_empty() -> None:
    known = given(declared(), c.SetMilestone(Milestone.CONTAINED, "seen on the dashboard"))
    known.when(c.ChangeStatus(Status.CONTAINED)).then(
        e.StatusChanged(Status.DECLARED, Status.CONTAINED)
    )


def test_a_milestone_never_sets_a_status() -> None:
    incident = given(declared(), c.SetMilestone(Milestone.RECOVERED)).incident
    assert incident.status is Status.DECLARED


def test_the_first_milestone_is_never_overwritten_and_later_passes_are_kept() -> None:
    again = given(
        declared(),
        (act(at=minutes(10)), c.SetMilestone(Milestone.RECOVERED)),
        (act(at=minutes(30)), c.SetMilestone(Milestone.RECOVERED)),
    )
    marks = again.incident.milestones[Milestone.RECOVERED]
    assert [mark.at for mark in marks] == [minutes(10), minutes(30)]
    assert again.incident.first(Milestone.RECOVERED) == minutes(10)


def test_recovering_again_after_going_back_is_another_pass() -> None:
    again = given(
        declared(),
        (act(at=minutes(10)), c.ChangeStatus(Status.RECOVERED)),
        (act(at=minutes(20)), c.ChangeStatus(Status.RESPONDING, "it failed again")),
        (act(at=minutes(30)), c.ChangeStatus(Status.CONTAINED)),
        (act(at=minutes(40)), c.ChangeStatus(Status.RECOVERED)),
    )
    marks = again.incident.milestones[Milestone.RECOVERED]
    assert [mark.at for mark in marks] == [minutes(10), minutes(40)]


def test_a_correction_moves_the_milestone_and_keeps_the_old_entry() -> None:
    story = given(declared(), (act(at=minutes(20)), c.SetMilestone(Milestone.DETECTED)))
    correction = c.Correct(2, "wrong hour", occurred_at=minutes(5))
    corrected = story.when(correction, at=minutes(30)).accepted()
    assert corrected.incident.milestones[Milestone.DETECTED] == (Mark(minutes(5), 2),)
    assert corrected.history[:2] == story.history


def test_a_correction_of_the_declaration_moves_its_time() -> None:
    story = given(declared(), (act(at=minutes(9)), c.Correct(1, "late", occurred_at=minutes(-5))))
    incident = story.incident
    assert incident.declared_at == incident.first(Milestone.DECLARED) == minutes(-5)


def test_severity_never_falls_without_a_reason() -> None:
    grave = given(declared(Severity.S2))
    grave.when(c.ChangeSeverity(Severity.S3)).refused(
        "reason-missing", act=Reasoned.LOWERING_SEVERITY
    )
    lower = grave.when(c.ChangeSeverity(Severity.S3, "one channel only")).accepted()
    assert lower.incident.severity is Severity.S3


def test_anyone_may_raise_severity_at_once() -> None:
    given(declared(Severity.S2)).when(c.ChangeSeverity(Severity.S1), by=ZHAO).then(
        e.SeverityChanged(Severity.S2, Severity.S1), e.MilestoneReached(Milestone.CLASSIFIED)
    )


def test_the_same_severity_classifies_once_and_keeps_the_reason() -> None:
    same = c.ChangeSeverity(Severity.S2, "以影响问卷为准")
    classified = given(declared(Severity.S2)).when(same)
    story = classified.then(e.MilestoneReached(Milestone.CLASSIFIED, "以影响问卷为准"))
    story.when(same).nothing()


@pytest.mark.parametrize("kind", list(CancelKind))
def test_cancelling_needs_a_reason(kind: CancelKind) -> None:
    asked = c.Cancel(kind, "", "INC-2026-0002")
    given(declared()).when(asked).refused("reason-missing", act=Reasoned.CANCELLING)


@pytest.mark.parametrize("other", ["", " ", "\x1b[0m"])
def test_a_duplicate_says_of_which(other: str) -> None:
    asked = c.Cancel(CancelKind.DUPLICATE, "same alarm", other)
    given(declared()).when(asked).refused("duplicate-of-what")


def test_an_incident_is_not_its_own_duplicate() -> None:
    asked = c.Cancel(CancelKind.DUPLICATE, "same alarm", "INC-2026-0001 ")
    given(declared()).when(asked).refused("link-to-itself")


def test_what_ended_is_not_cancelled() -> None:
    given(declared(), *RESOLVED).when(FALSE_ALARM).refused("not-cancellable")


def test_cancelled_can_be_reopened() -> None:
    cancelled = given(declared(), FALSE_ALARM)
    cancelled.when(c.ChangeStatus(Status.RESPONDING, "real")).refused("incident-cancelled")
    reopened = cancelled.when(c.Reopen("real after all")).then(
        e.Reopened(Status.CANCELLED, "real after all")
    )
    assert reopened.incident.status is Status.RESPONDING
    assert reopened.incident.cancelled_as is None


@pytest.mark.parametrize("ended", [RESOLVED, (*RESOLVED, c.ChangeStatus(Status.IN_REVIEW))])
def test_an_ended_response_can_be_reopened_with_a_reason(ended: tuple[c.Command, ...]) -> None:
    story = given(declared(), *ended)
    story.when(c.Reopen("")).refused("reason-missing", act=Reasoned.REOPENING)
    assert story.when(c.Reopen("again")).accepted().incident.status is Status.RESPONDING


def test_a_running_response_is_not_reopened() -> None:
    given(declared()).when(c.Reopen("x")).refused("not-reopenable")


@pytest.mark.parametrize(
    "command",
    [
        c.Reopen("again"),
        c.Note("late"),
        c.ChangeStatus(Status.CLOSED),
        c.ChangeSeverity(Severity.S1),
        c.SetMilestone(Milestone.ONSET),
        c.TakeRole("needed"),
        c.AddEvidence("log", "/tmp/log", "log"),  # noqa: S108 - a name, not a file that is opened
        c.FinishImport(),
    ],
)
def test_closed_is_final(command: c.Command) -> None:
    given(declared(), *CLOSED).when(command).refused("incident-closed")


def test_a_closed_incident_can_still_be_linked_corrected_and_confirmed() -> None:
    closed = given(declared(), (for_wang(), c.Note("the bank called")), *CLOSED)
    closed.when(c.Link(Relation.RECURRENCE_OF, "INC-2026-0009")).then(
        e.Linked(Relation.RECURRENCE_OF, "INC-2026-0009")
    )
    closed.when(c.Correct(2, "typing slip", "the other bank called")).then(
        e.Corrected(2, "typing slip", "the other bank called")
    )
    closed.when(c.Confirm(2), by=WANG).then(e.EntryConfirmed(2))


def test_links_are_kept_once_and_never_to_itself() -> None:
    link = c.Link(Relation.RELATED, "INC-2026-0002")
    given(declared(), link).when(link).nothing()
    given(declared()).when(c.Link(Relation.RELATED, " INC-2026-0001")).refused("link-to-itself")
    given(declared()).when(c.Link(Relation.RELATED, " ")).refused("text-missing")


def test_reconciled_books_say_how_many() -> None:
    asked = c.StateFunds(touched=True, reconciled=True)
    given(declared()).when(asked).refused("reconciled-how-many")
    asked = c.StateFunds(touched=True, reconciled=True, count=-1)
    given(declared()).when(asked).refused("reconciled-how-many")
    asked = c.StateFunds(touched=True, reconciled=True, count=0)
    given(declared()).when(asked).then(
        e.FundsStated(touched=True, reconciled=True, count=0),
        e.MilestoneReached(Milestone.RECONCILED),
    )


@pytest.mark.parametrize(
    "asked",
    [
        c.StateFunds(touched=False, count=3),
        c.StateFunds(touched=False, amount="1250.00 CNY"),
        c.StateFunds(touched=False, reconciled=True),
    ],
)
def test_untouched_funds_have_no_figures(asked: c.StateFunds) -> None:
    given(declared()).when(asked).refused("funds-contradict")


def test_touched_funds_are_not_yet_reconciled() -> None:
    asked = c.StateFunds(touched=True, count=3, amount="1250.00 CNY")
    given(declared()).when(asked).then(e.FundsStated(True, count=3, amount="1250.00 CNY"))


def test_only_an_import_takes_over_a_written_log() -> None:
    given(declared()).when(c.FinishImport()).refused("not-imported")
    imported = given(declared(origin=Origin.IMPORTED)).when(c.FinishImport()).accepted()
    assert imported.incident.status is Status.CLOSED
