from dataclasses import replace
from datetime import datetime
from typing import Any

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.playbook import (
    DueBySeverity,
    FlagBySeverity,
    Option,
    Phase,
    Plan,
    Step,
    Verb,
)
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState
from story import LI, PLAN, Story, act, declared, given, minutes, running

HALF_HOUR = DueBySeverity(1800, 1800, 1800, 1800)


def done(step: str, at: datetime, **more: Any) -> tuple[Act, c.Command]:
    return act(at=at), c.CompleteStep(step, **more)


def switched(option: str = "now") -> Story:
    """Triage settled at 8, the gate passed at 10, decided at 12."""
    return running(
        done("confirm", minutes(4)),
        done("changes", minutes(8)),
        done("throttle", minutes(10)),
        done("switch", minutes(12), option=option, note="62 %"),
    )


def only_step(story: Story) -> StepView:
    [view] = board(story.incident)
    return view


def small_plan(*steps: Step) -> Plan:
    ids = tuple(step.id for step in steps)
    words = Text("small", "small")
    return replace(PLAN, id="small", phases=(Phase("p", words, ids),), steps=steps)


def test_steps_are_shown_in_the_order_of_their_phases() -> None:
    shown = [view.step.id for view in board(running().incident)]
    assert shown == [step.id for step in PLAN.steps]


def test_the_first_phase_is_ready_when_the_playbook_is_attached() -> None:
    view = given(declared(), (act(at=minutes(3)), c.AttachPlaybook(PLAN))).step("confirm")
    assert (view.state, view.ready_at, view.due_at) == (StepState.READY, minutes(3), minutes(8))


def test_a_started_step_does_not_settle_its_phase() -> None:
    story = running(done("changes", minutes(1)), c.StartStep("confirm"))
    assert story.step("confirm").settled_at is None
    assert story.step("throttle").state is StepState.DORMANT


def test_a_step_is_not_ready_while_a_step_it_needs_is_open() -> None:
    story = running(done("confirm", minutes(4)), done("changes", minutes(8)))
    view = story.step("call-upstream")
    assert (view.state, view.ready_at, view.waiting_for) == (StepState.DORMANT, None, ("throttle",))


def test_a_phase_is_ready_when_the_phase_before_it_is_settled() -> None:
    half = running(done("confirm", minutes(4)))
    assert half.step("throttle").state is StepState.DORMANT
    whole = half.when(c.SkipStep("changes", "none today"), at=minutes(7)).accepted()
    view = whole.step("throttle")
    assert (view.state, view.ready_at, view.due_at) == (StepState.READY, minutes(7), minutes(12))


def test_a_dormant_step_has_no_limit_yet() -> None:
    assert running().step("throttle").due_at is None


def test_due_counts_from_when_the_step_became_ready() -> None:
    view = switched().step("do-switch")
    assert (view.ready_at, view.due_at) == (minutes(12), minutes(22))


def test_a_severity_change_evaluates_the_limit_again_from_the_same_beginning() -> None:
    raised = switched().when(c.ChangeSeverity(Severity.S1), at=minutes(15)).accepted()
    view = raised.step("do-switch")
    assert (view.ready_at, view.due_at) == (minutes(12), minutes(17))


def test_a_severity_change_evaluates_what_is_required_again() -> None:
    story = running()
    assert story.step("reconcile").required
    lower = story.when(c.ChangeSeverity(Severity.S3, "one channel")).accepted()
    assert not lower.step("reconcile").required


def test_a_severity_without_a_limit_has_none() -> None:
    lower = switched().when(c.ChangeSeverity(Severity.S4, "one shop")).accepted()
    lower = lower.when(c.ReopenStep("throttle", "x"), at=minutes(20)).accepted()
    assert lower.step("throttle").state is StepState.READY
    assert lower.step("throttle").due_at is None


def test_a_settled_step_is_no_longer_due() -> None:
    view = switched().step("throttle")
    assert (view.state, view.due_at, view.settled_at) == (StepState.DONE, None, minutes(10))


def test_a_started_step_stays_due() -> None:
    view = switched().when(c.StartStep("do-switch"), at=minutes(13)).accepted().step("do-switch")
    assert (view.state, view.due_at) == (StepState.ACTIVE, minutes(22))


def test_a_late_entry_counts_from_when_it_happened() -> None:
    late = act(at=minutes(30), occurred_at=minutes(12))
    story = running(done("confirm", minutes(4)), (late, c.SkipStep("changes", "none")))
    assert story.step("throttle").ready_at == minutes(12)


def test_steps_under_an_open_decision_wait_for_it_and_are_not_owed() -> None:
    view = running().step("do-switch")
    assert (view.state, view.undecided, view.is_gate) == (StepState.DORMANT, True, False)
    assert view.waiting_for == ("switch",)


def test_a_decision_that_was_only_started_is_still_open() -> None:
    story = running(c.StartStep("switch"))
    assert story.step("do-switch").undecided
    assert story.step("do-switch").state is StepState.DORMANT


def test_an_open_decision_is_owed_in_place_of_the_required_steps_under_it() -> None:
    view = running().step("switch")
    assert (view.required, view.is_gate) == (True, True)


def test_a_chosen_required_step_is_owed() -> None:
    view = switched().step("do-switch")
    assert (view.is_gate, view.is_settled, view.settled_at) == (True, False, None)


