"""Exact conditions over answers, three-valued: where an answer is missing, they may be open.

Every test says whether the number itself counts: `≥`, as 以上 in Chinese rules, or `>`, as in those
of the European Union.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from netfin_incident.domain.records import dataclass


class Operator(StrEnum):
    """How an answer is held against a threshold."""

    AT_LEAST = "at_least"
    """`≥`: the threshold itself counts."""
    ABOVE = "above"
    """`>`: the threshold itself does not count."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered."""

    value: Decimal
    """A number, seconds, an amount; yes is 1 and no 0; of a choice its place from 0."""
    estimate: bool = False
    """Whether it is estimated; otherwise it is known."""
    currency: str = ""


Answers: TypeAlias = Mapping[str, Answer]
"""By question; what nobody answered is not there."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One answer held against one threshold."""

    question: str
    operator: Operator
    limit: Decimal
    currency: str = ""

    def holds(self, answers: Answers) -> bool | None:
        """Whether it holds; None where there is no answer, or one in another currency."""
        answer = answers.get(self.question)
        if answer is None or answer.currency != self.currency:
            return None
        if self.operator is Operator.AT_LEAST:
            return answer.value >= self.limit
        return answer.value > self.limit


@dataclass(frozen=True, slots=True)
class Several:
    """At least so many of its parts."""

    fewest: int
    parts: "tuple[Predicate, ...]"
    name: str = ""
    """What it is called in its source: `9(1)`."""

    def holds(self, answers: Answers) -> bool | None:
        """Whether enough parts hold; None while the missing answers could still decide it."""
        found = [part.holds(answers) for part in self.parts]
        if found.count(True) >= self.fewest:
            return True
        return None if found.count(True) + found.count(None) >= self.fewest else False


Predicate: TypeAlias = Threshold | Several


def every(*parts: Predicate, name: str = "") -> Several:
    """All of `parts`."""
    return Several(len(parts), parts, name)


def either(*parts: Predicate, name: str = "") -> Several:
    """At least one of `parts`."""
    return Several(1, parts, name)


def thresholds_of(predicate: Predicate) -> Iterator[Threshold]:
    """Every test in `predicate`, in its order."""
    if isinstance(predicate, Threshold):
        yield predicate
    else:
        for part in predicate.parts:
            yield from thresholds_of(part)


def open_thresholds(predicate: Predicate, answers: Answers) -> Iterator[Threshold]:
    """The tests that nobody answered yet and that could still decide `predicate`."""
    if predicate.holds(answers) is not None:
        return
    if isinstance(predicate, Threshold):
        yield predicate
        return
    for part in predicate.parts:
        yield from open_thresholds(part, answers)
