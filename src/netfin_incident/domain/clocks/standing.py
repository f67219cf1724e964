"""Where each report of a clock stands: computed from the facts, so asking twice changes nothing.

Between the strict time and the legal one a report is due soon, not overdue.  Being late is judged
by the legal one; what the firm works to is the strict one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from netfin_incident.domain.clocks.counting import Terms, whole
from netfin_incident.domain.clocks.definition import AT_ONCE, Clock, Report
from netfin_incident.domain.clocks.due import Due, again, due, repeated
from netfin_incident.domain.clocks.facts import Excuse, Fact, Known, Said, Submitted, fold
from netfin_incident.domain.records import dataclass

SOON_PERCENT: Final = 75
"""From how much of the time passed on a report is due soon …"""
SOON: Final = timedelta(minutes=30)
"""… or from how little of it left."""


class State(StrEnum):
    """Where a report stands."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"


_RUNNING: Final = frozenset({State.RUNNING, State.DUE_SOON, State.OVERDUE})


@dataclass(frozen=True, slots=True)
class Round:
    """One submission, and what it was for."""

    due: Due | None
    """None for one that nothing asked for."""
    submitted: Submitted

    @property
    def is_late(self) -> bool:
        """Whether it came after the legal time; what has no number cannot be late."""
        if self.due is None or self.due.outer is None or _is_at_once(self.due):
            return False
        return whole(self.submitted.at) > self.due.outer

    @property
    def owes_reason(self) -> bool:
        """Whether it was late, and nobody has said why."""
        return self.is_late and not self.submitted.late_reason


@dataclass(frozen=True, slots=True)
class Moved:
    """A due time that no longer holds, and the statement that moved it."""

    due: datetime
    said: Said


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one report stands."""

    report: Report
    state: State
    due: Due | None
    """Of what is owed next, whether it runs or not; None where nothing is."""
    rounds: tuple[Round, ...] = ()
    moved: tuple[Moved, ...] = ()
    percent: int = 0
    """How much of the time has passed."""

    @property
    def runs(self) -> bool:
        """Whether time is passing for it now."""
        return self.state in _RUNNING

    @property
    def owes_reason(self) -> bool:
        """Whether it was late, and nobody has said why."""
        return any(one.owes_reason for one in self.rounds)


def standings(
    clock: Clock, facts: tuple[Fact, ...], terms: Terms, now: datetime, *, holds: bool = True
) -> tuple[Standing, ...]:
    """Where every report of `clock` stands at `now`; `holds` says whether it had its trigger at first."""
    known = fold(facts, holds=holds)
    return tuple(
        _standing(
            clock,
            report,
            known,
            terms,
            now,
            tuple(_moves(clock, report, facts, terms, holds=holds)),
        )
        for report in clock.reports
    )


def _standing(
    clock: Clock,
    report: Report,
    known: Known,
    terms: Terms,
    now: datetime,
    moved: tuple[Moved, ...],
) -> Standing:
    rounds, pending = _walk(clock, report, known, terms)
    if pending is None:
        late = any(one.is_late for one in rounds)
        met = State.MET_LATE if late else State.MET
        return Standing(report, met if rounds else State.NOT_APPLICABLE, None, rounds, moved)
    state, percent = _judged(report, known, pending, now)
    return Standing(report, state, pending, rounds, moved, percent)


def _walk(
    clock: Clock, report: Report, known: Known, terms: Terms
) -> tuple[tuple[Round, ...], Due | None]:
    """The submissions with what each was for, and what is owed next; None where nothing is."""
    rounds: list[Round] = []
    pending: Due | None = due(clock, report, known.instants(), terms)
    if pending is not None and _ended_before(report, known, pending):
        pending = None
    found = known.submissions_of(report)
    reopened = [*(count for count, _ in found[1:]), len(known.reopenings)]
    for (before, submitted), after in zip(found, reopened, strict=False):
        rounds.append(Round(pending, submitted))
        taken_up = known.reopenings[after - 1] if after > before else submitted.at
        pending = _after(report, known, terms, max(submitted.at, taken_up))
    return tuple(rounds), pending


def _ended_before(report: Report, known: Known, pending: Due) -> bool:
    """Whether what a report goes along with was over before the first of it was due."""
    if report.repeat is None or pending.raw is None:
        return False
    ended = known.anchors.get(report.repeat.until)
    return ended is not None and whole(ended) < pending.raw


def _after(report: Report, known: Known, terms: Terms, at: datetime) -> Due | None:
    """What is owed after a submission at `at`, or one before a reopening then."""
    repeat = report.repeat
    if repeat is not None:
        following = repeated(at, report, repeat.every, terms)
        ended = known.anchors.get(repeat.until)
        over = ended is not None and following.raw is not None and following.raw > ended
        return None if over else following
    later = [(known.anchors[one], one) for one in report.again_on if one in known.anchors]
    first = min((one for one in later if one[0] > at), default=None)
    return None if first is None else again(first[1], first[0])


def _judged(report: Report, known: Known, pending: Due, now: datetime) -> tuple[State, int]:
    excused = known.excuses.get(report.id)
    if excused is not None:
        waived = excused.excuse is Excuse.WAIVED
        return (State.WAIVED if waived else State.NOT_APPLICABLE), 0
    if not known.holds:
        return (State.NOT_APPLICABLE if known.has_held else State.NOT_STARTED), 0
    if not pending.in_force:
        return State.NOT_APPLICABLE, 0
    if pending.begins is None:
        return State.NOT_STARTED, 0
    return _running(report, pending, whole(now))


def _running(report: Report, pending: Due, now: datetime) -> tuple[State, int]:
    raw, outer, begins = pending.raw, pending.outer, pending.begins
    if raw is None or outer is None or begins is None:
        return State.RUNNING, 0
    if _is_at_once(pending):
        target = report.internal_target
        over = target is not None and now > raw + timedelta(seconds=target)
        return (State.OVERDUE if over else State.DUE_SOON), 100
    passed = max(timedelta(), now - begins)
    percent = min(100, passed * 100 // (raw - begins)) if raw > begins else 100
    if now > outer:
        return State.OVERDUE, percent
    soon = percent >= SOON_PERCENT or raw - now <= SOON
    return (State.DUE_SOON if soon else State.RUNNING), percent


def _is_at_once(one: Due) -> bool:
    return one.within is not None and one.within.unit in AT_ONCE


def _moves(
    clock: Clock, report: Report, facts: tuple[Fact, ...], terms: Terms, *, holds: bool
) -> Iterator[Moved]:
    """Every due time that a later fact moved or took away, in the order of the facts."""
    before: datetime | None = None
    for count, fact in enumerate(facts, 1):
        known = fold(facts[:count], holds=holds)
        _, pending = _walk(clock, report, known, terms)
        runs = known.holds and report.id not in known.excuses
        after = pending.raw if pending is not None and runs else None
        own = isinstance(fact, Submitted) and fact.report == report.id
        if before is not None and after != before and not own:
            yield Moved(before, fact.said)
        before = after
