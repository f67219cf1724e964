"""Sentences about a warning: what raised it, what came of its values, and how it was handled."""

from typing import Final, assert_never

from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.warning import events as e
from netfin_incident.wording.indicators import SIGNS
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences.teller import REASON, Teller

_SOURCE: Final = Text("source: {}", "来源：{}")
_KEY: Final = Text("key: {}", "标识：{}")
_OBSERVED: Final = Text("observed {}", "观测时间 {}")
_OWNER: Final = Text("answers for it: {}", "责任角色：{}")
_PLAYBOOK: Final = Text("suggested playbook: {}", "建议预案：{}")
_THRESHOLD: Final = Text("threshold: {}", "阈值：{}")
_WORST: Final = Text("worst of them: {}", "其中最差：{}")
_RAISED: Final = Text(
    "{level} warning: {name} {value} ({indicator}, {sign} {threshold})",
    "{level}预警：{name} {value}（{indicator}，{sign} {threshold}）",
)
_CAME: Final = Text(
    "value {value}, level {level} ({times})", "监测值 {value}，级别{level}（{times}）"
)
_SUBSIDED: Final = Text(
    "value {value}: the warning has subsided ({times})", "监测值 {value}：预警已回落（{times}）"
)
_TIMES: Final = Text("{count} times", "{count} 次")
_ONCE: Final = Text("once", "1 次")
_ASSESSED: Final = Text("assessed: {text}", "研判：{text}")
_OWNED: Final = Text("{person} handles it", "由 {person} 负责处置")
_NOTED: Final = Text("handled: {text}", "处置：{text}")
_ACCEPTED: Final = Text("accepted until {until}", "暂时接受至 {until}")
_FALSE: Final = Text("judged false", "判定为误报")
_CLOSED: Final = Text("closed: {note}", "关闭：{note}")
_PROMOTED: Final = Text("became incident {incident}", "转为事件 {incident}")


def warning_sentence(event: e.Event, act: Act, language: Language, zone: str = "") -> str:
    """What happened to a warning, for a reader of `language`; times are those of `zone`."""
    teller = Teller(act, language, zone=zone)
    match event:
        case e.WarningRaised():
            return _raised(teller, event)
        case e.ValueCame():
            return _came(teller, event)
        case e.WarningAssessed():
            return teller.tell(_ASSESSED, text=event.text)
        case e.WarningOwned():
            return teller.tell(_OWNED, person=event.person)
        case e.WarningNoted():
            return teller.tell(_NOTED, text=event.text)
        case e.WarningAccepted():
            return teller.tell(_ACCEPTED, (REASON, event.reason), until=event.until)
        case e.WarningJudgedFalse():
            return teller.tell(_FALSE, (REASON, event.reason))
        case e.WarningClosed():
            return teller.tell(_CLOSED, note=event.note)
        case e.WarningPromoted():
            return teller.tell(_PROMOTED, incident=event.incident)
        case _:
            assert_never(event)


def _raised(teller: Teller, event: e.WarningRaised) -> str:
    owner = teller.role(event.owner_role) if event.owner_role else ""
    return teller.tell(
        _RAISED, (_OBSERVED, event.observed_at), (_SOURCE, event.source), (_KEY, event.key),
        (_OWNER, owner), (_PLAYBOOK, event.playbook), level=event.level, name=event.name,
        value=event.value, indicator=event.indicator, sign=SIGNS[event.comparison],
        threshold=event.threshold,
    )  # fmt: skip


def _came(teller: Teller, event: e.ValueCame) -> str:
    times = teller.tell(_ONCE if event.times == 1 else _TIMES, count=event.times)
    more = (
        (_THRESHOLD, event.threshold),
        (_WORST, event.worst),
        (_OBSERVED, event.observed_at),
        (_SOURCE, event.source),
    )
    if event.level is None:
        return teller.tell(_SUBSIDED, *more, value=event.value, times=times)
    return teller.tell(_CAME, *more, value=event.value, level=event.level, times=times)
