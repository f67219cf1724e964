"""What is owed by when: computed from the state, so asking late or twice is harmless."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident, Owed
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Role


class DeadlineKind(StrEnum):
    """What kind of thing is owed."""

    STEP = "step"
    TASK = "task"
    UPWARD_REPORT = "upward_report"
    BREAK_GLASS_REVIEW = "break_glass_review"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing owed by a moment."""

    due_at: datetime
    kind: DeadlineKind
    id: str
    """Step, task or report id, or the entry's number."""
    what: Text
    who: str = ""
    """Person or role that owes it."""


def deadlines(incident: Incident, steps: Iterable[StepView] | None = None) -> tuple[Deadline, ...]:
    """Everything owed, the soonest first; of an ended incident only the reviews.

    Args:
        incident: As it is now.
        steps: Its board, where that is known already.
    """
    owed = [*_reviews(incident)]
    if incident.is_open:
        owed += [*_steps(incident, steps), *_tasks(incident), *_reports(incident)]
    return tuple(sorted(owed, key=lambda one: (one.due_at, one.id)))


def _steps(incident: Incident, steps: Iterable[StepView] | None) -> Iterator[Deadline]:
    for view in board(incident) if steps is None else steps:
        if view.due_at is not None:
            who = incident.holder(view.role) or view.role
            yield Deadline(view.due_at, DeadlineKind.STEP, view.step.id, view.step.title, who)


def _tasks(incident: Incident) -> Iterator[Deadline]:
    for task in incident.tasks.values():
        if task.is_open:
            what = Text(task.text, task.text)
            yield Deadline(task.due_at, DeadlineKind.TASK, task.id, what, task.to)


def _reports(incident: Incident) -> Iterator[Deadline]:
    for report in incident.reports.values():
        if report.due_at is not None and report.is_owed:
            what = Text(report.recipient, report.recipient)
            yield Deadline(
                report.due_at,
                DeadlineKind.UPWARD_REPORT,
                report.id,
                what,
                incident.holder(Role.LIAISON) or Role.LIAISON,
            )


def _reviews(incident: Incident) -> Iterator[Deadline]:
    for owed in incident.owed.values():
        if owed.due_at is not None:
            what = Text(f"#{owed.entry}", f"#{owed.entry}")
            who = _reviewer(incident, owed)
            yield Deadline(owed.due_at, DeadlineKind.BREAK_GLASS_REVIEW, str(owed.entry), what, who)


def _reviewer(incident: Incident, owed: Owed) -> str:
    """Who in charge did not break the glass; empty where nobody else is in charge."""
    in_charge = (incident.holder(role) for role in (Role.COMMANDER, Role.LEADER, Role.DEPUTY))
    others = (person for person in in_charge if person not in ("", owed.person, owed.in_name_of))
    return next(others, "")
