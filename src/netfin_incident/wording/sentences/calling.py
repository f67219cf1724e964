"""Sentences about who was called, whether it reached them, and what came of it."""

from collections.abc import Iterable
from typing import Final, assert_never

from netfin_incident.domain.escalation import Called, Purpose
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.calling import Calling
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.wording.calling_labels import reason_label
from netfin_incident.wording.sentences.teller import REASON, SHA256, Teller

_BEGINS: Final = Text("Escalation {n} begins: {name}", "开始第 {n} 次升级呼叫：{name}")
_PASSED: Final = Text(
    "Escalation {n}, round {round}: level {level} ({id}) passed over, {because}",
    "第 {n} 次升级第 {round} 轮：跳过第 {level} 级（{id}），{because}",
)
_VOID: Final = Text(
    "Escalation {n}: the acknowledgement is void, nothing was recorded since",
    "第 {n} 次升级：确认后长时间无进展，确认失效",
)
_OF: Final = Text("of: {}", "确认人：{}")
_KNEW: Final = Text("had acknowledged already: {}", "已确认接报：{}")
_TELEPHONED: Final = Text("Telephoned {person}: {outcome}", "电话联系 {person}：{outcome}")
_AGAIN: Final = Text(
    "The alarm came again, severity {severity}: {title}",
    "告警再次触发，等级 {severity}：{title}",
)
_POLICY: Final = Text("policy: {}", "策略：{}")
_KNOWING: Final = Text("not called again: {}", "不再重复呼叫：{}")
_WHOM: Final = Text("called: {}", "呼叫：{}")
_TOLD: Final = Text("told: {}", "告知：{}")
_NOBODY: Final = Text("nobody", "无人")
_DUE: Final = Text("due at: {}", "应于：{}")
_BECAUSE: Final = Text("because: {}", "原因：{}")
_DETAIL: Final = Text("the far side said: {}", "对端说明：{}")
_CONTACT: Final = Text("contact: {}", "联系方式：{}")
_ABOUT: Final = Text("step: {}", "步骤：{}")
_ROLE: Final = Text("role: {}", "角色：{}")
_DIGEST: Final = Text("{}", "{}")
_IN_ONE: Final = Text("together with others", "与其他通知合并")
_BY_HAND: Final = Text("to be dialled", "须人工拨打")
_NO_WAY: Final = Text("no way to reach them", "无联系方式")
_AS_GROUP: Final = Text("channel", "渠道")
_ONE: Final = Text("{to} ({how})", "{to}（{how}）")
_LIST: Final = Text(", ", "、")
_DELIVERED: Final = Text("Notice delivered to {to}", "通知已送达 {to}")
_WRITTEN_DOWN: Final = Text(
    "Notice to {to} written to the drill outbox, not sent",
    "给 {to} 的通知写入演练发件箱，未实际发送",
)
_HEADS: Final = {
    Purpose.PAGE: Text("Called", "呼叫"),
    Purpose.FALLBACK: Text("Fallback called", "呼叫兜底联系人"),
    Purpose.REMINDER: Text("Reminded of the acknowledgement", "提醒确认后暂无进展"),
    Purpose.STEP_LATE: Text("Told that a step is late", "步骤超时提醒"),
    Purpose.STEP_UNASSIGNED: Text("Told that a role is vacant", "角色空缺提醒"),
    Purpose.ROLE_ASSIGNED: Text("Told of a role given", "告知角色指派"),
    Purpose.ROLE_TAKEN: Text("Told of a role passed on", "告知角色移交"),
    Purpose.HANDOVER_OFFERED: Text("Told of a handover offered", "告知交接提议"),
    Purpose.HANDOVER_UNANSWERED: Text("Told of a handover not answered", "交接久未答复提醒"),
}


