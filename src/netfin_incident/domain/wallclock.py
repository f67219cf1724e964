"""How people write days, clock times and lengths of time, in English and Chinese.

This module reads words into values; it places nothing on a calendar and knows no "now".  What has
two readings (`03/04`, `昨晚 12:30`, `14:05 CST`) is refused rather than guessed.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, time, timedelta, timezone
from typing import Final, NamedTuple

from netfin_incident.domain.records import dataclass
from netfin_incident.errors import UsageError

_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_FARTHEST_OFFSET: Final = timedelta(hours=14)

_FOLDED: Final = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **str.maketrans("\u3000\u2212點時約後號現鐘個", " -点时约后号现钟个"),
}


class MonthDay(NamedTuple):
    """A day of some year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Written:
    """A day and a clock time as written, before they are placed on a calendar."""

    day: date | MonthDay | int | None
    """A full date, a day of any year, a number of days from today, or None for any day."""
    time: time
    to_the_second: bool
    offset: timezone | None
    """The offset from UTC, where one was written."""


class Amount(NamedTuple):
    """A length of time: whole calendar days, and seconds beyond them."""

    days: int
    seconds: int


def fold(text: str) -> str:
    """`text` in half-width lower case, on one line, with the traditional forms of our own words."""
    return " ".join(text.translate(_FOLDED).lower().split())


# --- days -------------------------------------------------------------------------------------

_DAY_WORDS: Final[Mapping[str, tuple[int, str]]] = {
    "yesterday": (-1, ""), "today": (0, ""), "tomorrow": (1, ""),
    "last night": (-1, "晚"), "this morning": (0, "早"), "tonight": (0, "晚"),
    "前天": (-2, ""), "前晚": (-2, "晚"),
    "昨天": (-1, ""), "昨日": (-1, ""), "昨早": (-1, "早"), "昨晚": (-1, "晚"), "昨夜": (-1, "晚"),
    "今天": (0, ""), "今日": (0, ""), "今早": (0, "早"), "今晨": (0, "早"), "今晚": (0, "晚"),
    "明天": (1, ""), "明日": (1, ""), "明早": (1, "早"), "明晚": (1, "晚"), "后天": (2, ""),
}  # fmt: skip

_DAY: Final = (
    r"(?:(?P<year>[0-9]{4})(?:(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<dom>[0-9]{1,2})(?:t| |(?=\D))"
    r"|年(?P<month_zh>[0-9]{1,2})月(?P<dom_zh>[0-9]{1,2})[日号])"
    r"|(?P<md_month>[0-9]{1,2})-(?P<md_dom>[0-9]{1,2})(?:t| |(?=\D))"
    r"|(?P<zh_month>[0-9]{1,2})月(?P<zh_dom>[0-9]{1,2})[日号]"
    rf"|(?P<word>{'|'.join(_DAY_WORDS)}))"
)

# --- clock times ------------------------------------------------------------------------------


class _Part(NamedTuple):
    """A part of the day: which hours it allows, and which of them count from noon."""

    as_written: range
    from_noon: range
    twelve_is_midnight: bool = False


_MORNING: Final = _Part(range(12), range(0))
_NIGHT: Final = _Part(range(17, 24), range(5, 12))
_PARTS: Final[Mapping[str, _Part]] = {
    "凌晨": _Part(range(7), range(0), twelve_is_midnight=True),
    "清晨": _MORNING, "早晨": _MORNING, "早上": _MORNING, "上午": _MORNING, "早": _MORNING,
    "中午": _Part(range(11, 15), range(1, 3)),
    "下午": _Part(range(12, 20), range(1, 8)),
    "傍晚": _NIGHT, "晚上": _NIGHT, "夜里": _NIGHT, "夜间": _NIGHT, "晚": _NIGHT,
    "am": _Part(range(12), range(0), twelve_is_midnight=True),
    "pm": _Part(range(12, 24), range(1, 12)),
}  # fmt: skip

_TIME: Final = (
    rf"(?P<part>{'|'.join(_PARTS)})?\s?(?P<hour>[0-9]{{1,2}})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?P<fraction>\.[0-9]{1,6})?)?"
    r"|[点时](?:(?P<half>半)|整|(?P<minute_zh>[0-9]{1,2})分?(?:(?P<second_zh>[0-9]{1,2})秒)?)?"
    r"|(?=\s?[ap]m))"
    r"(?:\s?(?P<half_day>[ap]m))?"
)
_OFFSET: Final = r"(?:\s?(?P<offset>z|utc|gmt|[-+][0-9]{2}:?[0-9]{2}|[-+][0-9]{1,2}))?"
_WRITTEN: Final = re.compile(rf"(?:{_DAY}(?:\s?at\s)?\s?)?{_TIME}{_OFFSET}")
_DAY_ALONE: Final = re.compile(_DAY)


def read_written(folded: str, given: str) -> Written:
    """Read a clock time, with or without its day.

    Raises:
        UsageError: it is not one, has two readings, or names no existing day or time.
    """
    match = _WRITTEN.fullmatch(folded)
    if match is None:
        raise _why_not(folded, given)
    found = match.groupdict()
    day_word = found["word"]
    days, implied = _DAY_WORDS[day_word] if day_word else (0, "")
    part = found["part"] or implied or found["half_day"] or ""
    second = found["second"] or found["second_zh"]
    return Written(
        days if day_word else _day(found, given),
        _time(found, part, given),
        second is not None,
        _offset(found["offset"], given),
    )


