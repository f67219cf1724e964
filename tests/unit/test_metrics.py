import re
from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.domain.metrics import METRICS, Measured, measure, whole_seconds
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.wording.report import METRIC_NAMES
from report_cases import minute


def metric(metric_id: str, **reached: float) -> Measured:
    """One metric of an incident whose milestones were reached at these minutes."""
    moments = {Milestone(name): minute(at) for name, at in reached.items()}
    return next(one for one in measure(moments) if one.metric.id == metric_id)


def test_a_metric_is_the_span_between_two_milestones() -> None:
    measured = metric("time_to_recover", detected=-2, recovered=111)
    assert measured.seconds == 113 * 60
    assert measured.start is Milestone.DETECTED


def test_a_metric_out_of_order_is_negative_and_not_dropped() -> None:
    assert metric("time_to_declare", detected=30, declared=0).seconds == -30 * 60


def test_the_first_known_start_counts() -> None:
    measured = metric("time_to_contain", onset=-9, declared=0, contained=45)
    assert (measured.start, measured.seconds) == (Milestone.ONSET, 54 * 60)


def test_service_is_affected_from_the_onset_and_not_from_its_detection() -> None:
    assert metric("time_affected", onset=-6, detected=-2, recovered=10).seconds == 16 * 60


@pytest.mark.parametrize(
    ("reached", "missing"),
    [
        ({}, (Milestone.RECOVERED, Milestone.RECONCILED)),
        ({"recovered": 5}, (Milestone.RECONCILED,)),
        ({"reconciled": 5}, (Milestone.RECOVERED,)),
    ],
)
def test_a_metric_that_cannot_be_computed_names_what_is_missing(
    reached: dict[str, float], missing: tuple[Milestone, ...]
) -> None:
    measured = metric("time_to_reconcile", **reached)
    assert (measured.seconds, measured.missing) == (None, missing)


def test_a_figure_is_the_difference_of_the_two_times_as_they_are_printed() -> None:
    start = minute(0) + timedelta(microseconds=900_000)
    end = minute(1) + timedelta(microseconds=400_000)
    assert (end - start).total_seconds() == 59.5
    assert whole_seconds(start, end) == 60


def test_every_metric_has_a_name() -> None:
    assert {one.id for one in METRICS} == set(METRIC_NAMES)


def test_the_documentation_defines_every_metric_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "report.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \| (\w+) \|$", page, re.MULTILINE)
    assert rows == [(one.id, ", ".join(dict.fromkeys(one.starts)), str(one.end)) for one in METRICS]
