"""Where an escalation stands, and when it goes on by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from netfin_incident.domain.escalation.on_call import Called
from netfin_incident.domain.escalation.policy import EscalationPolicy, Level
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class Escalation:
    """One ladder being climbed: a policy as it was when it started, and how far it has come."""

    generation: int
    """1 for the first of an incident; each new start counts on."""
    policy: EscalationPolicy
    sha256: str
    """Of the policy as it is kept in the record."""
    started_at: datetime
    knowing: tuple[str, ...] = ()
    """People who had acknowledged before it started: they are not called by a level again."""
    first: tuple[str, ...] = ()
    """Who would have been called by the first level when it started."""
    round: int = 1
    level: int = 0
    """How many levels of this round were called or passed over."""
    fires: int = 0
    """How often anybody was called; who escalates by hand says how often they saw."""
    fired_at: datetime | None = None
    """When a level, or the fallback, was called last."""
    called: tuple[Called, ...] = ()
    """Who was called then."""
    knew: tuple[str, ...] = ()
    """Who belongs to that level and was not called, having acknowledged in this generation."""
    acknowledged: tuple[str, ...] = ()
    """Who has acknowledged in this generation."""
    answers: tuple[str, ...] = ()
    """Who of them count for the level that is being waited for."""
    answered_at: datetime | None = None
    """When the level's rule was met; None while an answer is owed."""
    wants_more: bool = False
    """Whether somebody had it, and more people were called by hand: another answer is owed."""
    reminded_at: datetime | None = None
    exhausted_at: datetime | None = None
    unreached_at: datetime | None = None
    """When it was clear that nobody called last can be reached."""
    fallbacks: int = 0
    """How often the fallback was called."""

    @property
    def is_answered(self) -> bool:
        """Whether somebody has it."""
        return self.answered_at is not None

    @property
    def current(self) -> Level | None:
        """The level called last; None before the first, and once the fallback was called."""
        if not self.level or self.exhausted_at is not None:
            return None
        return self.policy.levels[self.level - 1]

    @property
    def needed(self) -> int:
        """How many have to acknowledge: never more than there are, one at least of those called."""
        if self._asked == 1:
            return 1
        return max(min(self._asked, len(self._members)), len(self.knew) + 1)

    def answers_with(self, person: str) -> tuple[str, ...]:
        """Who counts for the level once `person` has acknowledged too.

        Where it asks for one, that is anybody; where it asks for more, only people of the level.
        """
        members = self._members
        if person in self.answers or (self._asked > 1 and members and person not in members):
            return self.answers
        return (*self.answers, person)

    def is_met_by(self, person: str) -> bool:
        """Whether somebody has it once `person` has acknowledged too."""
        return self.is_answered or len(self.answers_with(person)) >= self.needed

    def ahead(self) -> Iterator[tuple[int, int]]:
        """The rounds and numbers of the levels that are not called yet."""
        if self.exhausted_at is not None:
            return
        numbers = range(1, len(self.policy.levels) + 1)
        yield from ((self.round, number) for number in numbers[self.level :])
        for round_ in range(self.round + 1, self.policy.rounds + 1):
            yield from ((round_, number) for number in numbers)

    def next_at(self, severity: Severity) -> datetime | None:
        """When the next level or the fallback is called, unless somebody acknowledges before."""
        if self.is_answered:
            return None
        if self.fired_at is None:
            return self.started_at + timedelta(seconds=self.policy.start.at(severity))
        if self.exhausted_at is not None:
            return self.fired_at + timedelta(seconds=self.policy.again)
        if self.unreached_at is not None:
            return self.unreached_at
        current = self.current
        wait = current.wait if current else 0
        return self.fired_at + timedelta(seconds=wait)

    def void_at(self, severity: Severity, progress_at: datetime) -> datetime | None:
        """When a reminder is owed, or the acknowledgement is void; None where it holds for ever.

        Args:
            severity: How bad the incident is now.
            progress_at: When anything was last recorded by a person.
        """
        if self.answered_at is None or not self.policy.acknowledged_for.at(severity):
            return None
        if self.reminded_at is not None and self.reminded_at >= progress_at:
            return self.reminded_at + timedelta(seconds=self.policy.grace.at(severity))
        since = max(self.answered_at, progress_at)
        return since + timedelta(seconds=self.policy.acknowledged_for.at(severity))

    @property
    def _asked(self) -> int:
        """How many the level wants, or the first before it is called; the fallback wants one."""
        if self.exhausted_at is not None:
            return 1
        return self.policy.levels[max(self.level, 1) - 1].acknowledgements

    @property
    def _members(self) -> tuple[str, ...]:
        """The people of the level that is waited for; nobody, where it called only channels."""
        if self.fired_at is None:
            return self.first
        people = tuple(one.to for one in self.called if not one.channel)
        return (*people, *self.knew) if people else ()
