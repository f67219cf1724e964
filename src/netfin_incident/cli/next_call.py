"""What time alone does next about calling people, in one line."""

from netfin_incident.app.climbs import Having, standing
from netfin_incident.cli.call import Call
from netfin_incident.domain.incident.state import Incident
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.moments import stamp


def next_said(call: Call, incident: Incident) -> str:
    """What time alone does next on the ladder."""
    stands = standing(incident)
    if stands.next_at is None:
        return call.say(said.NEXT_NOTHING)
    at = stamp(stands.next_at, call.zone_of(incident))
    if stands.having is Having.SOMEBODY:
        return call.say(said.NEXT_VOID if stands.is_reminded else said.NEXT_REMINDER, at=at)
    if stands.next_level:
        return call.say(said.NEXT_LEVEL, at=at, level=stands.next_level)
    return call.say(said.NEXT_FALLBACK, at=at)
