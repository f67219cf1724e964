"""What screens need of an incident, ready to draw.  Nothing here reads a clock or a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netfin_incident.domain.incident.deadlines import DeadlineKind, deadlines
from netfin_incident.domain.incident.rules.lifecycle import CANCELLABLE, NEXT, REOPENABLE
from netfin_incident.domain.incident.rules.seats import known_roles
from netfin_incident.domain.incident.state import UNDER_WAY, Incident, Offer
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import MessageState, Mode, Origin, Role, Status, TaskState
from netfin_incident.store.codec import parse_time
from netfin_incident.store.views import IncidentRow
from netfin_incident.wording.labels import role_label


@dataclass(frozen=True, slots=True)
class Listed:
    """One incident in a list."""

    id: str
    mode: Mode
    origin: Origin
    title: str
    severity: Severity
    status: Status
    commander: str
    zone: str
    declared_at: datetime
    last_at: datetime
    entries: int
    due_at: datetime | None
    due_what: Text
    generation: int
    """Of the escalation under way; 0 where there is none."""
    acknowledged: int
    """How many people have acknowledged."""

    @property
    def is_unanswered(self) -> bool:
        """Whether people are called for it and nobody has acknowledged yet."""
        is_owed = self.status in UNDER_WAY and self.origin is Origin.NATIVE
        return is_owed and self.generation > 0 and not self.acknowledged

    @property
    def is_open(self) -> bool:
        """Whether anybody may still have to do something about it."""
        return self.status not in (Status.CLOSED, Status.CANCELLED)


def listed(row: IncidentRow) -> Listed:
    """A row of the list as typed values."""
    return Listed(
        row.id, Mode(row.mode), Origin(row.origin), row.title, Severity(row.severity),
        Status(row.status), row.commander, row.zone, parse_time(row.declared_at),
        parse_time(row.last_at), row.entries,
        parse_time(row.next_due_at) if row.next_due_at else None,
        Text(row.next_due_en, row.next_due_zh), row.generation, row.acknowledged,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role, and who holds it."""

    id: str
    name: Text | None
    """The playbook's own name for it; None for a standard role."""
    holder: str
    since: datetime | None
    offer: Offer | None
    required: bool


def role_views(incident: Incident) -> tuple[RoleView, ...]:
    """Every role there is, the standard ones first."""
    required = required_roles(incident)
    names = {role.id: role.name for run in incident.runs.values() for role in run.plan.roles}
    return tuple(
        RoleView(
            role,
            names.get(role),
            incident.holder(role),
            incident.seats[role].since if role in incident.seats else None,
            incident.offers.get(role),
            role in required,
        )
        for role in known_roles(incident)
    )


def required_roles(incident: Incident) -> frozenset[str]:
    """The roles that must be held at this severity."""
    always = {str(Role.COMMANDER)}
    if incident.severity <= Severity.S2:
        always.add(Role.LEADER)
    planned = {
        role.id
        for run in incident.runs.values()
        for role in (run.plan.roles if run.given_up_at is None else ())
        if role.required.at(incident.severity)
    }
    return frozenset(always | planned)


def vacant_roles(incident: Incident) -> tuple[RoleView, ...]:
    """Required roles that nobody holds; none once the incident has ended."""
    if not incident.is_open:
        return ()
    return tuple(view for view in role_views(incident) if view.required and not view.holder)


def is_approved(incident: Incident) -> bool:
    """Whether every attached playbook was an approved version."""
    return all(run.approved for run in incident.runs.values())


def next_statuses(incident: Incident) -> tuple[Status, ...]:
    """Where the status may go by a plain change."""
    return NEXT[incident.status]


def is_cancellable(incident: Incident) -> bool:
    """Whether it can be withdrawn."""
    return incident.status in CANCELLABLE


def is_reopenable(incident: Incident) -> bool:
    """Whether the response can be taken up again."""
    return incident.status in REOPENABLE


class OwedKind(StrEnum):
    """What is owed, or was."""

    STEP = "step"
    TASK = "task"
    REPORT = "report"
    MESSAGE = "message"
    MEASURE = "measure"
    REVIEW = "review"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class OwedView:
    """One thing owed, or settled."""

    kind: OwedKind
    id: str
    what: Text
    who: str
    due_at: datetime | None
    state: TaskState | MessageState | None = None
    settled: bool = False
    role: Text | None = None
    """The name of the role that owes it, where nobody holds that role."""


_KIND = {
    DeadlineKind.STEP: OwedKind.STEP,
    DeadlineKind.TASK: OwedKind.TASK,
    DeadlineKind.UPWARD_REPORT: OwedKind.REPORT,
    DeadlineKind.BREAK_GLASS_REVIEW: OwedKind.REVIEW,
}


def owed_views(incident: Incident) -> tuple[OwedView, ...]:
    """What is due, the soonest first; then what has no limit; then what is settled."""
    vacant = {view.id: role_label(view.id, view.name) for view in role_views(incident)}
    due = [
        OwedView(
            _KIND[one.kind], one.id, one.what, one.who, one.due_at,
            incident.tasks[one.id].state if one.kind is DeadlineKind.TASK else None,
            role=vacant.get(one.who),
        )
        for one in deadlines(incident)
    ]  # fmt: skip
    seen = {(one.kind, one.id) for one in due}
    rest = [one for one in _undated(incident) if (one.kind, one.id) not in seen]
    return (*due, *sorted(rest, key=lambda one: one.settled))


def _undated(incident: Incident) -> Iterator[OwedView]:
    for report in incident.reports.values():
        what = Text(report.recipient, report.recipient)
        holder = incident.holder(Role.LIAISON)
        yield OwedView(
            OwedKind.REPORT, report.id, what, holder, report.sent_at,
            settled=report.sent_at is not None,
        )  # fmt: skip
    for owed in incident.owed.values():
        kind = OwedKind.REVIEW if owed.break_glass else OwedKind.CONFIRMATION
        what = Text(f"#{owed.entry}", f"#{owed.entry}")
        yield OwedView(kind, str(owed.entry), what, owed.person, owed.due_at)
    for message in incident.messages.values():
        said = f"{message.audience}: {message.text}"
        what = Text(said, said)
        settled = message.state is MessageState.SENT
        yield OwedView(OwedKind.MESSAGE, message.id, what, message.by, None, message.state, settled)
    for measure in incident.measures.values():
        what = Text(measure.text, measure.text)
        settled = measure.lifted or not measure.temporary
        yield OwedView(OwedKind.MEASURE, measure.id, what, "", None, settled=settled)
    for task in incident.tasks.values():
        if not task.is_open:
            what = Text(task.text, task.text)
            yield OwedView(OwedKind.TASK, task.id, what, task.to, None, task.state, settled=True)
