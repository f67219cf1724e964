"""What a written log said, and what was doubted in it."""

from typing import ClassVar

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class LogImported:
    """The incident was read from a written log."""

    KIND: ClassVar[str] = "log-imported"
    name: str
    sha256: str
    zone: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class DurationStated:
    """A duration that the written log states, beside what its clock times give."""

    KIND: ClassVar[str] = "duration-stated"
    label: str
    text: str
    stated: int | None
    """Seconds, as written; None where the text could not be read."""
    wall: int | None
    """Seconds by the clock, from detection; None where an end is missing."""
    business: int | None
    """Seconds within the given or stated business hours; None without such hours."""
    verdict: str
    """How the stated figure stands against the clock: agrees, within_hours, explained …"""
    hours: str = ""
    """The business hours that `business` counts in."""
    reading: str = ""
    """What explains a difference best, by slug."""
    reading_values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtNoted:
    """Something in a written log that cannot be right, or was only guessed."""

    KIND: ClassVar[str] = "doubt-noted"
    slug: str
    line: int
    values: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    """What explains it best, by slug; an explanation, never a correction."""
    reading_values: tuple[tuple[str, str], ...] = ()
