"""Time zones as logs write them: `UTC`, `BST`, `+01:00`, `US/Pacific`; and instants in them.

An abbreviation that several places share (CST, IST) names no zone, and is left to the reader.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.domain.zones import check_zone
from netfin_incident.errors import UsageError

SHARED: Final = frozenset({"CST", "IST", "AST", "SST"})
"""Abbreviations of more than one zone."""

_BY_ABBREVIATION: Final = {
    "UTC": "UTC", "GMT": "UTC", "Z": "UTC", "BST": "+01:00", "WET": "+00:00", "WEST": "+01:00",
    "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
    "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00", "ET": "America/New_York", "CT": "America/Chicago",
    "MT": "America/Denver", "PT": "America/Los_Angeles",
    "SGT": "+08:00", "HKT": "+08:00", "JST": "+09:00", "KST": "+09:00",
    "AEST": "+10:00", "AEDT": "+11:00",
}  # fmt: skip
_PLACES: Final = (
    r"(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Etc)/[A-Za-z_]+"
)
_NAMES: Final = "|".join(sorted((*_BY_ABBREVIATION, *SHARED), key=len, reverse=True))

ZONE: Final = (
    rf"(?:(?P<zone>(?-i:{_PLACES}|(?:UTC|GMT)[ ]?[+\-\u2212][0-9]{{1,2}}(?::?[0-9]{{2}})?"
    rf"|(?:{_NAMES}))(?![A-Za-z0-9_]))|(?P<offset>\+[0-9]{{2}}:?[0-9]{{2}}|\+[0-9]{{2}}))(?![0-9])"
)
"""A zone directly after a time; minus offsets need `UTC` before them, or a `T` before the time."""

_STANDING: Final = re.compile(ZONE)
_OVER_ALL: Final = re.compile(
    r"\b(?:all\s+)?times?(?:stamps?)?\b[^.;\n|]{0,40}?(?:\b|(?<=\())" + ZONE,
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    r"[(\[]\s*(?:all\s+)?(?:times?\s+(?:are\s+)?(?:in\s+)?)?" + ZONE + r"\s*[)\]]"
)
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?\s*([+\-\u2212])([0-9]{1,2}):?([0-9]{2})?")


def zone_named(written: str) -> str:
    """The IANA name or offset that `written` means; empty where it names none or several."""
    text = written.strip()
    if text in _BY_ABBREVIATION:
        return _BY_ABBREVIATION[text]
    offset = _OFFSET.fullmatch(text)
    if offset:
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        if hours > 14 or minutes > 59:  # noqa: PLR2004 - no clock on Earth is farther from UTC
            return ""
        return f"{'+' if offset[1] == '+' else '-'}{hours:02d}:{minutes:02d}"
    try:
        return check_zone(text) if "/" in text else ""
    except UsageError:
        return ""


def zone_over_all(text: str, *, bracketed: bool) -> str:
    """The zone that a heading or a remark states for the times under it, as written, or empty.

    `bracketed` also takes a bare `(UTC)`, as headings have it.
    """
    found = _OVER_ALL.search(text) or (_IN_BRACKETS.search(text) if bracketed else None)
    return (found["zone"] or found["offset"]) if found else ""


def zone_standing(text: str) -> str:
    """The zone that `text` consists of or begins with, as written, or empty."""
    found = _STANDING.match(text.strip())
    return (found["zone"] or found["offset"]) if found else ""


def place_of(zone: str) -> tzinfo:
    """The clocks of `zone`, an IANA name or an offset."""
    offset = _OFFSET.fullmatch(zone)
    if offset is None:
        return ZoneInfo(zone)
    span = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(span if offset[1] == "+" else -span)


def instants(wall: datetime, zone: str) -> list[datetime]:
    """The instants at which the clocks of `zone` show `wall`: none, one, or two."""
    place = place_of(zone)
    found: list[datetime] = []
    for turn in (0, 1):
        at = wall.replace(tzinfo=place, fold=turn).astimezone(UTC)
        if at.astimezone(place).replace(tzinfo=None, fold=0) == wall and at not in found:
            found.append(at)
    return found
