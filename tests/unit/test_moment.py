from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from netfin_incident.domain.moment import parse_moment
from netfin_incident.domain.vocabulary import Precision
from netfin_incident.domain.zones import Moment, local

SHANGHAI = "Asia/Shanghai"
NOW = datetime(2026, 11, 24, 6, 20, 30, 123_456, tzinfo=UTC)  # 14:20:30 in Shanghai


def read(text: str, now: datetime = NOW, zone: str = SHANGHAI) -> str:
    return local(parse_moment(text, now, zone).at, zone).strftime("%Y-%m-%d %H:%M:%S")


def at(text: str, zone: str = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-11-24 14:20:30"),
        ("现在", "2026-11-24 14:20:30"),
        ("-15m", "2026-11-24 14:05:30"),
        ("- 15 min", "2026-11-24 14:05:30"),
        ("\u221215m", "2026-11-24 14:05:30"),
        ("-1h30m", "2026-11-24 12:50:30"),
        ("-90s", "2026-11-24 14:19:00"),
        ("-2d", "2026-11-22 14:20:30"),
        ("-1w", "2026-11-17 14:20:30"),
        ("-1d2h", "2026-11-23 12:20:30"),
        ("15m ago", "2026-11-24 14:05:30"),
        ("2 hours 5 minutes ago", "2026-11-24 12:15:30"),
        ("15分钟前", "2026-11-24 14:05:30"),
        ("1小时30分钟前", "2026-11-24 12:50:30"),
        ("1個小時前", "2026-11-24 13:20:30"),
        ("半小时前", "2026-11-24 13:50:30"),
        ("2天前", "2026-11-22 14:20:30"),
    ],
)
def test_a_time_before_now_is_counted_back(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:05", "2026-11-24 14:05:00"),
        ("14:05:30", "2026-11-24 14:05:30"),
        ("9:05", "2026-11-24 09:05:00"),
        ("１４：０５", "2026-11-24 14:05:00"),
        (" 14：05 ", "2026-11-24 14:05:00"),
        ("23:50", "2026-11-23 23:50:00"),
        ("14:21", "2026-11-24 14:21:00"),
        ("14:23", "2026-11-23 14:23:00"),
        ("00:00", "2026-11-24 00:00:00"),
        ("下午3点05分", "2026-11-23 15:05:00"),
        ("15点05分", "2026-11-23 15:05:00"),
        ("15點05分", "2026-11-23 15:05:00"),
        ("23时50分", "2026-11-23 23:50:00"),
        ("9点05分30秒", "2026-11-24 09:05:30"),
        ("上午9点半", "2026-11-24 09:30:00"),
        ("下午1点", "2026-11-24 13:00:00"),
        ("中午12点10分", "2026-11-24 12:10:00"),
        ("凌晨12点30分", "2026-11-24 00:30:00"),
        ("2:05pm", "2026-11-24 14:05:00"),
        ("2 PM", "2026-11-24 14:00:00"),
        ("12:05 am", "2026-11-24 00:05:00"),
    ],
)
def test_a_bare_clock_time_is_the_latest_past_one(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_bare_clock_time_looks_back_across_midnight() -> None:
    just_past_midnight = at("2026-11-24 00:10")
    assert read("23:50", just_past_midnight) == "2026-11-23 23:50:00"
    assert read("0:05", just_past_midnight) == "2026-11-24 00:05:00"


def test_a_bare_clock_time_uses_the_day_of_its_zone() -> None:
    assert read("14:05", zone="UTC") == "2026-11-23 14:05:00"
    assert read("06:05", zone="UTC") == "2026-11-24 06:05:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天 23:50", "2026-11-23 23:50:00"),
        ("昨天23:50", "2026-11-23 23:50:00"),
        ("昨天晚上 11点50分", "2026-11-23 23:50:00"),
        ("昨日下午3点", "2026-11-23 15:00:00"),
        ("今天 9:05", "2026-11-24 09:05:00"),
        ("前天 09:00", "2026-11-22 09:00:00"),
        ("昨晚 23:50", "2026-11-23 23:50:00"),
        ("昨晚 8:30", "2026-11-23 20:30:00"),
        ("今早 8:30", "2026-11-24 08:30:00"),
        ("yesterday 23:50", "2026-11-23 23:50:00"),
        ("Yesterday at 23:50", "2026-11-23 23:50:00"),
        ("today 09:00", "2026-11-24 09:00:00"),
        ("last night 11:50", "2026-11-23 23:50:00"),
    ],
)
def test_a_day_may_be_named_from_today(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24 14:05", "2026-11-24 14:05:00"),
        ("2026-11-24T14:05:30", "2026-11-24 14:05:30"),
        ("2026-11-24T06:05:00Z", "2026-11-24 14:05:00"),
        ("2026-11-24 06:05 UTC", "2026-11-24 14:05:00"),
        ("2026-11-24T14:05:00+08:00", "2026-11-24 14:05:00"),
        ("2026-11-24 14:05 +0800", "2026-11-24 14:05:00"),
        ("2026-11-24 15:05 +09", "2026-11-24 14:05:00"),
        ("2026-11-24 01:05-05:00", "2026-11-24 14:05:00"),
        ("2026/11/24 14:05", "2026-11-24 14:05:00"),
        ("2026.11.24 14:05", "2026-11-24 14:05:00"),
        ("2026年11月24日 14:05", "2026-11-24 14:05:00"),
        ("２０２６年１１月２４日下午２点０５分", "2026-11-24 14:05:00"),
        ("2026-11-4 9:05", "2026-11-04 09:05:00"),
        ("11-24 14:05", "2026-11-24 14:05:00"),
        ("11月24日 14:05", "2026-11-24 14:05:00"),
        ("11月24号14点05分", "2026-11-24 14:05:00"),
        ("11-25 14:05", "2025-11-25 14:05:00"),
        ("02-29 10:00", "2024-02-29 10:00:00"),
        ("14:05 +08:00", "2026-11-24 14:05:00"),
        ("06:05Z", "2026-11-24 14:05:00"),
    ],
)
def test_a_date_is_read_with_the_year_first(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_fraction_of_a_second_is_kept() -> None:
    moment = parse_moment("2026-11-24T06:05:00.250Z", NOW, SHANGHAI)
    assert moment == Moment(
        datetime(2026, 11, 24, 6, 5, 0, 250_000, tzinfo=UTC), Precision.EXACT, SHANGHAI
    )


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("now", Precision.EXACT),
        ("14:05:30", Precision.EXACT),
        ("-90s", Precision.EXACT),
        ("14:05", Precision.MINUTE),
        ("-15m", Precision.MINUTE),
        ("-2d", Precision.APPROXIMATE),
        ("~14:05", Precision.APPROXIMATE),
        ("约14:05", Precision.APPROXIMATE),
        ("大约 昨天 23:50", Precision.APPROXIMATE),
        ("14:05左右", Precision.APPROXIMATE),
        ("about 14:05:30", Precision.APPROXIMATE),
        ("about 15m ago", Precision.APPROXIMATE),
    ],
)
def test_a_moment_says_how_exactly_it_is_known(text: str, precision: Precision) -> None:
    assert parse_moment(text, NOW, SHANGHAI).precision is precision
