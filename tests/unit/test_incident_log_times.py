"""A written log: how times are written, which day they fall on, and in which zone."""

from datetime import UTC, datetime

import pytest

from netfin_incident.domain.vocabulary import Precision
from netfin_incident.exchange.incident_log import Doubt, WrittenLog, parse_log
from netfin_incident.exchange.incident_log.written import times_in

TITLE = "# Incident on 2024-04-15\n\n"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def timeline(*lines: str, zone: str = "UTC", title: str = TITLE) -> WrittenLog:
    body = "".join(f"  - {line}\n" for line in lines)
    return parse_log(f"{title}- **Context**:\n{body}", zone)


def doubts(log: WrittenLog, slug: str) -> list[Doubt]:
    return [doubt for doubt in log.doubts if doubt.slug == slug]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-04-15 12:32 x", "2024-04-15 12:32"),
        ("2024-04-15 12:32: x", "2024-04-15 12:32"),
        ("2024-04-15 12.32 x", "2024-04-15 12:32"),
        ("2024-04-15 9:05 - x", "2024-04-15 09:05"),
        ("2024-04-15 at 12:32, x", "2024-04-15 12:32"),
        ("2024-04-15, 12:32 x", "2024-04-15 12:32"),
        ("2024-04-15 1232: x", "2024-04-15 12:32"),
        ("2024-04-15 1232hrs x", "2024-04-15 12:32"),
        ("2024-04-15T12:32:10Z x", "2024-04-15 12:32:10"),
        ("2024-04-15 2:32 pm x", "2024-04-15 14:32"),
        ("2024-04-15 12:32am x", "2024-04-15 00:32"),
        ("2024-04-15 14:32pm x", "2024-04-15 14:32"),
        ("2024-04-15 24:00 x", "2024-04-16 00:00"),
        ("2024/04/15 12:32 x", "2024-04-15 12:32"),
        ("2024\u201104\u201115 12:32 x", "2024-04-15 12:32"),
        ("15 April 2024 12:32 x", "2024-04-15 12:32"),
        ("15th of April 2024 12:32 x", "2024-04-15 12:32"),
        ("Mon 15 Apr 2024, 12:32 x", "2024-04-15 12:32"),
        ("April 15, 2024 12:32 x", "2024-04-15 12:32"),
        ("On the 15th of April 12:32 x", "2024-04-15 12:32"),
        ("15/04/2024 12:32 x", "2024-04-15 12:32"),
        ("04/15/2024 12:32 x", "2024-04-15 12:32"),
        ("04/04/2024 12:32 x", "2024-04-04 12:32"),
        ("2024年4月15日 12:32 x", "2024-04-15 12:32"),
        ("12:32 on 15 April 2024 x", "2024-04-15 12:32"),
        ("**2024-04-15 12:32:** x", "2024-04-15 12:32"),
        ("`12:32` - x", "2024-04-15 12:32"),
        ("[12:32] x", "2024-04-15 12:32"),
        ("12.32: x", "2024-04-15 12:32"),
        ("12:32 x", "2024-04-15 12:32"),
        ("At 2pm, x", "2024-04-15 14:00"),
    ],
)
def test_a_time_can_be_written_in_many_ways(written: str, expected: str) -> None:
    (entry,) = timeline(written).entries
    assert entry.moment.at == at(expected)
    assert entry.text == "x"


@pytest.mark.parametrize(
    "text", ["1.17 creates two rules", "16:9 screens", "10.0.0.1 is down", "v1.24.0", "5 pods"]
)
def test_a_number_is_no_time(text: str) -> None:
    assert timeline(text).entries == ()


def test_the_start_of_a_range_is_the_time_and_the_range_stays_in_the_text() -> None:
    (entry,) = timeline("12:32 - 12:40 errors").entries
    assert (entry.moment.at, entry.text) == (at("2024-04-15 12:32"), "12:32 - 12:40 errors")


