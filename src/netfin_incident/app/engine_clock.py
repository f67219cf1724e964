"""The clock that escalation goes by: it never goes back, and never slower than time really passes.

The machine's own clock is trusted where it is ahead, because a page that comes early is better than
one that never comes.  Where it was set back, the time goes on by what has really passed since.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

TOLERATED: Final = timedelta(seconds=2)
"""How far the machine's clock may stray between two looks before that is a jump."""


class EngineClock:
    """Tells the time by two clocks.  Safe to use from several threads."""

    def __init__(
        self,
        wall: Callable[[], datetime],
        elapsed: Callable[[], float],
        mark: datetime | None = None,
    ) -> None:
        """Begin now.

        Args:
            wall: The machine's clock, aware UTC.
            elapsed: Seconds since the machine was started, its sleep included.
            mark: How far the clock had come when it was last looked at, by any process.
        """
        self._wall = wall
        self._elapsed = elapsed
        self._lock = threading.Lock()
        at, passed = wall(), elapsed()
        self._at = max(at, mark) if mark is not None else at
        """The time at `_since`; from there it goes on by what passes, unless the wall is ahead."""
        self._since = passed
        self._expected = self._at
        """What the wall should have said at `_looked`, had it not jumped."""
        self._looked = passed

    def now(self) -> datetime:
        """The time."""
        with self._lock:
            passed, wall = self._elapsed(), self._wall()
            by_passing = self._at + timedelta(seconds=passed - self._since)
            if wall > by_passing:
                self._at, self._since = wall, passed
            return max(wall, by_passing)

    def jump(self) -> timedelta | None:
        """How far the wall was set since the last look, back where negative; None where it was not.

        At the first look, a wall that is behind the mark was set back.
        """
        with self._lock:
            passed, wall = self._elapsed(), self._wall()
            set_by = wall - self._expected - timedelta(seconds=passed - self._looked)
            self._expected, self._looked = wall, passed
        return set_by if abs(set_by) > TOLERATED else None
