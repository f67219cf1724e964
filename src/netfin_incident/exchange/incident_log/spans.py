"""Durations as logs state them: `36m`, `5h 09m`, `2d 1h 29m`, `1:28`, and the hours they count in."""

import re
from dataclasses import dataclass
from typing import Final

from netfin_incident.domain.hours import BusinessHours, parse_business_hours
from netfin_incident.errors import UsageError
from netfin_incident.wording.log_words import (
    HALF_WORD,
    HOURS_WORDS,
    ROUGH_WORDS,
    SPAN_JOINTS,
    UNIT_WORDS,
    UNTIL_WORDS,
)

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "half an": 0.5, "half a": 0.5, HALF_WORD: 0.5,
}  # fmt: skip
_UNITS: Final = "|".join(sorted(UNIT_WORDS, key=len, reverse=True))
_NUMBER: Final = rf"[0-9]{{1,6}}(?:[.,][0-9]{{1,3}})?|\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?=\s)|{HALF_WORD}"
_PIECE: Final = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<unit>{_UNITS})(?![A-Za-z])(?P<bare>[0-9]{{1,2}}(?![0-9]))?",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(rf"(?:\s|,|&|{SPAN_JOINTS})*", re.IGNORECASE)
_COLON: Final = re.compile(
    r"^[\s*_~≈]*(?P<h>[0-9]{1,3}):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?"
    r"(?![0-9:])(?!\s*(?:[-\u2010-\u2015]|to\b|until\b))",
)
_ROUGH: Final = re.compile(ROUGH_WORDS, re.IGNORECASE)
_HOURS: Final = re.compile(rf"(?:{HOURS_WORDS})(?P<rest>[^()（）\n]{{0,80}})", re.IGNORECASE)
_WINDOW: Final = re.compile(
    rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}})?\s*(?:[ap]m)?\s*(?:[-\u2010-\u2015~]|{UNTIL_WORDS})\s*"
    r"[0-9]{1,2}(?:[:.][0-9]{2})?\s*(?:[ap]m)?",
    re.IGNORECASE,
)
_LONGEST_TEXT: Final = 500
_MANY_HOURS: Final = 100


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time, and how finely it is written."""

    seconds: int
    coarse: int
    """The smallest unit written, in seconds."""
    rough: bool


def parse_span(text: str) -> Span | None:
    """The first length of time in `text`, or None."""
    text = text[:_LONGEST_TEXT]
    colon = _COLON.match(text)
    if colon:
        seconds = int(colon["h"]) * 3600 + int(colon["m"]) * 60 + int(colon["s"] or 0)
        return Span(seconds, 1 if colon["s"] else 60, rough="~" in colon[0] or "≈" in colon[0])
    first = _PIECE.search(text)
    return _summed(text, first) if first else None


def _summed(text: str, first: re.Match[str]) -> Span:
    total = 0.0
    smallest = 1 << 62
    piece: re.Match[str] | None = first
    while piece:
        unit = UNIT_WORDS[piece["unit"].lower()]
        if unit >= smallest:
            break
        total += _value(piece["number"]) * unit
        smallest = unit
        if piece["bare"]:
            smallest = unit // 60
            total += int(piece["bare"]) * smallest
        joint = _JOINT.match(text, piece.end())
        piece = _PIECE.match(text, joint.end() if joint else piece.end())
    is_round = "." not in first["number"] and "," not in first["number"]
    rough = bool(_ROUGH.search(text[: first.start()]))
    return Span(round(total), smallest if is_round else max(1, smallest // 10), rough)


def _value(number: str) -> float:
    return _NUMBERS.get(number.lower(), 0) or float(number.replace(",", "."))


def format_span(seconds: int) -> str:
    """`seconds` as logs write it: `36m`, `33h 15m`, and from a hundred hours on `62d 1h 50m`."""
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24) if hours >= _MANY_HOURS else (0, hours)
    said = f"{hours}h {minutes:02d}m" if hours or days else f"{minutes}m"
    return sign + (f"{days}d " if days else "") + said + (f" {rest}s" if rest else "")


def hours_stated(text: str) -> tuple[BusinessHours, ...]:
    """The business hours that `text` says a duration counts in.

    Where it leaves the days unsaid, Monday to Friday and every day are both possible.
    """
    found = _HOURS.search(text)
    window = _WINDOW.search(found["rest"]) if found else None
    if found is None or window is None:
        return ()
    said = found["rest"].strip(" :,.-*_")
    for candidates in ((said,), (f"Mon-Fri {window[0]}", window[0])):
        try:
            read = tuple(parse_business_hours(candidate) for candidate in candidates)
        except UsageError:
            continue
        if said == window[0].strip() and len(read) == 1:
            continue
        return read
    return ()
