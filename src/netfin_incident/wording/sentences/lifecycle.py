"""Sentences about the incident as a whole."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Origin
from netfin_incident.wording.labels import label, level_label
from netfin_incident.wording.sentences.teller import NOTE, REASON, Teller

LifecycleEvent = (
    e.Declared | e.Acknowledged | e.Activated | e.StatusChanged | e.Cancelled | e.Reopened
    | e.SeverityChanged | e.MilestoneReached | e.FundsStated | e.Linked
)  # fmt: skip

_GENERATION: Final = Text("escalation {}", "第 {} 次升级")
_BY_CODE: Final = Text("{}", "{}")
_YES: Final = Text("by the code of the page", "以通知中的确认码")
_SERVICE: Final = Text("service: {}", "业务服务：{}")
_ALARM: Final = Text("alarm: {}", "告警：{}")
_ORIGIN: Final = Text("entered as: {}", "登记方式：{}")
_DUPLICATE: Final = Text("duplicate of: {}", "重复于：{}")
_HOW: Final = Text("how: {}", "方式：{}")
_COUNT: Final = Text("transactions: {}", "笔数：{}")
_AMOUNT: Final = Text("amount: {}", "金额：{}")
_SUSPENSE: Final = Text("suspense balance: {}", "挂账余额：{}")


def told(teller: Teller, event: LifecycleEvent) -> str:
    """What `event` says."""
    match event:
        case e.Declared():
            return _declared(teller, event)
        case e.Acknowledged():
            return _acknowledged(teller, event)
        case e.Activated(level=level, authorised_by=by):
            return teller.tell(
                Text("Response activated at {level}; authorised by: {by}", "启动{level}；授权人：{by}"),
                level=level_label(level), by=by,
            )  # fmt: skip
        case e.StatusChanged():
            return _status_changed(teller, event)
        case e.Cancelled(kind=kind):
            return teller.tell(
                Text("Cancelled: {kind}", "撤销事件：{kind}"),
                (_DUPLICATE, event.duplicate_of), (REASON, event.reason), kind=kind,
            )  # fmt: skip
        case e.Reopened(before=before, reason=reason):
            return teller.tell(
                Text("Reopened; status before: {before}", "重新启动处置；原状态：{before}"),
                (REASON, reason), before=before,
            )  # fmt: skip
        case e.SeverityChanged():
            return _severity_changed(teller, event)
        case e.MilestoneReached(milestone=milestone, how=how):
            return teller.tell(
                Text("Milestone: {milestone}", "里程碑：{milestone}"),
                (_HOW, how), milestone=milestone,
            )  # fmt: skip
        case e.FundsStated():
            return _funds_stated(teller, event)
        case e.Linked(relation=relation, other=other, note=note):
            return teller.tell(
                Text("This incident is {relation} {other}", "本事件{relation} {other}"),
                (NOTE, note), relation=relation, other=other,
            )  # fmt: skip
        case _:
            assert_never(event)


def _acknowledged(teller: Teller, event: e.Acknowledged) -> str:
    return teller.tell(
        Text("Acknowledged", "确认接报"),
        (_GENERATION, event.generation or ""),
        (_BY_CODE, _YES if event.by_code else ""),
    )


def _declared(teller: Teller, event: e.Declared) -> str:
    native = event.origin is Origin.NATIVE
    return teller.tell(
        Text(
            "{mode} {id} declared, severity {severity}: {title}",
            "{mode} {id} 接报登记，事件等级 {severity}：{title}",
        ),
        (_SERVICE, event.service),
        (_ALARM, event.key),
        (_ORIGIN, "" if native else label(event.origin)),
        mode=event.mode,
        id=event.id,
        severity=event.severity,
        title=event.title,
    )


def _status_changed(teller: Teller, event: e.StatusChanged) -> str:
    return teller.tell(
        Text("Status from {before} to {after}", "处置状态由{before}变为{after}"),
        (REASON, event.reason),
        before=event.before,
        after=event.after,
    )


def _severity_changed(teller: Teller, event: e.SeverityChanged) -> str:
    raised = event.after < event.before
    words = (
        Text("Severity raised from {before} to {after}", "等级上调：由 {before} 到 {after}")
        if raised
        else Text("Severity lowered from {before} to {after}", "等级下调：由 {before} 到 {after}")
    )
    return teller.tell(words, (REASON, event.reason), before=event.before, after=event.after)


def _funds_stated(teller: Teller, event: e.FundsStated) -> str:
    if not event.touched:
        words = Text("Funds were not touched", "未涉及资金")
    elif event.reconciled:
        words = Text("Funds were touched; the books are reconciled", "涉及资金；对账平")
    else:
        words = Text("Funds were touched; the books are not reconciled", "涉及资金；对账未平")
    return teller.tell(
        words,
        (_COUNT, event.count),
        (_AMOUNT, event.amount),
        (_SUSPENSE, event.suspense),
        (REASON, event.reason),
    )
