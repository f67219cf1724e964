"""Metrics: spans between two milestones, defined as data and never dropped when out of order."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Milestone


@dataclass(frozen=True, slots=True)
class Metric:
    """A span from the first of `starts` that is known to `end`."""

    id: str
    starts: tuple[Milestone, ...]
    end: Milestone


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric of one incident."""

    metric: Metric
    start: Milestone | None
    """Which start was used; None where none is known."""
    seconds: int | None
    """Wall-clock seconds; negative where the milestones are out of order; None where one is missing."""
    missing: tuple[Milestone, ...] = ()
    """What must be known before it can be computed: any of its starts, its end, or both."""


_BEGUN: Final = (Milestone.DETECTED, Milestone.AWARE, Milestone.ONSET)

METRICS: Final = (
    Metric("time_to_detect", (Milestone.ONSET,), Milestone.DETECTED),
    Metric("time_to_declare", _BEGUN, Milestone.DECLARED),
    Metric("time_to_acknowledge", (Milestone.DECLARED,), Milestone.ACKNOWLEDGED),
    Metric("time_to_activate", (Milestone.DECLARED,), Milestone.ACTIVATED),
    Metric("time_to_report", (Milestone.AWARE, *_BEGUN, Milestone.DECLARED), Milestone.REPORTED),
    Metric("time_to_contain", (*_BEGUN, Milestone.DECLARED), Milestone.CONTAINED),
    Metric("time_to_recover", (*_BEGUN, Milestone.DECLARED), Milestone.RECOVERED),
    Metric(
        "time_affected",
        (Milestone.ONSET, Milestone.DETECTED, Milestone.AWARE, Milestone.DECLARED),
        Milestone.RECOVERED,
    ),
    Metric("time_to_reconcile", (Milestone.RECOVERED,), Milestone.RECONCILED),
    Metric("time_to_resolve", (*_BEGUN, Milestone.DECLARED), Milestone.RESOLVED),
)
"""MTTD, MTTA, MTTC, MTTR and their like; the mean is over incidents, this is one incident."""


def measure(reached: Mapping[Milestone, datetime]) -> tuple[Measured, ...]:
    """Every metric of an incident whose milestones were first `reached` at these moments (UTC)."""
    return tuple(_measured(metric, reached) for metric in METRICS)


def whole_seconds(start: datetime, end: datetime) -> int:
    """Seconds from `start` to `end` as both are printed: the clock's second, fractions dropped.

    So a figure always equals the difference of the two times beside it.
    """
    span = end.replace(microsecond=0) - start.replace(microsecond=0)
    return int(span.total_seconds())


def _measured(metric: Metric, reached: Mapping[Milestone, datetime]) -> Measured:
    start = next((one for one in metric.starts if one in reached), None)
    missing = [] if start else [metric.starts[0]]
    if metric.end not in reached:
        missing.append(metric.end)
    if start is None or missing:
        return Measured(metric, start, None, tuple(missing))
    return Measured(metric, start, whole_seconds(reached[start], reached[metric.end]))
