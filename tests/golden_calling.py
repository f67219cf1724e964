"""The part of the golden journal in which people are called."""

from datetime import UTC, datetime
from typing import Final

from netfin_incident.domain.days import Days
from netfin_incident.domain.escalation import (
    BySeverity,
    Called,
    EscalationPolicy,
    Level,
    Purpose,
    Target,
    TargetKind,
    When,
    notice_key,
)
from netfin_incident.domain.hours import BusinessHours, Window
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import CalledBecause, CallOutcome, Mode, PassedBecause

T0: Final = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
WANG, ZHAO = "wang", "zhao"

POLICY: Final = EscalationPolicy(
    "payments", Text("Payments", "支付"),
    (
        Level("first", (Target(TargetKind.ROTATION, "first"), Target(TargetKind.ROLE, "leader")), 60,
              when=When((Severity.S1, Severity.S2), (Mode.LIVE,),
                        BusinessHours((Window(0, 540, 1080),)), Days.WORKDAYS)),
        Level("second", (Target(TargetKind.PERSON, WANG), Target(TargetKind.TEAM, "pay")), 90, 2),
    ),
    (Target(TargetKind.CHANNEL, "ops"),),
    zone="Asia/Shanghai", calendar="cn", rounds=2, start=BySeverity(0, 0, 60, 300), unassigned=0,
)  # fmt: skip


def key(entry: int, to: str, contact: str) -> str:
    """The key of a notice of the incident that is escalated."""
    return notice_key("INC-2026-0004", entry, to, contact)


CALLED: Final[tuple[e.Event, ...]] = (
    e.Declared(
        "INC-2026-0004", "支付通道中断", Severity.S2, "Asia/Shanghai", key="monitor:4712"
    ),
    e.EscalationStarted(1, POLICY, "34" * 32, (ZHAO,)),
    e.LevelPassedOver(1, 1, 1, "first", PassedBecause.NOBODY),
    e.Escalated(1, 1, 2, "second", CalledBecause.DUE, T0,
                (Called(WANG, ("sms", "mail"), ("desk",)), Called("ops", channel=True)), "late"),
    e.NoticeSent(key(4, WANG, "sms"), WANG, "sms", 2),
    e.NoticeFailed(key(4, WANG, "mail"), WANG, "mail", 6, "host_unknown", "no such host"),
    e.NoticeRetried(key(4, WANG, "mail"), WANG, "mail"),
    e.NoticeQuarantined(key(4, WANG, "mail"), WANG, "mail", "mailbox is full"),
    e.CallMade(WANG, CallOutcome.NO_ANSWER, "desk"),
    e.FallbackCalled(1, 1, T0, (Called("ops", channel=True),), CalledBecause.BY_HAND, "urgent"),
    e.NoticeSent(key(10, "ops", ""), "ops", "", 1, digest=True),
    e.Acknowledged(1, by_code=True),
    e.Told(Purpose.REMINDER, "", 1, T0, (Called(WANG, ("sms",)),)),
    e.AcknowledgementExpired(1, (WANG,), T0),
    e.DuplicateSuppressed("支付通道中断", Severity.S2),
)  # fmt: skip
