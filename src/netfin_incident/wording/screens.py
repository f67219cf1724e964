"""The words on the screens of the terminal.

In cells and bars, only characters that every terminal draws in one known width: no one-character
ellipsis, no middle dot, no curly quotes.  Chinese punctuation is full-width throughout.
"""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Status, StepState

SEVERITY_WORD: Final[Mapping[Severity, Text]] = {
    Severity.S1: Text("critical", "特别重大"),
    Severity.S2: Text("major", "重大"),
    Severity.S3: Text("moderate", "较大"),
    Severity.S4: Text("minor", "一般"),
}
SEVERITY_BAR: Final[Mapping[Severity, str]] = {
    Severity.S1: "####",
    Severity.S2: "###-",
    Severity.S3: "##--",
    Severity.S4: "#---",
}
STATUS_SHORT: Final[Mapping[Status, Text]] = {
    Status.DECLARED: Text("declared", "研判中"),
    Status.RESPONDING: Text("responding", "处置中"),
    Status.CONTAINED: Text("contained", "已控制"),
    Status.RECOVERED: Text("recovered", "已恢复"),
    Status.RESOLVED: Text("resolved", "已结束"),
    Status.IN_REVIEW: Text("review", "整改中"),
    Status.CLOSED: Text("closed", "已关闭"),
    Status.CANCELLED: Text("cancelled", "已撤销"),
}
"""For cells, the header and the phase strip."""
STEP_BOX: Final[Mapping[StepState, str]] = {
    StepState.DORMANT: "[.]",
    StepState.BLOCKED: "[?]",
    StepState.READY: "[ ]",
    StepState.WAITING: "[~]",
    StepState.ACTIVE: "[>]",
    StepState.FAILED: "[!]",
    StepState.DONE: "[x]",
    StepState.SKIPPED: "[-]",
    StepState.NOT_APPLICABLE: "[/]",
}

PRODUCT: Final = Text("netfin-incident", "突发事件应急处置")
HOME_OPEN: Final = Text("Open incidents {count}", "未结束事件 {count}")
HOME_ALL: Final = Text("All incidents {count}", "全部事件 {count}")
HOME_READING: Final = Text("Reading the record..", "正在读取处置日志..")
HOME_EMPTY: Final = Text(
    "No open incidents.\n\nPress D to declare one, ? for all keys,\nf to show ended ones too.",
    "没有未结束的事件。\n\n按 D 登记事件，按 ? 查看全部按键，\n按 f 显示已结束的事件。",
)
HOME_NONE: Final = Text(
    "No incidents yet.\n\nPress D to declare the first one, ? for all keys.",
    "还没有事件。\n\n按 D 登记第一起事件，按 ? 查看全部按键。",
)
NEXT: Final = Text("next", "时限")
NOT_ACKNOWLEDGED: Final = Text("not acknowledged", "未确认接报")
NO_DEADLINE: Final = Text("nothing due", "暂无时限")
COMMANDER: Final = Text("commander", "指挥")
COLUMN_SEVERITY: Final = Text("Severity", "等级")
COLUMN_ID: Final = Text("Id", "编号")
COLUMN_STATUS: Final = Text("Status", "状态")
COLUMN_TITLE: Final = Text("Title", "标题")
COLUMN_COMMANDER: Final = Text("Commander", "指挥")
COLUMN_NEXT: Final = Text("Next deadline", "最近时限")
COLUMN_AGE: Final = Text("Age", "历时")
AGE: Final = Text("age {span}", "历时 {span}")
VACANT: Final = Text("vacant", "空缺")
NOBODY: Final = Text("nobody", "无人")
ELAPSED: Final = Text("elapsed", "历时")

