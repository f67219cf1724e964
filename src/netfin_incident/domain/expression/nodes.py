"""The parts of a condition: frozen, comparable, and each knows where in the text it stood."""

from dataclasses import field
from datetime import timedelta
from decimal import Decimal
from typing import Final

from netfin_incident.domain.expression.amounts import Money
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Reserved

Value = bool | Decimal | Money | timedelta | str | tuple[str, ...] | Severity
"""What a name may stand for."""


KEYWORDS: Final = frozenset({"true", "false", "and", "or", "not", "in", "is", "set"})
MODE_WORDS: Final = frozenset({"live", "drill"})
RESERVED_WORDS: Final = KEYWORDS | MODE_WORDS | {name.value for name in Reserved}
"""Words that no variable may be called."""

NEGATED: Final = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
"""The comparison that holds where the other does not."""
FLIPPED: Final = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The same comparison with its sides exchanged."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is written in the condition."""

    value: Value
    column: int = field(compare=False)
    percent: bool = field(default=False, compare=False)
    """Whether it was written as a percentage."""


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, or one of the reserved names."""

    id: str
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Items:
    """A list that is written in the condition: `['upstream', 'network']`."""

    items: tuple[Literal, ...]
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Total:
    """What is left after adding to the first term, or taking from it."""

    first: "Expression"
    rest: tuple[tuple[str, "Expression"], ...]
    """(`+` or `-`, term)"""
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values compared."""

    operator: str
    left: "Expression"
    right: "Expression"
    column: int = field(compare=False)
    """Of the operator."""


@dataclass(frozen=True, slots=True)
class Member:
    """Whether a value is in a list; `negated` for `not in`."""

    item: "Expression"
    group: "Items | Name"
    negated: bool
    column: int = field(compare=False)
    """Of `in`."""


@dataclass(frozen=True, slots=True)
class IsSet:
    """Whether a name has a value; `negated` for `is not set`.  Never unknown."""

    name: Name
    negated: bool
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    operand: "Expression"
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple["Expression", ...]
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple["Expression", ...]
    column: int = field(compare=False)


Expression = Literal | Name | Total | Compare | Member | IsSet | Not | And | Or


def children(node: Expression | Items) -> tuple[Expression | Items, ...]:
    """The parts directly in `node`, in the order they are written."""
    match node:
        case Literal() | Name():
            return ()
        case Items(items):
            return items
        case Total(first, rest):
            return (first, *(term for _, term in rest))
        case Compare(_, left, right):
            return (left, right)
        case Member(item, group):
            return (item, group)
        case IsSet(name):
            return (name,)
        case Not(operand):
            return (operand,)
        case And(parts) | Or(parts):
            return parts


def names_in(node: Expression | Items) -> tuple[str, ...]:
    """Every name in `node` once, in the order of its first appearance."""
    if isinstance(node, Name):
        return (node.id,)
    return tuple(dict.fromkeys(name for child in children(node) for name in names_in(child)))


def literals_in(node: Expression | Items) -> tuple[Literal, ...]:
    """Every value that is written in `node`, in its order."""
    if isinstance(node, Literal):
        return (node,)
    return tuple(literal for child in children(node) for literal in literals_in(child))


def currencies_of(expression: Expression) -> frozenset[str]:
    """The currencies of the amounts that are written in the condition."""
    values = (literal.value for literal in literals_in(expression))
    return frozenset(value.currency for value in values if isinstance(value, Money))


def reads(expression: Expression) -> frozenset[str]:
    """Every name that the condition reads, those of the incident itself included."""
    return frozenset(names_in(expression))


def variables_of(expression: Expression) -> frozenset[str]:
    """The variables that the condition reads."""
    return reads(expression) - frozenset(Reserved)
