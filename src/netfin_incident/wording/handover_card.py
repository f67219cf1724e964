"""The words of the handover card 交接卡."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

CARD: Final = Text("Handover card", "交接卡")
HEAD: Final = Text("Incident", "事件")
ESCALATION: Final = Text("Escalation", "呼叫升级")
ROLES: Final = Text("Roles", "角色")
VACANT: Final = Text("Vacant", "空缺")
MEASURES: Final = Text("Measures in force", "生效中的措施")
STEPS: Final = Text("Open steps", "待办步骤")
TASKS: Final = Text("Open tasks", "未了任务")
REPORTS: Final = Text("Reports owed", "待报送")
DECISIONS: Final = Text("Last decisions", "最近决策")
NONE: Final = Text("none", "无")
JOINT: Final = Text(", ", "、")

STANDS: Final = Text("{severity}, {status}, for {span}", "{severity}，{status}，已历时 {span}")
LEVEL: Final = Text("response activated: {level}", "已启动响应：{level}")
DECLARED: Final = Text("declared {at} by {person}", "接报时间 {at}，登记人 {person}")
ROLE: Final = Text("{role}: {person}, since {since}", "{role}：{person}，自 {since}")
OFFERED: Final = Text("{role}: offered to {person}", "{role}：待 {person} 接受交接")
MEASURE: Final = Text("{text}", "{text}")
TEMPORARY: Final = Text("{text} (temporary)", "{text}（临时）")
STEP: Final = Text("{what} ({state}) {owner}", "{what}（{state}）{owner}")
TASK: Final = Text("{owner}: {what}", "{owner}：{what}")
REPORT: Final = Text("{kind} to {recipient}", "{kind} {recipient}")
DECISION: Final = Text("{at} {what}: {choice} ({person})", "{at} {what}：{choice}（{person}）")
DUE: Final = Text("due {at}, in {span}", "时限 {at}，剩余 {span}")
OVER: Final = Text("due {at}, OVERDUE by {span}", "时限 {at}，已超时 {span}")

HAVING: Final[Mapping[str, Text]] = {
    "no_policy": Text("nobody is called by itself", "不自动呼叫"),
    "over": Text("over; nobody is called any more", "应急已结束，不再呼叫"),
    "nobody": Text("nobody has acknowledged", "尚无人确认接报"),
    "partly": Text(
        "{count} of {needed} needed have acknowledged: {people}",
        "所需 {needed} 人中已有 {count} 人确认接报：{people}",
    ),
    "more": Text(
        "acknowledged: {people}; escalated since by hand, waits for another acknowledgement",
        "已确认接报：{people}；此后人工升级，等待再次确认接报",
    ),
    "used_up": Text(
        "nobody has acknowledged, all levels are used up", "各级均已呼叫，尚无人确认接报"
    ),
    "somebody": Text("acknowledged: {people}", "已确认接报：{people}"),
}
"""By whether somebody has it."""
NEXT_LEVEL: Final = Text("next: level {level} at {at}", "接下来：{at} 呼叫第 {level} 级")
NEXT_FALLBACK: Final = Text("next: the fallback at {at}", "接下来：{at} 呼叫兜底联系人")
REMINDER: Final = Text("reminder at {at} where nothing is recorded by then", "如无进展，{at} 提醒")
VOID: Final = Text(
    "reminded; void at {at} where nothing is recorded by then", "已提醒；如无进展，{at} 确认失效"
)
