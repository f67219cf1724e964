"""Conditions 条件: when a step applies, an option is suggested, a wait or a repeat ends.

A condition is read once (`parse`), checked against the variables of its playbook (`check`), and
asked as often as needed (`evaluate`) with what is known then.  What is not known is neither yes nor
no: it becomes a question (`unknowns`).
"""

from netfin_incident.domain.expression.amounts import Money, duration_text, plain
from netfin_incident.domain.expression.checking import Problem, check
from netfin_incident.domain.expression.evaluation import evaluate, missing, unknowns
from netfin_incident.domain.expression.nodes import (
    RESERVED_WORDS,
    Expression,
    Value,
    currencies_of,
    reads,
    variables_of,
)
from netfin_incident.domain.expression.parsing import parse
from netfin_incident.domain.expression.values import read_value, value_of, values_of
from netfin_incident.domain.vocabulary import Reserved

__all__ = [
    "RESERVED_WORDS",
    "Expression",
    "Money",
    "Problem",
    "Reserved",
    "Value",
    "check",
    "currencies_of",
    "duration_text",
    "evaluate",
    "missing",
    "parse",
    "plain",
    "read_value",
    "reads",
    "unknowns",
    "value_of",
    "values_of",
    "variables_of",
]
