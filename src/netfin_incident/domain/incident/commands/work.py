"""Asking to note, decide, give, take, say, report, prove, correct and confirm."""

from datetime import datetime

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import MessageState, NoteKind, ReportKind, TaskState


@dataclass(frozen=True)
class Note:
    """Write a line on the timeline."""

    text: str
    kind: NoteKind = NoteKind.NOTE


@dataclass(frozen=True)
class RecordDecision:
    """Record a decision with its options, reasons and objections."""

    question: str
    choice: str
    options: tuple[str, ...] = ()
    rationale: str = ""
    objections: str = ""


@dataclass(frozen=True)
class GiveTask:
    """Ask somebody to do something within a time-box."""

    text: str
    to: str
    timebox: int
    """Seconds from now."""


@dataclass(frozen=True)
class MoveTask:
    """Acknowledge, finish, fail or cancel a task."""

    id: str
    state: TaskState
    note: str = ""


@dataclass(frozen=True)
class TakeMeasure:
    """Record a measure taken."""

    text: str
    temporary: bool = False


@dataclass(frozen=True)
class LiftMeasure:
    """Record that a measure was undone."""

    id: str
    note: str = ""


@dataclass(frozen=True)
class RecordMessage:
    """Draft a message, or record one sent by hand."""

    audience: str
    channel: str
    text: str
    state: MessageState = MessageState.DRAFT


@dataclass(frozen=True)
class MoveMessage:
    """Approve a message, or record that it was sent or failed."""

    id: str
    state: MessageState
    note: str = ""


@dataclass(frozen=True)
class RecordUpwardReport:
    """Note a report that is owed upward, record one as sent, or withdraw it; `id` updates one."""

    recipient: str
    kind: ReportKind
    id: str = ""
    due_at: datetime | None = None
    sent_at: datetime | None = None
    channel: str = ""
    receipt: str = ""
    text_sha256: str = ""
    withdrawn: str = ""
    """Why it turned out not to be owed."""


@dataclass(frozen=True)
class AddEvidence:
    """Register evidence by reference."""

    name: str
    reference: str
    kind: str
    sha256: str = ""
    size: int | None = None
    step: str = ""
    playbook: str = ""
    """Needed where several playbooks have such a step."""


@dataclass(frozen=True)
class Correct:
    """Say what is right where an earlier entry is wrong."""

    entry: int
    reason: str
    text: str = ""
    occurred_at: datetime | None = None


@dataclass(frozen=True)
class Confirm:
    """Confirm an entry made in the actor's name, or review a break-glass."""

    entry: int
    note: str = ""
