"""Small clocks, and the shipped ones, for tests of the engine."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from meta.sources import ROOT
from netfin_incident.domain.clocks import (
    NO_CALENDAR,
    SUBMITTED,
    Anchor,
    AnchorSet,
    Clock,
    DayCalendar,
    Fact,
    Instrument,
    Limit,
    Report,
    Said,
    Standing,
    Start,
    Submitted,
    Terms,
    Unit,
    Use,
    Within,
    standings,
)
from netfin_incident.domain.text import Text
from netfin_incident.library.clock_shelf import ClockShelf

SMALL = """\
schema: netfin-clock/1
id: small
version: 3
name: {zh: 小规则, en: A small rule}
jurisdiction: XX
authority: {zh: 监管机构, en: The authority}
state: enabled
instrument:
  title: A law
  article: "7"
  url: https://example.com/law
  effective_from: 2026-01-01
  effective_to: 2026-12-31
verification:
  level: primary
  checked_on: 2026-06-01
  review_by: 2027-01-31
  quote: within four hours
regimes: [xx]
trigger: {severity_at_least: S2, classification: xx.major, fact: data_lost}
zone: Europe/Berlin
calendar: cn
note: {zh: 说明, en: A note}
late: {zh: 说明理由, en: Give reasons}
reports:
  - id: initial
    name: {zh: 初报, en: Initial}
    to: {zh: 分局, en: The branch}
    article: "7(1)"
    quote: four hours
    limits:
      - {from: classified, within: {hours: 4}}
      - {from: aware, within: {minutes: 90}, unless: {anchor: classified, after: aware, by: {hours: 24}}}
    roll: {until: "12:00", unless_entity: [bank]}
    again_on: [service_restored]
    internal_target: 30m
    condition: {zh: 重大的, en: only if grave}
    content: [xx.general, xx.initial]
  - id: final
    name: {zh: 终报, en: Final}
    limits:
      - {from: "submitted:initial:latest", within: {business_days: 5}, end_of_day: true}
      - {from: handling_ended, within: immediate}
    repeat: {every: {hours: 2}, until: contained}
"""
PROOF = SMALL[SMALL.index("verification:") : SMALL.index("regimes:")]
LAST_LIMITS = SMALL[SMALL.rindex("    limits:") : SMALL.rindex("    repeat:")]
CALENDAR = """\
schema: netfin-calendar/1
id: cn
name: {zh: 中国, en: China}
week: Mon-Fri
years:
  2026:
    status: published
    source: a notice
    holidays: [2026-10-01, 2026-10-02]
    workdays: [2026-10-10]
  2027:
    status: provisional
    source: the law
    holidays: [2027-10-01]
"""
FOLDER = ROOT / "templates" / "clocks"
NAME = Text("A duty", "报送义务")


def written(folder: Path, text: str = SMALL, name: str = "small.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


@cache
def shelf() -> ClockShelf:
    """The shipped clocks."""
    return ClockShelf([FOLDER])


def shipped(name: str) -> Clock:
    return shelf().find(name)[0]


def instant(text: str, zone: str = "UTC") -> datetime:
    """A moment on the clocks of a place, in UTC; one that they show twice is the first."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def on_clocks(at: datetime | None, zone: str) -> str:
    """What the clocks of a place show, with the offset."""
    assert at is not None
    return at.astimezone(ZoneInfo(zone)).isoformat(" ")


def terms(zone: str, calendar: DayCalendar = NO_CALENDAR, *entity: str) -> Terms:
    return Terms(zone, calendar, frozenset(entity))


def clock(*reports: Report, instrument: Instrument | None = None) -> Clock:
    return Clock(
        "duty", 1, NAME, "XX", NAME, instrument or Instrument("A law"), None, Use.ENABLED, reports
    )


def report(start: Start, within: Within, report_id: str = "initial") -> Report:
    return Report(report_id, NAME, (Limit(start, within),))


def hours(count: int) -> Within:
    return Within(Unit.HOURS, count)


AWARE = Start(Anchor.AWARE)


class Story:
    """One clock of one incident, told fact by fact; every fact is said a minute after the last."""

    def __init__(self, of: Clock, zone: str, *entity: str, holds: bool = True) -> None:
        self.clock = of
        self.zone = zone
        self.terms = terms(zone, NO_CALENDAR, *entity)
        self.holds = holds
        self.facts: tuple[Fact, ...] = ()
        self._said = datetime(2026, 11, 1, tzinfo=UTC)

    def at(self, text: str) -> datetime:
        return instant(text, self.zone)

    def said(self, reason: str = "") -> Said:
        self._said += timedelta(minutes=1)
        return Said(self._said, "li-na", reason)

    def then(self, *facts: Fact) -> "Story":
        self.facts = (*self.facts, *facts)
        return self

    def anchored(self, **anchors: str) -> "Story":
        return self.then(
            *(AnchorSet(self.said(), Anchor(name), self.at(at)) for name, at in anchors.items())
        )

    def sent(self, report_id: str, at: str, late_reason: str = "") -> "Story":
        return self.then(Submitted(self.said(), report_id, self.at(at), late_reason))

    def stands(self, report_id: str, now: str) -> Standing:
        found = standings(self.clock, self.facts, self.terms, self.at(now), holds=self.holds)
        return next(one for one in found if one.report.id == report_id)

    def due(self, report_id: str, now: str = "2026-11-01 00:00") -> tuple[str, str]:
        """The strict time and the legal one."""
        due = self.stands(report_id, now).due
        assert due is not None
        return on_clocks(due.raw, self.zone), on_clocks(due.outer, self.zone)


def submitted(report_id: str) -> str:
    return f"{SUBMITTED}{report_id}"
