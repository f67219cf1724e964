"""Whom to call 呼叫对象: what a name stands for, who has it at a moment, and how each is reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from netfin_incident.domain.roster import (
    Changes,
    Override,
    Person,
    Roster,
    Rotation,
    Spell,
    members,
    on_call,
    spell,
)
from netfin_incident.errors import DefinitionError
from netfin_incident.library.choices import choices


@dataclass(frozen=True, slots=True)
class Called:
    """One that is called: whoever has a rotation, or a person who stands in the roster by name."""

    person: Person | None
    """None where nobody is on call."""
    rotation: Rotation | None = None
    spell: Spell | None = None
    """Of a rotation: since when, until when, by what, and who follows."""
    idle: tuple[Override, ...] = ()
    """Of a rotation: overrides that have no effect at this moment."""
    stands_in: bool = False
    """Whether it is the backup of the role that was asked for."""


def called(roster: Roster, given: str, at: datetime, changes: Changes) -> tuple[Called, ...]:
    """Whom `given` calls at a moment: a rotation, team, person or role; without it, all rotations.

    Raises:
        DefinitionError: the roster knows nothing by that name.
    """
    if not given:
        return tuple(_seat(roster, one, at, changes) for one in roster.rotations)
    found = tuple(_by_id(roster, given, at, changes))
    cover = next((one for one in roster.roles if one.role == given), None)
    if not found and cover is not None:
        first = _by_id(roster, cover.by, at, changes)
        behind = _by_id(roster, cover.backup, at, changes, stands_in=True)
        found = (*first, *behind)
    if not found and roster.team(given) is None:
        known = (
            *(one.id for one in roster.rotations), *(one.id for one in roster.teams),
            *(one.role for one in roster.roles), *(one.id for one in roster.people),
        )  # fmt: skip
        raise DefinitionError("roster-called-unknown", given=given, choices=choices(given, known))
    return found


def _by_id(
    roster: Roster, name: str, at: datetime, changes: Changes, *, stands_in: bool = False
) -> Iterator[Called]:
    rotation, team, person = roster.rotation(name), roster.team(name), roster.person(name)
    if rotation is not None:
        yield _seat(roster, rotation, at, changes, stands_in=stands_in)
    elif team is not None and team.rotations:
        for one in roster.rotations_of(team):
            yield _seat(roster, one, at, changes, stands_in=stands_in)
    elif team is not None:
        yield from (Called(one, stands_in=stands_in) for one in members(team, roster.people))
    elif person is not None:
        yield Called(person, stands_in=stands_in)


def _seat(
    roster: Roster, rotation: Rotation, at: datetime, changes: Changes, *, stands_in: bool = False
) -> Called:
    found = spell(rotation, at, changes)
    idle = on_call(roster, rotation, at, changes).idle
    return Called(roster.person(found.duty.person), rotation, found, idle, stands_in)
