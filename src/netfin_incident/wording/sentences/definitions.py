"""Sentences about a definition: which version was adopted, and who approved it."""

from typing import Final, assert_never

from netfin_incident.domain.definition import events as d
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import DefinitionKind
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences.teller import NOTE, SHA256, Teller

_FROM: Final = Text("in force from: {}", "生效时间：{}")
_DOCUMENT: Final = Text("document: {}", "文号：{}")
_ADOPTED: Final = Text(
    "Adopted the {kind} {id}, revision {revision}", "采用{kind} {id} 第 {revision} 版"
)
_ROSTER_ADOPTED: Final = Text(
    "Adopted the {kind}, version {revision}", "采用{kind}第 {revision} 版"
)
_AUTHOR: Final = Text("written by: {}", "编制人：{}")


def definition_sentence(event: d.Event, act: Act, language: Language, zone: str = "") -> str:
    """What happened to a definition, for a reader of `language`; times are those of `zone`."""
    teller = Teller(act, language, zone=zone)
    more: tuple[tuple[Text, object], ...]
    match event:
        case d.DefinitionAdopted():
            is_roster = event.kind is DefinitionKind.ROSTER
            words = _ROSTER_ADOPTED if is_roster else _ADOPTED
            more = ((_FROM, event.effective_from), (SHA256, event.sha256[:12]), (NOTE, event.note))
        case d.DefinitionApproved():
            words = Text(
                "Approved the {kind} {id}, revision {revision}",
                "审批通过{kind} {id} 第 {revision} 版",
            )
            more = (
                (_DOCUMENT, event.document), (_AUTHOR, event.author),
                (SHA256, event.sha256[:12]), (NOTE, event.note),
            )  # fmt: skip
        case _:
            assert_never(event)
    return teller.tell(words, *more, kind=event.kind, id=event.id, revision=event.revision)
