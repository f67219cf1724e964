"""Writes the golden journal of this version: every kind of entry, with salts that never change.

    python tests/journal_golden.py

A released version's file under `tests/data/journals/` is never written again: every later version
must import it, verify it, and come to the same summary.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from golden import exported, write_golden
from golden_calling import CALLED
from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import (
    Approval,
    Assignment,
    Capture,
    ClockUse,
    CommandPlan,
    DueBySeverity,
    Escalation,
    EvidenceNeed,
    FlagBySeverity,
    Inject,
    Metric,
    Notice,
    OnFail,
    Option,
    Phase,
    Plan,
    Reporting,
    Resource,
    RoleBySeverity,
    RolePlan,
    Round,
    Step,
    Triggers,
    Variable,
    VariableKind,
    Verb,
)
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    Known,
    MessageState,
    Milestone,
    Mode,
    NoteKind,
    Origin,
    Precision,
    Relation,
    ReportKind,
    Role,
    Status,
    TaskState,
)
from netfin_incident.store.store import Store

FOLDER: Final = Path(__file__).parent / "data" / "journals"

T0: Final = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
LI, WANG, ZHAO = "li", "wang", "zhao"

PLAN: Final = Plan(
    "channel-outage", 3, "approved", Text("Channel outage", "通道中断"), Text("Pay", "恢复支付"),
    "third-party",
    phases=(Phase("triage", Text("Triage", "先期处置"), ("confirm", "changes", "switch", "back")),),
    steps=(
        Step("confirm", Verb.DO, Text("Confirm", "确认"), "triage", "commander",
             DueBySeverity(180, 300), required=FlagBySeverity(s1=True),
             evidence=(EvidenceNeed("screen", "screenshot", required=True),),
             body=Text("Look twice", "看两遍")),
        Step("changes", Verb.NOTE, Text("Changes?", "变更？"), "triage"),
        Step("switch", Verb.DECIDE, Text("Switch?", "切换？"), "triage", needs=("confirm",),
             options=(Option("now", Text("Now", "立即"), ("back",)), Option("wait", Text("Wait", "等"))),
             rationale_required=True),
        Step("back", Verb.MILESTONE, Text("Back", "恢复"), "triage", milestone="recovered",
             under=("switch", "now")),
    ),
    roles=(RolePlan("commander", Text("Lead", "指挥"), FlagBySeverity(s1=True), "deputy"),),
    separation=(("commander", "settlement"),),
    source_sha256="12" * 32,
)  # fmt: skip


def declared(incident: str, **more: Any) -> e.Declared:
    """The first entry of an incident."""
    return e.Declared(incident, "支付通道中断", Severity.S2, "Asia/Shanghai", **more)


OUTAGE: Final[tuple[e.Event, ...]] = (
    declared("INC-2026-0001", key="monitor:4711", service="payment"),
    e.Acknowledged(),
    e.MilestoneReached(Milestone.DETECTED, "monitoring"),
    e.Activated(Severity.S2, "zhao"),
    e.StatusChanged(Status.DECLARED, Status.RESPONDING),
    e.RoleAssigned(Role.COMMANDER, LI),
    e.RoleAssigned(Role.SCRIBE, WANG),
    e.RoleReleased(Role.SCRIBE, WANG, "needed elsewhere"),
    e.HandoverOffered(Role.COMMANDER, WANG, "渠道 A 超时，已降流"),
    e.HandoverEnded(Role.COMMANDER, WANG, "not reachable"),
    e.HandoverOffered(Role.COMMANDER, ZHAO, "渠道 A 超时，已降流"),
    e.HandoverAccepted(Role.COMMANDER, ZHAO, LI),
    e.RoleTaken(Role.COMMANDER, LI, ZHAO, "line dropped"),
    e.PlaybookAttached(PLAN, approved=True),
    e.StepStarted(PLAN.id, "confirm"),
    e.StepCompleted(PLAN.id, "confirm", note="62 %"),
    e.StepCompleted(PLAN.id, "switch", "backup is healthy", "now", "zhao: wait", ahead=True),
    e.StepSkipped(PLAN.id, "changes", "no changes today", second=WANG),
    e.StepReopened(PLAN.id, "confirm", "figures were old"),
    e.EvidenceAdded("E1", "dashboard", "./shot.png", "screenshot", "ab" * 32, 4096, "confirm"),
    e.Noted(NoteKind.HYPOTHESIS, "Certificate of channel A\nexpired? “62 %” \\ \t 支付 😀"),
    e.DecisionRecorded("D1", "Switch?", "now", ("now", "wait"), "backup is healthy", "zhao"),
    e.TaskGiven("T1", "Ask the operator", WANG, T0 + timedelta(minutes=10)),
    e.TaskMoved("T1", TaskState.DONE, "504"),
    e.TaskGiven("T2", "Count the open payments", ZHAO, T0 + timedelta(hours=1)),
    e.MeasureTaken("X1", "Retries are off", temporary=True),
    e.MeasureTaken("X2", "Limits lowered"),
    e.MeasureLifted("X1", "retries are on"),
    e.ImpactStated("customers", "12000", estimate=True),
    e.MessageRecorded("M1", "customers", "app", "支付暂缓", MessageState.DRAFT),
    e.MessageMoved("M1", MessageState.SENT),
    e.UpwardReportRecorded("R1", "PBoC", ReportKind.INITIAL, due_at=T0 + timedelta(hours=2)),
    e.UpwardReportRecorded(
        "R1", "PBoC", ReportKind.INITIAL, T0 + timedelta(hours=2), T0 + timedelta(minutes=50),
        "phone", "No. 17", "cd" * 32,
    ),
    e.SeverityChanged(Severity.S2, Severity.S1, "two more banks"),
    e.Linked(Relation.CAUSED_BY, "INC-2026-0002", "same certificate"),
    e.FundsStated(touched=True, count=0, reason="counting"),
    e.FundsStated(touched=True, reconciled=True, count=12, amount="1250000.00 CNY"),
    e.StatusChanged(Status.RESPONDING, Status.CONTAINED),
    e.StatusChanged(Status.CONTAINED, Status.RECOVERED),
    e.StatusChanged(Status.RECOVERED, Status.RESOLVED, "all channels up"),
    e.Reopened(Status.RESOLVED, "channel B too"),
    e.Corrected(21, "it was channel B", "Certificate of channel B expired?"),
    e.Corrected(3, "clock of the monitor", occurred_at=T0 - timedelta(minutes=7)),
)  # fmt: skip

WRITTEN_LOG: Final[tuple[e.Event, ...]] = (
    declared("INC-2026-0002", origin=Origin.IMPORTED),
    e.LogImported("2026-11-20.md", "ef" * 32, "Europe/London", "Mon-Fri 10:00-17:00"),
    e.DurationStated("Time to repair", "1h 5m", 3900, 3900, None, "wall-clock"),
    e.DoubtNoted("order", 12, (("given", "10:05"), ("before", "10:15"))),
    e.MilestoneReached(Milestone.RECOVERED),
    e.StatusChanged(Status.DECLARED, Status.CLOSED),
)

DRILL: Final[tuple[e.Event, ...]] = (
    declared("DRL-2026-0001", mode=Mode.DRILL),
    e.Cancelled(Status.DECLARED, CancelKind.DUPLICATE, "the same drill", "DRL-2026-0002"),
)


KINDS_PLAN: Final = Plan(
    "every-kind", 2, "draft", Text("Every kind", "各类步骤"), Text("All", "齐全"), "operations",
    phases=(
        Phase("one", Text("One", "一"), ("figures", "fork", "left", "right", "watch", "look")),
        Phase(
            "two", Text("Two", "二"),
            ("book", "check", "tell", "file", "calm", "hand-on"), alongside=True,
        ),
    ),
    steps=(
        Step("figures", Verb.ASK, Text("Figures", "数据"), "one", ask=("eta",), when="severity <= S2"),
        Step("fork", Verb.PARALLEL, Text("Both", "同时"), "one", any_arm=True, options=(
            Option("l", Text("Left", "左"), ("left",)), Option("r", Text("Right", "右"), ("right",)))),
        Step("left", Verb.DO, Text("Left", "左"), "one", under=("fork", "l"), on_fail=OnFail("right"),
             escalate=(Escalation(80, "leader"),), shared="work", warning=Text("Careful", "小心"),
             checks=(Text("Sure?", "确认？"),), sets=(Assignment("eta", "5m"),), drill="simulate",
             command=CommandPlan(("/bin/true", "{eta}"), "change", "leader", Text("Undo", "撤销"), 9,
                                 (Capture("eta", "(x)"),), "ok")),
        Step("right", Verb.DO, Text("Right", "右"), "one", under=("fork", "r")),
        Step("watch", Verb.REPEAT, Text("Watch", "盯"), "one", round=Round(3, "eta > 5m", 60),
             options=(Option("round", Text("Round", "轮"), ("look",)),)),
        Step("look", Verb.DO, Text("Look", "看"), "one", under=("watch", "round")),
        Step("book", Verb.DO, Text("Book", "记账"), "two", roles=RoleBySeverity("leader")),
        Step("check", Verb.APPROVE, Text("Check", "复核"), "two",
             approval=Approval(("leader",), 2, ("book",))),
        Step("tell", Verb.NOTIFY, Text("Tell", "告知"), "two",
             notice=Notice(Text("Staff", "员工"), "mail", Text("{eta}", "{eta}"))),
        Step("file", Verb.REPORT, Text("File", "报送"), "two",
             reporting=Reporting(Text("PBoC", "人民银行"), ReportKind.INITIAL, "cn-x")),
        Step("calm", Verb.WAIT, Text("Calm", "等"), "two", wait=60, until="eta is set"),
        Step("hand-on", Verb.CALL, Text("Hand on", "转"), "two", call="other", links=("https://x",)),
    ),
    roles=(RolePlan("leader", duty=Text("Leads", "牵头")),),
    variables=(Variable("eta", VariableKind.DURATION, Text("ETA", "预计"), Text("ETA?", "多久？"),
                        "leader", value="9m"),),
    clocks=(ClockUse("cn-x", "file"),),
    resources=(Resource("tool", Text("Tool", "工具"), "tool", "shelf", "leader", 60, 30),),
    metrics=(Metric("m", Text("M", "指标"), "declared", "recovered", 60),),
    injects=(Inject("i", 60, "leader", Text("News", "消息"), ("tell",)),),
    triggers=Triggers(("超时",), ("payment",), (Text("Rate", "率"),)),
)  # fmt: skip

EVERY_KIND: Final[tuple[e.Event, ...]] = (
    declared("INC-2026-0003"),
    e.PlaybookAttached(KINDS_PLAN, approved=False, called_by="outer/step"),
    e.VariableSet("eta", "15m", "every-kind/figures"),
    e.StepFailed("every-kind", "left", "timed out"),
    e.StepRaised("every-kind", "right", "left"),
    e.CommandRun("every-kind", "left", ("/bin/true", "15m"), "change", exit_code=0, took_ms=7,
                 approved_by=ZHAO, evidence="E1"),
    e.CommandRun("every-kind", "left", ("/bin/true", "15m"), "change", simulated=True),
    e.EvidenceAdded("E1", "left: /bin/true", "/e/1.log", "log", "ab" * 32, 3, "left", "every-kind"),
    e.StepCompleted("every-kind", "look"),
    e.RoundBegun("every-kind", "watch", 2, T0 + timedelta(minutes=9)),
    e.StepApproved("every-kind", "check", "as agreed"),
    e.VariableSet("eta", ""),
    e.PlaybookGivenUp("every-kind", "not the right one", WANG),
)  # fmt: skip


def acts() -> Iterator[Act]:
    """Who did each of them: at the keyboard, later, for somebody, alone."""
    for number in count():
        at = T0 + timedelta(seconds=37 * number, microseconds=number)
        yield Act(at, LI, uid=1000)
        yield Act(at, WANG, occurred_at=at - timedelta(hours=1), zone="Asia/Shanghai",
                  precision=Precision.APPROXIMATE)  # fmt: skip
        yield Act(at, LI, on_behalf_of=ZHAO, basis=Basis.PHONE, known=Known.ASSERTED)
        yield Act(at, LI, break_glass="alone at night")


def golden_lines() -> list[str]:
    """The export of the golden journal."""
    who = acts()
    written: list[tuple[str, list[tuple[Act, e.Event]]]] = []
    for story in (OUTAGE[:20], WRITTEN_LOG, OUTAGE[20:], DRILL, EVERY_KIND, CALLED):
        stream = "INC-2026-0001" if story[-1] in OUTAGE else getattr(story[0], "id", "")
        written.append((f"incident/{stream}", [(next(who), event) for event in story]))
    confirmed = (Act(T0 + timedelta(hours=3), ZHAO), e.EntryConfirmed(3, "yes"))
    return exported(*written, ("incident/INC-2026-0001", [confirmed]))


def summary(store: Store) -> dict[str, Any]:
    """What an incident came to, in plain values whose meaning will not change."""
    desk = Desk(store)
    rows = desk.incidents(*Mode, ended=True).rows
    return {row.id: _summed_up(desk.incident(row.id)) for row in sorted(rows)}


def _ladder(one: Incident) -> str:
    ladder = one.escalation
    if ladder is None:
        return ""
    place = f"{ladder.generation}/{ladder.round}/{ladder.level}"
    return f"{place}, {ladder.fires} calls, {ladder.fallbacks} fallbacks, {ladder.answers}"


def _summed_up(one: Incident) -> dict[str, Any]:
    return {
        "title": one.title,
        "mode": one.mode,
        "origin": one.origin,
        "status": one.status,
        "severity": one.severity,
        "level": one.level,
        "entries": one.version,
        "declared": f"{one.declared_at.isoformat()} by {one.declared_by}",
        "key": one.key,
        "acknowledged": list(one.acknowledged),
        "milestones": {
            milestone: [f"{mark.at.isoformat()} #{mark.entry}" for mark in marks]
            for milestone, marks in one.milestones.items()
        },
        "roles": {role: seat.person for role, seat in one.seats.items()},
        "offers": sorted(one.offers),
        "tasks": {task.id: task.state for task in one.tasks.values()},
        "decisions": one.decisions,
        "in_force": [measure.id for measure in one.measures.values() if not measure.lifted],
        "messages": {message.id: message.state for message in one.messages.values()},
        "sent": {report.id: report.receipt for report in one.reports.values()},
        "evidence": {evidence.id: evidence.step for evidence in one.evidence.values()},
        "links": [f"{link.relation} {link.other}" for link in one.links],
        "reconciled": one.funds.reconciled if one.funds else None,
        "owed": {entry: owed.person for entry, owed in one.owed.items()},
        "steps": {
            f"{run.plan.id} {step}": f"{mark.state} {mark.option}".strip()
            for run in one.runs.values()
            for step, mark in run.marks.items()
        },
        "answers": {name: answer.value for name, answer in one.answers.items()},
        "escalation": _ladder(one),
        "notices": {notice.key: f"{notice.state} {notice.to}" for notice in one.notices.values()},
        "rounds": {
            f"{run.plan.id} {step}": mark.number
            for run in one.runs.values()
            for step, mark in run.rounds.items()
        },
    }


if __name__ == "__main__":
    write_golden(FOLDER, golden_lines(), summary)
