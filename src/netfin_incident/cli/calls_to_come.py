"""Who is called after a declaration, said in one line: it must be known whether anybody is."""

import os

from netfin_incident.app.climbs import Having, standing
from netfin_incident.app.desk import Handled
from netfin_incident.cli.call import Call
from netfin_incident.domain.escalation import Escalation
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.vocabulary import Origin
from netfin_incident.errors import NetfinError
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.explain import explain
from netfin_incident.wording.moments import stamp


def tell_calls(call: Call, handled: Handled) -> None:
    """Say who is called when by which policy, or that nobody is, and why; never raises an error."""
    incident = handled.incident
    ladder, stands = incident.escalation, standing(incident)
    if ladder is None:
        call.tell(said.NOBODY_CALLED, id=incident.id, why=_why_nobody(call, incident))
        return
    policy = call.name(ladder.policy.name)
    if stands.having is Having.SOMEBODY:
        people = ", ".join(map(call.session.config.name_of, stands.people))
        call.tell(said.HAVE_IT, id=incident.id, policy=policy, people=people)
    elif stands.next_at is not None:
        call.tell(
            said.CALLED_BY if stands.next_level else said.FALLBACK_BY, id=incident.id,
            policy=policy, level=stands.next_level, at=stamp(stands.next_at, call.zone_of(incident)),
            people=_people(call, incident, ladder, stands.next_level),
        )  # fmt: skip


def _people(call: Call, incident: Incident, ladder: Escalation, number: int) -> str:
    """Whom the level calls as the roster is now."""
    callers, policy = call.session.late_callers.now, ladder.policy
    targets = policy.levels[number - 1].targets if number else policy.fallback
    try:
        known = callers.on_call(policy, incident.declared_at)
    except NetfinError as error:
        return call.say(said.BROKEN, why=explain(error, call.language).what)
    called = known.called(targets, incident.holders)
    if callers.problem is not None and not called:
        return call.say(said.BROKEN, why=explain(callers.problem, call.language).line)
    return ", ".join(one.to for one in called) or call.say(said.NOBODY)


def _why_nobody(call: Call, incident: Incident) -> str:
    if incident.origin is not Origin.NATIVE:
        return call.say(said.AFTERWARDS)
    problem = call.session.late_callers.now.problem
    if problem is not None:
        return call.say(said.BROKEN, why=explain(problem, call.language).line)
    path = call.session.config.escalation.value
    if not os.path.lexists(path):
        return call.say(said.NO_POLICIES, path=path)
    return call.say(said.NO_POLICY)
