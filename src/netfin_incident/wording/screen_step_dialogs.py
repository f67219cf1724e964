"""The words of the dialogs about steps, facts and playbooks."""

from typing import Final

from netfin_incident.domain.text import Text

ASK: Final = Text("Answer step {number}: {title}", "回答步骤 {number}：{title}")
ASK_PARTLY: Final = Text(
    "What is filled in is saved; the step is done once everything is known",
    "已填的会先保存，全部明确后本步骤即完成",
)
ANSWER: Final = Text("What is known: {name}", "明确要素：{name}")
APPROVE: Final = Text("Approve step {number}: {title}", "审批步骤 {number}：{title}")
NOTIFY: Final = Text("Sent, step {number}: {title}", "已通知，步骤 {number}：{title}")
REPORT_STEP: Final = Text("Reported, step {number}: {title}", "已报送，步骤 {number}：{title}")
ROUND: Final = Text(
    "Another round of step {number}: {title}", "步骤 {number} 是否再来一轮：{title}"
)
WAIT_EARLY: Final = Text(
    "End the wait of step {number} early: {title}", "提前结束等待，步骤 {number}：{title}"
)
FAIL: Final = Text("Did not succeed, step {number}: {title}", "未成功，步骤 {number}：{title}")
RUN: Final = Text("Run the command of step {number}: {title}", "执行步骤 {number} 的命令：{title}")
RUN_YES: Final = Text("yes, run it", "是，执行")
RUN_PLAYED: Final = Text(
    "drill: nothing is run; that it was played is recorded", "演练：不执行，仅登记已模拟"
)
RUNNING: Final = Text(
    "The command of step {step} is running; it is recorded when it ends",
    "步骤 {step} 的命令正在执行，结束后登记",
)
NOT_AGREED: Final = Text("nobody agreed yet", "尚未同意")
AGREED: Final = Text("{person} ({role}) agreed", "{person}（{role}）已同意")
STILL_RUNNING: Final = Text(
    "A command is still running; the program ends once it is recorded",
    "仍有命令在执行，登记后退出",
)
GIVE_UP: Final = Text("Give up a playbook", "终止执行预案")
FACTS: Final = Text("What is known", "已知要素")

OR_FAIL: Final = Text(
    "Was it tried in vain? Then close this, press . and choose: did not succeed",
    "若已尝试但未成功，请关闭本窗口，按 . 选择未成功",
)
DO_APPROVE: Final = Text("approve", "同意")
DO_REFUSE: Final = Text("refuse, with a reason", "不同意，须写明原因")
NOT_ENTITLED: Final = Text(
    "You may refuse; to approve, you would need one of these roles, or a break-glass",
    "您可以表示不同意；要审批通过，须担任上述角色，或使用紧急授权",
)
OPTION_SUGGESTED: Final = Text("{option}  (suggested)", "{option}（建议）")
OPTION_OPEN: Final = Text("{option}  (not clear yet)", "{option}（尚不确定）")
OPTION_UNAVAILABLE: Final = Text("{option}  (not available)", "{option}（不可选）")
AGAIN: Final = Text("again: the steps come once more", "再来一轮：其中的步骤重新执行")
ENOUGH: Final = Text("enough: go on", "到此为止：继续后续步骤")
STILL_OPEN: Final = Text("Fill in or take out: {places}", "请填写或删去：{places}")
READ_AS: Final = Text("= {value}", "= {value}")
FORGETS: Final = Text("empty: it is not known any more", "留空：不再视为已明确")
HINT_NUMBER: Final = Text("12   0.5   1,200", "12   0.5   1.2万")
HINT_PERCENT: Final = Text("62%   0.5%", "62%   0.5%")
HINT_MONEY: Final = Text("1,200,000   USD 5000", "120万   3.5亿   USD 5000")
HINT_DURATION: Final = Text("15m   1h30m   2d", "15分钟   1小时30分   2天")
HINT_LIST: Final = Text("one on each line", "每行一项")
NOTE_FACT: Final = Text("{value}  {person} {time}", "{value}  {person} {time}")

CONFIRM_ABORT: Final = Text(
    "This gives up the rest of playbook {playbook}. Go on?",
    "这将终止预案 {playbook} 的其余步骤。继续？",
)
CONFIRM_GIVE_UP: Final = Text("Give up the rest of {playbook}?", "终止执行 {playbook} 的其余步骤？")
CONFIRM_CALL: Final = Text(
    "Begin playbook {playbook} beside this one? Its plan stays with the incident.",
    "在本预案之外同时启用预案 {playbook}？其内容将固定在本事件中。",
)
GIVE_UP_GATES: Final = Text("Required steps are open: {steps}", "仍有未完成的必做步骤：{steps}")

PLAYBOOK_APPROVED: Final = Text("{name}  (approved)", "{name}（已审批）")
PLAYBOOK_UNAPPROVED: Final = Text("{name}  (unapproved)", "{name}（未经审批）")
PLAYBOOK_ATTACHED: Final = Text("{name}  (attached already)", "{name}（已关联）")
PLAYBOOK_FOR: Final = Text("{id}: {goal}", "{id}：{goal}")
SUGGESTED: Final = Text("fits: {name}", "建议：{name}")
SUGGESTED_WHY: Final = Text("suggested because of: {why}", "建议依据：{why}")
SUGGESTED_GENERAL: Final = Text(
    "suggested because nothing more exact fits", "没有更贴切的预案，建议先用通用预案"
)
NONE_FOR_NOW: Final = Text("none for now; attach one later with :", "先不选，之后可按 : 关联")
