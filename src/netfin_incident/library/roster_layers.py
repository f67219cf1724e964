"""The layers of a rotation, from what stands in the file to what the domain computes with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.days import Days
from netfin_incident.domain.roster import (
    FixedList,
    FixedShift,
    Layer,
    Opening,
    Rotation,
    Turns,
    Unit,
)
from netfin_incident.domain.roster.clocks import reached
from netfin_incident.domain.roster.shifts import layer_shifts
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.roster_values import HANDOFF, HOURS, LENGTH, WALL, Handoff
from netfin_incident.library.shapes import Listing, Record
from netfin_incident.library.usual_shapes import ID, choice, whole_number

MAX_LAYERS: Final = 20
"""Most layers of one rotation."""

_DAY: Final = 24 * 60
_WEEK: Final = 7 * _DAY
_HIGHEST: Final = 99
_CYCLES: Final = {(1, Unit.DAY): _DAY, (1, Unit.WEEK): _WEEK}
"""Turns that may be handed over several times, and the minutes of one."""

OPENINGS: Final = Listing(
    Record({"days": choice(*Days), "hours": HOURS}, needed=("hours",)), fewest=1
)
_SHIFT: Final = Record({"person": ID, "from": WALL, "to": WALL}, needed=("person", "from", "to"))
LAYER: Final = Record(
    {
        "id": ID,
        "level": whole_number(_HIGHEST),
        "only": OPENINGS,
        "every": LENGTH,
        "start": WALL,
        "until": WALL,
        "handoffs": Listing(HANDOFF, fewest=1),
        "people": Listing(ID, fewest=1),
        "shifts": Listing(_SHIFT, fewest=1),
    },
    needed=("id",),
)
_OF_TURNS: Final = ("every", "start", "people")
_TURNS_ONLY: Final = (*_OF_TURNS, "until", "handoffs")


def openings(given: Given, key: str) -> tuple[Opening, ...]:
    """The windows under `key`."""
    return tuple(
        Opening(one["hours"], Days(one.get("days", Days.EVERY)))
        for one in given.get(key, ())
        if "hours" in one
    )


@dataclass(frozen=True, slots=True)
class LayerReader:
    """Makes the layers of one rotation, and records what is wrong with them."""

    reading: Reading
    people: Collection[str]
    """Ids of everybody in the roster."""
    place: ZoneInfo

    def layer(self, given: Given) -> Layer | None:
        """The layer, or None where it cannot be computed with."""
        source = given.source
        listed = "shifts" in source
        if listed == ("every" in source):
            self.reading.refuse("roster-layer-kind", self.reading.id_place(given))
            return None
        strange = _TURNS_ONLY if listed else ()
        for key in (key for key in strange if key in source):
            known = ("id", "level", "only", "shifts")
            self.reading.refuse_name(
                "field-unknown", self.reading.key_place(source, key), key, known
            )
        order = self._listed(given) if listed else self._turns(given)
        if order is None or "id" not in given:
            return None
        return Layer(given["id"], order, openings(given, "only"), given.get("level", 1))

    def _turns(self, given: Given) -> Turns | None:
        for person in given.get("people", ()):
            self._require_person(given, "people", person)
        for key in (key for key in _OF_TURNS if key not in given.source):
            self.reading.refuse("field-missing", self.reading.id_place(given), field=key)
        if any(not given.get(key) for key in _OF_TURNS):
            return None
        start, (every, unit) = given["start"], given["every"]
        until: datetime | None = given.get("until")
        if until is not None:
            self._require_forward(given, "until", start, until)
        handoffs = self._handoffs(given, start, every, unit)
        return Turns(given["people"], start, unit, every, handoffs, until)

    def _handoffs(self, given: Given, start: datetime, every: int, unit: Unit) -> tuple[int, ...]:
        """Minutes from the start of a turn to each handoff within it."""
        named: tuple[Handoff, ...] = given.get("handoffs", ())
        if not named:
            return (0,)
        cycle = _CYCLES.get((every, unit))
        by_weekday = {one.weekday is not None for one in named}
        place = self.reading.key_place(given.source, "handoffs")
        if cycle is None or by_weekday != {cycle == _WEEK}:
            self.reading.refuse("roster-handoffs-misplaced", place)
            return (0,)
        begun = start.weekday() * _DAY + start.hour * 60 + start.minute
        minutes = [((one.weekday or 0) * _DAY + one.minutes - begun) % cycle for one in named]
        if 0 not in minutes:
            shown = f"{start:%a %H:%M}" if cycle == _WEEK else f"{start:%H:%M}"
            self.reading.refuse("roster-start-no-handoff", place, start=shown)
        if len(set(minutes)) < len(minutes):
            self.reading.refuse("roster-handoff-twice", place)
        return tuple(sorted({0, *minutes}))

    def _listed(self, given: Given) -> FixedList | None:
        found: list[tuple[FixedShift, Given]] = []
        for one in given.get("shifts", ()):
            if "person" in one:
                self._require_person(one, "person", one["person"])
            if {"person", "from", "to"} <= one.keys() and self._require_forward(
                one, "to", one["from"], one["to"]
            ):
                found.append((FixedShift(one["person"], one["from"], one["to"]), one))
        found.sort(key=lambda pair: pair[0].start)
        for (before, _), (after, source) in pairwise(found):
            if after.start < before.end:
                self.reading.refuse(
                    "roster-shifts-overlap",
                    self.reading.place(source.source, "from"),
                    person=before.person,
                    end=f"{before.end:%Y-%m-%d %H:%M}",
                )
        return FixedList(tuple(shift for shift, _ in found)) if found else None

    def _require_forward(self, given: Given, key: str, start: datetime, end: datetime) -> bool:
        if reached(start, self.place) < reached(end, self.place):
            return True
        place = self.reading.place(given.source, key)
        shown = f"{start:%Y-%m-%d %H:%M}"
        self.reading.refuse("roster-shift-backwards", place, field=key, start=shown)
        return False

    def _require_person(self, given: Given, key: str, person: str) -> None:
        if person not in self.people:
            place = self.reading.word_place(given, key, person)
            self.reading.refuse_name("roster-person-unknown", place, person, self.people)


def check_overlaps(rotation: Rotation, given: tuple[Given, ...], reading: Reading) -> None:
    """Record layers of one level that can be at once: neither would go before the other."""
    if len(given) > MAX_LAYERS:
        place = reading.id_place(given[MAX_LAYERS])
        reading.refuse("roster-layers-too-many", place, limit=MAX_LAYERS)
        return
    places = {one["id"]: reading.id_place(one) for one in given if "id" in one}
    for one, other in combinations(rotation.layers, 2):
        if one.level == other.level and _can_meet(rotation, one, other):
            reading.refuse(
                "roster-layers-overlap", places[other.id], first=one.id, second=other.id,
                level=one.level,
            )  # fmt: skip


def _can_meet(rotation: Rotation, one: Layer, other: Layer) -> bool:
    for listed, against in ((one, other), (other, one)):
        if isinstance(listed.order, FixedList):
            first, last = listed.order.shifts[0], listed.order.shifts[-1]
            place = ZoneInfo(rotation.zone)
            span = reached(first.start, place), reached(last.end, place)
            return any(
                any(True for _ in layer_shifts(rotation, against, shift.start, shift.end))
                for shift in layer_shifts(rotation, listed, *span)
            )
    if isinstance(one.order, Turns) and isinstance(other.order, Turns):
        first_end, second_end = one.order.until, other.order.until
        if (first_end and first_end <= other.order.start) or (
            second_end and second_end <= one.order.start
        ):
            return False
    if not one.only or not other.only:
        return True
    return any(a.may_meet(b) for a in one.only for b in other.only)
