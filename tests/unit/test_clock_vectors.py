"""The worked examples that were checked against the texts, each with its figures."""

import pytest

from clock_cases import Story, instant, on_clocks, shelf, shipped, submitted, terms
from netfin_incident.domain.clocks import due

BERLIN, NEW_YORK, SHANGHAI = "Europe/Berlin", "America/New_York", "Asia/Shanghai"
BANK = "credit_institution"


def dora(*entity: str) -> Story:
    return Story(shipped("eu-dora"), BERLIN, *entity)


@pytest.mark.parametrize(
    ("aware", "classified", "expected"),
    [
        ("2026-11-20 16:00", "2026-11-20 19:00", "2026-11-20 23:00:00+01:00"),
        ("2026-11-18 10:00", "2026-11-19 08:00", "2026-11-19 10:00:00+01:00"),
        ("2026-11-18 10:00", "2026-11-19 16:00", "2026-11-19 20:00:00+01:00"),
    ],
    ids=["four hours from classification", "the cap of 24 hours", "classified after 30 hours"],
)
def test_the_initial_notification_under_dora(aware: str, classified: str, expected: str) -> None:
    story = dora(BANK).anchored(aware=aware, classified=classified)
    assert story.due("initial") == (expected, expected)


def test_a_small_entity_may_notify_by_noon_of_the_next_working_day() -> None:
    story = dora().anchored(aware="2026-11-20 20:00", classified="2026-11-21 01:00")
    assert story.due("initial") == ("2026-11-21 05:00:00+01:00", "2026-11-23 12:00:00+01:00")


def test_a_bank_may_not() -> None:
    story = dora(BANK).anchored(aware="2026-11-20 20:00", classified="2026-11-21 01:00")
    assert story.due("initial") == ("2026-11-21 05:00:00+01:00", "2026-11-21 05:00:00+01:00")


def test_the_intermediate_report_counts_72_elapsed_hours_over_the_end_of_summer_time() -> None:
    story = dora(BANK).sent("initial", "2026-10-23 12:00")
    assert story.due("intermediate")[0] == "2026-10-26 11:00:00+01:00"


def test_a_month_from_the_end_of_january_is_the_end_of_february_rolled_to_monday_noon() -> None:
    story = dora(BANK).sent("intermediate", "2026-01-31 15:00")
    assert story.due("final") == ("2026-02-28 15:00:00+01:00", "2026-03-02 12:00:00+01:00")


def test_36_hours_in_new_york_over_the_start_of_summer_time() -> None:
    story = Story(shipped("us-bank-notification"), NEW_YORK).anchored(determined="2026-03-07 20:00")
    assert story.due("notice")[0] == "2026-03-09 09:00:00-04:00"


def test_four_business_days_in_the_united_states_leave_thanksgiving_out() -> None:
    clock = shipped("us-sec-8k")
    found = shelf().terms(clock, SHANGHAI)
    known = {"determined": instant("2026-11-24 10:00", NEW_YORK)}
    answer = due(clock, clock.reports[0], known, found)
    assert on_clocks(answer.raw, NEW_YORK) == "2026-12-01 23:59:59-05:00"


def test_four_hours_to_the_provincial_administration_run_over_midnight() -> None:
    story = Story(shipped("cn-cac-operator"), SHANGHAI).anchored(aware="2026-11-20 23:10")
    assert story.due("initial")[0] == "2026-11-21 03:10:00+08:00"


def test_thirty_days_after_the_end_of_handling() -> None:
    story = Story(shipped("cn-cac-summary"), SHANGHAI).anchored(handling_ended="2026-12-05 10:00")
    assert story.due("summary")[0] == "2027-01-04 23:59:59+08:00"


def test_three_calendar_days_in_singapore_are_not_working_days() -> None:
    story = Story(shipped("sg-pdpa-26d"), "Asia/Singapore")
    story.anchored(assessed_notifiable="2026-11-20 09:00")
    assert story.due("commission")[0] == "2026-11-23 23:59:59+08:00"


def test_only_the_intermediate_report_that_was_sent_last_starts_the_month() -> None:
    clock = shipped("eu-dora")
    final = clock.report("final")
    assert final is not None
    known = {
        submitted("intermediate"): instant("2026-11-02 10:00", BERLIN),
        f"{submitted('intermediate')}:latest": instant("2026-11-09 10:00", BERLIN),
    }
    answer = due(clock, final, known, terms(BERLIN))
    assert on_clocks(answer.raw, BERLIN) == "2026-12-09 10:00:00+01:00"
