from dataclasses import MISSING, fields
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from netfin_incident.domain.record import Act
from netfin_incident.domain.rota import events as e
from netfin_incident.wording.language import Language, traditional
from netfin_incident.wording.sentences import kind_label
from netfin_incident.wording.sentences.kinds import ROTA_KINDS
from netfin_incident.wording.sentences.rota import rota_sentence

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)
TYPED = ("reason", "note")


def samples(kind: type[e.Event]) -> dict[str, Any]:
    """Something for every field; what people type has braces, and characters of both scripts."""
    values: dict[str, Any] = {
        one.name: THEN if one.name.endswith(("from", "until", "start", "end")) else f"<{one.name}>"
        for one in fields(kind)
    }
    typed = set(TYPED) & values.keys()
    return values | {name: f"<{name}> {{x}} 后台里程 後臺裏程" for name in typed}


def said(event: e.Event, language: Language, zone: str = "Asia/Shanghai") -> str:
    return rota_sentence(event, Act(THEN, "lead"), language, zone)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_says_everything_and_leaves_what_was_typed(
    kind: type[e.Event], language: Language
) -> None:
    values = samples(kind)
    words = said(kind(**values), language)
    for value in values.values():
        assert (value if isinstance(value, str) else "2026-11-24 14:05:30 +08:00") in words


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_the_programs_own_words_alone_are_put_into_traditional_script(kind: type[e.Event]) -> None:
    values = samples(kind)
    values |= dict.fromkeys(set(values) & set(TYPED), "x")
    assert said(kind(**values), HANT) == traditional(said(kind(**values), HANS))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_without_what_may_be_left_out_has_no_empty_words(
    kind: type[e.Event], language: Language
) -> None:
    values = samples(kind)
    needful = {one.name: values[one.name] for one in fields(kind) if one.default is MISSING}
    words = said(kind(**needful), language)
    assert not words.endswith((":", "：", ";", "；", " "))
    assert "None" not in words


def test_an_override_is_said_in_these_words() -> None:
    event = e.OverrideSet("first", "O1", "bo", THEN, THEN, "ill", "ann")
    assert said(event, EN, "") == (
        "O1: bo stands in for first from 2026-11-24 06:05:30 +00:00 to 2026-11-24 06:05:30 +00:00; "
        "instead of: ann; reason: ill"
    )
    assert said(event, HANS) == (
        "O1：bo 自 2026-11-24 14:05:30 +08:00 至 2026-11-24 14:05:30 +08:00 替班（first）；"
        "替换：ann；原因：ill"
    )


def test_every_kind_has_a_short_category() -> None:
    assert {kind.KIND for kind in EVENTS} == set(ROTA_KINDS)
    for kind in EVENTS:
        words = kind_label(kind.KIND)
        assert 0 < len(words.en) <= 10
        assert 0 < len(words.zh) <= 3