DRILL: Final = Text(
    "DRILL  DRILL  DRILL   this is not a real incident", "演练  演练  演练   非真实事件"
)
DRILL_MARK: Final = Text("DRILL", "演练")
DEMO: Final = Text(
    "DEMO   scratch database, nothing leaves this machine", "演示   临时数据库，内容不会离开本机"
)
STALE: Final = Text(
    "STALE {span}   the database was not read since; what is shown may be out of date",
    "数据已过时 {span}   未能读取数据库，所示内容可能不是最新",
)
READ_ONLY: Final = Text(
    "READ ONLY   this database cannot be written here", "只读   此处不能写入该数据库"
)
LOST: Final = Text(
    "RECORD CUT OR REWRITTEN since you last saw it ({seen}): netfin-incident journal verify",
    "处置日志与您上次所见（{seen}）不一致，可能被截断或改写：netfin-incident journal verify",
)
UNAPPROVED: Final = Text("unapproved playbook", "未经审批版本")
IMPORTED: Final = Text("IMPORTED", "导入")
BACKFILLED: Final = Text("BACKFILLED", "补录")

STEPS: Final = Text("Steps", "步骤")
TIMELINE: Final = Text("Timeline", "时间线")
ROLES: Final = Text("Roles", "角色")
OWED: Final = Text("Deadlines", "时限")
STEPS_EMPTY: Final = Text(
    "No playbook is attached.\n\nPress Enter to attach one, or go on with notes (n)\nand tasks (a).",
    "尚未关联处置预案。\n\n按回车关联预案，也可直接写记录（n）、\n下达任务（a）。",
)
OWED_EMPTY: Final = Text(
    "Nothing is owed.\n\nPress a to give a task, u to compose an update,\nEnter to note an upward report.",
    "暂无未了事项。\n\n按 a 下达任务，按 u 拟写通报，\n按回车登记报送。",
)
WAITS: Final = Text("waits {steps}", "待 {steps}")
REQUIRED: Final = Text("required", "必做")
BEFORE_ITS_TURN: Final = Text("later", "未轮到")
STEP_OWNER_NONE: Final = Text("anyone", "不限")
NEW_BELOW: Final = Text("v {count} new (G)", "v 新增 {count} 条 (G)")
LATE: Final = Text("late", "补记")
CORRECTED: Final = Text("corr", "更正")
ENTRY_BY: Final = Text(
    "#{entry}  {happened}  {person}",
    "#{entry}  {happened}  {person}",
)
LATE_ENTRY_BY: Final = Text(
    "#{entry}  {happened}  {person}, written {written}",
    "#{entry}  {happened}  {person}，登记于 {written}",
)
CORRECTED_BY: Final = Text(
    "corrected by entry #{entry}; as first written: {said}",
    "已由第 {entry} 条更正；原文：{said}",
)
UNREADABLE: Final = Text("(this entry cannot be read)", "（此条无法读取）")
OFFERED: Final = Text("offered to {person}", "待 {person} 接受")
SINCE: Final = Text("since {time}", "自 {time}")
DUE: Final = Text("due {time}", "时限 {time}")
SENT: Final = Text("sent {time}", "已报 {time}")
SETTLED: Final = Text("settled", "已了结")
IN_FORCE: Final = Text("in force", "生效中")
TO_REVIEW: Final = Text("to review", "待复核")
TO_CONFIRM: Final = Text("to confirm", "待补认")

KIND_WORD: Final[Mapping[str, Text]] = {
    "step": Text("step", "步骤"),
    "task": Text("task", "任务"),
    "report": Text("report", "报送"),
    "message": Text("message", "消息"),
    "measure": Text("measure", "措施"),
    "review": Text("review", "复核"),
    "confirmation": Text("confirm", "补认"),
}
"""By the kind of thing owed."""
REVIEW_OF: Final = Text("review of entry #{entry} (break-glass)", "复核第 {entry} 条（紧急授权）")
KIND_FILTERS: Final[Mapping[str, Text]] = {
    "all": Text("all entries", "全部"),
    "notes": Text("notes and findings", "记录与发现"),
    "decisions": Text("decisions and status", "决策与状态"),
    "steps": Text("steps and tasks", "步骤与任务"),
    "messages": Text("messages and reports", "消息与报送"),
    "calls": Text("escalation and telephone", "升级与电话"),
    "notices": Text("notices", "通知"),
}
"""What the timeline may be narrowed to."""
SHOWING: Final = Text("showing: {what}", "显示：{what}")

