"""What each command of the command line does, in one line; the words of `--help`."""

from typing import Final

from netfin_incident.domain.text import Text

RESPOND: Final = Text("Respond", "接报与处置")
PEOPLE: Final = Text("People and roles", "人员与角色")
WRITE: Final = Text("Write down", "记录")
LOOK: Final = Text("Look", "查看")
RECORD: Final = Text("The record and its files", "处置日志与定义文件")

SUMMARIES: Final[dict[str, Text]] = {
    "declare": Text(
        "Report an emergency; prints its id, commits nobody", "接报登记突发事件；输出编号，不指派任何人"
    ),
    "ack": Text("Say that you have it", "确认接报"),
    "activate": Text("Activate the response at a level", "启动响应并确定响应级别"),
    "attach": Text("Attach a playbook to the incident", "为事件关联处置预案"),
    "step": Text("Do, start, skip or reopen a step of the playbook", "执行、开始、跳过或重新打开预案步骤"),
    "severity": Text("Raise the severity, or lower it with a reason", "上调等级，或写明原因下调"),
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
    "timeline": Text("Show what happened, entry by entry", "逐条显示时间线"),
    "report": Text("Write the report on an incident", "生成事件报告"),
    "incident import-log": Text("Read a written incident log into an incident", "由书面事件日志导入事件"),
    "journal verify": Text("Check every entry of the record, or of an export", "校验处置日志或其导出文件的每条记录"),
    "journal head": Text("Print the place and anchor of the newest entry", "输出最新记录的序号与锚定值"),
    "journal export": Text("Write the journal, or one incident, as JSON Lines", "以 JSON Lines 导出全部或单个事件的处置日志"),
    "journal import": Text("Fill an empty database from an export", "用导出文件填充空数据库"),
    "journal rebuild": Text("Drop the lists and build them anew from the journal", "清除列表并由处置日志重建"),
    "playbook list": Text("List the playbooks there are", "列出可用的处置预案"),
    "playbook show": Text("Show the steps of a playbook", "显示预案步骤"),
    "playbook lint": Text("Check playbook files", "检查预案文件"),
    "config show": Text("Print every setting and where it came from", "输出各项设置及其来源"),
    "config path": Text("Print which configuration file is read", "输出所读取的配置文件"),
    "demo": Text("Try the program on a scratch database", "在临时数据库上试用本程序"),
}  # fmt: skip
"""By the words that call the command."""

NOUNS: Final[dict[str, Text]] = {
    "incident": Text("Everything about one incident", "单个事件的全部操作"),
    "journal": Text("The record 处置日志 itself", "处置日志本身"),
    "playbook": Text("Playbooks 处置预案", "处置预案"),
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
