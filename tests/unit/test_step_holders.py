"""Steps that hold others: arms that join, rounds that end, branches that fall away."""

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Round, VariableKind, Verb
from netfin_incident.domain.vocabulary import StepState
from small_plans import ALWAYS, branch, carried_out, done, plan, step, variable, with_step
from story import LI, Story, act, minutes

ARMS = plan(
    step("begin"),
    step(
        "both", Verb.PARALLEL, needs=("begin",), options=(branch("a", "one"), branch("b", "two"))
    ),
    step("one", under=("both", "a"), required=ALWAYS),
    step("two", under=("both", "b")),
    step("after", needs=("both",)),
)  # fmt: skip
WATCH = plan(
    step(
        "watch", Verb.REPEAT, round=Round(3, "calm", 900), options=(branch("round", "look", "tell"),)
    ),
    step("look", under=("watch", "round")),
    step("tell", under=("watch", "round"), needs=("look",)),
    step("after", needs=("watch",)),
    variables=(variable("calm"),),
)  # fmt: skip


def state_of(story: Story, *steps: str) -> list[StepState]:
    return [story.step(one).state for one in steps]


def test_arms_wait_for_what_their_parallel_needs() -> None:
    story = carried_out(ARMS)
    assert story.step("one").waiting_for == ("begin",)
    begun = story.when(c.CompleteStep("begin"), at=minutes(2)).accepted()
    assert (begun.step("one").ready_at, begun.step("two").ready_at) == (minutes(2), minutes(2))


def test_a_join_opens_once_every_arm_is_settled() -> None:
    story = carried_out(ARMS, done("begin", 1), done("two", 2))
    assert state_of(story, "both", "after") == [StepState.ACTIVE, StepState.DORMANT]
    assert story.step("after").waiting_for == ("both",)
    joined = story.when(c.CompleteStep("one"), at=minutes(5)).accepted()
    assert (joined.step("both").state, joined.step("both").settled_at) == (
        StepState.DONE,
        minutes(5),
    )
    assert joined.step("after").ready_at == minutes(5)


def test_a_parallel_is_required_where_a_step_in_it_is() -> None:
    story = carried_out(ARMS)
    assert (story.step("both").required, story.step("both").is_gate) == (True, True)


def test_one_arm_can_be_enough_and_the_others_fall_away() -> None:
    story = carried_out(with_step(ARMS, "both", any_arm=True), done("begin", 1), done("two", 4))
    assert story.step("both").settled_at == minutes(4)
    assert story.step("one").state is StepState.NOT_APPLICABLE
    assert story.step("after").state is StepState.READY


def test_work_begun_on_the_other_arm_stays() -> None:
    story = carried_out(
        with_step(ARMS, "both", any_arm=True),
        done("begin", 1),
        (act(at=minutes(2)), c.StartStep("one")),
        done("two", 4),
    )
    assert (story.step("one").state, story.step("one").kept) == (StepState.ACTIVE, True)


def test_skipping_a_parallel_leaves_out_what_it_holds() -> None:
    story = carried_out(ARMS, done("begin", 1))
    story.when(c.SkipStep("both", "not needed")).refused("second-person-missing")
    skipped = story.when(c.SkipStep("both", "not needed", second="wang")).accepted()
    assert state_of(skipped, "one", "two") == [StepState.NOT_APPLICABLE] * 2


def test_reopening_an_arm_opens_the_join_again() -> None:
    story = carried_out(ARMS, done("begin", 1), done("one", 2), done("two", 3))
    again = story.when(c.ReopenStep("one", "wrong node")).accepted()
    assert state_of(again, "both", "after") == [StepState.ACTIVE, StepState.DORMANT]


def one_round(story: Story, at: float) -> Story:
    story = story.when(c.CompleteStep("look"), at=minutes(at)).accepted()
    return story.when(c.CompleteStep("tell"), at=minutes(at + 1)).accepted()


def test_a_round_whose_end_is_not_known_asks() -> None:
    story = one_round(carried_out(WATCH), 1)
    view = story.step("watch")
    assert (view.state, view.asks, view.round) == (StepState.ACTIVE, ("calm",), 1)


def test_the_next_round_begins_by_itself_where_the_end_is_not_reached() -> None:
    story = carried_out(WATCH, c.SetVariable("calm", "no"))
    story = story.when(c.CompleteStep("look"), at=minutes(1)).accepted()
    answer = story.when(c.CompleteStep("tell"), at=minutes(2))
    assert answer.events[-1] == e.RoundBegun("small", "watch", 2, minutes(17))
    after = answer.accepted()
    assert (after.step("look").state, after.step("look").ready_at) == (
        StepState.READY,
        minutes(17),
    )
    assert after.step("watch").round == 2


def test_an_answer_begins_the_round_that_waited_for_it() -> None:
    story = one_round(carried_out(WATCH), 1)
    answer = story.when(c.SetVariable("calm", "no"), at=minutes(5))
    assert answer.events == [
        e.VariableSet("calm", "false"),
        e.RoundBegun("small", "watch", 2, minutes(17)),
    ]


