"""What the commands about severity criteria answer."""

from typing import Final

from netfin_incident.domain.text import Text

SET: Final = Text(
    "an answer that is known: customers=12000 (several times)",
    "已确定的答复，如 customers=12000（可多次）",
)
ESTIMATE: Final = Text(
    "an answer that is estimated: duration=45m (several times)",
    "估计的答复，如 duration=45m（可多次）",
)

FORGET: Final = Text(
    "a question whose answer is not known any more (several times)", "不再明确的问题（可多次）"
)
NOTHING_STATED: Final = Text(
    "{id}: nothing was said of the impact; answer with --set NAME=VALUE or --estimate NAME=VALUE",
    "{id}：影响情况尚未填写；请用 --set NAME=VALUE 或 --estimate NAME=VALUE 填写",
)
STATED_BY: Final = Text("{person}, {time}", "{person}，{time}")
STANDS_AT: Final = Text(
    "the incident is graded {severity}; change it with netfin-incident severity {id} {grade}",
    "事件现为{severity}；可用 netfin-incident severity {id} {grade} 变更",
)
NO_CRITERIA: Final = Text(
    "the firm has no criteria of severity; their file would be looked for here: {path}",
    "没有本机构的分级标准；会在此处查找其文件：{path}",
)
CHECKED: Final = Text("{count} criteria, nothing to say", "已检查 {count} 条标准，没有问题")
FIRM: Final = Text("The firm's criteria:", "本机构分级标准：")
OTHERWISE: Final = Text("otherwise: {severity}", "其他情形：{severity}")
SOURCE: Final = Text("source: {source}", "依据：{source}")
LEVEL: Final = {
    "firm": Text("the firm's own rule", "本机构规定"),
    "primary": Text("primary text read", "已核对原文"),
    "secondary": Text("secondary text, to be verified", "转引，待核实"),
    "draft": Text("draft, not in force as read", "征求意见稿，待核实"),
}
CHECKED_ON: Final = Text("checked on {day}", "核对于 {day}")
BY_LAW: Final = Text("By law:", "法规分类：")
ALL_OF: Final = Text("all of:", "同时满足：")
ANY_OF: Final = Text("any of:", "满足任一：")
SOME_OF: Final = Text("at least {count} of:", "至少满足 {count} 项：")
ARTICLE: Final = Text("art. {name}", "第 {name} 条")
QUESTIONS: Final = Text("Questions:", "问卷问题：")

PROPOSED: Final = Text("proposed: {severity}", "建议等级：{severity}")
DECIDED_BY: Final = Text("decided by: {name} ({tests})", "决定性标准：{name}（{tests}）")
NONE_REACHED: Final = Text(
    "no threshold is reached by the answers so far", "已有答复未达到任何阈值"
)
ON_ESTIMATES: Final = Text(
    "without the estimates it would be another grade", "去掉估计值后等级会不同"
)
COULD_BECOME: Final = Text(
    "could still become {severity}: {tests}", "仍可能升至 {severity}：{tests}"
)
HOLDS: Final = Text("yes", "是")
HOLDS_NOT: Final = Text("no", "否")
OPEN: Final = Text("open: {tests}", "待明确：{tests}")
FLOOR: Final = Text("at least {severity}", "不低于 {severity}")
VERDICT: Final = Text("{name}: {verdict}", "{name}：{verdict}")
ESTIMATED: Final = Text("(estimate)", "（估计）")
AND: Final = Text("; ", "；")
