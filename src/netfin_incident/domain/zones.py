"""Time zones by name, and moments that know the zone they were meant in."""

import re
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Precision
from netfin_incident.errors import UsageError

_ZONE_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_ZONE_FOLDERS: Final = ("posix/", "right/", "posixrules", "localtime", "Factory")


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, how exactly it is known, and the zone it was meant in."""

    at: datetime
    """Aware, in UTC."""
    precision: Precision
    zone: str


def check_zone(name: str) -> str:
    """`name`, when it is a place of the time zone database such as `Asia/Shanghai`.

    Raises:
        UsageError: it is a path, an offset or an abbreviation, or no such zone is known.
    """
    key = name.strip()
    if not _ZONE_NAME.fullmatch(key) or key.startswith(_ZONE_FOLDERS):
        raise UsageError("zone-not-a-name", given=name)
    try:
        ZoneInfo(key)
    except (KeyError, ValueError, OSError):  # KeyError: no such zone; OSError: a folder of zones
        raise UsageError("zone-unknown", given=name) from None
    return key


def local(at: datetime, zone: str) -> datetime:
    """`at` on the clocks of `zone`; of UTC where this machine does not know the zone."""
    place: tzinfo = UTC
    with suppress(KeyError, ValueError, OSError):
        place = ZoneInfo(zone)
    return at.astimezone(place)
