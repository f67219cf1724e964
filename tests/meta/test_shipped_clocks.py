"""Every shipped clock: it can be used, says where it stands written, and is what playbooks name."""

from datetime import date

import pytest

from clock_cases import FOLDER, shelf, terms
from meta.sources import ROOT
from netfin_incident.domain.clocks import Clock, Level, Unit, Use, YearStatus, due
from netfin_incident.library.lint_clocks import INTERNAL, lint_clocks
from netfin_incident.library.shelf import Shelf

CHECKED = date(2026, 11, 23)
"""When the sources were last read; a later day would find reviews that are due."""
CLOCKS = [one.clock for one in shelf().list() if one.clock is not None]
IDS = [clock.id for clock in CLOCKS]
ENABLED = {
    "cn-cac-cii", "cn-cac-operator", "cn-cac-state", "cn-cac-summary", "cn-police", "cn-pipl-57",
    "cn-dsl-29", "cn-network-data-10", "cn-network-data-11", "eu-dora", "eu-dora-clients",
    "eu-dora-threat", "eu-gdpr-33", "eu-gdpr-33-processor", "eu-gdpr-34", "us-ny-500-17",
    "us-ny-500-17-extortion", "us-bank-notification", "us-sec-8k", "sg-pdpa-26d",
    "hk-cap653-serious", "hk-cap653-other",
}  # fmt: skip


def test_every_shipped_file_can_be_used_and_its_sources_held_when_they_were_read() -> None:
    assert len(CLOCKS) == len(list(FOLDER.glob("*.yaml"))) > 50
    assert lint_clocks(shelf(), CHECKED) == ()


def test_what_is_enabled_is_what_was_read_in_the_text_itself() -> None:
    assert {clock.id for clock in CLOCKS if clock.use is Use.ENABLED} == ENABLED
    second_hand = {
        clock.id
        for clock in CLOCKS
        if clock.id in ENABLED
        and (clock.verification is None or clock.verification.level is not Level.PRIMARY)
    }
    assert second_hand == {"us-sec-8k"}


@pytest.mark.parametrize("clock", CLOCKS, ids=IDS)
def test_a_shipped_clock_says_where_it_stands_written(clock: Clock) -> None:
    proof = clock.verification
    assert (proof is None) is (clock.jurisdiction == INTERNAL)
    assert clock.instrument.title
    if clock.use is not Use.ENABLED:
        return
    assert proof is not None
    assert proof.quote
    assert proof.checked_on is not None
    assert proof.review_by is not None
    assert clock.instrument.article


@pytest.mark.parametrize("clock", CLOCKS, ids=IDS)
def test_no_shipped_clock_of_a_law_sets_a_target_that_is_the_firm_s_to_set(clock: Clock) -> None:
    assert [one.id for one in clock.reports if one.internal_target is not None] == []


@pytest.mark.parametrize("clock", CLOCKS, ids=IDS)
def test_a_limit_that_nobody_has_read_is_never_shown_as_law(clock: Clock) -> None:
    units = {limit.within.unit for one in clock.reports for limit in one.limits}
    assert clock.use is not Use.ENABLED or Unit.UNSEEN not in units


@pytest.mark.parametrize("clock", CLOCKS, ids=IDS)
def test_a_shipped_clock_waits_for_its_anchors_and_then_counts(clock: Clock) -> None:
    for one in clock.reports:
        found = due(clock, one, {}, terms("Asia/Shanghai"))
        assert (found.raw, found.begins) == (None, None)
        assert found.grounds


def test_playbooks_name_no_clock_that_is_not_there() -> None:
    plans = [one.plan for one in Shelf([ROOT / "playbooks"]).list() if one.plan is not None]
    named = {use.id for plan in plans for use in plan.clocks} | {
        step.reporting.clock
        for plan in plans
        for step in plan.steps
        if step.reporting is not None and step.reporting.clock
    }
    assert len(named) >= 17
    known = {name for clock in CLOCKS for name in clock.names}
    assert named - known == set()


def test_the_superseded_text_ended_before_the_one_that_replaced_it_began() -> None:
    old, new = (
        shelf().find(name)[0].instrument
        for name in ("cn-pboc-2002-280", "cn-pboc-network-security")
    )
    assert old.effective_to is not None
    assert new.effective_from is not None
    assert (new.effective_from - old.effective_to).days == 1
    assert shelf().find("cn-pboc-2002-280")[0].use is Use.OFF


def test_the_chinese_calendar_has_the_days_that_were_moved() -> None:
    calendar = shelf().calendar("cn")
    assert [calendar.status(year) for year in (2025, 2026, 2027, 2028)] == [
        YearStatus.PUBLISHED,
        YearStatus.PUBLISHED,
        YearStatus.PROVISIONAL,
        YearStatus.MISSING,
    ]
    worked = ("2025-01-26", "2025-10-11", "2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10")
    off = ("2025-02-04", "2025-10-08", "2026-01-02", "2026-02-23", "2026-06-19", "2027-02-05")
    assert all(calendar.is_workday(date.fromisoformat(day)) for day in worked)
    assert not any(calendar.is_workday(date.fromisoformat(day)) for day in off)


def test_every_day_worked_instead_of_another_is_a_weekend_and_no_holiday() -> None:
    for calendar_id in ("cn", "us-federal"):
        calendar = shelf().calendar(calendar_id)
        assert all(day.weekday() > 4 for day in calendar.days.workdays)
        assert calendar.days.holidays & calendar.days.workdays == frozenset()
