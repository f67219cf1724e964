"""Moments as people type them: `-15m`, `14:05`, `昨天 23:50`, `2026-11-24 14:05`.

`now` and the zone are given, never looked up.  A bare clock time is the latest past one; for a time
that something is due, the next one.  A text with two readings is refused with what to write
instead, because a wrong time in the record is worse than a second try.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Precision
from netfin_incident.domain.wallclock import (
    Amount,
    MonthDay,
    Written,
    fold,
    read_amount,
    read_day,
    read_written,
)
from netfin_incident.domain.zones import Moment, check_zone, local
from netfin_incident.errors import UsageError

SLACK: Final = timedelta(minutes=2)
"""How far ahead of now a past moment may lie: clocks differ and people round up."""
LONGEST_SECONDS: Final = 366 * 86400
"""The longest time-box."""

_FIRST: Final = datetime(2000, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(2101, 1, 1, tzinfo=UTC)
_ONE_DAY: Final = timedelta(days=1)
_LEAP_YEARS_APART: Final = 8


_NOW: Final = frozenset({"now", "现在", "此刻"})
_ROUGHLY: Final = re.compile(r"(?:~|about|around|approx\.?|大约|大概|约)\s?(.+)|(.+?)\s?左右")
_BACK: Final = re.compile(r"-\s?(.+)|(.+?)\s?(?:ago|之前|以前|前)")
_AHEAD: Final = re.compile(r"\+\s?(.+)|in\s(.+)|(.+?)\s?(?:之后|以后|后|以内|之内|内)")


def parse_moment(text: str, now: datetime, zone: str, *, future_ok: bool = False) -> Moment:
    """The moment that `text` names; with `future_ok` it may lie ahead.

    Raises:
        UsageError: it is unreadable, has two readings, does not exist, or lies ahead.
    """
    moment = _parse(text, now, zone, next_one=False)
    if not future_ok and moment.at > now + SLACK:
        read_as = local(moment.at, zone).isoformat(" ", "minutes")
        raise UsageError("moment-in-future", given=text.strip(), read_as=read_as)
    return moment


def parse_due(text: str, now: datetime, zone: str) -> Moment:
    """The moment ahead that `text` names: `30m` or `+30m` from now, the next `14:05`, or a date.

    Raises:
        UsageError: it is unreadable, has two readings, does not exist, or is not ahead.
    """
    amount = read_amount(fold(text))
    moment = (
        _shifted(amount, text.strip(), now, zone)
        if amount
        else _parse(text, now, zone, next_one=True)
    )
    if moment.at <= now:
        read_as = local(moment.at, zone).isoformat(" ", "minutes")
        raise UsageError("due-not-ahead", given=text.strip(), read_as=read_as)
    return moment


def parse_start(text: str, now: datetime, zone: str, *, next_one: bool = False) -> Moment:
    """The moment, past or ahead, that `text` names; of a day alone, the one with which it begins.

    A bare clock time is the latest past one, or with `next_one` the next.

    Raises:
        UsageError: it is unreadable, has two readings, or does not exist.
    """
    day = read_day(fold(text), text.strip())
    if day is None:
        return _parse(text, now, zone, next_one=next_one)
    place = ZoneInfo(check_zone(zone))
    if isinstance(day, int):
        day = now.astimezone(place).date() + timedelta(days=day)
    begins = datetime.combine(day, time(), place).astimezone(UTC)
    return Moment(begins, Precision.EXACT, zone)


def parse_duration(text: str) -> int:
    """The seconds that `10m`, `1h30m`, `90s`, `2d`, `10分钟` or `半小时` last.

    Raises:
        UsageError: it is not a length of time, is zero or negative, or exceeds 366 days.
    """
    folded = fold(text)
    amount = read_amount(folded.removeprefix("-").strip())
    if amount is None:
        raise UsageError("duration-unreadable", given=text.strip())
    seconds = amount.days * 86400 + amount.seconds
    if folded.startswith("-") or not 0 < seconds <= LONGEST_SECONDS:
        raise UsageError("duration-out-of-range", given=text.strip())
    return seconds


def _parse(text: str, now: datetime, zone: str, *, next_one: bool) -> Moment:
    zone = check_zone(zone)
    given, folded = text.strip(), fold(text)
    if not folded:
        raise UsageError("moment-empty")
    rough = _ROUGHLY.fullmatch(folded)
    if rough:
        folded = rough[1] or rough[2]
    moment = _placed(folded, given, now, zone, next_one=next_one)
    return Moment(moment.at, Precision.APPROXIMATE, zone) if rough else moment


def _placed(folded: str, given: str, now: datetime, zone: str, *, next_one: bool) -> Moment:
    if folded in _NOW:
        return Moment(now, Precision.EXACT, zone)
    for form, direction in ((_BACK, -1), (_AHEAD, 1)):
        match = form.fullmatch(folded)
        amount = match and read_amount(next(filter(None, match.groups())))
        if amount:
            return _shifted(amount, given, now, zone, direction)
    written = read_written(folded, given)
    place = written.offset or ZoneInfo(zone)
    at = _Calendar(given=given, now=now, place=place, next_one=next_one).instant(written)
    return Moment(at, Precision.EXACT if written.to_the_second else Precision.MINUTE, zone)


def _shifted(amount: Amount, given: str, now: datetime, zone: str, direction: int = 1) -> Moment:
    """`amount` from `now`: days on the wall calendar of `zone`, the rest as elapsed time."""
    at = now.replace(microsecond=0)
    if amount.days > (_LAST - _FIRST).days or amount.seconds > (_LAST - _FIRST).total_seconds():
        raise UsageError("moment-out-of-range", given=given)
    if amount.days:
        import pendulum

        wall = pendulum.instance(at).in_timezone(zone).add(days=direction * amount.days)
        at = datetime.fromtimestamp(wall.int_timestamp, UTC)
    at += timedelta(seconds=direction * amount.seconds)
    if not _FIRST <= at < _LAST:
        raise UsageError("moment-out-of-range", given=given)
    precision = Precision.MINUTE if amount.seconds else Precision.APPROXIMATE
    return Moment(at, Precision.EXACT if amount.seconds % 60 else precision, zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    """Puts a written day and time on the calendar of one place."""

    given: str
    now: datetime
    place: ZoneInfo | timezone
    next_one: bool

    def instant(self, written: Written) -> datetime:
        """The one instant that is meant.

        Raises:
            UsageError: no instant fits, or two do.
        """
        match written.day:
            case date():
                return self._on(written.day, written)
            case int():
                return self._on(self._today() + timedelta(days=written.day), written)
            case MonthDay() | None:
                return self._nearest(written)

    def _on(self, day: date, written: Written) -> datetime:
        wall = datetime.combine(day, written.time)
        found = self._instants(wall)
        fitting = [at for at in found if self._fits(at)] if len(found) > 1 else found
        return self._only(fitting or found, wall)

    def _nearest(self, written: Written) -> datetime:
        for day in self._days(written.day):
            wall = datetime.combine(day, written.time)
            found = [at for at in self._instants(wall) if self._fits(at)]
            skipped = wall.replace(tzinfo=self.place).astimezone(UTC)
            if found or (not self._instants(wall) and self._fits(skipped)):
                return self._only(found, wall)
        raise UsageError("moment-no-such-day", given=self.given)

    def _days(self, day: date | int | MonthDay | None) -> Iterator[date]:
        """The days in question, nearest to now first."""
        sign = 1 if self.next_one else -1
        today = self._today()
        if isinstance(day, MonthDay):
            for years in range(-1, _LEAP_YEARS_APART + 1):
                year = today.year + sign * years
                try:
                    yield date(year, day.month, day.day)
                except ValueError:  # 29 February, in a year without one
                    continue
        else:
            for days in (-1, 0, 1, 2):
                yield today + timedelta(days=sign * days)

    def _today(self) -> date:
        return self.now.astimezone(self.place).date()

    def _fits(self, at: datetime) -> bool:
        return at > self.now if self.next_one else at <= self.now + SLACK

    def _instants(self, wall: datetime) -> list[datetime]:
        """None where the clocks skip `wall`, two where they show it twice."""
        found: list[datetime] = []
        for turn in (0, 1):
            at = wall.replace(tzinfo=self.place, fold=turn).astimezone(UTC)
            if at.astimezone(self.place).replace(tzinfo=None) == wall and at not in found:
                found.append(at)
        return found

    def _only(self, found: list[datetime], wall: datetime) -> datetime:
        shown = wall.isoformat(" ", "minutes")
        match found:
            case [at]:
                return at
            case []:
                raise UsageError("moment-skipped-by-clock-change", wall=shown, zone=str(self.place))
            case _:
                first, second = (
                    at.astimezone(self.place).isoformat(" ", "minutes") for at in found
                )
                raise UsageError(
                    "moment-twice-by-clock-change",
                    wall=shown,
                    zone=str(self.place),
                    first=first,
                    second=second,
                )
