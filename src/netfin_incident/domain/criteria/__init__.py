"""How severe an incident is by what is known of it: the firm's criteria and the law's classifications."""

from netfin_incident.domain.criteria.firm import (
    Citation,
    Criterion,
    Proposal,
    SeverityCriteria,
    propose,
)
from netfin_incident.domain.criteria.predicates import (
    Answer,
    Answers,
    Operator,
    Predicate,
    Several,
    Threshold,
    either,
    every,
    open_thresholds,
    thresholds_of,
)
from netfin_incident.domain.criteria.questions import QUESTIONS, Question
from netfin_incident.domain.criteria.regulatory import (
    CLASSIFICATIONS,
    Classification,
    Classified,
    classify,
)

__all__ = [
    "CLASSIFICATIONS", "QUESTIONS", "Answer", "Answers", "Citation", "Classification", "Classified",
    "Criterion", "Operator", "Predicate", "Proposal", "Question", "Several", "SeverityCriteria", "Threshold",
    "classify", "either", "every", "open_thresholds", "propose", "thresholds_of",
]  # fmt: skip
