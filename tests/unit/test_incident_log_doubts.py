"""A written log: what cannot be, what does not fit together, and what was only guessed."""

import pytest

from netfin_incident.domain.vocabulary import Milestone, Role
from netfin_incident.exchange.incident_log import Doubt, GuessKind, WrittenLog, examine, parse_log

TITLE = "# Incident on 2023-07-25\n\n"


def log_of(*keys: str, timeline: tuple[str, ...] = (), title: str = TITLE) -> str:
    lines = ["- **Key events**", *(f"  - {key}" for key in keys)]
    lines += ["- **Context**:", *(f"  - {line}" for line in timeline)] if timeline else []
    return title + "\n".join(lines) + "\n"


def doubts(log: WrittenLog, slug: str) -> list[Doubt]:
    return [doubt for doubt in log.doubts if doubt.slug == slug]


def readings(doubt: Doubt) -> list[str | int]:
    return [reading.values["value"] for reading in doubt.readings]


def test_a_year_of_five_digits_is_read_as_the_one_it_was_meant_to_be() -> None:
    log = parse_log(log_of("First detected 22023-07-25 09:36", "Resolved 2023-07-25 10:00"), "UTC")
    (doubt,) = doubts(log, "year-impossible")
    assert (doubt.line, dict(doubt.values)) == (4, {"written": "22023-07-25 09:36"})
    assert readings(doubt) == ["2023-07-25 09:36"]
    detected = log.milestone(Milestone.DETECTED)
    assert detected is not None
    assert detected.moment.written == "22023-07-25 09:36"
    assert str(detected.moment.at) == "2023-07-25 09:36:00+00:00"


def test_an_impossible_year_without_an_explanation_has_no_reading() -> None:
    log = parse_log(log_of("First detected 9999-07-25 09:36", "Resolved 2023-07-25 10:00"), "UTC")
    (doubt,) = doubts(log, "year-impossible")
    assert doubt.reading is None
    assert log.milestone(Milestone.DETECTED) is None


def test_a_day_that_does_not_exist_is_read_as_its_neighbour_one_key_away() -> None:
    log = parse_log(log_of("First detected 2023-07-35 09:36", "Resolved 2023-07-25 10:00"), "UTC")
    (doubt,) = doubts(log, "day-impossible")
    assert readings(doubt) == ["2023-07-25 09:36"]


@pytest.mark.parametrize(
    ("written", "slug", "reading"),
    [
        ("2022-07-25 14:40", "year-differs", "2023-07-25 14:40"),
        ("2023-09-25 14:40", "month-differs", "2023-07-25 14:40"),
        ("2023-07-05 14:40", "day-differs", "2023-07-25 14:40"),
        ("2023-07-24 14:40", "day-differs", "2023-07-25 14:40"),
    ],
)
def test_a_mistyped_day_keeps_its_written_value_and_names_the_likely_one(
    written: str, slug: str, reading: str
) -> None:
    log = parse_log(
        log_of(timeline=("2023-07-25 14:00 a", f"{written} b", "2023-07-25 15:00 c")), "UTC"
    )
    (doubt,) = doubts(log, slug)
    assert (doubt.line, readings(doubt)) == (6, [reading])
    moment = log.entries[1].moment
    assert str(moment.at)[:16] == written
    assert str(moment.likely)[:16] == reading
    assert doubts(log, "entry-out-of-order") == []
    assert doubts(log, "entry-far-before") == []


def test_a_bare_time_after_a_mistyped_day_is_one_of_the_likely_day() -> None:
    log = parse_log(log_of(timeline=("2023-07-25 14:00 a", "2022-07-25 14:40 b", "14:50 c")), "UTC")
    assert str(log.entries[2].moment.at)[:16] == "2023-07-25 14:50"


@pytest.mark.parametrize("last", ["2023-07-28 16:13", "2023-08-02 09:00"])
def test_an_incident_may_last_for_days(last: str) -> None:
    log = parse_log(log_of("First detected 2023-07-25 14:00", f"Resolved {last}"), "UTC")
    assert [doubt.slug for doubt in log.doubts if "differs" in doubt.slug] == []


