"""The name of every member of the incident domain's closed lists, in English and in Chinese.

Labels stand in cells and inside sentences, so English ones begin with a small letter.  Lists are
kept by type, because members of different lists may share a stored value.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from netfin_incident.domain.incident.checklist import ObstacleKind
from netfin_incident.domain.incident.deadlines import DeadlineKind
from netfin_incident.domain.playbook import VariableKind, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    DefinitionKind,
    Field,
    Known,
    MessageState,
    Milestone,
    Mode,
    NoteKind,
    Origin,
    Precision,
    Reasoned,
    Relation,
    ReportKind,
    Reserved,
    Role,
    Status,
    StepState,
    TaskState,
)

_LABELS: Final[Mapping[type[Enum], Mapping[Enum, Text]]] = {
    Mode: {
        Mode.LIVE: Text("LIVE", "真实事件"),
        Mode.DRILL: Text("DRILL", "演练"),
    },
    Origin: {
        Origin.NATIVE: Text("recorded as it happened", "实时登记"),
        Origin.IMPORTED: Text("imported", "导入"),
        Origin.BACKFILLED: Text("backfilled", "补录"),
    },
    Status: {
        Status.DECLARED: Text("declared", "已接报·研判中"),
        Status.RESPONDING: Text("responding", "处置中"),
        Status.CONTAINED: Text("contained", "已控制"),
        Status.RECOVERED: Text("recovered", "业务已恢复"),
        Status.RESOLVED: Text("resolved", "应急结束"),
        Status.IN_REVIEW: Text("in review", "总结评估与整改"),
        Status.CLOSED: Text("closed", "已关闭"),
        Status.CANCELLED: Text("cancelled", "已撤销"),
    },
    CancelKind: {
        CancelKind.FALSE_ALARM: Text("false alarm", "误报"),
        CancelKind.DUPLICATE: Text("duplicate", "重复登记"),
        CancelKind.EXTERNAL: Text("external", "外部事件"),
        CancelKind.BELOW_THRESHOLD: Text("below the threshold", "未达突发事件标准"),
    },
    Severity: {
        Severity.S1: Text("I (critical)", "Ⅰ级 特别重大"),
        Severity.S2: Text("II (major)", "Ⅱ级 重大"),
        Severity.S3: Text("III (moderate)", "Ⅲ级 较大"),
        Severity.S4: Text("IV (minor)", "Ⅳ级 一般"),
    },
    Role: {
        Role.LEADER: Text("leader", "总指挥"),
        Role.COMMANDER: Text("commander", "现场指挥"),
        Role.DEPUTY: Text("deputy", "副指挥"),
        Role.TECHNICAL: Text("technical", "技术处置"),
        Role.BUSINESS: Text("business", "业务处置"),
        Role.SETTLEMENT: Text("settlement", "清算对账"),
        Role.CUSTOMER_SERVICE: Text("customer service", "客户服务"),
        Role.COMMUNICATIONS: Text("communications", "信息发布"),
        Role.LIAISON: Text("liaison", "监管报送"),
        Role.LEGAL: Text("legal", "法律合规"),
        Role.SUPPORT: Text("support", "应急保障"),
        Role.SCRIBE: Text("scribe", "记录"),
    },
    Milestone: {
        Milestone.ONSET: Text("onset", "事件发生"),
        Milestone.DETECTED: Text("detected", "监测发现"),
        Milestone.AWARE: Text("aware", "发现或获知"),
        Milestone.REPORTED: Text("reported", "首次报送"),
        Milestone.ACKNOWLEDGED: Text("acknowledged", "确认接报"),
        Milestone.DECLARED: Text("declared", "接报登记"),
        Milestone.ACTIVATED: Text("activated", "启动响应"),
        Milestone.CLASSIFIED: Text("classified", "事件定级"),
        Milestone.CONTAINED: Text("contained", "事态控制"),
        Milestone.RECOVERED: Text("recovered (service)", "业务恢复"),
        Milestone.RECONCILED: Text("reconciled (books)", "对账平"),
        Milestone.RESOLVED: Text("resolved", "应急结束"),
    },
    Precision: {
        Precision.EXACT: Text("exact", "精确"),
        Precision.MINUTE: Text("to the minute", "精确到分"),
        Precision.APPROXIMATE: Text("approximate", "大约"),
    },
    Basis: {
        Basis.PHONE: Text("by phone", "电话"),
        Basis.IN_PERSON: Text("in person", "当面"),
        Basis.MESSAGE: Text("by message", "消息"),
    },
    Known: {
        Known.OS_USER: Text("system account", "系统账户"),
        Known.ASSERTED: Text("as asserted", "自报身份"),
        Known.IMPORTED: Text("from a written log", "日志导入"),
        Known.PROGRAM: Text("the program itself", "程序自动"),
    },
    NoteKind: {
        NoteKind.NOTE: Text("note", "记录"),
        NoteKind.FINDING: Text("finding", "发现"),
        NoteKind.HYPOTHESIS: Text("hypothesis", "推测"),
        NoteKind.TODO: Text("to do", "待办"),
    },
    TaskState: {
        TaskState.GIVEN: Text("given", "已下达"),
        TaskState.ACKNOWLEDGED: Text("acknowledged", "已确认"),
        TaskState.DONE: Text("done", "已完成"),
        TaskState.FAILED: Text("failed", "未能完成"),
        TaskState.CANCELLED: Text("cancelled", "已取消"),
    },
    MessageState: {
        MessageState.DRAFT: Text("draft", "草稿"),
        MessageState.APPROVED: Text("approved", "已审批"),
        MessageState.SENT: Text("sent", "已发出"),
        MessageState.FAILED: Text("failed", "发送失败"),
    },
    ReportKind: {
        ReportKind.INITIAL: Text("initial report", "初报"),
        ReportKind.PROGRESS: Text("progress report", "续报"),
        ReportKind.FINAL: Text("final report", "终报"),
    },
    Relation: {
        Relation.PARENT_OF: Text("the parent of", "包含"),
        Relation.CHILD_OF: Text("a part of", "从属于"),
        Relation.RELATED: Text("related to", "关联"),
        Relation.DUPLICATE_OF: Text("a duplicate of", "重复于"),
        Relation.CAUSED_BY: Text("caused by", "起因于"),
        Relation.RECURRENCE_OF: Text("a recurrence of", "复发自"),
    },
    StepState: {
        StepState.DORMANT: Text("not yet its turn", "未到"),
        StepState.BLOCKED: Text("to be clarified", "待明确"),
        StepState.READY: Text("ready", "待执行"),
        StepState.WAITING: Text("waiting", "等待中"),
        StepState.ACTIVE: Text("in progress", "进行中"),
        StepState.FAILED: Text("failed", "未成功"),
        StepState.DONE: Text("done", "已完成"),
        StepState.SKIPPED: Text("skipped", "已跳过"),
        StepState.NOT_APPLICABLE: Text("not applicable", "不适用"),
    },
    Verb: {
        Verb.DO: Text("do", "执行"),
        Verb.ASK: Text("ask", "询问"),
        Verb.DECIDE: Text("decide", "决策"),
        Verb.APPROVE: Text("approve", "审批"),
        Verb.NOTIFY: Text("notify", "通知"),
        Verb.REPORT: Text("report", "报送"),
        Verb.WAIT: Text("wait", "等待"),
        Verb.PARALLEL: Text("in parallel", "并行"),
        Verb.REPEAT: Text("repeat", "循环"),
        Verb.CALL: Text("call", "调用预案"),
        Verb.MILESTONE: Text("milestone", "里程碑"),
        Verb.NOTE: Text("note", "提示"),
    },
    VariableKind: {
        VariableKind.FLAG: Text("yes or no", "是否"),
        VariableKind.NUMBER: Text("number", "数字"),
        VariableKind.PERCENT: Text("percentage", "百分比"),
        VariableKind.MONEY: Text("money", "金额"),
        VariableKind.DURATION: Text("length of time", "时长"),
        VariableKind.TEXT: Text("text", "文字"),
        VariableKind.CHOICE: Text("choice", "选项"),
        VariableKind.LIST: Text("list", "列表"),
    },
    DeadlineKind: {
        DeadlineKind.STEP: Text("step", "步骤"),
        DeadlineKind.TASK: Text("task", "限时任务"),
        DeadlineKind.UPWARD_REPORT: Text("upward report", "报送"),
        DeadlineKind.BREAK_GLASS_REVIEW: Text("break-glass review", "紧急授权复核"),
    },
    ObstacleKind: {
        ObstacleKind.FUNDS_UNKNOWN: Text("funds not stated", "资金影响未说明"),
        ObstacleKind.BOOKS_OPEN: Text("books not reconciled", "对账未平"),
        ObstacleKind.REQUIRED_STEP_OPEN: Text("required step open", "必做步骤未完成"),
        ObstacleKind.HANDOVER_PENDING: Text("handover unanswered", "交接待确认"),
        ObstacleKind.TASK_OPEN: Text("task open", "限时任务未了结"),
        ObstacleKind.MESSAGE_UNSENT: Text("message not sent", "消息未发出"),
        ObstacleKind.REPORT_UNSENT: Text("upward report not sent", "报送未完成"),
        ObstacleKind.REVIEW_OWED: Text("break-glass not reviewed", "紧急授权待复核"),
        ObstacleKind.SECOND_UNCONFIRMED: Text("second person not confirmed", "第二人未确认"),
        ObstacleKind.EVIDENCE_MISSING: Text("evidence missing", "必需证据未登记"),
        ObstacleKind.MEASURE_IN_FORCE: Text("temporary measure in force", "临时措施未解除"),
    },
    DefinitionKind: {
        DefinitionKind.PLAYBOOK: Text("playbook", "预案"),
        DefinitionKind.ROSTER: Text("roster", "值班表"),
    },
    Reserved: {
        Reserved.SEVERITY: Text("severity", "事件等级"),
        Reserved.LEVEL: Text("response level", "响应级别"),
        Reserved.MODE: Text("mode", "事件性质"),
        Reserved.SERVICE: Text("service", "业务服务"),
    },
    Field: {
        Field.TITLE: Text("title", "标题"),
        Field.TEXT: Text("text", "正文"),
        Field.PERSON: Text("person", "人员"),
        Field.ROLE: Text("role", "应急角色"),
        Field.REASON: Text("reason", "原因"),
        Field.AUTHORISED_BY: Text("name of the authoriser", "授权人"),
        Field.BRIEF: Text("handover brief", "交接说明"),
        Field.HOW: Text("account of how it became known", "获知方式"),
        Field.NOTE: Text("note", "备注"),
        Field.AMOUNT: Text("amount", "金额"),
        Field.SUSPENSE: Text("suspense balance", "挂账余额"),
        Field.QUESTION: Text("question to decide", "决策事项"),
        Field.CHOICE: Text("decision", "决策结论"),
        Field.OPTION: Text("option", "备选方案"),
        Field.RATIONALE: Text("rationale", "决策理由"),
        Field.OBJECTIONS: Text("account of objections", "反对意见"),
        Field.AUDIENCE: Text("audience", "发送对象"),
        Field.CHANNEL: Text("channel", "渠道"),
        Field.RECIPIENT: Text("recipient", "报送对象"),
        Field.RECEIPT: Text("receipt", "回执"),
        Field.REFERENCE: Text("reference to the evidence", "证据位置"),
        Field.NAME: Text("name of the evidence", "证据名称"),
        Field.SERVICE: Text("service", "业务服务"),
        Field.KEY: Text("alarm key", "告警标识"),
        Field.VALUE: Text("answer", "回答"),
        Field.SOURCE: Text("source", "来源"),
        Field.DOCUMENT: Text("document number", "文号"),
    },
    Reasoned: {
        Reasoned.REOPENING: Text("reopening the incident", "重新启动处置"),
        Reasoned.GOING_BACK: Text("going back to an earlier status", "退回之前的处置状态"),
        Reasoned.CANCELLING: Text("cancelling the incident", "撤销事件"),
        Reasoned.LOWERING_SEVERITY: Text("lowering the severity", "下调等级"),
        Reasoned.TAKING_ROLE: Text("taking over a role", "强制接管角色"),
        Reasoned.RELEASING_ROLE: Text("releasing another person's role", "解除他人担任的角色"),
        Reasoned.ENDING_HANDOVER: Text("ending a handover", "终止交接"),
        Reasoned.SKIPPING: Text("skipping a step", "跳过步骤"),
        Reasoned.REOPENING_STEP: Text("reopening a step", "重新打开步骤"),
        Reasoned.FAILING_STEP: Text("calling a step failed", "将步骤记为未成功"),
        Reasoned.GIVING_UP_PLAYBOOK: Text("giving up a playbook", "终止执行预案"),
        Reasoned.CORRECTING: Text("correcting an entry", "更正记录"),
        Reasoned.FAILING: Text("giving up a task", "将任务记为未能完成"),
        Reasoned.QUARANTINING: Text("holding a notice back", "暂扣通知"),
        Reasoned.OVERRIDING: Text("overriding the roster", "临时替班"),
        Reasoned.CANCELLING_OVERRIDE: Text("withdrawing an override", "撤回替班"),
        Reasoned.JUDGING_FALSE: Text("judging a warning false", "判定预警为误报"),
        Reasoned.ACCEPTING: Text("bearing a warning for a time", "暂时接受预警"),
    },
}


def label(member: Enum) -> Text:
    """The name that people read for `member`."""
    kind = type(member)
    if kind in _LABELS:
        return _LABELS[kind][member]
    # Read when first asked for: a note from a script must not wait for the roster.
    from netfin_incident.wording.calling_labels import CALLING_LABELS
    from netfin_incident.wording.roster_labels import ROSTER_LABELS
    from netfin_incident.wording.warning_labels import WARNING_LABELS

    further = (ROSTER_LABELS, CALLING_LABELS, WARNING_LABELS)
    return next(labels for labels in further if kind in labels)[kind][member]


def role_label(role: str, name: Text | None = None) -> Text:
    """The name of a role: a standard one's label, else the playbook's `name` for it, else its id."""
    if role in _STANDARD_ROLES:
        return label(Role(role))
    return name or Text(role, role)


_STANDARD_ROLES: Final = frozenset(role.value for role in Role)


def level_label(level: Severity) -> Text:
    """A response level 响应级别, which is not a severity: `level II`, `Ⅱ级响应`."""
    return Text(f"level {level.roman}", f"{'ⅠⅡⅢⅣ'[level - 1]}级响应")
