"""What happens to an incident, in the past tense.

`KIND` is the stable name under which an event is stored; it never changes once released.  Times
are aware UTC.  The person, and the moment it happened, are in the `Act` beside the event.
"""

from typing import TypeAlias

from netfin_incident.domain.incident.events.calling import (
    AcknowledgementExpired,
    CallMade,
    DuplicateSuppressed,
    Escalated,
    EscalationStarted,
    FallbackCalled,
    LevelPassedOver,
    NoticeFailed,
    NoticeQuarantined,
    NoticeRetried,
    NoticeSent,
    Told,
)
from netfin_incident.domain.incident.events.impact import ImpactStated
from netfin_incident.domain.incident.events.imports import (
    DoubtNoted,
    DurationStated,
    LogImported,
)
from netfin_incident.domain.incident.events.lifecycle import (
    Acknowledged,
    Activated,
    Cancelled,
    Declared,
    FundsStated,
    Linked,
    MilestoneReached,
    Reopened,
    SeverityChanged,
    StatusChanged,
)
from netfin_incident.domain.incident.events.seats import (
    HandoverAccepted,
    HandoverEnded,
    HandoverOffered,
    RoleAssigned,
    RoleReleased,
    RoleTaken,
)
from netfin_incident.domain.incident.events.steps import (
    CommandRun,
    PlaybookAttached,
    PlaybookGivenUp,
    RoundBegun,
    StepApproved,
    StepCompleted,
    StepFailed,
    StepRaised,
    StepReopened,
    StepSkipped,
    StepStarted,
    VariableSet,
)
from netfin_incident.domain.incident.events.work import (
    Corrected,
    DecisionRecorded,
    EntryConfirmed,
    EvidenceAdded,
    MeasureLifted,
    MeasureTaken,
    MessageMoved,
    MessageRecorded,
    Noted,
    TaskGiven,
    TaskMoved,
    UpwardReportRecorded,
)

Event: TypeAlias = (
    Declared | Acknowledged | Activated | RoleAssigned | RoleReleased | HandoverOffered
    | HandoverAccepted | HandoverEnded | RoleTaken | StatusChanged | Cancelled | Reopened
    | SeverityChanged | MilestoneReached | Noted | DecisionRecorded | TaskGiven | TaskMoved
    | MeasureTaken | MeasureLifted | MessageRecorded | MessageMoved | UpwardReportRecorded
    | Linked | Corrected | EntryConfirmed | FundsStated | PlaybookAttached | StepStarted
    | StepCompleted | StepSkipped | StepReopened | StepFailed | StepRaised | StepApproved
    | RoundBegun | PlaybookGivenUp | VariableSet | CommandRun | EvidenceAdded | LogImported
    | DurationStated | DoubtNoted | ImpactStated
    | AcknowledgementExpired | CallMade | DuplicateSuppressed | Escalated | EscalationStarted
    | FallbackCalled | LevelPassedOver | NoticeFailed | NoticeQuarantined | NoticeRetried
    | NoticeSent | Told
)  # fmt: skip

__all__ = [
    "Acknowledged",
    "AcknowledgementExpired",
    "Activated",
    "CallMade",
    "Cancelled",
    "CommandRun",
    "Corrected",
    "DecisionRecorded",
    "Declared",
    "DoubtNoted",
    "DuplicateSuppressed",
    "DurationStated",
    "EntryConfirmed",
    "Escalated",
    "EscalationStarted",
    "Event",
    "EvidenceAdded",
    "FallbackCalled",
    "FundsStated",
    "HandoverAccepted",
    "HandoverEnded",
    "HandoverOffered",
    "ImpactStated",
    "LevelPassedOver",
    "Linked",
    "LogImported",
    "MeasureLifted",
    "MeasureTaken",
    "MessageMoved",
    "MessageRecorded",
    "MilestoneReached",
    "Noted",
    "NoticeFailed",
    "NoticeQuarantined",
    "NoticeRetried",
    "NoticeSent",
    "PlaybookAttached",
    "PlaybookGivenUp",
    "Reopened",
    "RoleAssigned",
    "RoleReleased",
    "RoleTaken",
    "RoundBegun",
    "SeverityChanged",
    "StatusChanged",
    "StepApproved",
    "StepCompleted",
    "StepFailed",
    "StepRaised",
    "StepReopened",
    "StepSkipped",
    "StepStarted",
    "TaskGiven",
    "TaskMoved",
    "Told",
    "UpwardReportRecorded",
    "VariableSet",
]
