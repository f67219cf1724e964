"""Rules of roles: who may hold what, and how a role passes on.

Until a handover is accepted the old holder holds.  Taking command is always allowed, with a reason;
for any other role the pairs that must stay apart hold for whoever takes it, too.
"""

from typing import assert_never

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.typed import line, prose, reason
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, Reasoned, Role
from netfin_incident.errors import CommandRefused

_Asked = (
    c.AssignRole | c.ReleaseRole | c.OfferHandover | c.AcceptHandover | c.EndHandover | c.TakeRole
)


def decide(incident: Incident, act: Act, asked: _Asked) -> list[e.Event]:
    """Answer a command about a role.

    Raises:
        CommandRefused: see each rule.
    """
    role = _known_role(incident, asked.role)
    match asked:
        case c.AssignRole():
            return _assign(incident, act, role, line(Field.PERSON, asked.person))
        case c.ReleaseRole():
            return _release(incident, act, role, asked)
        case c.OfferHandover():
            return _offer(incident, act, role, asked)
        case c.AcceptHandover():
            return _accept(incident, act, role)
        case c.EndHandover():
            return _end(incident, act, role, asked)
        case c.TakeRole():
            return _take(incident, act, role, asked)
        case _:
            assert_never(asked)


def known_roles(incident: Incident) -> tuple[str, ...]:
    """The standard roles, then those that the attached playbooks add."""
    own = (role.id for run in incident.runs.values() for role in run.plan.roles)
    return tuple(dict.fromkeys([*(str(role) for role in Role), *own]))


def conflicts(incident: Incident, role: str, person: str) -> tuple[str, ...]:
    """Roles that `person` holds and that the playbooks keep apart from `role` 不相容岗位."""
    pairs = [pair for run in incident.runs.values() for pair in run.plan.separation]
    apart = {b if a == role else a for a, b in pairs if role in (a, b)}
    return tuple(other for other in sorted(apart) if incident.holder(other) == person)


def _known_role(incident: Incident, role: str) -> str:
    roles = known_roles(incident)
    if role not in roles:
        raise CommandRefused("role-unknown", role=role, nearest=nearest(role, roles), roles=roles)
    return role


def _held(incident: Incident, role: str) -> str:
    holder = incident.holder(role)
    if not holder:
        raise CommandRefused("role-vacant", role=role)
    return holder


def _assign(incident: Incident, act: Act, role: str, person: str) -> list[e.Event]:
    holder = incident.holder(role)
    if holder == person:
        return []
    if holder:
        raise CommandRefused("role-held", role=role, holder=holder)
    _check_apart(incident, act, role, person)
    return [e.RoleAssigned(role, person)]


def _release(incident: Incident, act: Act, role: str, asked: c.ReleaseRole) -> list[e.Event]:
    holder = _held(incident, role)
    why = prose(Field.REASON, asked.reason, optional=True)
    if act.person != holder:
        why = reason(asked.reason, Reasoned.RELEASING_ROLE)
    return [e.RoleReleased(role, holder, why)]


def _offer(incident: Incident, act: Act, role: str, asked: c.OfferHandover) -> list[e.Event]:
    holder = _held(incident, role)
    to = line(Field.PERSON, asked.to)
    if to == holder:
        raise CommandRefused("handover-to-holder", role=role, person=to)
    if act.person not in (holder, incident.holder(Role.COMMANDER)):
        raise CommandRefused("handover-not-yours", role=role, holder=holder, person=act.person)
    _check_apart(incident, act, role, to)
    brief = prose(Field.BRIEF, asked.brief)
    standing = incident.offers.get(role)
    if standing is not None and (standing.to, standing.brief) == (to, brief):
        return []
    return [e.HandoverOffered(role, to, brief)]


def _accept(incident: Incident, act: Act, role: str) -> list[e.Event]:
    offer = incident.offers.get(role)
    if offer is None:
        raise CommandRefused("handover-none", role=role)
    if offer.to != act.person:
        raise CommandRefused("handover-for-another", role=role, to=offer.to, person=act.person)
    _check_apart(incident, act, role, act.person)
    return [e.HandoverAccepted(role, act.person, incident.holder(role))]


def _end(incident: Incident, act: Act, role: str, asked: c.EndHandover) -> list[e.Event]:
    offer = incident.offers.get(role)
    if offer is None:
        raise CommandRefused("handover-none", role=role)
    if act.person not in (offer.to, offer.by, incident.holder(role)):
        raise CommandRefused("handover-for-another", role=role, to=offer.to, person=act.person)
    return [e.HandoverEnded(role, offer.to, reason(asked.reason, Reasoned.ENDING_HANDOVER))]


def _take(incident: Incident, act: Act, role: str, asked: c.TakeRole) -> list[e.Event]:
    holder = incident.holder(role)
    if holder == act.person:
        return []
    if role != Role.COMMANDER:
        _check_apart(incident, act, role, act.person)
    return [e.RoleTaken(role, act.person, holder, reason(asked.reason, Reasoned.TAKING_ROLE))]


def _check_apart(incident: Incident, act: Act, role: str, person: str) -> None:
    held = conflicts(incident, role, person)
    if held and not act.break_glass:
        raise CommandRefused("duties-conflict", role=role, person=person, held=held)
