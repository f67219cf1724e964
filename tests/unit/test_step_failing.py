"""A step that does not succeed, playbooks that are given up, work that several share."""

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.steps import MOST_PASSES
from netfin_incident.domain.playbook import OnFail, Verb
from netfin_incident.domain.vocabulary import Status, StepState
from small_plans import ALWAYS, carried_out, done, plan, step
from story import LI, WANG, Story, minutes

MOVED = e.StatusChanged(Status.DECLARED, Status.RESPONDING)
GOTO = plan(
    step("switch", required=ALWAYS, on_fail=OnFail(goto="suspend")),
    step("other"),
    step("suspend", phase="q"),
    step("after", phase="q", needs=("switch",)),
)


def failed(story: Story, step_id: str, at: float = 0) -> Story:
    return story.when(c.FailStep(step_id, "timed out"), at=minutes(at)).accepted()


def test_a_failure_takes_up_the_step_that_the_playbook_names() -> None:
    story = carried_out(GOTO)
    assert story.step("suspend").waiting_for == ("switch",)
    after = story.when(c.FailStep("switch", "timed out"), at=minutes(3)).then(
        e.StepFailed("small", "switch", "timed out"),
        e.StepRaised("small", "suspend", "switch"),
        MOVED,
    )
    suspend, switch = after.step("suspend"), after.step("switch")
    assert (suspend.state, suspend.ready_at, suspend.ahead) == (StepState.READY, minutes(3), False)
    assert (switch.state, switch.settled_at, switch.is_gate) == (
        StepState.FAILED,
        minutes(3),
        False,
    )
    assert after.step("after").waiting_for == ()


def test_a_failed_step_that_passed_its_work_on_can_be_taken_up_again() -> None:
    after = failed(carried_out(GOTO), "switch")
    after.when(c.CompleteStep("switch")).refused("step-settled")
    again = after.when(c.ReopenStep("switch", "the line is back")).accepted()
    assert again.step("switch").state is StepState.READY


def test_a_failure_reopens_the_step_it_goes_back_to() -> None:
    back = plan(step("prepare"), step("try", on_fail=OnFail(goto="prepare")))
    story = carried_out(back, done("prepare", 1))
    answer = story.when(c.FailStep("try", "timed out"))
    assert e.StepReopened("small", "prepare", "timed out") in answer.events
    assert answer.accepted().step("prepare").state is StepState.READY


def test_failing_for_ever_is_capped() -> None:
    back = plan(step("prepare"), step("try", on_fail=OnFail(goto="prepare")))
    story = carried_out(back)
    for _ in range(MOST_PASSES):
        story = failed(story, "try")
        assert story.step("try").is_settled
        story = story.when(c.ReopenStep("try", "again")).accepted()
    last = failed(story, "try")
    assert (last.step("try").state, last.step("try").is_settled) == (StepState.FAILED, False)


def test_a_failure_can_hand_the_step_to_another_role() -> None:
    one = plan(step("restore", role="technical", on_fail=OnFail(escalate="commander")))
    story = failed(carried_out(one), "restore", 2)
    view = story.step("restore")
    assert (view.state, view.role, view.is_settled) == (StepState.FAILED, "commander", False)
    assert story.when(c.CompleteStep("restore")).accepted().step("restore").is_settled


def test_a_failure_can_end_the_playbook() -> None:
    one = plan(step("check", on_fail=OnFail(abort=True)), step("go-on", required=ALWAYS))
    alone = carried_out(one).when(c.FailStep("check", "timed out"))
    alone.refused("second-person-for-playbook", steps=("go-on",))
    both = carried_out(one).when(c.FailStep("check", "timed out", second=WANG), at=minutes(2))
    story = both.accepted()
    assert story.step("go-on").state is StepState.NOT_APPLICABLE
    assert not story.step("go-on").is_gate


def test_without_a_rule_a_failed_step_stays_owed() -> None:
    story = failed(carried_out(plan(step("restore", required=ALWAYS))), "restore")
    assert (story.step("restore").state, story.step("restore").is_gate) == (StepState.FAILED, True)


def test_decisions_and_notes_have_no_outcome_to_fail() -> None:
    carried_out(plan(step("read", Verb.NOTE))).when(c.FailStep("read", "x")).refused(
        "step-cannot-fail"
    )


def test_a_playbook_with_required_steps_open_is_given_up_by_two() -> None:
    story = carried_out(plan(step("stop", required=ALWAYS)))
    story.when(c.GiveUpPlaybook("small", "wrong one")).refused(
        "second-person-for-playbook", steps=("stop",)
    )
    story.when(c.GiveUpPlaybook("small", "wrong one", LI)).refused("second-person-for-playbook")
    given_up = story.when(c.GiveUpPlaybook("small", "wrong one", WANG)).then(
        e.PlaybookGivenUp("small", "wrong one", WANG)
    )
    assert given_up.step("stop").state is StepState.NOT_APPLICABLE
    assert given_up.incident.owed[given_up.incident.version].second == WANG
    given_up.when(c.CompleteStep("stop")).refused("step-not-applicable")
    given_up.when(c.GiveUpPlaybook("small", "again", WANG)).nothing()


def test_a_playbook_that_was_given_up_can_be_attached_anew() -> None:
    one = plan(step("stop"))
    story = carried_out(one, c.GiveUpPlaybook("small", "wrong one"))
    again = story.when(c.AttachPlaybook(one)).accepted()
    assert again.step("stop").state is StepState.READY


def test_shared_work_is_done_once_for_all_playbooks() -> None:
    first = plan(step("hold", shared="legal-hold"), name="first")
    second = plan(step("keep", shared="legal-hold"), step("next", needs=("keep",)), name="second")
    story = carried_out(first, c.AttachPlaybook(second))
    after = story.when(c.CompleteStep("hold"), at=minutes(3)).accepted()
    keep = after.step("keep")
    assert (keep.state, keep.settled_at, keep.done_in) == (StepState.DONE, minutes(3), "first")
    assert after.step("next").state is StepState.READY
    after.when(c.CompleteStep("keep")).nothing()
    after.when(c.ReopenStep("keep", "wrong")).refused("step-done-elsewhere", playbook="first")
    again = after.when(c.ReopenStep("hold", "wrong")).accepted()
    assert again.step("keep").state is StepState.READY


def test_shared_work_that_was_skipped_is_still_owed_elsewhere() -> None:
    first = plan(step("hold", shared="legal-hold"), name="first")
    second = plan(step("keep", shared="legal-hold"), name="second")
    story = carried_out(first, c.AttachPlaybook(second), c.SkipStep("hold", "not now"))
    assert story.step("keep").state is StepState.READY


def test_work_done_before_a_playbook_came_counts_for_it() -> None:
    first = plan(step("hold", shared="legal-hold"), name="first")
    second = plan(step("keep", shared="legal-hold"), name="second")
    story = carried_out(first, done("hold", 1), c.AttachPlaybook(second))
    assert story.step("keep").done_in == "first"
