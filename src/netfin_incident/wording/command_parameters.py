"""What each argument and option of the command line means; the words of `--help`."""

from typing import Final

from netfin_incident.domain.text import Text

INCIDENT: Final = Text(
    "incident id: INC-2026-0042, inc-42 or 42", "事件编号：INC-2026-0042、inc-42 或 42"
)
REASON: Final = Text("why; - reads standard input", "原因；写 - 则从标准输入读取")
NOTE: Final = Text("a remark that goes with it", "随附的备注")

DATABASE: Final = Text("the database file", "数据库文件")
CONFIG: Final = Text("the configuration file", "配置文件")
LANGUAGE: Final = Text("en, zh-Hans or zh-Hant", "en、zh-Hans 或 zh-Hant")
ZONE: Final = Text(
    "time zone to read and show times in: Asia/Shanghai", "读取与显示时间所用的时区：Asia/Shanghai"
)
PLAYBOOKS: Final = Text("the firm's own folder of playbooks", "本机构的预案目录")
SERVICES: Final = Text("the file of the firm's services", "本机构的业务服务文件")
SEVERITY_FILE: Final = Text(
    "the file of the firm's criteria of severity", "本机构的事件分级标准文件"
)
INDICATORS: Final = Text("the file of the indicators that raise warnings", "监测指标文件")
ROSTER: Final = Text("the file of the roster", "值班表文件")
CLOCKS: Final = Text("the firm's own folder of clocks", "本机构的时限目录")
COMMANDS: Final = Text("the list of commands that steps may run", "允许步骤执行的命令清单")
CHANNELS: Final = Text("the file of notice channels", "通知渠道文件")
ESCALATION: Final = Text("the file of escalation policies", "呼叫升级策略文件")
ENTITY: Final = Text("the file that says what the firm is", "本机构概况文件")
CONTACTS: Final = Text("the file of contacts outside the firm", "外部联系人文件")
JSON: Final = Text("answer in JSON", "以 JSON 输出")

AT: Final = Text(
    'when it happened: now, -15m, 14:05, "yesterday 23:50"',
    '发生时间：now、-15m、14:05、"昨天 23:50"',
)
AS_PERSON: Final = Text("who acts; recorded as asserted", "操作人；按自报身份记录")
BEHALF_OF: Final = Text("the person you act for; they confirm later", "被代理人；事后由其补认")
BASIS: Final = Text(
    "how that person agreed: phone, in_person or message", "授权方式：phone、in_person 或 message"
)
BREAK_GLASS: Final = Text(
    "reason for doing a two-person act alone; reviewed within 24 hours",
    "一人完成双人操作的原因（紧急授权，24 小时内复核）",
)
KEEP_RAW: Final = Text(
    "keep card, identity, mobile and account numbers as typed, where the text stays in the house",
    "卡号、身份证号、手机号、账号按所填保留，不作掩码（仅限不对外的文字）",
)

