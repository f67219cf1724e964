"""Whatever a log holds, it is read or refused in words, and no dated line is lost."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.errors import NetfinError
from netfin_incident.exchange.incident_log import Examined, examine
from netfin_incident.wording.doubts import say_doubt, say_reading
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language

HOURS = parse_business_hours("Mon-Fri 10:00-17:00")
ZONES = st.sampled_from(["UTC", "Europe/London", "Asia/Shanghai", "America/New_York"])
LOG = """---
title: Incident on 2023-07-25 - search down
weight: 7
---

# Incident on 2023-07-25 - search down

All times are in UTC.

- **Key events**
  - First detected: 2023-07-25 14:05
  - Incident declared 2023-07-25 15.21
  - Repaired 2023-07-25 15:55
  - Resolved 2023-09-25 15:55

- **Status**: Resolved at 2023-07-25 15:55 UTC
- **Time to repair**: 1h 50m
- **Time to resolve**: 1h 50m (during support hours 10:00-17:00 M-F)

- **Impact**: between 2023-07-25 14:05 and 2023-07-25 15:55 nothing was found.

- **Context**:
  - 2023-07-25 14:05 - alarm
  - 14:09: pod stopped at 14:08

```
2023-07-25 14:09 killed
```

  - 2022-07-25 14:40 J Birch assumes incident lead
    - details
  – 2023-07-25 15:11: Comms sent to users in #updates
  - 03/04/2023 15:20 decided to use a bigger node
  - 2023-07-05 16:18: Incident resolved

## Timeline

| Time | Event |
|------|-------|
| 16:20 | all well |
| 2023-07-26 09:00 | review |

- **Review actions**:
  - 2023-08-01 10:00 meeting
"""
LINES = LOG.split("\n")
NOISE = "0123456789:.-|*#` /()\u202eé+~TZhm年\t"
DATED = re.compile(r"^[\s*–-]*\|?\s*(20\d\d-\d\d-\d\d \d\d:\d\d)(?![\d.:])")


def examined(text: str, zone: str) -> Examined | None:
    """The log, or None where it was refused in words."""
    try:
        return examine(text, zone, HOURS)
    except NetfinError as refusal:
        said = explain(refusal, Language.EN)
    assert said.what
    return None


def assert_sayable(found: Examined) -> None:
    for language in (Language.EN, Language.ZH_HANS):
        for doubt in found.doubts:
            assert say_doubt(doubt.slug, doubt.values, language)
            for reading in doubt.readings:
                assert say_reading(reading.slug, reading.values, language)


def kept(found: Examined) -> set[int]:
    """The lines that are a key event, an entry or a doubt."""
    lines = {key.line for key in found.log.key_events}
    for entry in found.log.entries:
        lines |= set(range(entry.line, entry.last_line + 1))
    for doubt in found.doubts:
        lines |= set(range(doubt.line, int(doubt.values.get("last_line", doubt.line)) + 1))
    return lines


@given(text=st.text(), zone=ZONES)
def test_any_text_is_read_or_refused_in_words(text: str, zone: str) -> None:
    found = examined(text, zone)
    if found:
        assert_sayable(found)


@given(
    lines=st.lists(st.sampled_from(LINES) | st.text(alphabet=NOISE, max_size=40), max_size=40),
    zone=ZONES,
)
def test_any_mixture_of_lines_is_read_or_refused_in_words(lines: list[str], zone: str) -> None:
    found = examined("\n".join(lines), zone)
    if found:
        assert_sayable(found)


def mangled(seed: int) -> str:
    """The log with a few lines and characters changed, as by a hurried hand."""
    hand = random.Random(seed)  # noqa: S311 - repeatable, not secret
    lines = list(LINES)
    for _ in range(hand.randrange(1, 12)):
        at = hand.randrange(len(lines))
        match hand.randrange(4):
            case 0:
                lines[at] = hand.choice(LINES)
            case 1:
                lines.insert(at, hand.choice(LINES))
            case 2:
                del lines[at]
            case _ if lines[at]:
                place = hand.randrange(len(lines[at]))
                mark = hand.choice(NOISE)
                lines[at] = lines[at][:place] + mark + lines[at][place + hand.randrange(2) :]
            case _:
                pass
    return "\n".join(lines)


@given(seed=st.integers(0, 1_000_000), zone=ZONES)
def test_no_dated_line_is_lost(seed: int, zone: str) -> None:
    text = mangled(seed)
    found = examined(text, zone)
    if found is None:
        return
    assert_sayable(found)
    dated = {n for n, line in enumerate(text.split("\n"), 1) if DATED.match(line)}
    assert dated - kept(found) == set()


@given(seed=st.integers(0, 1_000_000), zone=ZONES)
def test_every_moment_shows_on_the_clocks_what_is_written(seed: int, zone: str) -> None:
    found = examined(mangled(seed), zone)
    for entry in found.log.entries if found else ():
        written = re.search(r"(\d{1,2}):(\d\d)", entry.moment.written)
        if entry.moment.at and written and entry.moment.zone == "UTC":
            assert (entry.moment.at.hour % 12, entry.moment.at.minute) == (
                int(written[1]) % 12,
                int(written[2]),
            )


@given(seed=st.integers(0, 1_000_000), zone=ZONES)
def test_the_timeline_has_every_entry_once_and_in_order(seed: int, zone: str) -> None:
    found = examined(mangled(seed), zone)
    if found:
        placed = found.log.timeline()
        assert [each.at for each in placed] == sorted(each.at for each in placed)
        assert sorted(each.entry.line for each in placed) == sorted(
            entry.line for entry in found.log.entries
        )


@given(seed=st.integers(0, 1_000_000), zone=ZONES)
def test_reading_twice_gives_the_same(seed: int, zone: str) -> None:
    text = mangled(seed)
    assert examined(text, zone) == examined(text, zone)
