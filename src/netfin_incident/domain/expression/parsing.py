"""From the text of a condition to its parts.  Weakest first: or, and, not, comparisons, + and -."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from netfin_incident.domain.expression.amounts import Money
from netfin_incident.domain.expression.nodes import (
    NEGATED,
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
from netfin_incident.domain.expression.tokens import Piece, Token, tokens
from netfin_incident.errors import DefinitionError

DEEPEST: Final = 20
"""Deepest nesting of brackets and `not`."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """The condition that `text` says.

    Raises:
        DefinitionError: it says none; `column` tells where it went wrong.
    """
    parser = _Parser(text)
    expression = parser.either()
    parser.end()
    return expression


class _Parser:
    """Reads a condition from left to right, one method per level of precedence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def sees(self, *texts: str) -> bool:
        """Whether the next token is one of these words and signs."""
        return self.next.piece in (Piece.WORD, Piece.SIGN) and self.next.text in texts

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def want(self, text: str) -> None:
        if not self.sees(text):
            raise self.unexpected()
        self.take()

    def end(self) -> None:
        if self.next.piece is not Piece.END:
            raise self.unexpected()

    def unexpected(self) -> DefinitionError:
        token = self.next
        if token.piece is Piece.END:
            return DefinitionError("condition-unfinished", given=self.text, column=token.column)
        return DefinitionError(
            "condition-unreadable", given=self.text, column=token.column, found=token.text
        )

    def either(self) -> Expression:
        return self.joined("or", self.both, Or)

    def both(self) -> Expression:
        return self.joined("and", self.opposite, And)

    def joined(self, word: str, part: Callable[[], Expression], kind: type[And | Or]) -> Expression:
        column = self.next.column
        parts = [part()]
        while self.sees(word):
            self.take()
            parts.append(part())
        return parts[0] if len(parts) == 1 else kind(tuple(parts), column)

    def opposite(self) -> Expression:
        if not self.sees("not"):
            return self.relation()
        column = self.take().column
        self.descend(column)
        operand = self.opposite()
        self.depth -= 1
        return Not(operand, column)

    def relation(self) -> Expression:
        left = self.total()
        column = self.next.column
        if self.sees(*NEGATED):
            operator = self.take().text
            return Compare(operator, left, self.total(), column)
        if self.sees("in", "not"):
            negated = self.takes("not")
            self.want("in")
            return Member(left, self.group(), negated, column)
        if self.sees("is") and isinstance(left, Name):
            self.take()
            negated = self.takes("not")
            self.want("set")
            return IsSet(left, negated, column)
        return left

    def takes(self, word: str) -> bool:
        """Whether the next token is `word`, which is then taken."""
        if self.sees(word):
            self.take()
            return True
        return False

    def total(self) -> Expression:
        column = self.next.column
        first = self.operand()
        rest: list[tuple[str, Expression]] = []
        while self.sees("+", "-"):
            rest.append((self.take().text, self.operand()))
        return Total(first, tuple(rest), column) if rest else first

    def operand(self) -> Expression:
        if self.next.piece is Piece.NAME:
            token = self.take()
            return Name(token.text, token.column)
        if not self.sees("("):
            return self.literal()
        self.descend(self.take().column)
        inside = self.either()
        self.want(")")
        self.depth -= 1
        return inside

    def group(self) -> Items | Name:
        if self.next.piece is Piece.NAME:
            token = self.take()
            return Name(token.text, token.column)
        column = self.next.column
        self.want("[")
        items = [self.literal()]
        while self.takes(","):
            items.append(self.literal())
        self.want("]")
        return Items(tuple(items), column)

    def literal(self) -> Literal:
        column = self.next.column
        negative = self.takes("-")
        found = self.amount()
        if negative:
            found = replace(found, value=self.negative(found.value, column))
        return replace(found, column=column)

    def amount(self) -> Literal:
        """A value; a number with a currency before or after it is money."""
        token = self.next
        if token.piece is Piece.CURRENCY:
            self.take()
            number = self.next
            if not isinstance(number.value, Decimal) or number.text.endswith("%"):
                raise self.unexpected()
            self.take()
            return Literal(Money(number.value, token.text), token.column)
        if token.value is None:
            raise self.unexpected()
        self.take()
        percent = isinstance(token.value, Decimal) and token.text.endswith("%")
        if isinstance(token.value, Decimal) and self.next.piece is Piece.CURRENCY and not percent:
            return Literal(Money(token.value, self.take().text), token.column)
        return Literal(token.value, token.column, percent)

    def negative(self, value: Value, column: int) -> Value:
        match value:
            case Decimal() | timedelta():
                return -value
            case Money(amount, currency):
                return Money(-amount, currency)
            case _:
                raise DefinitionError(
                    "condition-unreadable", given=self.text, column=column, found="-"
                )

    def descend(self, column: int) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise DefinitionError("condition-deep", given=self.text, column=column, deepest=DEEPEST)
