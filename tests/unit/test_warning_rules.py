from datetime import timedelta
from decimal import Decimal

import pytest

from netfin_incident.domain.indicators import read_value, value_text
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning import rules
from netfin_incident.domain.warning.levels import Unit
from netfin_incident.domain.warning.state import Standing, WarningCase, apply
from netfin_incident.errors import CommandRefused
from watched import (
    BALANCE,
    FAILURES,
    ORANGE,
    RED,
    T0,
    YELLOW,
    act,
    after,
    came,
    observed,
    raised,
)


def refusal(warning: WarningCase, command: c.Receive | c.Handling, minutes: float = 5) -> str:
    with pytest.raises(CommandRefused) as refused:
        rules.decide(warning, act(minutes), command)
    return refused.value.slug


def test_a_value_raises_a_warning_of_the_worst_level_that_it_reaches() -> None:
    levels = {value: FAILURES.level(Decimal(value)) for value in (4, 5, 9, 10, 19, 20, 99)}
    assert levels == {4: None, 5: YELLOW, 9: YELLOW, 10: ORANGE, 19: ORANGE, 20: RED, 99: RED}
    assert raised(12).raised.threshold == "10"


def test_a_value_below_all_thresholds_raises_nothing() -> None:
    assert rules.raise_one(act(), c.Raise("WRN-2026-0001", observed(4))) == []


def test_smaller_values_are_worse_where_the_operator_says_so() -> None:
    levels = [BALANCE.level(Decimal(value)) for value in (200, 199, 100, 99, -5)]
    assert levels == [None, YELLOW, YELLOW, RED, RED]
    assert BALANCE.level(Decimal(149), RED) is RED
    assert BALANCE.level(Decimal(150), RED) is YELLOW


def test_a_worse_value_raises_the_level_at_once() -> None:
    warning = after(raised(12), 0.1, came(25, 0.1))
    assert (warning.level, warning.worst, warning.threshold) == (RED, "25", "20")


def test_a_level_is_left_only_where_the_value_has_come_back_to_its_end() -> None:
    warning = after(raised(20), 1, came(16, 1))
    assert warning.level is RED
    assert (warning := after(warning, 2, came(15, 2))).level is ORANGE
    assert (warning := after(warning, 3, came(9, 3))).level is ORANGE
    assert (warning := after(warning, 4, came(8, 4))).level is YELLOW
    assert (warning := after(warning, 5, came(4, 5))).level is YELLOW
    assert (warning := after(warning, 6, came(3, 6))).level is None
    assert warning.standing(T0) is Standing.SUBSIDED
    assert (warning.worst_level, warning.worst, warning.times) == (RED, "20", 7)


def test_a_single_value_that_changes_nothing_is_written_once_a_minute_at_most() -> None:
    warning = raised(12)
    assert rules.decide(warning, act(0.9), came(13, 0.9)) == []
    (event,) = rules.decide(warning, act(1), came(13, 1))
    assert isinstance(event, e.ValueCame)
    assert (event.times, event.level) == (1, ORANGE)


def test_gathered_values_are_written_with_their_count_and_the_worst_of_them() -> None:
    gathered = c.Receive(observed(11, 0.5), 400, Decimal(18), alone=False)
    warning = after(raised(12), 0.5, gathered)
    assert (warning.times, warning.value, warning.worst) == (401, "11", "18")


def test_a_value_older_than_the_newest_is_counted_and_changes_no_level() -> None:
    warning = after(raised(12, minutes=10), 12, came(30, 5))
    assert (warning.level, warning.value, warning.worst, warning.times) == (ORANGE, "12", "30", 2)
    assert warning.observed_at == T0 + timedelta(minutes=10)


def test_a_value_that_is_still_to_come_is_refused() -> None:
    assert refusal(raised(), came(12, 90)) == "not-yet-happened"


def test_an_indicator_that_is_measured_otherwise_by_now_is_not_mixed_in() -> None:
    other = replace(FAILURES, unit=Unit.PERCENT)
    assert refusal(raised(), came(12, 5, indicator=other)) == "warning-measured-otherwise"


def test_it_is_assessed_owned_and_handled_also_after_its_end() -> None:
    warning = after(raised(), 5, c.Assess("one channel"), c.Own("bo"), c.Note("asked"))
    warning = after(
        warning, 6, c.Close("repaired"), c.Assess("a certificate"), c.Note("written up")
    )
    assert (warning.assessment, warning.owner) == ("a certificate", "bo")
    assert [note.text for note in warning.notes] == ["asked", "written up"]
    assert (warning.standing(T0), warning.outcome) == (Standing.CLOSED, "repaired")