def test_a_loop_ends_when_its_condition_holds() -> None:
    story = one_round(carried_out(WATCH), 1)
    calm = story.when(c.SetVariable("calm", "yes"), at=minutes(6)).accepted()
    assert (calm.step("watch").state, calm.step("watch").settled_at) == (
        StepState.DONE,
        minutes(6),
    )
    assert calm.step("after").ready_at == minutes(6)


def test_a_loop_stops_at_its_cap() -> None:
    story = carried_out(WATCH, c.SetVariable("calm", "no"))
    for number in range(3):
        assert story.step("watch").round == number + 1
        story = one_round(story, 20 * number + 1)
    assert not story.step("watch").is_settled, "its end was never reached: somebody must say so"
    story.when(c.CompleteStep("watch", option="again")).refused("round-open", round=3)
    ended = story.when(c.CompleteStep("watch", option="enough"), at=minutes(90)).accepted()
    assert ended.step("after").state is StepState.READY


def test_a_loop_without_a_condition_is_over_at_its_cap() -> None:
    story = carried_out(with_step(WATCH, "watch", round=Round(1)))
    assert one_round(story, 1).step("watch").state is StepState.DONE


def test_a_list_longer_than_the_cap_is_not_called_done() -> None:
    from dataclasses import replace

    each = with_step(WATCH, "watch", round=Round(2, each="banks"))
    banks = (variable("banks", VariableKind.LIST), variable("calm"))
    story = carried_out(replace(each, variables=banks), c.SetVariable("banks", "A\nB\nC"))
    story = one_round(one_round(story, 1), 3)
    assert (story.step("watch").round, story.step("watch").is_settled) == (2, False)


def test_people_decide_a_round_whose_end_is_not_known() -> None:
    story = one_round(carried_out(WATCH), 1)
    story.when(c.CompleteStep("watch")).refused("option-missing", options=("again", "enough"))
    story.when(c.CompleteStep("watch", option="again"), at=minutes(4)).then(
        e.RoundBegun("small", "watch", 2, minutes(17))
    )
    ended = story.when(c.CompleteStep("watch", option="enough"), at=minutes(4)).accepted()
    assert ended.step("watch").settled_at == minutes(4)


def test_another_round_is_refused_while_one_is_open() -> None:
    carried_out(WATCH).when(c.CompleteStep("watch", option="again")).refused("round-open", round=1)


def test_a_loop_can_be_ended_in_the_middle_of_a_round() -> None:
    story = carried_out(WATCH, done("look", 1))
    ended = story.when(c.CompleteStep("watch", option="enough"), at=minutes(2)).accepted()
    assert state_of(ended, "watch", "look", "tell") == [
        StepState.DONE,
        StepState.DONE,
        StepState.NOT_APPLICABLE,
    ]


def test_there_is_one_round_for_each_line_of_a_list() -> None:
    each = with_step(WATCH, "watch", round=Round(5, each="banks"))
    banks = (variable("banks", VariableKind.LIST), variable("calm"))
    from dataclasses import replace

    story = carried_out(replace(each, variables=banks))
    assert story.step("look").state is StepState.BLOCKED
    story = story.when(c.SetVariable("banks", "A\nB"), by=LI).accepted()
    story = one_round(story, 1)
    assert story.step("watch").round == 2
    story = one_round(story, 3)
    assert story.step("watch").state is StepState.DONE


def test_no_round_is_due_for_an_empty_phase_alongside() -> None:
    beside = plan(
        step("contain", phase="a"),
        step("inform", phase="b"),
        step("recover", phase="c"),
        alongside=("b",),
    )
    story = carried_out(beside)
    assert state_of(story, "contain", "inform", "recover") == [
        StepState.READY,
        StepState.READY,
        StepState.DORMANT,
    ]
    one_done = story.when(c.CompleteStep("contain"), at=minutes(1)).accepted()
    assert one_done.step("recover").state is StepState.DORMANT
    both = one_done.when(c.CompleteStep("inform"), at=minutes(4)).accepted()
    assert both.step("recover").ready_at == minutes(4)


def test_a_round_that_nobody_began_falls_away_when_the_end_is_reached() -> None:
    story = one_round(carried_out(WATCH, c.SetVariable("calm", "no")), 1)
    assert story.step("watch").round == 2
    calm = story.when(c.SetVariable("calm", "yes"), at=minutes(9)).accepted()
    assert state_of(calm, "watch", "look", "tell") == [StepState.DONE] * 3
    assert calm.step("look").settled_at == minutes(1), "what was done in the round before stays"
    assert calm.step("after").ready_at == minutes(9)


def test_a_round_that_was_begun_is_finished_although_the_end_is_reached() -> None:
    story = one_round(carried_out(WATCH, c.SetVariable("calm", "no")), 1)
    begun = story.when(c.CompleteStep("look"), at=minutes(18)).accepted()
    calm = begun.when(c.SetVariable("calm", "yes"), at=minutes(19)).accepted()
    assert state_of(calm, "watch", "tell") == [StepState.ACTIVE, StepState.READY]
