"""Numbers, sums of money and lengths of time: how they are read, and the one way they are kept.

A number has at most 15 digits before the point and 8 after it, so that no sum or scale loses any.
"""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Final

from netfin_incident.domain.records import dataclass

LONGEST: Final = 10 * 366 * 24 * 3600
"""Longest length of time, in seconds."""

_NUMBER: Final = re.compile(r"([0-9]{1,32}(?:\.[0-9]{1,16})?)(%|[万萬亿億]?)")
_DURATION: Final = re.compile(
    r"(?:([0-9]{1,10})d)?(?:([0-9]{1,10})h)?(?:([0-9]{1,10})m)?(?:([0-9]{1,10})s)?"
)
_SCALES: Final = {"": 0, "%": -2, "万": 4, "萬": 4, "亿": 8, "億": 8}
_UNITS: Final = ((86400, "d"), (3600, "h"), (60, "m"), (1, "s"))
_MOST_WHOLE: Final = 15
_MOST_PLACES: Final = 8


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency."""

    amount: Decimal
    currency: str
    """Three capital letters, as in `CNY`."""


def read_number(text: str) -> Decimal | None:
    """`12`, `0.5`, `95%` or `120万`; None where it is none of these or too long.  No sign."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match[1])
    sign, digits, exponent = number.as_tuple()
    scaled = Decimal((sign, digits, int(exponent) + _SCALES[match[2]]))
    return scaled if _in_range(scaled) else None


def _in_range(number: Decimal) -> bool:
    digits = plain(number)
    whole, _, places = digits.partition(".")
    return len(whole) <= _MOST_WHOLE and len(places) <= _MOST_PLACES


def plain(number: Decimal) -> str:
    """The number in digits, without an exponent or needless zeros: `1200000`, `0.95`."""
    digits = format(number, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    bare = bare.lstrip("0") or "0"
    bare = f"0{bare}" if bare.startswith(".") else bare
    return bare if bare == "0" else sign + bare


def read_duration(text: str) -> int | None:
    """Seconds in `45s`, `15m`, `1h30m` or `2d`; None where it is none of these or too long."""
    match = _DURATION.fullmatch(text)
    if match is None or not text:
        return None
    seconds = sum(
        int(count or 0) * unit for count, (unit, _) in zip(match.groups(), _UNITS, strict=True)
    )
    return seconds if seconds <= LONGEST else None


def duration_text(length: timedelta) -> str:
    """A length of time as it is kept and written in a condition: `1h30m`, `2d`, `0s`."""
    left = abs(int(length.total_seconds()))
    parts: list[str] = []
    for size, unit in _UNITS:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count}{unit}")
    return ("-" if length < timedelta(0) else "") + ("".join(parts) or "0s")
