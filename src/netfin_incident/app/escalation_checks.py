"""What a file of policies needs seeing to: targets, and whether anybody is reached in the days ahead.

Nothing here keeps a policy from being used; each finding is said like an error in the file, with
the place where it stands.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.app.escalation_targets import (
    calendar_of,
    is_known,
    people_at,
    rotations_of,
)
from netfin_incident.domain.escalation import EscalationPolicy, Level, Target, TargetKind
from netfin_incident.domain.hours import BusinessHours, Window
from netfin_incident.domain.roster import Changes, Opening, Roster, timeline
from netfin_incident.domain.roster.clocks import edge_at
from netfin_incident.domain.roster.openings import open_spans
from netfin_incident.domain.roster.ways import ways
from netfin_incident.domain.vocabulary import Role
from netfin_incident.domain.zones import local
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.escalation import Written
from netfin_incident.library.reading import position

_ALL_WEEK: Final = BusinessHours(tuple(Window(day, 0, 24 * 60) for day in range(7)))
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What the policies have to fit, and from when to when it is looked at."""

    roster: Roster
    changes: Changes
    channels: Collection[str]
    """Names of the channels that are set up."""
    services: Collection[str]
    """Ids of the services; none where no file names them."""
    at: datetime
    ahead: datetime


def check_escalations(written: Written, around: Around) -> tuple[DefinitionError, ...]:
    """Everything that the policies of a file need seeing to, in the order of the file."""
    found = [
        *_services(written, around),
        *_unused(written),
        *(error for one in written.escalations.policies for error in _policy(one, written, around)),
    ]
    return tuple(sorted(found, key=position))


def _services(written: Written, around: Around) -> Iterator[DefinitionError]:
    for number, rule in enumerate(written.escalations.rules):
        for service in rule.services if around.services else ():
            if service not in around.services:
                yield DefinitionError(
                    "escalation-service-unknown",
                    place=written.service(number, service),
                    given=service,
                    choices=choices(service, sorted(around.services)),
                )


def _unused(written: Written) -> Iterator[DefinitionError]:
    used = {rule.policy for rule in written.escalations.rules}
    for policy in written.escalations.policies:
        if policy.id not in used:
            place = written.policy(policy.id)
            yield DefinitionError("escalation-policy-unused", place=place, policy=policy.id)


def _policy(
    policy: EscalationPolicy, written: Written, around: Around
) -> Iterator[DefinitionError]:
    if policy.calendar and around.roster.calendar(policy.calendar) is None:
        known = (one.id for one in around.roster.calendars)
        yield DefinitionError(
            "escalation-calendar-unknown",
            place=written.calendar(policy.id),
            given=policy.calendar,
            choices=choices(policy.calendar, known),
        )
    for level in policy.levels:
        yield from _level(policy, level, written, around)
    yield from _fallback(policy, written, around)
    yield from _one_person(policy, written.policy(policy.id), around)


def _level(
    policy: EscalationPolicy, level: Level, written: Written, around: Around
) -> Iterator[DefinitionError]:
    strangers = [one for one in level.targets if not _fits(one, around)]
    for target in strangers:
        yield _stranger(target, written.target(policy.id, level.id, target), around)
    if strangers:
        return
    place, spans = written.level(policy.id, level.id), _spans(level.targets, around)
    if spans == [(around.at, around.ahead)]:
        yield DefinitionError("escalation-level-unreached", place=place, level=level.id)
        return
    opening = (Opening(level.when.hours or _ALL_WEEK, level.when.days),)
    zone, calendar = ZoneInfo(policy.zone), calendar_of(policy, around.roster)
    for start, end in spans:
        edges = edge_at(start, zone), edge_at(end, zone)
        for begins, ends in open_spans(opening, calendar, zone, *edges):
            yield DefinitionError(
                "escalation-level-gap", place=place, level=level.id,
                start=local(begins.at, policy.zone), end=local(ends.at, policy.zone),
            )  # fmt: skip
            return


