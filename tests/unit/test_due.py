from datetime import UTC, datetime

import pytest

from netfin_incident.domain.moment import parse_due, parse_duration
from netfin_incident.domain.zones import check_zone, local
from netfin_incident.errors import UsageError

SHANGHAI = "Asia/Shanghai"
NOW = datetime(2026, 11, 24, 6, 20, 30, 123_456, tzinfo=UTC)  # 14:20:30 in Shanghai


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30m", "2026-11-24 14:50:30"),
        ("+30m", "2026-11-24 14:50:30"),
        ("in 30m", "2026-11-24 14:50:30"),
        ("30分钟内", "2026-11-24 14:50:30"),
        ("1小时后", "2026-11-24 15:20:30"),
        ("半小时", "2026-11-24 14:50:30"),
        ("2d", "2026-11-26 14:20:30"),
        ("14:05", "2026-11-25 14:05:00"),
        ("15:00", "2026-11-24 15:00:00"),
        ("明天 09:00", "2026-11-25 09:00:00"),
        ("tomorrow 09:00", "2026-11-25 09:00:00"),
        ("今晚 8点", "2026-11-24 20:00:00"),
        ("2026-12-01 10:00", "2026-12-01 10:00:00"),
        ("03-01 10:00", "2027-03-01 10:00:00"),
    ],
)
def test_a_due_time_is_the_next_one(text: str, expected: str) -> None:
    due = parse_due(text, NOW, SHANGHAI)
    assert local(due.at, SHANGHAI).strftime("%Y-%m-%d %H:%M:%S") == expected


@pytest.mark.parametrize("text", ["-15m", "now", "2026-11-24 14:05", "昨天 09:00", "0m"])
def test_a_due_time_that_has_passed_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_due(text, NOW, SHANGHAI)
    assert refusal.value.slug == "due-not-ahead"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10m", 600),
        ("1h30m", 5400),
        ("1h 30m", 5400),
        ("90s", 90),
        ("2d", 172_800),
        ("366d", 366 * 86_400),
        ("10分钟", 600),
        ("１０分鐘", 600),
        ("1小时", 3600),
        ("1个小时30分", 5400),
        ("半小时", 1800),
        ("半个小时", 1800),
        ("45 Seconds", 45),
    ],
)
def test_a_length_of_time_is_read_in_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "duration-unreadable"),
        ("10", "duration-unreadable"),
        ("5 minuets", "duration-unreadable"),
        ("m", "duration-unreadable"),
        ("1e9s", "duration-unreadable"),
        ("P1Y", "duration-unreadable"),
        ("inf", "duration-unreadable"),
        ("0m", "duration-out-of-range"),
        ("-1m", "duration-out-of-range"),
        ("367d", "duration-out-of-range"),
        ("999999999w", "duration-out-of-range"),
    ],
)
def test_a_length_that_cannot_be_a_time_box_is_refused(text: str, slug: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_duration(text)
    assert refusal.value.slug == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("", "zone-not-a-name"),
        ("../../etc/passwd", "zone-not-a-name"),
        ("/usr/share/zoneinfo/UTC", "zone-not-a-name"),
        ("Asia/Shanghai\0", "zone-not-a-name"),
        ("+08:00", "zone-not-a-name"),
        ("posix/Asia/Shanghai", "zone-not-a-name"),
        ("localtime", "zone-not-a-name"),
        ("Ａsia/Shanghai", "zone-not-a-name"),
        ("A" * 5000, "zone-unknown"),
        ("Asia", "zone-unknown"),
        ("Asia/Shangai", "zone-unknown"),
    ],
)
def test_a_zone_is_a_name_of_the_database(name: str, slug: str) -> None:
    with pytest.raises(UsageError) as refusal:
        check_zone(name)
    assert refusal.value.slug == slug
