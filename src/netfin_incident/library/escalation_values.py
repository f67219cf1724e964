"""Single values of escalation policies: severities, times to wait, and who is called."""

from collections.abc import Callable
from typing import Final

from netfin_incident.domain.escalation import MOST_TARGETS, BySeverity, Target, TargetKind
from netfin_incident.domain.severity import Severity, parse_severity
from netfin_incident.errors import UsageError
from netfin_incident.library.reading import Given, Key, Reading
from netfin_incident.library.shapes import Listing, Record, Value
from netfin_incident.library.usual_shapes import ID
from netfin_incident.library.values import Unfit, line, offset
from netfin_incident.library.yaml_reader import Holder, YamlList, YamlMap

SHORTEST_WAIT: Final = 10
LONGEST_WAIT: Final = 7 * 24 * 3600
"""Seconds."""


def severity(text: str) -> Severity:
    """A severity as people write it: `1`, `S1`, `Ⅰ`."""
    try:
        return parse_severity(text)
    except UsageError:
        raise Unfit("escalation-severity", given=line(text)) from None


def wait(text: str) -> int:
    """Seconds that somebody is given: ten at least, seven days at most."""
    seconds = offset(text)
    if not SHORTEST_WAIT <= seconds <= LONGEST_WAIT:
        raise Unfit("escalation-wait", given=line(text))
    return seconds


def delay(text: str) -> int:
    """Seconds as for a wait, or none at all."""
    return wait(text) if offset(text) else 0


class PerSeverity:
    """One time for every severity, or a mapping of some; what is not there is as usual."""

    def __init__(self, convert: Callable[[str], int]) -> None:
        """Read each time by `convert`."""
        self._one = Value(convert)

    def read(self, reading: Reading, holder: Holder, key: Key) -> dict[Severity, int] | None:
        """The times that are given, or None."""
        node = holder[key]
        if not isinstance(node, YamlMap):
            seconds = self._one.read(reading, holder, key)
            return None if seconds is None else dict.fromkeys(Severity, seconds)
        found: dict[Severity, int] = {}
        seen: set[Severity] = set()
        for name in node:
            try:
                grade = severity(name)
            except Unfit as unfit:
                reading.record(unfit.at(reading.key_place(node, name), name))
                continue
            if grade in seen:
                place = reading.key_place(node, name)
                reading.refuse("escalation-severity-twice", place, given=name)
            seen.add(grade)
            seconds = self._one.read(reading, node, name)
            if seconds is not None:
                found[grade] = seconds
        return found


def by_severity(given: dict[Severity, int], usual: BySeverity) -> BySeverity:
    """The times of a mapping; `usual` for severities that it leaves out."""
    return BySeverity(*(given.get(grade, usual.at(grade)) for grade in Severity))


class Targets:
    """A list of those who are called together: `[{rotation: first}, {person: li-na}]`."""

    def __init__(self) -> None:
        """Each is a mapping with one key, which says what it names."""
        self._listing = Listing(Record(dict.fromkeys(map(str, TargetKind), ID)), fewest=1)

    def read(self, reading: Reading, holder: Holder, key: Key) -> tuple[Target, ...] | None:
        """The targets, or None where there is no list."""
        listed, node = self._listing.read(reading, holder, key), holder[key]
        if listed is None or not isinstance(node, YamlList):
            return None
        if len(listed) > MOST_TARGETS:
            place = reading.place(node, MOST_TARGETS)
            reading.refuse("escalation-targets-too-many", place, limit=MOST_TARGETS)
        found: dict[Target, Given] = {}
        for given in listed:
            if len(given.source) != 1:
                place = reading.place(node, node.index(given.source))
                reading.refuse("escalation-target-kind", place, kinds=tuple(map(str, TargetKind)))
                continue
            for kind, name in given.items():
                target = Target(TargetKind(kind), name)
                if target in found:
                    place = reading.place(given.source, kind)
                    reading.refuse("escalation-target-twice", place, given=name)
                found.setdefault(target, given)
        return tuple(found)


WAIT: Final = Value(wait)
DELAY: Final = Value(delay)
SEVERITIES: Final = Listing(Value(severity), fewest=1)
DELAYS: Final = PerSeverity(delay)
WAITS: Final = PerSeverity(wait)
TARGETS: Final = Targets()
