"""Whom a policy would call 升级对象: the people that its targets stand for by the roster."""

from collections.abc import Iterator
from datetime import datetime

from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow, Target, TargetKind
from netfin_incident.domain.roster import (
    NO_CHANGES,
    USUAL_WEEK,
    Changes,
    Roster,
    Rotation,
    WorkCalendar,
    members,
    on_call,
)
from netfin_incident.domain.roster.ways import ways
from netfin_incident.domain.zones import local


def on_call_now(
    policy: EscalationPolicy, roster: Roster, at: datetime, changes: Changes = NO_CHANGES
) -> OnCallNow:
    """Whom the targets of `policy` and the roster's roles stand for, and how everybody is reached."""
    roles = (Target(TargetKind.ROLE, cover.role) for cover in roster.roles)
    named = dict.fromkeys((*policy.called(), *roles))
    people = {one: people_at(roster, one, at, changes) for one in named}
    calendar = calendar_of(policy, roster)
    return OnCallNow(
        at=at,
        people=people,
        ways={person.id: ways(person) for person in roster.people},
        workday=calendar.is_workday(local(at, policy.zone).date()),
    )


def people_at(
    roster: Roster, target: Target, at: datetime, changes: Changes = NO_CHANGES
) -> tuple[str, ...]:
    """Ids of the people that a target stands for at a moment.

    For a role that is whoever covers it, and whoever stands in where nobody does.
    """
    for name in _names(roster, target):
        found = tuple(dict.fromkeys(_people(roster, name, at, changes)))
        if found:
            return found
    return ()


def rotations_of(roster: Roster, target: Target) -> tuple[Rotation, ...]:
    """The rotations on which it depends whom a target stands for."""
    return tuple(one for name in _names(roster, target) for one in _rotations(roster, name))


def is_known(roster: Roster, target: Target) -> bool:
    """Whether the roster has the target; a channel it never has."""
    match target.kind:
        case TargetKind.PERSON:
            return roster.person(target.id) is not None
        case TargetKind.TEAM:
            return roster.team(target.id) is not None
        case TargetKind.ROTATION:
            return roster.rotation(target.id) is not None
        case TargetKind.ROLE:
            return any(cover.role == target.id for cover in roster.roles)
        case TargetKind.CHANNEL:
            return False


def calendar_of(policy: EscalationPolicy, roster: Roster) -> WorkCalendar:
    """The calendar by which a policy tells working days."""
    return roster.calendar(policy.calendar) or USUAL_WEEK


def _names(roster: Roster, target: Target) -> tuple[str, ...]:
    """Ids of people, teams or rotations: those of a role in the order in which they are asked."""
    if not is_known(roster, target):
        return ()
    if target.kind is not TargetKind.ROLE:
        return (target.id,)
    cover = next(one for one in roster.roles if one.role == target.id)
    return tuple(filter(None, (cover.by, cover.backup)))


def _rotations(roster: Roster, name: str) -> tuple[Rotation, ...]:
    rotation, team = roster.rotation(name), roster.team(name)
    if rotation is not None:
        return (rotation,)
    return roster.rotations_of(team) if team is not None else ()


def _people(roster: Roster, name: str, at: datetime, changes: Changes) -> Iterator[str]:
    rotations, team = _rotations(roster, name), roster.team(name)
    for one in rotations:
        yield from on_call(roster, one, at, changes).people
    if team is not None and not rotations:
        yield from (person.id for person in members(team, roster.people))
    elif roster.person(name) is not None:
        yield name
