"""A written log: stated durations against the clock, against hours, and what explains them."""

import pytest

from netfin_incident.domain.hours import BusinessHours, parse_business_hours
from netfin_incident.exchange.incident_log import (
    DurationCheck,
    Measures,
    Verdict,
    examine,
    format_span,
    parse_log,
)
from netfin_incident.exchange.incident_log.spans import hours_stated, parse_span

OFFICE = parse_business_hours("Mon-Fri 10:00-17:00")
KEYS = (
    "Fault occurs 2024-04-15 07:15",
    "First detected 2024-04-15 12:32",
    "Incident declared 2024-04-15 14:43",
    "Repaired 2024-04-15 15:53",
    "Resolved 2024-04-18 16:13",
)


def check(
    stated: str,
    *keys: str,
    hours: BusinessHours | None = None,
    timeline: tuple[str, ...] = (),
    zone: str = "Europe/London",
) -> DurationCheck:
    text = "# Incident on 2024-04-15\n\n- **Key events**\n"
    text += "".join(f"  - {key}\n" for key in keys or KEYS)
    text += f"- {stated}\n"
    if timeline:
        text += "- **Context**:\n" + "".join(f"  - {line}\n" for line in timeline)
    return examine(text, zone, hours).checks[0]


def explained(found: DurationCheck) -> tuple[str, dict[str, str | int]]:
    return found.readings[0].slug, dict(found.readings[0].values)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("36m", 36 * 60),
        ("0h 36m", 36 * 60),
        ("5h 09m", 5 * 3600 + 9 * 60),
        ("5h09", 5 * 3600 + 9 * 60),
        ("2d 1h 29m", 49 * 3600 + 29 * 60),
        ("1 hour 5 minutes", 65 * 60),
        ("2 hrs, 5 mins", 125 * 60),
        ("1 day and 3 hours", 27 * 3600),
        ("1:28", 88 * 60),
        ("1:28:30", 88 * 60 + 30),
        ("2.5 hours", 150 * 60),
        ("about an hour", 3600),
        ("half an hour", 30 * 60),
        ("156 minutes", 156 * 60),
        ("10 minutes 23 seconds", 623),
        ("08:41–09:54 UTC (1 h 13 m)", 73 * 60),
        ("3小时21分钟", 201 * 60),
        ("33h 15m (during support hours 10:00-17:00 M-F)", 33 * 3600 + 15 * 60),
    ],
)
def test_a_duration_can_be_written_in_many_ways(text: str, seconds: int) -> None:
    span = parse_span(text)
    assert span is not None
    assert span.seconds == seconds


@pytest.mark.parametrize("text", ["", "N/A", "TBC", "10:00-17:00", "soon", "3 pods"])
def test_other_text_is_no_duration(text: str) -> None:
    assert parse_span(text) is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0m"), (2160, "36m"), (119700, "33h 15m"), (5362_800, "62d 1h 40m"), (-90, "-1m 30s")],
)
def test_a_duration_is_said_as_logs_say_it(seconds: int, said: str) -> None:
    assert format_span(seconds) == said


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("33h 15m (during support hours 10:00-17:00 M-F)", ["Mon-Fri 10:00-17:00"]),
        ("4h during business hours, Mon-Fri 9am to 5pm", ["Mon-Fri 09:00-17:00"]),
        ("5h (during support hours 10:00-17:00)", ["Mon-Fri 10:00-17:00", "Mon-Sun 10:00-17:00"]),
        ("5h (08:41-09:54)", []),
        ("5h (out of support hours)", []),
    ],
)
def test_a_duration_may_name_the_hours_it_counts_in(text: str, hours: list[str]) -> None:
    assert [str(each) for each in hours_stated(text)] == hours


@pytest.mark.parametrize(
    "line",
    [
        "**Time to repair**: 3h 21m",
        "**Time to repair:** 3h 21m",
        "**Time to Repair** 3h 21m",
        "Time to repair: 3h 21m",
        "Time to repair 3h 21m",
        "Mean time to recovery: 3h 21m",
    ],
)
def test_a_figure_that_the_clock_gives_agrees(line: str) -> None:
    found = check(line)
    assert (found.verdict, found.measures, found.readings) == (Verdict.AGREES, Measures.REPAIR, ())
    assert found.start is not None
    assert found.start.label == "First detected"
    assert found.wall_clock == 3 * 3600 + 21 * 60


