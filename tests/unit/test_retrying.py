"""When a notice is tried again, and when it is given up."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.app.retrying import FEWEST_ATTEMPTS, GIVEN_UP_AFTER, PAUSES, again_at
from netfin_incident.notify.channel import Outcome, Reason, failed, refused, retry_after
from story import T0

FAILED = failed(Reason.TIMED_OUT, may_have_arrived=True)


def pause(attempts: int, chance: float = 0.5, outcome: Outcome = FAILED) -> float:
    again = again_at(outcome, attempts, T0, T0, chance)
    assert again is not None
    return (again - T0).total_seconds()


def test_pauses_grow_and_then_stay() -> None:
    assert [pause(attempts) for attempts in range(1, 9)] == [*PAUSES, 300, 300]


@pytest.mark.parametrize(("chance", "seconds"), [(0.0, 4.0), (0.5, 5.0), (1.0, 6.0)])
def test_a_pause_is_spread_by_a_fifth(chance: float, seconds: float) -> None:
    assert pause(1, chance) == pytest.approx(seconds)


def test_a_refusal_is_never_tried_again() -> None:
    assert again_at(refused(Reason.PERSON_GONE), 1, T0, T0, 0.5) is None


def test_the_pause_that_was_asked_for_is_kept_however_often_it_was_tried() -> None:
    assert pause(5, 0.0, retry_after(90)) == 90


def test_the_last_attempt_is_at_the_end_of_the_quarter_of_an_hour() -> None:
    near = T0 + GIVEN_UP_AFTER - timedelta(seconds=7)
    assert again_at(FAILED, 8, T0, near, 0.5) == T0 + GIVEN_UP_AFTER
    assert again_at(FAILED, 9, T0, T0 + GIVEN_UP_AFTER, 0.5) is None


def test_one_that_waited_for_a_watcher_is_tried_a_few_times_all_the_same() -> None:
    late = T0 + timedelta(hours=5)
    tries = [again_at(FAILED, attempts, T0, late, 0.5) for attempts in range(1, 5)]
    assert [again is not None for again in tries] == [True] * (FEWEST_ATTEMPTS - 1) + [False]


@given(st.floats(0, 1), st.lists(st.booleans(), min_size=1, max_size=60))
def test_every_notice_comes_to_an_end(chance: float, hurried: list[bool]) -> None:
    now, attempts = T0, 0
    while attempts < 60:
        attempts += 1
        asked = retry_after(900) if hurried[attempts % len(hurried)] else FAILED
        again = again_at(asked, attempts, T0, now, chance)
        if again is None:
            break
        assert again > now
        now = again
    assert again is None
    assert attempts >= min(FEWEST_ATTEMPTS, 60)
    assert now - T0 <= GIVEN_UP_AFTER + timedelta(hours=1)
