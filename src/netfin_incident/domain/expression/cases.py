"""A case in which a condition comes out as wanted, for walking a playbook both ways.

Tried are the values written in the condition and their neighbours; `and`, `or` and `not` are taken
apart.  The work is bounded, so a condition may have a case that is not found.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import islice, pairwise, product
from types import MappingProxyType
from typing import Final

from netfin_incident.domain.expression.amounts import LONGEST, Money, duration_text, plain
from netfin_incident.domain.expression.evaluation import evaluate
from netfin_incident.domain.expression.nodes import (
    And,
    Expression,
    IsSet,
    Not,
    Or,
    literals_in,
    names_in,
)
from netfin_incident.domain.expression.typed import money_text
from netfin_incident.domain.expression.values import values_of
from netfin_incident.domain.playbook.variables import Variable, VariableKind
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import MAX_LINE
from netfin_incident.domain.vocabulary import Mode, Reserved

_MOST_TRIES: Final = 4000
_MOST_PER_NAME: Final = 60
_MOST_WRITTEN: Final = 12
_MOST_PAIRS: Final = 16
_STRANGERS: Final = ("other", "another")
_SMALL: Final = Decimal("0.01")
_ALWAYS_SET: Final = frozenset({Reserved.SEVERITY, Reserved.MODE})

Case = dict[str, str]
"""Names with the texts that are kept; a name with an empty text is not known."""


def case_for(
    expression: Expression,
    variables: Mapping[str, Variable],
    *,
    wanted: bool,
    given: Mapping[str, str] = MappingProxyType({}),
) -> Case | None:
    """What to say, so that `expression` comes to `wanted`; None where nothing is found.

    What is `given` stays as it is and is part of the answer.  `severity`, `level`, `mode` and
    `service` may be among the names.
    """
    search = _Search(expression, variables)
    for case in search.cases(expression, dict(given), wanted=wanted):
        said = {name: text for name, text in case.items() if text}
        if evaluate(expression, values_of(variables, said)) is wanted:
            return said
    return None


class _Search:
    """One search, with its candidates and what is left of the work it may do."""

    def __init__(self, expression: Expression, variables: Mapping[str, Variable]) -> None:
        self.variables = variables
        self.written = [literal.value for literal in literals_in(expression)]
        self.names = names_in(expression)
        self.candidates = {name: self.texts_for(name) for name in self.names}
        self.left = _MOST_TRIES

    def cases(self, node: Expression, case: Case, *, wanted: bool) -> Iterator[Case]:
        """What may be added to `case` so that `node` comes to `wanted`."""
        match node:
            case Not(operand):
                yield from self.cases(operand, case, wanted=not wanted)
            case And(parts) | Or(parts) if isinstance(node, And) is wanted:
                yield from self.all_of(parts, case, wanted=wanted)
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self.cases(part, case, wanted=wanted)
            case IsSet(name, negated) if name.id not in case and negated is wanted:
                if name.id not in _ALWAYS_SET:
                    yield case | {name.id: ""}
            case _:
                yield from self.tried(node, case, wanted=wanted)

    def all_of(self, parts: tuple[Expression, ...], case: Case, *, wanted: bool) -> Iterator[Case]:
        if not parts:
            yield case
            return
        for one in self.cases(parts[0], case, wanted=wanted):
            yield from self.all_of(parts[1:], one, wanted=wanted)

    def tried(self, node: Expression, case: Case, *, wanted: bool) -> Iterator[Case]:
        """`case` with every combination of texts for the names of `node` that makes it so."""
        names = [name for name in names_in(node) if name not in case]
        for texts in product(*(self.candidates[name] for name in names)):
            self.left -= 1
            if self.left < 0:
                return
            trial = case | dict(zip(names, texts, strict=True))
            read = {name: trial[name] for name in names_in(node)}
            if evaluate(node, values_of(self.variables, read)) is wanted:
                yield trial

    def texts_for(self, name: str) -> tuple[str, ...]:
        """What may be said of `name`, likely texts first."""
        texts = self.own_texts(name) if name in frozenset(Reserved) else ()
        if name in self.variables:
            texts = self.variable_texts(self.variables[name])
        return tuple(dict.fromkeys(texts))[:_MOST_PER_NAME]

    def own_texts(self, name: str) -> tuple[str, ...]:
        match Reserved(name):
            case Reserved.MODE:
                return tuple(mode.value for mode in Mode)
            case Reserved.SERVICE:
                return self.words()
            case _:
                return tuple(severity.name for severity in Severity)

    def variable_texts(self, variable: Variable) -> tuple[str, ...]:
        match variable.kind:
            case VariableKind.FLAG:
                return ("true", "false")
            case VariableKind.CHOICE:
                return tuple(choice.id for choice in variable.choices)
            case VariableKind.TEXT:
                return self.words()
            case VariableKind.LIST:
                return self.lists()
            case VariableKind.NUMBER:
                numbers = [value for value in self.written if isinstance(value, Decimal)]
                return tuple(plain(number) for number in _around(numbers, _SMALL, Decimal(1)))
            case VariableKind.PERCENT:
                numbers = [value * 100 for value in self.written if isinstance(value, Decimal)]
                around = _around(numbers, _SMALL, Decimal(1))
                return tuple(f"{plain(one)}%" for one in around if 0 <= one <= 1000)  # noqa: PLR2004 - see values
            case VariableKind.DURATION:
                lengths = [value for value in self.written if isinstance(value, timedelta)]
                seconds = [Decimal(int(length.total_seconds())) for length in lengths]
                found = _around(seconds, Decimal(60), Decimal(1))
                whole = (timedelta(seconds=int(one)) for one in found if 0 <= one <= LONGEST)
                return tuple(duration_text(length) for length in whole)
            case VariableKind.MONEY:
                return self.amounts()

    def words(self) -> tuple[str, ...]:
        """The words that the condition may compare, and two that it does not."""
        words = tuple(dict.fromkeys((*self.written_words(), *self.choice_words())))
        return (*words, *("-".join((stranger, *words))[:MAX_LINE] for stranger in _STRANGERS))

    def written_words(self) -> Iterator[str]:
        for value in self.written:
            if isinstance(value, str) and not isinstance(value, Mode) and value:
                yield value

    def choice_words(self) -> Iterator[str]:
        for name in self.names:
            variable = self.variables.get(name)
            yield from (choice.id for choice in variable.choices) if variable else ()

    def lists(self) -> tuple[str, ...]:
        """Every word alone, all of them, and all but one."""
        words = self.words()
        listed = words[: -len(_STRANGERS)]
        most = (tuple(word for word in listed if word != left) for left in listed)
        lines = [(word,) for word in words] + [listed, *most]
        return tuple("\n".join(one) for one in lines if one)

    def amounts(self) -> tuple[str, ...]:
        money = [value for value in self.written if isinstance(value, Money)]
        currencies = dict.fromkeys(one.currency for one in money) or ("CNY",)
        found = _around([one.amount for one in money], Decimal(1), _SMALL)
        return tuple(
            money_text(Money(amount, currency)) for currency in currencies for amount in found
        )


def _around(written: list[Decimal], *steps: Decimal) -> list[Decimal]:
    """The numbers written, what lies beside and between them, and what they add up to."""
    numbers = sorted(dict.fromkeys(written))[:_MOST_WRITTEN]
    found = [*numbers, *(number + step for step in steps for number in numbers)]
    found += [number - step for step in steps for number in numbers]
    found += [(low + high) / 2 for low, high in pairwise(numbers)]
    found += [Decimal(0), Decimal(1)]
    for one, other in islice(product(numbers, repeat=2), _MOST_PAIRS):
        found += [one + other, one + other + 1, one - other]
    return sorted(dict.fromkeys(found), key=lambda number: number < 0)
