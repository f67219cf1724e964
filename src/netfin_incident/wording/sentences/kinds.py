"""The category of each kind of entry, in a word or two: for a narrow column and for filters."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.definition import events as d
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.rota import events as r
from netfin_incident.domain.text import Text
from netfin_incident.domain.warning import events as g
from netfin_incident.domain.watch import events as w

_STATUS: Final = Text("status", "状态")
_ROLE: Final = Text("role", "角色")
_HANDOVER: Final = Text("handover", "交接")
_TASK: Final = Text("task", "任务")
_MEASURE: Final = Text("measure", "措施")
_MESSAGE: Final = Text("message", "消息")
_PLAYBOOK: Final = Text("playbook", "预案")
_STEP: Final = Text("step", "步骤")
_ESCALATION: Final = Text("escalation", "升级")
_NOTICE: Final = Text("notice", "通知")
_IMPORT: Final = Text("import", "导入")

KINDS: Final[Mapping[str, Text]] = {
    e.Declared.KIND: Text("declared", "接报"),
    e.Acknowledged.KIND: Text("ack", "确认"),
    e.Activated.KIND: Text("activated", "启动"),
    e.RoleAssigned.KIND: _ROLE,
    e.RoleReleased.KIND: _ROLE,
    e.RoleTaken.KIND: _ROLE,
    e.HandoverOffered.KIND: _HANDOVER,
    e.HandoverAccepted.KIND: _HANDOVER,
    e.HandoverEnded.KIND: _HANDOVER,
    e.StatusChanged.KIND: _STATUS,
    e.Cancelled.KIND: _STATUS,
    e.Reopened.KIND: _STATUS,
    e.SeverityChanged.KIND: Text("severity", "等级"),
    e.MilestoneReached.KIND: Text("milestone", "里程碑"),
    e.Noted.KIND: Text("note", "记录"),
    e.DecisionRecorded.KIND: Text("decision", "决策"),
    e.TaskGiven.KIND: _TASK,
    e.TaskMoved.KIND: _TASK,
    e.MeasureTaken.KIND: _MEASURE,
    e.MeasureLifted.KIND: _MEASURE,
    e.ImpactStated.KIND: Text("impact", "影响"),
    e.MessageRecorded.KIND: _MESSAGE,
    e.MessageMoved.KIND: _MESSAGE,
    e.UpwardReportRecorded.KIND: Text("report", "报送"),
    e.Linked.KIND: Text("link", "关联"),
    e.Corrected.KIND: Text("correction", "更正"),
    e.EntryConfirmed.KIND: Text("confirmed", "补认"),
    e.FundsStated.KIND: Text("funds", "资金"),
    e.PlaybookAttached.KIND: _PLAYBOOK,
    e.StepStarted.KIND: _STEP,
    e.StepCompleted.KIND: _STEP,
    e.StepSkipped.KIND: _STEP,
    e.StepReopened.KIND: _STEP,
    e.StepFailed.KIND: _STEP,
    e.StepRaised.KIND: _STEP,
    e.StepApproved.KIND: Text("approved", "审批"),
    e.RoundBegun.KIND: _STEP,
    e.PlaybookGivenUp.KIND: _PLAYBOOK,
    e.VariableSet.KIND: Text("fact", "要素"),
    e.CommandRun.KIND: Text("command", "命令"),
    e.EvidenceAdded.KIND: Text("evidence", "证据"),
    e.EscalationStarted.KIND: _ESCALATION,
    e.Escalated.KIND: _ESCALATION,
    e.LevelPassedOver.KIND: _ESCALATION,
    e.FallbackCalled.KIND: _ESCALATION,
    e.AcknowledgementExpired.KIND: _ESCALATION,
    e.Told.KIND: _NOTICE,
    e.NoticeSent.KIND: _NOTICE,
    e.NoticeFailed.KIND: _NOTICE,
    e.NoticeRetried.KIND: _NOTICE,
    e.NoticeQuarantined.KIND: _NOTICE,
    e.CallMade.KIND: Text("phone", "电话"),
    e.DuplicateSuppressed.KIND: Text("repeat", "重复"),
    e.LogImported.KIND: _IMPORT,
    e.DurationStated.KIND: Text("duration", "时长"),
    e.DoubtNoted.KIND: Text("doubt", "存疑"),
}
"""By `KIND`, of an incident's entries; those that share a category share its label."""

DEFINITION_KINDS: Final[Mapping[str, Text]] = {
    d.DefinitionAdopted.KIND: Text("adopted", "采用"),
    d.DefinitionApproved.KIND: Text("approved", "审批"),
}
"""By `KIND`, of a definition's entries."""


_OVERRIDE: Final = Text("override", "替班")
_SWAP: Final = Text("swap", "换班")
ROTA_KINDS: Final[Mapping[str, Text]] = {
    r.OverrideSet.KIND: _OVERRIDE,
    r.OverrideCancelled.KIND: _OVERRIDE,
    r.SwapOffered.KIND: _SWAP,
    r.SwapAccepted.KIND: _SWAP,
    r.SwapDeclined.KIND: _SWAP,
    r.SwapWithdrawn.KIND: _SWAP,
}
"""By `KIND`, of a rotation's entries."""

_WATCH: Final = Text("watch", "值守")
WATCH_KINDS: Final[Mapping[str, Text]] = {
    w.WatchStarted.KIND: _WATCH,
    w.WatchStopped.KIND: _WATCH,
    w.WatchGap.KIND: Text("unwatched", "失守"),
    w.ClockJumped.KIND: Text("clock", "时钟"),
}
"""By `KIND`, of the entries about watching."""

_WARNING: Final = Text("warning", "预警")
_HANDLING: Final = Text("handling", "预警处置")
WARNING_KINDS: Final[Mapping[str, Text]] = {
    g.WarningRaised.KIND: _WARNING,
    g.ValueCame.KIND: Text("value", "监测值"),
    g.WarningAssessed.KIND: Text("assessment", "研判"),
    g.WarningOwned.KIND: _HANDLING,
    g.WarningNoted.KIND: _HANDLING,
    g.WarningAccepted.KIND: _HANDLING,
    g.WarningJudgedFalse.KIND: _WARNING,
    g.WarningClosed.KIND: _WARNING,
    g.WarningPromoted.KIND: _WARNING,
}
"""By `KIND`, of a warning's entries."""


def kind_label(kind: str) -> Text:
    """The category of the entries of `kind`."""
    known = (KINDS, DEFINITION_KINDS, ROTA_KINDS, WATCH_KINDS, WARNING_KINDS)
    return next(kinds[kind] for kinds in known if kind in kinds)
