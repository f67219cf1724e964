"""The time that a line begins with, and the words after it; the label that it begins with."""

import re
from dataclasses import dataclass
from typing import Final

from netfin_incident.exchange.incident_log.written import WrittenTime, time_at
from netfin_incident.wording.log_words import ROUGH_WORDS, UNTIL_WORDS

_LEAD: Final = re.compile(
    rf"[\s*_`\[(]*(?:(?:on|at|{ROUGH_WORDS})(?:\s+|(?=[0-9])))*(?:the\s+)?",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"\s*(?:->|[-\u2010-\u2015~→]|{UNTIL_WORDS})\s*(?=[0-9])",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(r"\s*(?:[:：,;|\u2010-\u2015-]|=>|$)")
_CLOSES: Final = {"*": "*", "_": "_", "`": "`", "[": "]", "(": ")"}
_SEPARATOR: Final = re.compile(r"[:：,;|.。]|\+(?=\s|$)|-+>|-+(?=\s|$)|[\u2010-\u2015]+>?|=>|→")


@dataclass(frozen=True, slots=True)
class Opening:
    """The time at the start of a line, and what follows it."""

    time: WrittenTime
    rest: str
    """What follows; the whole line where the time is the start of a range."""

    @property
    def has_clock(self) -> bool:
        """Whether a time of day is written, and not only a day."""
        return self.time.clock is not None or self.time.impossible


def opening(text: str) -> Opening | None:
    """The time that `text` begins with, or None.

    A bare `1.17` is a number; a bare time with a full stop needs two-digit hours and a mark after it.
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    time = time_at(text, start)
    if time is None:
        return None
    after = text[time.end :]
    is_bare_pointed = time.pointed and time.day is None
    if is_bare_pointed and not (text[start + 2 : start + 3] == "." and _PARTED.match(after)):
        return None
    other_end = _RANGE.match(after)
    if other_end and time_at(after, other_end.end()):
        return Opening(time, text[start:].strip())
    return Opening(time, _after(after, lead[0] if lead else ""))


def _after(text: str, lead: str) -> str:
    """`text` without the marks that close what `lead` opened, and without its separator."""
    owed = [_CLOSES[mark] for mark in lead if mark in _CLOSES]
    for _ in range(2):
        text = text.lstrip()
        while owed and text.startswith(owed[-1]):
            text = text[1:].lstrip()
            owed.pop()
        separator = _SEPARATOR.match(text)
        if separator is None:
            break
        text = text[separator.end() :]
    return text.strip()


_BOLD: Final = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})(?P<label>[^*\n]{1,80}?)(?P<inner>\s*[:：])?\s*(?P=mark)"
    r"\s*(?P<outer>[:：]?)\s*(?P<rest>.*)",
    re.DOTALL,
)
_PLAIN: Final = re.compile(r"(?P<label>[^\W\d][^:：|\n]{0,60}?)\s*[:：]\s*(?P<rest>.*)", re.DOTALL)
_MEASURE: Final = re.compile(
    r"(?P<label>time to [a-z]+)\s+(?P<rest>[~0-9].*)", re.IGNORECASE | re.DOTALL
)
_CELL: Final = re.compile(
    r"[*_]*(?P<label>[^\W\d][^|\n]{0,60}?)[:：*_]*\s+\|\s+(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with a label."""

    label: str
    rest: str
    bold: bool
    marked: bool
    """Whether a colon follows the label, or nothing at all."""


def labelled(text: str, *, is_row: bool) -> Labelled | None:
    """The label that `text` begins with, or None."""
    if is_row:
        cell = _CELL.match(text)
        return Labelled(cell["label"], cell["rest"], bold=False, marked=True) if cell else None
    bold = _BOLD.match(text)
    if bold:
        marked = bool(bold["inner"] or bold["outer"] or not bold["rest"])
        return Labelled(bold["label"].strip(), bold["rest"].strip(), bold=True, marked=marked)
    plain = _PLAIN.match(text) or _MEASURE.match(text)
    if plain is None:
        return None
    return Labelled(plain["label"], plain["rest"].strip(), bold=False, marked=True)
