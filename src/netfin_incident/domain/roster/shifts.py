"""Shifts 班次 of a rotation: each worked out from the origin of its layer, half-open, cut to fit.

A shift is cut to when its layer counts, and where a layer goes before its own.  How long it lasts
is measured; where the clocks are put forward or back within it, that is not what is written.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from heapq import merge
from zoneinfo import ZoneInfo

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.clocks import Edge, edge, reached, wall_at
from netfin_incident.domain.roster.openings import is_open, open_spans
from netfin_incident.domain.roster.rotation import FixedList, Layer, Rotation, Turns


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch for which one person is on call; its end does not belong to it."""

    person: str
    layer: str
    """Id of the layer."""
    begins: Edge
    ends: Edge

    @property
    def start(self) -> datetime:
        """Aware, in UTC."""
        return self.begins.at

    @property
    def end(self) -> datetime:
        """Aware, in UTC."""
        return self.ends.at

    @property
    def length(self) -> timedelta:
        """The time that really passes."""
        return self.end - self.start

    @property
    def nominal(self) -> timedelta:
        """How long it is as written, by the wall clock."""
        return self.ends.wall - self.begins.wall

    @property
    def clock_change(self) -> timedelta:
        """By how much a change of the clocks makes it longer; negative where it makes it shorter."""
        return self.length - self.nominal


def shifts(rotation: Rotation, start: datetime, end: datetime) -> Iterator[Shift]:
    """The shifts of `rotation` that touch the span from `start` to `end`, whole, in order.

    No two are at once: where layers meet, the one that goes before the other has it.
    """
    layers = rotation.by_precedence
    found = (
        _uncovered(rotation, layer, layers[:above], start, end)
        for above, layer in enumerate(layers)
    )
    yield from merge(*found, key=lambda shift: shift.begins)


def layer_shifts(
    rotation: Rotation, layer: Layer, start: datetime, end: datetime
) -> Iterator[Shift]:
    """The shifts of one layer that touch the span, as if it were the only one."""
    place = ZoneInfo(rotation.zone)
    for whole in _whole(layer, place, start, end):
        spans = open_spans(layer.only, rotation.calendar, place, whole.begins, whole.ends)
        for begins, ends in spans:
            if begins.at < end and start < ends.at:
                yield Shift(whole.person, layer.id, begins, ends)


def layer_person(rotation: Rotation, layer: Layer, at: datetime) -> str:
    """Who has the layer at an instant; empty where nobody has.  As fast far from its origin as near."""
    place = ZoneInfo(rotation.zone)
    if isinstance(layer.order, Turns):
        person = _turn_person(layer.order, place, at)
    else:
        person = _listed_person(layer.order, place, at)
    if person and is_open(layer.only, rotation.calendar, place, at):
        return person
    return ""


def _uncovered(
    rotation: Rotation, layer: Layer, above: tuple[Layer, ...], start: datetime, end: datetime
) -> Iterator[Shift]:
    """The shifts of `layer` where none of the layers `above` has one."""
    for shift in layer_shifts(rotation, layer, start, end):
        pieces = [shift]
        for other in above:
            for cover in layer_shifts(rotation, other, shift.start, shift.end):
                pieces = [rest for piece in pieces for rest in _without(piece, cover)]
        yield from (piece for piece in pieces if piece.start < end and start < piece.end)


def _without(piece: Shift, cover: Shift) -> Iterator[Shift]:
    if cover.end <= piece.start or piece.end <= cover.start:
        yield piece
        return
    if piece.start < cover.start:
        yield replace(piece, ends=cover.begins)
    if cover.end < piece.end:
        yield replace(piece, begins=cover.ends)


def _whole(layer: Layer, place: ZoneInfo, start: datetime, end: datetime) -> Iterator[Shift]:
    """The shifts of a layer that touch the span, before they are cut to when it counts."""
    match layer.order:
        case FixedList(listed):
            for one in listed[max(0, _last_begun(layer.order, place, start)) :]:
                begins = edge(one.start, place)
                if begins.at >= end:
                    return
                yield Shift(one.person, layer.id, begins, edge(one.end, place))
        case Turns() as turns:
            index = max(0, _turn_index(turns, place, start))
            begins = _handoff(turns, place, index)
            while begins.at < end:
                ends = _handoff(turns, place, index + 1)
                if begins.at < ends.at:
                    person = turns.people[index % len(turns.people)]
                    yield Shift(person, layer.id, begins, ends)
                elif turns.until is not None and turns.until <= ends.wall:
                    return
                index, begins = index + 1, ends


def _handoff(turns: Turns, place: ZoneInfo, index: int) -> Edge:
    """When a turn begins; those after the last are all at its end."""
    wall = turns.handoff(index)
    return edge(wall if turns.until is None else min(wall, turns.until), place)


def _turn_index(turns: Turns, place: ZoneInfo, at: datetime) -> int:
    """The turn that has begun last at an instant; negative before the first."""
    index = turns.about(wall_at(at, place))
    while reached(turns.handoff(index + 1), place) <= at:
        index += 1
    while reached(turns.handoff(index), place) > at:
        index -= 1
    return index


def _turn_person(turns: Turns, place: ZoneInfo, at: datetime) -> str:
    index = _turn_index(turns, place, at)
    if index < 0 or (turns.until is not None and reached(turns.until, place) <= at):
        return ""
    return turns.people[index % len(turns.people)]


def _last_begun(order: FixedList, place: ZoneInfo, at: datetime) -> int:
    """The shift of the list that has begun last at an instant; -1 before the first."""
    low, high = 0, len(order.shifts)
    while low < high:
        middle = (low + high) // 2
        if reached(order.shifts[middle].start, place) <= at:
            low = middle + 1
        else:
            high = middle
    return low - 1


def _listed_person(order: FixedList, place: ZoneInfo, at: datetime) -> str:
    index = _last_begun(order, place, at)
    if index < 0 or reached(order.shifts[index].end, place) <= at:
        return ""
    return order.shifts[index].person
