"""Clocks as an incident goes on: what is corrected, lowered, reopened, sent late, or changed by law."""

from dataclasses import replace
from datetime import date

import pytest

from clock_cases import AWARE, NAME, Story, clock, hours, on_clocks, report, shipped
from netfin_incident.domain.clocks import (
    Anchor,
    AnchorWithdrawn,
    Excuse,
    Excused,
    GroundKind,
    Instrument,
    Limit,
    Reclassified,
    Reinstated,
    Reopened,
    Repeat,
    Report,
    Standing,
    Start,
    State,
    Unit,
    Within,
)

BERLIN, SHANGHAI = "Europe/Berlin", "Asia/Shanghai"


def operator() -> Story:
    return Story(shipped("cn-cac-operator"), SHANGHAI)


def dora(*, holds: bool = True) -> Story:
    return Story(shipped("eu-dora"), BERLIN, "credit_institution", holds=holds)


def were(standing: Standing, zone: str) -> list[str]:
    return [on_clocks(one.due, zone) for one in standing.moved]


def test_a_clock_without_its_anchor_says_what_it_waits_for() -> None:
    stands = operator().stands("initial", "2026-11-20 10:00")
    assert stands.state is State.NOT_STARTED
    assert stands.due is not None
    assert [(one.kind, one.start) for one in stands.due.grounds] == [(GroundKind.WAITS, "aware")]


@pytest.mark.parametrize(
    ("now", "state", "percent"),
    [
        ("2026-11-20 10:00", State.RUNNING, 0),
        ("2026-11-20 12:59:59", State.RUNNING, 74),
        ("2026-11-20 13:00", State.DUE_SOON, 75),
        ("2026-11-20 13:59:59", State.DUE_SOON, 99),
        ("2026-11-20 14:00", State.DUE_SOON, 100),
        ("2026-11-20 14:00:01", State.OVERDUE, 100),
    ],
)
def test_a_clock_runs_and_is_overdue_after_its_last_second(
    now: str, state: State, percent: int
) -> None:
    stands = operator().anchored(aware="2026-11-20 10:00").stands("initial", now)
    assert (stands.state, stands.percent) == (state, percent)


def test_half_an_hour_before_its_end_a_short_clock_is_due_soon() -> None:
    story = Story(shipped("cn-cac-cii"), SHANGHAI).anchored(aware="2026-11-20 10:00")
    assert story.stands("initial", "2026-11-20 10:29:59").state is State.RUNNING
    assert story.stands("initial", "2026-11-20 10:30").state is State.DUE_SOON


def test_setting_an_anchor_anew_keeps_the_old_due_time_to_be_seen() -> None:
    story = operator().anchored(aware="2026-11-20 10:00").anchored(aware="2026-11-20 09:10")
    stands = story.stands("initial", "2026-11-20 10:30")
    assert story.due("initial")[0] == "2026-11-20 13:10:00+08:00"
    assert were(stands, SHANGHAI) == ["2026-11-20 14:00:00+08:00"]
    assert stands.moved[0].said.by == "li-na"


def test_an_anchor_said_again_as_it_was_moves_nothing() -> None:
    story = operator().anchored(aware="2026-11-20 10:00").anchored(aware="2026-11-20 10:00")
    assert story.stands("initial", "2026-11-20 10:30").moved == ()


def test_an_anchor_that_is_withdrawn_stops_the_clock() -> None:
    story = operator().anchored(aware="2026-11-20 10:00")
    story.then(AnchorWithdrawn(story.said("a test"), Anchor.AWARE))
    stands = story.stands("initial", "2026-11-20 18:00")
    assert stands.state is State.NOT_STARTED
    assert were(stands, SHANGHAI) == ["2026-11-20 14:00:00+08:00"]


