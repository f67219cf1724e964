"""The wall clock of a place, and when it first reaches a time that is written for it.

A time that the clocks skip is reached at the first instant after the gap, and one that they show
twice when they show it first.  Every handoff and every window of a roster goes by this one rule.
"""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Edge(NamedTuple):
    """A moment at which a shift or a window begins or ends; edges are in the order of time."""

    at: datetime
    """Aware, in UTC."""
    wall: datetime
    """Naive: as it is written for the clocks of the place."""


def edge(wall: datetime, place: ZoneInfo) -> Edge:
    """The edge that is written as `wall` for the clocks of `place`."""
    return Edge(reached(wall, place), wall)


def edge_at(at: datetime, place: ZoneInfo) -> Edge:
    """The edge at an instant, written as the clocks of `place` show it."""
    return Edge(at.astimezone(UTC), wall_at(at, place))


def wall_at(at: datetime, place: ZoneInfo) -> datetime:
    """What the clocks of `place` show at an instant."""
    return at.astimezone(place).replace(tzinfo=None, fold=0)


def reached(wall: datetime, place: ZoneInfo) -> datetime:
    """The instant, in UTC, at which the clocks of `place` first show `wall` or a later time."""
    at = wall.replace(tzinfo=place, fold=0).astimezone(UTC)
    if wall_at(at, place) == wall:
        return at
    before = wall.replace(tzinfo=place, fold=1).astimezone(UTC)
    offset = at.astimezone(place).utcoffset()
    seconds = range((at - before) // timedelta(seconds=1))
    passed = bisect_left(
        seconds,
        True,
        key=lambda n: (before + timedelta(seconds=n)).astimezone(place).utcoffset() == offset,
    )
    return before + timedelta(seconds=passed)