def test_both_the_clock_and_the_given_hours_are_always_shown() -> None:
    found = check("**Time to resolve**: 21h 20m", hours=OFFICE)
    assert found.wall_clock == 75 * 3600 + 41 * 60
    assert found.business == 24 * 3600 + 41 * 60
    assert found.hours == OFFICE


def test_another_start_within_the_given_hours_explains_a_figure() -> None:
    found = check("**Time to resolve**: 21h 20m", hours=OFFICE)
    assert found.verdict is Verdict.EXPLAINED
    assert explained(found) == (
        "between-in-hours",
        {"start": "Repaired", "end": "Resolved", "hours": "Mon-Fri 10:00-17:00"},
    )


def test_common_hours_that_nobody_names_are_only_a_reading() -> None:
    found = check("**Time to resolve**: 21h 20m")
    assert found.verdict is Verdict.EXPLAINED
    assert (found.business, found.stated_business) == (None, None)
    assert explained(found)[0] == "in-common-hours"


def test_a_figure_within_the_given_hours_is_said_to_be_so() -> None:
    found = check("**Time to resolve**: 24h 41m", hours=OFFICE)
    assert found.verdict is Verdict.WITHIN_HOURS


def test_a_figure_within_the_hours_it_names_is_no_doubt() -> None:
    text = "# x 2024-04-15\n- **Key events**\n" + "".join(f"  - {key}\n" for key in KEYS)
    text += "- **Time to resolve**: 24h 41m (during support hours 10:00-17:00)\n"
    examined = examine(text, "Europe/London")
    assert examined.checks[0].verdict is Verdict.WITHIN_HOURS
    assert str(examined.checks[0].stated_hours) == "Mon-Fri 10:00-17:00"
    assert [d.slug for d in examined.doubts if d.slug.startswith("duration")] == []


@pytest.mark.parametrize(
    ("stated", "slug", "values"),
    [
        ("8h 38m", "between", {"start": "Fault occurs", "end": "Repaired"}),
        ("1h 10m", "between", {"start": "Incident declared", "end": "Repaired"}),
        ("75h 41m", "between", {"start": "First detected", "end": "Resolved"}),
        ("3h 41m", "label-read-as", {"label": "Repaired", "value": "2024-04-15 16:13"}),
    ],
)
def test_a_different_start_or_end_explains_a_figure(
    stated: str, slug: str, values: dict[str, str]
) -> None:
    keys = KEYS if slug == "between" else (*KEYS[:3], "Repaired 2024-05-15 16:13", KEYS[4])
    found = check(f"**Time to repair**: {stated}", *keys)
    assert (found.verdict, explained(found)) == (Verdict.EXPLAINED, (slug, values))


def test_a_missing_end_is_named_and_another_pair_may_explain_the_figure() -> None:
    keys = ("Incident declared 2024-04-15 14:23", "Resolved 2024-04-15 14:59")
    found = check("**Time to repair**: 0h 36m", "Fault occurs 2024-04-15 14:13", *keys)
    assert (found.wall_clock, found.verdict) == (None, Verdict.EXPLAINED)
    assert explained(found) == ("between", {"start": "Incident declared", "end": "Resolved"})


def test_a_mistyped_month_explains_a_figure() -> None:
    found = check(
        "**Time to resolve**: 1h 50m",
        "First detected: 2024-04-15 14:05",
        "Resolved 2024-06-15 15:55",
    )
    assert found.wall_clock == 61 * 86400 + 110 * 60
    assert explained(found) == ("label-read-as", {"label": "Resolved", "value": "2024-04-15 15:55"})


def test_an_earlier_entry_of_the_timeline_may_be_the_start() -> None:
    found = check(
        "**Time to repair**: 11m",
        "First detected: 2024-04-15 11:24",
        "Repaired: 2024-04-15 11:33",
        timeline=("2024-04-15 11:21 unpaused", "2024-04-15 11:22 routes destroyed"),
    )
    assert explained(found) == (
        "from-entry",
        {"time": "2024-04-15 11:22", "line": 9, "end": "Repaired"},
    )


