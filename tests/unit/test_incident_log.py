"""A written log: its title, key events, entries, sections and labelled values."""

from datetime import UTC, date, datetime

import pytest

from netfin_incident.domain.vocabulary import Milestone, Precision
from netfin_incident.errors import UsageError
from netfin_incident.exchange.incident_log import Source, parse_log

LOG = """---
title: Incident on 2024-04-15 - card payments
weight: 3
---

# Incident on 2024-04-15 - card payments slow

- **Key events**
  - First detected: 2024-04-15 12:32
  - Incident declared 2024-04-15 14.43
  - Repaired on 2024-04-15 at 15:53
  - Resolved 2024-04-16 9:13

- **Time to repair**: 3h 21m

- **Identified**: by the alarm `pay-latency`
```
p99 > 3 s
```

- **Impact**:
  - Card payments took 8 s.
    - mostly abroad
  - Refunds waited.

- **Context**:
  - 2024-04-15 12:32: alarm

```
with its output
```

  - 2024-04-15 12:52 - restarted the gateway,
    which did not help
    - one node at a time
  - The vendor was called.
  – 15:53 Vendor rolled back, incident repaired
  * 2024-04-16 9:13 Incident resolved

- **Resolution**: rolled back.

- **Review actions**:
  - Alarm on vendor releases
  - Rehearse the fallback
"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_title_is_the_heading_and_its_day_is_the_day_of_the_log() -> None:
    log = parse_log(LOG, "UTC")
    assert log.title == "Incident on 2024-04-15 - card payments slow"
    assert log.date == date(2024, 4, 15)


def test_key_events_are_milestones_with_their_written_labels() -> None:
    log = parse_log(LOG, "UTC")
    assert [(k.label, k.milestone, k.moment.written, k.moment.at) for k in log.key_events] == [
        ("First detected", Milestone.DETECTED, "2024-04-15 12:32", at("2024-04-15 12:32")),
        ("Incident declared", Milestone.DECLARED, "2024-04-15 14.43", at("2024-04-15 14:43")),
        ("Repaired", Milestone.RECOVERED, "2024-04-15 at 15:53", at("2024-04-15 15:53")),
        ("Resolved", Milestone.RESOLVED, "2024-04-16 9:13", at("2024-04-16 09:13")),
    ]
    assert {key.moment.precision for key in log.key_events} == {Precision.MINUTE}


def test_entries_keep_their_order_their_lines_and_what_belongs_to_them() -> None:
    entries = parse_log(LOG, "UTC").entries
    assert [(e.line, e.last_line, e.moment.written) for e in entries] == [
        (27, 31, "2024-04-15 12:32"),
        (33, 35, "2024-04-15 12:52"),
        (37, 37, "15:53"),
        (38, 38, "2024-04-16 9:13"),
    ]
    assert entries[0].text == "alarm\n```\nwith its output\n```"
    assert entries[1].text == "restarted the gateway,\nwhich did not help\none node at a time"
    assert entries[2].text == "Vendor rolled back, incident repaired"
    assert [e.milestone for e in entries] == [
        None,
        None,
        Milestone.RECOVERED,
        Milestone.RESOLVED,
    ]


def test_prose_stays_in_its_section() -> None:
    sections = parse_log(LOG, "UTC").sections
    assert sections.identified == "by the alarm `pay-latency`\n```\np99 > 3 s\n```"
    assert sections.impact == "Card payments took 8 s.\nmostly abroad\n\nRefunds waited."
    assert sections.context == "The vendor was called."
    assert sections.resolution == "rolled back."
    assert sections.review_actions == ("Alarm on vendor releases", "Rehearse the fallback")


def test_headings_do_what_bold_labels_do() -> None:
    log = parse_log(
        """# Outage of 3 March 2023

## Key events

* Fault occurs: 2023-03-03 08:00
* Team aware: 2023-03-03 08:10
* Acknowledged: 2023-03-03 08:12
* Contained: 2023-03-03 08:30
* Service restored: 2023-03-03 09:00

## Impact

Nobody could log in.

## 2. Timeline (UTC)

### Detection
08:00 first errors
08:10 alarm

## What we changed

A limit.
""",
        "Europe/London",
    )
    assert [key.milestone for key in log.key_events] == [
        Milestone.ONSET,
        Milestone.AWARE,
        Milestone.ACKNOWLEDGED,
        Milestone.CONTAINED,
        Milestone.RECOVERED,
    ]
    assert [entry.text for entry in log.entries] == ["first errors", "alarm"]
    assert log.sections.impact == "Nobody could log in."
    assert ("What we changed", "A limit.") in log.sections.other


def test_a_heading_with_a_time_is_an_entry_with_the_text_under_it() -> None:
    log = parse_log(
        """# 2018-02-22 proxy down

