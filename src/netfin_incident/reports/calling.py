"""Who was called, whether it reached them, who answered, and when nothing watched meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netfin_incident.app.climbs import Climb, Reached, Rung, RungState, climbs
from netfin_incident.app.responses import Responses, responses
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.watch.state import Gap
from netfin_incident.reports.course import Span

_DONE = (RungState.CALLED, RungState.PASSED)


@dataclass(frozen=True, slots=True)
class CallingFacts:
    """All that is known about calling people in one incident."""

    climbs: tuple[Climb, ...]
    """Each escalation with what was really called or passed over; nothing that is to come."""
    responses: Responses
    gaps: tuple[Gap, ...]
    """When nothing watched while somebody had to respond."""


def calling_facts(
    incident: Incident,
    records: Sequence[Recorded[e.Event]],
    gaps: Iterable[Gap],
    spans: Sequence[Span],
) -> CallingFacts:
    """What the records say.

    Args:
        incident: As it is now.
        records: Its entries, from the first.
        gaps: When nothing watched.
        spans: When somebody had to respond.
    """
    made = climbs(incident, records)
    for climb in made:
        climb.rungs = [rung for rung in climb.rungs if rung.state in _DONE]
    touching = (gap for gap in gaps if any(gap.touches(one.start, one.end) for one in spans))
    return CallingFacts(made, responses(incident, records), tuple(touching))


def climb_object(climb: Climb) -> dict[str, object]:
    """An escalation as JSON can hold it, but for its moments."""
    return {
        "generation": climb.generation,
        "policy": climb.policy.id,
        "started_at": climb.started_at,
        "not_called_again": climb.knowing,
        "levels": [_rung(one) for one in climb.rungs],
    }


def _rung(rung: Rung) -> dict[str, object]:
    late = rung.late_seconds if rung.state is RungState.CALLED else None
    return {
        "state": rung.state,
        "entry": rung.entry or None,
        "round": rung.round,
        "level": rung.level or None,
        "id": rung.level_id or None,
        "due_at": rung.due_at,
        "at": rung.at,
        "late_seconds": late,
        "because": rung.because,
        "begins": rung.begins,
        "reason": rung.reason,
        "by": rung.by or None,
        "targets": rung.targets,
        "called": [_reached(one) for one in rung.people],
    }


def _reached(one: Reached) -> dict[str, object]:
    return {
        "to": one.to,
        "channel": one.channel,
        "dial": one.dial,
        "acknowledged_at": one.acknowledged_at,
        "notices": [
            {
                "key": notice.key,
                "contact": notice.contact or None,
                "state": notice.state,
                "settled_at": notice.settled_at,
                "attempts": notice.attempts,
                "reason": notice.reason or None,
                "simulated": notice.simulated,
            }
            for notice in one.notices
        ],
    }
