"""Single values of a roster: local times, zones, hours, handoffs, and addresses of contacts.

An address that stands in the file itself is one that anybody may read: a number or a mail address.
Everything else, such as the address of a chat robot with its token, is named by where it is kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netfin_incident.domain.hours import BusinessHours, parse_business_hours
from netfin_incident.domain.roster import Address, ContactChannel, Kept, Unit
from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import UsageError
from netfin_incident.library.shapes import Value
from netfin_incident.library.values import Unfit, line, period

_MIDNIGHT: Final = 24 * 60
_WEEK: Final = 7
_WALL: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_NUMBER: Final = re.compile(r"\+?[0-9][0-9 ()-]{1,24}(?:[,;x#转][0-9]{1,8})?")
_MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}")
_PATH: Final = re.compile(r"/[^:]{1,199}")
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_HERE: Final[Mapping[ContactChannel, re.Pattern[str]]] = {
    ContactChannel.PHONE: _NUMBER,
    ContactChannel.SMS: _NUMBER,
    ContactChannel.GATEWAY: _NUMBER,
    ContactChannel.MAIL: _MAIL,
    ContactChannel.FILE: _PATH,
}
"""What an address may look like that stands in the file itself."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """A time of day, of one weekday or of every day."""

    weekday: int | None
    """0 for Monday."""
    minutes: int
    """Since midnight."""


def zone(text: str) -> str:
    """A time zone by the name of its place."""
    try:
        return check_zone(text)
    except UsageError:
        raise Unfit("roster-zone-unknown", given=line(text)) from None


def wall(text: str) -> datetime:
    """A day and a time on the clocks of a place, which is not said here: naive."""
    given = line(text)
    try:
        found = datetime.fromisoformat(given) if _WALL.fullmatch(given) else None
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise Unfit("roster-time-unreadable", given=given)
    return found


def hours(text: str) -> BusinessHours:
    """Windows of the week: `Mon-Fri 09:00-18:00`."""
    return _hours(text, line(text))


def weekdays(text: str) -> frozenset[int]:
    """Days of the week: `Mon-Fri`."""
    found = _hours(f"{line(text)} 00:00-24:00", line(text))
    return frozenset(window.weekday for window in found.windows)


def handoff(text: str) -> Handoff:
    """A time at which one person takes over from another: `09:00` or `Mon 09:00`."""
    given = line(text)
    try:
        windows = parse_business_hours(f"{given}-24:00").windows
    except UsageError:
        raise Unfit("roster-handoff-unreadable", given=given) from None
    days = [window.weekday for window in windows]
    if len(days) not in {1, _WEEK} or any(
        (window.opens, window.closes) != (windows[0].opens, _MIDNIGHT) for window in windows
    ):
        raise Unfit("roster-handoff-unreadable", given=given)
    return Handoff(days[0] if len(days) == 1 else None, windows[0].opens)


def length(text: str) -> tuple[int, Unit]:
    """How long a turn lasts: `1 week`, `3 days`, `2 months`."""
    count, unit = period(text).split()
    return int(count), Unit(unit.removesuffix("s"))


def address(text: str, channel: ContactChannel) -> Address:
    """An address that anybody may read, or where a secret one is kept."""
    given = line(text)
    kept, colon, name = given.partition(":")
    if colon and kept in {Kept.ENV, Kept.FILE}:
        form = _VARIABLE if kept == Kept.ENV else _PATH
        if not form.fullmatch(name):
            raise Unfit("contact-reference", channel=channel)
        return Address(Kept(kept), name)
    here = _HERE.get(channel)
    if here is not None and here.fullmatch(given):
        return Address(Kept.HERE, given)
    if here is None or "://" in given:
        raise Unfit("contact-secret", channel=channel)
    raise Unfit("contact-address", given=given, channel=channel)


def same_address(one: Address) -> str:
    """What is equal for addresses that differ only in how they are written."""
    plain = one.value.casefold() if one.kept is Kept.HERE else str(one)
    return re.sub(r"[ ()-]", "", plain) if _NUMBER.fullmatch(plain) else plain


def _hours(text: str, given: str) -> BusinessHours:
    try:
        return parse_business_hours(text)
    except UsageError:
        raise Unfit("roster-hours-unreadable", given=given) from None


ZONE: Final = Value(zone)
WALL: Final = Value(wall, "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$")
HOURS: Final = Value(hours)
WEEKDAYS: Final = Value(weekdays)
HANDOFF: Final = Value(handoff)
LENGTH: Final = Value(length, "^[1-9][0-9]? (day|week|month|year)s?$")