def test_correcting_an_anchor_after_sending_can_make_the_report_late() -> None:
    story = operator().anchored(aware="2026-11-20 10:00").sent("initial", "2026-11-20 13:30")
    assert story.stands("initial", "2026-11-20 15:00").state is State.MET
    story.anchored(aware="2026-11-20 09:00")
    stands = story.stands("initial", "2026-11-20 15:00")
    assert stands.state is State.MET_LATE
    assert stands.owes_reason


def test_reclassified_to_lower_the_clock_stops_and_back_it_runs_from_the_new_class() -> None:
    story = dora(holds=False).anchored(aware="2026-11-18 10:00", classified="2026-11-18 12:00")
    assert story.stands("initial", "2026-11-18 13:00").state is State.NOT_STARTED
    story.then(Reclassified(story.said("two criteria"), holds=True))
    assert story.stands("initial", "2026-11-18 13:00").state is State.RUNNING
    assert story.due("initial")[0] == "2026-11-18 16:00:00+01:00"
    story.then(Reclassified(story.said("two criteria only in one country"), holds=False))
    lowered = story.stands("initial", "2026-11-18 18:00")
    assert lowered.state is State.NOT_APPLICABLE
    assert were(lowered, BERLIN) == ["2026-11-18 16:00:00+01:00"]
    story.then(Reclassified(story.said("a second country"), holds=True))
    story.anchored(classified="2026-11-19 15:00")
    raised = story.stands("initial", "2026-11-19 15:30")
    assert raised.state is State.RUNNING
    assert story.due("initial")[0] == "2026-11-19 19:00:00+01:00"


def test_what_was_sent_before_lowering_stays_sent_and_its_chain_runs_on_after_raising() -> None:
    story = dora().anchored(aware="2026-11-18 10:00", classified="2026-11-18 12:00")
    story.sent("initial", "2026-11-18 15:00")
    story.then(Reclassified(story.said("lower"), holds=False))
    assert story.stands("initial", "2026-11-18 16:00").state is State.MET
    assert story.stands("intermediate", "2026-11-18 16:00").state is State.NOT_APPLICABLE
    story.then(Reclassified(story.said("higher"), holds=True))
    assert story.stands("intermediate", "2026-11-18 17:00").state is State.RUNNING
    assert story.due("intermediate")[0] == "2026-11-21 15:00:00+01:00"


def test_a_clock_whose_trigger_never_held_has_not_started() -> None:
    story = Story(shipped("cn-cac-operator"), SHANGHAI, holds=False)
    stands = story.anchored(aware="2026-11-20 10:00").stands("initial", "2026-11-20 18:00")
    assert (stands.state, stands.runs) == (State.NOT_STARTED, False)


def test_reopening_takes_back_the_end_and_another_summary_is_owed_after_the_next() -> None:
    story = Story(shipped("cn-cac-summary"), SHANGHAI).anchored(handling_ended="2026-11-02 10:00")
    story.sent("summary", "2026-11-20 10:00")
    assert story.stands("summary", "2026-11-21 10:00").state is State.MET
    story.then(Reopened(story.said("it fails again")))
    assert story.stands("summary", "2026-11-22 10:00").state is State.NOT_STARTED
    story.anchored(handling_ended="2026-11-23 10:00")
    assert story.due("summary")[0] == "2026-12-23 23:59:59+08:00"
    story.sent("summary", "2026-12-24 09:00", "the vendor's analysis came late")
    stands = story.stands("summary", "2026-12-24 10:00")
    assert (stands.state, stands.owes_reason) == (State.MET_LATE, False)


def test_reopening_leaves_alone_what_does_not_hang_on_the_end() -> None:
    story = operator().anchored(aware="2026-11-20 10:00").sent("initial", "2026-11-20 11:00")
    story.then(Reopened(story.said("it fails again")))
    assert story.stands("initial", "2026-11-20 12:00").state is State.MET