## Timeline

All times in PST

### 2018-02-22 16:30

Alarms arrive.
Both sites are down.

### 16:32 - First look

- few log lines
""",
        "UTC",
    )
    assert [(e.text, e.moment.at) for e in log.entries] == [
        ("Alarms arrive.\nBoth sites are down.", at("2018-02-23 00:30")),
        ("First look\nfew log lines", at("2018-02-23 00:32")),
    ]


def test_tables_give_entries_and_fields() -> None:
    log = parse_log(
        """# Gateway outage

| Field | Value |
| --- | --- |
| **Incident Date** | `2024-03-09` |
| **Start Time (UTC)** | `23:10` |
| **End Time (UTC)** | `01:05` |
| Incident Commander | @maria |

## Timeline

| Date | Time | Event |
|------|:----:|-------|
| 2024-03-09 | 23:10 | Alarm \\| page |
| 2024-03-10 | 01:05 | Service restored |
""",
        "UTC",
    )
    assert [(k.label, k.moment.at, k.source) for k in log.key_events[:2]] == [
        ("Start Time (UTC)", at("2024-03-09 23:10"), Source.FIELD),
        ("End Time (UTC)", at("2024-03-10 01:05"), Source.FIELD),
    ]
    assert [(e.text, e.moment.at) for e in log.entries] == [
        ("Alarm \\| page", at("2024-03-09 23:10")),
        ("Service restored", at("2024-03-10 01:05")),
    ]
    assert [(g.person, g.roles) for g in log.guesses] == [("@maria", ("commander",))]


def test_front_matter_may_hold_the_key_events() -> None:
    log = parse_log(
        """---
title: "Storage outage"
start_time: 2017-01-31T17:20:00Z
end_time: 2017-02-01T18:00:05Z
---
""",
        "Asia/Shanghai",
    )
    assert log.title == "Storage outage"
    assert [(k.milestone, k.moment.at, k.moment.precision) for k in log.key_events] == [
        (Milestone.ONSET, at("2017-01-31 17:20"), Precision.EXACT),
        (Milestone.RESOLVED, at("2017-02-01 18:00:05"), Precision.EXACT),
    ]


def test_a_log_without_markup_is_read_by_its_plain_labels() -> None:
    log = parse_log(
        """Incident of 7 August 2020

First detected: 2020-08-07 15:51
Resolved: 2020-08-07 16:29

Timeline:
15:51 alarm
16:29 fixed
Impact: none seen
""",
        "UTC",
    )
    assert log.title == "Incident of 7 August 2020"
    assert [key.milestone for key in log.key_events] == [Milestone.DETECTED, Milestone.RESOLVED]
    assert [entry.text for entry in log.entries] == ["alarm", "fixed"]
    assert log.sections.impact == "none seen"


def test_chinese_logs_are_read_too() -> None:
    log = parse_log(
        """# 支付通道中断

- **关键事件**
  - 首次发现：2024年4月15日 12:32
  - 业务恢复：2024年4月15日 15:53
- **恢复用时**：3小时21分钟
- **处置经过**：
  - 12:50 决定切换备用通道
- **影响**：支付失败
""",
        "Asia/Shanghai",
    )
    assert [(k.milestone, k.moment.at) for k in log.key_events] == [
        (Milestone.DETECTED, at("2024-04-15 04:32")),
        (Milestone.RECOVERED, at("2024-04-15 07:53")),
    ]
    assert [(e.text, e.moment.at) for e in log.entries] == [
        ("决定切换备用通道", at("2024-04-15 04:50"))
    ]
    assert [d.seconds for d in log.durations] == [3 * 3600 + 21 * 60]
    assert log.sections.impact == "支付失败"


def test_what_is_typed_cannot_act_on_a_terminal() -> None:
    log = parse_log("# 2024-01-01 \x1b[2Jx\n- 2024-01-01 10:00 \u202eevil\x07\r\n", "UTC")
    assert log.title == "2024-01-01 x"
    assert log.entries[0].text == "⟨U+202E⟩evil"


def test_a_log_without_any_day_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        parse_log("# Read me\n\nNothing happened.\n", "UTC")
    assert refused.value.slug == "log-without-times"


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        parse_log(LOG, "Nowhere/Land")
    assert refused.value.slug == "zone-unknown"
