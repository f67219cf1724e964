from dataclasses import replace

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Owed
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Field, Milestone, Reasoned, Status, StepState
from story import LI, PLAN, T0, WANG, ZHAO, Story, act, declared, for_wang, given, minutes, running

RUN = PLAN.id
MOVED = e.StatusChanged(Status.DECLARED, Status.RESPONDING)
SWITCH_NOW = c.CompleteStep("switch", option="now", note="62 % and falling")


def contained(*more: c.Command) -> Story:
    """The phase after triage, with its gate passed."""
    return running(c.CompleteStep("confirm"), c.CompleteStep("throttle"), *more)


def test_steps_need_a_playbook() -> None:
    given(declared()).when(c.CompleteStep("confirm")).refused("no-playbook")


def test_a_playbook_is_attached_once() -> None:
    running().when(c.AttachPlaybook(PLAN)).refused("playbook-attached", playbook=RUN)


def test_an_unapproved_version_may_run_and_says_so() -> None:
    assert running().incident.runs[RUN].approved is False


def test_an_unknown_step_is_refused_with_the_nearest_name() -> None:
    running().when(c.CompleteStep("thottle")).refused("step-unknown", nearest="throttle")


def test_an_unknown_playbook_is_refused_with_those_attached() -> None:
    running().when(c.CompleteStep("confirm", "other")).refused(
        "playbook-not-attached", known=(RUN,)
    )


def test_a_step_of_two_playbooks_is_named_with_its_playbook() -> None:
    both = running(c.AttachPlaybook(replace(PLAN, id="second")))
    both.when(c.CompleteStep("confirm")).refused("step-ambiguous", playbooks=(RUN, "second"))
    done = both.when(c.CompleteStep("confirm", "second")).accepted().incident
    assert [list(run.marks) for run in done.runs.values()] == [[], ["confirm"]]


def test_a_step_is_started_then_done() -> None:
    started = (
        running().when(c.StartStep("confirm"), by=WANG).then(e.StepStarted(RUN, "confirm"), MOVED)
    )
    assert started.step("confirm").state is StepState.ACTIVE
    started.when(c.StartStep("confirm")).nothing()
    done = started.when(c.CompleteStep("confirm"), by=ZHAO).then(e.StepCompleted(RUN, "confirm"))
    assert done.step("confirm").state is StepState.DONE


def test_a_step_done_twice_is_not_an_error() -> None:
    running(c.CompleteStep("confirm")).when(c.CompleteStep("confirm"), by=WANG).nothing()
    contained(SWITCH_NOW).when(SWITCH_NOW, by=WANG).nothing()
    contained(SWITCH_NOW).when(c.CompleteStep("switch"), by=WANG).nothing()


def test_a_step_that_is_done_is_not_started_again() -> None:
    running(c.CompleteStep("confirm")).when(c.StartStep("confirm")).refused(
        "step-settled", state=StepState.DONE
    )


def test_a_step_waits_for_the_steps_it_needs() -> None:
    running(c.CompleteStep("confirm")).when(c.CompleteStep("call-upstream")).refused(
        "step-blocked", waiting_for=("throttle",)
    )


def test_a_step_before_its_turn_is_allowed_and_marked_ahead() -> None:
    ahead = (
        running()
        .when(c.CompleteStep("throttle"))
        .then(e.StepCompleted(RUN, "throttle", ahead=True), MOVED)
    )
    assert ahead.step("throttle").state is StepState.DONE


def test_a_step_in_its_turn_is_not_marked_ahead() -> None:
    in_turn = running(c.CompleteStep("confirm"), c.CompleteStep("changes"))
    in_turn.when(c.CompleteStep("throttle")).then(e.StepCompleted(RUN, "throttle"))


def test_a_required_step_gates_the_phases_after_it() -> None:
    running(c.CompleteStep("confirm")).when(c.CompleteStep("announce")).refused(
        "step-blocked", waiting_for=("throttle", "switch")
    )


def test_steps_of_one_phase_are_done_in_any_order() -> None:
    running().when(c.CompleteStep("changes")).then(e.StepCompleted(RUN, "changes"), MOVED)


def test_a_decision_needs_an_option_that_exists() -> None:
    story = contained()
    story.when(c.CompleteStep("switch", note="x")).refused(
        "option-missing", options=("now", "wait")
    )
    story.when(c.CompleteStep("switch", note="x", option="later")).refused("option-unknown")


def test_a_decision_asks_for_its_reasons_where_the_playbook_does() -> None:
    contained().when(c.CompleteStep("switch", option="now", note=" ")).refused("rationale-missing")


def test_a_decision_keeps_its_reasons_and_objections() -> None:
    asked = c.CompleteStep("switch", option="now", note="62 %", objections="zhao: fees")
    contained().when(asked).then(
        e.StepCompleted(RUN, "switch", "62 %", "now", "zhao: fees", ahead=True)
    )


def test_only_a_decision_has_options() -> None:
    running().when(c.CompleteStep("confirm", option="now")).refused(
        "step-takes-no", given=("--option",)
    )


def test_a_decision_is_not_changed_without_being_reopened() -> None:
    contained(SWITCH_NOW).when(c.CompleteStep("switch", option="wait", note="x")).refused(
        "step-settled"
    )


def test_a_nested_step_waits_for_its_decision() -> None:
    contained().when(c.CompleteStep("do-switch")).refused("step-blocked", waiting_for=("switch",))


def test_a_step_of_an_option_not_chosen_does_not_apply() -> None:
    story = contained(SWITCH_NOW)
    story.when(c.CompleteStep("watch")).refused("step-not-applicable")
    story.when(c.SkipStep("watch", "x")).refused("step-not-applicable")


