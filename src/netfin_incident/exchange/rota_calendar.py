"""Times on call as an iCalendar file (RFC 5545), for the calendars that people carry.

The same times give the same bytes: ids come from rotation and start, and the stamp is given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

PRODUCT: Final = "-//netfin-incident//roster//EN"


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One time on call."""

    rotation: str
    start: datetime
    """Aware UTC, like the end, which does not belong to it."""
    end: datetime
    summary: str
    description: str

    @property
    def uid(self) -> str:
        """What a calendar knows it by when the file is read again."""
        return f"{self.rotation}-{self.start:%Y%m%dT%H%M%SZ}@netfin-incident"


def calendar_bytes(name: str, stamp: datetime, times: Iterable[OnDuty]) -> bytes:
    """The file.

    Args:
        name: What the calendar is called.
        stamp: When what it says was decided, aware UTC; never now.
        times: In any order.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in sorted(times, key=lambda each: (each.start, each.rotation)):
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp.replace(microsecond=0))
        event.add("dtstart", one.start)
        event.add("dtend", one.end)
        event.add("summary", one.summary)
        event.add("description", one.description)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
