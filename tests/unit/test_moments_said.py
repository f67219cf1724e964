from datetime import UTC, datetime

import pytest

from netfin_incident.domain.vocabulary import Precision
from netfin_incident.domain.zones import Moment
from netfin_incident.wording.language import Language
from netfin_incident.wording.moments import clock, countdown, moment_said, span, stamp

THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
SHANGHAI = "Asia/Shanghai"
EN, HANS, HANT = Language


def test_a_stamp_names_its_offset() -> None:
    assert stamp(THEN, SHANGHAI) == "2026-11-24 14:05:30 +08:00"
    assert stamp(THEN, "America/St_Johns") == "2026-11-24 02:35:30 -03:30"
    assert stamp(THEN, "UTC") == "2026-11-24 06:05:30 +00:00"


@pytest.mark.parametrize("zone", ["Asia/Atlantis", "../x\x1b[2J", "", "Asia", "x" * 5_000])
def test_a_moment_in_a_zone_that_is_not_known_here_is_said_in_utc(zone: str) -> None:
    assert stamp(THEN, zone) == "2026-11-24 06:05:30 +00:00"


def test_a_clock_time_is_local() -> None:
    assert clock(THEN, SHANGHAI) == "14:05"


@pytest.mark.parametrize(
    ("precision", "language", "said"),
    [
        (Precision.EXACT, EN, "2026-11-24 14:05:30 +08:00"),
        (Precision.MINUTE, EN, "2026-11-24 14:05 +08:00"),
        (Precision.APPROXIMATE, EN, "about 2026-11-24 14:05 +08:00"),
        (Precision.APPROXIMATE, HANS, "约 2026-11-24 14:05 +08:00"),
        (Precision.APPROXIMATE, HANT, "約 2026-11-24 14:05 +08:00"),
    ],
)
def test_a_moment_is_said_no_more_exactly_than_it_is_known(
    precision: Precision, language: Language, said: str
) -> None:
    assert moment_said(Moment(THEN, precision, SHANGHAI), language) == said


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (0, "0s", "0秒"),
        (45, "45s", "45秒"),
        (60, "1m", "1分"),
        (64, "1m 4s", "1分4秒"),
        (3600, "1h", "1小时"),
        (3604, "1h", "1小时"),
        (4620, "1h 17m", "1小时17分"),
        (90_000, "1d 1h", "1天1小时"),
        (-4620, "-1h 17m", "-1小时17分"),
    ],
)
def test_a_span_is_said_in_its_two_largest_units(seconds: int, en: str, zh: str) -> None:
    assert span(seconds, EN) == en
    assert span(seconds, HANS) == zh


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (1063, "00:17:43", "00:17:43"),
        (0, "00:00:00", "00:00:00"),
        (-190, "OVERDUE +03:10", "超时 +03:10"),
        (-3790, "OVERDUE +01:03:10", "超时 +01:03:10"),
        (360_000, "100:00:00", "100:00:00"),
    ],
)
def test_a_countdown_becomes_a_count_of_what_is_overdue(seconds: int, en: str, zh: str) -> None:
    assert countdown(seconds, EN) == en
    assert countdown(seconds, HANS) == zh


def test_traditional_chinese_is_derived() -> None:
    assert countdown(-190, HANT) == "超時 +03:10"
