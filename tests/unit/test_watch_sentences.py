from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from netfin_incident.domain.record import Act
from netfin_incident.domain.watch import events as e
from netfin_incident.wording.language import Language, traditional
from netfin_incident.wording.sentences import kind_label
from netfin_incident.wording.sentences.kinds import WATCH_KINDS
from netfin_incident.wording.sentences.watch import watch_sentence

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)


def sample(kind: type[e.Event]) -> e.Event:
    values: dict[type, Any] = {str: "<{x} 后台>", int: 4711, datetime: THEN}
    return kind(**{one.name: values[one.type] for one in fields(kind)})  # type: ignore[index]


def said(event: e.Event, language: Language, zone: str = "Asia/Shanghai") -> str:
    return watch_sentence(event, Act(THEN, "watch"), language, zone)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_says_everything_and_leaves_names_as_they_are(
    kind: type[e.Event], language: Language
) -> None:
    event = sample(kind)
    words = said(event, language)
    for one in fields(kind):
        value = getattr(event, one.name)
        told = "2026-11-24 14:05:30 +08:00" if isinstance(value, datetime) else str(value)
        assert told in words


def test_they_are_said_in_these_words() -> None:
    assert said(e.WatchStopped("a"), EN) == "a stopped watching"
    assert said(e.WatchStopped("a", "signal 15"), HANS) == "a 停止值守；原因：signal 15"
    assert said(e.WatchGap(THEN, THEN), EN, "") == (
        "nothing watched from 2026-11-24 06:05:30 +00:00 to 2026-11-24 06:05:30 +00:00; "
        "what became due then was called late"
    )
    assert "set back by 60 s" in said(e.ClockJumped(-60, THEN, THEN), EN)
    assert "set forward by 60 s" in said(e.ClockJumped(60, THEN, THEN), EN)
    assert "拨慢 60 秒" in said(e.ClockJumped(-60, THEN, THEN), HANS)
    gap = e.WatchGap(THEN, THEN)
    assert said(gap, HANT) == traditional(said(gap, HANS)) != said(gap, HANS)


def test_every_kind_has_a_short_category() -> None:
    assert {kind.KIND for kind in EVENTS} == set(WATCH_KINDS)
    for kind in EVENTS:
        words = kind_label(kind.KIND)
        assert 0 < len(words.en) <= 10
        assert 0 < len(words.zh) <= 3
