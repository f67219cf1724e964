from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from netfin_incident.domain.moment import parse_moment
from netfin_incident.domain.zones import local
from netfin_incident.errors import UsageError
from netfin_incident.wording.usage import USAGE

SHANGHAI = "Asia/Shanghai"
BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 24, 6, 20, 30, 123_456, tzinfo=UTC)  # 14:20:30 in Shanghai


def read(text: str, now: datetime = NOW, zone: str = SHANGHAI) -> str:
    return local(parse_moment(text, now, zone).at, zone).strftime("%Y-%m-%d %H:%M:%S")


def at(text: str, zone: str = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "moment-empty"),
        ("  \u3000 ", "moment-empty"),
        ("soon", "moment-unreadable"),
        ("now+1y", "moment-unreadable"),
        ("-15", "moment-unreadable"),
        ("-1m1h", "moment-unreadable"),
        ("-1.5h", "moment-unreadable"),
        ("14:5", "moment-unreadable"),
        ("2026-11-24 14:05\x00", "moment-unreadable"),
        ("-", "moment-unreadable"),
        ("~", "moment-unreadable"),
        ("x" * 100_000, "moment-unreadable"),
        ("P1Y", "moment-is-a-duration"),
        ("PT1H30M", "moment-is-a-duration"),
        ("15m", "moment-is-a-duration"),
        ("1970", "moment-is-a-bare-number"),
        ("1764000000", "moment-is-a-bare-number"),
        ("٠٩٠٥", "moment-is-a-bare-number"),
        ("03/04/2026", "moment-date-ambiguous"),
        ("03/04/2026 14:05", "moment-date-ambiguous"),
        ("03/04 14:05", "moment-date-ambiguous"),
        ("03/04", "moment-date-ambiguous"),
        ("03.04.2026 14:05", "moment-date-ambiguous"),
        ("03-04-26 14:05", "moment-date-ambiguous"),
        ("2026-02-30 14:05", "moment-no-such-day"),
        ("2026-13-01 14:05", "moment-no-such-day"),
        ("02-30 14:05", "moment-no-such-day"),
        ("23:59:60", "moment-no-such-time"),
        ("23:59:60Z", "moment-no-such-time"),
        ("24:00", "moment-no-such-time"),
        ("14:75", "moment-no-such-time"),
        ("14:05 +15:00", "moment-no-such-time"),
        ("14:05 +08:75", "moment-no-such-time"),
        ("2026-02-30", "moment-no-such-day"),
        ("9999-12-31", "moment-out-of-range"),
        ("2026-11-24", "moment-without-time"),
        ("昨天", "moment-without-time"),
        ("11月24日", "moment-without-time"),
        ("yesterday", "moment-without-time"),
        ("14:05 CST", "moment-zone-abbreviation"),
        ("2026-11-24 14:05 PST", "moment-zone-abbreviation"),
        ("1999-12-31 23:59", "moment-out-of-range"),
        ("2101-01-01 00:00", "moment-out-of-range"),
        ("9999-12-31 23:59", "moment-out-of-range"),
        ("-999999999d", "moment-out-of-range"),
        ("-20000d", "moment-out-of-range"),
        ("-999999999h", "moment-out-of-range"),
        ("+1h", "moment-in-future"),
        ("in 5 minutes", "moment-in-future"),
        ("2026-11-24 14:23", "moment-in-future"),
        ("明天 09:00", "moment-in-future"),
        ("昨晚 0:30", "moment-night-ambiguous"),
        ("昨晚12点", "moment-night-ambiguous"),
        ("last night 2:00", "moment-night-ambiguous"),
        ("上午 15:00", "moment-part-of-day-differs"),
        ("昨晚 15:00", "moment-part-of-day-differs"),
        ("下午 0:30", "moment-part-of-day-differs"),
        ("14:05 am", "moment-part-of-day-differs"),
    ],
)
def test_what_cannot_be_one_moment_is_refused_in_its_own_words(text: str, slug: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_moment(text, NOW, SHANGHAI)
    assert refusal.value.slug == slug
    assert "{" not in USAGE[slug].what.en.format_map(refusal.value.values)


def test_two_minutes_ahead_is_a_difference_of_clocks_and_more_is_the_future() -> None:
    assert read("2026-11-24 14:22") == "2026-11-24 14:22:00"
    assert parse_moment("2026-11-24 14:23", NOW, SHANGHAI, future_ok=True).at == at(
        "2026-11-24 14:23"
    )


def test_a_time_the_clocks_skip_is_refused() -> None:
    after = at("2026-03-29 12:00", BERLIN)
    for text in ("2026-03-29 02:30", "02:30", "03-29 02:30"):
        with pytest.raises(UsageError) as refusal:
            parse_moment(text, after, BERLIN)
        assert refusal.value.slug == "moment-skipped-by-clock-change"


def test_a_skipped_time_still_ahead_is_yesterdays() -> None:
    before = at("2026-03-29 01:00", BERLIN)
    assert read("02:30", before, BERLIN) == "2026-03-28 02:30:00"


def test_a_time_the_clocks_show_twice_is_refused_and_both_are_named() -> None:
    after = at("2026-10-25 12:00", BERLIN)
    for text in ("2026-10-25 02:30", "02:30", "10月25日 02:30"):
        with pytest.raises(UsageError) as refusal:
            parse_moment(text, after, BERLIN)
        assert refusal.value.slug == "moment-twice-by-clock-change"
        first, second = (str(refusal.value.values[name]) for name in ("first", "second"))
        assert parse_moment(second, after, BERLIN).at - parse_moment(
            first, after, BERLIN
        ).at == timedelta(hours=1)


def test_of_two_equal_wall_times_only_the_past_one_can_be_meant() -> None:
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)  # 02:45, before the clocks go back
    for text in ("02:30", "2026-10-25 02:30"):
        assert parse_moment(text, between, BERLIN).at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_days_back_keep_the_wall_clock_and_hours_back_are_elapsed_time() -> None:
    after = at("2026-03-29 12:00", BERLIN)
    assert read("-1d", after, BERLIN) == "2026-03-28 12:00:00"
    assert read("-24h", after, BERLIN) == "2026-03-28 11:00:00"


def test_a_moment_is_not_read_in_an_unknown_zone() -> None:
    with pytest.raises(UsageError) as refusal:
        parse_moment("14:05", NOW, "../../etc/passwd")
    assert refusal.value.slug == "zone-not-a-name"