def test_new_year_is_no_mistyped_year_but_the_old_year_after_it_is() -> None:
    title = "# Incident on 2022-12-31\n"
    crossing = log_of("First detected 2022-12-31 23:50", "Resolved 2023-01-01 00:20", title=title)
    assert doubts(parse_log(crossing, "UTC"), "year-differs") == []
    slipped = log_of("First detected 2022-12-31 23:50", "Resolved 2022-01-01 00:20", title=title)
    (doubt,) = doubts(parse_log(slipped, "UTC"), "year-differs")
    assert readings(doubt) == ["2023-01-01 00:20"]


def test_key_events_out_of_order_name_the_time_one_key_away_that_fits() -> None:
    log = parse_log(
        log_of(
            "First detected 2023-07-25 10:00",
            "Repaired 2023-07-25 12:16",
            "Incident declared 2023-07-25 12:53",
            "Resolved 2023-07-25 12:27",
        ),
        "UTC",
    )
    (doubt,) = doubts(log, "key-events-out-of-order")
    assert (doubt.values["first"], doubt.values["second"]) == ("Incident declared", "Resolved")
    assert readings(doubt) == ["2023-07-25 12:23"]


def test_declaring_after_repair_is_no_contradiction() -> None:
    log = parse_log(
        log_of(
            "First detected 2023-07-25 10:00",
            "Repaired 2023-07-25 10:30",
            "Incident declared 2023-07-25 10:40",
            "Resolved 2023-07-25 10:50",
        ),
        "UTC",
    )
    assert doubts(log, "key-events-out-of-order") == []


def test_a_mistyped_year_is_not_also_out_of_order() -> None:
    log = parse_log(
        log_of(
            "First detected 2023-07-25 10:00",
            "Incident declared 2022-07-25 10:40",
            "Resolved 2023-07-25 10:50",
        ),
        "UTC",
    )
    assert len(doubts(log, "year-differs")) == 1
    assert doubts(log, "key-events-out-of-order") == []


def test_missing_repeated_and_timeless_key_events_are_named() -> None:
    log = parse_log(
        log_of(
            "Incident declared: N/A",
            "Resolved 2023-07-25 10:50",
            "Resolved 2023-07-25 11:50",
        ),
        "UTC",
    )
    assert [d.values["milestone"] for d in doubts(log, "key-event-missing")] == [
        "detected",
        "declared",
        "recovered",
    ]
    assert [d.values["label"] for d in doubts(log, "key-event-without-time")] == [
        "Incident declared"
    ]
    (repeated,) = doubts(log, "key-event-repeated")
    assert (repeated.line, repeated.values["other"]) == (6, "2023-07-25 11:50")


def test_an_entry_that_goes_back_says_where_it_belongs() -> None:
    log = parse_log(
        log_of(timeline=("2023-07-25 13:00 a", "2023-07-25 12:57 b", "2023-07-25 13:46 c")), "UTC"
    )
    (doubt,) = doubts(log, "entry-out-of-order")
    assert (doubt.line, doubt.values["before"]) == (6, "2023-07-25 13:00")
    assert doubt.reading is not None
    assert doubt.reading.values == {"time": "2023-07-25 13:00", "line": 5}


def test_an_entry_far_from_the_incident_is_doubted() -> None:
    keys = ("First detected 2023-07-25 10:00", "Resolved 2023-07-25 11:00")
    log = parse_log(
        log_of(*keys, timeline=("On the 1st of July 14:49 mail", "2023-08-30 09:00 review")), "UTC"
    )
    assert [(d.line, d.values["days"]) for d in doubts(log, "entry-far-before")] == [(7, 23)]
    assert [(d.line, d.values["days"]) for d in doubts(log, "entry-far-after")] == [(8, 35)]


def test_header_and_timeline_that_disagree_are_named_with_what_a_duration_supports() -> None:
    text = log_of(
        "First detected 2023-07-25 10:26",
        "Repaired 2023-07-25 11:21",
        "Resolved 2023-07-25 11:21",
        timeline=("2023-07-25 11:21 Incident repaired", "2023-07-25 13:11 Incident is resolved."),
    )
    text += "- **Time to resolve**: 2h 45m\n"
    (doubt,) = doubts(examine(text, "UTC").log, "key-event-disagrees")
    assert (doubt.line, doubt.values["written"], doubt.values["other"]) == (
        9,
        "2023-07-25 11:21",
        "2023-07-25 13:11",
    )
    assert readings(doubt) == ["2023-07-25 13:11"]


