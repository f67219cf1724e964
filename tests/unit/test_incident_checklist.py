from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind, obstacles
from netfin_incident.domain.vocabulary import (
    MessageState,
    ReportKind,
    Role,
    Status,
    TaskState,
)
from story import LI, WANG, ZHAO, Story, act, declared, given, minutes, running

NO_FUNDS = c.StateFunds(touched=False)
RECOVERED = c.ChangeStatus(Status.RECOVERED)
RESOLVED = c.ChangeStatus(Status.RESOLVED)
CLOSED = c.ChangeStatus(Status.CLOSED)
REPORT = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, due_at=minutes(60))
DRAFT = c.RecordMessage("customers", "app", "Payments are slow.")


def resolved(*before: c.Command) -> Story:
    return given(declared(), *before, NO_FUNDS, RECOVERED, RESOLVED)


def standing(story: Story, to: Status) -> set[tuple[ObstacleKind, str]]:
    return {(one.kind, one.id) for one in obstacles(story.incident, to)}


def test_resolving_asks_whether_funds_were_touched() -> None:
    given(declared(), RECOVERED).when(RESOLVED).refused(
        "checklist-open", count=1, obstacles=(Obstacle(ObstacleKind.FUNDS_UNKNOWN),)
    )


def test_touched_funds_are_reconciled_or_it_is_said_why_not() -> None:
    story = given(declared(), RECOVERED, c.StateFunds(touched=True, count=12))
    assert standing(story, Status.RESOLVED) == {(ObstacleKind.BOOKS_OPEN, "")}
    books = c.StateFunds(touched=True, reconciled=True, count=12)
    story.when(books).accepted().when(RESOLVED).accepted()
    reason = c.StateFunds(touched=True, count=12, reason="the bank's file comes at 08:00")
    story.when(reason).accepted().when(RESOLVED).accepted()


def test_resolving_needs_the_required_steps() -> None:
    story = running(NO_FUNDS, RECOVERED)
    assert standing(story, Status.RESOLVED) == {
        (ObstacleKind.REQUIRED_STEP_OPEN, step) for step in ("throttle", "switch", "reconcile")
    }


def test_an_open_decision_stands_for_the_steps_under_it() -> None:
    story = running(c.CompleteStep("throttle"))
    story = story.when(c.CompleteStep("switch", option="now", note="62 %")).accepted()
    steps = {id_ for kind, id_ in standing(story, Status.RESOLVED) if id_}
    assert steps == {"do-switch", "reconcile"}


def test_a_step_whose_option_was_not_chosen_is_not_on_the_list() -> None:
    story = running(c.CompleteStep("throttle"))
    story = story.when(c.CompleteStep("switch", option="wait", note="it is back")).accepted()
    assert (ObstacleKind.REQUIRED_STEP_OPEN, "do-switch") not in standing(story, Status.CLOSED)


def test_resolving_waits_for_handovers() -> None:
    assign = c.AssignRole(Role.COMMANDER, LI)
    story = given(declared(), NO_FUNDS, assign, c.OfferHandover(Role.COMMANDER, WANG, "brief"))
    assert standing(story, Status.RESOLVED) == {(ObstacleKind.HANDOVER_PENDING, "commander")}


def test_an_open_task_holds_up_closing_but_not_resolving() -> None:
    story = resolved(c.GiveTask("tell the bank", WANG, 600))
    assert standing(story, Status.CLOSED) == {(ObstacleKind.TASK_OPEN, "T1")}
    done = story.when(c.MoveTask("T1", TaskState.CANCELLED)).accepted()
    done.when(CLOSED).accepted()


def test_an_unsent_message_holds_up_closing() -> None:
    story = resolved(DRAFT)
    assert standing(story, Status.CLOSED) == {(ObstacleKind.MESSAGE_UNSENT, "M1")}
    story.when(c.MoveMessage("M1", MessageState.FAILED)).accepted().when(CLOSED).accepted()


def test_an_unsent_report_holds_up_closing() -> None:
    story = resolved(REPORT)
    assert standing(story, Status.CLOSED) == {(ObstacleKind.REPORT_UNSENT, "R1")}
    sent = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, "R1", sent_at=minutes(0))
    story.when(sent).accepted().when(CLOSED).accepted()


def test_a_report_that_is_not_owed_after_all_is_withdrawn_with_its_reason() -> None:
    story = resolved(REPORT)
    not_owed = c.RecordUpwardReport("", ReportKind.INITIAL, "R1", withdrawn="below threshold")
    story.when(not_owed).accepted().when(CLOSED).accepted()
    sent = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, "R1", sent_at=minutes(0))
    story.when(sent).accepted().when(not_owed).refused("report-not-withdrawable", id="R1")