def test_a_late_report_owes_a_reason_until_one_is_given() -> None:
    late = operator().anchored(aware="2026-11-20 10:00").sent("initial", "2026-11-20 14:00:01")
    stands = late.stands("initial", "2026-11-20 15:00")
    assert (stands.state, stands.owes_reason) == (State.MET_LATE, True)
    given = operator().anchored(aware="2026-11-20 10:00")
    given.sent("initial", "2026-11-20 14:00:01", "the line was down")
    assert given.stands("initial", "2026-11-20 15:00").owes_reason is False


def test_a_report_in_its_last_second_is_in_time() -> None:
    story = operator().anchored(aware="2026-11-20 10:00").sent("initial", "2026-11-20 14:00:00.9")
    assert story.stands("initial", "2026-11-20 15:00").state is State.MET


def test_between_the_strict_time_and_the_legal_one_a_report_is_due_soon_and_in_time() -> None:
    story = Story(shipped("eu-dora"), BERLIN)
    story.anchored(aware="2026-11-20 20:00", classified="2026-11-21 01:00")
    assert story.stands("initial", "2026-11-22 10:00").state is State.DUE_SOON
    assert story.stands("initial", "2026-11-23 12:00:01").state is State.OVERDUE
    story.sent("initial", "2026-11-23 12:00")
    assert story.stands("initial", "2026-11-23 12:00").state is State.MET


def test_service_restored_after_an_intermediate_report_asks_for_another_at_once() -> None:
    story = dora().sent("initial", "2026-11-18 12:00").sent("intermediate", "2026-11-19 12:00")
    assert story.stands("intermediate", "2026-11-19 13:00").state is State.MET
    story.anchored(service_restored="2026-11-20 08:00")
    stands = story.stands("intermediate", "2026-11-20 09:00")
    assert stands.state is State.DUE_SOON
    assert story.due("intermediate")[0] == "2026-11-20 08:00:00+01:00"
    story.sent("intermediate", "2026-11-20 10:00")
    assert story.stands("intermediate", "2026-11-20 11:00").state is State.MET
    final = story.stands("final", "2026-11-20 11:00")
    assert story.due("final")[0] == "2026-12-20 10:00:00+01:00"
    assert were(final, BERLIN) == ["2026-12-19 12:00:00+01:00"]


def progress() -> Story:
    limits = (Limit(AWARE, hours(2)),)
    repeat = Repeat(hours(2), Anchor.HANDLING_ENDED)
    return Story(clock(Report("progress", NAME, limits, repeat=repeat)), SHANGHAI)


def test_progress_reports_are_owed_until_handling_has_ended() -> None:
    story = progress().anchored(aware="2026-11-20 10:00")
    assert story.due("progress")[0] == "2026-11-20 12:00:00+08:00"
    story.sent("progress", "2026-11-20 11:30")
    assert story.due("progress")[0] == "2026-11-20 13:30:00+08:00"
    story.sent("progress", "2026-11-20 14:00")
    assert [one.is_late for one in story.stands("progress", "2026-11-20 14:30").rounds] == [
        False,
        True,
    ]
    story.anchored(handling_ended="2026-11-20 15:00")
    assert story.stands("progress", "2026-11-20 18:00").state is State.MET_LATE


def test_where_handling_ended_before_the_first_progress_report_none_is_owed() -> None:
    story = progress().anchored(aware="2026-11-20 10:00", handling_ended="2026-11-20 11:00")
    assert story.stands("progress", "2026-11-20 18:00").state is State.NOT_APPLICABLE


def test_reopened_progress_reports_are_counted_from_the_reopening() -> None:
    story = progress().anchored(aware="2026-11-20 10:00").sent("progress", "2026-11-20 11:00")
    story.anchored(handling_ended="2026-11-20 12:00")
    assert story.stands("progress", "2026-11-20 18:00").state is State.MET
    again = story.said("it fails again")
    story.then(Reopened(replace(again, at=story.at("2026-11-21 09:00"))))
    assert story.due("progress")[0] == "2026-11-21 11:00:00+08:00"


