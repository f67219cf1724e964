"""What people are told of by itself: steps that are late or nobody's, roles that changed hands.

Each is owed from a moment that follows from the state, and is told once for that moment; a step
that is taken up again, or an offer that is made again, has another.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.domain.escalation import EscalationPolicy, Purpose
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Mode, Role, StepState

HANDOVER_WAITS: Final = timedelta(minutes=15)
"""How long an offered role may wait for its receiver before others are told (S8)."""
_IN_CHARGE: Final = (Role.COMMANDER, Role.DEPUTY, Role.LEADER)


@dataclass(frozen=True, slots=True)
class Owing:
    """One thing that people have to be told."""

    purpose: Purpose
    about: str
    number: int
    due_at: datetime
    people: tuple[str, ...] = ()
    """Whom it concerns by name."""
    roles: tuple[str, ...] = ()
    """Of these, the first that anybody can be found for is told, where no person is named."""


def owing(incident: Incident, steps: Iterable[StepView] | None = None) -> Iterator[Owing]:
    """What has not been told yet, due or still to come; nothing where no policy is in force.

    Args:
        incident: As it is now.
        steps: Its board, where that is known already.
    """
    ladder = incident.escalation
    if ladder is None or not incident.is_open:
        return
    views = board(incident) if steps is None else steps
    for one in (*_seats(incident), *_steps(incident, views, ladder.policy)):
        if incident.told.get((one.purpose, one.about, one.number)) != one.due_at:
            yield one


def _seats(incident: Incident) -> Iterator[Owing]:
    for (purpose, role), one in incident.untold.items():
        yield Owing(purpose, role, 0, one.at, (one.person,))
    for role, offer in incident.offers.items():
        yield Owing(Purpose.HANDOVER_OFFERED, role, 0, offer.at, (offer.to,))
        others = (incident.holder(one) for one in (role, *_IN_CHARGE))
        people = tuple(dict.fromkeys(one for one in (offer.to, offer.by, *others) if one))
        overdue_at = offer.at + HANDOVER_WAITS
        yield Owing(Purpose.HANDOVER_UNANSWERED, role, 0, overdue_at, people)


def _steps(
    incident: Incident, views: Iterable[StepView], policy: EscalationPolicy
) -> Iterator[Owing]:
    vacant: dict[str, datetime] = {}
    for view in views:
        if view.is_settled or view.ready_at is None or _is_skipped(incident, view):
            continue
        yield from _late(incident, view)
        role = view.role
        if view.state is StepState.READY and role and not incident.holder(role):
            vacant[role] = min(view.ready_at, vacant.get(role, view.ready_at))
    if policy.unassigned:
        for role, since in vacant.items():
            key = (Purpose.STEP_UNASSIGNED, role, 0)
            due_at = incident.told.get(key) or since + timedelta(seconds=policy.unassigned)
            yield Owing(*key, due_at, roles=(role, *_IN_CHARGE))


def _late(incident: Incident, view: StepView) -> Iterator[Owing]:
    limit = view.step.due.at(incident.severity)
    if view.due_at is None or not limit:
        return
    about = f"{view.playbook}/{view.step.id}"
    for number, late in enumerate(view.step.escalate):
        left = timedelta(seconds=limit * (100 - late.percent) // 100)
        roles = (late.to, *_IN_CHARGE)
        yield Owing(Purpose.STEP_LATE, about, number, view.due_at - left, roles=roles)


def _is_skipped(incident: Incident, view: StepView) -> bool:
    return incident.mode is Mode.DRILL and view.step.drill == "skip"
