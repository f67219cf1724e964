"""Sentences about a playbook being carried out."""

from typing import Final, assert_never

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.sentences.teller import ALSO, NOTE, OBJECTIONS, REASON, Teller

StepEvent = e.PlaybookAttached | e.StepStarted | e.StepCompleted | e.StepSkipped | e.StepReopened

_UNAPPROVED: Final = Text("version not approved", "未经审批版本")
_AHEAD: Final = Text("before its turn", "先于顺序执行")
_SECOND: Final = Text("second person: {}", "第二人：{}")


def told(teller: Teller, event: StepEvent) -> str:
    """What `event` says."""
    if isinstance(event, e.PlaybookAttached):
        return _attached(teller, event)
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
        case _:
            assert_never(event)


def _attached(teller: Teller, event: e.PlaybookAttached) -> str:
    return teller.tell(
        Text(
            "Playbook {id} attached, revision {revision}: {name}",
            "关联预案 {id} 第 {revision} 版：{name}",
        ),
        (ALSO, None if event.approved else _UNAPPROVED),
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
