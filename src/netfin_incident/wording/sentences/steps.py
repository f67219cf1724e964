"""Sentences about a playbook being carried out."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.sentences.commands import command_told
from netfin_incident.wording.sentences.teller import ALSO, NOTE, OBJECTIONS, REASON, Teller

StepEvent = (
    e.PlaybookAttached | e.StepStarted | e.StepCompleted | e.StepSkipped | e.StepReopened
    | e.StepFailed | e.StepRaised | e.StepApproved | e.RoundBegun | e.PlaybookGivenUp
    | e.VariableSet | e.CommandRun
)  # fmt: skip

_UNAPPROVED: Final = Text("version not approved", "未经审批版本")
_AHEAD: Final = Text("before its turn", "先于顺序执行")
_SECOND: Final = Text("second person: {}", "第二人：{}")
_CALLED: Final = Text("called by step {}", "由步骤 {} 调用")
_FAILED: Final = Text("because step {} failed", "因步骤 {} 未成功")


def told(teller: Teller, event: StepEvent) -> str:
    """What `event` says."""
    match event:
        case e.PlaybookAttached():
            return _attached(teller, event)
        case e.PlaybookGivenUp():
            return _given_up(teller, event)
        case e.VariableSet():
            return _variable(teller, event)
        case e.CommandRun():
            return command_told(teller, event)
    step = teller.step(event.playbook, event.step)
    match event:
        case e.StepStarted():
            return teller.tell(Text("Step {step} started", "开始步骤 {step}"), step=step)
        case e.StepCompleted():
            return _completed(teller, step, event)
        case e.StepSkipped(reason=reason, second=second):
            words = Text("Step {step} skipped", "跳过步骤 {step}")
            return teller.tell(words, (REASON, reason), (_SECOND, second), step=step)
        case e.StepReopened(reason=reason):
            words = Text("Step {step} reopened", "重新打开步骤 {step}")
            return teller.tell(words, (REASON, reason), step=step)
        case e.StepFailed(reason=reason):
            words = Text("Step {step} did not succeed", "步骤 {step} 未成功")
            return teller.tell(words, (REASON, reason), step=step)
        case e.StepRaised(playbook=playbook, failed=failed):
            words = Text("Step {step} is taken up", "转入步骤 {step}")
            return teller.tell(words, (_FAILED, teller.step(playbook, failed)), step=step)
        case e.StepApproved(note=note):
            return teller.tell(
                Text("Step {step} approved", "审批通过步骤 {step}"), (NOTE, note), step=step
            )
        case e.RoundBegun(round=number, turn_at=turn_at):
            words = Text(
                "Step {step}: round {number}, from {at}", "步骤 {step}：第 {number} 轮，自 {at} 起"
            )
            return teller.tell(words, step=step, number=number, at=turn_at)
        case _:
            assert_never(event)


def _attached(teller: Teller, event: e.PlaybookAttached) -> str:
    return teller.tell(
        Text(
            "Playbook {id} attached, revision {revision}: {name}",
            "关联预案 {id} 第 {revision} 版：{name}",
        ),
        (ALSO, None if event.approved else _UNAPPROVED),
        (_CALLED, event.called_by),
        id=event.plan.id,
        revision=event.plan.revision,
        name=event.plan.name,
    )


def _completed(teller: Teller, step: str, event: e.StepCompleted) -> str:
    words = Text("Step {step} done", "完成步骤 {step}")
    option = ""
    if event.option:
        words = Text("Step {step} decided: {option}", "决策步骤 {step}：{option}")
        option = teller.option(event.playbook, event.step, event.option)
    return teller.tell(
        words,
        (ALSO, _AHEAD if event.ahead else None),
        (NOTE, event.note),
        (OBJECTIONS, event.objections),
        step=step,
        option=option,
    )


def _given_up(teller: Teller, event: e.PlaybookGivenUp) -> str:
    words = Text("Playbook {id} given up", "终止执行预案 {id}")
    step = teller.step(event.playbook, event.step) if event.step else ""
    return teller.tell(
        words, (_FAILED, step), (REASON, event.reason), (_SECOND, event.second), id=event.playbook
    )


def _variable(teller: Teller, event: e.VariableSet) -> str:
    if not event.value:
        words = Text("Not known any more: {name}", "不再确定：{name}")
        return teller.tell(words, name=teller.variable(event.variable))
    words = Text("Known: {name} = {value}", "已明确：{name} = {value}")
    value = teller.value(event.variable, event.value)
    return teller.tell(words, name=teller.variable(event.variable), value=value)