def test_what_stands_so_already_is_not_written_again() -> None:
    warning = after(raised(), 5, c.Assess("one channel"), c.Own("bo"), c.JudgeFalse("a test"))
    for command in (c.Assess("one channel"), c.Own("bo"), c.JudgeFalse("a test")):
        assert rules.decide(warning, act(6), command) == []


def test_it_is_accepted_until_a_moment_and_then_open_again() -> None:
    until = T0 + timedelta(hours=2)
    warning = after(raised(), 5, c.Accept(until, "planned work"))
    assert warning.standing(T0 + timedelta(hours=1)) is Standing.ACCEPTED
    assert warning.standing(until) is Standing.OPEN


def test_a_worse_level_ends_the_acceptance_and_a_milder_one_does_not() -> None:
    accepted = after(raised(12), 5, c.Accept(T0 + timedelta(hours=2), "planned work"))
    assert after(accepted, 6, came(7, 6)).standing(T0) is Standing.ACCEPTED
    assert after(accepted, 6, came(20, 6)).standing(T0) is Standing.OPEN


def test_an_acceptance_needs_a_reason_and_a_moment_ahead_within_a_year() -> None:
    hour, year = timedelta(hours=1), timedelta(days=367)
    assert refusal(raised(), c.Accept(T0 + hour, " ")) == "reason-missing"
    assert refusal(raised(), c.Accept(T0, "x")) == "warning-accepted-past"
    assert refusal(raised(), c.Accept(T0 + year, "x")) == "warning-accepted-too-long"


def test_what_is_over_takes_no_value_and_no_other_end() -> None:
    closed = after(raised(), 5, c.Close("repaired"))
    subsided = after(raised(), 5, came(1, 5))
    later = T0 + timedelta(hours=1)
    assert refusal(closed, came(12, 6), 6) == "warning-over"
    assert refusal(closed, c.JudgeFalse("x")) == "warning-over"
    assert refusal(closed, c.Promote("INC-2026-0001")) == "warning-over"
    assert refusal(closed, c.Accept(later, "x")) == "warning-over"
    assert refusal(subsided, came(12, 6), 6) == "warning-over"
    assert refusal(subsided, c.Accept(later, "x")) == "warning-over"
    assert after(subsided, 7, c.Close("gone")).standing(T0) is Standing.CLOSED


def test_one_that_became_an_incident_keeps_counting_and_is_promoted_once() -> None:
    warning = after(raised(), 5, c.Promote("INC-2026-0001"))
    assert (warning.standing(T0), warning.incident) == (Standing.PROMOTED, "INC-2026-0001")
    assert after(warning, 6, came(30, 6)).times == 2
    assert refusal(warning, c.Promote("INC-2026-0002")) == "warning-is-incident"


def test_closing_says_what_came_of_it_and_judging_false_says_why() -> None:
    assert refusal(raised(), c.Close(" ")) == "text-missing"
    assert refusal(raised(), c.JudgeFalse("")) == "reason-missing"


def test_what_cannot_have_happened_is_no_entry_of_a_warning() -> None:
    subsided = apply(raised(), act(1), e.ValueCame("1", T0))
    for warning, event in (
        (None, e.WarningNoted("x")),
        (subsided, e.ValueCame("12", T0, ORANGE)),
        (raised(), e.ValueCame("12", T0, ORANGE, 0)),
        (raised(), e.ValueCame("x", T0, ORANGE)),
        (raised(), raised().raised),
        (after(raised(), 1, c.Close("x")), e.WarningClosed("x")),
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
            apply(warning, act(2), event)


@pytest.mark.parametrize(
    ("unit", "typed", "kept"),
    [
        (Unit.COUNT, "1.2万", "12000"), (Unit.COUNT, "-1", ""), (Unit.COUNT, "1.5", ""),
        (Unit.COUNT, "5%", ""), (Unit.PERCENT, "12.5", "12.5%"), (Unit.PERCENT, "12.5％", "12.5%"),
        (Unit.MONEY, "500万", "CNY 5000000"), (Unit.MONEY, "-3", "CNY -3"), (Unit.MONEY, "EUR 5", ""),
        (Unit.DURATION, "90", "1m30s"), (Unit.DURATION, "2小时", "2h"), (Unit.DURATION, "1.5", ""),
        (Unit.NUMBER, "0.80", "0.8"), (Unit.NUMBER, "nan", ""), (Unit.NUMBER, "", ""),
    ],
)  # fmt: skip
def test_a_value_is_read_in_its_unit_and_kept_in_one_form(
    unit: Unit, typed: str, kept: str
) -> None:
    currency = "CNY" if unit is Unit.MONEY else ""
    value = read_value(unit, currency, typed)
    assert (value_text(unit, currency, value) if value is not None else "") == kept
    if value is not None:
        assert read_value(unit, currency, kept) == value
