"""The words in which the differences between two plans are said."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.playbook.comparing import Section
from netfin_incident.domain.text import Text

FIRST: Final = Text("playbook id, file, or ID@VERSION", "预案标识、文件或 ID@版本")
SECOND: Final = Text(
    "the one it is compared with; a VERSION is a revision or the first digits of a hash",
    "与之比较者；版本写版次或摘要前若干位",
)
EQUAL: Final = Text("{one} and {other} say the same", "{one} 与 {other} 内容相同")
EQUAL_PLANS: Final = Text(
    "{one} and {other} are the same plan; only comments or paperwork differ",
    "{one} 与 {other} 的处置内容相同，仅注释或说明性字段不同",
)
COUNTED: Final = Text(
    "{count} differences from {one} to {other}", "{one} 与 {other} 有 {count} 处不同"
)

SECTIONS: Final[Mapping[Section, Text]] = {
    Section.PLAYBOOK: Text("Playbook", "预案"),
    Section.ROLES: Text("Roles", "角色"),
    Section.VARIABLES: Text("Facts that are asked for", "需要明确的要素"),
    Section.PHASES: Text("Phases", "阶段"),
    Section.STEPS: Text("Steps", "步骤"),
    Section.CLOCKS: Text("Regulatory clocks", "监管时限"),
    Section.RESOURCES: Text("Resources", "应急资源"),
    Section.METRICS: Text("Metrics", "指标"),
    Section.DRILLS: Text("Drill injects", "演练情景注入"),
}

ADDED: Final = Text("added: {thing}", "新增：{thing}")
REMOVED: Final = Text("removed: {thing}", "删除：{thing}")
IN_PLACE: Final = Text(", in {place}", "，位于{place}")
UNDER: Final = Text("{phase}, under {holder}/{branch}", "{phase}，{holder}/{branch} 之下")
OF_ITEM: Final = Text("{name} of {item}", "{item} 的{name}")
AT_GRADES: Final = Text("{name} at {grades}", "{grades}的{name}")
BECAME: Final = Text("{name}: {before} → {after}", "{name}：{before} → {after}")
GAINED: Final = Text("{name} added: {value}", "新增{name}：{value}")
LOST: Final = Text("{name} removed: {value}", "取消{name}：{value}")
RENAMED: Final = Text(
    "{name}: {before} → {after} ({languages})", "{name}：{before} → {after}（{languages}）"
)
REWORDED: Final = Text("{name}: wording changed ({languages})", "{name}：文字有改动（{languages}）")
REORDERED: Final = Text("{name}: in another order", "{name}：顺序有变")
JOINED: Final = Text("{name} added: {items}", "新增{name}：{items}")
LEFT: Final = Text("{name} removed: {items}", "取消{name}：{items}")
NOW_REQUIRED: Final = Text("now required", "改为必须")
NOT_REQUIRED: Final = Text("no longer required", "不再必须")
NOW_REQUIRED_AT: Final = Text("now required at {grades}", "{grades}改为必须")
NOT_REQUIRED_AT: Final = Text("no longer required at {grades}", "{grades}不再必须")
ENGLISH: Final = Text("English", "英文")
CHINESE: Final = Text("Chinese", "中文")
NOTHING: Final = Text("none", "无")
GIVE_UP: Final = Text("the rest is given up", "终止其余步骤")

IN_DRILL: Final[Mapping[str, Text]] = {
    "do": Text("done", "照常执行"),
    "simulate": Text("only played", "仅作模拟"),
    "skip": Text("left out", "跳过"),
}

SPANS: Final = ("wait", "every", "revisit_after", "timeout", "rto", "rpo", "target", "at")
"""Fields that hold seconds."""

FIELDS: Final[Mapping[str, Text]] = {
    "id": Text("id", "标识"),
    "revision": Text("revision", "版次"),
    "status": Text("status", "状态"),
    "name": Text("name", "名称"),
    "goal": Text("goal", "目标"),
    "category": Text("category", "类别"),
    "separation": Text("roles held apart", "不得兼任"),
    "keywords": Text("keywords", "关键词"),
    "services": Text("services", "业务服务"),
    "indicators": Text("indicators", "风险指标"),
    "backup": Text("backup", "备岗"),
    "duty": Text("duty", "职责"),
    "kind": Text("kind", "种类"),
    "question": Text("question", "问题"),
    "choices": Text("choice", "选项"),
    "value": Text("value at first", "初始值"),
    "order": Text("order", "顺序"),
    "alongside": Text("alongside the phase before", "与上一阶段同时"),
    "verb": Text("kind of step", "步骤种类"),
    "title": Text("title", "标题"),
    "place": Text("place", "位置"),
    "role": Text("role", "角色"),
    "due": Text("due", "时限"),
    "needs": Text("needs", "前置步骤"),
    "evidence": Text("evidence", "证据"),
    "evidence.required": Text("evidence required", "证据必需"),
    "body": Text("guidance", "操作说明"),
    "options": Text("option", "方案"),
    "when": Text("condition", "适用条件"),
    "suggest": Text("suggestion", "建议条件"),
    "until": Text("until", "结束条件"),
    "rationale_required": Text("reasons must be given", "须写明理由"),
    "milestone": Text("milestone", "里程碑"),
    "warning": Text("warning", "注意事项"),
    "checks": Text("checks", "核对项"),
    "ask": Text("facts asked for", "询问的要素"),
    "sets": Text("facts that it sets", "完成后即明确"),
    "approval": Text("approval", "审批"),
    "by": Text("approvers", "审批角色"),
    "quorum": Text("number of approvers", "审批人数"),
    "apart_from": Text("not by who did", "经办人回避"),
    "notice": Text("notice", "通知"),
    "audience": Text("audience", "告知对象"),
    "channel": Text("channel", "渠道"),
    "template": Text("words to send", "文字模板"),
    "reporting": Text("report", "报送"),
    "recipient": Text("recipient", "报送对象"),
    "clock": Text("clock", "时限编号"),
    "wait": Text("waiting time", "等待时长"),
    "any_arm": Text("one arm is enough", "任一分支完成即可"),
    "round": Text("rounds", "轮次"),
    "most": Text("most rounds", "最多轮数"),
    "every": Text("time between rounds", "每轮间隔"),
    "each": Text("one round for each of", "逐项进行"),
    "call": Text("playbook called", "调用预案"),
    "command": Text("command", "命令"),
    "run": Text("command line", "命令行"),
    "risk": Text("risk", "风险"),
    "approve": Text("consent of", "须经同意"),
    "undo": Text("way to take it back", "撤销办法"),
    "timeout": Text("stopped after", "中止时限"),
    "capture": Text("facts read from the output", "由输出得出"),
    "expect": Text("expected", "预期"),
    "on_fail": Text("on failure", "未成功时"),
    "goto": Text("on failure, go to", "未成功时转"),
    "escalate": Text("escalation", "升级告知"),
    "on_fail.escalate": Text("on failure, tell", "未成功时告知"),
    "abort": Text("on failure, give up the rest", "未成功时终止其余步骤"),
    "shared": Text("shared work", "共用工作"),
    "drill": Text("in a drill", "演练时"),
    "revisit_after": Text("looked at again after", "复评时间"),
    "links": Text("links", "链接"),
    "step": Text("satisfied by", "满足步骤"),
    "where": Text("where it is", "位置"),
    "owner": Text("kept ready by", "保管角色"),
    "rto": Text("recovery time objective", "恢复时间目标"),
    "rpo": Text("recovery point objective", "恢复点目标"),
    "start": Text("from", "起点"),
    "end": Text("to", "终点"),
    "target": Text("target", "目标值"),
    "at": Text("time", "时间"),
    "to": Text("told to", "告知"),
    "text": Text("news", "内容"),
}
"""By the field's name, or by its path where the name alone would mislead."""
