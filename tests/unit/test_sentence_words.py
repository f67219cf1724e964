from datetime import UTC, datetime, timedelta

import pytest

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.fold import replay
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Option, Phase, Plan, RolePlan, Step, Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import (
    Basis,
    CancelKind,
    MessageState,
    Milestone,
    Mode,
    NoteKind,
    Origin,
    Relation,
    ReportKind,
    Status,
    TaskState,
)
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences import authority, sentence

EN, HANS, HANT = Language
THEN = datetime(2026, 11, 24, 6, 5, 30, tzinfo=UTC)
ACT = Act(at=THEN, by="wang.lei", zone="Asia/Shanghai")

PLAN = Plan(
    id="outage", revision=3, status="approved",
    name=Text("Payment channel outage", "支付通道中断"), goal=Text("", ""), category="payment",
    phases=(Phase("first", Text("First", "先期处置"), ("route",)),),
    steps=(
        Step(
            "route", Verb.DECIDE, Text("Switch to the spare channel?", "是否切换备用通道？"), "first",
            options=(
                Option("yes", Text("Switch", "切换")), Option("no", Text("Wait", "观望")),
            ),
        ),
    ),
    roles=(RolePlan("gateway", Text("gateway desk", "网关值守")),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("event", "en", "zh"),
    [
        (
            e.Declared("INC-2026-0001", "支付成功率跌到 62%", Severity.S2, "Asia/Shanghai"),
            "LIVE INC-2026-0001 declared, severity II (major): 支付成功率跌到 62%",
            "真实事件 INC-2026-0001 接报登记，事件等级 Ⅱ级 重大：支付成功率跌到 62%",
        ),
        (
            e.Declared(
                "DRL-2026-0002", "t", Severity.S4, "UTC", Mode.DRILL, Origin.BACKFILLED
            ),
            "DRILL DRL-2026-0002 declared, severity IV (minor): t; entered as: backfilled",
            "演练 DRL-2026-0002 接报登记，事件等级 Ⅳ级 一般：t；登记方式：补录",
        ),
        (e.Acknowledged(), "Acknowledged", "确认接报"),
        (
            e.Activated(Severity.S1, "zhao"),
            "Response activated at level I; authorised by: zhao",
            "启动Ⅰ级响应；授权人：zhao",
        ),
        (
            e.StatusChanged(Status.CONTAINED, Status.RESPONDING, "复发"),
            "Status from contained to responding; reason: 复发",
            "处置状态由已控制变为处置中；原因：复发",
        ),
        (
            e.StatusChanged(Status.DECLARED, Status.CLOSED),
            "Status from declared to closed",
            "处置状态由已接报·研判中变为已关闭",
        ),
        (
            e.Cancelled(Status.DECLARED, CancelKind.DUPLICATE, "r", "INC-2026-0009"),
            "Cancelled: duplicate; duplicate of: INC-2026-0009; reason: r",
            "撤销事件：重复登记；重复于：INC-2026-0009；原因：r",
        ),
        (
            e.SeverityChanged(Severity.S3, Severity.S1),
            "Severity raised from III (moderate) to I (critical)",
            "等级上调：由 Ⅲ级 较大 到 Ⅰ级 特别重大",
        ),
        (
            e.SeverityChanged(Severity.S1, Severity.S3, "r"),
            "Severity lowered from I (critical) to III (moderate); reason: r",
            "等级下调：由 Ⅰ级 特别重大 到 Ⅲ级 较大；原因：r",
        ),
        (e.MilestoneReached(Milestone.RECOVERED), "Milestone: recovered (service)", "里程碑：业务恢复"),
        (e.FundsStated(touched=False), "Funds were not touched", "未涉及资金"),
        (
            e.FundsStated(touched=True, reconciled=True, count=0),
            "Funds were touched; the books are reconciled; transactions: 0",
            "涉及资金；对账平；笔数：0",
        ),
        (
            e.FundsStated(touched=True),
            "Funds were touched; the books are not reconciled",
            "涉及资金；对账未平",
        ),
        (
            e.Linked(Relation.RECURRENCE_OF, "INC-2025-0003"),
            "This incident is a recurrence of INC-2025-0003",
            "本事件复发自 INC-2025-0003",
        ),
        (
            e.RoleAssigned("commander", "li.na"),
            "Role commander assigned to li.na",
            "指派 li.na 担任现场指挥",
        ),
        (
            e.RoleTaken("commander", "li.na", "", "联系不上"),
            "Role commander taken over by li.na; reason: 联系不上",
            "li.na 强制接管现场指挥；原因：联系不上",
        ),
        (
            e.HandoverEnded("scribe", "wang.lei", "busy"),
            "Handover of role scribe declined by wang.lei; reason: busy",
            "wang.lei 谢绝接任记录；原因：busy",
        ),
        (
            e.HandoverEnded("scribe", "li.na", "stays"),
            "Handover of role scribe to li.na withdrawn; reason: stays",
            "撤回向 li.na 交接记录的提议；原因：stays",
        ),
        (e.Noted(NoteKind.NOTE, "一\n  two {x}"), "一\n  two {x}", "一\n  two {x}"),
        (e.Noted(NoteKind.HYPOTHESIS, "DNS"), "Hypothesis: DNS", "推测：DNS"),
        (
            e.TaskGiven("T1", "restart", "wang", THEN + timedelta(minutes=10)),
            "Task T1 for wang: restart; due: 2026-11-24 14:15:30 +08:00",
            "限时任务 T1 交 wang：restart；时限：2026-11-24 14:15:30 +08:00",
        ),
        (e.TaskMoved("T1", TaskState.FAILED, "n"), "Task T1: failed; note: n", "限时任务 T1：未能完成；备注：n"),
        (e.MeasureTaken("X1", "关闭代付"), "Measure X1: 关闭代付", "措施 X1：关闭代付"),
        (
            e.MessageRecorded("M1", "merchants", "", "down", MessageState.DRAFT),
            "Message M1 to merchants (draft): down",
            "消息 M1 致 merchants（草稿）：down",
        ),
        (
            e.UpwardReportRecorded("R1", "PBOC", ReportKind.INITIAL, due_at=THEN),
            "Upward report R1 owed to PBOC: initial report; due: 2026-11-24 14:05:30 +08:00",
            "应向 PBOC 报送 R1：初报；时限：2026-11-24 14:05:30 +08:00",
        ),
        (
            e.UpwardReportRecorded("R1", "PBOC", ReportKind.FINAL, sent_at=THEN),
            "Upward report R1 sent to PBOC: final report; sent: 2026-11-24 14:05:30 +08:00",
            "已向 PBOC 报送 R1：终报；报出时间：2026-11-24 14:05:30 +08:00",
        ),
        (
            e.EvidenceAdded("E1", "shot", "s.png", "screenshot"),
            "Evidence E1 (screenshot): shot; kept at: s.png",
            "证据 E1（截图）：shot；存放：s.png",
        ),
        (
            e.Corrected(4, "typo", "62%"),
            "Correction of entry #4; right wording: 62%; reason: typo",
            "更正第 4 条记录；正确文字：62%；原因：typo",
        ),
        (
            e.DurationStated("Time to repair", "1h 17m", 4620, 4680, None, "a slip of one minute"),
            "The log states Time to repair: 1h 17m; read as: 1h 17m; by the clock: 1h 18m; verdict: a slip of one minute",
            "日志所载 Time to repair：1h 17m；读作：1小时17分；按时钟：1小时18分；判断：a slip of one minute",
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)  # fmt: skip
def test_an_event_is_said_in_these_words(event: e.Event, en: str, zh: str) -> None:
    assert sentence(event, ACT, EN) == en
    assert sentence(event, ACT, HANS) == zh


def running(zone: str = "Asia/Tokyo") -> Incident:
    declared = e.Declared("INC-2026-0001", "t", Severity.S2, zone)
    incident = replay([(ACT, declared), (ACT, e.PlaybookAttached(PLAN, approved=False))])
    assert incident is not None
    return incident


def test_with_the_incident_at_hand_steps_and_options_have_their_names() -> None:
    decided = e.StepCompleted("outage", "route", option="yes", ahead=True)

    assert sentence(decided, ACT, EN, running()) == (
        "Step route (Switch to the spare channel?) decided: yes (Switch); before its turn"
    )
    assert sentence(decided, ACT, HANT, running()) == (
        "決策步驟 route（是否切換備用通道？）：yes（切換）；先於順序執行"
    )


def test_without_the_incident_steps_and_roles_have_their_ids() -> None:
    assert sentence(e.StepStarted("outage", "route"), ACT, EN) == "Step route started"
    assert sentence(e.RoleAssigned("gateway", "li"), ACT, EN) == "Role gateway assigned to li"


def test_a_step_that_the_plan_does_not_know_keeps_its_id() -> None:
    assert sentence(e.StepStarted("outage", "gone"), ACT, EN, running()) == "Step gone started"


def test_a_playbooks_own_role_has_the_playbooks_name() -> None:
    assigned = e.RoleAssigned("gateway", "li.na")

    assert sentence(assigned, ACT, EN, running()) == "Role gateway desk assigned to li.na"
    assert sentence(assigned, ACT, HANT, running()) == "指派 li.na 擔任網關值守"


def test_times_in_a_sentence_are_those_of_the_incidents_zone() -> None:
    given = e.TaskGiven("T1", "restart", "wang", THEN)

    assert sentence(given, ACT, EN, running()).endswith("due: 2026-11-24 15:05:30 +09:00")
    nowhere = Act(at=THEN, by="wang.lei")
    assert sentence(given, nowhere, EN).endswith("due: 2026-11-24 06:05:30 +00:00")


def test_a_playbook_that_nobody_approved_is_said_to_be_unapproved() -> None:
    attached = e.PlaybookAttached(PLAN, approved=False)

    assert sentence(attached, ACT, EN) == (
        "Playbook outage attached, revision 3: Payment channel outage; version not approved"
    )
    assert sentence(attached, ACT, HANS) == "关联预案 outage 第 3 版：支付通道中断；未经审批版本"


def test_an_act_in_another_name_says_whose_and_how_it_was_agreed() -> None:
    act = Act(at=THEN, by="wang.lei", on_behalf_of="李后 {x}", basis=Basis.PHONE)

    assert authority(act, EN) == "for 李后 {x}, by phone"
    assert authority(act, HANT) == "代 李后 {x} 操作，電話授權"


def test_a_break_glass_says_why() -> None:
    act = Act(at=THEN, by="wang.lei", break_glass="只我一人 {x}")

    assert authority(act, EN) == "break-glass: 只我一人 {x}"
    assert authority(act, HANT) == "緊急授權：只我一人 {x}"


def test_an_ordinary_act_needs_no_further_authority() -> None:
    assert authority(ACT, EN) == ""
