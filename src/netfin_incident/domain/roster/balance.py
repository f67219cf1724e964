"""How time on call is shared out: hours of each person, nights and rest days among them.

Nights and rest days are those of the place where the person is.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import BusinessHours, Window
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.changes import NO_CHANGES, Changes
from netfin_incident.domain.roster.clocks import edge_at
from netfin_incident.domain.roster.duty import Stretch, by_person, timeline
from netfin_incident.domain.roster.openings import Opening, WorkCalendar, open_spans
from netfin_incident.domain.roster.rotation import Roster, Rotation

_MIDNIGHT: Final = 24 * 60
_DAWN: Final = 6 * 60
_LATE: Final = 22 * 60
NIGHTS: Final = Opening(
    BusinessHours(
        tuple(
            window
            for day in range(7)
            for window in (Window(day, 0, _DAWN), Window(day, _LATE, _MIDNIGHT))
        )
    )
)
"""From 22:00 to 06:00."""
REST_DAYS: Final = Opening(
    BusinessHours(tuple(Window(day, 0, _MIDNIGHT) for day in range(7))), Days.RESTDAYS
)


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has on call."""

    person: str
    shifts: int
    """Stretches on call, those that touch counted as one."""
    total: timedelta
    nights: timedelta
    rest_days: timedelta
    """Weekends and holidays; a night on one counts as both."""


def balance(
    roster: Roster,
    rotations: Iterable[Rotation],
    start: datetime,
    end: datetime,
    changes: Changes = NO_CHANGES,
) -> tuple[Load, ...]:
    """The load of everybody who takes part in `rotations` from `start` to `end`, heaviest first."""
    loads: dict[str, Load] = {}
    for rotation in rotations:
        for person in rotation.people:
            loads.setdefault(person, Load(person, 0, timedelta(), timedelta(), timedelta()))
        for stretch in by_person(timeline(rotation, start, end, changes)):
            if stretch.duty.person:
                found = _load(roster, rotation, stretch)
                before = loads.get(found.person)
                loads[found.person] = found if before is None else _together(before, found)
    return _heaviest_first(loads.values())


def joined(parts: Iterable[tuple[Load, ...]]) -> tuple[Load, ...]:
    """The loads of several times as those of all of them, heaviest first."""
    loads: dict[str, Load] = {}
    for load in chain.from_iterable(parts):
        before = loads.get(load.person)
        loads[load.person] = load if before is None else _together(before, load)
    return _heaviest_first(loads.values())


def _heaviest_first(loads: Iterable[Load]) -> tuple[Load, ...]:
    return tuple(sorted(loads, key=lambda load: (-load.total, load.person)))


def _load(roster: Roster, rotation: Rotation, stretch: Stretch) -> Load:
    person = roster.person(stretch.duty.person)
    place = ZoneInfo(rotation.zone if person is None else person.zone)
    return Load(
        stretch.duty.person,
        1,
        stretch.end - stretch.start,
        _within(NIGHTS, rotation.calendar, place, stretch),
        _within(REST_DAYS, rotation.calendar, place, stretch),
    )


def _within(
    opening: Opening, calendar: WorkCalendar, place: ZoneInfo, stretch: Stretch
) -> timedelta:
    edges = edge_at(stretch.start, place), edge_at(stretch.end, place)
    spans = open_spans((opening,), calendar, place, *edges)
    return sum((ends.at - begins.at for begins, ends in spans), timedelta())


def _together(one: Load, other: Load) -> Load:
    return Load(
        one.person,
        one.shifts + other.shifts,
        one.total + other.total,
        one.nights + other.nights,
        one.rest_days + other.rest_days,
    )
