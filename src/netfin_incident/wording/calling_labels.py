"""What people read for the words of escalation: why called, why passed over, what came of it."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.escalation import Notice, NoticeState, Purpose, TargetKind
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause, CallOutcome, PassedBecause

_BEGAN: Final = Text("escalation began", "升级开始")

CALLING_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    CalledBecause: {
        CalledBecause.DUE: Text("nobody answered in time", "限时内无人确认"),
        CalledBecause.BY_HAND: Text("escalated by hand", "人工升级"),
        CalledBecause.UNREACHED: Text("nobody of the level before was reached", "上一级无法送达"),
        CalledBecause.EXPIRED: Text("the acknowledgement is void", "确认已失效"),
    },
    PassedBecause: {
        PassedBecause.NOBODY: Text("nobody is on call", "无人值班"),
        PassedBecause.KNOWING: Text("all of them know already", "相关人员均已知悉"),
        PassedBecause.NOT_NOW: Text("not meant for now", "不适用于当前情形"),
    },
    CallOutcome: {
        CallOutcome.ANSWERED: Text("answered", "接通"),
        CallOutcome.NO_ANSWER: Text("no answer", "无人接听"),
        CallOutcome.BUSY: Text("busy", "占线"),
    },
    Purpose: {
        Purpose.PAGE: Text("call", "呼叫"),
        Purpose.FALLBACK: Text("fallback call", "兜底呼叫"),
        Purpose.REMINDER: Text("reminder", "进展提醒"),
        Purpose.STEP_LATE: Text("step late", "步骤超时"),
        Purpose.STEP_UNASSIGNED: Text("role vacant", "角色空缺"),
        Purpose.ROLE_ASSIGNED: Text("role given", "角色指派"),
        Purpose.ROLE_TAKEN: Text("role passed on", "角色移交"),
        Purpose.HANDOVER_OFFERED: Text("handover offered", "交接提议"),
        Purpose.HANDOVER_UNANSWERED: Text("handover not answered", "交接未答复"),
    },
    NoticeState: {
        NoticeState.PENDING: Text("being sent", "发送中"),
        NoticeState.SENT: Text("delivered", "已送达"),
        NoticeState.DEAD: Text("not delivered", "未送达"),
        NoticeState.DROPPED: Text("not needed any more", "已无需发送"),
        NoticeState.QUARANTINED: Text("held back", "暂扣"),
    },
    TargetKind: {
        TargetKind.PERSON: Text("person", "人员"),
        TargetKind.ROLE: Text("role", "角色"),
        TargetKind.TEAM: Text("team", "团队"),
        TargetKind.ROTATION: Text("rotation", "轮值"),
        TargetKind.CHANNEL: Text("channel", "渠道"),
    },
}


def notice_label(notice: Notice) -> Text:
    """How a notice stands; of a drill's that only its file got, that."""
    from netfin_incident.wording.notify_sayings import WRITTEN_DOWN

    if notice.simulated and notice.state is NoticeState.SENT:
        return WRITTEN_DOWN
    return CALLING_LABELS[NoticeState][notice.state]


def because_label(because: CalledBecause | PassedBecause, *, begins: bool = False) -> Text:
    """Why a level was called or passed over; the first of an escalation, because that began."""
    return _BEGAN if begins else CALLING_LABELS[type(because)][because]


def reason_label(reason: str) -> Text | str:
    """What a channel's word for a failure means; a word that is not known stays as it is."""
    from netfin_incident.wording.notify_sayings import REASONS

    return REASONS.get(reason, reason)
