"""Which acknowledgement is waited for, and what time alone does next, in one line each."""

from netfin_incident.app.having import Having, standing
from netfin_incident.cli.call import Call
from netfin_incident.domain.incident.state import Incident
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.moments import stamp


def owed_said(call: Call, incident: Incident) -> str:
    """Why an acknowledgement is still waited for; empty where none is."""
    stands, ladder = standing(incident), incident.escalation
    if ladder is None or not stands.having.is_open:
        return ""
    if stands.having is Having.MORE:
        return call.say(said.MORE_WANTED)
    if stands.having is Having.PARTLY:
        return call.say(
            said.SOME_YET, count=stands.count, needed=stands.needed, number=ladder.generation
        )
    return call.say(said.NOBODY_YET, number=ladder.generation)


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
