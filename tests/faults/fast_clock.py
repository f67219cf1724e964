"""A clock that runs faster than the machine's, the same in every process that is given it."""

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from story import T0


@dataclass(frozen=True, slots=True)
class FastClock:
    """Stands at `T0` plus `ahead` seconds when the machine's own clock is at `begun`."""

    begun: float
    speed: float
    ahead: float = 0.0

    @classmethod
    def started(cls, speed: float) -> "FastClock":
        """One that stands at `T0` now."""
        return cls(time.monotonic(), speed)

    def elapsed(self) -> float:
        """Its seconds since `T0`."""
        return (time.monotonic() - self.begun) * self.speed + self.ahead

    def wall(self) -> datetime:
        """Its time."""
        return T0 + timedelta(seconds=self.elapsed())

    def set_on(self, seconds: float) -> "FastClock":
        """The same clock, so many seconds further."""
        return replace(self, ahead=self.ahead + seconds)

    def at_speed(self, speed: float) -> "FastClock":
        """Goes on from now at another speed."""
        return FastClock(time.monotonic(), speed, self.elapsed())
