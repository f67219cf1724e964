"""What the command line says beside its answers, and the headings of what it shows."""

from typing import Final

from netfin_incident.domain.text import Text

HAPPENED_AT: Final = Text("time taken as {moment} ({zone})", "时间读作 {moment}（{zone}）")
NOTHING_TO_RECORD: Final = Text(
    "{id}: nothing to record, it stands so already", "{id}：无需登记，现状即如此"
)
OPEN_UNDER_KEY: Final = Text(
    "{id} is open under this key; it was recorded that the alarm came again",
    "{id} 已以同一告警标识登记且未结束；已记为重复告警",
)
OPEN_UNDER_KEY_LATELY: Final = Text(
    "{id} is open under this key, and came again within a minute; nothing was written",
    "{id} 已以同一告警标识登记且未结束，一分钟内再次触发；未写入",
)
DATABASE_MADE: Final = Text("a new database was made: {path}", "已新建数据库：{path}")
CONTROLS_LEFT_OUT: Final = Text(
    "characters that could steer a terminal were left out or made visible",
    "已去除或显明可能操纵终端的字符",
)
REVIEW_OWED: Final = Text(
    "break-glass: another person reviews #{entry} within 24 hours, with netfin-incident confirm {id} {entry}",
    "紧急授权：须由他人在 24 小时内复核第 {entry} 条：netfin-incident confirm {id} {entry}",
)
TO_BE_CONFIRMED: Final = Text(
    "{person} confirms it later with netfin-incident confirm {id} {entry}",
    "请 {person} 事后补认：netfin-incident confirm {id} {entry}",
)
IN_THE_WAY: Final = Text(
    "In the way of closing {id} ({count}):", "关闭 {id} 前尚有 {count} 项未了："
)
FROM_MEMORY: Final = Text(
    "the list could not be brought up to date on disk; the newest entries were added in memory",
    "列表未能在磁盘上更新；最新记录已在内存中补入",
)
SHORTER_THAN_SEEN: Final = Text(
    "the record is not the one you last saw ({seen}): check it with netfin-incident journal verify",
    "处置日志与您上次所见（{seen}）不一致：请执行 netfin-incident journal verify",
)
NO_INCIDENTS: Final = Text("no incidents", "没有事件")
LATE: Final = Text("late", "补记")
UNCONFIRMED: Final = Text("not confirmed yet", "尚未确认")
CORRECTED: Final = Text("corrected by #{entry}", "已由第 {entry} 条更正")
UNAPPROVED: Final = Text("version not approved", "未经审批版本")
EXPORTED: Final = Text("{entries} entries written to {path}", "已将 {entries} 条记录写入 {path}")
IMPORTED: Final = Text(
    "{entries} entries read from {file}; every one checked",
    "已由 {file} 读入 {entries} 条记录，逐条校验无误",
)
REBUILT: Final = Text("the lists were rebuilt: {count} incidents", "列表已重建：{count} 起事件")
WRITTEN: Final = Text("written to {path}", "已写入 {path}")
GOOD_BEFORE: Final = Text("{entries} entries before it are good", "其前 {entries} 条完好")
SEEN_FILE: Final = Text(
    "the head you saw last is remembered in {path}; after restoring an older copy on purpose, delete that file",
    "您上次所见的链首保存在 {path}；若有意恢复了旧副本，请删除该文件",
)
LOG_READ_IN: Final = Text("times without a zone are read in {zone}", "未写时区的时间按 {zone} 读取")
LOG_DURATIONS: Final = Text("Stated durations", "日志所载时长")
LOG_STATED: Final = Text("stated", "日志所载")
LOG_WALL: Final = Text("by the clock", "按时钟")
LOG_BUSINESS: Final = Text("in business hours", "按工作时间")
LOG_MEASURES: Final = {
    "detect": Text("time to detect", "发现用时"),
    "acknowledge": Text("time to acknowledge", "确认用时"),
    "contain": Text("time to contain", "控制用时"),
    "repair": Text("time to repair", "恢复用时"),
    "resolve": Text("time to resolve", "解决用时"),
    "whole": Text("duration", "总时长"),
}
"""What a duration measures, by the stored value."""
LOG_EVENTS: Final = Text("Milestones", "里程碑")
LOG_DOUBTS: Final = Text("Doubts ({count})", "存疑（{count}）")
LOG_LINE: Final = Text("line {line}", "第 {line} 行")
LOG_ENTRIES: Final = Text("entries", "记录")
DRY_RUN: Final = Text("nothing was written", "未写入任何内容")
DEMO_LEFT: Final = Text("the demonstration left these:", "演示留下以下文件：")
DEMO_SCRATCH: Final = Text("scratch database: {path}", "临时数据库：{path}")
CHECKED_SO_FAR: Final = Text("{count} entries checked", "已校验 {count} 条")
NO_FILE_READ: Final = Text(
    "no configuration file is read; one would be looked for here", "未读取配置文件；会在此处查找"
)
NO_FINDINGS: Final = Text("{count} playbooks, nothing to say", "已检查 {count} 个预案，没有问题")
FAULT: Final = Text(
    "This program has a fault; nothing that was acknowledged is lost. Details for its makers are in {path} · NF-70",
    "程序自身出现故障；已确认的记录均未丢失。供开发者查看的详情见 {path} · NF-70",
)
FAULT_UNWRITTEN: Final = Text(
    "This program has a fault ({kind}); nothing that was acknowledged is lost · NF-70",
    "程序自身出现故障（{kind}）；已确认的记录均未丢失 · NF-70",
)
INTERRUPTED: Final = Text(
    "stopped; what was acknowledged is recorded", "已中止；已确认的内容均已登记"
)

