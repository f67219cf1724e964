"""Every benchmark runs and yields figures; how good they are is not a matter of passing a test."""

import pytest

from bench import (
    playbook_bench,
    record_bench,
    start_bench,
    steps_bench,
    terminal_bench,
    watch_bench,
)
from bench.measure import HEADING, Measured


@pytest.mark.parametrize(
    ("part", "figures"),
    [
        (record_bench, 4),
        (start_bench, 3),
        (terminal_bench, 2),
        (playbook_bench, 3),
        (steps_bench, 2),
        (watch_bench, 6),
    ],
)
def test_a_benchmark_yields_its_figures(part: object, figures: int) -> None:
    measured = part.measures(quick=True)  # type: ignore[attr-defined]
    assert len(measured) == figures
    for one in measured:
        assert one.ours > 0
        assert one.baseline > 0
        assert len(HEADING) == len(str(one))


def test_a_figure_is_a_ratio_and_knows_its_goal() -> None:
    slow, fast = Measured("slow", 0.3, 0.1, 2.5), Measured("fast", 0.2, 0.1, 2.5)
    assert (slow.is_reached, fast.is_reached) == (False, True)
    assert (str(slow).split()[1], str(slow).split()[4]) == ("3.00", "MISSED")
    rate = Measured("rate", 0.1, 0.06, 0.5, at_least=True)
    assert rate.is_reached
    assert rate.figure == pytest.approx(0.6)
