"""What to press: the hints of refusals and of checklists, in keys of the terminal.

A refusal not listed here is shown with its own hint, which names a command.
"""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.incident.checklist import ObstacleKind
from netfin_incident.domain.text import Text

KEY_HINTS: Final[Mapping[str, Text]] = {
    "incident-closed": Text(
        "Declare a new incident with D and link it to this one",
        "请按 D 登记新事件，并与本事件关联",
    ),
    "incident-cancelled": Text(
        "Press t to take the response up again", "要恢复处置，请按 t 重新启动"
    ),
    "text-missing": Text("Fill in the field and save again", "请填写后再保存"),
    "text-too-long": Text("Shorten it, or keep it as evidence (v)", "请缩短，或按 v 登记为证据"),
    "reason-missing": Text("Write the reason in its field", "请填写原因"),
    "status-unreachable": Text("Press t to see where it may go", "请按 t 查看可变更的状态"),
    "checklist-open": Text("Press t to see the whole list", "请按 t 查看全部事项"),
    "not-cancellable": Text("Press t to move it on", "请按 t 变更状态"),
    "not-reopenable": Text("Press t to see where it may go", "请按 t 查看可变更的状态"),
    "duplicate-of-what": Text("Write the other incident's id in its field", "请填写另一事件的编号"),
    "reconciled-how-many": Text("Fill in the number of transactions", "请填写涉及的交易笔数"),
    "role-vacant": Text("Press r to give the role to somebody", "请按 r 指派该角色"),
    "role-held": Text("Press r to hand it over or to take it", "请按 r 办理交接或接管"),
    "handover-not-yours": Text(
        "Take the role with a reason instead: i, or r", "可说明原因后接管：按 i 或 r"
    ),
    "handover-none": Text("Press r to see who holds what", "请按 r 查看各角色由谁担任"),
    "handover-for-another": Text(
        "Only the person named can answer; the role can be taken with a reason (r)",
        "须由被交接人答复；也可按 r 说明原因后接管",
    ),
    "duties-conflict": Text(
        "Name another person, or give a break-glass reason", "请换人，或填写紧急授权原因"
    ),
    "no-playbook": Text("Press . and attach a playbook", "请按 . 关联处置预案"),
    "playbook-attached": Text("Press . on the step to take it up again", "请在步骤上按 . 重新打开"),
    "step-settled": Text("Press . on the step to take it up again", "请在步骤上按 . 重新打开"),
    "step-not-applicable": Text(
        "The text above says why it does not apply; nothing is owed",
        "上方说明了为何不适用，无需执行",
    ),
    "step-blocked": Text(
        "Finish those first, or skip them with a reason (x)", "请先完成它们，或按 x 说明原因后跳过"
    ),
    "step-not-settled": Text("Press Space to mark it done", "请按空格键记为完成"),
    "option-missing": Text("Press Space and choose an option", "请按空格键选择方案"),
    "rationale-missing": Text("Write why in the rationale field", "请在理由一栏说明原因"),
    "second-person-missing": Text(
        "Name the person who agrees, or give a break-glass reason",
        "请填写同意人，或填写紧急授权原因",
    ),
    "second-person-for-playbook": Text(
        "Name the person who agrees, or give a break-glass reason",
        "请填写同意人，或填写紧急授权原因",
    ),
    "step-not-startable": Text("Go into it with Right", "请按右箭头进入其中的步骤"),
    "step-cannot-fail": Text("Press x to skip it with a reason", "可按 x 说明原因后跳过"),
    "step-done-elsewhere": Text(
        "Press . on that step in the other playbook", "请在另一预案的该步骤上按 ."
    ),
    "step-holds-others": Text(
        "Do the steps in it: Right goes there", "请完成其中的步骤：按右箭头进入"
    ),
    "called-playbook-missing": Text(
        "Attach that playbook first: : and attach", "请先关联该预案：按 : 选择关联预案"
    ),
    "answers-missing": Text("Fill in every field", "请填写每一栏"),
    "answer-empty": Text("Fill in the field, or leave it with Esc", "请填写，或按 Esc 稍后再填"),
    "answer-not-a-flag": Text("Choose yes or no", "请选择是或否"),
    "answer-not-a-number": Text("Type it as 12, 0.5 or 95%", "请输入如 12、0.5 或 1.2万"),
    "answer-not-money": Text("Type it as 1,200,000 or USD 5000", "请输入如 120万 或 USD 5000"),
    "answer-not-a-duration": Text("Type it as 15m, 1h30m or 2d", "请输入如 15分钟、1小时30分"),
    "answer-without-unit": Text("Type it with its unit: 15m or 2h", "请带上单位，如 15分钟"),
    "answer-not-a-choice": Text("Choose one of the answers", "请选择其中之一"),
    "answer-long": Text("Shorten it, or write a note (n)", "请缩短，或按 n 另写记录"),
    "round-open": Text(
        "Finish the steps of the round, or choose enough", "请完成本轮步骤，或选择到此为止"
    ),
    "approved-already": Text(
        "Another holder of the role presses Space here", "请由另一位审批人在此按空格键"
    ),
    "approver-not-entitled": Text(
        "A holder of the role presses Space here; alone, give a break-glass reason",
        "请由该角色担任人在此按空格键；独自值守时填写紧急授权原因",
    ),
    "approver-did-it": Text(
        "Another person approves; alone, give a break-glass reason",
        "请由他人审批；独自值守时填写紧急授权原因",
    ),
    "option-unavailable": Text(
        "Choose another, or change what is known (.)", "请选择其他方案，或按 . 更改已知要素"
    ),
    "command-variable-unset": Text(
        "Say it first: press . and choose what is known", "请先明确：按 . 选择已知要素"
    ),
    "command-not-approved": Text(
        "Choose who agreed, or give a break-glass reason",
        "请选择同意人，或填写紧急授权原因",
    ),
    "timebox-out-of-range": Text("Write 10m, 1h30m or 2d", "请写 10m、1h30m 或 2d"),
    "report-neither-due-nor-sent": Text(
        "Say by when it is due, or when it was sent", "请填写时限或报出时间"
    ),
    "correction-empty": Text("Write the right text or the right time", "请填写正确的文字或时间"),
    "review-own-break-glass": Text(
        "Somebody else reviews it: pane 4, Enter on the entry",
        "须由他人复核：在第 4 栏对该项按回车",
    ),
    "confirm-for-another": Text(
        "The person named confirms it: pane 4, Enter on the entry",
        "须由本人补认：在第 4 栏对该项按回车",
    ),
    "already-escalated": Text(
        "Esc, then 5 shows who was called; to call the next level too, press e again",
        "按 Esc 后按 5 查看呼叫情况；如仍需呼叫下一级，请再按 e",
    ),
    "escalation-over": Text(
        "If it is not over, press t and go back to responding", "如应急尚未结束，请按 t 退回处置中"
    ),
    "code-not-digits": Text("Type the six digits of the page", "请输入通知中的 6 位数字"),
    "code-of-nobody": Text(
        "Ask for the code in the newest page, or leave it empty and name the person",
        "请对方核对最新通知中的确认码，或将其留空并填写人员",
    ),
    "code-of-another": Text(
        "Leave the person empty: the code says who it is", "请将人员留空：确认码本身说明是谁"
    ),
    "call-to-nobody": Text(
        "Press 5 and choose a person with Up and Down", "请按 5，用上下键选中人员"
    ),
    "incident-unknown": Text("Press q to see the open incidents", "请按 q 查看未结束事件"),
}
"""By slug of the refusal."""

