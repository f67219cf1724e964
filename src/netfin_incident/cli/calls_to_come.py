"""Who is called after a declaration, said in one line: it must be known whether anybody is."""

import os

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.having import Having, standing
from netfin_incident.cli.call import Call
from netfin_incident.domain.escalation import Escalation
from netfin_incident.domain.incident import events as e
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
        people = call.say(said.LIST).join(map(call.session.config.name_of, stands.people))
        call.tell(said.HAVE_IT, id=incident.id, policy=policy, people=people)
    elif stands.next_at is not None:
        people, problem = _people(call, incident, ladder, stands.next_level)
        call.tell(
            said.CALLED_BY if stands.next_level else said.FALLBACK_BY, id=incident.id,
            policy=policy, level=stands.next_level, at=stamp(stands.next_at, call.zone_of(incident)),
            people=people,
        )  # fmt: skip
        if problem is not None:
            call.tell(said.NOT_CERTAIN, why=explain(problem, call.language).line)


def tell_calls_of_raising(call: Call, handled: Handled) -> None:
    """Say it too where the severity was raised while somebody has to respond."""
    changes = [one.event for one in handled.recorded if isinstance(one.event, e.SeverityChanged)]
    if handled.incident.is_under_way and any(one.after < one.before for one in changes):
        tell_calls(call, handled)


def _people(
    call: Call, incident: Incident, ladder: Escalation, number: int
) -> tuple[str, NetfinError | None]:
    """Whom the level calls as the roster is now, and what stands in the way of knowing that."""
    callers, policy = call.session.late_callers.now, ladder.policy
    targets = policy.levels[number - 1].targets if number else policy.fallback
    try:
        known = callers.on_call(policy, incident.declared_at)
    except NetfinError as error:
        return call.say(said.NOBODY), error
    called = known.called(targets, incident.holders)
    return call.say(said.LIST).join(one.to for one in called) or call.say(
        said.NOBODY
    ), callers.problem


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