def read_day(folded: str, given: str) -> date | int | None:
    """Read a day without a time: a date with its year, or a number of days from today.

    None where it is anything else.

    Raises:
        UsageError: there is no such day.
    """
    match = _DAY_ALONE.fullmatch(f"{folded} ") or _DAY_ALONE.fullmatch(folded)
    if match is None:
        return None
    found = match.groupdict()
    if found["word"]:
        days, part = _DAY_WORDS[found["word"]]
        return None if part else days
    day = _day(found, given)
    return day if isinstance(day, date) else None


def _day(found: Mapping[str, str | None], given: str) -> date | MonthDay | None:
    month = found["month"] or found["month_zh"] or found["md_month"] or found["zh_month"]
    day = found["dom"] or found["dom_zh"] or found["md_dom"] or found["zh_dom"]
    if month is None or day is None:
        return None
    year = found["year"]
    if year is not None and not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        raise UsageError("moment-out-of-range", given=given)
    try:
        # 2000 was a leap year: a 29 February of some year is a day.
        checked = date(int(year or _FIRST_YEAR), int(month), int(day))
    except ValueError:
        raise UsageError("moment-no-such-day", given=given) from None
    return checked if year else MonthDay(checked.month, checked.day)


def _time(found: Mapping[str, str | None], part: str, given: str) -> time:
    hour = int(found["hour"] or 0)
    minute = 30 if found["half"] else int(found["minute"] or found["minute_zh"] or 0)
    second = int(found["second"] or found["second_zh"] or 0)
    microsecond = round(float(found["fraction"] or 0) * 1_000_000)
    try:
        written = time(hour, minute, second, microsecond)
    except ValueError:
        raise UsageError("moment-no-such-time", given=given) from None
    return written.replace(hour=_hour(hour, part, given)) if part else written


def _hour(hour: int, part: str, given: str) -> int:
    rule = _PARTS[part]
    if hour in rule.from_noon:
        return hour + 12
    if hour in rule.as_written:
        return hour
    if hour == 12 and rule.twelve_is_midnight:  # noqa: PLR2004 - the hour on the dial
        return 0
    if rule is _NIGHT and (hour == 12 or hour < rule.from_noon.start):  # noqa: PLR2004 - as above
        raise UsageError("moment-night-ambiguous", given=given)
    raise UsageError("moment-part-of-day-differs", given=given)


def _offset(written: str | None, given: str) -> timezone | None:
    if written is None:
        return None
    if written in {"z", "utc", "gmt"}:
        return UTC
    digits = written[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > _FARTHEST_OFFSET:  # noqa: PLR2004 - the minutes of an hour
        raise UsageError("moment-no-such-time", given=given)
    return timezone(-offset if written[0] == "-" else offset)


_ISO_LENGTH: Final = re.compile(r"[-+]?p[0-9t].*")
_ORDER_UNKNOWN: Final = re.compile(
    r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}(?:\D.*)?|[0-9]{1,2}/[0-9]{1,2}(?:\D.*)?",
)
_ABBREVIATED_ZONE: Final = re.compile(r".*[0-9]\s?[a-z]{3,4}")


def _why_not(folded: str, given: str) -> UsageError:
    """What to tell the writer of a text that is not a clock time with or without its day."""
    if folded.isdigit():
        return UsageError("moment-is-a-bare-number", given=given)
    if _ISO_LENGTH.fullmatch(folded) or read_amount(folded):
        return UsageError("moment-is-a-duration", given=given)
    if _ORDER_UNKNOWN.fullmatch(folded):
        return UsageError("moment-date-ambiguous", given=given)
    day_alone = _DAY_ALONE.fullmatch(f"{folded} ") or _DAY_ALONE.fullmatch(folded)
    if day_alone:
        _day(day_alone.groupdict(), given)
        return UsageError("moment-without-time", given=given)
    if _ABBREVIATED_ZONE.fullmatch(folded):
        return UsageError("moment-zone-abbreviation", given=given)
    return UsageError("moment-unreadable", given=given)


# --- lengths of time --------------------------------------------------------------------------

_UNITS: Final[Mapping[str, int]] = {
    "weeks": 604800, "week": 604800, "w": 604800,
    "days": 86400, "day": 86400, "d": 86400, "天": 86400,
    "hours": 3600, "hour": 3600, "hrs": 3600, "hr": 3600, "h": 3600, "个小时": 3600, "小时": 3600,
    "minutes": 60, "minute": 60, "mins": 60, "min": 60, "m": 60, "分钟": 60, "分": 60,
    "seconds": 1, "second": 1, "secs": 1, "sec": 1, "s": 1, "秒钟": 1, "秒": 1,
}  # fmt: skip
_PIECE: Final = re.compile(rf"\s?([0-9]{{1,9}})\s?({'|'.join(_UNITS)})(?![a-z])")
_HALF_HOUR: Final = re.compile("半个?小时")


def read_amount(folded: str) -> Amount | None:
    """Read `1h30m`, `2d`, `10分钟`, `半小时`: whole numbers with units, the largest unit first."""
    text = _HALF_HOUR.sub("30m", folded)
    days = seconds = at = 0
    smallest: float = float("inf")
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None or _UNITS[piece[2]] >= smallest:
            return None
        at, smallest = piece.end(), _UNITS[piece[2]]
        if smallest >= _UNITS["d"]:
            days += int(piece[1]) * (smallest // _UNITS["d"])
        else:
            seconds += int(piece[1]) * smallest
    return Amount(days, seconds) if text else None
