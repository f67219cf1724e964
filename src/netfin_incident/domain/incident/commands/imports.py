"""Recording what a written log said."""

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True)
class RecordImport:
    """Say which written log the incident was read from."""

    name: str
    sha256: str
    zone: str
    hours: str = ""


@dataclass(frozen=True)
class StateDuration:
    """Record a duration the written log states, beside the computed ones."""

    label: str
    text: str
    stated: int | None
    wall: int | None
    business: int | None
    verdict: str
    hours: str = ""
    reading: str = ""
    reading_values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NoteDoubt:
    """Record a doubt about the written log."""

    slug: str
    line: int
    values: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    reading_values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FinishImport:
    """End an imported incident as closed."""
