"""What a roster needs seeing to: in the days ahead, and in how people and roles are covered.

Nothing here keeps a roster from being used; each finding is said like an error in a file, so that
a person reads what it is and what to do.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from netfin_incident.domain.roster import (
    NO_CHANGES,
    Changes,
    Override,
    Roster,
    Rotation,
    gaps,
    members,
    timeline,
)
from netfin_incident.domain.roster.ways import NEAR_BY
from netfin_incident.domain.zones import local
from netfin_incident.errors import DefinitionError


def check_between(
    roster: Roster, at: datetime, ahead: datetime, changes: Changes = NO_CHANGES
) -> tuple[DefinitionError, ...]:
    """Everything that a roster which counts from `at` to `ahead` needs seeing to."""
    return (
        *_gaps(roster, at, ahead, changes),
        *_unreachable(roster),
        *_without_backup(roster),
        *_overlapping(roster, at, changes),
        *idle_overrides(roster, at, ahead, changes),
        *_held_together(roster, at, ahead, changes),
    )


def _gaps(
    roster: Roster, at: datetime, ahead: datetime, changes: Changes
) -> Iterator[DefinitionError]:
    for rotation in roster.rotations:
        for gap in gaps(rotation, at, ahead, changes):
            yield DefinitionError(
                "roster-gap",
                rotation=rotation.id,
                start=local(gap.start, rotation.zone),
                end=local(gap.end, rotation.zone),
            )


def _unreachable(roster: Roster) -> Iterator[DefinitionError]:
    for person in roster.people:
        if all(contact.channel in NEAR_BY for contact in person.contacts):
            yield DefinitionError("person-without-contact", person=person.id)


def _without_backup(roster: Roster) -> Iterator[DefinitionError]:
    for cover in roster.roles:
        if not cover.backup:
            yield DefinitionError("role-without-backup", role=cover.role, by=cover.by)


def _overlapping(roster: Roster, at: datetime, changes: Changes) -> Iterator[DefinitionError]:
    coming = [one for one in changes.overrides if at < one.end and one.begins < one.end]
    for first, second in combinations(coming, 2):
        start, end = max(first.begins, second.begins), min(first.end, second.end)
        if _same_seat(first, second) and start < end:
            zone = _zone(roster, first.rotation)
            yield DefinitionError(
                "overrides-overlap",
                rotation=first.rotation,
                first=first.id,
                second=second.id,
                start=local(start, zone),
                end=local(end, zone),
            )


def _same_seat(first: Override, second: Override) -> bool:
    replaced = {first.instead_of, second.instead_of}
    return first.rotation == second.rotation and (len(replaced) == 1 or "" in replaced)


def idle_overrides(
    roster: Roster, at: datetime, ahead: datetime, changes: Changes
) -> Iterator[DefinitionError]:
    """Overrides to come that never replace anybody, because whom they replace is not on call."""
    for override in changes.overrides:
        rotation = roster.rotation(override.rotation)
        start = max(at, override.begins)
        if rotation is None or not override.instead_of or not start < min(override.end, ahead):
            continue
        stretches = timeline(rotation, start, override.end, _until(changes, override))
        if not any(one.duty.by == override.id for one in stretches):
            yield DefinitionError(
                "override-idle",
                override=override.id,
                rotation=rotation.id,
                person=override.instead_of,
                start=local(start, rotation.zone),
                end=local(override.end, rotation.zone),
            )


def _until(changes: Changes, last: Override) -> Changes:
    """The changes as they were when `last` was made: what came later may replace its person."""
    made = changes.overrides[: changes.overrides.index(last) + 1]
    return Changes(made, changes.temporary, changes.past)


def _held_together(
    roster: Roster, at: datetime, ahead: datetime, changes: Changes
) -> Iterator[DefinitionError]:
    covers = {cover.role: cover.by for cover in roster.roles}
    for first, second in roster.incompatible:
        if first not in covers or second not in covers:
            continue
        told: set[str] = set()
        theirs = list(_holders(roster, covers[second], at, ahead, changes))
        for person, start, end in _holders(roster, covers[first], at, ahead, changes):
            for other, begins, ends in theirs:
                since, until = max(start, begins), min(end, ends)
                if person == other and since < until and person not in told:
                    told.add(person)
                    zone = _zone(roster, covers[first])
                    yield DefinitionError(
                        "roles-held-together",
                        person=person,
                        first=first,
                        second=second,
                        start=local(since, zone),
                        end=local(until, zone),
                    )


def _holders(
    roster: Roster, name: str, at: datetime, ahead: datetime, changes: Changes
) -> Iterator[tuple[str, datetime, datetime]]:
    """Who holds what is covered by a person, a team or a rotation, and from when to when."""
    rotation, team = roster.rotation(name), roster.team(name)
    rotations: tuple[Rotation, ...] = (rotation,) if rotation else ()
    if team is not None:
        rotations = roster.rotations_of(team)
        if not rotations:
            yield from ((person.id, at, ahead) for person in members(team, roster.people))
    elif rotation is None:
        yield name, at, ahead
    for one in rotations:
        for stretch in timeline(one, at, ahead, changes):
            if stretch.duty.person:
                yield stretch.duty.person, stretch.start, stretch.end


def _zone(roster: Roster, name: str) -> str:
    rotation, person = roster.rotation(name), roster.person(name)
    return rotation.zone if rotation else person.zone if person else "UTC"
