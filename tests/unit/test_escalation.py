"""Who is called next when nobody has answered: rules S1 to S6 of escalation, each by its number."""

from dataclasses import replace

import pytest

from escalations import channel, level, person, policy, role, rotation, same
from ladders import climb, reachable, refusal, start
from netfin_incident.domain.days import Days
from netfin_incident.domain.escalation import NoticeState, Purpose, When
from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    CalledBecause,
    CallOutcome,
    CancelKind,
    Milestone,
    Mode,
    Origin,
    PassedBecause,
    Status,
)
from netfin_incident.errors import CommandRefused

ANN_BO = policy(level("ann", wait=120), level("bo", wait=60), again=600)


def test_s1_the_first_level_is_called_at_once_or_after_the_delay_of_the_severity() -> None:
    slow = replace(ANN_BO, start=replace(same(0), s3=90))
    assert climb(slow, severity=Severity.S1).wakes() == 0
    third = climb(slow, severity=Severity.S3)
    third.watch(200)
    assert third.calls()[0] == (90, "ann")


def test_s2_the_delay_of_a_level_counts_from_when_the_one_before_was_really_called() -> None:
    late = climb(ANN_BO)
    late.tick(1000)
    late.watch(2000)
    assert late.calls()[:3] == [(1000, "ann"), (1120, "bo"), (1180, "cto")]
    fired = late.of(e.Escalated)[0]
    assert (fired.due_at, fired.because) == (late.story.incident.declared_at, CalledBecause.DUE)


def test_s2_one_level_an_incident_a_tick_however_late() -> None:
    late = climb(ANN_BO)
    assert [type(one) for one in late.tick(100_000)] == [e.Escalated]
    assert late.tick(100_000) == []


def test_s3_a_level_with_nobody_on_call_is_recorded_and_passed_at_once() -> None:
    used = policy(level("gap", rotation("night")), level("bo"))
    passed, called = climb(used).tick(0)
    assert isinstance(passed, e.LevelPassedOver)
    assert (passed.level_id, passed.because) == ("gap", PassedBecause.NOBODY)
    assert isinstance(called, e.Escalated)
    assert [one.to for one in called.called] == ["bo"]


def test_s3_where_all_levels_are_empty_the_fallback_is_called_at_once() -> None:
    used = policy(level("gap", rotation("night")), level("hole", rotation("day")), rounds=3)
    climbing = climb(used)
    happened = climbing.tick(0)
    assert climbing.calls() == [(0, "cto")]
    assert len(happened) == 5, "each level of this round and of one more, then the fallback"


def test_s3_a_fallback_nobody_stands_for_is_recorded_again_and_again() -> None:
    alone = climb(policy(level("ann"), again=600), on_call=reachable())
    alone.watch(1300, every=10)
    assert [one.called for one in alone.of(e.FallbackCalled)] == [(), (), ()]


def test_s4_the_levels_are_gone_through_as_often_as_the_policy_says_then_the_fallback() -> None:
    twice = climb(replace(ANN_BO, rounds=2))
    twice.watch(1600)
    assert twice.calls() == [
        (0, "ann"), (120, "bo"), (180, "ann"), (300, "bo"), (360, "cto"), (960, "cto"), (1560, "cto"),
    ]  # fmt: skip
    assert [one.time for one in twice.of(e.FallbackCalled)] == [1, 2, 3]


def test_s4_the_fallback_is_called_until_somebody_acknowledges() -> None:
    climbing = climb(ANN_BO)
    climbing.watch(900)
    climbing.ask(900, c.Acknowledge(), by="cto")
    climbing.watch(1700)
    assert climbing.calls()[-1] == (780, "cto")
    assert climbing.ladder.is_answered


def test_s5_an_acknowledgement_stops_the_calls() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    assert len(climbing.notices(NoticeState.PENDING)) == 1
    climbing.ask(30, c.Acknowledge(), by="ann")
    assert climbing.notices(NoticeState.PENDING) == []
    assert climbing.watch(1000) == []


