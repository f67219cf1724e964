"""Stated durations against the clock and against business hours.

The figure is never corrected.  Where it differs, each check says what it was compared with, and
which reading gives the stated figure; `explain` holds the readings that are tried.
"""

from typing import Final

from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.case import Case, agrees
from netfin_incident.exchange.incident_log.explain import explain
from netfin_incident.exchange.incident_log.model import (
    Doubt,
    DurationCheck,
    KeyEvent,
    Measures,
    Reading,
    StatedDuration,
    Values,
    Verdict,
    WrittenLog,
)
from netfin_incident.exchange.incident_log.spans import format_span

STARTS: Final = (
    Milestone.DETECTED,
    Milestone.ONSET,
    Milestone.AWARE,
    Milestone.DECLARED,
)
"""What durations count from: the first of these that the log has."""
_WHOLE_STARTS: Final = (
    Milestone.ONSET,
    Milestone.DETECTED,
    Milestone.AWARE,
    Milestone.DECLARED,
)
ENDS: Final = {
    Measures.DETECT: (Milestone.DETECTED,),
    Measures.ACKNOWLEDGE: (Milestone.ACKNOWLEDGED,),
    Measures.CONTAIN: (Milestone.CONTAINED,),
    Measures.REPAIR: (Milestone.RECOVERED,),
    Measures.RESOLVE: (Milestone.RESOLVED,),
    Measures.WHOLE: (Milestone.RESOLVED, Milestone.RECOVERED),
}
_SLIPS: Final = frozenset({"hour-slip", "digits-swapped", "minutes-slip"})


def compare(log: WrittenLog, hours: BusinessHours | None, zone: str) -> tuple[DurationCheck, ...]:
    """Every duration that the log states, and those it could have stated, against its moments.

    `hours` are the reader's, `zone` is where they are kept.

    Raises:
        UsageError: `zone` is not the name of a time zone.
    """
    checks = [_check(log, stated, hours, zone) for stated in log.durations]
    measured = {stated.measures for stated in log.durations}
    for measures in (Measures.REPAIR, Measures.RESOLVE):
        case = _case(log, None, measures, hours, zone)
        if measures not in measured and Measures.WHOLE not in measured and case.end and case.start:
            checks.append(_filled(case, Verdict.NOT_STATED))
    return tuple(checks)


def _check(
    log: WrittenLog,
    stated: StatedDuration,
    hours: BusinessHours | None,
    zone: str,
) -> DurationCheck:
    case = _case(log, stated, stated.measures, hours, zone)
    if stated.seconds is None:
        return _filled(case, Verdict.UNREADABLE)
    wall = case.wall_clock()
    if wall is not None and agrees(stated, wall):
        is_rounded = abs(stated.seconds - wall) >= 60  # noqa: PLR2004 - a minute
        rounded = Reading("rounded", {"clock": format_span(wall)})
        return _filled(case, Verdict.AGREES, (rounded,) if is_rounded else ())
    if any(agrees(stated, within) for within in (case.within(h) for h in case.hours) if within):
        return _filled(case, Verdict.WITHIN_HOURS)
    readings = explain(case)
    if not readings:
        return _filled(case, Verdict.NOT_COMPARABLE if wall is None else Verdict.UNEXPLAINED)
    is_slip = readings[0].slug in _SLIPS
    return _filled(case, Verdict.SLIP if is_slip else Verdict.EXPLAINED, readings)


def _case(
    log: WrittenLog,
    stated: StatedDuration | None,
    measures: Measures,
    hours: BusinessHours | None,
    zone: str,
) -> Case:
    starts = _WHOLE_STARTS if measures in {Measures.WHOLE, Measures.DETECT} else STARTS
    start = _first(log, starts)
    end = _first(log, ENDS[measures])
    if start and end and start.milestone is end.milestone:
        start = None
    return Case(log, stated, start, end, hours, zone, measures)


def _first(log: WrittenLog, milestones: tuple[Milestone, ...]) -> KeyEvent | None:
    found = (log.milestone(milestone) for milestone in milestones)
    return next((event for event in found if event), None)


def _filled(case: Case, verdict: Verdict, readings: tuple[Reading, ...] = ()) -> DurationCheck:
    stated_hours = _hours_used(case)
    return DurationCheck(
        case.stated,
        case.measures,
        verdict,
        case.start,
        case.end,
        case.wall_clock(),
        case.given,
        case.within(case.given) if case.given else None,
        stated_hours,
        case.within(stated_hours) if stated_hours else None,
        readings,
    )


def _hours_used(case: Case) -> BusinessHours | None:
    """The hours the log says it counts in; where it leaves the days open, those that fit best."""
    stated = case.stated
    if stated is None or not stated.hours:
        return None
    fitting = (h for h in stated.hours if agrees(stated, case.within(h)))
    return next(fitting, stated.hours[0])


def duration_doubts(checks: tuple[DurationCheck, ...]) -> tuple[Doubt, ...]:
    """What a reader should check about the stated durations."""
    doubts = (_doubt(check, check.stated) for check in checks if check.stated)
    return tuple(doubt for doubt in doubts if doubt)


def _doubt(check: DurationCheck, stated: StatedDuration) -> Doubt | None:
    values: Values = {"label": stated.label, "stated": stated.text}
    match check.verdict:
        case Verdict.UNREADABLE:
            return Doubt("duration-unreadable", stated.line, values)
        case Verdict.NOT_COMPARABLE:
            return Doubt("duration-not-comparable", stated.line, values)
        case Verdict.NOT_STATED:
            return None
        case Verdict.AGREES if not check.readings:
            return None
        case Verdict.WITHIN_HOURS if _in_hours_of_its_own(check):
            return None
        case Verdict.WITHIN_HOURS:
            hours = str(check.hours)
            readings: tuple[Reading, ...] = (Reading("within-given-hours", {"hours": hours}),)
        case _:
            readings = check.readings
    if check.wall_clock is None or not check.start or not check.end:
        return Doubt("duration-without-pair", stated.line, values, readings)
    values = {
        **values,
        "clock": format_span(check.wall_clock),
        "start": check.start.label,
        "end": check.end.label,
    }
    return Doubt("duration-differs", stated.line, values, readings)


def _in_hours_of_its_own(check: DurationCheck) -> bool:
    stated = check.stated
    return bool(stated and check.stated_hours and agrees(stated, check.stated_business))
