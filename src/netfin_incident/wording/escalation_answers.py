"""What the command line says about escalation policies: a parameter, then its answers."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.escalation import TargetKind
from netfin_incident.domain.text import Text

POLICY: Final = Text("policy id; all if left out", "策略标识；不填时为全部")

NO_POLICIES: Final = Text(
    "there are no escalation policies; their file would be looked for here: {path}",
    "没有升级策略；会在此处查找其文件：{path}",
)
CHECKED: Final = Text(
    "Nothing to mend. Policies: {policies}; rules: {rules}; days ahead: {days}",
    "已检查 {policies} 个策略、{rules} 条规则、今后 {days} 天，没有问题",
)

TARGETS: Final[Mapping[TargetKind, Text]] = {
    TargetKind.PERSON: Text("person", "人员"),
    TargetKind.ROLE: Text("role", "角色"),
    TargetKind.TEAM: Text("team", "团队"),
    TargetKind.ROTATION: Text("rotation", "轮值"),
    TargetKind.CHANNEL: Text("channel", "渠道"),
}
LEVEL_HEAD: Final = Text("level", "层级")
CALLS_HEAD: Final = Text("calls", "呼叫")
WAIT_HEAD: Final = Text("answers within", "应答时限")
NOW_HEAD: Final = Text("now", "当前")
FALLBACK: Final = Text("fallback", "兜底")
AGAIN: Final = Text("again every {span}", "每 {span} 重复")
ANSWERS: Final = Text("{span}, {count} answers", "{span}，须 {count} 人确认")
NOBODY: Final = Text("nobody", "无人")
NO_WAY: Final = Text("{person} (to be dialled)", "{person}（须拨打）")
NOT_NOW: Final = Text("not called at this time", "此时不呼叫")
ONLY: Final = Text("only {limits}", "仅 {limits}")

START: Final = Text("first call after", "首次呼叫延迟")
ROUNDS: Final = Text("rounds", "轮次")
HOLDS: Final = Text("acknowledgement holds", "确认有效时长")
GRACE: Final = Text("void after the reminder", "提醒后作废")
UNASSIGNED: Final = Text("step without anybody", "步骤无人负责")
USED_FOR: Final = Text("used for", "适用于")
EVERYTHING: Final = Text("everything else", "其余全部")
FOR_EVER: Final = Text("for ever", "不限")
SERVICES: Final = Text("services {names}", "业务服务 {names}")
SEVERITIES: Final = Text("severity {grades}", "等级 {grades}")
UNPAGED: Final = Text("nobody is called", "不呼叫任何人")