def test_s5_without_progress_there_is_a_reminder_then_the_next_level_is_called() -> None:
    used = replace(ANN_BO, acknowledged_for=same(300), grace=same(100))
    climbing = climb(used)
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.watch(500)
    (reminder,) = climbing.of(e.Told)
    assert (reminder.purpose, [one.to for one in reminder.called]) == (Purpose.REMINDER, ["ann"])
    (expired,) = climbing.of(e.AcknowledgementExpired)
    assert expired.people == ("ann",)
    assert climbing.calls()[1:3] == [(410, "bo"), (470, "cto")], "not from the first level again"
    assert climbing.of(e.Escalated)[1].because is CalledBecause.EXPIRED


@pytest.mark.parametrize(
    "progress", [c.RecordCall("bo", CallOutcome.BUSY), c.ChangeStatus(Status.RESPONDING)]
)
def test_s5_progress_holds_off_the_reminder(progress: c.Command) -> None:
    climbing = climb(replace(ANN_BO, acknowledged_for=same(300), grace=same(100)))
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.ask(200, progress, by="ann")
    climbing.watch(499)
    assert climbing.of(e.Told) == []
    climbing.tick(500)
    assert len(climbing.of(e.Told)) == 1


def test_s5_progress_after_the_reminder_keeps_the_acknowledgement() -> None:
    climbing = climb(replace(ANN_BO, acknowledged_for=same(300), grace=same(100)))
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.watch(320)
    climbing.ask(330, c.SetMilestone(Milestone.DETECTED), by="ann")
    climbing.watch(629)
    assert climbing.of(e.AcknowledgementExpired) == []


def test_s5_what_the_program_records_is_no_progress() -> None:
    climbing = climb(replace(ANN_BO, acknowledged_for=same(300)))
    climbing.tick(0)
    (page,) = climbing.notices(NoticeState.PENDING)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.story = climbing.story.when_acting(
        replace(climbing.story.history[-1][0], at=climbing.story.incident.declared_at, by="watch"),
        c.RecordSent(page.key, 1),
    ).accepted()
    assert climbing.wakes() == 310


def test_s6_raised_it_begins_again_without_those_who_have_acknowledged() -> None:
    climbing = climb(ANN_BO, severity=Severity.S3)
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.ask(60, c.ChangeSeverity(Severity.S1), by="ann")
    climbing.ask(60, start(ANN_BO, climbing.on_call), by="ann")
    passed, called = climbing.tick(60)
    assert isinstance(passed, e.LevelPassedOver)
    assert passed.because is PassedBecause.KNOWING
    assert isinstance(called, e.Escalated)
    assert (called.generation, called.level_id) == (2, "bo")
    assert not climbing.ladder.is_answered, "the new escalation wants its own answer"


def test_s6_lowered_it_runs_on_as_it_is() -> None:
    climbing = climb(ANN_BO, severity=Severity.S1)
    climbing.tick(0)
    climbing.ask(10, c.ChangeSeverity(Severity.S3, "only one channel"), by="bo")
    climbing.watch(200)
    assert climbing.calls()[:2] == [(0, "ann"), (120, "bo")]
    assert climbing.ladder.generation == 1


def test_taken_up_again_everybody_is_called_again() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.ask(20, c.Cancel(CancelKind.FALSE_ALARM, "test of the alarm"))
    assert climbing.wakes() is None
    climbing.ask(30, c.Reopen("it was real"))
    climbing.ask(30, start(ANN_BO, climbing.on_call, anew=True))
    climbing.tick(30)
    assert climbing.calls()[-1] == (30, "ann")


def test_whoever_declares_and_is_on_call_has_acknowledged() -> None:
    climbing = climb(ANN_BO, by="ann")
    assert climbing.ladder.is_answered
    assert climbing.watch(600) == []


