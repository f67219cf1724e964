"""Escalating by hand: who is called is worked out in the transaction that calls them."""

from netfin_incident.app.calling import Callers
from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.climbs import Climbed, next_calls
from netfin_incident.app.desk import Desk
from netfin_incident.domain.escalation import OnCallNow
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act


def escalate(
    desk: Desk, callers: Callers, incident_id: str, act: Act, seen: int | None, reason: str = ""
) -> Handled:
    """Call the next level now.

    Args:
        desk: Where the incident is.
        callers: Who is on call.
        incident_id: Which incident.
        act: Whose act.
        seen: How often anybody had been called when the person looked; None where they did not.
        reason: Why, if that is said.

    Raises:
        CommandRefused: no policy is in force, the emergency is over, or somebody was called since.
        DefinitionError: the policies or the roster cannot be used, so nobody can be found.
        StoreBusy: another process held the database for too long; nothing was written.
        RecordError: the database cannot be read or written.
    """

    def asked(incident: Incident) -> list[tuple[Act, c.Command]]:
        begins = _begins(callers, incident, act)
        on_call = begins.on_call if begins is not None else _on_call(callers, incident, act)
        first: list[tuple[Act, c.Command]] = [(act, begins)] if begins is not None else []
        return [*first, (act, c.Escalate(on_call, seen, reason))]

    (handled,) = desk.handle_many([incident_id], asked)
    return handled


def would_call(callers: Callers, incident: Incident, act: Act) -> tuple[Climbed, ...]:
    """What escalating now would do: levels passed over, then the one called.  Writes nothing.

    Raises:
        CommandRefused: it cannot be escalated.
        DefinitionError: the policies or the roster cannot be used.
        StoreBusy: another process holds the database.
        RecordError: the database cannot be read.
    """
    begins = _begins(callers, incident, act)
    for event in decide(incident, act, begins) if begins is not None else ():
        incident = fold.apply(incident, act, event)
    return next_calls(incident, act, _on_call(callers, incident, act))


def _begins(callers: Callers, incident: Incident, act: Act) -> c.StartEscalation | None:
    """What begins a ladder, where none is climbed yet though there is a policy."""
    if incident.escalation is not None or not incident.is_under_way:
        return None
    begins = callers.start(incident, act.at)
    _require_people(callers, begins.on_call if begins is not None else OnCallNow(act.at))
    return begins


def _on_call(callers: Callers, incident: Incident, act: Act) -> OnCallNow:
    """Who is on call by the ladder's own policy; a roster that cannot be read has nobody passed over."""
    if incident.escalation is None:
        return OnCallNow(act.at)
    found = callers.on_call(incident.escalation.policy, act.at)
    _require_people(callers, found)
    return found


def _require_people(callers: Callers, found: OnCallNow) -> None:
    """Hold that nobody is passed over only because a file cannot be read."""
    if callers.problem is not None and not found.people:
        raise callers.problem
