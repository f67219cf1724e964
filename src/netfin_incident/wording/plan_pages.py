"""The headings and lines of `playbook show`; what a step's kind asks for is said by `screen_steps`."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.text import Text

SEVERITY_SHOWN: Final = Text(
    "as it is at this severity: 1 (worst) to 4", "按此事件等级显示：1（最高）至 4"
)
STEP_SHOWN: Final = Text("everything about this step", "显示此步骤的全部内容")

STATUS: Final = Text("status", "状态")
STATUSES: Final[Mapping[str, Text]] = {
    "draft": Text("draft", "草稿"),
    "approved": Text("approved", "已审批"),
    "retired": Text("retired", "已停用"),
}
GOAL: Final = Text("goal", "目标")
OWNER: Final = Text("owner", "维护部门")
CATEGORY: Final = Text("category", "类别")
CATEGORIES: Final[Mapping[str, Text]] = {
    "security": Text("security", "网络与信息安全"),
    "operations": Text("operations", "运行中断"),
    "financial": Text("financial", "资金与流动性"),
    "third-party": Text("third party", "第三方"),
    "compliance": Text("compliance", "合规"),
    "reputation": Text("reputation", "声誉"),
}

ROLES: Final = Text("Roles", "角色")
REQUIRED: Final = Text("required", "必设")
REQUIRED_AT: Final = Text("required at {grades}", "{grades}必设")
BACKUP: Final = Text("backup: {role}", "备岗：{role}")
APART: Final = Text("Not to be held together: {pairs}", "不得兼任：{pairs}")
PAIR: Final = Text("{one} and {other}", "{one}与{other}")

ALONGSIDE: Final = Text("{phase} (alongside the phase before)", "{phase}（与上一阶段同时）")
MUST: Final = Text("required", "必做")
MUST_AT: Final = Text("required at {grades}", "{grades}必做")
DUE: Final = Text("due in {span}", "时限 {span}")
WHEN: Final = Text("when {condition}", "适用条件：{condition}")
SUGGESTED_WHEN: Final = Text("suggested when {condition}", "建议条件：{condition}")
NEEDS: Final = Text("needs {steps}", "须先完成 {steps}")
INTO: Final = Text("fills in {facts}", "填写：{facts}")
EVIDENCE: Final = Text("evidence: {kinds}", "证据：{kinds}")
EVIDENCE_ONE: Final = Text("{id} ({kind})", "{id}（{kind}）")
EVIDENCE_MUST: Final = Text("{id} ({kind}, required)", "{id}（{kind}，必需）")
BRANCH: Final = Text("> {name} [{id}]", "> {name} [{id}]")
UNDER: Final = Text("in {branch} of step {step}", "属步骤 {step} 的“{branch}”")
QUORUM: Final = Text("takes {quorum} people", "须 {quorum} 人审批")
ROUNDS: Final = Text("at most {most} rounds", "最多 {most} 轮")
RATIONALE: Final = Text("the reasons must be given", "须写明理由")
TEMPLATE: Final = Text("words to send:", "文字模板：")
TIMEOUT: Final = Text("stopped after {span}", "{span}后中止")
CAPTURES: Final = Text("its output tells {name}: {pattern}", "由输出得出{name}：{pattern}")
EXPECTS: Final = Text("its output must contain: {pattern}", "输出须包含：{pattern}")
SHARED: Final = Text(
    "shared work “{name}”: done once for all playbooks", "共用工作“{name}”：多个预案只做一次"
)
IN_DRILL: Final[Mapping[str, Text]] = {
    "simulate": Text("in a drill: only played", "演练时仅作模拟"),
    "skip": Text("in a drill: left out", "演练时跳过"),
}

QUESTIONS: Final = Text("Facts that are asked for", "需要明确的要素")
ASKED_OF: Final = Text("asked of {role}", "由{role}回答")
CHOICES: Final = Text("one of: {choices}", "可选：{choices}")
AT_FIRST: Final = Text("at first {value}", "初始为{value}")
CLOCKS: Final = Text("Regulatory clocks", "监管时限")
CLOCK_STEP: Final = Text("satisfied by {step}", "由步骤 {step} 满足")
RESOURCES: Final = Text("Resources", "应急资源")
RESOURCE_KINDS: Final[Mapping[str, Text]] = {
    "tool": Text("tool", "工具"),
    "contact": Text("contact", "联系人"),
    "system": Text("system", "系统"),
    "funds": Text("funds", "资金"),
    "document": Text("document", "资料"),
    "site": Text("site", "场所"),
    "service": Text("service", "服务"),
}
WHERE: Final = Text("at {place}", "位置：{place}")
KEPT_BY: Final = Text("kept ready by {role}", "保管：{role}")
RTO: Final = Text("back within {span}", "恢复时间目标 {span}")
RPO: Final = Text("may lose data of {span}", "恢复点目标 {span}")
METRICS: Final = Text("Metrics", "指标")
METRIC: Final = Text("from {start} to {end}", "自{start}至{end}")
TARGET: Final = Text("within {span}", "目标 {span}")
INJECTS: Final = Text("Drill injects", "演练情景注入")
INJECT: Final = Text("after {span} to {role}", "{span}后告知{role}")
EXPECTED: Final = Text("expected: {steps}", "应采取：{steps}")
