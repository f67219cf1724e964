"""Who would be called: by which policy, before an incident is declared.  Writes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from netfin_incident.app.calling import Callers
from netfin_incident.app.climbs import next_calls
from netfin_incident.domain.escalation import Called, EscalationPolicy
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode, Origin
from netfin_incident.errors import DefinitionError


@dataclass(frozen=True, slots=True)
class Foretold:
    """What declaring would bring about."""

    policy: EscalationPolicy | None = None
    """None where nobody is called."""
    problem: DefinitionError | None = None
    """What keeps people from being called: the policies, or the roster, cannot be used."""
    called: tuple[Called, ...] = ()
    """Whom it calls first."""
    level: int = 0
    """By which level; 0 for the fallback."""
    at: datetime | None = None
    """When; None where whoever declares is on call, and so has it already."""


def foretold(callers: Callers, severity: Severity, service: str, mode: Mode, act: Act) -> Foretold:
    """Whom declaring an incident of that kind would call.

    Raises:
        RecordError: the database or an entry of it cannot be read.
        StoreBusy: another process holds it.
    """
    incident = Incident(
        id="-", title="-", mode=mode, origin=Origin.NATIVE, zone="UTC", key="", service=service,
        declared_by=act.person, declared_at=act.at, severity=severity,
    )  # fmt: skip
    start = callers.start(incident, act.at)
    if start is None:
        return Foretold(problem=callers.problem)
    for event in decide(incident, act, start):
        incident = fold.apply(incident, act, event)
    delay = timedelta(seconds=start.policy.start.at(severity))
    has_it = incident.escalation is not None and incident.escalation.is_answered
    *_, call = next_calls(incident, act, start.on_call)
    return Foretold(
        start.policy,
        callers.problem,
        () if isinstance(call, e.LevelPassedOver) else call.called,
        0 if isinstance(call, e.FallbackCalled) else call.level,
        None if has_it else act.at + delay,
    )
