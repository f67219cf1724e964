"""Values that may differ by severity: one for all, or a mapping `{S1: …, default: …}`."""

import re
from collections.abc import Callable
from typing import Final, TypeVar

from netfin_incident.domain.playbook import DueBySeverity, FlagBySeverity
from netfin_incident.domain.severity import Severity
from netfin_incident.library.fields import Field, mapping, plain

LONGEST_DUE: Final = 366 * 24 * 3600
"""Longest limit of a step, in seconds."""

_GRADES: Final = tuple(severity.name for severity in Severity)
_UNITS: Final = (24 * 3600, 3600, 60, 1)
_DURATION: Final = re.compile(r"(-?)(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")
_MOST_DIGITS: Final = 9
_Value = TypeVar("_Value")


def due_by_severity(field: Field) -> DueBySeverity:
    """How long a step may take, as `5m` or `{S1: 5m, default: 15m}`; no limit where none is given."""
    return DueBySeverity(*_by_severity(field, duration, None))


def flag_by_severity(field: Field) -> FlagBySeverity:
    """`true`, `false` or `{S1: true, default: false}`; no where nothing is given."""
    return FlagBySeverity(*_by_severity(field, flag, other=False))


def flag(field: Field) -> bool:
    """`true` or `false`, and nothing else."""
    given = plain(field)
    if given and given not in {"true", "false"}:
        field.refuse("field-not-a-flag", field=field.name, given=given)
    return given == "true"


def duration(field: Field) -> int | None:
    """Seconds in `45s`, `5m`, `1h30m` or `2d`."""
    given = plain(field)
    match = _DURATION.fullmatch(given)
    if not given:
        return None
    if match is None or not any(match.groups()[1:]):
        field.refuse("limit-unreadable", field=field.name, given=given)
        return None
    counts = [count or "0" for count in match.groups()[1:]]
    seconds = sum(
        int(count[: _MOST_DIGITS + 1]) * unit for count, unit in zip(counts, _UNITS, strict=True)
    )
    if match[1] or not 0 < seconds <= LONGEST_DUE:
        field.refuse("limit-out-of-range", field=field.name, given=given)
        return None
    return seconds


def _by_severity(
    field: Field, read: Callable[[Field], _Value], other: _Value
) -> tuple[_Value, _Value, _Value, _Value]:
    if not isinstance(field.value, dict):
        one = read(field)
        return one, one, one, one
    given = {
        key: read(value) for key, value in mapping(field, allowed=(*_GRADES, "default")).items()
    }
    if not field.value:
        field.refuse("field-empty", field=field.name)
    s1, s2, s3, s4 = (given.get(grade, given.get("default", other)) for grade in _GRADES)
    return s1, s2, s3, s4