def test_an_alarm_that_declares_has_not_acknowledged() -> None:
    assert not climb(ANN_BO, by="monitor").ladder.is_answered


@pytest.mark.parametrize("origin", [Origin.IMPORTED, Origin.BACKFILLED])
def test_what_is_entered_afterwards_calls_nobody(origin: Origin) -> None:
    climbing = climb(ANN_BO, origin=origin)
    assert climbing.story.incident.escalation is None
    assert climbing.tick(10_000) == []


def test_a_level_may_want_several_acknowledgements() -> None:
    pair = policy(level("both", person("ann"), person("bo"), acknowledgements=2, wait=120))
    climbing = climb(pair)
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    assert not climbing.ladder.is_answered
    assert [one.to for one in climbing.notices(NoticeState.PENDING)] == ["bo"]
    climbing.ask(20, c.Acknowledge(), by="ann")
    assert not climbing.ladder.is_answered, "one person counts once"
    climbing.ask(30, c.Acknowledge(), by="bo")
    assert climbing.ladder.is_answered


def test_more_acknowledgements_than_people_called_means_all_of_them() -> None:
    climbing = climb(policy(level("both", person("ann"), rotation("night"), acknowledgements=2)))
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    assert climbing.ladder.is_answered


def test_each_level_wants_an_answer_of_its_own() -> None:
    pair = policy(
        level("both", person("ann"), person("bo"), acknowledgements=2, wait=60),
        level("third", person("cy"), wait=60),
    )
    climbing = climb(pair, on_call=reachable("ann", "bo", "cy", "cto"))
    climbing.tick(0)
    climbing.ask(10, c.Acknowledge(), by="ann")
    climbing.tick(60)
    assert not climbing.ladder.is_answered
    climbing.ask(70, c.Acknowledge(), by="ann")
    assert climbing.ladder.is_answered, "ann still has it, and says so"


def test_the_holder_of_a_role_goes_before_the_roster() -> None:
    used = policy(level("lead", role("commander")))
    with_roster = reachable("wang", "cto", commander="zhao")
    climbing = climb(used, on_call=with_roster)
    climbing.ask(0, c.AssignRole("commander", "wang"), by="wang")
    climbing.tick(1)
    assert climbing.calls() == [(1, "wang")]
    vacant = climb(used, on_call=with_roster)
    vacant.tick(1)
    assert vacant.calls() == [(1, "zhao")]


def test_who_is_on_call_is_asked_when_the_level_is_called_and_then_stands() -> None:
    used = policy(level("first", rotation("pay"), wait=60), level("again", rotation("pay")))
    climbing = climb(used, on_call=reachable("cto", pay="ann"))
    climbing.tick(0)
    climbing.on_call = reachable("cto", pay="bo")
    climbing.watch(60)
    assert climbing.calls() == [(0, "ann"), (60, "bo")]
    assert [one.called[0].to for one in climbing.of(e.Escalated)] == ["ann", "bo"]


OFFICE = When(hours=parse_business_hours("Mon-Fri 09:00-18:00"), days=Days.WORKDAYS)


@pytest.mark.parametrize(
    ("when", "workday", "called"),
    [
        (OFFICE, True, "ann"),
        (OFFICE, False, "bo"),
        (When(hours=parse_business_hours("Mon-Fri 18:00-19:00")), True, "bo"),
        (When(severities=(Severity.S1,)), True, "bo"),
        (When(severities=(Severity.S1, Severity.S2)), True, "ann"),
        (When(modes=(Mode.DRILL,)), True, "bo"),
    ],
)
def test_a_level_whose_condition_does_not_hold_is_passed(
    when: When, workday: bool, called: str
) -> None:
    used = policy(level("ann", when=when), level("bo"))
    climbing = climb(used, on_call=replace(reachable("ann", "bo"), workday=workday))
    climbing.tick(0)
    assert climbing.calls() == [(0, called)]