TITLE: Final = Text("what is happening, in one line", "一句话说明发生了什么")
SEVERITY: Final = Text(
    "1 (worst) to 4; also sev2, S2, II", "1（最高）至 4；也可写 sev2、S2、Ⅱ、重大"
)
ALARM_KEY: Final = Text(
    "SOURCE:ID of the alarm; an incident open under it is answered instead",
    "告警标识 SOURCE:ID；已有同标识的未结事件时返回该事件",
)
SERVICE: Final = Text("the service concerned", "受影响的业务服务")
PLAYBOOK_TO_ATTACH: Final = Text("playbook to attach at once", "同时关联的处置预案")
DRILL: Final = Text("a drill, not a real emergency", "演练，不是真实事件")
BACKFILLED: Final = Text("written down after the event; needs --at", "事后补录；须同时给出 --at")
LEVEL: Final = Text(
    "response level 1 to 4; the severity's own if left out", "响应级别 1 至 4；不填时与事件等级相同"
)
AUTHORISED_BY: Final = Text("who authorised it; yourself if left out", "授权人；不填时为本人")
PLAYBOOK: Final = Text("playbook id, as in playbook list", "预案标识，见 playbook list")
SUGGEST_WORDS: Final = Text(
    "what is happening; - reads standard input", "发生了什么；写 - 则从标准输入读取"
)
SERVICE_ID: Final = Text("service id, as in service list", "业务服务标识，见 service list")
STEP: Final = Text("step id, as in show", "步骤标识，见 show")
START: Final = Text("begin it only", "仅开始执行")
SKIP: Final = Text("leave it out, for this reason", "写明原因后跳过")
SECOND: Final = Text("second person for skipping a required step", "跳过必做步骤时的第二人")
STEP_REOPEN: Final = Text("take it up again, for this reason", "写明原因后重新打开")
STEP_OPTION: Final = Text("the option chosen, where the step is a decision", "决策步骤所选方案")
STEP_FAIL: Final = Text("it did not succeed, for this reason", "写明原因后记为未成功")
STEP_TEXT: Final = Text("the words that were sent, where it is a notice", "通知步骤实际发出的文字")
STEP_APPROVED_BY: Final = Text(
    "who agreed that it runs, where that is asked", "同意执行者（预案要求时）"
)
STEP_YES: Final = Text("run it without being asked again", "不再询问，直接执行")
ANSWER: Final = Text("a fact that the step asks for; may be repeated", "步骤询问的要素，可重复")
ANSWER_NAME: Final = Text("the fact's id", "要素标识")
ANSWER_VALUE: Final = Text("what it is; empty for not known any more", "取值；留空表示不再确定")
GIVE_UP: Final = Text("carry out no more of it, for this reason", "写明原因后终止执行该预案")
SECOND_GIVE_UP: Final = Text(
    "second person for giving up required steps", "终止未完成的必做步骤时的第二人"
)
STEP_NOTE: Final = Text("a remark; for a decision, its rationale", "备注；决策步骤写理由")
OBJECTION: Final = Text("what was said against it", "反对意见")
STEP_PLAYBOOK: Final = Text(
    "which playbook, where several have such a step", "多个预案有同名步骤时指明预案"
)
STATUS: Final = Text(
    "responding, contained, recovered, resolved, in_review or closed",
    "responding 处置中、contained 已控制、recovered 业务已恢复、resolved 应急结束、in_review 总结评估、closed 已关闭",
)
FUNDS: Final = Text("none or touched", "none（未涉及）或 touched（涉及资金）")
STATUS_FUNDS: Final = Text(
    "with resolved: were funds touched? none or touched",
    "用于 resolved：是否涉及资金，none 或 touched",
)
RECONCILED: Final = Text("the books agree", "对账平")
COUNT: Final = Text("number of affected transactions", "受影响笔数")
RECONCILED_COUNT: Final = Text(
    "the books agree; number of affected transactions", "对账平；受影响笔数"
)
AMOUNT: Final = Text(
    'affected amount with its currency: "1250000.00 CNY"', '涉及金额与币种："1250000.00 CNY"'
)
SUSPENSE: Final = Text("balance left on the suspense account", "挂账余额")
UNRECONCILED: Final = Text(
    "why the response may end although the books do not agree", "账目未平仍可结束应急的原因"
)
MILESTONE: Final = Text(
    "onset, detected, aware, reported, acknowledged, activated, classified, contained, recovered, reconciled or resolved",
    "onset 发生、detected 发现、aware 获知、reported 首次报送、acknowledged 确认、activated 启动、classified 定级、contained 控制、recovered 恢复、reconciled 对账平、resolved 结束",
)
HOW: Final = Text("how and through whom it was known", "如何得知、由谁告知")
CANCEL_KIND: Final = Text(
    "false_alarm, duplicate, external or below_threshold",
    "false_alarm 误报、duplicate 重复登记、external 外部事件、below_threshold 未达标准",
)
DUPLICATE_OF: Final = Text("the incident it duplicates", "所重复的事件")
RELATION: Final = Text(
    "this one is … that one: parent_of, child_of, related, duplicate_of, caused_by or recurrence_of",
    "本事件与对方的关系：parent_of 包含、child_of 从属、related 关联、duplicate_of 重复、caused_by 起因于、recurrence_of 再次发生",
)
OTHER: Final = Text("the other incident", "另一事件的编号")

ROLE: Final = Text(
    "role, such as commander or liaison", "角色，如 commander 现场指挥、liaison 监管报送"
)
PERSON: Final = Text("person id", "人员编号")
HANDOVER_TO: Final = Text("offer it to this person", "向此人提出交接")
BRIEF: Final = Text(
    "what the receiver must know; - reads standard input", "交接说明；写 - 则从标准输入读取"
)
ACCEPT: Final = Text("accept the role offered to you", "接受向您提出的交接")
DECLINE: Final = Text("decline it, for this reason", "写明原因谢绝")
WITHDRAW: Final = Text("withdraw the offer, for this reason", "写明原因撤回")
TAKE_ROLE: Final = Text("which role; commander if left out", "角色；不填时为 commander 现场指挥")

