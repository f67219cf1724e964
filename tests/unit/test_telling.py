"""What people are told of without asking: late steps, vacant roles, roles that changed hands."""

from datetime import timedelta
from typing import Any

import pytest

from escalations import level, policy
from ladders import Climb, climb, reachable
from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import DueBySeverity, Escalation, Plan
from netfin_incident.domain.vocabulary import Mode, Origin
from small_plans import plan, step
from story import T0

QUIET = policy(level("ann"), acknowledged_for=policy().start, unassigned=600)
DUE = DueBySeverity(600, 600, 600, 600)
LATE = plan(
    step(
        "check", role="technical", due=DUE,
        escalate=(Escalation(50, "technical"), Escalation(100, "commander"), Escalation(150, "x")),
    ),
    step("then", role="business"),
)  # fmt: skip
PEOPLE = reachable("ann", "bo", "cto", technical="tess", commander="carl")


def running(used: Plan = LATE, **more: Any) -> Climb:
    """An answered incident whose playbook is under way."""
    climbing = climb(QUIET, on_call=PEOPLE, by="ann", **more)
    climbing.ask(0, c.AttachPlaybook(used, approved=True), by="ann")
    return climbing


def told(climbing: Climb, purpose: Purpose) -> list[tuple[float, str, int, list[str]]]:
    return [
        (at, event.about, event.number, [one.to for one in event.called])
        for at, event in climbing.recorded
        if isinstance(event, e.Told) and event.purpose is purpose
    ]


def test_a_late_step_is_told_at_each_share_of_its_time_to_whoever_the_playbook_names() -> None:
    climbing = running()
    climbing.watch(1000)
    about = f"{LATE.id}/check"
    assert told(climbing, Purpose.STEP_LATE) == [
        (300, about, 0, ["tess"]), (600, about, 1, ["carl"]), (900, about, 2, ["carl"]),
    ]  # fmt: skip


def test_a_step_that_is_done_is_not_told_of() -> None:
    climbing = running()
    climbing.ask(200, c.CompleteStep("check"), by="tess")
    climbing.watch(1000)
    assert told(climbing, Purpose.STEP_LATE) == []


def test_a_step_taken_up_again_is_told_of_again() -> None:
    climbing = running()
    climbing.watch(301)
    climbing.ask(302, c.CompleteStep("check"), by="tess")
    climbing.ask(400, c.ReopenStep("check", "not right"), by="tess")
    climbing.watch(1100)
    numbers = [number for _, _, number, _ in told(climbing, Purpose.STEP_LATE)]
    assert numbers.count(0) <= 2
    assert 1 in numbers


def test_a_role_that_nobody_holds_is_told_of_once_when_a_step_waits_for_it() -> None:
    climbing = running()
    climbing.watch(3000, every=10)
    assert (600, "technical", 0, ["tess"]) in told(climbing, Purpose.STEP_UNASSIGNED)
    assert len({role for _, role, _, _ in told(climbing, Purpose.STEP_UNASSIGNED)}) == len(
        told(climbing, Purpose.STEP_UNASSIGNED)
    )


def test_a_role_that_somebody_holds_is_not() -> None:
    climbing = running()
    climbing.ask(10, c.AssignRole("technical", "bo"), by="bo")
    climbing.ask(10, c.AssignRole("business", "bo"), by="bo")
    climbing.watch(3000, every=10)
    assert told(climbing, Purpose.STEP_UNASSIGNED) == []


def test_in_a_drill_a_step_that_is_left_out_is_not_told_of() -> None:
    left_out = plan(step("check", role="technical", due=DUE, drill="skip",
                         escalate=(Escalation(50, "technical"),)))  # fmt: skip
    climbing = running(left_out, mode=Mode.DRILL)
    climbing.watch(3000, every=10)
    assert told(climbing, Purpose.STEP_LATE) == []


def test_whoever_is_given_a_role_by_another_is_told() -> None:
    climbing = running()
    climbing.ask(5, c.AssignRole("commander", "bo"), by="ann")
    climbing.tick(6)
    assert told(climbing, Purpose.ROLE_ASSIGNED) == [(6, "commander", 0, ["bo"])]
    assert climbing.tick(7) == []


def test_whoever_takes_a_role_is_not_told_but_the_one_before_is() -> None:
    climbing = running()
    climbing.ask(5, c.AssignRole("commander", "ann"), by="ann")
    climbing.ask(6, c.TakeRole("ann cannot be reached"), by="bo")
    climbing.tick(7)
    assert told(climbing, Purpose.ROLE_ASSIGNED) == []
    assert told(climbing, Purpose.ROLE_TAKEN) == [(7, "commander", 0, ["ann"])]


def test_s8_a_handover_is_told_to_the_receiver_and_after_a_quarter_of_an_hour_to_others() -> None:
    climbing = running(plan(step("x")))
    climbing.ask(5, c.AssignRole("commander", "ann"), by="ann")
    climbing.ask(10, c.OfferHandover("commander", "bo", "all quiet"), by="ann")
    climbing.watch(2000)
    assert told(climbing, Purpose.HANDOVER_OFFERED) == [(10, "commander", 0, ["bo"])]
    assert told(climbing, Purpose.HANDOVER_UNANSWERED) == [(910, "commander", 0, ["bo", "ann"])]
    assert climbing.story.incident.holder("commander") == "ann", "the old holder still holds it"


def test_s8_an_answered_handover_is_left_alone() -> None:
    climbing = running(plan(step("x")))
    climbing.ask(5, c.AssignRole("commander", "ann"), by="ann")
    climbing.ask(10, c.OfferHandover("commander", "bo", "all quiet"), by="ann")
    climbing.tick(10)
    climbing.ask(60, c.AcceptHandover("commander"), by="bo")
    climbing.watch(2000)
    assert told(climbing, Purpose.HANDOVER_UNANSWERED) == []


def test_where_nobody_fills_the_role_those_in_charge_are_told_then_the_fallback() -> None:
    climbing = running(plan(step("check", role="legal", due=DUE, escalate=(Escalation(100, "y"),))))
    climbing.on_call = reachable("ann", "cto")
    climbing.watch(600, every=10)
    assert [who for _, _, _, who in told(climbing, Purpose.STEP_LATE)] == [["cto"]]


def test_without_a_policy_nobody_is_told_of_anything() -> None:
    climbing = climb(origin=Origin.IMPORTED)
    climbing.ask(1, c.AttachPlaybook(LATE, approved=True))
    assert climbing.wakes() is None
    assert climbing.tick(10_000) == []


@pytest.mark.parametrize("late", [0, 5, 4000])
def test_a_late_look_tells_of_everything_once_in_the_order_it_was_owed(late: float) -> None:
    climbing = running()
    happened = climbing.tick(901 + late)
    due = [one.due_at for one in happened if isinstance(one, e.Told)]
    assert due == sorted(due)
    assert len(due) >= 4
    assert max(due) <= T0 + timedelta(seconds=901 + late)
    assert climbing.tick(901 + late) == []
