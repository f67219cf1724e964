"""When time alone makes something due: a watcher sleeps until then."""

from collections.abc import Iterable
from datetime import datetime

from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.telling import owing
from netfin_incident.domain.vocabulary import Origin


def wakes_at(incident: Incident, steps: Iterable[StepView] | None = None) -> datetime | None:
    """When `Tick` next has something to say, which may be past already; None for never.

    Args:
        incident: As it is now.
        steps: Its board, where that is known already.
    """
    if incident.escalation is None or incident.origin is not Origin.NATIVE:
        return None
    moments = [climbs_at(incident), *(one.due_at for one in owing(incident, steps))]
    return min((one for one in moments if one is not None), default=None)


def climbs_at(incident: Incident) -> datetime | None:
    """When the next level is called, a reminder is owed, or an acknowledgement is void."""
    ladder = incident.escalation
    if ladder is None or not incident.is_under_way:
        return None
    if not ladder.is_answered:
        return ladder.next_at(incident.severity)
    return ladder.void_at(incident.severity, incident.progress_at or incident.declared_at)
