"""The firm's own criteria of severity, and what they propose.

A criterion grades by one threshold for each grade, or by several that count together; the worst
grade that any criterion reaches is proposed.  It is a proposal: people decide.
"""

from collections.abc import Mapping
from datetime import date

from netfin_incident.domain.criteria.predicates import (
    Answers,
    Predicate,
    Threshold,
    open_thresholds,
)
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a threshold comes from."""

    document: str
    article: str = ""
    quote: str = ""
    url: str = ""
    level: str = "firm"
    """firm, primary, secondary or draft: how far the text was read."""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to look at, with what reaches each grade."""

    id: str
    name: Text
    grades: Mapping[Severity, Predicate]
    source: Citation
    together: bool = True
    """Of several tests: whether all of them must hold, or one is enough."""


@dataclass(frozen=True, slots=True)
class SeverityCriteria:
    """All criteria of a firm."""

    criteria: tuple[Criterion, ...]
    otherwise: Severity = Severity.S4
    """The grade where no criterion is reached."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the answers given so far propose."""

    severity: Severity
    decided_by: tuple[Criterion, ...]
    """The criteria that reach this grade; none where no threshold was reached."""
    estimated: bool
    """Whether it would be another grade without the estimates."""
    worst: Severity
    """The worst grade that missing answers could still bring."""
    open: tuple[Threshold, ...]
    """What could bring it: tests that nobody answered, worst grade first."""


def propose(criteria: SeverityCriteria, answers: Answers) -> Proposal:
    """The grade that `answers` reach, by which criteria, and what could still raise it."""
    severity = _reached(criteria, answers)
    decided_by = tuple(
        one
        for one in criteria.criteria
        if severity in one.grades and one.grades[severity].holds(answers)
    )
    actual = {name: one for name, one in answers.items() if not one.estimate}
    possible = [
        (grade, one.grades[grade])
        for grade in Severity
        for one in criteria.criteria
        if grade < severity and grade in one.grades and one.grades[grade].holds(answers) is None
    ]
    missing: dict[tuple[str, str], Threshold] = {}
    for _, predicate in possible:
        for one in open_thresholds(predicate, answers):
            missing.setdefault((one.question, one.currency), one)
    return Proposal(
        severity,
        decided_by,
        _reached(criteria, actual) != severity,
        min((grade for grade, _ in possible), default=severity),
        tuple(missing.values()),
    )


def _reached(criteria: SeverityCriteria, answers: Answers) -> Severity:
    reached = [
        grade
        for one in criteria.criteria
        for grade, predicate in one.grades.items()
        if predicate.holds(answers)
    ]
    return min(reached, default=criteria.otherwise)