def test_a_milestone_step_reaches_its_milestone_at_the_moment_it_was_reached() -> None:
    story = contained(SWITCH_NOW, c.CompleteStep("do-switch"), c.CompleteStep("reconcile"))
    reached = act(at=minutes(40), occurred_at=minutes(31))
    done = story.when_acting(reached, c.CompleteStep("recovered")).then(
        e.StepCompleted(RUN, "recovered", ahead=True), e.MilestoneReached(Milestone.RECOVERED)
    )
    assert done.incident.first(Milestone.RECOVERED) == minutes(31)


def test_skipping_needs_a_reason() -> None:
    running().when(c.SkipStep("confirm", "\n")).refused("reason-missing", act=Reasoned.SKIPPING)


def test_an_optional_step_is_skipped_by_one_person() -> None:
    skipped = (
        running()
        .when(c.SkipStep("confirm", "seen already"))
        .then(e.StepSkipped(RUN, "confirm", "seen already"))
    )
    assert skipped.incident.owed == {}
    skipped.when(c.SkipStep("confirm", "seen already")).nothing()


@pytest.mark.parametrize("second", ["", LI, f" {LI} "])
def test_skipping_a_required_step_needs_a_second_person_who_is_not_the_actor(second: str) -> None:
    asked = c.SkipStep("throttle", "no retry here", second=second)
    running().when(asked).refused("second-person-missing", step="throttle")


@pytest.mark.parametrize("second", [LI, WANG])
def test_neither_who_types_nor_who_is_acted_for_is_the_second_person(second: str) -> None:
    asked = c.SkipStep("throttle", "no retry here", second=second)
    running().when_acting(for_wang(), asked).refused("second-person-missing")


def test_the_second_person_owes_a_confirmation() -> None:
    asked = c.SkipStep("throttle", "no retry here", second=ZHAO)
    story = running().when(asked).then(e.StepSkipped(RUN, "throttle", "no retry here", ZHAO))
    assert story.incident.owed == {3: Owed(3, ZHAO, T0, second=ZHAO)}
    story.when(c.Confirm(3)).refused("confirm-for-another", person=ZHAO)
    assert story.when(c.Confirm(3), by=ZHAO).accepted().incident.owed == {}


def test_one_person_alone_skips_a_required_step_by_break_glass_and_owes_a_review() -> None:
    asked = c.SkipStep("throttle", "no retry here")
    story = running().when(asked, break_glass="alone at 03:00").accepted()
    [owed] = story.incident.owed.values()
    assert (owed.person, owed.break_glass, owed.due_at) == (LI, True, minutes(24 * 60))


def test_a_decision_is_required_where_a_step_under_it_is() -> None:
    story = contained()
    story.when(c.SkipStep("switch", "no time")).refused("second-person-missing", step="switch")


def test_a_required_nested_step_is_not_skipped_alone_before_its_option_is_chosen() -> None:
    contained().when(c.SkipStep("do-switch", "x")).refused("second-person-missing")


def test_what_is_required_follows_the_severity() -> None:
    story = contained(SWITCH_NOW, c.CompleteStep("do-switch"))
    story.when(c.SkipStep("reconcile", "x")).refused("second-person-missing")
    lower = story.when(c.ChangeSeverity(Severity.S3, "one channel")).accepted()
    lower.when(c.SkipStep("reconcile", "x")).accepted()


def test_reopening_a_step_needs_a_reason_and_keeps_what_was_recorded() -> None:
    done = running(c.CompleteStep("confirm", note="all channels"))
    done.when(c.ReopenStep("confirm", "")).refused("reason-missing", act=Reasoned.REOPENING_STEP)
    open_again = done.when(c.ReopenStep("confirm", "wrong channel")).then(
        e.StepReopened(RUN, "confirm", "wrong channel")
    )
    assert open_again.step("confirm").state is StepState.READY
    assert open_again.history[:-1] == done.history
    open_again.when(c.ReopenStep("confirm", "x")).refused("step-not-settled")


def test_undoing_a_decision_keeps_the_touched_work_of_its_branch() -> None:
    story = contained(SWITCH_NOW, c.CompleteStep("do-switch"), c.StartStep("verify"))
    story = story.when(c.ReopenStep("switch", "upstream is back")).accepted()
    assert story.step("do-switch").state is StepState.DONE
    assert story.step("verify").state is StepState.ACTIVE
    assert story.step("roll-back").state is StepState.DORMANT
    other = story.when(c.CompleteStep("switch", option="wait", note="it is back")).accepted()
    assert other.step("do-switch").state is StepState.DONE
    assert other.step("verify").state is StepState.ACTIVE
    assert other.step("roll-back").state is StepState.NOT_APPLICABLE
    assert other.step("watch").mark is None


def test_work_begun_on_an_abandoned_branch_is_skipped_by_one_person() -> None:
    story = contained(SWITCH_NOW, c.StartStep("do-switch"), c.ReopenStep("switch", "it is back"))
    story = story.when(c.CompleteStep("switch", option="wait", note="it is back")).accepted()
    story.when(c.SkipStep("do-switch", "no longer needed")).accepted()


def test_a_second_person_is_a_line_of_text_like_any_other() -> None:
    asked = c.SkipStep("throttle", "x", second="zh\x1b[31mao")
    running().when(asked).then(e.StepSkipped(RUN, "throttle", "x", ZHAO))
    asked = c.SkipStep("throttle", "x", second="z" * 201)
    running().when(asked).refused("text-too-long", field=Field.PERSON)
