"""Business hours: the weekly windows in which time counts, and how much of a span they hold.

A moment is within hours when the clocks of the place show a time inside a window of that weekday;
windows are half-open, so 17:00 is outside `10:00-17:00`.  Where clocks are put forward or back, the
hours they show are what counts, and the seconds that really passed are what is added up.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import UsageError

_SEVEN_DAYS: Final = timedelta(days=7)
_MINUTES: Final = 24 * 60
_WEEK: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """One stretch of one weekday, half-open, in minutes since midnight."""

    weekday: int
    """0 for Monday."""
    opens: int
    closes: int
    """At most 1440, which is 24:00."""

    def __str__(self) -> str:
        """The window as it is written: `10:00-17:00`."""
        return f"{_clock(self.opens)}-{_clock(self.closes)}"


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """A week's windows, in order, none overlapping another."""

    windows: tuple[Window, ...]

    def elapsed(self, start: datetime, end: datetime, zone: str) -> int:
        """Seconds within hours from `start` to `end`, by the clocks of `zone`.

        Both are aware.  The same moment twice gives 0; an `end` before `start` gives the negative
        of the span the other way round, so that a wrong order is seen and not hidden.

        Raises:
            UsageError: `zone` is not the name of a time zone.
        """
        place = ZoneInfo(check_zone(zone))
        if end < start:
            return -self._open_seconds(end, start, place)
        return self._open_seconds(start, end, place)

    def minutes_on(self, day: date) -> int:
        """Minutes of hours on the weekday of `day`."""
        return sum(w.closes - w.opens for w in self.windows if w.weekday == day.weekday())

    def _open_seconds(self, start: datetime, end: datetime, place: ZoneInfo) -> int:
        pieces = _pieces(start.astimezone(UTC), end.astimezone(UTC), place)
        return sum(self._open_on_one_clock(a, b) for a, b in pieces)

    def _open_on_one_clock(self, start: datetime, end: datetime) -> int:
        weeks = (end - start) // _SEVEN_DAYS
        total = timedelta(minutes=sum(w.closes - w.opens for w in self.windows)) * weeks
        start += weeks * _SEVEN_DAYS
        day = start.date()
        while day <= end.date():
            midnight = datetime.combine(day, time())
            for window in self.windows:
                if window.weekday == day.weekday():
                    opens = midnight + timedelta(minutes=window.opens)
                    closes = midnight + timedelta(minutes=window.closes)
                    total += max(timedelta(), min(end, closes) - max(start, opens))
            day += timedelta(days=1)
        return int(total.total_seconds())

    def __str__(self) -> str:
        """The hours as they are written: `Mon-Fri 10:00-17:00; Sat 10:00-12:00`."""
        by_day = {
            day: ",".join(str(w) for w in self.windows if w.weekday == day) for day in range(7)
        }
        runs: list[tuple[int, int]] = []
        for day, said in by_day.items():
            if runs and said and runs[-1][1] == day - 1 and by_day[runs[-1][0]] == said:
                runs[-1] = (runs[-1][0], day)
            elif said:
                runs.append((day, day))
        return "; ".join(f"{_days(first, last)} {by_day[first]}" for first, last in runs)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _days(first: int, last: int) -> str:
    return _WEEK[first] if first == last else f"{_WEEK[first]}-{_WEEK[last]}"


