"""Measuring two ways of doing a thing side by side, in turns, so that both meet the same weather."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Task = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure beside its goal."""

    name: str
    ours: float
    """Median, in seconds."""
    baseline: float
    """Median of what it is held against, in seconds."""
    goal: float
    at_least: bool = False
    """Whether the figure is a rate that must reach the goal, not a time that must keep within it."""

    @property
    def figure(self) -> float:
        """Our time as a multiple of the baseline's, or our rate as a part of it."""
        return self.baseline / self.ours if self.at_least else self.ours / self.baseline

    @property
    def is_reached(self) -> bool:
        """Whether the goal is met."""
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal

    def __str__(self) -> str:
        """A row of the table."""
        sign = ">=" if self.at_least else "<="
        mark = "ok" if self.is_reached else "MISSED"
        return (
            f"{self.name:<58} {self.figure:6.2f}  {sign} {self.goal:<5g} {mark:<7}"
            f"{self.ours * 1000:10.2f} ms {self.baseline * 1000:10.2f} ms"
        )


HEADING = f"{'':<58} {'figure':>6}  {'goal':<8} {'':<7}{'ours':>13} {'baseline':>13}"


def side_by_side(ours: Task, baseline: Task, rounds: int) -> tuple[float, float]:
    """The median time of each, taken in turns after one round that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    ours()
    baseline()
    gc.collect()
    for number in range(rounds):
        pair = ((times[0], ours), (times[1], baseline))
        for kept, task in pair if number % 2 else reversed(pair):
            begun = time.perf_counter()
            task()
            kept.append(time.perf_counter() - begun)
    return median(times[0]), median(times[1])
