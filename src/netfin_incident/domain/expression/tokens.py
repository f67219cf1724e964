"""A condition taken to pieces: values, names, words and signs, each with its column.

Outside quotes the full-width signs and digits of a Chinese keyboard are read as their ASCII twins;
letters are not, so that a name has one spelling.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from netfin_incident.domain.expression.amounts import Money, read_duration, read_number
from netfin_incident.domain.expression.nodes import KEYWORDS, MODE_WORDS, Value
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import clean_line
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError

LONGEST_CONDITION: Final = 500
"""Longest condition, in characters."""


class Piece(Enum):
    """What a token is."""

    VALUE = auto()
    NAME = auto()
    WORD = auto()
    """A keyword."""
    SIGN = auto()
    CURRENCY = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a condition."""

    piece: Piece
    text: str
    column: int
    value: Value | None = None


_TWINS: Final = {
    **{ord(sign): ord(sign) - 0xFEE0 for sign in "！％（）＋，－．０１２３４５６７８９＜＝＞［］"},
    ord("、"): ord(","),
    ord("￥"): ord("¥"),
    ord("\u3000"): ord(" "),
}
_SPELT: Final = {"≥": ">=", "≤": "<=", "≠": "!="}
_CLOSING: Final = {"'": "'", '"': '"', "“": "”", "‘": "’", "＇": "＇", "＂": "＂"}
_PIECES: Final = re.compile(
    r"(?P<blank>[ \t\r\n]+)"
    r"|(?P<measure>[0-9][0-9a-z_.%万萬亿億元]*)"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<money>¥|元|人民币)"
    r"|(?P<sign>[=!<>]=|[<>≥≤≠()\[\],+-])"
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_SEVERITY: Final = re.compile(r"S[1-4]")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


def tokens(text: str) -> Iterator[Token]:
    """The pieces of `text` and, last, its end.

    Raises:
        DefinitionError: it is too long, or has something that no condition has.
    """
    if len(text) > LONGEST_CONDITION:
        raise DefinitionError(
            "condition-long", given=text, column=1, count=len(text), longest=LONGEST_CONDITION
        )
    signs = text.translate(_TWINS)
    at = 0
    while at < len(text):
        if text[at] in _CLOSING:
            token = _quoted(text, at)
            at += len(token.text)
            yield token
            continue
        match = _PIECES.match(signs, at)
        if match is None:
            raise _no_piece(text, signs[at], at)
        at = match.end()
        if match.lastgroup != "blank":
            yield _token(match, text)
    yield Token(Piece.END, "", len(text) + 1)


def _quoted(text: str, at: int) -> Token:
    end = text.find(_CLOSING[text[at]], at + 1)
    if end < 0:
        raise DefinitionError("condition-quote-open", given=text, column=at + 1)
    inside = text[at + 1 : end]
    return Token(Piece.VALUE, text[at : end + 1], at + 1, clean_line(inside))


def _token(match: re.Match[str], text: str) -> Token:
    found, column = match[0], match.start() + 1
    match match.lastgroup:
        case "measure":
            return Token(Piece.VALUE, found, column, _measure(found, column, text))
        case "word":
            return _word(found, column, text)
        case "money":
            return Token(Piece.CURRENCY, "CNY", column)
        case _:
            return Token(Piece.SIGN, _SPELT.get(found, found), column)


def _measure(found: str, column: int, text: str) -> Decimal | Money | timedelta:
    number = read_number(found.removesuffix("元"))
    if number is not None:
        return Money(number, "CNY") if found.endswith("元") else number
    seconds = read_duration(found)
    if seconds is not None:
        return timedelta(seconds=seconds)
    raise DefinitionError("condition-number", given=text, column=column, found=found)


def _word(found: str, column: int, text: str) -> Token:
    if found in KEYWORDS:
        value = {"true": True, "false": False}.get(found)
        return Token(Piece.WORD if value is None else Piece.VALUE, found, column, value)
    if found in MODE_WORDS:
        return Token(Piece.VALUE, found, column, Mode(found))
    if _SEVERITY.fullmatch(found):
        return Token(Piece.VALUE, found, column, Severity[found])
    if _NAME.fullmatch(found):
        return Token(Piece.NAME, found, column)
    if found.lower() in KEYWORDS | MODE_WORDS or not _CURRENCY.fullmatch(found):
        raise DefinitionError(
            "condition-word", given=text, column=column, found=found, small=found.lower()
        )
    return Token(Piece.CURRENCY, "CNY" if found == "RMB" else found, column)


def _no_piece(text: str, sign: str, at: int) -> DefinitionError:
    if sign == "=":
        return DefinitionError("condition-equals", given=text, column=at + 1)
    found = f"{text[at]} (U+{ord(text[at]):04X})"
    return DefinitionError("condition-character", given=text, column=at + 1, found=found)
