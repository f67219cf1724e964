"""Classifications by law, as data: exact conditions, each part with its name in the source.

Only what was read in the primary text stands here.  Of the Chinese annex that is the number of
persons whose data is concerned, in two grades; it gives floors, never a ceiling.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from netfin_incident.domain.criteria.predicates import (
    Answers,
    Operator,
    Predicate,
    Several,
    Threshold,
    either,
    every,
    open_thresholds,
)
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class Classification:
    """One thing that a law calls an incident, and when."""

    id: str
    condition: Predicate
    read_on: date
    """When the primary text was read."""
    floor: Severity | None = None
    """The grade that it is at least, where the law grades in the same four."""


@dataclass(frozen=True, slots=True)
class Classified:
    """What the answers given so far make of a classification."""

    classification: Classification
    holds: bool | None
    """None while missing answers could still decide it."""
    parts: tuple[str, ...]
    """The parts of its condition that hold, by their names in the source."""
    open: tuple[Threshold, ...]
    """The tests that nobody answered and that could still decide it."""


def classify(answers: Answers) -> tuple[Classified, ...]:
    """What every classification says of `answers`."""
    return tuple(
        Classified(
            one,
            one.condition.holds(answers),
            tuple(_named(one.condition, answers)),
            tuple(
                {test.question: test for test in open_thresholds(one.condition, answers)}.values()
            ),
        )
        for one in CLASSIFICATIONS
    )


def _named(predicate: Predicate, answers: Answers) -> list[str]:
    if isinstance(predicate, Threshold):
        return []
    if predicate.name:
        return [predicate.name] if predicate.holds(answers) else []
    return [name for part in predicate.parts for name in _named(part, answers)]


def _above(question: str, threshold: str, currency: str = "") -> Threshold:
    return Threshold(question, Operator.ABOVE, Decimal(threshold), currency)


def _at_least(question: str, threshold: str) -> Threshold:
    return Threshold(question, Operator.AT_LEAST, Decimal(threshold))


def _yes(question: str) -> Threshold:
    return _at_least(question, "1")


_HOUR: Final = 3600
_READ_ON: Final = date(2026, 11, 23)

_CRITICAL: Final = either(
    either(_yes("critical_function"), name="6(a)"),
    either(_yes("authorised_service"), name="6(b)"),
    either(_yes("access"), _yes("access_data_loss"), name="6(c)"),
)
_CLIENTS: Final = either(
    _above("customers_share", "0.10"), _above("customers", "100000"),
    _above("counterparts_share", "0.30"), _above("transactions_share", "0.10"),
    _above("value_share", "0.10"), _yes("relevant_client"), name="9(1)",
)  # fmt: skip
_REPUTATION: Final = either(
    _yes("media"), _yes("complaints"), _yes("requirements_missed"), _yes("clients_lost"),
    name="9(2)",
)  # fmt: skip
_DURATION: Final = either(
    _above("duration", str(24 * _HOUR)), _above("downtime", str(2 * _HOUR)), name="9(3)"
)
_SPREAD: Final = either(_at_least("member_states", "2"), name="9(4)")
_DATA: Final = either(_yes("data_adverse"), name="9(5)(a)")
_ACCESS: Final = either(_yes("access_data_loss"), name="9(5)(b)")
_COSTS: Final = either(_above("costs", "100000", "EUR"), name="9(6)")

CLASSIFICATIONS: Final = (
    Classification("cn-cac-serious", _at_least("persons", "10000000"), _READ_ON, Severity.S2),
    Classification("cn-cac-larger", _at_least("persons", "1000000"), _READ_ON, Severity.S3),
    Classification(
        "eu-dora-major",
        every(
            _CRITICAL,
            either(
                _ACCESS,
                Several(2, (_CLIENTS, _REPUTATION, _DURATION, _SPREAD, _DATA, _COSTS)),
            ),
        ),
        _READ_ON,
    ),
)
"""In the order in which they are shown."""