def test_the_time_that_the_timeline_gives_may_be_the_end() -> None:
    found = check(
        "**Time to resolve**: 2h 45m",
        "First detected: 2024-04-15 10:26",
        "Resolved: 2024-04-15 11:21",
        timeline=("2024-04-15 13:11 - Incident resolved",),
    )
    assert explained(found)[0] == "timeline-time"


def test_without_key_events_two_entries_may_be_the_pair() -> None:
    found = examine(
        "# Outage\n\n## Timeline\n\n- 2024-04-15 07:32 pipeline starts\n"
        "- 2024-04-15 07:40 alarm\n- 2024-04-15 07:42 reattached\n\n"
        "## Stats\n\n- Time to detection: 8 minutes\n",
        "UTC",
    ).checks[0]
    assert explained(found) == (
        "between-entries",
        {"start": "2024-04-15 07:32", "start_line": 5, "end": "2024-04-15 07:40", "end_line": 6},
    )


def test_whole_days_counted_too_long_explain_a_figure() -> None:
    found = check(
        "**Time to resolve**: 33h 15m (during support hours 10:00-17:00 M-F)",
        "First detected 2020-08-07 15:51",
        "Resolved 2020-08-14 10:06",
    )
    assert found.stated_business == 29 * 3600 + 15 * 60
    assert explained(found) == (
        "whole-days-as",
        {"days": 4, "length": "7h 00m", "counted": "8h 00m", "hours": "Mon-Fri 10:00-17:00"},
    )


@pytest.mark.parametrize(
    ("stated", "repaired", "slug"),
    [
        ("4h 21m", "2024-04-15 15:53", "hour-slip"),
        ("41h 07m", "2024-04-16 02:39", "digits-swapped"),
        ("3h 18m", "2024-04-15 15:53", "minutes-slip"),
    ],
)
def test_a_slip_in_the_sum_is_told_from_a_reading(stated: str, repaired: str, slug: str) -> None:
    found = check(f"**Time to repair**: {stated}", KEYS[1], f"Repaired {repaired}")
    assert (found.verdict, explained(found)[0]) == (Verdict.SLIP, slug)


def test_a_figure_that_nothing_gives_stays_unexplained() -> None:
    assert check("**Time to repair**: 6h 07m").verdict is Verdict.UNEXPLAINED


def test_a_figure_in_whole_hours_agrees_by_rounding_and_says_so() -> None:
    found = check("**Time to repair**: 3 hours")
    assert (found.verdict, explained(found)) == (Verdict.AGREES, ("rounded", {"clock": "3h 21m"}))


def test_an_unreadable_figure_still_shows_the_clock() -> None:
    found = check("**Time to repair**: N/A")
    assert (found.verdict, found.wall_clock) == (Verdict.UNREADABLE, 3 * 3600 + 21 * 60)


def test_what_the_log_does_not_state_is_computed_all_the_same() -> None:
    text = "# x 2024-04-15\n- **Key events**\n" + "".join(f"  - {key}\n" for key in KEYS)
    checks = examine(text, "Europe/London", OFFICE).checks
    assert [(c.measures, c.verdict, c.wall_clock) for c in checks] == [
        (Measures.REPAIR, Verdict.NOT_STATED, 3 * 3600 + 21 * 60),
        (Measures.RESOLVE, Verdict.NOT_STATED, 75 * 3600 + 41 * 60),
    ]


def test_a_range_gives_both_ends_of_a_duration() -> None:
    examined = examine(
        "# Outage of 2025-05-20\n**Duration:** 08:41–09:54 UTC (1 h 13 m)\n", "Asia/Shanghai"
    )
    assert [str(k.moment.at)[:16] for k in examined.log.key_events] == [
        "2025-05-20 08:41",
        "2025-05-20 09:54",
    ]
    assert examined.checks[0].verdict is Verdict.AGREES


def test_elapsed_time_is_real_time_where_the_clocks_change() -> None:
    found = check(
        "**Time to repair**: 3h",
        "First detected 2023-03-26 00:30",
        "Repaired 2023-03-26 03:30",
    )
    assert found.wall_clock == 2 * 3600


def test_a_log_without_durations_has_no_doubt_about_them() -> None:
    log = parse_log("# x 2024-04-15\n- **Key events**\n  - Resolved 2024-04-15 10:00\n", "UTC")
    assert log.durations == ()
