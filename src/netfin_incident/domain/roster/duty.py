"""Who is on call 值班: at a moment, from then on, and when nobody is.

What the record says of the past goes before a temporary schedule, that before an override, and
that before the layers.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from heapq import merge
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.changes import NO_CHANGES, Changes, Override, Stint
from netfin_incident.domain.roster.clocks import edge_at
from netfin_incident.domain.roster.openings import open_spans
from netfin_incident.domain.roster.people import Team
from netfin_incident.domain.roster.rotation import Layer, Roster, Rotation
from netfin_incident.domain.roster.shifts import layer_person, layer_shifts

DAYS_AHEAD: Final = 30
"""How far ahead a roster is looked through."""
_FARTHEST: Final = timedelta(days=400)
_NEAR: Final = timedelta(days=40)
_TICK: Final = timedelta(microseconds=1)


class Why(StrEnum):
    """What somebody is on call by."""

    PAST = "past"
    TEMPORARY = "temporary"
    OVERRIDE = "override"
    LAYER = "layer"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on call for a rotation, and by what."""

    rotation: str
    person: str
    """Empty where nobody is."""
    why: Why
    by: str = ""
    """Id of the layer, the override or the temporary schedule."""
    instead_of: str = ""
    """Of an override: who would be on call without it; empty where nobody would."""


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who is on call at one moment."""

    at: datetime
    duties: tuple[Duty, ...]
    """One for each rotation."""
    idle: tuple[Override, ...] = ()
    """Overrides without effect, because the person that they replace is not on call."""

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of everybody on call, each once."""
        return tuple(dict.fromkeys(duty.person for duty in self.duties if duty.person))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duty from a moment to another, which does not belong to it."""

    start: datetime
    end: datetime
    duty: Duty


@dataclass(frozen=True, slots=True)
class Spell:
    """How long one person, or nobody, is on call without a break around a moment."""

    duty: Duty
    """By what, at that moment."""
    since: datetime | None
    """None where that is far off."""
    until: datetime | None
    """Likewise; it does not belong to it."""
    follows: Stretch | None
    """What comes then."""


def on_call(
    roster: Roster, called: Rotation | Team, at: datetime, changes: Changes = NO_CHANGES
) -> OnCall:
    """Who is on call at `at`, for a rotation or for all those of a team."""
    rotations = roster.rotations_of(called) if isinstance(called, Team) else (called,)
    found = [_on_call(rotation, at, changes) for rotation in rotations]
    idle = tuple(override for _, without_effect in found for override in without_effect)
    return OnCall(at, tuple(duty for duty, _ in found), idle)


def timeline(
    rotation: Rotation, start: datetime, end: datetime, changes: Changes = NO_CHANGES
) -> Iterator[Stretch]:
    """Who is on call from `start` to `end`: stretches without a hole, worked out as they are asked for."""
    held: Stretch | None = None
    for since, until in pairwise(_instants(rotation, start, end, changes)):
        duty, _ = _on_call(rotation, since, changes)
        if held is not None and held.duty == duty:
            held = Stretch(held.start, until, duty)
            continue
        if held is not None:
            yield held
        held = Stretch(since, until, duty)
    if held is not None:
        yield held


def by_person(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """One for stretches of the same person that touch, with the duty of the first of them."""
    held: Stretch | None = None
    for stretch in stretches:
        if held is not None and held.duty.person == stretch.duty.person:
            held = Stretch(held.start, stretch.end, held.duty)
            continue
        if held is not None:
            yield held
        held = stretch
    if held is not None:
        yield held


def spell(rotation: Rotation, at: datetime, changes: Changes = NO_CHANGES) -> Spell:
    """How long whoever is on call at `at` is, and who follows."""
    since: datetime | None = None
    for back in (_NEAR, _FARTHEST):
        *_, held = by_person(timeline(rotation, at - back, at + _TICK, changes))
        if held.start > at - back:
            since = held.start
            break
    coming = by_person(timeline(rotation, at, at + _FARTHEST, changes))
    now, follows = next(coming), next(coming, None)
    return Spell(now.duty, since, now.end if follows else None, follows)


def gaps(
    rotation: Rotation, start: datetime, end: datetime, changes: Changes = NO_CHANGES
) -> Iterator[Stint]:
    """When nobody is on call from `start` to `end` although somebody has to be."""
    place = ZoneInfo(rotation.zone)
    held: Stint | None = None
    for stretch in timeline(rotation, start, end, changes):
        if stretch.duty.person:
            continue
        edges = edge_at(stretch.start, place), edge_at(stretch.end, place)
        for begins, ends in open_spans(rotation.needed, rotation.calendar, place, *edges):
            if held is not None and held.end == begins.at:
                held = Stint("", held.start, ends.at)
                continue
            if held is not None:
                yield held
            held = Stint("", begins.at, ends.at)
    if held is not None:
        yield held


def _on_call(
    rotation: Rotation, at: datetime, changes: Changes
) -> tuple[Duty, tuple[Override, ...]]:
    fixed = _from_record(rotation, at, changes) or _temporary(rotation, at, changes)
    if fixed is not None:
        return fixed, ()
    duty = _by_layers(rotation, at)
    idle: list[Override] = []
    for override in changes.overrides:
        if override.rotation != rotation.id or not override.holds(at):
            continue
        if override.replaces(duty.person):
            instead_of = duty.instead_of if duty.why is Why.OVERRIDE else duty.person
            duty = Duty(rotation.id, override.person, Why.OVERRIDE, override.id, instead_of)
        else:
            idle.append(override)
    return duty, tuple(idle)


def _from_record(rotation: Rotation, at: datetime, changes: Changes) -> Duty | None:
    for past in changes.past:
        if past.rotation == rotation.id and past.stint.start <= at < past.stint.end:
            return Duty(rotation.id, past.stint.person, Why.PAST)
    return None


def _temporary(rotation: Rotation, at: datetime, changes: Changes) -> Duty | None:
    for one in reversed(changes.temporary):
        if one.rotation == rotation.id and one.holds(at):
            there = (stint.person for stint in one.stints if stint.start <= at < stint.end)
            return Duty(rotation.id, next(there, ""), Why.TEMPORARY, one.id)
    return None


def _by_layers(rotation: Rotation, at: datetime) -> Duty:
    for layer in rotation.by_precedence:
        person = layer_person(rotation, layer, at)
        if person:
            return Duty(rotation.id, person, Why.LAYER, layer.id)
    return Duty(rotation.id, "", Why.NOBODY)


def _instants(
    rotation: Rotation, start: datetime, end: datetime, changes: Changes
) -> Iterator[datetime]:
    """`start`, every instant at which something may change, and `end`; each once, in order."""
    layers = (_handoffs(rotation, layer, start, end) for layer in rotation.layers)
    known = start
    yield start
    for at in merge(sorted(changes.edges(rotation.id)), *layers):
        if known < at < end:
            known = at
            yield at
    if known < end:
        yield end


def _handoffs(
    rotation: Rotation, layer: Layer, start: datetime, end: datetime
) -> Iterator[datetime]:
    for shift in layer_shifts(rotation, layer, start, end):
        yield from (shift.start, shift.end)
