"""The words of notices: why somebody is told, what it is about, and what to do now."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text

SUBJECT: Final = Text("[{severity}] {id} {title} — {ask}", "[{severity}] {id} {title} — {ask}")
SHORT: Final = Text("{id} {severity} {title} {ask}", "{id} {severity} {title} {ask}")
SHORT_SEVERITIES: Final[Mapping[Severity, Text]] = {
    Severity.S1: Text("I", "Ⅰ级"),
    Severity.S2: Text("II", "Ⅱ级"),
    Severity.S3: Text("III", "Ⅲ级"),
    Severity.S4: Text("IV", "Ⅳ级"),
}
SHORT_CODE: Final = Text("code {code}", "确认码 {code}")
CUT: Final = "…"
ASKS: Final[Mapping[Purpose, Text]] = {
    Purpose.PAGE: Text("please acknowledge", "请确认"),
    Purpose.FALLBACK: Text("fallback called, please acknowledge", "已呼叫兜底，请确认"),
    Purpose.REMINDER: Text("please record progress", "请登记进展"),
    Purpose.STEP_LATE: Text("a step is late", "步骤超时"),
    Purpose.STEP_UNASSIGNED: Text("a role is vacant", "角色空缺"),
    Purpose.ROLE_ASSIGNED: Text("you were given a role", "您已被指派角色"),
    Purpose.ROLE_TAKEN: Text("your role passed on", "您的角色已移交"),
    Purpose.HANDOVER_OFFERED: Text("a role is offered to you", "请接任角色"),
    Purpose.HANDOVER_UNANSWERED: Text("a handover is not answered", "交接久未答复"),
}
"""By purpose: the end of the subject."""
SHORT_ASK: Final = Text("please ack", "请确认")
"""Of every call to a telephone."""

IS_DRILL: Final = Text(
    "This is a DRILL, nothing of it is real.", "这是演练，不是真实事件。"
)  # fmt: skip
CALLED: Final = Text(
    "You are called: level {level} of {levels}, round {round}.",
    "现呼叫您：第 {level} 级（共 {levels} 级），第 {round} 轮。",
)
CALLED_GROUP: Final = Text(
    "Level {level} of {levels} is called, round {round}.",
    "现呼叫第 {level} 级（共 {levels} 级），第 {round} 轮。",
)
BECAUSE: Final = Text("Why: {because}.", "原因：{because}。")
ASKED: Final = Text("{person} asked for more people.", "{person} 要求增派人员。")
ASKED_WHY: Final = Text(
    "{person} asked for more people: {reason}", "{person} 要求增派人员：{reason}"
)
VOID: Final = Text(
    "The acknowledgement of {people} is void: nothing was recorded since.",
    "{people} 的确认接报已失效：此后没有任何登记。",
)
USED_UP: Final = Text(
    "All levels were called, and the answer that is needed did not come in time.",
    "各级均已呼叫，限时内未得到所需的确认接报。",
)
FALLBACK: Final = Text("The fallback is called, time {time}.", "现第 {time} 次呼叫兜底联系人。")
REMINDED: Final = Text(
    "You acknowledged, and nothing has been recorded since {since}.",
    "您已确认接报，但自 {since} 起没有任何登记。",
)
REMINDED_UNTIL: Final = Text(
    "Without an entry the next level is called at {until}.",
    "如仍无登记，{until} 起继续呼叫下一级。",
)
STEP_LATE: Final = Text(
    "Step “{step}” is late: it was due at {due}.", "步骤“{step}”已超时：应于 {due} 完成。"
)
STEP_SOON: Final = Text(
    "Step “{step}” has used {percent}% of its time: it is due at {due}.",
    "步骤“{step}”已用去时限的 {percent}%：应于 {due} 完成。",
)
STEP_GONE: Final = Text("Step “{step}” was late.", "步骤“{step}”曾超时。")
STEP_HELD: Final = Text("It is for {role}: {person}.", "由{role}负责：{person}。")
VACANT: Final = Text(
    "Steps are ready for {role}, and nobody holds that role.", "有步骤待{role}执行，但该角色空缺。"
)
GIVEN: Final = Text("You now hold the role {role}.", "您现在担任{role}。")
PASSED_ON: Final = Text(
    "You no longer hold the role {role}. It is held by: {person}.",
    "您不再担任{role}。现由：{person}。",
)
OFFERED: Final = Text("{by} offers you the role {role}.", "{by} 请您接任{role}。")
OFFERED_ONCE: Final = Text("The role {role} was offered to you.", "曾请您接任{role}。")
BRIEF: Final = Text("Brief: {brief}", "交接说明：{brief}")
UNANSWERED: Final = Text(
    "{by} offered the role {role} to {to} at {at}, without an answer. Until then it stays with: {holder}.",
    "{by} 于 {at} 请 {to} 接任{role}，尚未答复。在此之前仍由：{holder}。",
)
UNANSWERED_ONCE: Final = Text(
    "A handover of the role {role} was not answered in time.", "{role}的交接未及时答复。"
)
NOBODY: Final = Text("nobody", "无人")

WHAT: Final = Text("What: {title}", "事件：{title}")
STATE: Final = Text("Severity: {severity} · status: {status}", "等级：{severity} · 状态：{status}")
SERVICE: Final = Text("Service: {service}", "业务服务：{service}")
DECLARED: Final = Text("Declared: {at} by {by}", "接报登记：{at}，{by}")
SINCE: Final = Text("Going on since: {at}", "发生时间：{at}")
COMMANDER: Final = Text("Commander: {person}", "现场指挥：{person}")

DO: Final = Text("Do now: {command}", "请执行：{command}")
CODE: Final = Text(
    "Or read this code to a colleague at a terminal: {code}",
    "或将此确认码念给终端前的同事：{code}",
)
CODE_COMMAND: Final = Text("They type: {command}", "同事输入：{command}")
ALSO: Final = Text("Also called: {people}", "同时呼叫：{people}")
NEXT: Final = Text(
    "Unless somebody acknowledges, the escalation goes on at {at}.",
    "如无人确认，{at} 继续升级呼叫。",
)
CHANGED: Final = Text(
    "The state may have changed since {at}. Journal: {head}",
    "{at} 之后情况可能已有变化。处置日志：{head}",
)
JOINT: Final = Text(", ", "、")

DIGEST_SUBJECT: Final = Text(
    "{count} notices, the worst: [{severity}] {id}", "{count} 条通知，最高等级：[{severity}] {id}"
)
DIGEST_HEAD: Final = Text("{count} notices wait for you:", "您有 {count} 条通知：")
DIGEST_ROW: Final = Text(
    "{number}. [{severity}] {id} {title} — {ask}", "{number}. [{severity}] {id} {title} — {ask}"
)
DIGEST_CODE: Final = Text("   code for a colleague: {code}", "   确认码（念给同事）：{code}")
DIGEST_DO: Final = Text("See what each asks for: {command}", "逐条查看：{command}")