def test_a_drill_climbs_the_levels_that_are_meant_for_drills() -> None:
    used = policy(level("ann", when=When(modes=(Mode.DRILL,))), level("bo"))
    climbing = climb(used, mode=Mode.DRILL)
    climbing.tick(0)
    assert climbing.calls() == [(0, "ann")]


def test_by_hand_the_next_level_is_called_at_once() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(5, c.Escalate(climbing.on_call, seen=1, reason="no answer on the phone"))
    climbing.watch(70)
    assert climbing.calls() == [(0, "ann"), (5, "bo"), (65, "cto")]
    assert climbing.of(e.Escalated)[1].reason == "no answer on the phone"


def test_two_people_who_press_at_once_escalate_once() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(5, c.Escalate(climbing.on_call, seen=1), by="wang")
    late = refusal(climbing, 8, c.Escalate(climbing.on_call, seen=1), by="zhao")
    assert (late.slug, late.values["seconds"]) == ("already-escalated", 3)
    assert climbing.calls() == [(0, "ann"), (5, "bo")]


def test_by_hand_after_an_acknowledgement_more_people_are_called_and_an_answer_is_owed() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(5, c.Acknowledge(), by="ann")
    climbing.ask(10, c.Escalate(climbing.on_call), by="ann")
    assert not climbing.ladder.is_answered
    climbing.watch(80)
    assert climbing.calls() == [(0, "ann"), (10, "bo"), (70, "cto")]


def test_by_hand_there_must_be_an_escalation_and_an_emergency() -> None:
    climbing = climb(ANN_BO, origin=Origin.BACKFILLED)
    assert refusal(climbing, 1, c.Escalate(climbing.on_call)).slug == "escalation-absent"
    over = climb(ANN_BO)
    over.ask(1, c.ChangeStatus(Status.RESPONDING))
    over.ask(2, c.ChangeStatus(Status.RECOVERED))
    assert refusal(over, 3, c.Escalate(over.on_call)).slug == "escalation-over"


def test_once_the_business_has_recovered_nobody_is_called_any_more() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.ask(10, c.ChangeStatus(Status.RESPONDING))
    climbing.ask(11, c.ChangeStatus(Status.RECOVERED))
    assert climbing.notices(NoticeState.PENDING) == []
    assert climbing.watch(5000, every=10) == []
    climbing.ask(5001, c.ChangeStatus(Status.RESPONDING, "it broke again"))
    climbing.tick(5002)
    assert climbing.calls()[-1] == (5002, "bo")


def test_a_level_nobody_of_which_can_be_reached_is_followed_by_the_next_at_once() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    climbing.fail(7, "ann")
    climbing.watch(8)
    assert climbing.calls() == [(0, "ann"), (7, "bo")]
    assert climbing.of(e.Escalated)[1].because is CalledBecause.UNREACHED


def test_as_long_as_one_of_a_level_may_be_reached_its_time_is_waited_for() -> None:
    both = policy(level("both", person("ann"), person("bo"), wait=120), level("cto"))
    climbing = climb(both)
    climbing.tick(0)
    climbing.fail(5, "ann")
    climbing.watch(119)
    assert len(climbing.of(e.Escalated)) == 1
    climbing.fail(119, "bo")
    climbing.tick(119)
    assert climbing.of(e.Escalated)[1].because is CalledBecause.UNREACHED


def test_people_without_any_contact_are_not_waited_for() -> None:
    mute = climb(ANN_BO, on_call=reachable("ann", "bo", "cto", ways={"ann": Ways()}))
    mute.tick(0)
    mute.tick(0)
    assert mute.calls() == [(0, "ann"), (0, "bo")]


def test_somebody_who_can_only_be_dialled_is_waited_for() -> None:
    dialled = climb(
        ANN_BO, on_call=reachable("ann", "bo", "cto", ways={"ann": Ways((), ("desk",))})
    )
    dialled.watch(130)
    assert dialled.calls() == [(0, "ann"), (120, "bo")]


