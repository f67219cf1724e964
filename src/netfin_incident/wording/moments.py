"""Moments and lengths of time as people read them: local, and always with the offset."""

from datetime import datetime
from typing import Final

from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Precision
from netfin_incident.domain.zones import Moment, local
from netfin_incident.wording.language import Language, say

_ABOUT: Final = Text("about ", "约 ")
_OVERDUE: Final = Text("OVERDUE", "超时")
_UNITS: Final = (
    (86400, Text("d", "天")),
    (3600, Text("h", "小时")),
    (60, Text("m", "分")),
    (1, Text("s", "秒")),
)


def stamp(at: datetime, zone: str) -> str:
    """The day, the time to the second, and the offset: `2026-11-24 14:05:30 +08:00`."""
    here = local(at, zone)
    return f"{here:%Y-%m-%d %H:%M:%S} {_offset(here)}"


def clock(at: datetime, zone: str) -> str:
    """The hour and minute alone, for a row under a heading that names day and zone: `14:05`."""
    return f"{local(at, zone):%H:%M}"


def moment_said(moment: Moment, language: Language) -> str:
    """A moment no more exactly than it is known: `about 2026-11-24 14:05 +08:00`."""
    if moment.precision is Precision.EXACT:
        return stamp(moment.at, moment.zone)
    here = local(moment.at, moment.zone)
    about = say(_ABOUT, language) if moment.precision is Precision.APPROXIMATE else ""
    return f"{about}{here:%Y-%m-%d %H:%M} {_offset(here)}"


def span(seconds: int, language: Language) -> str:
    """A length of time in its two largest units: `1h 17m`, `1小时17分`."""
    left = abs(seconds)
    sizes = [size for size, _ in _UNITS]
    first = next((n for n, size in enumerate(sizes) if left >= size), len(sizes) - 1)
    parts: list[str] = []
    for size, unit in _UNITS[first : first + 2]:
        count, left = divmod(left, size)
        if count or not parts:
            parts.append(f"{count}{say(unit, language)}")
    joint = " " if language is Language.EN else ""
    return ("-" if seconds < 0 else "") + joint.join(parts)


def exact_span(seconds: int, language: Language, *, in_hours: bool = False) -> str:
    """A length of time to the second: `1d 5h 15m`; `in_hours`, days are not formed: `29h 15m`.

    Time within business hours is said in hours, because its days are shorter than the calendar's.
    """
    left = abs(seconds)
    parts: list[str] = []
    for size, unit in _UNITS[1:] if in_hours else _UNITS:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count}{say(unit, language)}")
    joint = " " if language is Language.EN else ""
    return ("-" if seconds < 0 else "") + (joint.join(parts) or span(0, language))


def countdown(seconds: int, language: Language) -> str:
    """What is left, `00:17:43`; when nothing is, how long it is over, `OVERDUE +03:10`."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, second = divmod(rest, 60)
    if seconds >= 0:
        return f"{hours:02}:{minutes:02}:{second:02}"
    over = f"{hours:02}:{minutes:02}:{second:02}" if hours else f"{minutes:02}:{second:02}"
    return f"{say(_OVERDUE, language)} +{over}"


def _offset(here: datetime) -> str:
    written = f"{here:%z}"
    return f"{written[:3]}:{written[3:5]}"