def test_a_waived_report_and_one_that_does_not_apply_say_so_until_they_are_owed_again() -> None:
    for excuse, state in (
        (Excuse.WAIVED, State.WAIVED),
        (Excuse.NOT_APPLICABLE, State.NOT_APPLICABLE),
    ):
        story = operator().anchored(aware="2026-11-20 10:00")
        story.then(Excused(story.said("told by phone"), "initial", excuse, "zhang-wei"))
        excused = story.stands("initial", "2026-11-20 18:00")
        assert excused.state is state
        assert were(excused, SHANGHAI) == ["2026-11-20 14:00:00+08:00"]
        story.then(Reinstated(story.said("a mistake"), "initial"))
        assert story.stands("initial", "2026-11-20 18:00").state is State.OVERDUE


def test_at_once_is_overdue_only_by_what_the_firm_allows_itself() -> None:
    allowed = replace(report(AWARE, Within(Unit.IMMEDIATE)), internal_target=3600)
    police = Story(clock(allowed), SHANGHAI).anchored(aware="2026-11-20 10:00")
    assert police.stands("initial", "2026-11-20 11:00").state is State.DUE_SOON
    assert police.stands("initial", "2026-11-20 11:00:01").state is State.OVERDUE
    police.sent("initial", "2026-11-20 15:00")
    assert police.stands("initial", "2026-11-20 16:00").state is State.MET
    open_end = Story(shipped("eu-gdpr-34"), BERLIN).anchored(aware="2026-11-20 10:00")
    assert open_end.stands("notice", "2026-12-20 10:00").state is State.DUE_SOON


def test_a_voluntary_notice_runs_and_is_never_due() -> None:
    stands = Story(shipped("eu-dora-threat"), BERLIN).anchored(aware="2026-11-20 10:00")
    found = stands.stands("notice", "2027-11-20 10:00")
    assert found.state is State.RUNNING
    assert found.due is not None
    assert found.due.raw is None


@pytest.mark.parametrize(
    ("determined", "new", "old"),
    [
        ("2027-03-17 23:59:59", State.NOT_APPLICABLE, State.DUE_SOON),
        ("2027-03-18 00:00:00", State.RUNNING, State.NOT_APPLICABLE),
    ],
)
def test_on_the_very_day_the_new_text_applies_and_the_old_does_not(
    determined: str, new: State, old: State
) -> None:
    after = Story(shipped("uk-fca-sup-15-18"), "Europe/London").anchored(determined=determined)
    before = Story(shipped("uk-fca-sup-15-3"), "Europe/London").anchored(aware=determined)
    assert after.stands("initial", determined).state is new
    assert before.stands("notice", determined).state is old


def test_a_chain_that_began_under_a_text_ends_under_it() -> None:
    law = Instrument("A law", effective_to=date(2026, 11, 20))
    first = report(AWARE, hours(24))
    second = report(Start(report="initial"), hours(72), "final")
    story = Story(clock(first, second, instrument=law), BERLIN)
    story.anchored(aware="2026-11-20 22:00").sent("initial", "2026-11-21 10:00")
    assert story.stands("final", "2026-11-21 11:00").state is State.RUNNING
    later = Story(clock(first, second, instrument=law), BERLIN).anchored(aware="2026-11-21 00:00")
    stands = later.stands("initial", "2026-11-21 11:00")
    assert stands.state is State.NOT_APPLICABLE
    assert stands.due is not None
    assert [one.kind for one in stands.due.grounds] == [GroundKind.NOT_IN_FORCE]


def test_the_day_ends_a_second_before_the_clocks_show_the_next() -> None:
    within = Within(Unit.CALENDAR_DAYS, 1, end_of_day=True)
    story = Story(clock(report(AWARE, within)), "America/Santiago")
    story.anchored(aware="2026-09-04 12:00")
    assert story.due("initial")[0] == "2026-09-05 23:59:59-04:00"
