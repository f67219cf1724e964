"""What is said of one clock of one incident: facts that are only ever added to.

A mistake is corrected by a further fact, and what was due before stays to be seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from netfin_incident.domain.clocks.definition import (
    CLEARED_BY_REOPENING,
    LATEST,
    SUBMITTED,
    Anchor,
    Report,
)


class Excuse(StrEnum):
    """Why a report need not be made."""

    WAIVED = "waived"
    """The authority let the firm off."""
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Said:
    """Who said so, when, and why."""

    at: datetime
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnchorSet:
    """A moment was stated; a later statement of the same anchor replaces it."""

    said: Said
    anchor: Anchor
    at: datetime


@dataclass(frozen=True, slots=True)
class AnchorWithdrawn:
    """A moment that was stated has not been."""

    said: Said
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Reclassified:
    """The incident came to be, or is no longer, one that the clock is for."""

    said: Said
    holds: bool


@dataclass(frozen=True, slots=True)
class Submitted:
    """A report was sent."""

    said: Said
    report: str
    at: datetime
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Excused:
    """A report need not be made; somebody approved that."""

    said: Said
    report: str
    excuse: Excuse
    approver: str


@dataclass(frozen=True, slots=True)
class Reinstated:
    """A report that was excused is owed after all."""

    said: Said
    report: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """The incident was taken up again: what had ended, has not."""

    said: Said


Fact: TypeAlias = (
    AnchorSet | AnchorWithdrawn | Reclassified | Submitted | Excused | Reinstated | Reopened
)


@dataclass(slots=True)
class Known:
    """What the facts come to."""

    holds: bool
    """Whether the incident is one that the clock is for."""
    has_held: bool
    anchors: dict[Anchor, datetime] = field(default_factory=dict)
    submissions: dict[str, list[tuple[int, Submitted]]] = field(default_factory=dict)
    """By report, each with how often the incident had been reopened by then."""
    excuses: dict[str, Excused] = field(default_factory=dict)
    reopenings: list[datetime] = field(default_factory=list)

    def instants(self) -> Mapping[str, datetime]:
        """Every instant that a limit can be counted from, by how it is written."""
        found: dict[str, datetime] = {str(anchor): at for anchor, at in self.anchors.items()}
        for report, submissions in self.submissions.items():
            found[f"{SUBMITTED}{report}"] = submissions[0][1].at
            found[f"{SUBMITTED}{report}{LATEST}"] = submissions[-1][1].at
        return found

    def submissions_of(self, report: Report) -> list[tuple[int, Submitted]]:
        """The submissions that still count for `report`, each with the reopenings before it.

        What is counted from the end of something is owed anew when that end is taken back.
        """
        starts = {limit.start.anchor for limit in report.limits}
        ends = starts <= CLEARED_BY_REOPENING
        found = self.submissions.get(report.id, [])
        return [one for one in found if not ends or one[0] == len(self.reopenings)]


def fold(facts: tuple[Fact, ...], *, holds: bool) -> Known:
    """What `facts` come to, in their order; `holds` before the first of them."""
    known = Known(holds, holds)
    for fact in facts:
        _apply(known, fact)
    return known


def _apply(known: Known, fact: Fact) -> None:
    match fact:
        case AnchorSet(anchor=anchor, at=at):
            known.anchors[anchor] = at
        case AnchorWithdrawn(anchor=anchor):
            known.anchors.pop(anchor, None)
        case Reclassified(holds=holds):
            known.holds = holds
            known.has_held = known.has_held or holds
        case Submitted(report=report):
            known.submissions.setdefault(report, []).append((len(known.reopenings), fact))
        case Excused(report=report):
            known.excuses[report] = fact
        case Reinstated(report=report):
            known.excuses.pop(report, None)
        case Reopened(said=said):
            known.reopenings.append(said.at)
            for anchor in CLEARED_BY_REOPENING:
                known.anchors.pop(anchor, None)
