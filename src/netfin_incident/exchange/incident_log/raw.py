"""What was found in a log, before its times are placed on a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.exchange.incident_log.model import Doubt, Guess, Source, StatedDuration
from netfin_incident.exchange.incident_log.words import Part
from netfin_incident.exchange.incident_log.written import WrittenDay, WrittenTime


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key event as found."""

    label: str
    milestone: Milestone
    time: WrittenTime
    line: int
    source: Source


@dataclass(frozen=True, slots=True)
class RawEntry:
    """A dated line as found."""

    time: WrittenTime
    text: str
    line: int
    last: int
    section: str


@dataclass(frozen=True, slots=True)
class DayMark:
    """A line that only names the day of those under it."""

    day: WrittenDay
    line: int


@dataclass(slots=True)
class Found:
    """Everything found in a log, in the order of its lines."""

    title: str = ""
    title_line: int = 0
    key_sections: list[int] = field(default_factory=list)
    """The lines at which lists of key events begin."""
    keys: list[RawKey] = field(default_factory=list)
    stream: list[RawEntry | DayMark] = field(default_factory=list)
    durations: list[StatedDuration] = field(default_factory=list)
    prose: dict[Part, list[str]] = field(default_factory=dict)
    other: list[tuple[str, str]] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    zones: list[tuple[str, int]] = field(default_factory=list)
    """Zones stated for all times, as written, with their lines."""
    days: list[DayMark] = field(default_factory=list)
    """Days in the title and in fields called “Date”."""

    def doubt(self, slug: str, line: int, **values: str | int) -> None:
        """List a doubt that has no reading."""
        self.doubts.append(Doubt(slug, line, values))

    def entries(self) -> Iterator[RawEntry]:
        """The dated lines."""
        return (each for each in self.stream if isinstance(each, RawEntry))
