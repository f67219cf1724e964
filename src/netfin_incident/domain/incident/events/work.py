"""What was noted, decided, given, taken, said and reported, and what proves it."""

from datetime import datetime
from typing import ClassVar

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import MessageState, NoteKind, ReportKind, TaskState


@dataclass(frozen=True, slots=True)
class Noted:
    """A line for the timeline."""

    KIND: ClassVar[str] = "noted"
    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class DecisionRecorded:
    """A decision with what else was possible, why, and who objected."""

    KIND: ClassVar[str] = "decision-recorded"
    id: str
    question: str
    choice: str
    options: tuple[str, ...] = ()
    rationale: str = ""
    objections: str = ""


@dataclass(frozen=True, slots=True)
class TaskGiven:
    """Somebody was asked to do something by a moment (time-box 限时任务)."""

    KIND: ClassVar[str] = "task-given"
    id: str
    text: str
    to: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class TaskMoved:
    """A task was acknowledged, done, failed or cancelled."""

    KIND: ClassVar[str] = "task-moved"
    id: str
    state: TaskState
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasureTaken:
    """A measure was taken, perhaps only for now."""

    KIND: ClassVar[str] = "measure-taken"
    id: str
    text: str
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class MeasureLifted:
    """A temporary measure was undone."""

    KIND: ClassVar[str] = "measure-lifted"
    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MessageRecorded:
    """A message to an audience was drafted, or recorded as sent by hand."""

    KIND: ClassVar[str] = "message-recorded"
    id: str
    audience: str
    channel: str
    text: str
    state: MessageState


@dataclass(frozen=True, slots=True)
class MessageMoved:
    """A message was approved, sent, or failed."""

    KIND: ClassVar[str] = "message-moved"
    id: str
    state: MessageState
    note: str = ""


@dataclass(frozen=True, slots=True)
class UpwardReportRecorded:
    """A report owed upward was noted, recorded as sent, or found not to be owed."""

    KIND: ClassVar[str] = "upward-report-recorded"
    id: str
    recipient: str
    kind: ReportKind
    due_at: datetime | None = None
    sent_at: datetime | None = None
    channel: str = ""
    receipt: str = ""
    text_sha256: str = ""
    withdrawn: str = ""
    """Why it turned out not to be owed; empty while it is."""


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """Something that proves a fact, by reference."""

    KIND: ClassVar[str] = "evidence-added"
    id: str
    name: str
    reference: str
    """Path, address or shelf mark; the thing itself stays where it is."""
    kind: str
    sha256: str = ""
    """Lower-case hexadecimal; empty for a thing that cannot be hashed."""
    size: int | None = None
    """In bytes."""
    step: str = ""
    playbook: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An earlier entry was wrong; it stays, and this says what is right."""

    KIND: ClassVar[str] = "corrected"
    entry: int
    reason: str
    text: str = ""
    """The right wording; empty where the wording stands."""
    occurred_at: datetime | None = None
    """The right moment; None where the moment stands."""


@dataclass(frozen=True, slots=True)
class EntryConfirmed:
    """The person in whose name an entry was made confirmed it, or a break-glass was reviewed."""

    KIND: ClassVar[str] = "entry-confirmed"
    entry: int
    note: str = ""
