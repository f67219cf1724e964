"""What each command of the command line does, in one line; the words of `--help`."""

from typing import Final

from netfin_incident.domain.text import Text

RESPOND: Final = Text("Respond", "接报与处置")
PEOPLE: Final = Text("People and roles", "人员与角色")
WRITE: Final = Text("Write down", "记录")
LOOK: Final = Text("Look", "查看")
WARN: Final = Text("Warnings", "预警")
RECORD: Final = Text("The record and its files", "处置日志与定义文件")

SUMMARIES: Final[dict[str, Text]] = {
    "declare": Text(
        "Report an emergency; prints its id, commits nobody", "接报登记突发事件；输出编号，不指派任何人"
    ),
    "ack": Text("Say that you have it, or by a code that somebody else has", "确认接报，或凭确认码代他人确认"),
    "escalate": Text("Call the next level now", "立即呼叫下一级"),
    "call": Text("Say what came of telephoning somebody, or see the numbers", "登记电话联系的结果，或列出可拨打的号码"),
    "activate": Text("Activate the response at a level", "启动响应并确定响应级别"),
    "attach": Text("Attach a playbook to the incident", "为事件关联处置预案"),
    "step": Text(
        "Do, start, skip, fail or reopen a step of the playbook",
        "执行、开始、跳过、记为未成功或重新打开预案步骤",
    ),
    "run": Text("Run the command of a step, after showing it", "显示并执行步骤的命令"),
    "answer": Text("Say what a fact is that the playbooks ask for", "明确预案所询问的要素"),
    "severity": Text("Raise the severity, or lower it with a reason", "上调等级，或写明原因下调"),
    "impact": Text(
        "Record what is known of the impact, or show it, with the severity it proposes",
        "登记或显示影响情况及其建议等级",
    ),
    "status": Text("Move the response on, or back with a reason", "推进处置状态，或写明原因退回"),
    "milestone": Text("Record that a milestone was reached", "登记到达里程碑"),
    "funds": Text("Say whether funds were touched and the books agree", "说明是否涉及资金、账目是否对平"),
    "close": Text("Close the incident, or see what stands in the way", "关闭事件，或列出尚未了结的事项"),
    "cancel": Text("Withdraw the incident", "撤销事件"),
    "reopen": Text("Take the response up again", "重新启动处置"),
    "link": Text("Relate the incident to another", "与另一事件建立关联"),
    "assign": Text("Give a vacant role to a person", "为空缺角色指派人员"),
    "release": Text("Leave a role vacant", "卸任角色"),
    "handover": Text("Offer a role, or accept, decline or withdraw the offer", "提出角色交接，或接受、谢绝、撤回"),
    "take-command": Text("Take a role from its holder, with a reason", "写明原因强制接管角色"),
    "note": Text("Write a line on the timeline", "在时间线上写一条记录"),
    "finding": Text("Write down what was found", "记录发现"),
    "decide": Text("Record a decision with its options and reasons", "记录决策及其方案与理由"),
    "task": Text("Ask somebody to do something within a time, or move a task on", "下达限时任务，或变更任务状态"),
    "measure": Text("Record a measure taken, or lift it", "登记已采取的措施，或解除措施"),
    "message": Text("Draft or record a message, or move it on", "拟写或登记消息，或变更消息状态"),
    "reported": Text("Note a report owed upward, or record it as sent", "登记应报送事项，或登记已报出"),
    "evidence": Text("Register evidence by reference", "登记证据位置与摘要"),
    "correct": Text("Say what is right where an entry is wrong", "更正有误的记录"),
    "confirm": Text("Confirm an entry made in your name, or review a break-glass", "补认他人代您所做的记录，或复核紧急授权"),
    "list": Text("List incidents, the worst first", "列出事件，最严重的在前"),
    "show": Text("Show an incident as it stands", "显示事件当前状况"),
    "ladder": Text("Show who was called, whether it arrived, and who is next", "显示呼叫升级情况：呼叫了谁、是否送达、接下来呼叫谁"),
    "card": Text("Show the handover card", "显示交接卡"),
    "timeline": Text("Show what happened, entry by entry", "逐条显示时间线"),
    "report": Text("Write the report on an incident", "生成事件报告"),
    "incident import-log": Text("Read a written incident log into an incident", "由书面事件日志导入事件"),
    "journal verify": Text("Check every entry of the record, or of an export", "校验处置日志或其导出文件的每条记录"),
    "journal head": Text("Print the place and anchor of the newest entry", "输出最新记录的序号与锚定值"),
    "journal export": Text("Write the journal, or one incident, as JSON Lines", "以 JSON Lines 导出全部或单个事件的处置日志"),
    "journal import": Text("Fill an empty database from an export", "用导出文件填充空数据库"),
    "journal rebuild": Text("Drop the lists and build them anew from the journal", "清除列表并由处置日志重建"),
    "playbook list": Text("List the playbooks there are", "列出可用的处置预案"),
    "playbook schema": Text(
        "Print the format as JSON Schema, for editors", "输出预案格式的 JSON Schema，供编辑器使用"
    ),
    "playbook show": Text("Show a playbook, or one step of it", "显示预案全文或单个步骤"),
    "playbook diff": Text("Say in words what differs between two playbooks", "用文字说明两份预案的不同"),
    "playbook fmt": Text("Put playbook files in order", "整理预案文件的格式"),
    "playbook from-incident": Text("Draft a playbook from what was really done", "由实际处置过程起草预案"),
    "playbook new": Text("Write a small playbook to begin with", "生成起步用的预案模板"),
    "playbook rehearse": Text(
        "Walk a playbook without recording, sending or running anything",
        "预演预案：不登记、不发送、不执行",
    ),
    "playbook lint": Text("Check playbook files", "检查预案文件"),
    "playbook paths": Text("Walk playbooks every way they can go", "逐条路径走查预案"),
    "playbook adopt": Text("Adopt a version of a playbook, from a day on", "采用预案版本，并定生效时间"),
    "playbook approve": Text("Approve an adopted version of a playbook", "审批已采用的预案版本"),
    "playbook history": Text("Show what was adopted and approved of a playbook", "显示预案的采用与审批记录"),
    "playbook suggest": Text("Suggest playbooks for what is being reported", "按上报内容推荐处置预案"),
    "service list": Text("List the firm's services and who answers for each", "列出业务服务及其负责人"),
    "service show": Text("Show a service: who, how soon back, what stands on it", "显示业务服务：负责人、恢复目标、依赖关系"),
    "service check": Text("Check the file of services", "检查业务服务文件"),
    "roster who": Text("Say who is on call, and how they are reached", "查询值班人员及联系方式"),
    "roster show": Text("Show the roster: people, teams, roles, a week ahead", "显示值班表：人员、团队、角色及今后一周"),
    "roster check": Text("Check the roster and the 30 days ahead", "检查值班表及今后 30 天"),
    "roster preview": Text("Show who would be on call by the file", "按文件预览轮值排班"),
    "roster balance": Text("Show how time on call is shared out", "统计各人值班时长"),
    "roster override": Text("Let somebody stand in, or withdraw that", "登记或撤回临时替班"),
    "roster swap": Text("Offer a shift to another, or answer an offer", "提出换班，或接受、谢绝、撤回"),
    "roster adopt": Text("Adopt the roster as the file has it", "采用文件中的值班表"),
    "roster calendar": Text("Write times on call as a calendar file", "导出值班日历文件"),
    "notify test": Text("Send a test page to a person by every contact", "向某人的每个联系方式试发通知"),
    "notify check": Text("Check the channels, and whom none of them reaches", "检查通知渠道及无法通知到的人员"),
    "notify queue": Text("List notices that wait, or that did not arrive", "列出待发送或未送达的通知"),
    "notify retry": Text("Try a notice again", "重新发送通知"),
    "notify quarantine": Text("Hold a notice back, with a reason", "写明原因暂扣通知"),
    "escalation check": Text("Check the escalation policies and the 30 days ahead", "检查升级策略及今后 30 天"),
    "escalation show": Text("Show who is called at each level, and who that is now", "显示各级呼叫对象及当前人员"),
    "watch": Text(
        "Watch: call whom the policies say, and send what is owed", "值守：到时按升级策略呼叫并发出通知"
    ),
    "clock list": Text("List the clocks: what must be reported within what time", "列出时限：何事须在多久内报送"),
    "clock show": Text("Show a clock: its source, its words, its limits", "显示时限：依据、原文与期限"),
    "clock lint": Text("Check clocks and calendars, and whether their sources hold", "检查时限与日历及其依据"),
    "clock simulate": Text("Work out what would be due when, without recording", "试算各报告的到期时间，不登记"),
    "clock explain": Text("Say step by step how due times come about", "逐步说明到期时间如何得出"),
    "entity show": Text("Show what the firm is to the rules, and which clocks concern it", "显示本机构概况及适用的时限"),
    "entity check": Text("Check the file of the firm", "检查机构概况文件"),
    "entity init": Text("Ask what the firm is, and write the file", "逐项提问并生成机构概况文件"),
    "contact list": Text("List the contacts outside the firm", "列出外部联系人"),
    "contact show": Text("Show a contact: every way to it, and what is owed to it", "显示外部联系人及应向其报送的时限"),
    "contact check": Text("Check the contacts, and whether every clock has its recipient", "检查外部联系人及各时限的报送对象"),
    "severity criteria": Text(
        "Show the firm's criteria of severity, and the classifications by law",
        "显示本机构的事件分级标准与法规中的分类",
    ),
    "severity propose": Text(
        "Say which severity some answers propose, and why; writes nothing",
        "按所填答复提出等级建议并说明依据；不写入",
    ),
    "severity check": Text("Check the file of criteria", "检查分级标准文件"),
    "indicator list": Text("List the indicators with their thresholds", "列出监测指标及其阈值"),
    "indicator check": Text("Check the file of indicators", "检查监测指标文件"),
    "warning raise": Text("Take in a value of an indicator; may raise a warning", "登记监测值；达到阈值即发出预警"),
    "warning import": Text("Take in values as JSON lines", "由 JSON 行导入监测值"),
    "warning assess": Text("Say what a warning means", "登记预警研判"),
    "warning own": Text("Say who handles a warning", "指定预警处置人"),
    "warning note": Text("Say what was done about a warning", "登记预警处置情况"),
    "warning accept": Text("Bear a warning until a moment, with a reason", "写明原因，暂时接受预警至某一时刻"),
    "warning false": Text("Judge a warning false, with a reason", "写明原因，判定为误报"),
    "warning close": Text("Close a warning, with what came of it", "关闭预警并登记结果"),
    "warning promote": Text("Declare the incident that a warning became", "将预警转为突发事件"),
    "warning list": Text("List the warnings to be handled, the worst first", "列出待处置的预警，级别高的在前"),
    "warning show": Text("Show a warning as it stands", "显示预警当前状况"),
    "warning ledger": Text("Write the ledger of warnings", "生成预警台账"),
    "config show": Text("Print every setting and where it came from", "输出各项设置及其来源"),
    "config path": Text("Print which configuration file is read", "输出所读取的配置文件"),
    "demo": Text("Try the program on a scratch database", "在临时数据库上试用本程序"),
}  # fmt: skip
"""By the words that call the command."""