def test_what_was_not_chosen_falls_away_when_it_is_decided() -> None:
    view = switched("wait").step("do-switch")
    assert (view.state, view.settled_at) == (StepState.NOT_APPLICABLE, minutes(12))
    assert (view.required, view.waiting_for) == (False, ())


def test_work_begun_on_an_abandoned_branch_has_no_limit_and_waits_for_nothing() -> None:
    words = Text("x", "x")
    options = (Option("a", words, ("inner",)), Option("b", words))
    plan = small_plan(
        Step("first", Verb.DO, words, "p"),
        Step("choose", Verb.DECIDE, words, "p", options=options),
        Step(
            "inner", Verb.DO, words, "p", under=("choose", "a"), due=HALF_HOUR, needs=("first",)
        ),
    )  # fmt: skip
    story = given(
        declared(),
        c.AttachPlaybook(plan),
        c.CompleteStep("first"),
        c.CompleteStep("choose", option="a"),
        c.StartStep("inner"),
        c.ReopenStep("choose", "again"),
        c.CompleteStep("choose", option="b"),
    )
    for one in (story, story.when(c.ReopenStep("first", "again")).accepted()):
        view = one.step("inner")
        assert (view.state, view.due_at, view.waiting_for) == (StepState.ACTIVE, None, ())


def test_skipping_a_decision_settles_all_that_is_under_it() -> None:
    story = running(done("confirm", minutes(4)), done("throttle", minutes(10)))
    skip = c.SkipStep("switch", "no second channel")
    story = story.when(skip, at=minutes(12), break_glass="alone").accepted()
    states = {story.step(step).state for step in ("do-switch", "verify", "roll-back", "watch")}
    assert states == {StepState.NOT_APPLICABLE}


def test_a_step_that_needs_one_which_fell_away_is_ready_from_then_on() -> None:
    story = switched("wait")
    story = story.when(c.SkipStep("call-upstream", "x"), at=minutes(11)).accepted()
    story = story.when(c.CompleteStep("watch"), at=minutes(11)).accepted()
    view = story.step("reconcile")
    assert (view.state, view.ready_at) == (StepState.READY, minutes(12))


def test_a_need_that_fell_away_counts_from_its_decision_within_one_phase() -> None:
    words = Text("x", "x")
    options = (Option("a", words, ("inner",)), Option("b", words))
    plan = small_plan(
        Step("after", Verb.DO, words, "p", needs=("inner",), due=HALF_HOUR),
        Step("choose", Verb.DECIDE, words, "p", options=options),
        Step("inner", Verb.DO, words, "p", under=("choose", "a")),
    )
    story = given(declared(), c.AttachPlaybook(plan))
    assert story.step("after").waiting_for == ("inner",)
    story = story.when(c.CompleteStep("choose", option="b"), at=minutes(20)).accepted()
    view = story.step("after")
    assert (view.ready_at, view.due_at) == (minutes(20), minutes(50))


def test_a_nested_decision_falls_away_with_the_branch_above_it() -> None:
    story = switched("wait")
    assert story.step("verify").state is StepState.NOT_APPLICABLE
    assert story.step("roll-back").state is StepState.NOT_APPLICABLE


def test_a_touched_nested_decision_does_not_hold_its_branch_open() -> None:
    story = switched().when(c.CompleteStep("do-switch"), at=minutes(13)).accepted()
    story = story.when(c.CompleteStep("verify", option="bad"), at=minutes(14)).accepted()
    assert story.step("roll-back").state is StepState.READY
    undone = story.when(c.ReopenStep("switch", "it is back"), at=minutes(15)).accepted()
    assert undone.step("roll-back").waiting_for == ("switch",)
    other = c.CompleteStep("switch", option="wait", note="it is back")
    story = undone.when(other, at=minutes(16)).accepted()
    assert story.step("verify").state is StepState.DONE
    assert story.step("roll-back").state is StepState.NOT_APPLICABLE


def test_a_limit_of_nothing_is_due_at_once() -> None:
    words = Text("x", "x")
    plan = small_plan(Step("now", Verb.DO, words, "p", due=DueBySeverity(0, 0, 0, 0)))
    story = given(declared(), (act(at=minutes(2)), c.AttachPlaybook(plan)))
    assert only_step(story).due_at == minutes(2)


def test_an_empty_phase_holds_nobody_up() -> None:
    words = Text("x", "x")
    plan = small_plan(Step("only", Verb.DO, words, "q"))
    plan = replace(plan, phases=(Phase("p", words, ()), Phase("q", words, ("only",))))
    assert only_step(given(declared(), c.AttachPlaybook(plan))).state is StepState.READY


def test_the_mark_says_who_did_it_and_what_was_chosen() -> None:
    mark = switched().step("switch").mark
    assert mark is not None
    assert (mark.by, mark.option, mark.at) == (LI, "now", minutes(12))


def test_a_step_required_only_when_grave_gates_only_then() -> None:
    words = Text("x", "x")
    plan = small_plan(Step("one", Verb.DO, words, "p", required=FlagBySeverity(s1=True)))
    story = given(declared(Severity.S2), c.AttachPlaybook(plan))
    assert not only_step(story).is_gate
    assert only_step(story.when(c.ChangeSeverity(Severity.S1)).accepted()).is_gate


def test_a_phase_begins_where_people_began_it_though_the_one_before_is_open() -> None:
    story = running(done("throttle", minutes(10)))
    view = story.step("call-upstream")
    assert (view.state, view.ready_at, view.ahead) == (StepState.READY, minutes(10), True)
    assert story.step("announce").state is StepState.DORMANT