def told(teller: Teller, event: Calling) -> str:
    """What `event` says."""
    match event:
        case e.EscalationStarted():
            return teller.tell(
                _BEGINS, (_POLICY, event.policy.id), (SHA256, event.sha256[:12]), (_KNOWING, event.knowing),
                n=event.generation, name=event.policy.name,
            )  # fmt: skip
        case e.Escalated() | e.FallbackCalled():
            return _called(teller, event)
        case e.LevelPassedOver():
            return teller.tell(
                _PASSED, n=event.generation, round=event.round, level=event.level, id=event.level_id,
                because=event.because,
            )  # fmt: skip
        case e.AcknowledgementExpired():
            return teller.tell(
                _VOID, (_OF, event.people), (_DUE, event.due_at),
                n=event.generation,
            )  # fmt: skip
        case e.Told():
            return _told(teller, event)
        case e.CallMade():
            return teller.tell(
                _TELEPHONED, (_CONTACT, event.contact), person=event.person, outcome=event.outcome
            )
        case e.DuplicateSuppressed():
            return teller.tell(_AGAIN, severity=event.severity, title=event.title)
        case _:
            return _noticed(teller, event)


def _called(teller: Teller, event: e.Escalated | e.FallbackCalled) -> str:
    more = (
        (_WHOM, _people(teller, event.called)),
        (_BECAUSE, event.because if event.because is not CalledBecause.DUE else ""),
        (_DUE, event.due_at),
        (REASON, event.reason),
    )
    if isinstance(event, e.FallbackCalled):
        words = Text(
            "Escalation {n}: all levels are used up, fallback called, time {time}",
            "第 {n} 次升级：各级均已呼叫，第 {time} 次呼叫兜底联系人",
        )
        return teller.tell(words, *more, n=event.generation, time=event.time)
    words = Text(
        "Escalation {n}, round {round}: level {level} ({id}) called",
        "第 {n} 次升级第 {round} 轮：呼叫第 {level} 级（{id}）",
    )
    return teller.tell(
        words,
        *more,
        (_KNEW, event.knew),
        n=event.generation,
        round=event.round,
        level=event.level,
        id=event.level_id,
    )


def _told(teller: Teller, event: e.Told) -> str:
    playbook, _, step = event.about.partition("/")
    about = (_ABOUT, teller.step(playbook, step)) if step else (_ROLE, _role(teller, event.about))
    return teller.tell(
        _HEADS[event.purpose], about, (_TOLD, _people(teller, event.called)), (_DUE, event.due_at)
    )


def _role(teller: Teller, role: str) -> str:
    return teller.role(role) if role else ""


_Notice = e.NoticeSent | e.NoticeFailed | e.NoticeRetried | e.NoticeQuarantined


def _noticed(teller: Teller, event: _Notice) -> str:
    contact = (_CONTACT, event.contact)
    match event:
        case e.NoticeSent():
            attempts = event.attempts if event.attempts > 1 else ""
            return teller.tell(
                _WRITTEN_DOWN if event.simulated else _DELIVERED,
                contact, (Text("attempts: {}", "尝试次数：{}"), attempts),
                (_DIGEST, _IN_ONE if event.digest else ""), to=event.to,
            )  # fmt: skip
        case e.NoticeFailed():
            return teller.tell(
                Text("Notice to {to} could not be delivered", "通知未能送达 {to}"),
                contact, (REASON, reason_label(event.reason)), (_DETAIL, event.detail),
                (Text("attempts: {}", "尝试次数：{}"), event.attempts), to=event.to,
            )  # fmt: skip
        case e.NoticeRetried():
            return teller.tell(
                Text("Notice to {to} is tried again", "重新发送给 {to} 的通知"),
                contact,
                to=event.to,
            )
        case e.NoticeQuarantined():
            return teller.tell(
                Text("Notice to {to} held back", "暂扣给 {to} 的通知"),
                contact, (REASON, event.reason), to=event.to,
            )  # fmt: skip
        case _:
            assert_never(event)


def _people(teller: Teller, called: Iterable[Called]) -> str:
    return teller.said(_LIST).join(_one(teller, one) for one in called) or teller.said(_NOBODY)


def _one(teller: Teller, one: Called) -> str:
    ways = teller.said(_LIST).join(one.contacts)
    how = _AS_GROUP if one.channel else _BY_HAND if one.dial else _NO_WAY
    return teller.tell(_ONE, to=one.to, how=ways or how)