NOUNS: Final[dict[str, Text]] = {
    "incident": Text("Everything about one incident", "单个事件的全部操作"),
    "journal": Text("The record 处置日志 itself", "处置日志本身"),
    "playbook": Text("Playbooks 处置预案", "处置预案"),
    "service": Text("The firm's services 业务服务", "业务服务"),
    "roster": Text("Who is on call 值班表", "值班表"),
    "notify": Text("Notices 通知 and their channels", "通知及通知渠道"),
    "escalation": Text("Who is called when nobody answers 升级策略", "升级策略"),
    "warning": Text("Warnings 预警", "预警"),
    "indicator": Text("What raises warnings 监测指标", "监测指标"),
    "clock": Text("Duties to report in time 时限", "报送时限"),
    "entity": Text("What the firm is to the rules 机构概况", "机构概况"),
    "contact": Text("Contacts outside the firm 外部联系人", "外部联系人"),
    "config": Text("Settings", "设置"),
}

HEADLINE: Final = Text(
    "Incident response for firms that run internet-finance services.",
    "互联网金融机构突发事件应急处置工具。",
)
WITHOUT_ARGUMENTS: Final = Text("Without a command the terminal opens.", "不带命令时打开终端界面。")
USAGE: Final = Text("Usage", "用法")
COMMAND: Final = Text("COMMAND", "命令")
OPTIONS: Final = Text("OPTIONS", "选项")
ARGUMENTS_HEAD: Final = Text("Arguments", "参数")
OPTIONS_HEAD: Final = Text("Options", "选项")
ACTING_HEAD: Final = Text("Who acts, and when", "操作人与时间")
SHARED_HEAD: Final = Text("Everywhere", "通用选项")
EXAMPLE: Final = Text("Example", "示例")
MORE: Final = Text(
    "More about one command: netfin-incident COMMAND --help",
    "查看某个命令的用法：netfin-incident 命令 --help",
)
