"""Business hours: how they are written, refused, and counted."""

from datetime import UTC, date, datetime

import pytest

from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.errors import UsageError

OFFICE = parse_business_hours("Mon-Fri 10:00-17:00")
HOUR = 3600


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Fri 10:00-17:00",
        "M-F 10:00-17:00",
        "Monday–Friday 10:00–17:00",
        "mondays to fridays, 10:00 to 17:00",
        "10:00-17:00 M-F",
        "weekdays 10-17",
        "Weekdays 10am-5pm",
        "Mo-Fr 10.00-17.00",
        "周一至周五 10:00-17:00",
        "周一到五 10:00～17:00",
        "星期一—星期五 １０：００－１７：００",
        "工作日 10:00-17:00",
        "Mon, Tue, Wed, Thu, Fri 10:00-17:00",
    ],
)
def test_the_same_week_can_be_written_in_many_ways(text: str) -> None:
    assert parse_business_hours(text) == OFFICE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mon-Fri 09:00-12:00,13:00-18:00; Sat 10:00-12:00",
            "Mon-Fri 09:00-12:00,13:00-18:00; Sat 10:00-12:00",
        ),
        ("Mon-Fri 9-17, Sat 10-12", "Mon-Fri 09:00-17:00; Sat 10:00-12:00"),
        ("9-17 M-F, 10-12 Sat", "Mon-Fri 09:00-17:00; Sat 10:00-12:00"),
        ("Fri-Mon 08:00-24:00", "Mon 08:00-24:00; Fri-Sun 08:00-24:00"),
        (
            "周一至周五 09:00-18:00；周六、周日 10:00-12:00",
            "Mon-Fri 09:00-18:00; Sat-Sun 10:00-12:00",
        ),
        ("24/7", "Mon-Sun 00:00-24:00"),
        ("10:00-17:00", "Mon-Sun 10:00-17:00"),
        ("每天 07:00-22:00", "Mon-Sun 07:00-22:00"),
        ("Sat,Sat 10:00-12:00", "Sat 10:00-12:00"),
    ],
)
def test_hours_say_how_they_were_read(text: str, said: str) -> None:
    assert str(parse_business_hours(text)) == said
    assert parse_business_hours(said) == parse_business_hours(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", "hours-without-window"),
        ("Mon-Fri", "hours-without-window"),
        ("Mon-Fri 10:00-17:00; Sat", "hours-without-window"),
        ("Mon-Fri 10:00", "hours-unreadable"),
        ("Mon-Fri 10:00-17:00!", "hours-unreadable"),
        ("Mon-Fri 1-5pm", "hours-unreadable"),
        ("Mon-Fri 09:00-12:00; 13:00-18:00", "hours-unreadable"),
        ("Mon-Fri 17:00-10:00", "hours-window-backwards"),
        ("Mon-Fri 10:00-10:00", "hours-window-backwards"),
        ("Mon-Fri 22:00-06:00", "hours-window-backwards"),
        ("Mon-Fri 10:00-25:00", "hours-no-such-time"),
        ("Mon-Fri 10:00-24:01", "hours-no-such-time"),
        ("Mon-Fri 10:75-17:00", "hours-no-such-time"),
        ("Mon-Fri 13am-5pm", "hours-no-such-time"),
        ("Mon-Fri 09:00-12:00,11:00-18:00", "hours-overlap"),
        ("Mon-Fri 09:00-17:00; Fri 16:00-18:00", "hours-overlap"),
        ("T-F 10:00-17:00", "hours-day-unknown"),
        ("Mon-Fry 10:00-17:00", "hours-day-unknown"),
        ("support hours 10:00-17:00", "hours-day-unknown"),
        ("Mon-Fri 10:00-17:00-19:00", "hours-unreadable"),
    ],
)
def test_nonsense_is_refused_by_name(text: str, slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_business_hours(text)
    assert refused.value.slug == slug


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        ("2024-04-15 12:00", "2024-04-15 13:30", 90 * 60),  # inside one window
        ("2024-04-15 08:00", "2024-04-15 11:00", HOUR),  # before opening
        ("2024-04-15 16:59:30", "2024-04-15 17:00:30", 30),  # half-open at the end
        ("2024-04-15 17:00", "2024-04-16 10:00", 0),  # overnight
        ("2024-04-12 16:00", "2024-04-15 11:00", 2 * HOUR),  # over a weekend
        ("2024-04-13 09:00", "2024-04-14 18:00", 0),  # only a weekend
        ("2024-04-01 00:00", "2024-04-29 00:00", 4 * 35 * HOUR),  # four whole weeks
        ("2024-04-15 12:00", "2024-04-15 12:00", 0),
    ],
)
def test_only_time_within_hours_counts(start: str, end: str, seconds: int) -> None:
    assert OFFICE.elapsed(utc(start), utc(end), "UTC") == seconds