def _pieces(start: datetime, end: datetime, place: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The span from `start` to `end` (UTC) as wall-clock stretches without a change of offset.

    Offsets are looked at week by week: no place puts its clocks forward and back within one.
    """
    at = start
    while at < end:
        offset = _offset(at, place)
        until = at
        while until < end:
            step = min(until + _SEVEN_DAYS, end)
            if _offset(step, place) != offset:
                step = _change(until, step, place)
                yield _wall(at, offset), _wall(step, offset)
                break
            until = step
        else:
            yield _wall(at, offset), _wall(end, offset)
            return
        at = step


def _change(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """The first second with the offset of `after`."""
    old = _offset(before, place)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=1) // 2)
        if _offset(middle, place) == old:
            before = middle
        else:
            after = middle
    return after


def _offset(at: datetime, place: ZoneInfo) -> timedelta:
    return at.astimezone(place).utcoffset() or timedelta()


def _wall(at: datetime, offset: timedelta) -> datetime:
    return at.replace(tzinfo=None) + offset


# --- reading ----------------------------------------------------------------------------------

_NAMES: Final = {
    **{
        name: day
        for day, names in enumerate((
            "mon mo monday mondays m 周一 星期一 礼拜一 週一 禮拜一",
            "tue tu tues tuesday tuesdays 周二 星期二 礼拜二 週二 禮拜二",
            "wed we weds wednesday wednesdays w 周三 星期三 礼拜三 週三 禮拜三",
            "thu th thur thurs thursday thursdays 周四 星期四 礼拜四 週四 禮拜四",
            "fri fr friday fridays f 周五 星期五 礼拜五 週五 禮拜五",
            "sat sa saturday saturdays 周六 星期六 礼拜六 週六 禮拜六",
            "sun su sunday sundays 周日 周天 星期日 星期天 礼拜日 礼拜天 週日 禮拜日",
        ))
        for name in names.split()
    },
    **dict(zip("一二三四五六日", range(7), strict=True)),
}  # fmt: skip
_GROUPS: Final = {
    name: days
    for names, days in (
        ("weekdays weekday workdays workday 工作日", range(5)),
        ("weekends weekend 周末 週末", range(5, 7)),
        ("daily everyday 每天 每日 每周", range(7)),
    )
    for name in names.split()
}
_DASH: Final = re.compile(
    r"\s*(?:[-\u2010-\u2015\u2212~〜至到]|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*",
)
_TIME: Final = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*([ap]m)?"
_TOKEN: Final = re.compile(
    rf"(?P<window>{_TIME}-{_TIME}(?![0-9:]))"
    r"|(?P<days>[^\W\d_]+(?:-[^\W\d_]+)?)|(?P<space>[\s,、&+/]+)|(?P<other>.)",
)
_NOON: Final = 12


def parse_business_hours(text: str) -> BusinessHours:
    """Read `Mon-Fri 09:00-12:00,13:00-18:00; Sat 10:00-12:00`, `周一至周五 09:00-18:00`, `24/7`.

    Days stand before or after their windows; windows without days hold every day,
    where no part names days.

    Raises:
        UsageError: a part is unreadable, a day has no such name, a window ends before it starts or
            overlaps another, or no window is given.
    """
    given = text.strip()
    folded = unicodedata.normalize("NFKC", text).casefold()
    for words, word in (
        ("24/7", "daily 00:00-24:00"),
        ("every day", "daily"),
        ("working days", "workdays"),
        ("business days", "workdays"),
    ):
        folded = folded.replace(words, word)
    parts = re.split(r"[;\n]|\band\b", _DASH.sub("-", folded))
    windows = sorted(_windows([group for part in parts for group in _groups(part, given)], given))
    if not windows:
        raise UsageError("hours-without-window", given=given)
    for one, other in pairwise(windows):
        if one.weekday == other.weekday and other.opens < one.closes:
            raise UsageError("hours-overlap", given=given, first=str(one), second=str(other))
    return BusinessHours(tuple(windows))


@dataclass(slots=True)
class _Group:
    """Days with the windows written beside them."""

    days: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


def _groups(part: str, given: str) -> list[_Group]:
    """The days and windows of one part, whichever of the two is written first."""
    groups: list[_Group] = []
    first = before = ""
    for token in _TOKEN.finditer(part):
        kind = token.lastgroup
        if kind == "space":
            continue
        if kind is None or kind == "other":
            raise UsageError("hours-unreadable", given=given, part=token[0])
        first = first or kind
        if not groups or (kind == first != before):
            groups.append(_Group())
        if kind == "days":
            groups[-1].days += _weekdays(token["days"], given)
        else:
            groups[-1].spans.append(_window(token, given))
        before = kind
    return groups


def _windows(groups: list[_Group], given: str) -> Iterator[Window]:
    days_are_named = any(group.days for group in groups)
    for group in groups:
        if not group.spans:
            raise UsageError("hours-without-window", given=given)
        if days_are_named and not group.days:
            opens, closes = group.spans[0]
            raise UsageError("hours-unreadable", given=given, part=str(Window(0, opens, closes)))
        for day in dict.fromkeys(group.days or range(7)):
            for opens, closes in group.spans:
                yield Window(day, opens, closes)


def _weekdays(word: str, given: str) -> list[int]:
    if word in _GROUPS:
        return list(_GROUPS[word])
    first, dash, last = word.partition("-")
    unknown = next((name for name in (first, last if dash else first) if name not in _NAMES), None)
    if unknown is not None:
        raise UsageError("hours-day-unknown", given=given, day=unknown)
    start, end = _NAMES[first], _NAMES[last if dash else first]
    return [(start + n) % 7 for n in range((end - start) % 7 + 1)]


def _window(token: re.Match[str], given: str) -> tuple[int, int]:
    if bool(token[4]) != bool(token[7]):  # 1-5pm may begin at night or after noon
        raise UsageError("hours-unreadable", given=given, part=token["window"])
    opens = _minutes(token[2], token[3], token[4], given)
    closes = _minutes(token[5], token[6], token[7], given)
    if closes <= opens:
        raise UsageError("hours-window-backwards", given=given, window=token["window"])
    return opens, closes


def _minutes(hour: str, minute: str | None, half: str | None, given: str) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half and not 1 <= hours <= _NOON:
        raise UsageError("hours-no-such-time", given=given, time=f"{hour}{half}")
    if half:
        hours = hours % _NOON + (_NOON if half == "pm" else 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > _MINUTES:  # noqa: PLR2004 - the minutes of an hour
        raise UsageError("hours-no-such-time", given=given, time=f"{hour}:{minute or '00'}")
    return total
