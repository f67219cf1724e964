"""What a written incident log says, as read: nothing here is corrected, and every doubt is listed.

A value keeps what the log has.  Where that cannot be (a year of five digits), `at` is the reading
that explains it, and a doubt says so; where no single reading can be named, `at` is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from netfin_incident.domain.hours import BusinessHours
from netfin_incident.domain.vocabulary import Milestone, Precision, Role

Values = Mapping[str, str | int]
"""What a doubt or reading fills into its sentence; milestones and roles are their stored values."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate explanation of a doubt; an explanation, not a correction."""

    slug: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the log that a reader should check."""

    slug: str
    line: int
    """From 1; 0 when the log as a whole is meant."""
    values: Values = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    """The readings that explain it, best first; empty when none was found."""
    number: int = 0
    """From 1, in the order of the lines; 0 until the doubts of a log are put in order."""

    @property
    def reading(self) -> Reading | None:
        """The best reading, or None."""
        return self.readings[0] if self.readings else None


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """A time as the log has it."""

    written: str
    """The characters in the log."""
    at: datetime | None
    """Aware UTC; None when no single instant can be read."""
    zone: str
    """The zone it is read in: an IANA name, or an offset such as `+01:00`."""
    precision: Precision
    zone_written: bool = False
    """Whether the zone stands beside the time or over the whole log."""
    day_written: bool = True
    """Whether the day stands beside the time; otherwise it is that of the lines before."""
    likely: datetime | None = None
    """What was probably meant, where the written day is doubted; aware UTC."""

    @property
    def best(self) -> datetime | None:
        """What was probably meant: `likely` where the day is doubted, else `at`."""
        return self.likely or self.at


class Source(StrEnum):
    """Where in the log a key event stands."""

    KEY_EVENTS = "key_events"
    FIELD = "field"
    """A labelled line or table row outside the list of key events."""
    STATUS = "status"
    TIMELINE = "timeline"
    """A timeline entry that says so in a sentence."""


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A milestone as the log names it."""

    label: str
    """As written: “First detected”."""
    milestone: Milestone
    moment: WrittenMoment
    line: int
    source: Source = Source.KEY_EVENTS


class GuessKind(StrEnum):
    """What a line seems to be, beyond a note."""

    ROLE = "role"
    MESSAGE = "message"
    DECISION = "decision"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line seems to record; each is listed among the doubts."""

    kind: GuessKind
    line: int
    person: str = ""
    roles: tuple[Role, ...] = ()
    audience: str = ""
    channels: tuple[str, ...] = ()
    choice: str = ""
    """What was decided, as written."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One dated line of the log with what belongs to it."""

    moment: WrittenMoment
    text: str
    """Without the time; further lines and code blocks follow on lines of their own."""
    line: int
    last_line: int
    section: str
    """The heading it stands under, as written."""
    milestone: Milestone | None = None
    """The milestone it states in a sentence, as “Incident resolved” does."""
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class Sections:
    """The prose of the log, without its dated entries."""

    identified: str = ""
    impact: str = ""
    context: str = ""
    resolution: str = ""
    review_actions: tuple[str, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    """Heading as written, and text."""


class Measures(StrEnum):
    """What a stated duration is said to measure."""

    DETECT = "detect"
    ACKNOWLEDGE = "acknowledge"
    CONTAIN = "contain"
    REPAIR = "repair"
    RESOLVE = "resolve"
    WHOLE = "whole"
    """“Duration”, without saying of what."""


@dataclass(frozen=True, slots=True)
class StatedDuration:
    """A duration that the log states, as “Time to repair”."""

    label: str
    measures: Measures
    text: str
    seconds: int | None
    """None when the text cannot be read."""
    line: int
    coarse: int = 60
    """The smallest unit written, in seconds; a figure in whole hours is coarse."""
    rough: bool = False
    """Whether the log says “about”."""
    hours: tuple[BusinessHours, ...] = ()
    """The hours it says it counts in; several where it leaves the days unsaid."""


@dataclass(frozen=True, slots=True)
class WrittenLog:
    """A whole log, as read in a zone."""

    title: str
    date: date | None
    """The day in its title or front matter."""
    zone: str
    """The zone given for times that state none."""
    zone_written: str
    """The zone the log states for all its times; empty where it states none."""
    key_events: tuple[KeyEvent, ...]
    """In the order written; a milestone may stand more than once."""
    entries: tuple[LogEntry, ...]
    """In the order written."""
    sections: Sections
    durations: tuple[StatedDuration, ...]
    guesses: tuple[Guess, ...]
    """Guesses from labelled lines outside the timeline, such as “Incident lead: …”."""
    doubts: tuple[Doubt, ...]

    def milestone(self, milestone: Milestone) -> KeyEvent | None:
        """The key event that counts: listed as such before told elsewhere, then the first."""
        found = [e for e in self.key_events if e.milestone is milestone and e.moment.at]
        return min(found, key=lambda event: list(Source).index(event.source), default=None)

    def timeline(self) -> tuple["PlacedEntry", ...]:
        """The entries by time; those without a readable one stay after the entry before them."""
        moments = [e.moment for e in self.key_events] + [e.moment for e in self.entries]
        known = [moment.at for moment in moments if moment.at]
        if not known:
            return ()
        placed: list[PlacedEntry] = []
        last = min(known)
        for entry in self.entries:
            sure = entry.moment.at is not None
            last = entry.moment.at or last
            precision = entry.moment.precision if sure else Precision.APPROXIMATE
            placed.append(PlacedEntry(last, precision, entry))
        return tuple(sorted(placed, key=lambda each: each.at))


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry at its place in time."""

    at: datetime
    """Aware UTC; the time of the entry before where its own cannot be read."""
    precision: Precision
    entry: LogEntry


class Verdict(StrEnum):
    """How a stated duration stands against the key events."""

    AGREES = "agrees"
    WITHIN_HOURS = "within_hours"
    """It is the time within the business hours, not on the clock."""
    EXPLAINED = "explained"
    """It differs, and a reading gives it exactly."""
    SLIP = "slip"
    """It differs by what a slip in the sum would leave."""
    UNEXPLAINED = "unexplained"
    NOT_COMPARABLE = "not_comparable"
    """A start or an end is missing from the log."""
    UNREADABLE = "unreadable"
    NOT_STATED = "not_stated"
    """The log has the moments and states no duration between them."""


@dataclass(frozen=True, slots=True)
class DurationCheck:
    """One duration: what the log states, what the clock says, what business hours say."""

    stated: StatedDuration | None
    measures: Measures
    verdict: Verdict
    start: KeyEvent | None = None
    """The start that the figures below count from."""
    end: KeyEvent | None = None
    wall_clock: int | None = None
    """Seconds from start to end as written."""
    hours: BusinessHours | None = None
    """The hours given by the reader."""
    business: int | None = None
    """Seconds within `hours`."""
    stated_hours: BusinessHours | None = None
    """The hours the log says it counts in."""
    stated_business: int | None = None
    """Seconds within `stated_hours`."""
    readings: tuple[Reading, ...] = field(default=())
    """What explains a difference, best first."""
