"""A plain value for every kind of variable, for walks whose script does not say what it is."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.playbook import Variable, VariableKind

_PLAIN: Final[Mapping[VariableKind, str]] = {
    VariableKind.FLAG: "false",
    VariableKind.NUMBER: "0",
    VariableKind.PERCENT: "0%",
    VariableKind.MONEY: "CNY 0",
    VariableKind.DURATION: "10m",
    VariableKind.TEXT: "-",
    VariableKind.LIST: "-",
}


def some_value(variable: Variable) -> str:
    """A plain value of the variable's kind, in canonical form."""
    if variable.kind is VariableKind.CHOICE:
        return variable.choices[0].id
    return _PLAIN[variable.kind]
