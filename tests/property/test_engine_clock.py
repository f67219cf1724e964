"""The engine's clock: never back, and never slower than time passes, whatever the wall does."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.app.engine_clock import TOLERATED, EngineClock
from story import T0

ROUNDING = timedelta(microseconds=2)
SECOND = timedelta(seconds=1)


@dataclass
class Machine:
    """A wall clock that anybody can set, and the time since the machine was started."""

    wall: datetime = T0
    elapsed: float = 0.0

    def pass_by(self, seconds: float, *, at_rate: float = 1.0) -> None:
        self.elapsed += seconds
        self.wall += timedelta(seconds=seconds * at_rate)

    def engine(self, mark: datetime | None = None) -> EngineClock:
        return EngineClock(lambda: self.wall, lambda: self.elapsed, mark)


PASSING = st.floats(0, 10_000, allow_nan=False)
Moment: TypeAlias = tuple[float, float, int, int]
"""Seconds that pass, the rate of the wall meanwhile, by how much it is set; 0 for a restart."""
JUMPS = st.one_of(st.just(0), st.integers(-3 * 365 * 86_400, 3 * 365 * 86_400))
MOMENTS = st.tuples(PASSING, st.floats(0.9, 1.1), JUMPS, st.integers(0, 9))


def drawn(rng: Random) -> Moment:
    jump = rng.choice((0, 0, rng.randint(-9, 9), rng.randint(-(10**8), 10**8)))
    return rng.choice((0, rng.random() * 10_000)), rng.uniform(0.9, 1.1), jump, rng.randint(0, 9)


@given(st.lists(MOMENTS, min_size=1, max_size=12), JUMPS)
def test_the_time_never_goes_back_nor_slower_than_it_passes_restarts_included(
    moments: list[Moment], mark_ahead: int
) -> None:
    check(moments, mark_ahead)


def test_that_holds_for_thousands_of_schedules() -> None:
    for seed in range(5000):
        rng = Random(seed)  # noqa: S311 - repeatable, not secret
        check(
            [drawn(rng) for _ in range(rng.randint(1, 20))], rng.choice((0, rng.randint(0, 10**6)))
        )


def check(moments: list[Moment], mark_ahead: int) -> None:
    """Live through these moments; a restart goes on from the mark that was told last."""
    machine = Machine()
    clock = machine.engine(T0 + mark_ahead * SECOND)
    told, since = clock.now(), machine.elapsed
    assert told == max(T0, T0 + mark_ahead * SECOND)
    for seconds, rate, jump, chance in moments:
        machine.pass_by(seconds, at_rate=rate)
        machine.wall += jump * SECOND
        if not chance:
            clock = machine.engine(told)
            told, since = max(told, machine.wall), machine.elapsed
        now = clock.now()
        assert now >= told
        assert now >= machine.wall
        assert now - told >= timedelta(seconds=machine.elapsed - since) - ROUNDING
        assert (
            now <= max(machine.wall, told + timedelta(seconds=machine.elapsed - since)) + ROUNDING
        )
        told, since = now, machine.elapsed


@given(st.lists(st.tuples(PASSING, st.one_of(st.just(0), JUMPS)), max_size=10))
def test_every_jump_is_seen_once_and_nothing_else(moments: list[tuple[float, int]]) -> None:
    machine = Machine()
    clock = machine.engine()
    assert clock.jump() is None
    for seconds, jump in moments:
        machine.pass_by(seconds)
        machine.wall += jump * SECOND
        seen = clock.jump()
        if abs(jump) * SECOND <= TOLERATED:
            assert seen is None
        else:
            assert seen is not None
            assert abs(seen - jump * SECOND) <= ROUNDING
        assert clock.jump() is None


def test_a_clock_that_is_slewed_does_not_jump() -> None:
    machine = Machine()
    clock = machine.engine()
    for _ in range(1000):
        machine.pass_by(1, at_rate=1.0005)
        assert clock.jump() is None


def test_set_back_the_time_goes_on_by_what_passes_until_the_wall_is_ahead_again() -> None:
    machine = Machine()
    clock = machine.engine()
    machine.pass_by(60)
    machine.wall -= timedelta(hours=1)
    assert clock.now() == T0 + timedelta(seconds=60)
    machine.pass_by(30)
    assert clock.now() == T0 + timedelta(seconds=90)
    machine.wall += timedelta(hours=2)
    assert clock.now() == machine.wall == T0 + timedelta(hours=1, seconds=90)


def test_started_with_a_mark_ahead_of_the_wall_it_goes_on_from_the_mark() -> None:
    machine = Machine()
    clock = machine.engine(T0 + timedelta(hours=1))
    machine.pass_by(5)
    assert clock.now() == T0 + timedelta(hours=1, seconds=5)
    assert clock.jump() == -timedelta(hours=1)
    assert clock.jump() is None


def test_started_with_a_mark_that_is_past_it_goes_by_the_wall() -> None:
    machine = Machine()
    clock = machine.engine(T0 - timedelta(days=9))
    assert clock.now() == T0
    assert clock.jump() is None
