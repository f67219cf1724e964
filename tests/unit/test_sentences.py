from dataclasses import MISSING, asdict, fields
from datetime import UTC, datetime
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from netfin_incident.domain.escalation import Called, EscalationPolicy
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language, traditional
from netfin_incident.wording.sentences import KINDS, kind_label, sentence

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
ACT = Act(at=THEN, by="wang.lei", zone="Asia/Shanghai")
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)

UNSAID = {
    ("Declared", "zone"),
    ("StepStarted", "playbook"),
    ("StepCompleted", "playbook"),
    ("StepSkipped", "playbook"),
    ("StepReopened", "playbook"),
    ("StepFailed", "playbook"),
    ("StepRaised", "playbook"),
    ("StepApproved", "playbook"),
    ("RoundBegun", "playbook"),
    ("VariableSet", "step"),
    ("CommandRun", "playbook"),
    ("CommandRun", "risk"),
    ("EvidenceAdded", "playbook"),
    ("NoticeSent", "key"),
    ("NoticeFailed", "key"),
    ("NoticeRetried", "key"),
    ("NoticeQuarantined", "key"),
}
"""Fields that stand elsewhere on the screen."""
HASHES = ("sha256", "text_sha256")

PLAN = Plan("outage", 1, "approved", Text("outage", "outage"), Text("", ""), "payment", (), ())

POLICY = EscalationPolicy("payments", Text("payments", "payments"), (), (), "UTC")


def typed(name: str) -> str:
    """What somebody typed into the field `name`: braces, and characters of both scripts."""
    return f"<{name}> {{x}} {{0}} 后台里程 後臺裏程"


def sample(name: str, hint: Any) -> Any:
    """Some value that the field `name` may hold."""
    if get_origin(hint) is UnionType:
        hint = get_args(hint)[0]
    if name in HASHES:
        return "0123456789abcdef" * 4
    if name in ("role", "about"):
        return "gateway-2"
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if item is Called:
            return (Called(typed("to"), (typed("contact"),)),)
        return (sample(name, item),) if item is str else ((typed("of"), typed(name)),)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return {
        str: typed(name),
        bool: True,
        int: 7,
        datetime: THEN,
        Plan: PLAN,
        EscalationPolicy: POLICY,
    }[hint]


def samples(kind: type[e.Event]) -> tuple[e.Event, dict[str, Any]]:
    """An event with something in every field, and what is in it."""
    hints = get_type_hints(kind)
    values = {one.name: sample(one.name, hints[one.name]) for one in fields(kind)}
    return kind(**values), values


def is_typed(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def without(text: str, values: dict[str, Any]) -> str:
    for value in values.values():
        if is_typed(value):
            text = text.replace(value, "")
        elif isinstance(value, Called):
            text = without(text, asdict(value))
        elif isinstance(value, tuple):
            text = without(text, {str(n): one for n, one in enumerate(value)})
    return text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_every_event_is_a_sentence_with_what_was_typed_unchanged(
    kind: type[e.Event], language: Language
) -> None:
    event, values = samples(kind)

    said = sentence(event, ACT, language)

    for name, value in values.items():
        if is_typed(value) and (kind.__name__, name) not in UNSAID:
            assert (value[:12] if name in HASHES else value) in said
    own = without(said, values)
    assert "{" not in own
    assert "}" not in own
    assert kind is e.Noted or own.strip()


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_product_words_alone_are_put_into_traditional_script(kind: type[e.Event]) -> None:
    event, values = samples(kind)

    simplified = without(sentence(event, ACT, HANS), values)

    assert without(sentence(event, ACT, HANT), values) == traditional(simplified)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_event_with_only_its_needful_fields_leaves_no_empty_words(kind: type[e.Event]) -> None:
    event, values = samples(kind)
    needful = {one.name: values[one.name] for one in fields(kind) if one.default is MISSING}

    for language in Language:
        said = sentence(kind(**needful), ACT, language)
        assert said == said.strip()
        assert not said.endswith((":", "：", ";", "；"))
        assert "None" not in said
    assert len(sentence(kind(**needful), ACT, EN)) <= len(sentence(event, ACT, EN))


def test_every_kind_of_entry_has_a_short_category() -> None:
    assert {kind.KIND for kind in EVENTS} == set(KINDS)
    for kind in EVENTS:
        words = kind_label(kind.KIND)
        assert 0 < len(words.en) <= 10
        assert 0 < len(words.zh) <= 3
