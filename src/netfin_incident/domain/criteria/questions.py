"""The questions of the severity questionnaire: a fixed set, so that every file asks the same ones."""

from typing import Final

from netfin_incident.domain.playbook import VariableKind
from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and what kind of answer it takes."""

    id: str
    kind: VariableKind
    choices: tuple[str, ...] = ()
    """Of a choice: its answers, from the least to the worst."""
    is_count: bool = False
    """Whether only whole numbers from 0 answer it."""


def _count(name: str) -> Question:
    return Question(name, VariableKind.NUMBER, is_count=True)


def _share(name: str) -> Question:
    return Question(name, VariableKind.PERCENT)


def _flag(name: str) -> Question:
    return Question(name, VariableKind.FLAG)


_ALL: Final = (
    _count("customers"),
    _share("customers_share"),
    _flag("relevant_client"),
    _share("counterparts_share"),
    _count("transactions"),
    _share("transactions_share"),
    Question("value", VariableKind.MONEY),
    _share("value_share"),
    Question("funds", VariableKind.MONEY),
    Question("costs", VariableKind.MONEY),
    _count("persons"),
    Question("data", VariableKind.CHOICE, ("none", "possible", "confirmed")),
    _flag("data_adverse"),
    _flag("access"),
    _flag("access_data_loss"),
    Question("duration", VariableKind.DURATION),
    Question("downtime", VariableKind.DURATION),
    _flag("peak"),
    _count("regions"),
    _count("member_states"),
    _flag("critical_function"),
    _flag("authorised_service"),
    Question("opinion", VariableKind.CHOICE, ("none", "complaints", "online", "local", "national")),
    _flag("media"),
    _flag("complaints"),
    _flag("requirements_missed"),
    _flag("clients_lost"),
)
QUESTIONS: Final = {one.id: one for one in _ALL}
"""By id, in the order in which they are asked."""