def test_a_group_that_was_told_does_not_stand_for_people_that_were_not() -> None:
    used = policy(level("both", person("ann"), channel("ops"), wait=120), level("bo"))
    climbing = climb(used)
    climbing.tick(0)
    (group,) = [one for one in climbing.notices(NoticeState.PENDING) if one.to == "ops"]
    climbing.ask(1, c.RecordSent(group.key, 1), by="watch")
    climbing.fail(2, "ann")
    climbing.tick(2)
    assert climbing.calls()[-1] == (2, "bo")


def test_s15_an_alarm_that_comes_again_leaves_an_entry_at_most_once_a_minute() -> None:
    climbing = climb(ANN_BO)
    again = c.SuppressDuplicate("支付通道中断", Severity.S2)
    assert [type(one) for one in climbing.ask(10, again)] == [e.DuplicateSuppressed]
    assert climbing.ask(69, again) == []
    assert len(climbing.ask(70, again)) == 1


def test_s15_an_alarm_that_comes_again_worse_raises_the_severity() -> None:
    climbing = climb(ANN_BO)
    came, raised = climbing.ask(10, c.SuppressDuplicate("支付通道中断", Severity.S1))
    assert isinstance(came, e.DuplicateSuppressed)
    assert raised == e.SeverityChanged(Severity.S2, Severity.S1)
    assert climbing.ask(11, c.SuppressDuplicate("支付通道中断", Severity.S3)) == []


def test_a_notice_is_settled_once() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    (page,) = climbing.notices(NoticeState.PENDING)
    sent = c.RecordSent(page.key, 1)
    assert [type(one) for one in climbing.ask(1, sent, by="watch")] == [e.NoticeSent]
    assert climbing.ask(2, sent, by="watch") == []
    assert climbing.ask(3, c.RecordFailed(page.key, 1, "timed_out"), by="watch") == []


def test_a_notice_that_went_out_as_it_was_dropped_is_still_recorded_as_sent() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    (page,) = climbing.notices(NoticeState.PENDING)
    climbing.ask(1, c.Acknowledge(), by="ann")
    assert len(climbing.ask(2, c.RecordSent(page.key, 1), by="watch")) == 1


def test_a_dead_notice_may_be_tried_again_and_one_to_come_held_back() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    (page,) = climbing.notices(NoticeState.PENDING)
    assert refusal(climbing, 1, c.RetryNotice(page.key)).slug == "notice-not-dead"
    assert refusal(climbing, 1, c.QuarantineNotice(page.key, " ")).slug == "reason-missing"
    climbing.ask(1, c.QuarantineNotice(page.key[:8], "restored from a backup"))
    assert climbing.notices(NoticeState.PENDING) == []
    climbing.ask(2, c.RetryNotice(page.key))
    climbing.fail(3, "ann")
    assert refusal(climbing, 4, c.QuarantineNotice(page.key, "x")).slug == "notice-not-pending"
    climbing.ask(5, c.RetryNotice(page.key[:6]))
    assert [one.key for one in climbing.notices(NoticeState.PENDING)] == [page.key]
    assert refusal(climbing, 6, c.RetryNotice("zz")).slug == "notice-unknown"


def test_a_closed_incident_still_records_what_was_sent_and_owes_nothing_more() -> None:
    climbing = climb(ANN_BO)
    climbing.tick(0)
    (page,) = climbing.notices(NoticeState.PENDING)
    climbing.ask(1, c.Cancel(CancelKind.FALSE_ALARM, "a test"))
    assert climbing.notices(NoticeState.DROPPED) != []
    assert len(climbing.ask(2, c.RecordSent(page.key, 1), by="watch")) == 1
    assert climbing.tick(10_000) == []
    with pytest.raises(CommandRefused):
        climbing.ask(3, c.Escalate(climbing.on_call))
