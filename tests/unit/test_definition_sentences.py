from dataclasses import MISSING, fields
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from netfin_incident.domain.definition import events as d
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import DefinitionKind
from netfin_incident.wording.language import Language, traditional
from netfin_incident.wording.sentences import kind_label
from netfin_incident.wording.sentences.definitions import definition_sentence
from netfin_incident.wording.sentences.kinds import DEFINITION_KINDS

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
ACT = Act(at=THEN, by="wang.lei")
EVENTS: tuple[type[d.Event], ...] = get_args(d.Event)
SHA256 = "0123456789ab" + "c" * 52
TYPED = ("document", "author", "note")


def samples(kind: type[d.Event]) -> dict[str, Any]:
    """Something for every field; what people type has braces, and characters of both scripts."""
    values: dict[str, Any] = {
        "kind": DefinitionKind.PLAYBOOK, "id": "outage", "revision": 4, "sha256": SHA256,
        "body": "<body>", "effective_from": THEN,
        **{name: f"<{name}> {{x}} 后台里程 後臺裏程" for name in TYPED},
    }  # fmt: skip
    return {one.name: values[one.name] for one in fields(kind)}


def said(event: d.Event, language: Language, zone: str = "Asia/Shanghai") -> str:
    return definition_sentence(event, ACT, language, zone)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_says_everything_but_the_text_and_leaves_what_was_typed(
    kind: type[d.Event], language: Language
) -> None:
    values = samples(kind)
    words = said(kind(**values), language)
    for name in ("id", *TYPED):
        assert values.get(name, "") in words
    assert SHA256[:12] in words
    assert "<body>" not in words


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_the_programs_own_words_alone_are_put_into_traditional_script(kind: type[d.Event]) -> None:
    values: dict[str, Any] = samples(kind)
    values |= dict.fromkeys(set(values) & set(TYPED), "x")
    assert said(kind(**values), HANT) == traditional(said(kind(**values), HANS))
    values |= dict.fromkeys(set(values) & set(TYPED), "后台")
    assert said(kind(**values), HANT).count("后台") == len(set(values) & set(TYPED))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.KIND)
def test_an_entry_without_a_note_leaves_no_empty_words(
    kind: type[d.Event], language: Language
) -> None:
    values = samples(kind)
    needful = {one.name: values[one.name] for one in fields(kind) if one.default is MISSING}
    words = said(kind(**needful), language)
    assert not words.endswith((":", "：", ";", "；", " "))
    assert "None" not in words


def test_an_adoption_is_said_in_these_words() -> None:
    event = d.DefinitionAdopted(DefinitionKind.PLAYBOOK, "outage", 4, SHA256, "", THEN, "年度修订")
    assert said(event, EN) == (
        "Adopted the playbook outage, revision 4; in force from: 2026-11-24 14:05:30 +08:00; "
        "SHA-256 begins 0123456789ab; note: 年度修订"
    )
    assert said(event, HANS, "") == (
        "采用预案 outage 第 4 版；生效时间：2026-11-24 06:05:30 +00:00；"
        "SHA-256 前 12 位 0123456789ab；备注：年度修订"
    )


def test_an_approval_is_said_in_these_words() -> None:
    event = d.DefinitionApproved(DefinitionKind.PLAYBOOK, "outage", 4, SHA256, "RC 17", "li.na")
    assert said(event, EN) == (
        "Approved the playbook outage, revision 4; document: RC 17; written by: li.na; "
        "SHA-256 begins 0123456789ab"
    )
    assert said(event, HANS) == (
        "审批通过预案 outage 第 4 版；文号：RC 17；编制人：li.na；SHA-256 前 12 位 0123456789ab"
    )


def test_every_kind_has_a_short_category() -> None:
    assert {kind.KIND for kind in EVENTS} == set(DEFINITION_KINDS)
    for kind in EVENTS:
        words = kind_label(kind.KIND)
        assert 0 < len(words.en) <= 10
        assert 0 < len(words.zh) <= 3
