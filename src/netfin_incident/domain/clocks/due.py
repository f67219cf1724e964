"""When a report is due, and every ground for that, so that anybody can follow the count.

`raw` is the strict time, which a firm works to; `outer` is how late it may legally be, where the
text moves limits off non-working days.  Grounds are data; `wording.clock_grounds` says them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from netfin_incident.domain.clocks.calendars import DayCalendar, YearStatus
from netfin_incident.domain.clocks.counting import (
    Counted,
    Terms,
    counted,
    local_day,
    rolled,
    seconds,
    whole,
)
from netfin_incident.domain.clocks.definition import (
    LATEST,
    Anchor,
    Clock,
    Instrument,
    Limit,
    Report,
    Start,
    Unit,
    Unless,
    Within,
)
from netfin_incident.domain.records import dataclass


class GroundKind(StrEnum):
    """What one ground of a due time says."""

    WAITS = "waits"
    """nothing is counted before `start` is known"""
    COUNTED = "counted"
    """so long from `start` at `at` gives `due`"""
    FALLS_AWAY = "falls_away"
    """the limit from `start` does not hold: `name` was more than `within` after `other`"""
    EARLIEST = "earliest"
    """of several limits, that from `start` is the earliest"""
    ROLLED = "rolled"
    """`at` is on a non-working day, so until `due` is in time"""
    NOT_ROLLED = "not_rolled"
    """`at` is on a non-working day, but a `name` may not be later"""
    YEAR = "year"
    """the working days of `year` in calendar `name` are not, or not fully, known"""
    NOT_IN_FORCE = "not_in_force"
    """the text is not in force on `day`"""
    AGAIN = "again"
    """`start` happened after a submission, so another is owed"""
    REPEATED = "repeated"
    """so long after `at`, the last submission or the reopening, another is due at `due`"""


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground."""

    kind: GroundKind
    start: str = ""
    at: datetime | None = None
    due: datetime | None = None
    within: Within | None = None
    name: str = ""
    other: str = ""
    year: int = 0
    day: date | None = None
    status: YearStatus | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When a report is due, as far as is known."""

    raw: datetime | None = None
    """The strict time; None where nothing is counted yet, or there is no limit."""
    outer: datetime | None = None
    """The legal one; the same, unless it fell on a non-working day."""
    begins: datetime | None = None
    """What the binding limit is counted from."""
    binding: Limit | None = None
    grounds: tuple[Ground, ...] = ()
    in_force: bool = True

    @property
    def within(self) -> Within | None:
        """How long the binding limit is."""
        return self.binding.within if self.binding else None


@dataclass(frozen=True, slots=True)
class _Bound:
    limit: Limit
    begins: datetime
    ends: Counted


def due(clock: Clock, report: Report, known: Mapping[str, datetime], terms: Terms) -> Due:
    """When the first of `report` is due, given what is `known`: instants by what starts limits."""
    day = governing_day(clock, report, known, terms)
    if day is not None and not clock.instrument.in_force(day):
        ground = Ground(GroundKind.NOT_IN_FORCE, day=day, instrument=clock.instrument)
        return Due(grounds=(ground,), in_force=False)
    grounds: list[Ground] = []
    bounds = list(_bounds(report.limits, known, terms, grounds))
    if not bounds:
        return Due(grounds=tuple(grounds))
    binding = min(bounds, key=lambda one: one.ends.at)
    if len(bounds) > 1:
        start = str(binding.limit.start)
        grounds.append(Ground(GroundKind.EARLIEST, start=start, due=binding.ends.at))
    if binding.limit.within.unit is Unit.VOLUNTARY:
        return Due(None, None, binding.begins, binding.limit, tuple(grounds))
    raw, outer = binding.ends.at, binding.ends
    if report.roll is not None:
        outer = rolled(raw, report.roll, terms)
        exempt = next((one for one in report.roll.unless_entity if one in terms.entity), "")
        if outer.at != raw and exempt:
            grounds.append(Ground(GroundKind.NOT_ROLLED, at=raw, name=exempt))
            outer = Counted(raw, outer.years)
        elif outer.at != raw:
            name = terms.calendar.id
            grounds.append(Ground(GroundKind.ROLLED, at=raw, due=outer.at, name=name))
    grounds += _unsure(terms.calendar, {*binding.ends.years, *outer.years})
    return Due(raw, outer.at, binding.begins, binding.limit, tuple(grounds))


def again(start: Anchor, at: datetime) -> Due:
    """Another report that is owed at once because of `start`."""
    begins = whole(at)
    at_once = Limit(Start(start), Within(Unit.IMMEDIATE))
    ground = Ground(GroundKind.AGAIN, start=start.value, at=begins)
    return Due(begins, begins, begins, at_once, (ground,))


def repeated(after: datetime, report: Report, every: Within, terms: Terms) -> Due:
    """The next of a report that is owed again and again, counted from `after`."""
    ends = counted(after, every, terms).at
    ground = Ground(GroundKind.REPEATED, at=whole(after), due=ends, within=every)
    limit = Limit(Start(report=report.id, latest=True), every)
    return Due(ends, ends, whole(after), limit, (ground,))


def governing_day(
    clock: Clock, report: Report, known: Mapping[str, datetime], terms: Terms
) -> date | None:
    """The local day that decides which text applies: that of the earliest known anchor.

    A report that follows another goes by the day of that one, so that a chain is never cut in two.
    """
    days = [
        local_day(known[name], terms.zone)
        for name in _roots(clock, report, frozenset())
        if name in known
    ]
    return min(days, default=None)


def _roots(clock: Clock, report: Report, passed: frozenset[str]) -> Iterator[str]:
    own = [limit.start for limit in report.limits if limit.start.anchor is not None]
    if own:
        yield from map(str, own)
        return
    for limit in report.limits:
        before = clock.report(limit.start.report)
        if before is not None and before.id not in passed:
            yield from _roots(clock, before, passed | {report.id})


def _bounds(
    limits: Iterable[Limit],
    known: Mapping[str, datetime],
    terms: Terms,
    grounds: list[Ground],
) -> Iterator[_Bound]:
    for limit in limits:
        start = str(limit.start)
        if start not in known:
            grounds.append(Ground(GroundKind.WAITS, start=start.removesuffix(LATEST)))
            continue
        begins = whole(known[start])
        unless = limit.unless
        if unless is not None and _holds(unless, known):
            grounds.append(
                Ground(
                    GroundKind.FALLS_AWAY,
                    start=start,
                    name=unless.later.value,
                    other=unless.than.value,
                    within=unless.by,
                )
            )
            continue
        ends = counted(begins, limit.within, terms)
        grounds.append(
            Ground(GroundKind.COUNTED, start=start, at=begins, due=ends.at, within=limit.within)
        )
        yield _Bound(limit, begins, ends)


def _holds(unless: Unless, known: Mapping[str, datetime]) -> bool:
    if unless.later not in known or unless.than not in known:
        return False
    passed = whole(known[unless.later]) - whole(known[unless.than])
    return passed > timedelta(seconds=seconds(unless.by))


def _unsure(calendar: DayCalendar, years: Iterable[int]) -> Iterator[Ground]:
    for year in sorted(years):
        status = calendar.status(year)
        if status is not YearStatus.PUBLISHED:
            yield Ground(GroundKind.YEAR, name=calendar.id, year=year, status=status)