TEXT: Final = Text("the text; - reads standard input", "正文；写 - 则从标准输入读取")
NOTE_KIND: Final = Text(
    "note, finding, hypothesis or todo", "note 记录、finding 发现、hypothesis 推测、todo 待办"
)
QUESTION: Final = Text("what is to be decided", "待决事项")
CHOICE: Final = Text("what was decided", "决定")
OPTION: Final = Text("an option there was; may be repeated", "可选方案；可多次给出")
RATIONALE: Final = Text("why", "理由")
TASK: Final = Text("what to do; or T1, to move that task on", "任务内容；或写 T1 以变更该任务")
TASK_TO: Final = Text("who shall do it", "执行人")
TIMEBOX: Final = Text("within how long: 10m, 1h30m", "时限：10m、1h30m、半小时")
TASK_ACK: Final = Text("the task is acknowledged", "任务已确认")
TASK_DONE: Final = Text("the task is done", "任务已完成")
TASK_FAIL: Final = Text("the task could not be done, for this reason", "写明未能完成的原因")
TASK_CANCEL: Final = Text("the task is no longer wanted", "任务已取消")
MEASURE: Final = Text(
    "what was done; or X1, to lift that measure", "所采取的措施；或写 X1 以解除该措施"
)
TEMPORARY: Final = Text("it must be lifted before closing", "临时措施，关闭前须解除")
LIFT: Final = Text("the measure is undone", "解除该措施")
MESSAGE: Final = Text("the text; or M1, to move that message on", "消息正文；或写 M1 以变更该消息")
AUDIENCE: Final = Text("for whom it is: customers, staff, partners …", "受众：客户、员工、合作方等")
CHANNEL: Final = Text("by which channel", "渠道")
MESSAGE_SENT: Final = Text("it was sent", "已发出")
MESSAGE_APPROVE: Final = Text("it is approved", "已审批")
MESSAGE_FAILED: Final = Text("it could not be sent, for this reason", "写明发送失败的情况")
REPORT_ID: Final = Text("R1, to complete that report", "写 R1 以补充该报送")
RECIPIENT: Final = Text("to whom it is owed", "报送对象")
REPORT_KIND: Final = Text("initial, progress or final", "initial 初报、progress 续报、final 终报")
DUE: Final = Text("by when: 1h, 14:05, tomorrow 09:00", "报送时限：1h、14:05、明天 09:00")
SENT: Final = Text("when it was sent: now, -5m, 14:05", "报出时间：now、-5m、14:05")
REPORT_WITHDRAW: Final = Text("it is not owed after all, for this reason", "无需报送的原因")
RECEIPT: Final = Text("receipt or reference number", "回执号或文号")
TEXT_FILE: Final = Text(
    "file with the text as sent; its SHA-256 is kept", "所报文本的文件；保存其 SHA-256"
)
EVIDENCE_NAME: Final = Text("what it is called", "证据名称")
EVIDENCE_FILE: Final = Text(
    "the file; its SHA-256 and size are kept, the file stays where it is",
    "证据文件；保存其 SHA-256 与大小，文件不移动",
)
EVIDENCE_REF: Final = Text(
    "where it is, if it is no file here: an address or a shelf mark",
    "证据位置（非本机文件时）：地址或存放编号",
)
EVIDENCE_KIND: Final = Text(
    "screenshot, log, file, text, link, approval or transcript",
    "screenshot 截图、log 日志、file 文件、text 文字、link 链接、approval 审批、transcript 通话记录",
)
EVIDENCE_STEP: Final = Text("the step it proves", "所证明的步骤")
ENTRY: Final = Text("number of the entry, as in timeline", "记录编号，见 timeline")
RIGHT_TEXT: Final = Text("the right wording", "正确文字")
RIGHT_TIME: Final = Text("the right time", "正确时间")

ALL: Final = Text("closed and cancelled ones too", "包括已关闭与已撤销的事件")
DRILLS: Final = Text("drills instead of real incidents", "列出演练而非真实事件")
BOTH: Final = Text("real incidents and drills", "同时列出真实事件与演练")
BY_TIME: Final = Text("in the order things happened, not as written down", "按发生时间而非登记顺序")
KINDS: Final = Text("only these kinds: note,decision,step", "只看这些类别：记录,决策,步骤")
LIMIT: Final = Text("only the last N entries", "只看最后 N 条")
FORMAT: Final = Text("md or json", "md 或 json")
OUT: Final = Text("write to this file instead of standard output", "写入此文件而非标准输出")
FORCE: Final = Text("replace the file if it is there", "文件已存在时覆盖")
EXPORT_FILE: Final = Text(
    "an export to check instead of the database; - reads standard input",
    "校验导出文件而非数据库；写 - 则从标准输入读取",
)
EXPECT: Final = Text(
    "a head you remember, SEQ:ANCHOR; may be repeated", "您记下的链首 SEQ:ANCHOR；可多次给出"
)
EXPORT_ONE: Final = Text("only this incident", "只导出此事件")
IMPORT_FILE: Final = Text("the export to read", "要导入的导出文件")
LINT_WHAT: Final = Text(
    "playbook ids or files; all playbooks if left out", "预案标识或文件；不填时检查全部预案"
)
LOG_FILE: Final = Text("the written log, Markdown or plain text", "书面日志，Markdown 或纯文本")
HOURS: Final = Text(
    'business hours for its stated durations: "Mon-Fri 10:00-17:00"',
    '核对所述时长用的工作时间："周一至周五 10:00-17:00"',
)
LOG_SEVERITY: Final = Text(
    "severity to give it, 1 to 4; 3 if left out", "赋予的事件等级 1 至 4；不填时为 3"
)
DRY_RUN: Final = Text("say what would be imported and write nothing", "只说明将导入的内容，不写入")
REPORT_HOURS: Final = Text(
    'business hours to show figures in too: "Mon-Fri 09:00-18:00"',
    '另按此工作时间显示各项时长："周一至周五 09:00-18:00"',
)
HEADLESS: Final = Text(
    "play the whole emergency without a terminal", "不打开终端，自动演示完整处置过程"
)
OUT_FOLDER: Final = Text(
    "folder for the database, the export and the report", "存放数据库、导出文件与报告的目录"
)