OBSTACLE_HINTS: Final[Mapping[ObstacleKind, Text]] = {
    ObstacleKind.FUNDS_UNKNOWN: Text(
        "funds: say below whether money was touched", "资金：请在下方说明是否涉及资金"
    ),
    ObstacleKind.BOOKS_OPEN: Text(
        "funds: the books do not agree yet; reconcile, or state a reason below",
        "资金：账目尚未对平；请对平，或在下方说明原因",
    ),
    ObstacleKind.REQUIRED_STEP_OPEN: Text(
        "step {id}: required; Space when done, x to skip with a second person",
        "步骤 {id}：必做；完成按空格键，或按 x 经他人同意后跳过",
    ),
    ObstacleKind.HANDOVER_PENDING: Text(
        "handover of {id}: unanswered; r to accept or withdraw it",
        "角色 {id} 的交接：待答复；请按 r 接受或撤回",
    ),
    ObstacleKind.TASK_OPEN: Text(
        "task {id}: open; pane 4, Enter on it", "限时任务 {id}：未了结；在第 4 栏对其按回车"
    ),
    ObstacleKind.MESSAGE_UNSENT: Text(
        "message {id}: not sent; pane 4, Enter on it", "消息 {id}：未发出；在第 4 栏对其按回车"
    ),
    ObstacleKind.REPORT_UNSENT: Text(
        "upward report {id}: not sent; c, Enter on it", "报送 {id}：未报出；按 c 后对其按回车"
    ),
    ObstacleKind.REVIEW_OWED: Text(
        "entry #{id}: a break-glass waits for another person's review (pane 4)",
        "第 {id} 条记录：紧急授权待他人复核（第 4 栏）",
    ),
    ObstacleKind.SECOND_UNCONFIRMED: Text(
        "entry #{id}: its second person has not confirmed yet (pane 4)",
        "第 {id} 条记录：第二人尚未确认（第 4 栏）",
    ),
    ObstacleKind.EVIDENCE_MISSING: Text(
        "step {id}: its evidence is missing; v on the step", "步骤 {id}：缺必需证据；在步骤上按 v"
    ),
    ObstacleKind.MEASURE_IN_FORCE: Text(
        "measure {id}: temporary and in force; pane 4, Enter to lift it",
        "临时措施 {id}：仍在生效；在第 4 栏按回车解除",
    ),
}
"""What is open, and the key that settles it."""
