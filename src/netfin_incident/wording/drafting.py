"""The words of a playbook that is drafted from an incident, beside those that people typed in it."""

from typing import Final

from netfin_incident.domain.text import Text

HEAD: Final = (
    Text("Drafted from what was done in {id}.", "由 {id} 中实际所做的处置起草。"),
    Text(
        "Read every line, delete what held only for that case, and write the other language too.",
        "请逐行通读，删去只适用于该次事件的内容，并补写另一种语言。",
    ),
    Text(
        "Limits are the times it really took, rounded up; roles are those that people held.",
        "时限按实际用时向上取整；角色按当时担任的角色。",
    ),
)
GOAL: Final = Text("TBD: what must be achieved", "待补充：要达到什么")
IMMEDIATE: Final = Text("Immediate response", "先期处置")
CONTAIN: Final = Text("Assess and contain", "研判与止损")
RECOVER: Final = Text("Recover", "恢复")
CLOSE_OUT: Final = Text("Close out", "收尾")

CHOSEN: Final = Text("then chosen: {option}", "当时选定：{option}")
SKIPPED: Final = Text("skipped: {step}; reason: {reason}", "已跳过：{step}；原因：{reason}")
FAILED: Final = Text("failed: {step}; reason: {reason}", "未成功：{step}；原因：{reason}")
NOT_DONE: Final = Text("not done: {task}", "未完成：{task}")
UNUSED_ROLES: Final = Text(
    "held, but nothing here is theirs: {roles}", "担任过但此处没有步骤的角色：{roles}"
)
LEFT_OUT: Final = Text("{count} more acts are left out", "另有 {count} 项未列入")
TELL: Final = Text("Tell {audience}", "告知{audience}")
SEND: Final = Text("Send {kind} to {recipient}", "向{recipient}报送{kind}")
LIFT: Final = Text("Lift: {measure}", "解除：{measure}")
DECIDED: Final = Text("Decided: {choice}", "决定：{choice}")
WHY: Final = Text("Reasons: {rationale}", "理由：{rationale}")
AGAINST: Final = Text("Against it: {objections}", "反对意见：{objections}")