def test_a_span_the_wrong_way_round_is_negative() -> None:
    start, end = utc("2024-04-15 12:00"), utc("2024-04-15 13:00")
    assert OFFICE.elapsed(end, start, "UTC") == -HOUR


def test_the_windows_are_those_of_the_place() -> None:
    start, end = utc("2024-07-15 00:00"), utc("2024-07-16 00:00")
    opening = utc("2024-07-15 02:30")  # 10:30 in Shanghai
    assert OFFICE.elapsed(start, end, "Asia/Shanghai") == 7 * HOUR
    assert OFFICE.elapsed(start, opening, "Asia/Shanghai") == HOUR // 2
    assert OFFICE.elapsed(start, utc("2024-07-15 09:00"), "Europe/London") == 0
    assert OFFICE.elapsed(start, utc("2024-07-15 10:00"), "Europe/London") == HOUR


def test_a_night_in_which_clocks_go_forward_is_an_hour_shorter() -> None:
    nights = parse_business_hours("Sun 00:00-06:00")
    start, end = utc("2023-03-25 12:00"), utc("2023-03-26 12:00")
    assert nights.elapsed(start, end, "Europe/London") == 5 * HOUR


def test_a_night_in_which_clocks_go_back_is_an_hour_longer() -> None:
    nights = parse_business_hours("Sun 00:00-06:00")
    start, end = utc("2023-10-28 12:00"), utc("2023-10-29 12:00")
    assert nights.elapsed(start, end, "Europe/London") == 7 * HOUR


def test_a_window_that_opens_in_the_skipped_hour_opens_when_the_clocks_reach_it() -> None:
    early = parse_business_hours("Sun 01:30-03:00")
    start, end = utc("2023-03-26 00:00"), utc("2023-03-26 12:00")
    assert early.elapsed(start, end, "Europe/London") == HOUR  # 02:00 to 03:00 on the clocks


def test_a_window_inside_the_repeated_hour_is_open_twice() -> None:
    early = parse_business_hours("Sun 01:00-01:30")
    start, end = utc("2023-10-29 00:00"), utc("2023-10-29 12:00")
    assert early.elapsed(start, end, "Europe/London") == HOUR


def test_working_days_keep_their_length_over_a_clock_change() -> None:
    start, end = utc("2023-10-26 23:00"), utc("2023-10-31 00:00")  # Friday 00:00 to Tuesday 00:00
    assert OFFICE.elapsed(start, end, "Europe/London") == 2 * 7 * HOUR


def test_years_are_counted_by_the_same_rule() -> None:
    start, end = utc("2015-01-05 00:00"), utc("2025-01-06 00:00")  # Monday to Monday
    days = [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal())]
    seconds = sum(OFFICE.minutes_on(day) for day in days) * 60
    assert OFFICE.elapsed(start, end, "Europe/London") == seconds


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        OFFICE.elapsed(utc("2024-04-15 12:00"), utc("2024-04-15 13:00"), "Mars/Olympus")
    assert refused.value.slug == "zone-unknown"


def test_the_hours_of_a_day_are_known() -> None:
    assert OFFICE.minutes_on(date(2024, 4, 15)) == 420
    assert OFFICE.minutes_on(date(2024, 4, 14)) == 0