def _fallback(
    policy: EscalationPolicy, written: Written, around: Around
) -> Iterator[DefinitionError]:
    strangers = [one for one in policy.fallback if not _fits(one, around)]
    for target in strangers:
        yield _stranger(target, written.target(policy.id, "", target), around)
    people = [one for one in policy.fallback if one.kind is not TargetKind.CHANNEL]
    for start, end in [] if strangers else _spans(people, around)[:1]:
        yield DefinitionError(
            "escalation-fallback-unreached", place=written.fallback(policy.id), policy=policy.id,
            start=local(start, policy.zone), end=local(end, policy.zone),
        )  # fmt: skip


def _one_person(
    policy: EscalationPolicy, place: Place, around: Around
) -> Iterator[DefinitionError]:
    targets = [target for level in policy.levels for target in level.targets]
    for start, _ in _pieces(targets, around):
        called = [people for level in policy.levels if (people := _people(level, start, around))]
        everybody = set().union(*called)
        if len(called) >= _FEWEST and len(everybody) == 1:
            yield DefinitionError(
                "escalation-one-person", place=place, policy=policy.id, person=everybody.pop(),
                start=local(start, policy.zone),
            )  # fmt: skip
            return


def _people(level: Level, at: datetime, around: Around) -> set[str]:
    return {
        person
        for target in level.targets
        for person in people_at(around.roster, target, at, around.changes)
    }


def _fits(target: Target, around: Around) -> bool:
    if target.kind is TargetKind.CHANNEL:
        return target.id in around.channels
    is_usual = target.kind is TargetKind.ROLE and target.id in set(Role)
    return is_usual or is_known(around.roster, target)


def _stranger(target: Target, place: Place, around: Around) -> DefinitionError:
    roster = around.roster
    known: dict[TargetKind, Iterable[str]] = {
        TargetKind.PERSON: (one.id for one in roster.people),
        TargetKind.TEAM: (one.id for one in roster.teams),
        TargetKind.ROTATION: (one.id for one in roster.rotations),
        TargetKind.ROLE: (*(one.role for one in roster.roles), *Role),
        TargetKind.CHANNEL: sorted(around.channels),
    }
    near = choices(target.id, known[target.kind])
    if target.kind is TargetKind.CHANNEL:
        return DefinitionError(
            "escalation-channel-unknown", place=place, given=target.id, choices=near
        )
    return DefinitionError(
        "escalation-target-unknown", place=place, given=target.id, kind=str(target.kind),
        choices=near,
    )  # fmt: skip


def _spans(targets: Iterable[Target], around: Around) -> list[tuple[datetime, datetime]]:
    """When the program reaches nobody by `targets`, joined where they touch.

    A time in which no rotation needs anybody, and nobody is on call, was left open on purpose.
    """
    targets = tuple(targets)
    if any(one.kind is TargetKind.CHANNEL for one in targets):
        return []
    found: list[tuple[datetime, datetime]] = []
    for start, end in _pieces(targets, around):
        for begins, ends in _open(targets, start, end, around):
            if found and begins <= found[-1][1]:
                found[-1] = found[-1][0], max(found[-1][1], ends)
            else:
                found.append((begins, ends))
    return found


def _open(
    targets: tuple[Target, ...], start: datetime, end: datetime, around: Around
) -> Iterator[tuple[datetime, datetime]]:
    roster = around.roster
    named = [name for one in targets for name in people_at(roster, one, start, around.changes)]
    rotations = [rotation for one in targets for rotation in rotations_of(roster, one)]
    if any(ways(person).contacts for person in roster.people if person.id in named):
        return
    if named or not rotations:
        yield start, end
        return
    spans = [
        (begins.at, ends.at)
        for one in rotations
        for place in [ZoneInfo(one.zone)]
        for begins, ends in open_spans(
            one.needed, one.calendar, place, edge_at(start, place), edge_at(end, place)
        )
    ]
    yield from sorted(spans)


def _pieces(
    targets: Iterable[Target], around: Around
) -> Iterator[tuple[datetime, datetime]]:  # fmt: skip
    """The time that is looked at, in pieces in which the targets stand for the same people."""
    rotations = {one.id: one for target in targets for one in rotations_of(around.roster, target)}
    starts = {
        stretch.start
        for one in rotations.values()
        for stretch in timeline(one, around.at, around.ahead, around.changes)
    }
    yield from pairwise([*sorted({around.at, *starts}), around.ahead])
