"""Rounds of repeat steps: the next begins by itself where the playbook's condition says so."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.reading import Reading
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Step
from netfin_incident.domain.record import Act

_MOST_AT_ONCE: Final = 8
"""Repeat steps nested in each other are few; what one command begins is bounded by this."""


def with_rounds(incident: Incident, act: Act, events: list[e.Event]) -> list[e.Event]:
    """`events`, and the rounds that begin because of them."""
    if not any(run.plan.repeats for run in incident.runs.values()):
        return events
    after = incident
    for event in events:
        after = apply(after, act, event)
    for _ in range(_MOST_AT_ONCE):
        begun = next(_beginning(after), None)
        if begun is None:
            break
        events = [*events, begun]
        after = apply(after, act, begun)
    return events


def next_round(run: Run, reading: Reading, step: Step) -> e.RoundBegun | None:
    """The round that follows the present one; None while that is open, or at the cap."""
    ended = reading.round_settled_at(step)
    most = reading.most_rounds(step)
    number = reading.present_round(step) + 1
    if ended is None or most is None or number > most or step.round is None:
        return None
    turn_at = ended + timedelta(seconds=step.round.every or 0)
    return e.RoundBegun(run.plan.id, step.id, number, turn_at)


def _beginning(incident: Incident) -> Iterator[e.RoundBegun]:
    for run in incident.runs.values():
        if run.given_up_at is not None:
            continue
        reading = Reading(incident, run)
        for step in run.plan.repeats:
            if step.id in run.marks or reading.reach(step).open is not True:
                continue
            goes_through = step.round is not None and bool(step.round.each)
            if goes_through and not (step.round and step.round.until):
                wanted = True
            else:
                wanted = reading.until(step).holds is False
            begun = next_round(run, reading, step) if wanted else None
            if begun is not None:
                yield begun
