from datetime import UTC, datetime

import pytest

from netfin_incident.domain.moment import parse_start
from netfin_incident.domain.zones import local
from netfin_incident.errors import UsageError

NOW = datetime(2026, 11, 24, 18, 20, 30, tzinfo=UTC)
"""Already the 25th in Shanghai."""


def read(text: str, zone: str = "Asia/Shanghai") -> str:
    return local(parse_start(text, NOW, zone).at, zone).strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-01", "2026-12-01 00:00:00"),
        ("2026/12/1", "2026-12-01 00:00:00"),
        ("２０２６年１２月１日", "2026-12-01 00:00:00"),
        (" 2020-02-29 ", "2020-02-29 00:00:00"),
        ("today", "2026-11-25 00:00:00"),
        ("昨天", "2026-11-24 00:00:00"),
        ("明天", "2026-11-26 00:00:00"),
        ("2026-12-01 09:30", "2026-12-01 09:30:00"),
        ("tomorrow 09:30", "2026-11-26 09:30:00"),
        ("now", "2026-11-25 02:20:30"),
        ("+2d", "2026-11-27 02:20:30"),
        ("-2d", "2026-11-23 02:20:30"),
    ],
)
def test_a_day_alone_is_its_first_moment_and_the_rest_is_read_as_elsewhere(
    text: str, expected: str
) -> None:
    assert read(text) == expected


def test_a_day_begins_where_its_zone_says() -> None:
    assert parse_start("2026-12-01", NOW, "Asia/Shanghai").at.hour == 16
    assert parse_start("2026-12-01", NOW, "Europe/London").at == datetime(2026, 12, 1, tzinfo=UTC)


def test_a_day_whose_midnight_the_clocks_skip_begins_when_they_go_on() -> None:
    assert read("2018-11-04", "America/Sao_Paulo") == "2018-11-04 01:00:00"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("12-01", "moment-without-time"), ("12月1日", "moment-without-time"),
        ("昨晚", "moment-without-time"), ("2026-02-30", "moment-no-such-day"),
        ("1999-01-01", "moment-out-of-range"), ("01/12/2026", "moment-date-ambiguous"),
        ("", "moment-empty"), ("soon", "moment-unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_one_day_is_refused(text: str, slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_start(text, NOW, "Asia/Shanghai")
    assert refused.value.slug == slug