def test_a_status_that_only_adds_a_zone_is_recognised_as_the_same_clock_time() -> None:
    text = log_of("First detected 2023-07-25 10:26", "Resolved 2023-07-25 11:21")
    text += "- **Status**: Resolved at 2023-07-25 11:21 UTC\n"
    (doubt,) = doubts(parse_log(text, "Europe/London"), "key-event-disagrees")
    assert doubt.reading is not None
    assert doubt.reading.slug == "same-clock-other-zone"
    assert doubts(parse_log(text, "UTC"), "key-event-disagrees") == []


def test_a_milestone_that_only_the_timeline_tells_is_taken_from_it_and_listed() -> None:
    log = parse_log(
        log_of(
            "First detected 2023-07-25 10:26", timeline=("11:00 Incident declared as resolved",)
        ),
        "UTC",
    )
    resolved = log.milestone(Milestone.RESOLVED)
    assert resolved is not None
    assert str(resolved.moment.at) == "2023-07-25 11:00:00+00:00"
    assert [d.values["milestone"] for d in doubts(log, "key-event-derived")] == ["resolved"]
    assert log.milestone(Milestone.DECLARED) is None


def test_a_report_before_the_first_detection_is_noticed() -> None:
    log = parse_log(
        log_of("First detected 2023-07-25 10:26", timeline=("10:23 User reported errors",)), "UTC"
    )
    assert len(doubts(log, "reported-before-detected")) == 1


def test_two_lists_of_key_events_may_be_two_incidents() -> None:
    text = log_of("Resolved 2023-07-25 10:00")
    assert doubts(parse_log(text, "UTC"), "several-incidents") == []
    both = parse_log(text + text, "UTC")
    assert [d.values["count"] for d in doubts(both, "several-incidents")] == [2]


@pytest.mark.parametrize(
    ("line", "kind", "slug"),
    [
        ("J Birch assumes incident lead and scribe roles.", GuessKind.ROLE, "role-guessed"),
        ("Comms distributed in #updates", GuessKind.MESSAGE, "message-guessed"),
        ("Update send to users", GuessKind.MESSAGE, "message-guessed"),
        ("Decision made to roll back", GuessKind.DECISION, "decision-guessed"),
        ("user reports errors", GuessKind.NOTE, "report-guessed"),
    ],
)
def test_what_a_line_seems_to_be_is_guessed_and_listed(
    line: str, kind: GuessKind, slug: str
) -> None:
    log = parse_log(log_of(timeline=(f"2023-07-25 10:00 {line}",)), "UTC")
    assert [guess.kind for guess in log.entries[0].guesses] == [kind]
    assert [doubt.line for doubt in doubts(log, slug)] == [5]
    assert log.entries[0].text == line


@pytest.mark.parametrize(
    "line",
    [
        "Prometheus is in terminating state",
        "Team updated the fix",
        "War room started",
        "Pod reported ready",
    ],
)
def test_a_plain_line_is_nothing_else(line: str) -> None:
    log = parse_log(log_of(timeline=(f"2023-07-25 10:00 {line}",)), "UTC")
    assert log.entries[0].guesses == ()


def test_guesses_say_who_what_and_where() -> None:
    log = parse_log(
        log_of(
            timeline=(
                "2023-07-25 10:00 J Birch assumes incident lead and scribe roles.",
                "2023-07-25 10:01 Comms to users in #updates and #ask-us.",
                "2023-07-25 10:02 Decision made to restore the previous password, for now.",
            )
        ),
        "UTC",
    )
    role, message, decision = (entry.guesses[0] for entry in log.entries)
    assert (role.person, role.roles) == ("J Birch", (Role.COMMANDER, Role.SCRIBE))
    assert (message.audience, message.channels) == ("users", ("#updates", "#ask-us"))
    assert decision.choice == "restore the previous password, for now"


def test_doubts_are_numbered_in_the_order_of_the_lines() -> None:
    examined = examine(
        log_of("Repaired 2022-07-25 10:00", "Resolved 2023-07-25 10:00")
        + "- **Time to resolve**: soon\n",
        "UTC",
    )
    assert [d.number for d in examined.doubts] == list(range(1, len(examined.doubts) + 1))
    assert [d.line for d in examined.doubts] == sorted(d.line for d in examined.doubts)
    assert examined.doubts[-1].slug == "duration-unreadable"
