"""Steps under a condition: unknown is a question, false is not now, and touched work stays."""

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind, obstacles
from netfin_incident.domain.incident.questions import questions
from netfin_incident.domain.playbook import (
    DueBySeverity,
    RoleBySeverity,
    VariableKind,
    Verb,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode, Status, StepState
from small_plans import ALWAYS, branch, carried_out, done, plan, step, variable
from story import Story, act, declared, given, minutes

LIMIT = DueBySeverity(300, 600, 900, 900)
PLAN = plan(
    step("measure"),
    step("tell-board", when="severity <= S2", role="commander", due=LIMIT),
    step("freeze", when="loss > CNY 100万", required=ALWAYS, role="technical", due=LIMIT),
    step("later", phase="q"),
    variables=(variable("loss", VariableKind.MONEY, role="commander"),),
)


def loss(story: Story, amount: str, at: float) -> Story:
    return story.when(c.SetVariable("loss", amount), at=minutes(at)).accepted()


def test_a_condition_on_severity_is_settled_from_the_start() -> None:
    assert carried_out(PLAN, severity=Severity.S2).step("tell-board").state is StepState.READY
    mild = carried_out(PLAN, severity=Severity.S3)
    assert mild.step("tell-board").state is StepState.NOT_APPLICABLE


def test_raising_the_severity_brings_a_step_that_counts_from_the_original_start() -> None:
    mild = carried_out(PLAN, severity=Severity.S3)
    worse = mild.when(c.ChangeSeverity(Severity.S1, "worse"), at=minutes(20)).accepted()
    view = worse.step("tell-board")
    assert (view.state, view.ready_at, view.due_at) == (StepState.READY, minutes(0), minutes(5))


def test_an_unset_variable_becomes_a_question_to_its_role() -> None:
    story = carried_out(PLAN)
    assert (story.step("freeze").state, story.step("freeze").asks) == (
        StepState.BLOCKED,
        ("loss",),
    )
    [question] = questions(story.incident, board(story.incident))
    assert (question.variable.id, question.role, question.steps) == (
        "loss",
        "commander",
        ("freeze",),
    )


def test_a_required_step_in_doubt_keeps_the_next_phase_and_the_end_waiting() -> None:
    story = carried_out(PLAN, c.StateFunds(touched=False), done("measure"), done("tell-board"))
    assert story.step("later").waiting_for == ("freeze",)
    open_step = Obstacle(ObstacleKind.REQUIRED_STEP_OPEN, "freeze")
    assert open_step in obstacles(story.incident, Status.RESOLVED)
    small = loss(story, "10000", 5)
    assert small.step("freeze").state is StepState.NOT_APPLICABLE
    assert small.step("later").ready_at == minutes(5)
    assert open_step not in obstacles(small.incident, Status.RESOLVED)


def test_a_step_that_an_answer_brings_counts_from_the_answer() -> None:
    view = loss(carried_out(PLAN), "CNY 2000000", 30).step("freeze")
    assert (view.state, view.ready_at, view.due_at) == (StepState.READY, minutes(30), minutes(40))


def test_work_that_was_touched_is_never_hidden() -> None:
    story = loss(carried_out(PLAN), "200万", 1)
    finished = loss(story.when(c.CompleteStep("freeze")).accepted(), "1万", 9).step("freeze")
    assert (finished.state, finished.kept) == (StepState.DONE, True)
    begun = loss(story.when(c.StartStep("freeze")).accepted(), "1万", 9).step("freeze")
    assert (begun.state, begun.kept, begun.is_gate) == (StepState.ACTIVE, True, False)


def test_a_step_whose_condition_fails_is_not_to_be_done() -> None:
    story = loss(carried_out(PLAN), "1万", 1)
    story.when(c.CompleteStep("freeze")).refused("step-not-applicable")


def test_the_role_of_a_step_can_differ_by_severity() -> None:
    roles = RoleBySeverity("leader", "leader", "commander", "commander")
    one = plan(step("agree", role="commander", roles=roles))
    assert carried_out(one, severity=Severity.S1).step("agree").role == "leader"
    assert carried_out(one, severity=Severity.S3).step("agree").role == "commander"


def test_what_hangs_on_an_open_question_is_not_owed_itself() -> None:
    nested = plan(
        step("big", Verb.DECIDE, when="large", options=(branch("a", "inner"), branch("b"))),
        step("inner", under=("big", "a"), required=ALWAYS),
        variables=(variable("large"),),
    )
    story = carried_out(nested)
    assert (story.step("big").state, story.step("big").is_gate) == (StepState.BLOCKED, True)
    assert (story.step("inner").undecided, story.step("inner").is_gate) == (True, False)


def test_the_response_level_can_be_waited_for_without_being_asked() -> None:
    story = carried_out(plan(step("call-all", when="level <= S2")))
    assert story.step("call-all").asks == ("level",)
    assert questions(story.incident, board(story.incident)) == ()
    active = story.when(c.Activate(Severity.S2, "zhao")).accepted()
    assert active.step("call-all").state is StepState.READY


def test_a_drill_leaves_out_and_plays_what_the_playbook_says() -> None:
    one = plan(step("cut", drill="simulate"), step("page", drill="skip"))
    drill = given(declared(mode=Mode.DRILL), c.AttachPlaybook(one))
    assert drill.step("cut").simulated
    assert drill.step("page").state is StepState.NOT_APPLICABLE
    live = carried_out(one)
    assert (live.step("cut").simulated, live.step("page").state) == (False, StepState.READY)


def test_steps_of_a_later_phase_are_not_asked_about_yet() -> None:
    one = plan(
        step("first", required=ALWAYS),
        step("second", phase="q", when="large"),
        variables=(variable("large"),),
    )
    assert carried_out(one).step("second").state is StepState.DORMANT


def test_a_value_of_another_kind_counts_as_not_known() -> None:
    other = plan(
        step("x", when="loss > 5"),
        name="other",
        variables=(variable("loss", VariableKind.NUMBER),),
    )
    story = loss(carried_out(PLAN, (act(), c.AttachPlaybook(other))), "200万", 1)
    assert (story.step("x").state, story.step("freeze").state) == (
        StepState.BLOCKED,
        StepState.READY,
    )


def test_a_service_that_nobody_named_is_none_of_those_a_condition_asks_for() -> None:
    one = plan(
        step("limit", when="service == 'payment'"), step("else", when="service != 'payment'")
    )
    story = given(e.Declared("INC-2026-0001", "t", Severity.S2, "UTC"), c.AttachPlaybook(one))
    assert story.step("limit").state is StepState.NOT_APPLICABLE
    assert story.step("else").state is StepState.READY
    assert carried_out(one).step("limit").state is StepState.READY


def test_an_amount_that_no_condition_can_compare_is_refused() -> None:
    story = carried_out(PLAN)
    story.when(c.SetVariable("loss", "USD 5000000")).refused(
        "answer-other-currency", currencies=("CNY",)
    )
    story.when(c.SetVariable("loss", "5000000")).accepted()
