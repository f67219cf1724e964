"""Days and clock times in the words of a log, before they are placed on a calendar.

Forms with one reading are read: `2020-02-18 14:13`, `14.43`, `9:29`, `18 February 2020, 2:13 pm`.
`03/04/2021` has two, and keeps both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from netfin_incident.exchange.incident_log.zones import ZONE
from netfin_incident.wording.log_words import (
    DATE_MARKS,
    DAY_SUFFIX,
    HALF_PAST,
    HOUR_MARKS,
    MINUTE_MARK,
    PARTS_OF_DAY,
    ROUGH_WORDS,
)

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
)
_Y, _M, _D = DATE_MARKS
_HYPHEN: Final = r"[-\u2010-\u2013]"
_DAY: Final = (
    rf"{_WEEKDAY}(?:"
    rf"(?P<y1>[0-9]{{3,6}}){_HYPHEN}(?P<m1>[0-9]{{1,2}}){_HYPHEN}(?P<d1>[0-9]{{1,2}})(?!{_HYPHEN}?[0-9])"
    r"|(?P<y2>[0-9]{4})(?P<mark2>[/.])(?P<m2>[0-9]{1,2})(?P=mark2)(?P<d2>[0-9]{1,2})(?![./]?[0-9])"
    rf"|(?P<y3>[0-9]{{4}}){_Y}(?P<m3>[0-9]{{1,2}}){_M}(?P<d3>[0-9]{{1,2}})(?:{_D}|{DAY_SUFFIX})?"
    r"|(?P<a>[0-9]{1,2})(?P<mark4>[-/.])(?P<b>[0-9]{1,2})(?P=mark4)(?P<y4>[0-9]{4})(?![0-9])"
    rf"|(?P<d5>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<n5>{_MONTH})(?:[\s,-]*(?P<y5>(?:19|20)[0-9]{{2}})(?![0-9:]))?"
    rf"|(?P<n6>{_MONTH})\s+(?P<d6>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:.])(?:,?\s+(?P<y6>(?:19|20)[0-9]{{2}})(?![0-9:]))?"
    rf"|(?P<y7>[0-9]{{4}})[-/ ](?P<n7>{_MONTH})[-/ ](?P<d7>[0-9]{{1,2}})(?![0-9])"
    r")"
)
_HALF: Final = r"[ap]\.?m\b\.?"
_CHINESE_TIME: Final = (
    rf"(?:(?P<p4>{'|'.join(PARTS_OF_DAY)})\s?)?(?P<h4>[0-9]{{1,2}})[{HOUR_MARKS}]"
    rf"(?:(?P<i4>[0-9]{{1,2}}){MINUTE_MARK}?|(?P<half>{HALF_PAST})|(?(p4)|(?!)))"
)
_TIME: Final = (
    rf"(?:{_CHINESE_TIME}|(?P<h1>[0-9]{{1,2}})(?P<point>[:.：]|h(?![0-9]{{2}}\s?m))(?P<i1>[0-9]{{2}})(?:[:.](?P<s1>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?"
    rf"(?!\.?[0-9])(?:\s?(?P<p1>{_HALF}))?|(?P<h2>[0-9]{{1,2}})\s?(?P<p2>{_HALF}))"
    r"(?:\s?(?:hrs?|hours?|h)\b)?"
)
_PACKED: Final = (
    r"(?<=[\sT])(?P<h3>[0-9]{2})(?P<i3>[0-9]{2})(?![0-9])"
    r"(?:\s?(?:hrs?|hours?|h)\b|(?(y1)(?=Z|\s*(?:[-:|\u2010-\u2015]|UTC|GMT|BST|$))|(?!)))"
)
_ZONE: Final = rf"(?:\s?\(?{ZONE}\)?)?"
_GAP: Final = rf"(?:T|\s*(?:[-:,@|\u2010-\u2015]\s*)?(?:(?:at|{ROUGH_WORDS})\s*)*)"
_NOT_INSIDE: Final = r"(?<![0-9A-Za-z.:/#=_+])(?<![0-9A-Za-z]-)"
_DAY_FIRST: Final = re.compile(
    rf"{_NOT_INSIDE}{_DAY}(?P<gap>{_GAP})(?:{_TIME}|{_PACKED}){_ZONE}",
    re.IGNORECASE,
)
_TIME_FIRST: Final = re.compile(
    rf"{_NOT_INSIDE}{_TIME}{_ZONE}(?:(?:\s*,\s*|\s+)(?:on\s+)?(?:the\s+)?{_DAY})?",
    re.IGNORECASE,
)
_DAY_ONLY: Final = re.compile(rf"{_NOT_INSIDE}{_DAY}", re.IGNORECASE)
_ROUGH: Final = re.compile(rf"{ROUGH_WORDS}\s*$", re.IGNORECASE)
_ROUGH_INSIDE: Final = re.compile(ROUGH_WORDS, re.IGNORECASE)
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as written; the year may be missing or impossible."""

    text: str
    year: int | None
    month: int
    day: int
    swaps: bool = False
    """Whether month and day may as well be read the other way round."""

    def dates(self, year: int) -> list[date]:
        """The days it may be, with `year` where none is written; none where it cannot be."""
        found: list[date] = []
        for month, day in ((self.month, self.day), (self.day, self.month))[: 1 + self.swaps]:
            try:
                found.append(date(year if self.year is None else self.year, month, day))
            except ValueError:
                continue
        return found


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A clock time, a day, or both, as found in a text."""

    text: str
    start: int
    end: int
    day: WrittenDay | None
    clock: time | None
    """None where there is no time of day, or none that exists."""
    next_day: bool = False
    """Whether it is 24:00."""
    impossible: bool = False
    """Whether a time of day is written that does not exist."""
    zone: str = ""
    """As written."""
    rough: bool = False
    to_the_second: bool = False
    pointed: bool = False
    """Whether hours and minutes are parted by a full stop, as in 14.43."""

    @property
    def is_full(self) -> bool:
        """Whether both a day and a time of day are written."""
        return self.day is not None and (self.clock is not None or self.impossible)


def time_at(text: str, start: int = 0) -> WrittenTime | None:
    """The day and time, time, or day that begins at `start`."""
    for form in (_DAY_FIRST, _TIME_FIRST, _DAY_ONLY):
        found = form.match(text, start)
        if found:
            return _read(found)
    return None


def times_in(text: str) -> Iterator[WrittenTime]:
    """Every day with a time, time, or day in `text`, from left to right."""
    at = 0
    ahead = {form: form.search(text) for form in (_DAY_FIRST, _TIME_FIRST, _DAY_ONLY)}
    while True:
        for form, match in ahead.items():
            if match and match.start() < at:
                ahead[form] = form.search(text, at)
        first = min(filter(None, ahead.values()), key=lambda match: match.start(), default=None)
        if first is None:
            return
        at = first.end()
        yield _read(first)


def _read(found: re.Match[str]) -> WrittenTime:
    groups = found.groupdict()
    hour = next((groups[f"h{n}"] for n in (1, 2, 3, 4) if groups.get(f"h{n}")), None)
    minute = groups.get("i1") or groups.get("i3") or groups.get("i4") or "0"
    if groups.get("half"):
        minute = "30"
    second = groups.get("s1")
    half = (groups.get("p1") or groups.get("p2") or "").lower().replace(".", "")
    half = half or _half(groups.get("p4"), int(groups.get("h4") or 0))
    clock = _clock(int(hour), int(minute), int(second or 0), half) if hour else None
    is_midnight = bool(hour) and int(hour or 0) == 24 and not int(minute) + int(second or 0)  # noqa: PLR2004 - 24:00
    rough = _ROUGH.search(found.string[max(0, found.start() - 16) : found.start()])
    return WrittenTime(
        found[0].rstrip(" ("),
        found.start(),
        found.end(),
        _day(groups, found[0]),
        time() if is_midnight else clock,
        is_midnight,
        bool(hour) and clock is None and not is_midnight,
        groups.get("zone") or groups.get("offset") or "",
        bool(rough or _ROUGH_INSIDE.search(groups.get("gap") or "")),
        second is not None,
        groups.get("point") == ".",
    )


def _half(part: str | None, hour: int) -> str:
    """Am or pm by the part of the day, where the hour is one of twelve."""
    return PARTS_OF_DAY.get(part or "", "") if 1 <= hour <= _NOON else ""


def _clock(hour: int, minute: int, second: int, half: str) -> time | None:
    if half and not (half == "pm" and hour > _NOON):  # 14:55pm says the same twice
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _day(groups: dict[str, str | None], text: str) -> WrittenDay | None:
    year = next((groups[f"y{n}"] for n in range(1, 8) if groups.get(f"y{n}")), None)
    name = groups.get("n5") or groups.get("n6") or groups.get("n7")
    a, b = groups.get("a"), groups.get("b")
    if a and b and year:
        return _day_or_month_first(text, int(year), int(a), int(b))
    day = next((groups[f"d{n}"] for n in (1, 2, 3, 5, 6, 7) if groups.get(f"d{n}")), None)
    if day is None:
        return None
    month = next((groups[f"m{n}"] for n in (1, 2, 3) if groups.get(f"m{n}")), None)
    number = _MONTHS.index(name[:3].lower()) + 1 if name else int(month or 0)
    return WrittenDay(text, int(year) if year else None, number, int(day))


def _day_or_month_first(text: str, year: int, first: int, second: int) -> WrittenDay:
    if first > _NOON:
        return WrittenDay(text, year, second, first)
    if second > _NOON or first == second:
        return WrittenDay(text, year, first, second)
    return WrittenDay(text, year, second, first, swaps=True)
