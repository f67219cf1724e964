"""The words of the terminal's dialogs."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

FORM_KEYS: Final = Text(
    "Enter save  Tab next field  Esc close, text kept",
    "回车 保存  Tab 下一栏  Esc 关闭（保留文字）",
)
WALK_KEYS: Final = Text(
    "Enter next, then save  Ctrl+S save now  Esc close, text kept",
    "回车 下一栏或保存  Ctrl+S 保存  Esc 关闭（保留文字）",
)
LONG_KEYS: Final = Text(
    "Ctrl+S save  Enter new line  Tab next field  Esc close, text kept",
    "Ctrl+S 保存  回车 换行  Tab 下一栏  Esc 关闭（保留文字）",
)
CONFIRM_KEYS: Final = Text("y yes  n no  Enter the marked one", "y 是  n 否  回车 执行所选")
DRAFT_FOUND: Final = Text(
    "What you typed at {time} is back; it was not saved yet",
    "已恢复 {time} 输入的内容，尚未保存",
)
NO_DRAFTS: Final = Text(
    "No draft can be kept on this machine; save before you leave",
    "本机无法保留草稿，离开前请先保存",
)
BUSY: Final = Text(
    "Not saved yet: another program holds the database. Your text is kept; press Enter to try again",
    "尚未保存：数据库正被占用。文字已保留，请按回车重试",
)
SAVING: Final = Text("saving..", "正在保存..")
MISSING: Final = Text("Please fill in: {field}", "请填写：{field}")
NONE: Final = Text("not now", "先不选")
LOADING: Final = Text("reading..", "正在读取..")
NO: Final = Text("no, go back", "否，返回")
YES: Final = Text("yes, do it", "是，执行")
TYPE_ID: Final = Text("To go on, type {id}", "请输入 {id} 以继续")
NOT_THE_ID: Final = Text("That is not {id}; nothing was done", "输入与 {id} 不符，未执行")

DECLARE: Final = Text("Declare an incident", "登记突发事件")
NOTE: Final = Text("Note", "记录")
NOTE_AT: Final = Text("Note of an earlier time", "补记")
DECISION: Final = Text("Decision", "决策")
TASK: Final = Text("Task with a time-box", "限时任务")
SEVERITY: Final = Text("Severity", "事件等级")
STATUS: Final = Text("Status of the response", "处置状态")
COMMAND: Final = Text("Command", "现场指挥")
ROLES: Final = Text("Roles", "应急角色")
SKIP: Final = Text("Skip step {number}: {title}", "跳过步骤 {number}：{title}")
DECIDE: Final = Text("Decide step {number}: {title}", "决策步骤 {number}：{title}")
DONE: Final = Text("Done, step {number}: {title}", "完成步骤 {number}：{title}")
REOPEN_STEP: Final = Text("Take up again step {number}: {title}", "重新打开步骤 {number}：{title}")
MESSAGE: Final = Text("Update to an audience", "情况通报")
REPORT: Final = Text("Upward report", "报送")
REPORT_SENT: Final = Text(
    "Upward report {id} to {recipient}: sent", "报送 {id}（{recipient}）：已报出"
)
EVIDENCE: Final = Text("Evidence by reference", "登记证据")
MILESTONE: Final = Text("Milestone", "里程碑")
ACTIVATE: Final = Text("Activate the response", "启动响应")
ATTACH: Final = Text("Attach a playbook", "关联处置预案")
MEASURE: Final = Text("Measure taken", "已采取的措施")
LINK: Final = Text("Relate to another incident", "与另一事件建立关联")
CORRECT: Final = Text("Correct entry #{entry}", "更正第 {entry} 条记录")
CONFIRM_ENTRY: Final = Text("Confirm or review entry #{entry}", "补认或复核第 {entry} 条记录")
ASSIGN: Final = Text("Assign {role}", "指派{role}")
TAKE: Final = Text("Take {role} from {holder}", "接管{role}（现由 {holder} 担任）")
HAND_OVER: Final = Text("Hand over {role}", "移交{role}")
END_OFFER: Final = Text("Decline or withdraw the handover of {role}", "谢绝或撤回{role}的交接")
RELEASE: Final = Text("Leave {role} vacant", "卸任{role}")
FAIL_TASK: Final = Text("Task {id}: could not be done", "任务 {id}：未能完成")
CANCEL: Final = Text("Cancel the incident", "撤销事件")

FIELD: Final[Mapping[str, Text]] = {
    "title": Text("Title", "标题"),
    "code": Text("Code", "确认码"),
    "basis": Text("Basis", "依据"),
    "severity": Text("Severity", "等级"),
    "playbook": Text("Playbook", "预案"),
    "text": Text("Text", "内容"),
    "kind": Text("Kind", "类别"),
    "at": Text("When", "时间"),
    "question": Text("Question", "事项"),
    "choice": Text("Decision", "结论"),
    "options": Text("Options", "备选"),
    "rationale": Text("Why", "理由"),
    "objections": Text("Objections", "反对意见"),
    "line": Text("In one line", "一行写完"),
    "who": Text("Who", "由谁"),
    "what": Text("What", "做什么"),
    "within": Text("Within", "限时"),
    "reason": Text("Reason", "原因"),
    "second": Text("Agreed by", "同意人"),
    "break_glass": Text("Break-glass", "紧急授权"),
    "status": Text("To", "变更为"),
    "touched": Text("Funds", "资金"),
    "reconciled": Text("Books", "账目"),
    "count": Text("Payments", "笔数"),
    "amount": Text("Amount", "金额"),
    "suspense": Text("Suspense", "挂账"),
    "why_open": Text("If open, why", "未平原因"),
    "duplicate_of": Text("Duplicate of", "重复于"),
    "person": Text("Person", "人员"),
    "brief": Text("Brief", "交接说明"),
    "option": Text("Option", "方案"),
    "note": Text("Note", "备注"),
    "answer": Text("Answer", "答复"),
    "service": Text("Service", "业务服务"),
    "approved_by": Text("Approved by", "批准人"),
    "audience": Text("Audience", "对象"),
    "channel": Text("Channel", "渠道"),
    "state": Text("State", "状态"),
    "recipient": Text("Recipient", "报送对象"),
    "due": Text("Due", "时限"),
    "sent": Text("Sent", "报出时间"),
    "receipt": Text("Receipt", "回执"),
    "name": Text("Name", "名称"),
    "reference": Text("Where", "位置"),
    "step": Text("Step", "步骤"),
    "milestone": Text("Milestone", "里程碑"),
    "how": Text("How known", "获知方式"),
    "level": Text("Level", "级别"),
    "authorised_by": Text("Authorised by", "授权人"),
    "temporary": Text("For now only", "仅临时"),
    "relation": Text("This is", "本事件"),
    "other": Text("That incident", "另一事件"),
    "right_text": Text("Right text", "正确文字"),
    "right_time": Text("Right time", "正确时间"),
}
"""Labels by field name."""

EVIDENCE_KIND: Final[Mapping[str, Text]] = {
    "file": Text("file", "文件"),
    "screenshot": Text("screenshot", "截图"),
    "log": Text("log", "日志"),
    "text": Text("text", "文字"),
    "link": Text("link", "链接"),
    "approval": Text("approval", "审批"),
    "transcript": Text("transcript", "通话记录"),
}
"""Kinds of evidence, as playbooks name them."""

HINT_AT: Final = Text("-15m   14:05   yesterday 23:50", "-15m   14:05   昨天 23:50")
HINT_TASK: Final = Text("@wang restart gw 10m", "@wang 重启网关 10m")
HINT_WITHIN: Final = Text("10m   1h30m", "10m   1h30m")
HINT_DUE: Final = Text("30m   14:05", "30m   14:05")
HINT_OPTIONS: Final = Text("parted by /", "用 / 分隔")
HINT_BREAK_GLASS: Final = Text(
    "only when alone: the reason; reviewed within 24 h", "仅独自值守时填写原因，24 小时内复核"
)
HINT_REFERENCE: Final = Text("path, address or shelf mark", "路径、地址或档案号")
HINT_DUPLICATE: Final = Text("INC-2026-0001, only for a duplicate", "INC-2026-0001，仅重复登记时填")
ECHO: Final = Text("= {moment} {zone}", "= {moment} {zone}")
KEPT_TIME: Final = Text("The entry will carry {time}", "记录时间为 {time}")

NOW_STATUS: Final = Text("now: {status}", "当前：{status}")
CLEAR_WAY: Final = Text("Nothing stands in the way.", "没有未了事项。")
IN_THE_WAY: Final = Text("Stands in the way ({count}):", "未了事项（{count}）：")
MORE: Final = Text("and {count} more", "另有 {count} 项")
TO_CANCEL: Final = Text("withdraw as: {kind}", "撤销：{kind}")
TO_REOPEN: Final = Text("take the response up again", "重新启动处置")
FUNDS_NO: Final = Text("no money was touched", "未涉及资金")
FUNDS_YES: Final = Text("money was touched", "涉及资金")
FUNDS_KEPT: Final = Text("as stated before", "维持已登记的说明")
BOOKS_OPEN: Final = Text("the books do not agree yet", "账目尚未对平")
BOOKS_EVEN: Final = Text("reconciled: the books agree", "已对平")
YES_TEMPORARY: Final = Text("yes, to be lifted later", "是，之后解除")
NO_TEMPORARY: Final = Text("no", "否")
MESSAGE_DRAFT: Final = Text("keep as a draft", "存为草稿")
MESSAGE_SENT: Final = Text("sent by hand", "已人工发出")
NO_STEP: Final = Text("no step", "不关联步骤")
UNAPPROVED: Final = Text("unapproved version", "未经审批版本")
UNUSABLE: Final = Text("cannot be used: {why}", "无法使用：{why}")
BREAK_GLASS_RED: Final = Text(
    "BREAK-GLASS: this is recorded, and somebody else must review it within 24 hours",
    "紧急授权：将被记录，须由他人在 24 小时内复核",
)

CONFIRM_LOWER: Final = Text(
    "Lower the severity from {before} to {after}?", "将事件等级由 {before} 下调为 {after}？"
)
CONFIRM_SKIP: Final = Text("Skip a required step?", "跳过一个必做步骤？")
CONFIRM_REOPEN: Final = Text("Take the response up again?", "重新启动处置？")
CONFIRM_CANCEL: Final = Text(
    "Withdraw {id}? It ends here and only a reason brings it back.",
    "撤销 {id}？事件就此结束，说明原因后方可恢复。",
)
CONFIRM_CLOSE: Final = Text(
    "Close {id} for good? A closed incident cannot be opened again.",
    "彻底关闭 {id}？关闭后不能再打开。",
)
CONFIRM_REAL: Final = Text(
    "The screen below is a drill. Declare a real incident?", "下方画面是演练。登记一起真实事件？"
)
CONFIRM_TAKE: Final = Text("Take {role} from {holder}?", "从 {holder} 接管{role}？")

ITEM: Final[Mapping[str, Text]] = {
    "done": Text("Done", "完成"),
    "acknowledge": Text("I have it", "由本人确认接报"),
    "acknowledge_for": Text("They have it, by code or name..", "代其确认接报.."),
    "escalate": Text("Call the next level now..", "立即呼叫下一级.."),
    "answered": Text("They answered the telephone", "电话接通"),
    "no_answer": Text("Nobody answered", "无人接听"),
    "busy": Text("The line was busy", "占线"),
    "retry": Text("Send it again", "重新发送"),
    "done_note": Text("Done, with a note..", "完成并备注.."),
    "decide": Text("Decide..", "作出决策.."),
    "answer_step": Text("Answer..", "回答.."),
    "approve": Text("Approve or refuse..", "审批.."),
    "notify": Text("Sent, in these words..", "已通知，内容如下.."),
    "report_step": Text("Reported, with a receipt..", "已报送，登记回执.."),
    "inside": Text("Go to the first open step in it", "转到其中首个待办步骤"),
    "round": Text("Again, or enough..", "再来一轮或到此为止.."),
    "call": Text("Begin the playbook it calls", "启用所调用的预案"),
    "answer": Text("Answer..", "填写.."),
    "facts": Text("What is known..", "已知要素.."),
    "fail": Text("It did not succeed..", "未成功.."),
    "run": Text("Run its command..", "执行命令.."),
    "fold": Text("Fold or unfold", "折叠或展开"),
    "give_up": Text("Give up this playbook..", "终止执行本预案.."),
    "start": Text("Begin", "开始"),
    "skip": Text("Skip with a reason..", "说明原因后跳过.."),
    "reopen_step": Text("Take it up again..", "重新打开.."),
    "evidence": Text("Register evidence for it..", "为其登记证据.."),
    "attach": Text("Attach a playbook..", "关联处置预案.."),
    "correct": Text("Correct this entry..", "更正此条.."),
    "confirm": Text("Confirm or review it..", "补认或复核.."),
    "copy": Text("Copy it", "复制"),
    "task_ack": Text("Acknowledge", "确认接受"),
    "task_done": Text("Done", "完成"),
    "task_failed": Text("Could not be done..", "未能完成.."),
    "task_cancelled": Text("Cancel the task", "取消任务"),
    "report_sent": Text("Mark as sent..", "记为已报出.."),
    "report_new": Text("Note another upward report..", "登记另一项报送.."),
    "message_approved": Text("Approve", "批准"),
    "message_sent": Text("Mark as sent", "记为已发出"),
    "message_failed": Text("It did not go out", "未能发出"),
    "lift": Text("Lift the measure", "解除措施"),
    "go_step": Text("Go to the step", "转到该步骤"),
    "assign": Text("Assign..", "指派.."),
    "assign_me": Text("Assign to me", "由我担任"),
    "take": Text("Take it with a reason..", "说明原因后接管.."),
    "hand_over": Text("Hand over with a brief..", "附说明移交.."),
    "accept": Text("Accept the handover", "接受交接"),
    "end_offer": Text("Decline or withdraw the handover..", "谢绝或撤回交接.."),
    "release": Text("Leave it vacant..", "卸任.."),
}
"""Entries of the menus."""
