"""What may be asked of an incident, in the imperative.  The rules may refuse any of it."""

from typing import TypeAlias

from netfin_incident.domain.incident.commands.calling import (
    Escalate,
    QuarantineNotice,
    RecordCall,
    RecordFailed,
    RecordSent,
    RetryNotice,
    StartEscalation,
    SuppressDuplicate,
    Tick,
)
from netfin_incident.domain.incident.commands.impact import StateImpact
from netfin_incident.domain.incident.commands.imports import (
    FinishImport,
    NoteDoubt,
    RecordImport,
    StateDuration,
)
from netfin_incident.domain.incident.commands.lifecycle import (
    Acknowledge,
    Activate,
    Cancel,
    ChangeSeverity,
    ChangeStatus,
    Declare,
    Link,
    Reopen,
    SetMilestone,
    StateFunds,
)
from netfin_incident.domain.incident.commands.seats import (
    AcceptHandover,
    AssignRole,
    EndHandover,
    OfferHandover,
    ReleaseRole,
    TakeRole,
)
from netfin_incident.domain.incident.commands.steps import (
    AttachPlaybook,
    CompleteStep,
    FailStep,
    GiveUpPlaybook,
    RecordCommand,
    ReopenStep,
    SetVariable,
    SkipStep,
    StartStep,
)
from netfin_incident.domain.incident.commands.work import (
    AddEvidence,
    Confirm,
    Correct,
    GiveTask,
    LiftMeasure,
    MoveMessage,
    MoveTask,
    Note,
    RecordDecision,
    RecordMessage,
    RecordUpwardReport,
    TakeMeasure,
)

Command: TypeAlias = (
    Declare | Acknowledge | Activate | AssignRole | ReleaseRole | OfferHandover | AcceptHandover
    | EndHandover | TakeRole | ChangeStatus | Cancel | Reopen | ChangeSeverity | SetMilestone
    | Note | RecordDecision | GiveTask | MoveTask | TakeMeasure | LiftMeasure | RecordMessage
    | MoveMessage | RecordUpwardReport | Link | Correct | Confirm | StateFunds | AttachPlaybook
    | StartStep | CompleteStep | SkipStep | ReopenStep | FailStep | GiveUpPlaybook | SetVariable
    | RecordCommand | AddEvidence | RecordImport | StateDuration | NoteDoubt | FinishImport
    | Escalate | QuarantineNotice | RecordCall | RecordFailed | RecordSent | RetryNotice
    | StartEscalation | SuppressDuplicate | Tick
    | StateImpact
)  # fmt: skip

__all__ = [
    "AcceptHandover",
    "Acknowledge",
    "Activate",
    "AddEvidence",
    "AssignRole",
    "AttachPlaybook",
    "Cancel",
    "ChangeSeverity",
    "ChangeStatus",
    "Command",
    "CompleteStep",
    "Confirm",
    "Correct",
    "Declare",
    "EndHandover",
    "Escalate",
    "FailStep",
    "FinishImport",
    "GiveTask",
    "GiveUpPlaybook",
    "LiftMeasure",
    "Link",
    "MoveMessage",
    "MoveTask",
    "Note",
    "NoteDoubt",
    "OfferHandover",
    "QuarantineNotice",
    "RecordCall",
    "RecordCommand",
    "RecordDecision",
    "RecordFailed",
    "RecordImport",
    "RecordMessage",
    "RecordSent",
    "RecordUpwardReport",
    "ReleaseRole",
    "Reopen",
    "ReopenStep",
    "RetryNotice",
    "SetMilestone",
    "SetVariable",
    "SkipStep",
    "StartEscalation",
    "StartStep",
    "StateDuration",
    "StateFunds",
    "StateImpact",
    "SuppressDuplicate",
    "TakeMeasure",
    "TakeRole",
    "Tick",
]
