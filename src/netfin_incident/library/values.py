"""Single values of a definition file: from the text that stands there to what the domain wants.

The text is clean already.  A text that is no value of its kind is `Unfit`; whoever knows where it
stands makes an error of that.
"""

import re
import unicodedata
import warnings
from collections.abc import Mapping
from datetime import date
from typing import Final

from netfin_incident.domain.expression import RESERVED_WORDS
from netfin_incident.domain.text import MAX_LINE, MAX_TEXT
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.source import code_point

MAX_ID: Final = 64
"""Longest id, in characters."""
MAX_SENTENCE: Final = 500
"""Longest text that explains something, and longest condition, in characters."""
MAX_ARGUMENT: Final = 1_000
"""Longest argument of a command, in characters."""
MAX_PATTERN: Final = 200
"""Longest regular expression, in characters."""
LONGEST_TIME: Final = 366 * 24 * 3600
"""Longest length of time, in seconds."""
MOST_PERCENT: Final = 500

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_ID_CHARACTER: Final = re.compile(r"[A-Za-z0-9_-]")
_VARIABLE: Final = re.compile(r"[a-z][a-z0-9_]*")
_CLOCK: Final = re.compile(r"[a-z0-9][a-z0-9.-]*")
_DURATION: Final = re.compile(r"(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")
_PERCENT: Final = re.compile(r"([1-9][0-9]{0,2})%")
_PERIOD: Final = re.compile(r"[1-9][0-9]? (?:day|week|month|year)s?")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_UNITS: Final = (24 * 3600, 3600, 60, 1)
_MOST_DIGITS: Final = 9


class Unfit(Exception):
    """A text that is no value of its kind, and why."""

    slug: str
    values: Mapping[str, object]

    def __init__(self, slug: str, **values: object) -> None:
        """Name the problem by its `slug` and give the `values` that its sentences need."""
        super().__init__(slug)
        self.slug = slug
        self.values = values

    def at(self, place: Place, name: str) -> DefinitionError:
        """The error to record, once it is known where the text stands and under which key."""
        return DefinitionError(self.slug, place=place, **{"field": name, **self.values})


def line(text: str, longest: int = MAX_LINE) -> str:
    """One line of text."""
    words = " ".join(text.split())
    if not words:
        raise Unfit("field-empty")
    if len(words) > longest:
        raise Unfit("field-too-long", limit=longest)
    return words


def sentence(text: str) -> str:
    """One line of text that may be long."""
    return line(text, MAX_SENTENCE)


def passage(text: str) -> str:
    """Text of several lines and paragraphs."""
    words = text.strip()
    if not words:
        raise Unfit("field-empty")
    if len(words) > MAX_TEXT:
        raise Unfit("field-too-long", limit=MAX_TEXT)
    return words


def argument(text: str) -> str:
    """One argument of a command, blanks and all; it may be empty."""
    if "\n" in text or "\t" in text:
        raise Unfit("argument-broken")
    if len(text) > MAX_ARGUMENT:
        raise Unfit("field-too-long", limit=MAX_ARGUMENT)
    return text


def word(text: str) -> str:
    """Text without a blank in it."""
    given = line(text)
    if " " in given:
        raise Unfit("word-broken", given=given)
    return _short(given)


def identifier(text: str) -> str:
    """An id: ASCII letters, digits, `-` and `_`, so that none can pass for another."""
    given = line(text)
    if not _ID.fullmatch(given):
        strange = next((c for c in given if not _ID_CHARACTER.match(c)), given[0])
        raise Unfit("id-unreadable", given=given, character=code_point(strange))
    return _short(given)


def folded(given: str) -> str:
    """An id with everything gone that two ids must not differ by alone."""
    return unicodedata.normalize("NFKC", given).casefold()


def variable(text: str) -> str:
    """The id of a variable: a word that conditions and templates can hold."""
    given = line(text)
    if not _VARIABLE.fullmatch(given):
        raise Unfit("variable-unreadable", given=given)
    return _short(given)


def new_variable(text: str) -> str:
    """The id of a variable that is declared: no word that conditions have already."""
    given = variable(text)
    if given in RESERVED_WORDS:
        raise Unfit("variable-reserved", given=given)
    return given


def clock(text: str) -> str:
    """The id of a regulatory clock: small letters, digits, `.` and `-`."""
    given = line(text)
    if not _CLOCK.fullmatch(given):
        raise Unfit("clock-unreadable", given=given)
    return _short(given)


def _short(given: str) -> str:
    if len(given) > MAX_ID:
        raise Unfit("field-too-long", limit=MAX_ID)
    return given


def flag(text: str) -> bool:
    """`true` or `false`, and nothing else."""
    given = line(text)
    if given not in {"true", "false"}:
        raise Unfit("field-not-a-flag", given=given)
    return given == "true"


def span(text: str) -> int:
    """Seconds in `45s`, `5m`, `1h30m` or `2d`, more than nothing."""
    seconds = _seconds(line(text))
    if not seconds:
        raise Unfit("limit-out-of-range", given=line(text))
    return seconds


def offset(text: str) -> int:
    """Seconds in a length of time that may be nothing."""
    return _seconds(line(text))


def _seconds(given: str) -> int:
    match = _DURATION.fullmatch(given)
    if match is None or not any(match.groups()[1:]):
        raise Unfit("limit-unreadable", given=given)
    counts = (int((count or "0")[: _MOST_DIGITS + 1]) for count in match.groups()[1:])
    seconds = sum(count * unit for count, unit in zip(counts, _UNITS, strict=True))
    if match[1] or seconds > LONGEST_TIME:
        raise Unfit("limit-out-of-range", given=given)
    return seconds


def percent(text: str) -> int:
    """A whole number of per cent."""
    given = line(text)
    match = _PERCENT.fullmatch(given)
    if match is None or int(match[1]) > MOST_PERCENT:
        raise Unfit("percent-unreadable", given=given, limit=MOST_PERCENT)
    return int(match[1])


def period(text: str) -> str:
    """How often something comes back: `6 months`."""
    given = line(text)
    if not _PERIOD.fullmatch(given):
        raise Unfit("field-not-a-period", given=given)
    return given


def day(text: str) -> date:
    """A date, `2026-03-31`."""
    given = line(text)
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Unfit("field-not-a-date", given=given) from None


def pattern(text: str) -> str:
    """A regular expression."""
    _compiled(text)
    return text


def capture(text: str) -> str:
    """A regular expression with one group, which is what is captured."""
    groups = _compiled(text).groups
    if groups != 1:
        raise Unfit("pattern-groups", given=text, count=groups)
    return text


def _compiled(text: str) -> re.Pattern[str]:
    if not text or len(text) > MAX_PATTERN:
        raise Unfit("field-too-long" if text else "field-empty", limit=MAX_PATTERN)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(text)
    except (re.error, OverflowError, RecursionError) as problem:
        raise Unfit("pattern-unreadable", given=text, problem=str(problem)) from problem


def whole_number(text: str, at_most: int) -> int:
    """A whole number from 1."""
    given = line(text)
    number = int(given) if _NUMBER.fullmatch(given) else 0
    if not 0 < number <= at_most:
        raise Unfit("field-not-a-number", given=given, limit=at_most)
    return number


def choice(text: str, words: tuple[str, ...]) -> str:
    """One of a closed list of words."""
    given = line(text)
    if given not in words:
        raise Unfit("choice-unknown", given=given, choices=choices(given, words))
    return given
