"""Customer data in running text: found, and masked so that it can be told apart but not used.

What counts: card numbers, resident identity numbers of China, mainland mobile numbers, account
numbers.  Incident notes are full of other long numbers, so a number must pass the checks of its
kind and must not stand where the text means something else by it.  The rules are listed for readers
in `docs/customer-data.md`.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from netfin_incident.domain.customer_data.context import is_named_account, is_otherwise_meant
from netfin_incident.domain.customer_data.numbers import (
    is_card,
    is_iban,
    is_identity_number,
    is_mobile_number,
    may_be_account,
)
from netfin_incident.domain.records import dataclass

MASK: Final = "*"


class Kind(StrEnum):
    """What kind of customer data it is."""

    CARD = "card"
    IDENTITY = "identity"
    MOBILE = "mobile"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Finding:
    """Customer data in a text, from `start` up to `end`."""

    kind: Kind
    start: int
    end: int


_GAP: Final = r"(?:[ \t]{0,2}-[ \t]{0,2}|[ \t]{1,2})"
_RUN: Final = re.compile(rf"[0-9]+(?:{_GAP}[0-9]+)*(?:{_GAP}?[Xx](?![0-9A-Za-z_]))?")
_PART: Final = re.compile(r"[0-9]+[Xx]?|[Xx]")
_IBAN: Final = re.compile(
    r"(?<![0-9A-Za-z_])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![0-9A-Za-z_])"
)
_MOST_PARTS: Final = 8
"""In how many parts a number may be written."""
_DIGITS: Final = range(9, 31)
"""How many digits a number may have."""
_SHOWN: Final = 4
"""How many characters at the end of a number stay readable."""
_HIDDEN_OF_MOBILE: Final = 4
"""How many before those are covered in a mobile number, as is usual for them."""


def found(text: str) -> tuple[Finding, ...]:
    """The customer data in `text`, in its order; takes time in proportion to the length."""
    plain = _plain(text)
    findings = [
        Finding(Kind.ACCOUNT, *one.span())
        for one in _IBAN.finditer(plain)
        if is_iban(one[0].replace(" ", ""))
    ]
    taken = {at for one in findings for at in range(one.start, one.end)}
    for run in _RUN.finditer(plain):
        findings += [one for one in _in_run(plain, run) if one.start not in taken]
    return tuple(sorted(findings, key=lambda one: one.start))


def masked(text: str) -> str:
    """`text` with its customer data covered; the last four characters of each stay, and its length."""
    while findings := found(text):
        pieces, done = [], 0
        for one in findings:
            pieces += [text[done : one.start], _covered(text[one.start : one.end], one.kind)]
            done = one.end
        text = "".join([*pieces, text[done:]])
    return text


def _covered(number: str, kind: Kind) -> str:
    places = [at for at, character in enumerate(number) if character.isalnum()]
    first = -_SHOWN - _HIDDEN_OF_MOBILE if kind is Kind.MOBILE else 0
    hidden = set(places[first:-_SHOWN])
    return "".join(MASK if at in hidden else character for at, character in enumerate(number))


def _plain(text: str) -> str:
    """`text` with digits and gaps of other widths and scripts as ASCII, each in its place."""
    if text.isascii():
        return text
    return "".join(c if c.isascii() else _PLAIN.get(c) or _digit(c) for c in text)


def _digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


_PLAIN: Final = {
    **dict.fromkeys("‐‑‒–—―－−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF21, 0xFF5B)},
}
"""Dashes, blanks and full-width letters."""

Part = tuple[int, int]
"""Where digits without a gap between them begin and end."""


def _in_run(plain: str, run: re.Match[str]) -> Iterator[Finding]:
    """What stands in digits with gaps between them, from the left, the longest first."""
    parts = [(run.start() + one.start(), run.start() + one.end()) for one in _PART.finditer(run[0])]
    first = 0
    while first < len(parts):
        finding = _beginning(plain, parts[first : first + _MOST_PARTS])
        first += 1
        if finding is not None:
            yield finding
            while first < len(parts) and parts[first][0] < finding.end:
                first += 1


def _beginning(plain: str, parts: list[Part]) -> Finding | None:
    """The longest number that begins with the first of `parts`."""
    for count in range(len(parts), 0, -1):
        sizes = tuple(end - start for start, end in parts[:count])
        if sum(sizes) not in _DIGITS:
            continue
        start, end = parts[0][0], parts[count - 1][1]
        digits = "".join(plain[a:b] for a, b in parts[:count]).upper()
        kind = _kind(plain, digits, sizes, start)
        if kind is not None and not is_otherwise_meant(plain, start, end):
            return Finding(kind, start, end)
    return None


def _kind(plain: str, digits: str, sizes: tuple[int, ...], start: int) -> Kind | None:
    if is_identity_number(digits, sizes):
        return Kind.IDENTITY
    if is_mobile_number(digits, sizes):
        return Kind.MOBILE
    if is_card(digits, sizes):
        return Kind.CARD
    if may_be_account(digits, sizes) and is_named_account(plain, start):
        return Kind.ACCOUNT
    return None
