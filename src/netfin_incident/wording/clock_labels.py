"""The names of the members of the closed lists of clocks, in English and in Chinese."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.clocks import Anchor, Level, State, Unit, Use, YearStatus
from netfin_incident.domain.text import Text

_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    Use: {
        Use.ENABLED: Text("enabled", "启用"),
        Use.ADVISORY: Text("advisory, unverified", "待核实"),
        Use.OFF: Text("off", "停用"),
    },
    Level: {
        Level.PRIMARY: Text("text read", "已读原文"),
        Level.SECONDARY: Text("second hand", "二手资料"),
        Level.DRAFT: Text("draft only", "仅见草案"),
        Level.MEMORY: Text("from memory", "凭记忆"),
    },
    Anchor: {
        Anchor.OCCURRED: Text("the event", "事发"),
        Anchor.DETECTED: Text("detection", "监测发现"),
        Anchor.AWARE: Text("awareness", "发现或获知"),
        Anchor.CONFIRMED: Text("confirmation", "确认"),
        Anchor.CLASSIFIED: Text("classification", "定级"),
        Anchor.DETERMINED: Text("determination", "认定"),
        Anchor.ASSESSED_NOTIFIABLE: Text("the assessment as notifiable", "评估为须通报"),
        Anchor.CONTAINED: Text("containment", "事态控制"),
        Anchor.SERVICE_RESTORED: Text("the restoration of service", "服务恢复"),
        Anchor.HANDLING_ENDED: Text("the end of handling", "处置结束"),
        Anchor.PAYMENT_MADE: Text("the payment", "付款"),
    },
    Unit: {
        Unit.MINUTES: Text("minutes", "分钟"),
        Unit.HOURS: Text("hours", "小时"),
        Unit.CALENDAR_DAYS: Text("calendar days", "个自然日"),
        Unit.BUSINESS_DAYS: Text("business days", "个工作日"),
        Unit.MONTHS: Text("months", "个月"),
        Unit.IMMEDIATE: Text("at once", "立即"),
        Unit.UNSEEN: Text("limit not read yet", "时限未见原文"),
        Unit.VOLUNTARY: Text("voluntary", "自愿"),
    },
    State: {
        State.NOT_STARTED: Text("not started", "未起算"),
        State.RUNNING: Text("running", "计时中"),
        State.DUE_SOON: Text("due soon", "即将到期"),
        State.OVERDUE: Text("overdue", "已超时"),
        State.MET: Text("met", "已按时"),
        State.MET_LATE: Text("met late", "已迟报"),
        State.WAIVED: Text("waived", "已豁免"),
        State.NOT_APPLICABLE: Text("not applicable", "不适用"),
    },
    YearStatus: {
        YearStatus.PUBLISHED: Text("published", "已公布"),
        YearStatus.PROVISIONAL: Text("provisional", "暂定"),
        YearStatus.MISSING: Text("unknown", "未知"),
    },
}


def clock_label(member: Enum) -> Text:
    """The name that people read for `member`."""
    return _LABELS[type(member)][member]
