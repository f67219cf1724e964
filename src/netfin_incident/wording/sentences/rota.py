"""Sentences about a rotation: who stands in for whom, and which shifts were swapped."""

from datetime import datetime
from typing import Final, assert_never

from netfin_incident.domain.record import Act
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences.teller import NOTE, REASON, Teller

_INSTEAD: Final = Text("instead of: {}", "替换：{}")
_GIVES: Final = Text("gives: {}", "让出：{}")
_TAKES: Final = Text("takes: {}", "换得：{}")
_SPAN: Final = Text("{start} to {end}", "{start} 至 {end}")
_OVERRIDE: Final = Text(
    "{id}: {person} stands in for {rotation} from {start} to {end}",
    "{id}：{person} 自 {start} 至 {end} 替班（{rotation}）",
)
_OFFERED: Final = Text(
    "{id}: {by} offered {to} a swap of shifts in {rotation}",
    "{id}：{by} 向 {to} 提出换班（{rotation}）",
)
_SHORT: Final = {
    e.OverrideCancelled: Text("{id}: override withdrawn ({rotation})", "{id}：撤回替班（{rotation}）"),
    e.SwapAccepted: Text("{id}: swap accepted ({rotation})", "{id}：接受换班（{rotation}）"),
    e.SwapDeclined: Text("{id}: swap declined ({rotation})", "{id}：谢绝换班（{rotation}）"),
    e.SwapWithdrawn: Text("{id}: swap withdrawn ({rotation})", "{id}：撤回换班（{rotation}）"),
}  # fmt: skip


def rota_sentence(event: e.Event, act: Act, language: Language, zone: str = "") -> str:
    """What happened to a rotation, for a reader of `language`; times are those of `zone`."""
    teller = Teller(act, language, zone=zone)
    match event:
        case e.OverrideSet():
            return teller.tell(
                _OVERRIDE, (_INSTEAD, event.instead_of), (REASON, event.reason),
                id=event.id, person=event.person, rotation=event.rotation,
                start=event.start, end=event.end,
            )  # fmt: skip
        case e.OverrideCancelled():
            more = (REASON, event.reason)
        case e.SwapOffered():
            return teller.tell(
                _OFFERED,
                (_GIVES, _span(teller, event.gives_from, event.gives_until)),
                (_TAKES, _span(teller, event.takes_from, event.takes_until)),
                (NOTE, event.note),
                id=event.id, by=event.offered_by, to=event.offered_to, rotation=event.rotation,
            )  # fmt: skip
        case e.SwapAccepted():
            more = (NOTE, "")
        case e.SwapDeclined() | e.SwapWithdrawn():
            more = (NOTE, event.note)
        case _:
            assert_never(event)
    return teller.tell(_SHORT[type(event)], more, id=event.id, rotation=event.rotation)


def _span(teller: Teller, start: datetime | None, end: datetime | None) -> str:
    return "" if start is None else teller.tell(_SPAN, start=start, end=end)
