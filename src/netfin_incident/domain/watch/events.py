"""What happens to the watching, in the past tense.

`KIND` is the stable name under which an event is stored; it never changes once released.
"""

from datetime import datetime
from typing import ClassVar, TypeAlias

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class WatchStarted:
    """A watcher began to watch."""

    KIND: ClassVar[str] = "watch-started"
    watcher: str
    host: str
    pid: int


@dataclass(frozen=True, slots=True)
class WatchStopped:
    """A watcher ended of its own accord, or was told to."""

    KIND: ClassVar[str] = "watch-stopped"
    watcher: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WatchGap:
    """Nothing watched, from a moment to another: what became due then was called later."""

    KIND: ClassVar[str] = "watch-gap"
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """The clock of the machine was set: the program went on by the time that really passed."""

    KIND: ClassVar[str] = "clock-jumped"
    seconds: int
    """How far; negative where it went back."""
    wall: datetime
    """What the machine's clock said after it."""
    effective: datetime
    """What the program went by."""


Event: TypeAlias = WatchStarted | WatchStopped | WatchGap | ClockJumped
"""Everything that is recorded about watching."""