def test_a_rough_time_is_marked_as_such() -> None:
    log = timeline("approx 12:32 x", "2024-04-15 around 12:40 y", "12:45 z")
    assert [entry.moment.precision for entry in log.entries] == [
        Precision.APPROXIMATE,
        Precision.APPROXIMATE,
        Precision.MINUTE,
    ]


def test_a_bare_time_is_one_of_the_day_before_it_and_goes_past_midnight() -> None:
    log = timeline("2024-04-15 22:50 a", "23:40 b", "00:20 c", "00:10 d", "09:00 e")
    assert [entry.moment.at for entry in log.entries] == [
        at("2024-04-15 22:50"),
        at("2024-04-15 23:40"),
        at("2024-04-16 00:20"),
        at("2024-04-16 00:10"),
        at("2024-04-16 09:00"),
    ]
    (rolled,) = doubts(log, "day-rolled")
    assert dict(rolled.values) == {"written": "00:20", "day": "2024-04-16"}
    assert [dict(d.values) for d in doubts(log, "days-inherited")] == [
        {"count": 3, "day": "2024-04-15"}
    ]


def test_a_line_that_is_only_a_day_gives_it_to_those_under_it() -> None:
    log = timeline("2024-04-15", "23:40 b", "2024-04-17:", "09:00 c", "17 April", "10:00 d")
    assert [entry.moment.at for entry in log.entries] == [
        at("2024-04-15 23:40"),
        at("2024-04-17 09:00"),
        at("2024-04-17 10:00"),
    ]


def test_a_bare_timeline_starts_on_the_day_nearest_to_the_first_key_event() -> None:
    log = parse_log(
        f"{TITLE}- **Key events**\n  - First detected 2024-04-15 00:10\n"
        "- **Context**:\n  - 23:50 first errors\n  - 00:10 alarm\n",
        "UTC",
    )
    assert [entry.moment.at for entry in log.entries] == [
        at("2024-04-14 23:50"),
        at("2024-04-15 00:10"),
    ]


def test_times_are_read_in_the_given_zone_unless_they_state_one() -> None:
    log = timeline(
        "12:00 a",
        "12:00 UTC b",
        "12:00 BST c",
        "12:00+01:00 d",
        "12:00 UTC-5 e",
        "12:00 US/Pacific f",
        zone="Asia/Shanghai",
    )
    assert [entry.moment.at for entry in log.entries] == [
        at("2024-04-15 04:00"),
        at("2024-04-15 12:00"),
        at("2024-04-15 11:00"),
        at("2024-04-15 11:00"),
        at("2024-04-15 17:00"),
        at("2024-04-15 19:00"),
    ]
    assert [dict(d.values)["count"] for d in doubts(log, "zone-stated-in-part")] == [1]


@pytest.mark.parametrize(
    "remark",
    [
        "All times are in UTC.",
        "All times UTC",
        "(all times in UTC)",
        "*All times in UTC*",
        "**Time zone**: UTC",
        "## Timeline (UTC)",
        "Times: UTC",
    ],
)
def test_a_remark_may_state_the_zone_of_all_times(remark: str) -> None:
    log = parse_log(f"{TITLE}## Timeline\n\n{remark}\n\n- 12:00 x\n", "Asia/Shanghai")
    assert log.zone_written == "UTC"
    assert log.entries[0].moment.at == at("2024-04-15 12:00")
    assert [dict(d.values) for d in doubts(log, "zone-differs")] == [
        {"written": "UTC", "zone": "Asia/Shanghai"}
    ]


def test_an_unstated_zone_is_doubted_once() -> None:
    log = timeline("12:00 a", "13:00 b")
    assert [dict(d.values) for d in doubts(log, "zone-not-stated")] == [{"zone": "UTC"}]


def test_a_shared_abbreviation_names_no_zone() -> None:
    log = timeline("12:00 CST a", zone="Asia/Shanghai")
    assert log.entries[0].moment.at == at("2024-04-15 04:00")
    assert [dict(d.values) for d in doubts(log, "zone-shared")] == [
        {"written": "CST", "zone": "Asia/Shanghai"}
    ]