def test_a_temporary_measure_in_force_holds_up_closing() -> None:
    story = resolved(c.TakeMeasure("retry off", temporary=True), c.TakeMeasure("limit raised"))
    assert standing(story, Status.CLOSED) == {(ObstacleKind.MEASURE_IN_FORCE, "X1")}
    story.when(c.LiftMeasure("X1")).accepted().when(CLOSED).accepted()


def test_missing_evidence_holds_up_closing() -> None:
    story = running(c.CompleteStep("confirm"))
    assert (ObstacleKind.EVIDENCE_MISSING, "confirm") in standing(story, Status.CLOSED)
    proof = c.AddEvidence("dashboard", "evidence/1.png", "screenshot", step="confirm")
    story = story.when(proof).accepted()
    assert (ObstacleKind.EVIDENCE_MISSING, "confirm") not in standing(story, Status.CLOSED)


def test_a_skipped_step_owes_no_evidence() -> None:
    story = running(c.SkipStep("confirm", "seen already"))
    assert (ObstacleKind.EVIDENCE_MISSING, "confirm") not in standing(story, Status.CLOSED)


def test_a_break_glass_holds_up_closing_until_another_person_reviewed_it() -> None:
    skip = c.SkipStep("throttle", "no automatic retry here")
    story = running((act(break_glass="alone"), skip))
    assert (ObstacleKind.REVIEW_OWED, "3") in standing(story, Status.CLOSED)
    story = story.when(c.Confirm(3), by=ZHAO).accepted()
    assert (ObstacleKind.REVIEW_OWED, "3") not in standing(story, Status.CLOSED)


def test_the_closing_checklist_lists_every_obstacle() -> None:
    funds = c.StateFunds(touched=True)
    story = running(
        c.CompleteStep("confirm"),
        (act(break_glass="alone"), c.SkipStep("throttle", "no automatic retry here")),
        c.AssignRole(Role.COMMANDER, LI),
        c.OfferHandover(Role.COMMANDER, WANG, "brief"),
        c.GiveTask("tell the bank", WANG, 600),
        DRAFT,
        REPORT,
        c.TakeMeasure("retry off", temporary=True),
        funds,
        RECOVERED,
    )
    kinds = {kind for kind, _ in standing(story, Status.CLOSED)}
    others = {ObstacleKind.FUNDS_UNKNOWN, ObstacleKind.SECOND_UNCONFIRMED}
    assert kinds == set(ObstacleKind) - others


def test_closing_waits_for_the_word_of_the_second_person_who_was_named() -> None:
    story = running(c.SkipStep("throttle", "no retry here", second=ZHAO))
    unconfirmed = (ObstacleKind.SECOND_UNCONFIRMED, "3")
    assert unconfirmed in standing(story, Status.CLOSED)
    assert unconfirmed not in standing(story, Status.RESOLVED)
    confirmed = story.when(c.Confirm(3), by=ZHAO).accepted()
    assert unconfirmed not in standing(confirmed, Status.CLOSED)


def test_what_opens_again_after_resolving_is_asked_again_at_closing() -> None:
    story = resolved().when(c.StateFunds(touched=True), at=minutes(90)).accepted()
    story.when(CLOSED).refused("checklist-open", count=1)


def test_a_lone_responder_at_three_in_the_morning_gets_to_closed() -> None:
    """Nothing here but the review of the two break-glasses takes a second person."""
    alone = "nobody answers the phone"
    story = given(
        declared(),
        c.Acknowledge(),
        c.AttachPlaybook(running().incident.runs["channel-outage"].plan),
        c.AssignRole(Role.COMMANDER, LI),
        (act(break_glass=alone), c.AssignRole("channel_ops", LI)),
        c.CompleteStep("confirm"),
        (act(at=minutes(5), break_glass=alone), c.SkipStep("throttle", "no automatic retry here")),
        c.SkipStep("call-upstream", "their line is dead"),
        c.CompleteStep("switch", option="now", note="62 % and falling"),
        c.CompleteStep("do-switch"),
        c.CompleteStep("verify", option="good"),
        c.CompleteStep("reconcile"),
        c.CompleteStep("recovered"),
        c.AddEvidence("dashboard", "evidence/1.png", "screenshot", step="confirm"),
        c.StateFunds(touched=True, reconciled=True, count=3, amount="1250.00 CNY"),
        RECOVERED,
        RESOLVED,
        c.ChangeStatus(Status.IN_REVIEW),
    )
    assert not story.step("announce").is_settled
    left = standing(story, Status.CLOSED)
    assert {kind for kind, _ in left} == {ObstacleKind.REVIEW_OWED}
    assert len(left) == 2
    for _, entry in sorted(left):
        story = story.when(c.Confirm(int(entry)), by=ZHAO, at=minutes(300)).accepted()
    assert story.when(CLOSED, at=minutes(301)).accepted().incident.status is Status.CLOSED
