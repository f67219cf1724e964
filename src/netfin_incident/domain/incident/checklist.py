"""What still stands in the way of ending: a checklist, shown as sentences."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import MessageState, Status, StepState


class ObstacleKind(StrEnum):
    """What stands in the way."""

    FUNDS_UNKNOWN = "funds_unknown"
    BOOKS_OPEN = "books_open"
    REQUIRED_STEP_OPEN = "required_step_open"
    HANDOVER_PENDING = "handover_pending"
    TASK_OPEN = "task_open"
    MESSAGE_UNSENT = "message_unsent"
    REPORT_UNSENT = "report_unsent"
    REVIEW_OWED = "review_owed"
    SECOND_UNCONFIRMED = "second_unconfirmed"
    EVIDENCE_MISSING = "evidence_missing"
    MEASURE_IN_FORCE = "measure_in_force"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way, and which."""

    kind: ObstacleKind
    id: str = ""


_ENDING: Final = (Status.RESOLVED, Status.IN_REVIEW, Status.CLOSED)


def obstacles(incident: Incident, to: Status) -> tuple[Obstacle, ...]:
    """Everything that keeps `incident` from moving to `to`; empty where nothing does."""
    found: list[Obstacle] = []
    if to in _ENDING:
        found += _before_resolved(incident)
    if to is Status.CLOSED:
        found += _before_closed(incident)
    return tuple(found)


def _before_resolved(incident: Incident) -> Iterator[Obstacle]:
    funds = incident.funds
    if funds is None:
        yield Obstacle(ObstacleKind.FUNDS_UNKNOWN)
    elif funds.touched and not funds.reconciled and not funds.reason:
        yield Obstacle(ObstacleKind.BOOKS_OPEN)
    for view in board(incident):
        if view.is_gate:
            yield Obstacle(ObstacleKind.REQUIRED_STEP_OPEN, view.step.id)
    for role in incident.offers:
        yield Obstacle(ObstacleKind.HANDOVER_PENDING, role)


def _before_closed(incident: Incident) -> Iterator[Obstacle]:
    for task in incident.tasks.values():
        if task.is_open:
            yield Obstacle(ObstacleKind.TASK_OPEN, task.id)
    for message in incident.messages.values():
        if message.state in (MessageState.DRAFT, MessageState.APPROVED):
            yield Obstacle(ObstacleKind.MESSAGE_UNSENT, message.id)
    for report in incident.reports.values():
        if report.is_owed:
            yield Obstacle(ObstacleKind.REPORT_UNSENT, report.id)
    for measure in incident.measures.values():
        if measure.temporary and not measure.lifted:
            yield Obstacle(ObstacleKind.MEASURE_IN_FORCE, measure.id)
    for owed in incident.owed.values():
        if owed.break_glass:
            yield Obstacle(ObstacleKind.REVIEW_OWED, str(owed.entry))
        if owed.second:
            yield Obstacle(ObstacleKind.SECOND_UNCONFIRMED, str(owed.entry))
    proved = {(one.step, one.playbook) for one in incident.evidence.values()}
    for view in board(incident):
        wanted = any(need.required for need in view.step.evidence)
        here = {(view.step.id, view.playbook), (view.step.id, "")}
        if view.state is StepState.DONE and wanted and not view.done_in and not here & proved:
            yield Obstacle(ObstacleKind.EVIDENCE_MISSING, view.step.id)
