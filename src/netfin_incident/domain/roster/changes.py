"""What is changed about a roster from day to day, and what is known of the past.

A change counts from when it was made, so that the past stays as it was; of a shift that is running
only what lies ahead is touched.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Stint:
    """One person on call from a moment to another, which does not belong to it."""

    person: str
    """Empty where nobody was."""
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Override:
    """One person in place of another 临时替班."""

    id: str
    rotation: str
    person: str
    instead_of: str
    """Empty to stand in for whoever is on call, and where nobody is."""
    start: datetime
    end: datetime
    since: datetime
    """When it was made."""

    @property
    def begins(self) -> datetime:
        """When it begins to count: never before it was made."""
        return max(self.start, self.since)

    def holds(self, at: datetime) -> bool:
        """Whether it counts at an instant."""
        return self.begins <= at < self.end

    def replaces(self, person: str) -> bool:
        """Whether it is for `person`, who is on call; empty where nobody is."""
        return self.instead_of in {"", person}


@dataclass(frozen=True, slots=True)
class Swap:
    """Two people who exchange time on call 换班: offered by one, it counts once the other accepts."""

    id: str
    rotation: str
    offered_by: str
    offered_to: str
    gives: tuple[datetime, datetime]
    """What the one who offers gives away, from and to."""
    takes: tuple[datetime, datetime] | None = None
    """What is taken for it, from and to; None where nothing is."""
    accepted_at: datetime | None = None

    def overrides(self) -> Iterator[Override]:
        """What it changes: nothing before it is accepted."""
        if self.accepted_at is None:
            return
        yield self._override(self.offered_to, self.offered_by, self.gives, self.accepted_at)
        if self.takes is not None:
            yield self._override(self.offered_by, self.offered_to, self.takes, self.accepted_at)

    def _override(
        self, person: str, instead_of: str, span: tuple[datetime, datetime], since: datetime
    ) -> Override:
        return Override(self.id, self.rotation, person, instead_of, *span, since)


@dataclass(frozen=True, slots=True)
class Temporary:
    """A schedule that stands in place of all layers of a rotation for a time 临时排班."""

    id: str
    rotation: str
    start: datetime
    end: datetime
    stints: tuple[Stint, ...]
    """Who is on call meanwhile; nobody is where there is none."""
    since: datetime

    def holds(self, at: datetime) -> bool:
        """Whether it counts at an instant."""
        return max(self.start, self.since) <= at < self.end


@dataclass(frozen=True, slots=True)
class Past:
    """Who was on call for a rotation, as the record has it; nothing changes that."""

    rotation: str
    stint: Stint


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that goes before the layers of a roster."""

    overrides: tuple[Override, ...] = ()
    """In the order in which they were made, those of accepted swaps among them."""
    temporary: tuple[Temporary, ...] = ()
    """In the order in which they were made; of several, the last counts."""
    past: tuple[Past, ...] = ()

    def edges(self, rotation_id: str) -> Iterator[datetime]:
        """Every instant at which a change for a rotation begins or ends to count."""
        for override in self.overrides:
            if override.rotation == rotation_id:
                yield from (override.begins, override.end)
        for temporary in self.temporary:
            if temporary.rotation == rotation_id:
                yield from (max(temporary.start, temporary.since), temporary.end)
                for stint in temporary.stints:
                    yield from (stint.start, stint.end)
        for past in self.past:
            if past.rotation == rotation_id:
                yield from (past.stint.start, past.stint.end)


NO_CHANGES: Final = Changes()