SAVED: Final = Text("✓ #{entry} saved {time}", "✓ #{entry} 已保存 {time}")
ALREADY_SO: Final = Text("Nothing to record: it is so already", "无需登记：已是如此")
SAVING: Final = Text("saving..", "正在保存..")
COPIED: Final = Text("Sent to the terminal's clipboard", "已发往终端剪贴板")
NOTHING_SELECTED: Final = Text("No row is selected", "没有选中任何行")
NOT_HERE: Final = Text("This key has nothing to act on here", "此键在这里没有可操作的对象")
FOUND: Final = Text("{n} of {count}", "第 {n}/{count} 处")
NOT_FOUND: Final = Text("not found", "未找到")
SEARCH: Final = Text("find", "查找")
SEARCH_KEYS: Final = Text(
    "Enter next  Up previous  Esc close", "回车 下一个  上箭头 上一个  Esc 关闭"
)
REFRESHED: Final = Text("Read again {time}", "已重新读取 {time}")
QUIT_KEY: Final = Text(
    "q goes back, Ctrl+Q quits; what was typed is kept",
    "按 q 返回，按 Ctrl+Q 退出；已输入的文字会保留",
)
TOO_SMALL: Final = Text(
    "Please enlarge the terminal to 60x16.\nnetfin-incident show ID works at any size.",
    "请将终端放大到 60x16。\nnetfin-incident show 编号 在任何尺寸下可用。",
)
FAULT: Final = Text(
    "netfin-incident stopped because of a fault of its own. What was saved is safe and drafts are kept. Details: {path}\n",
    "netfin-incident 因自身故障退出。已保存的内容完好，草稿已保留。详情：{path}\n",
)
NO_TRACE: Final = Text("(the log file could not be written)", "（日志文件无法写入）")
NO_TERMINAL: Final = Text(
    "This needs a terminal. In scripts use: netfin-incident list, netfin-incident note ID -\n",
    "此功能需要终端。脚本中请用：netfin-incident list、netfin-incident note ID -\n",
)

FIRST_TITLE: Final = Text(
    "Welcome. There is no record yet at {path}", "欢迎使用。{path} 还没有处置日志"
)
FIRST_DEMO: Final = Text(
    "Try the demo: an outage in flight, nothing leaves this machine",
    "体验演示：处置中的一起故障，内容不会离开本机",
)
FIRST_EMPTY: Final = Text("Start empty: make the record there", "新建：在该位置建立处置日志")
FIRST_OPEN: Final = Text("Open another database by its path", "按路径打开另一个数据库")
FIRST_PATH: Final = Text("Path of the database", "数据库路径")
FIRST_KEYS: Final = Text("Enter choose  q quit", "回车 选择  q 退出")
NO_DEMO: Final = Text(
    "Type in the shell: netfin-incident demo", "请在命令行输入：netfin-incident demo"
)
RECORD_KEYS: Final = Text("R try again  Esc to the list  q quit", "R 重试  Esc 回列表  q 退出")
RECORD_TITLE: Final = Text("The record cannot be used", "处置日志无法使用")
CARD_CLOSE: Final = Text("Esc closes this card", "按 Esc 关闭提示卡")

HELP_TITLE: Final = Text("Keys of this screen", "本屏按键")
HELP_KEYS: Final = Text("Enter run  Esc close", "回车 执行  Esc 关闭")
PALETTE_TITLE: Final = Text("What to do, or which incident", "要做什么，或转到哪起事件")
PALETTE_KEYS: Final = Text(
    "Enter run  Up Down choose  Esc close", "回车 执行  上下键 选择  Esc 关闭"
)
GO_TO: Final = Text("go to", "转到")
MENU_KEYS: Final = Text("Enter do  Up Down choose  Esc close", "回车 执行  上下键 选择  Esc 关闭")