NO_SERVICES: Final = Text(
    "no services are known; their file would be looked for here: {path}",
    "没有业务服务；会在此处查找其文件：{path}",
)
SERVICES_CHECKED: Final = Text(
    "Nothing to mend. Services: {count}", "已检查 {count} 项业务服务，没有问题"
)
SERVICE_CRITICALITY: Final = Text("criticality", "重要程度")
SERVICE_OWNER: Final = Text("owner", "A 角")
SERVICE_DEPUTY: Final = Text("deputy", "B 角")
SERVICE_RTO: Final = Text("RTO", "恢复时间目标")
SERVICE_RPO: Final = Text("RPO", "恢复点目标")
SERVICE_STANDS_ON: Final = Text("stands on", "依赖")
SERVICE_AFFECTS: Final = Text("affects", "影响")
SERVICE_CHANNELS: Final = Text("channels", "渠道")
SERVICE_PLAYBOOKS: Final = Text("playbooks", "处置预案")
NO_SUGGESTION: Final = Text(
    "nothing fits; see them all with netfin-incident playbook list",
    "没有匹配的预案；查看全部请用 netfin-incident playbook list",
)

HEAD_ID: Final = Text("id", "编号")
HEAD_SEVERITY: Final = Text("severity", "等级")
HEAD_STATUS: Final = Text("status", "状态")
HEAD_COMMANDER: Final = Text("commander", "现场指挥")
HEAD_DECLARED: Final = Text("declared", "接报")
HEAD_NEXT: Final = Text("next due", "最近时限")
HEAD_TITLE: Final = Text("title", "标题")

SHOW_LEVEL: Final = Text("response", "响应级别")
SHOW_SERVICE: Final = Text("service", "业务服务")
SHOW_KEY: Final = Text("alarm key", "告警标识")
SHOW_ENTRIES: Final = Text("entries", "记录数")
SHOW_ACKNOWLEDGED: Final = Text("acknowledged", "确认接报")
SHOW_FUNDS: Final = Text("funds", "资金")
SHOW_LINKS: Final = Text("links", "关联")
SHOW_MODE: Final = Text("mode", "性质")
SECTION_ROLES: Final = Text("Roles", "角色")
SECTION_VACANT: Final = Text("vacant: {roles}", "空缺：{roles}")
SECTION_OFFERED: Final = Text("offered to {to}", "已向 {to} 提出交接")
SECTION_MILESTONES: Final = Text("Milestones", "里程碑")
SECTION_DUE: Final = Text("Due", "时限")
SECTION_TASKS: Final = Text("Tasks", "限时任务")
SECTION_MESSAGES: Final = Text("Messages", "消息")
SECTION_REPORTS: Final = Text("Upward reports", "报送")
SECTION_MEASURES: Final = Text("Measures", "措施")
SECTION_EVIDENCE: Final = Text("Evidence", "证据")
SECTION_OWED: Final = Text("To be confirmed or reviewed", "待补认或复核")
SECTION_CLOSING: Final = Text("In the way of closing", "关闭前须了结")
FUNDS_NONE: Final = Text("not touched", "未涉及")
FUNDS_RECONCILED: Final = Text("touched, books reconciled", "涉及，对账平")
FUNDS_OPEN: Final = Text("touched, books not reconciled", "涉及，对账未平")
IN_FORCE: Final = Text("in force", "生效中")
TEMPORARY: Final = Text("temporary, in force", "临时，生效中")
LIFTED: Final = Text("lifted", "已解除")
SECTION_QUESTIONS: Final = Text("To be known", "待明确")
SECTION_KNOWN: Final = Text("Known", "已明确")
GIVEN_UP: Final = Text("given up", "已终止执行")
KEPT: Final = Text("no longer applies", "已不适用")
BEFORE_ITS_TURN: Final = Text("before its turn", "提前")
CHOSEN_OTHERWISE: Final = Text("{step} = {option} was chosen", "已选择 {step} = {option}")
DONE_IN: Final = Text("done in {playbook}", "已在 {playbook} 完成")
WAITS_FOR: Final = Text("waits for {steps}", "须先完成 {steps}")
ASKS: Final = Text("asks for {variables}", "待明确 {variables}")
DUE_BY: Final = Text("due {moment}", "时限 {moment}")
SENT_AT: Final = Text("sent {moment}", "报出 {moment}")
REQUIRED: Final = Text("required", "必做")
BREAK_GLASS: Final = Text("break-glass by {person}", "{person} 的紧急授权")
