"""An escalation policy 升级策略: who is called, in which order, and how long each has to answer.

A policy is kept whole in the record when an escalation starts, so that a later edit of the file
changes nothing that is running; spans of time are therefore whole seconds.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.days import Days
from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode

MOST_LEVELS: Final = 20
MOST_TARGETS: Final = 20
MOST_ROUNDS: Final = 6


class TargetKind(StrEnum):
    """What a target names."""

    PERSON = "person"
    ROLE = "role"
    """Whoever holds the role in the incident; where nobody does, whom the roster has for it."""
    TEAM = "team"
    ROTATION = "rotation"
    CHANNEL = "channel"
    """A group or a program behind one channel, which cannot acknowledge."""


@dataclass(frozen=True, slots=True)
class Target:
    """One that is called."""

    kind: TargetKind
    id: str


@dataclass(frozen=True, slots=True)
class BySeverity:
    """Seconds by severity, Ⅰ to Ⅳ."""

    s1: int
    s2: int
    s3: int
    s4: int

    def at(self, severity: Severity) -> int:
        """The seconds at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


@dataclass(frozen=True, slots=True)
class When:
    """When a level is called; what is not said does not limit it."""

    severities: tuple[Severity, ...] = ()
    modes: tuple[Mode, ...] = ()
    hours: BusinessHours | None = None
    """Windows of the week, by the clocks of the policy's zone."""
    days: Days = Days.EVERY

    def holds(
        self, severity: Severity, mode: Mode, at: datetime, zone: str, *, workday: bool
    ) -> bool:
        """Whether the level counts at an instant, on a working day or not."""
        return (
            (not self.severities or severity in self.severities)
            and (not self.modes or mode in self.modes)
            and (self.days is Days.EVERY or workday == (self.days is Days.WORKDAYS))
            and (self.hours is None or _within(self.hours, at, zone))
        )


ALWAYS: Final = When()


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the ladder 升级层级: called together, and given the same time to answer."""

    id: str
    targets: tuple[Target, ...]
    wait: int
    """Seconds that it has to answer, from when it was really called."""
    acknowledgements: int = 1
    """How many people have to acknowledge; more than were called means all of them."""
    when: When = ALWAYS


NO_DELAY: Final = BySeverity(0, 0, 0, 0)
ANSWERED_FOR: Final = BySeverity(15 * 60, 30 * 60, 60 * 60, 4 * 60 * 60)
GRACE: Final = BySeverity(5 * 60, 10 * 60, 15 * 60, 60 * 60)


@dataclass(frozen=True, slots=True)
class EscalationPolicy:
    """Who is called when nobody has answered."""

    id: str
    name: Text
    levels: tuple[Level, ...]
    fallback: tuple[Target, ...]
    """Called when all levels are used up, again and again until somebody acknowledges."""
    zone: str
    """IANA zone of the hours of its levels."""
    calendar: str = ""
    """Id of the roster's calendar that says which days are worked; empty for Monday to Friday."""
    rounds: int = 1
    """How often the levels are gone through before the fallback is called."""
    again: int = 10 * 60
    """Seconds after which the fallback is called again."""
    start: BySeverity = NO_DELAY
    """Seconds before the first level is called."""
    acknowledged_for: BySeverity = ANSWERED_FOR
    """Seconds that an acknowledgement holds without any progress; 0 for ever."""
    grace: BySeverity = GRACE
    """Seconds after the reminder before the acknowledgement is void."""
    unassigned: int = 10 * 60
    """Seconds that a step may be ready without anybody holding its role; 0 for ever."""

    def called(self) -> Iterator[Target]:
        """Every target it names, each once."""
        named = (*(one for level in self.levels for one in level.targets), *self.fallback)
        yield from dict.fromkeys(named)


def _within(hours: BusinessHours, at: datetime, zone: str) -> bool:
    local = at.astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    return any(
        window.weekday == local.weekday() and window.opens <= minute < window.closes
        for window in hours.windows
    )
