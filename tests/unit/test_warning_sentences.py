from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.levels import Comparison, Unit
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say, traditional
from netfin_incident.wording.sentences import kind_label
from netfin_incident.wording.sentences.kinds import WARNING_KINDS
from netfin_incident.wording.sentences.warnings import warning_sentence
from watched import ORANGE, raised

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)
TYPED = ("text", "reason", "note", "source", "key")
CONSTANTS = {
    "unit": Unit.COUNT, "comparison": Comparison.AT_LEAST, "mode": Mode.LIVE, "level": ORANGE,
    "times": 400, "owner_role": "technical", "name": Text("Failures", "失败率"),
}  # fmt: skip
UNSAID = ("id", "unit", "comparison", "mode", "zone", "currency")
"""What stands beside the sentence, or in another form in it."""


def samples(kind: type[e.Event]) -> dict[str, Any]:
    """Something for every field; what people type has braces, and characters of both scripts."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {
        one.name: THEN if hints[one.name] is datetime else f"<{one.name}>" for one in fields(kind)
    }
    values |= {name: value for name, value in CONSTANTS.items() if name in values}
    typed = set(TYPED) & values.keys()
    return values | {name: f"<{name}> {{x}} 后台里程 後臺裏程" for name in typed}


def said(event: e.Event, language: Language) -> str:
    return warning_sentence(event, Act(THEN, "lead"), language, "Asia/Shanghai")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_says_everything_and_leaves_what_was_typed(
    kind: type[e.Event], language: Language
) -> None:
    values = samples(kind)
    words = said(kind(**values), language)
    for name, value in values.items():
        if name == "owner_role":
            assert ("technical" in words) is (language is EN)
        elif name not in UNSAID:
            assert spoken(value, language) in words


def spoken(value: object, language: Language) -> str:
    """How a value stands in a sentence."""
    match value:
        case datetime():
            return "2026-11-24 14:05:30 +08:00"
        case Text():
            return say(value, language)
        case Enum():
            return say(label(value), language)
        case _:
            return str(value)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_the_programs_own_words_alone_are_put_into_traditional_script(kind: type[e.Event]) -> None:
    values = samples(kind)
    values |= dict.fromkeys(set(values) & set(TYPED), "x")
    assert said(kind(**values), HANT) == traditional(said(kind(**values), HANS))


def test_a_sentence_in_both_languages() -> None:
    event = raised(12).raised
    assert said(event, EN).startswith("orange warning: Failures 12 (payment-failures, ≥ 10)")
    assert said(event, HANS).startswith("橙色预警：失败率 12（payment-failures，≥ 10）")
    subsided = e.ValueCame("3", THEN)
    assert said(subsided, EN).startswith("value 3: the warning has subsided (once)")
    assert said(subsided, HANS).startswith("监测值 3：预警已回落（1 次）")


def test_every_kind_of_entry_has_a_category() -> None:
    assert set(WARNING_KINDS) == {event.KIND for event in EVENTS}
    for event in EVENTS:
        assert kind_label(event.KIND).zh
