"""Whose acknowledgement counts for a level, and what calling by hand does to one that was met."""

import pytest

from escalations import channel, level, person, policy, rotation
from ladders import Climb, climb, reachable, refusal
from netfin_incident.app.having import Having, standing
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.vocabulary import Milestone

ANN_BO = policy(level("ann", wait=120), level("bo", wait=60), again=600)
TWO_OF_THREE = policy(
    level("all", person("ann"), person("bo"), person("cy"), acknowledgements=2, wait=120),
    level("dee"),
)
FIVE = reachable("ann", "bo", "cy", "dee", "cto")


def milestones(climbing: Climb) -> list[float]:
    """The seconds at which the milestone of acknowledging was reached."""
    return [
        second
        for second, event in climbing.recorded
        if isinstance(event, e.MilestoneReached) and event.milestone is Milestone.ACKNOWLEDGED
    ]


def test_before_any_call_as_many_are_needed_as_for_the_first_level() -> None:
    climbing = climb(TWO_OF_THREE, on_call=FIVE)
    climbing.ask(1, c.Acknowledge(), by="ann")
    assert (climbing.ladder.needed, climbing.ladder.is_answered) == (2, False)
    climbing.tick(2)
    assert climbing.calls() == [(2, "bo"), (2, "cy")]
    assert (climbing.ladder.answers, climbing.ladder.needed) == (("ann",), 2)
    assert climbing.of(e.Escalated)[0].knew == ("ann",)
    climbing.ask(3, c.Acknowledge(), by="ann")
    assert not climbing.ladder.is_answered, "she has been counted"
    climbing.ask(4, c.Acknowledge(), by="cy")
    assert climbing.ladder.is_answered


def test_before_any_call_a_level_with_one_person_on_call_needs_that_one() -> None:
    used = policy(level("one", rotation("pay"), rotation("night"), acknowledgements=2))
    climbing = climb(used, on_call=reachable("cto", pay="ann", night=()))
    climbing.ask(1, c.Acknowledge(), by="dee")
    assert not climbing.ladder.is_answered, "dee is not of the level"
    climbing.ask(2, c.Acknowledge(), by="ann")
    assert climbing.ladder.is_answered


def test_where_two_have_to_acknowledge_only_people_of_the_level_count() -> None:
    climbing = climb(TWO_OF_THREE, on_call=FIVE)
    climbing.tick(0)
    climbing.ask(1, c.Acknowledge(), by="dee")
    climbing.ask(2, c.Acknowledge(), by="zhao")
    assert climbing.ask(3, c.Acknowledge(), by="zhao") == [], "said twice it is said once"
    assert (climbing.ladder.answers, climbing.ladder.is_answered) == ((), False)
    assert standing(climbing.story.incident).having is Having.PARTLY
    climbing.ask(4, c.Acknowledge(), by="ann")
    climbing.ask(5, c.Acknowledge(), by="bo")
    assert climbing.ladder.is_answered


def test_where_one_has_to_acknowledge_anybody_counts() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(1, c.Acknowledge(), by="zhao")
    assert climbing.ladder.is_answered


def test_that_it_was_acknowledged_is_reached_when_the_rule_of_the_level_is_met() -> None:
    climbing = climb(TWO_OF_THREE, on_call=FIVE)
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    assert milestones(climbing) == []
    stands = standing(climbing.story.incident)
    assert (stands.having, stands.count, stands.needed) == (Having.PARTLY, 1, 2)
    climbing.ask(20, c.Acknowledge(), by="bo")
    climbing.ask(30, c.Acknowledge(), by="cy")
    assert milestones(climbing) == [20]


@pytest.mark.parametrize(("used", "reached"), [(ANN_BO, [0]), (TWO_OF_THREE, [])])
def test_whoever_declares_alone_has_it_where_one_is_enough(
    used: object, reached: list[float]
) -> None:
    climbing = climb(used, on_call=FIVE, by="ann")  # type: ignore[arg-type]
    assert milestones(climbing) == reached
    assert climbing.ladder.is_answered == bool(reached)


def test_by_hand_after_an_answer_only_channels_are_told_and_the_answer_stands() -> None:
    used = policy(level("ann", wait=60), level("group", channel("ops")), level("bo"))
    climbing = climb(used)
    climbing.tick(0)
    climbing.ask(5, c.Acknowledge(), by="ann")
    climbing.ask(10, c.Escalate(climbing.on_call, seen=1), by="ann")
    assert climbing.ladder.is_answered
    assert [one.to for one in climbing.notices(NoticeState.PENDING)] == ["ops"]
    assert climbing.watch(600) == [], "nobody further is called"
    climbing.ask(601, c.Escalate(climbing.on_call, seen=2), by="ann")
    assert not climbing.ladder.is_answered, "bo is a person"


def test_by_hand_after_an_answer_another_is_waited_for_by_anybody() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(5, c.Acknowledge(), by="ann")
    climbing.ask(10, c.Escalate(climbing.on_call), by="ann")
    stands = standing(climbing.story.incident)
    assert (stands.having, stands.people) == (Having.MORE, ("ann",))
    climbing.watch(80)
    assert standing(climbing.story.incident).having is Having.MORE, "the fallback was called"
    climbing.ask(90, c.Acknowledge(), by="zhao")
    assert standing(climbing.story.incident).having is Having.SOMEBODY


def test_a_call_by_hand_while_nobody_has_it_is_not_one_for_more_people() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(5, c.Escalate(climbing.on_call))
    assert standing(climbing.story.incident).having is Having.NOBODY


def test_who_says_to_have_seen_more_calls_than_were_made_is_told_so() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    refused = refusal(climbing, 1, c.Escalate(climbing.on_call, seen=99))
    assert (refused.slug, refused.values["seen"], refused.values["fires"]) == (
        "calls-never-made", 99, 1,
    )  # fmt: skip
    assert climbing.calls() == [(0, "ann")]
