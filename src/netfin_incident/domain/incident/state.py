"""What an incident is now: the fold of its events.

Only what the rules and the screens need is kept; the timeline is read from the journal.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Final

from netfin_incident.domain.escalation import Escalation, Notice, Purpose
from netfin_incident.domain.incident.runs import Answer, Run
from netfin_incident.domain.playbook import Variable
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    CancelKind,
    MessageState,
    Milestone,
    Mode,
    Origin,
    Relation,
    ReportKind,
    Status,
    TaskState,
)

UNDER_WAY: Final = (Status.DECLARED, Status.RESPONDING, Status.CONTAINED)
"""While it is any of these somebody has to have it; after that the business runs again."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who holds a role, since when."""

    person: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """A handover waiting for its receiver."""

    to: str
    by: str
    brief: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """One time a milestone was reached."""

    at: datetime
    entry: int


@dataclass(frozen=True, slots=True)
class Task:
    """A time-boxed task."""

    id: str
    text: str
    to: str
    by: str
    given_at: datetime
    due_at: datetime
    state: TaskState = TaskState.GIVEN

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes it."""
        return self.state in (TaskState.GIVEN, TaskState.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class Message:
    """A message to an audience."""

    id: str
    audience: str
    channel: str
    text: str
    state: MessageState
    by: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in force, or lifted."""

    id: str
    text: str
    temporary: bool
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class UpwardReport:
    """A report owed upward, or sent."""

    id: str
    recipient: str
    kind: ReportKind
    due_at: datetime | None
    sent_at: datetime | None
    channel: str
    receipt: str
    withdrawn: bool = False
    """Whether it turned out not to be owed."""

    @property
    def is_owed(self) -> bool:
        """Whether it must still be sent."""
        return self.sent_at is None and not self.withdrawn


@dataclass(frozen=True, slots=True)
class Evidence:
    """A registered piece of evidence."""

    id: str
    name: str
    step: str
    playbook: str = ""


@dataclass(frozen=True, slots=True)
class Funds:
    """What was said about funds and books."""

    touched: bool
    reconciled: bool
    reason: str


@dataclass(frozen=True, slots=True)
class StatedImpact:
    """The answer to a question about the impact."""

    value: str
    """Empty where it is not known any more."""
    estimate: bool
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """A relation to another incident."""

    relation: Relation
    other: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A confirmation still owed for an entry."""

    entry: int
    person: str
    """Who must confirm; for a break-glass, who acted alone and may not review it."""
    at: datetime
    break_glass: bool = False
    due_at: datetime | None = None
    in_name_of: str = ""
    """For a break-glass on behalf of somebody: that person, who may not review it either."""
    also: tuple[str, ...] = ()
    """Who must confirm the same entry besides."""
    second: str = ""
    """The second person named for a required step; closing waits for their word."""

    @property
    def confirmers(self) -> tuple[str, ...]:
        """Everybody whose own confirmation is owed; the review of a break-glass is not one."""
        return self.also if self.break_glass else (self.person, *self.also)


@dataclass(frozen=True, slots=True)
class Untold:
    """Somebody who was given a role, or lost it, by another person, and was not told yet."""

    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Incident:
    """One emergency, from declaration to closure."""

    id: str
    title: str
    mode: Mode
    origin: Origin
    zone: str
    key: str
    service: str
    declared_by: str
    declared_at: datetime
    severity: Severity
    version: int = 1
    """How many entries its stream has."""
    status: Status = Status.DECLARED
    status_at: datetime | None = None
    returned_entry: int = 0
    """The entry with which the response last went back to `responding`; 0 if it never did."""
    level: Severity | None = None
    cancelled_as: CancelKind | None = None
    acknowledged: tuple[str, ...] = ()
    milestones: Mapping[Milestone, tuple[Mark, ...]] = field(default_factory=dict)
    seats: Mapping[str, Seat] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    decisions: int = 0
    measures: Mapping[str, Measure] = field(default_factory=dict)
    impact: Mapping[str, StatedImpact] = field(default_factory=dict)
    """By question of the severity questionnaire."""
    messages: Mapping[str, Message] = field(default_factory=dict)
    reports: Mapping[str, UpwardReport] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    links: tuple[LinkedIncident, ...] = ()
    owed: Mapping[int, Owed] = field(default_factory=dict)
    funds: Funds | None = None
    runs: Mapping[str, Run] = field(default_factory=dict)
    """By playbook id, in the order they were attached."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """What is known, by variable; shared by all playbooks."""
    last_at: datetime | None = None
    """When the newest entry was written."""
    progress_at: datetime | None = None
    """When the newest entry was written by a person."""
    duplicate_at: datetime | None = None
    """When it was last recorded that the alarm came again."""
    escalation: Escalation | None = None
    notices: Mapping[str, Notice] = field(default_factory=dict)
    """Everything that anybody was owed, by key, in the order it was owed."""
    told: Mapping[tuple[Purpose, str, int], datetime] = field(default_factory=dict)
    """What people were told of, and when that was owed."""
    untold: Mapping[tuple[Purpose, str], Untold] = field(default_factory=dict)
    """By role."""

    def first(self, milestone: Milestone) -> datetime | None:
        """When `milestone` was first reached."""
        marks = self.milestones.get(milestone, ())
        return marks[0].at if marks else None

    def holder(self, role: str) -> str:
        """Who holds `role`; empty where it is vacant."""
        seat = self.seats.get(role)
        return seat.person if seat else ""

    @property
    def holders(self) -> dict[str, str]:
        """Who holds which role."""
        return {role: seat.person for role, seat in self.seats.items()}

    @property
    def is_under_way(self) -> bool:
        """Whether the emergency is still going on, so that somebody has to have it."""
        return self.status in UNDER_WAY and self.origin is Origin.NATIVE

    @property
    def variables(self) -> dict[str, Variable]:
        """Every fact that an attached playbook knows; of two by one name, the first playbook's."""
        runs = reversed(tuple(self.runs.values()))
        return {name: one for run in runs for name, one in run.plan.variables_by_id.items()}

    @property
    def is_open(self) -> bool:
        """Whether anybody may still have to do something about it."""
        return self.status not in (Status.CLOSED, Status.CANCELLED)