def test_two_zones_for_all_times_cancel_each_other() -> None:
    log = parse_log(
        f"{TITLE}All times UTC\n\nAll times CET\n\n## Timeline\n- 12:00 x\n", "Asia/Shanghai"
    )
    assert log.entries[0].moment.at == at("2024-04-15 04:00")
    assert len(doubts(log, "zones-differ")) == 1


def test_a_time_that_occurred_twice_is_doubted_and_the_second_is_the_reading() -> None:
    log = timeline("01:30 x", zone="Europe/London", title="# Incident on 2023-10-29\n")
    assert log.entries[0].moment.at == at("2023-10-29 00:30")
    (doubt,) = doubts(log, "time-twice")
    assert doubt.reading is not None
    assert doubt.reading.values == {"value": "2023-10-29 01:30+00:00"}


def test_a_time_that_the_clocks_skipped_is_doubted() -> None:
    log = timeline("01:30 x", zone="Europe/London", title="# Incident on 2023-03-26\n")
    assert log.entries[0].moment.at == at("2023-03-26 01:30")
    assert len(doubts(log, "time-skipped")) == 1


def test_a_day_first_or_month_first_date_is_never_guessed() -> None:
    log = timeline(
        "03/04/2024 12:00 a", "12:30 b", title="# Outage of April 2024\n\n2024-04-03\n\n"
    )
    (doubt,) = doubts(log, "day-ambiguous")
    assert [reading.values["value"] for reading in doubt.readings] == ["2024-04-03", "2024-03-04"]
    assert log.entries[0].moment.at is None


def test_an_entry_without_a_readable_time_stays_in_its_place_as_approximate() -> None:
    log = timeline("12:00 a", "12:75 b", "12:30 c")
    assert [(p.at, p.precision, p.entry.text) for p in log.timeline()] == [
        (at("2024-04-15 12:00"), Precision.MINUTE, "a"),
        (at("2024-04-15 12:00"), Precision.APPROXIMATE, "b"),
        (at("2024-04-15 12:30"), Precision.MINUTE, "c"),
    ]
    assert len(doubts(log, "time-impossible")) == 1


def test_a_sentence_that_ends_with_its_time_is_an_entry_and_a_doubt() -> None:
    log = timeline("Raised with the supplier at 10:29", "Due at 11:00, moved to 12:00")
    assert [(e.text, e.moment.at) for e in log.entries] == [
        ("Raised with the supplier at 10:29", at("2024-04-15 10:29"))
    ]
    assert len(doubts(log, "time-within-sentence")) == 1
    assert [dict(d.values)["times"] for d in doubts(log, "time-in-prose")] == ["11:00, 12:00"]


def test_times_inside_prose_and_code_are_listed_and_stay_there() -> None:
    log = parse_log(
        f"{TITLE}- **Impact**: from 2024-04-15 12:00 to 2024-04-15 12:30 all failed\n"
        "```\n2024-04-15 12:00 error\nok\n2024-04-15 12:01 error\n```\n"
        "- **Review actions**:\n  - 2024-05-01 10:00 review meeting\n",
        "UTC",
    )
    assert log.entries == ()
    assert [(d.line, dict(d.values)["times"]) for d in doubts(log, "time-in-prose")] == [
        (3, "2024-04-15 12:00, 2024-04-15 12:30"),
        (10, "2024-05-01 10:00"),
    ]
    assert [(d.line, dict(d.values)) for d in doubts(log, "times-in-code")] == [
        (5, {"count": 2, "last_line": 7})
    ]
    assert log.sections.review_actions == ("2024-05-01 10:00 review meeting",)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14时15分 联系通道方", "14:15"),
        ("下午2点半 网联答复", "14:30"),
        ("凌晨3点 切换", "03:00"),
        ("2026年3月4日晚上11点20分 恢复", "23:20"),
        ("12点5分 通报", "12:05"),
    ],
)
def test_a_chinese_clock_time_is_read(text: str, clock: str) -> None:
    [found] = times_in(text)
    assert found.clock is not None
    assert found.clock.strftime("%H:%M") == clock


def test_three_points_are_no_clock_time() -> None:
    assert list(times_in("3点建议")) == []
