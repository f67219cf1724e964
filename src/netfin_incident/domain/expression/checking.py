"""Whether a condition fits the variables of its playbook: names, kinds, choices."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import timedelta
from decimal import Decimal
from typing import Final

from netfin_incident.domain.expression.amounts import Money
from netfin_incident.domain.expression.nodes import (
    And,
    Compare,
    Expression,
    IsSet,
    Items,
    Literal,
    Member,
    Name,
    Not,
    Or,
    Total,
    Value,
)
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.playbook.variables import Variable, VariableKind
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode, Reserved
from netfin_incident.errors import DefinitionError, Place

Sort = VariableKind | Reserved
"""What kind of value a part of a condition has."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in a condition that does not fit."""

    slug: str
    column: int
    """From 1, within the condition."""
    values: Mapping[str, object] = field(default_factory=dict)

    def as_error(self, place: Place | None = None) -> DefinitionError:
        """The problem as the error of a file, found at `place`."""
        return DefinitionError(self.slug, place=place, column=self.column, **self.values)


_QUANTITIES: Final = frozenset({VariableKind.NUMBER, VariableKind.MONEY, VariableKind.DURATION})
_ORDERED: Final = _QUANTITIES | {Reserved.SEVERITY}
_WORDS: Final = frozenset({VariableKind.TEXT, VariableKind.CHOICE})
_SORTS: Final[Mapping[Reserved, Sort]] = {
    Reserved.LEVEL: Reserved.SEVERITY,
    Reserved.SERVICE: VariableKind.TEXT,
}


def check(expression: Expression, kinds: Mapping[str, Variable]) -> tuple[Problem, ...]:
    """What is wrong with `expression` where `kinds` are the variables, in the order of the text."""
    found = list(_Check(kinds).condition(expression))
    return tuple(sorted(found, key=lambda problem: problem.column))


class _Check:
    """One pass over one condition."""

    def __init__(self, kinds: Mapping[str, Variable]) -> None:
        self.kinds = kinds

    def condition(self, node: Expression) -> Iterator[Problem]:
        """Problems of a part that must be yes or no."""
        match node:
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self.condition(part)
            case Not(operand):
                yield from self.condition(operand)
            case Compare():
                yield from self.comparison(node)
            case Member():
                yield from self.membership(node)
            case IsSet(name):
                yield from self.names(name)
            case _:
                yield from self.value(node)
                sort = self.sort(node)
                if sort not in (VariableKind.FLAG, None):
                    yield Problem("condition-not-yes-or-no", node.column, {"kind": sort})

    def value(self, node: Expression) -> Iterator[Problem]:
        """Problems of a part that stands for a value."""
        match node:
            case Literal():
                return
            case Name():
                yield from self.names(node)
            case Total(first, rest):
                for part in (first, *(term for _, term in rest)):
                    yield from self.value(part)
                    yield from self.fits("+", first, part, node.column, _QUANTITIES)
            case _:
                yield from self.condition(node)

    def names(self, name: Name) -> Iterator[Problem]:
        if name.id in self.kinds or name.id in frozenset(Reserved):
            return
        known = (*self.kinds, *(reserved.value for reserved in Reserved))
        values = {"name": name.id, "known": known, "nearest": nearest(name.id, known)}
        yield Problem("condition-name-unknown", name.column, values)

    def comparison(self, node: Compare) -> Iterator[Problem]:
        yield from self.value(node.left)
        yield from self.value(node.right)
        fit = _ORDERED if node.operator not in ("==", "!=") else None
        yield from self.fits(node.operator, node.left, node.right, node.column, fit)

    def membership(self, node: Member) -> Iterator[Problem]:
        yield from self.value(node.item)
        if isinstance(node.group, Items):
            for one in node.group.items:
                yield from self.fits("in", node.item, one, one.column, None)
            return
        yield from self.names(node.group)
        group, item = self.sort(node.group), self.sort(node.item)
        if group not in (VariableKind.LIST, None):
            values = {"name": node.group.id, "kind": group}
            yield Problem("condition-in-no-list", node.group.column, values)
        elif item is not None and item not in _WORDS:
            yield _differ(node.column, item, VariableKind.TEXT)

    def fits(
        self,
        operator: str,
        left: Expression,
        right: Expression,
        column: int,
        fit: frozenset[Sort] | None,
    ) -> Iterator[Problem]:
        """Problems of two values side by side; `fit` are the kinds that the operator works on."""
        one, other = self.sort(left), self.sort(right)
        if one is None or other is None:
            return
        if one is not other and not {one, other} <= _WORDS:
            yield _differ(column, one, other)
        elif VariableKind.LIST in (one, other) or (fit is not None and one not in fit):
            values = {"operator": operator, "kind": one}
            yield Problem("condition-operator-unfit", column, values)
        else:
            yield from self.choices(left, right)
            yield from self.choices(right, left)

    def choices(self, name: Expression, literal: Expression) -> Iterator[Problem]:
        """A word that is not among the choices of the variable it is compared with."""
        if not (isinstance(name, Name) and isinstance(literal, Literal)):
            return
        variable = self.kinds.get(name.id)
        if variable is None or variable.kind is not VariableKind.CHOICE:
            return
        known = [choice.id for choice in variable.choices]
        given = str(literal.value)
        if given not in known:
            values = {"name": name.id, "word": given, "known": known}
            values["nearest"] = nearest(given, known)
            yield Problem("condition-choice-unknown", literal.column, values)

    def sort(self, node: Expression) -> Sort | None:
        """What kind of value `node` stands for; None where a name in it is not known."""
        match node:
            case Literal(value):
                return _sort_of(value)
            case Name(name) if name in frozenset(Reserved):
                return _SORTS.get(Reserved(name), Reserved(name))
            case Name(name):
                kind = self.kinds[name].kind if name in self.kinds else None
                return VariableKind.NUMBER if kind is VariableKind.PERCENT else kind
            case Total(first):
                return self.sort(first)
            case _:
                return VariableKind.FLAG


def _differ(column: int, one: Sort, other: Sort) -> Problem:
    return Problem("condition-kinds-differ", column, {"one": one, "other": other})


def _sort_of(value: Value) -> Sort:
    match value:
        case bool():
            return VariableKind.FLAG
        case Decimal():
            return VariableKind.NUMBER
        case Money():
            return VariableKind.MONEY
        case timedelta():
            return VariableKind.DURATION
        case Severity():
            return Reserved.SEVERITY
        case Mode():
            return Reserved.MODE
        case str():
            return VariableKind.TEXT
        case tuple():
            return VariableKind.LIST
