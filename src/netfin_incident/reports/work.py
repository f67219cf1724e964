"""What was decided, given, taken, said, reported and proved: each thing from its first entry to its end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import MessageState, ReportKind, TaskState


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody did with a thing after it was first written down."""

    at: datetime
    by: str
    entry: int
    state: TaskState | MessageState | None = None
    note: str = ""


@dataclass(slots=True)
class TaskFact:
    """A task with its time-box."""

    id: str
    text: str
    to: str
    by: str
    at: datetime
    entry: int
    due_at: datetime
    moves: list[Move] = field(default_factory=list)
    margin_seconds: int | None = None
    """Ended or, while open, judged before (positive) or after (negative) its time; None where it
    was cancelled."""

    @property
    def state(self) -> TaskState:
        """Where it stands."""
        state = self.moves[-1].state if self.moves else None
        return state if isinstance(state, TaskState) else TaskState.GIVEN


@dataclass(slots=True)
class MeasureFact:
    """A measure from its beginning to its end."""

    id: str
    text: str
    temporary: bool
    at: datetime
    by: str
    entry: int
    lifted: Move | None = None


@dataclass(slots=True)
class MessageFact:
    """A message with all that was done with it."""

    id: str
    audience: str
    channel: str
    text: str
    at: datetime
    by: str
    entry: int
    first: MessageState
    """The state in which it was written down."""
    moves: list[Move] = field(default_factory=list)

    @property
    def state(self) -> MessageState:
        """Where it stands."""
        state = self.moves[-1].state if self.moves else None
        return state if isinstance(state, MessageState) else self.first

    @property
    def lacks_approval(self) -> bool:
        """Sent, although nobody approved it here."""
        states = {self.first, *(move.state for move in self.moves)}
        return MessageState.SENT in states and MessageState.APPROVED not in states


@dataclass(slots=True)
class UpwardReportFact:
    """A report owed upward, as last written down."""

    id: str
    recipient: str
    kind: ReportKind
    by: str
    entries: list[int]
    due_at: datetime | None = None
    first_due_at: datetime | None = None
    """The first time it was due by, where that was changed later; None where it was not."""
    sent_at: datetime | None = None
    channel: str = ""
    receipt: str = ""
    text_sha256: str = ""
    withdrawn: str = ""
    """Why it turned out not to be owed; empty while it is."""
    margin_seconds: int | None = None
    """Sent or, while unsent, judged before (positive) or after (negative) it was due; None where
    it was never due."""


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """All of it, each kind in the order of the journal."""

    tasks: tuple[TaskFact, ...]
    measures: tuple[MeasureFact, ...]
    messages: tuple[MessageFact, ...]
    upward_reports: tuple[UpwardReportFact, ...]


def work_facts(records: Sequence[Recorded[e.Event]], until: datetime) -> WorkFacts:
    """What became of tasks, measures, messages and upward reports; what is open as of `until`."""
    tasks: dict[str, TaskFact] = {}
    measures: dict[str, MeasureFact] = {}
    messages: dict[str, MessageFact] = {}
    reports: dict[str, UpwardReportFact] = {}
    for record in records:
        at, by, entry = record.act.happened, record.act.person, record.version
        match record.event:
            case e.TaskGiven(id=key) as event:
                tasks[key] = TaskFact(key, event.text, event.to, by, at, entry, event.due_at)
            case e.TaskMoved(id=key) as event:
                tasks[key].moves.append(Move(at, by, entry, event.state, event.note))
            case e.MeasureTaken(id=key) as event:
                measures[key] = MeasureFact(key, event.text, event.temporary, at, by, entry)
            case e.MeasureLifted(id=key) as event:
                measures[key].lifted = Move(at, by, entry, note=event.note)
            case e.MessageRecorded(id=key) as event:
                messages[key] = MessageFact(
                    key, event.audience, event.channel, event.text, at, by, entry, event.state
                )
            case e.MessageMoved(id=key) as event:
                messages[key].moves.append(Move(at, by, entry, event.state, event.note))
            case e.UpwardReportRecorded(id=key) as event:
                known = reports.get(key)
                fact = known or UpwardReportFact(key, event.recipient, event.kind, by, [])
                reports[key] = _reported(fact, event, by, entry)
            case _:
                pass
    for task in tasks.values():
        task.margin_seconds = _task_margin(task, until)
    for report in reports.values():
        if report.due_at is not None and not report.withdrawn:
            report.margin_seconds = whole_seconds(report.sent_at or until, report.due_at)
    return WorkFacts(
        tuple(tasks.values()), tuple(measures.values()), tuple(messages.values()),
        tuple(reports.values()),
    )  # fmt: skip


_ENDED: Final = (TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED)


def _task_margin(task: TaskFact, until: datetime) -> int | None:
    if task.state is TaskState.CANCELLED:
        return None
    ended = task.moves[-1].at if task.state in _ENDED else until
    return whole_seconds(ended, task.due_at)


def _reported(
    fact: UpwardReportFact, event: e.UpwardReportRecorded, by: str, entry: int
) -> UpwardReportFact:
    changed = fact.due_at is not None and event.due_at != fact.due_at
    if changed and fact.first_due_at is None:
        fact.first_due_at = fact.due_at
    fact.due_at, fact.sent_at, fact.by = event.due_at, event.sent_at, by
    fact.channel, fact.receipt = event.channel, event.receipt
    fact.withdrawn = event.withdrawn
    fact.text_sha256 = event.text_sha256 or fact.text_sha256
    fact.entries.append(entry)
    return fact
