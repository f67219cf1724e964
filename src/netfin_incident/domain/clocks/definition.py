"""What a clock is, as its file says it: a duty to report, and how long there is for each report.

Every value here comes from data.  Nothing in the program knows a number of any law.
"""

from datetime import date
from enum import StrEnum
from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text


class Level(StrEnum):
    """How well the source of a clock was verified."""

    PRIMARY = "primary"
    """The text itself was read."""
    SECONDARY = "secondary"
    DRAFT = "draft"
    MEMORY = "memory"


class Use(StrEnum):
    """How far a clock may be relied on."""

    ENABLED = "enabled"
    ADVISORY = "advisory"
    """Shown as 待核实 where it may apply: never hidden, never as law."""
    OFF = "off"


class Anchor(StrEnum):
    """A moment that a limit is counted from, set by a named person."""

    OCCURRED = "occurred"
    DETECTED = "detected"
    AWARE = "aware"
    CONFIRMED = "confirmed"
    CLASSIFIED = "classified"
    """Placed in the class that the clock's regime reports."""
    DETERMINED = "determined"
    """Found to be what the clock's regime reports."""
    ASSESSED_NOTIFIABLE = "assessed_notifiable"
    CONTAINED = "contained"
    SERVICE_RESTORED = "service_restored"
    HANDLING_ENDED = "handling_ended"
    PAYMENT_MADE = "payment_made"


CLEARED_BY_REOPENING: Final = frozenset(
    {Anchor.CONTAINED, Anchor.SERVICE_RESTORED, Anchor.HANDLING_ENDED}
)
"""What is no longer so once an incident is taken up again."""

SUBMITTED: Final = "submitted:"
"""Before the id of a report whose submission a limit is counted from."""
LATEST: Final = ":latest"


@dataclass(frozen=True, slots=True)
class Start:
    """What a limit is counted from: an anchor, or a submission of another report."""

    anchor: Anchor | None = None
    report: str = ""
    latest: bool = False
    """Whether the latest submission counts, and not the first."""

    def __str__(self) -> str:
        """As it is written: `aware`, `submitted:initial`, `submitted:intermediate:latest`."""
        if self.anchor is not None:
            return self.anchor.value
        return f"{SUBMITTED}{self.report}{LATEST if self.latest else ''}"


class Unit(StrEnum):
    """In what a limit is counted; the last three have no number."""

    MINUTES = "minutes"
    HOURS = "hours"
    CALENDAR_DAYS = "calendar_days"
    BUSINESS_DAYS = "business_days"
    MONTHS = "months"
    IMMEDIATE = "immediate"
    """The text says at once, or without delay."""
    UNSEEN = "unseen"
    """The text has a limit that nobody has read yet; treated as at once."""
    VOLUNTARY = "voluntary"


ELAPSED: Final = {Unit.MINUTES: 60, Unit.HOURS: 3600}
"""Units that are elapsed time, each with its seconds."""
AT_ONCE: Final = frozenset({Unit.IMMEDIATE, Unit.UNSEEN})


@dataclass(frozen=True, slots=True)
class Within:
    """How long there is."""

    unit: Unit
    count: int = 0
    """0 where the unit has no number."""
    end_of_day: bool = False
    """Whether the whole of the last day counts."""


@dataclass(frozen=True, slots=True)
class Unless:
    """A limit falls away where `later` is more than so much after `than`."""

    later: Anchor
    than: Anchor
    by: Within


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a report; of several, the earliest applies."""

    start: Start
    within: Within
    unless: Unless | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """A limit on a non-working day may be kept on the next working day, until a time of that day."""

    until: int
    """Minutes since midnight."""
    unless_entity: tuple[str, ...] = ()
    """Kinds of firms that may not."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """After each submission another is owed, until something has happened."""

    every: Within
    until: Anchor


@dataclass(frozen=True, slots=True)
class Report:
    """One report that is owed."""

    id: str
    name: Text
    limits: tuple[Limit, ...]
    to: Text | None = None
    """To whom, where that is not the clock's authority."""
    article: str = ""
    quote: str = ""
    """The words of the article, where they are not those of the clock."""
    roll: Roll | None = None
    again_on: tuple[Anchor, ...] = ()
    """What makes another report owed at once, if it happens after a submission."""
    repeat: Repeat | None = None
    internal_target: int | None = None
    """Seconds that the firm allows itself where the text has no number."""
    condition: Text | None = None
    """Of which incidents alone it is owed, in words."""
    content: tuple[str, ...] = ()
    """Ids of the groups of fields that the form has."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must hold for a clock to start; all that is given must."""

    severity_at_least: Severity | None = None
    classification: str = ""
    fact: str = ""

    def allows(self, severity: Severity | None) -> bool:
        """Whether an incident of `severity` can start the clock; one that is not known can."""
        least = self.severity_at_least
        return least is None or severity is None or severity <= least


@dataclass(frozen=True, slots=True)
class Instrument:
    """The law, rule or policy that says so."""

    title: str
    article: str = ""
    url: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    """The last day on which it is in force."""

    def in_force(self, day: date) -> bool:
        """Whether it is in force on `day`; both its first and its last day count."""
        begins = self.effective_from
        return (begins is None or begins <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether its last day was before `day`."""
        return self.effective_to is not None and self.effective_to < day


@dataclass(frozen=True, slots=True)
class Verification:
    """Who may rely on the numbers: how the source was read, when, and its words."""

    level: Level
    checked_on: date | None = None
    review_by: date | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A duty to report, with all its reports."""

    id: str
    version: int
    name: Text
    jurisdiction: str
    authority: Text
    instrument: Instrument
    verification: Verification | None
    """None for a rule of the firm's own."""
    use: Use
    reports: tuple[Report, ...]
    trigger: Trigger = Trigger()
    regimes: tuple[str, ...] = ()
    """It concerns firms under any of these; every firm where there are none."""
    zone: str = ""
    """Where days are counted; the firm's own zone where it is empty."""
    calendar: str = ""
    """Which working days count; the firm's own calendar where it is empty."""
    replaces: str = ""
    note: Text | None = None
    late: Text | None = None
    """What being late asks for, in words."""

    def report(self, report_id: str) -> Report | None:
        """The report called `report_id`, or None."""
        return next((one for one in self.reports if one.id == report_id), None)

    def name_of(self, report: Report) -> str:
        """The id under which playbooks name one report: `eu-dora-initial`."""
        return f"{self.id}-{report.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every id that names this clock or one of its reports."""
        return (self.id, *(self.name_of(one) for one in self.reports))

    @property
    def starts(self) -> tuple[str, ...]:
        """Everything that moves this clock, as it is written."""
        found = [str(limit.start) for one in self.reports for limit in one.limits]
        for one in self.reports:
            found += [a.value for a in one.again_on]
            found += [one.repeat.until.value] if one.repeat else []
            found += [
                anchor.value
                for limit in one.limits
                if limit.unless is not None
                for anchor in (limit.unless.later, limit.unless.than)
            ]
            found.append(f"{SUBMITTED}{one.id}")
        return tuple(dict.fromkeys(name.removesuffix(LATEST) for name in found))

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields that it must have to be relied on as law, and has not."""
        proof, reports = self.verification, self.reports
        has_article = self.instrument.article or all(one.article for one in reports)
        lost = [] if has_article else ["article"]
        if proof is None:
            return (*lost, "level", "checked_on", "review_by", "quote")
        lost += [] if proof.checked_on else ["checked_on"]
        lost += [] if proof.review_by else ["review_by"]
        has_quote = proof.quote or all(one.quote for one in reports)
        return (*lost, *(() if has_quote else ("quote",)))
