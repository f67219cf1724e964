"""Rotations 轮值: layers of people who take turns, and the whole roster 值班表.

Every handoff is worked out from the first one by the wall calendar, never from the one before it:
a monthly turn from the 31st is on the last day of a short month and on the 31st again after it.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster.openings import USUAL_WEEK, Opening, WorkCalendar
from netfin_incident.domain.roster.people import Person, RoleCover, Team
from netfin_incident.domain.text import Text


class Unit(StrEnum):
    """What the length of a turn is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS: Final = {Unit.MONTH: 1, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Turns:
    """People who follow one another, each for the same length on the wall calendar."""

    people: tuple[str, ...]
    start: datetime
    """Naive: when the first turn begins, by the clocks of the rotation's zone."""
    unit: Unit
    every: int = 1
    """How many units a period lasts."""
    handoffs: tuple[int, ...] = (0,)
    """Minutes of the wall clock from the beginning of a period, for each handoff within it."""
    until: datetime | None = None
    """Naive: when the last turn ends, at the latest."""

    def handoff(self, index: int) -> datetime:
        """When turn `index` begins, by the wall clock; the first is 0."""
        periods, within = divmod(index, len(self.handoffs))
        return self._period(periods) + timedelta(minutes=self.handoffs[within])

    def about(self, wall: datetime) -> int:
        """The turn in which `wall` lies, or one close to it; negative before the first."""
        begun, within = self._periods_before(wall)
        return begun * len(self.handoffs) + sum(minutes <= within for minutes in self.handoffs) - 1

    def _period(self, count: int) -> datetime:
        if self.unit in _DAYS:
            return self.start + timedelta(days=count * self.every * _DAYS[self.unit])
        import pendulum

        first = pendulum.date(self.start.year, self.start.month, self.start.day)
        day = first.add(months=count * self.every * _MONTHS[self.unit])
        return datetime.combine(day, self.start.time())

    def _periods_before(self, wall: datetime) -> tuple[int, int]:
        """Whole periods from the start to `wall`, and the minutes after them."""
        if self.unit in _DAYS:
            length = timedelta(days=self.every * _DAYS[self.unit])
            begun, within = divmod(wall - self.start, length)
            return begun, within // timedelta(minutes=1)
        months = (wall.year - self.start.year) * 12 + wall.month - self.start.month
        return months // (self.every * _MONTHS[self.unit]), 0


@dataclass(frozen=True, slots=True)
class FixedShift:
    """One shift of a list, by the clocks of the rotation's zone."""

    person: str
    start: datetime
    """Naive."""
    end: datetime
    """Naive; the shift does not include it."""


@dataclass(frozen=True, slots=True)
class FixedList:
    """Shifts written down one by one, in the order of time, none overlapping another."""

    shifts: tuple[FixedShift, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """People in some order, and when they count."""

    id: str
    order: Turns | FixedList
    only: tuple[Opening, ...] = ()
    """When the layer counts; without any, always."""
    level: int = 1
    """A layer of a higher level goes before one of a lower."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """A seat that one person at a time is on call for."""

    id: str
    name: Text
    zone: str
    layers: tuple[Layer, ...]
    calendar: WorkCalendar = USUAL_WEEK
    needed: tuple[Opening, ...] = ()
    """When somebody has to be on call; without any, always."""

    @property
    def by_precedence(self) -> tuple[Layer, ...]:
        """The layers, those first that go before the others."""
        return tuple(sorted(self.layers, key=lambda layer: -layer.level))

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of everybody in its layers, each once."""
        named: list[str] = []
        for layer in self.layers:
            order = layer.order
            named += order.people if isinstance(order, Turns) else (s.person for s in order.shifts)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Roster:
    """Who can be called, and who is, when."""

    people: tuple[Person, ...]
    teams: tuple[Team, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    roles: tuple[RoleCover, ...] = ()
    incompatible: tuple[tuple[str, str], ...] = ()
    """Pairs of roles that one person may not hold together 不相容岗位."""
    calendars: tuple[WorkCalendar, ...] = ()
    """All that are written, used by a rotation or not."""

    def person(self, person_id: str) -> Person | None:
        """The person of that id."""
        return next((one for one in self.people if one.id == person_id), None)

    def team(self, team_id: str) -> Team | None:
        """The team of that id."""
        return next((one for one in self.teams if one.id == team_id), None)

    def rotation(self, rotation_id: str) -> Rotation | None:
        """The rotation of that id."""
        return next((one for one in self.rotations if one.id == rotation_id), None)

    def calendar(self, calendar_id: str) -> WorkCalendar | None:
        """The calendar of that id."""
        return next((one for one in self.calendars if one.id == calendar_id), None)

    def rotations_of(self, team: Team) -> tuple[Rotation, ...]:
        """The rotations of a team, in its order."""
        found = (self.rotation(rotation_id) for rotation_id in team.rotations)
        return tuple(one for one in found if one is not None)
