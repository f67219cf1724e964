"""Whether a condition holds: yes, no, or not known while something it needs is not known.

Three-valued as in Kleene's strong logic, so what is known stays so whatever else becomes known,
except where the condition asks `is set`.  Values that do not fit together are not known.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

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
    names_in,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Reserved

Known = Mapping[str, Value]
"""What is known, by name; a name that is missing or empty is not known."""

Held = bool | None
"""Yes, no, or not known."""


def evaluate(expression: Expression, values: Known) -> Held:
    """Whether `expression` holds; None while that is not known."""
    match expression:
        case Not(operand):
            return _opposite(evaluate(operand, values))
        case And(parts):
            return _all([evaluate(part, values) for part in parts])
        case Or(parts):
            fails = _all([_opposite(evaluate(part, values)) for part in parts])
            return _opposite(fails)
        case IsSet(name, negated):
            return (_known(name.id, values) is None) is negated
        case Compare(operator, left, right):
            return _compared(operator, value_in(left, values), value_in(right, values))
        case Member(item, group, negated):
            within = _within(value_in(item, values), group, values)
            return _opposite(within) if negated else within
        case Literal() | Name() | Total():
            value = value_in(expression, values)
            return value if isinstance(value, bool) else None


def value_in(node: Expression, values: Known) -> Value | None:
    """The value that a part of a condition stands for; None where that is not known."""
    match node:
        case Literal(value):
            return value
        case Name(name):
            return _known(name, values)
        case Total(first, rest):
            total = value_in(first, values)
            for sign, term in rest:
                total = _added(total, value_in(term, values), taken=sign == "-")
            return total
        case _:
            return evaluate(node, values)


def missing(expression: Expression, values: Known) -> tuple[str, ...]:
    """Every name that is not known and whose value may still decide; none once it is decided."""
    if evaluate(expression, values) is not None:
        return ()
    match expression:
        case Not(operand):
            return missing(operand, values)
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(name for part in parts for name in missing(part, values)))
        case _:
            return tuple(name for name in names_in(expression) if _known(name, values) is None)


def unknowns(expression: Expression, values: Known) -> tuple[str, ...]:
    """The variables to ask for, because what they are may still decide; none once it is decided."""
    reserved = frozenset(Reserved)
    return tuple(name for name in missing(expression, values) if name not in reserved)


def _known(name: str, values: Known) -> Value | None:
    """What `name` stands for; an empty text says nothing."""
    value = values.get(name)
    return None if value == "" else value


def _all(held: list[Held]) -> Held:
    if False in held:
        return False
    return None if None in held else True


def _opposite(held: Held) -> Held:
    return None if held is None else not held


def _compared(operator: str, left: Value | None, right: Value | None) -> Held:
    if isinstance(left, Money) and isinstance(right, Money):
        if left.currency != right.currency:
            return None
        left, right = left.amount, right.amount
    equal = _equal(left, right)
    if operator in ("==", "!=") or equal is None:
        return _opposite(equal) if operator == "!=" else equal
    less = _less(left, right)
    if less is None:
        return None
    match operator:
        case "<":
            return less
        case "<=":
            return less or equal
        case ">":
            return not (less or equal)
        case _:
            return not less


def _equal(left: Value | None, right: Value | None) -> Held:
    if left is None or right is None or _sort(left) is not _sort(right):
        return None
    return None if isinstance(left, tuple) else left == right


def _less(left: Value | None, right: Value | None) -> Held:
    match left, right:
        case (Decimal(), Decimal()):
            return left < right
        case (timedelta(), timedelta()):
            return left < right
        case (Severity(), Severity()):
            return left < right
        case _:
            return None


def _sort(value: Value) -> type:
    """The kind of a value; members of closed lists of words are words."""
    return str if isinstance(value, str) else type(value)


def _within(item: Value | None, group: Items | Name, values: Known) -> Held:
    if isinstance(group, Items):
        found = [_compared("!=", item, one.value) for one in group.items]
        return _opposite(_all(found))
    lines = _known(group.id, values)
    if not isinstance(item, str) or not isinstance(lines, tuple):
        return None
    return item in lines


def _added(left: Value | None, right: Value | None, *, taken: bool) -> Value | None:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left - right if taken else left + right
    if isinstance(left, Money) and isinstance(right, Money):
        if left.currency != right.currency:
            return None
        amount = left.amount - right.amount if taken else left.amount + right.amount
        return Money(amount, left.currency)
    if isinstance(left, timedelta) and isinstance(right, timedelta):
        try:
            return left - right if taken else left + right
        except OverflowError:
            return None
    return None
