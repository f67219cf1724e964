"""Variables 变量: facts of an incident that a playbook asks for and decides by.

The value of a variable is kept as text in one canonical form per kind (see `expression.values`);
all playbooks of an incident share one set of values, each reads it by its own declaration.
"""

from enum import StrEnum

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text


class VariableKind(StrEnum):
    """What kind of value a variable has."""

    FLAG = "flag"
    """yes or no"""
    NUMBER = "number"
    """a decimal number"""
    PERCENT = "percent"
    """a part of a whole, always written with `%`: 5 would be read as 5 % and as 500 %"""
    MONEY = "money"
    """an amount with its currency"""
    DURATION = "duration"
    TEXT = "text"
    CHOICE = "choice"
    """one of a closed list"""
    LIST = "list"
    """several lines of text"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a variable of kind `choice` may have."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Variable:
    """A fact that is asked for."""

    id: str
    kind: VariableKind
    name: Text
    """What it is called where a condition is said as a sentence."""
    question: Text | None = None
    """What is asked where it is not known; None to ask for it by name."""
    role: str = ""
    """Whom to ask; empty for whoever is in charge."""
    choices: tuple[Choice, ...] = ()
    value: str = ""
    """What it is until somebody says otherwise, in canonical form; empty for not known."""
