"""Who can be called at one moment: worked out from the roster before a rule asks for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime

from netfin_incident.domain.escalation.policy import Target, TargetKind
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.records import dataclass

NO_WAYS = Ways()


@dataclass(frozen=True, slots=True)
class Called:
    """One that was called, as the record keeps it: ids, never an address."""

    to: str
    """Person id, or the name of a channel."""
    contacts: tuple[str, ...] = ()
    """Ids of the contacts by which the program reaches that person."""
    dial: tuple[str, ...] = ()
    """Ids of the numbers that somebody has to dial."""
    channel: bool = False
    """Whether `to` is a channel."""

    @property
    def is_sent_to(self) -> bool:
        """Whether the program itself can reach them."""
        return self.channel or bool(self.contacts)


@dataclass(frozen=True, slots=True)
class OnCallNow:
    """Whom each target stands for at a moment, and how each of them is reached."""

    at: datetime
    people: Mapping[Target, tuple[str, ...]] = field(default_factory=dict)
    """Person ids; a target that is not here stands for nobody."""
    ways: Mapping[str, Ways] = field(default_factory=dict)
    """By person."""
    workday: bool = True
    """Whether the day is worked, by the calendar of the policy."""

    def called(
        self, targets: Iterable[Target], holders: Mapping[str, str], without: Iterable[str] = ()
    ) -> tuple[Called, ...]:
        """Whom `targets` call now, each once.

        Args:
            targets: What a level names.
            holders: Who holds which role in the incident; they go before the roster's.
            without: People who are left out.
        """
        left_out = set(without)
        found = dict(self._found(targets, holders))
        return tuple(one for to, one in found.items() if to not in left_out)

    def person(self, person: str) -> Called:
        """A person, with the ways to reach them."""
        ways = self.ways.get(person, NO_WAYS)
        return Called(person, ways.contacts, ways.dial)

    def _found(
        self, targets: Iterable[Target], holders: Mapping[str, str]
    ) -> Iterator[tuple[str, Called]]:
        for target in targets:
            holder = holders.get(target.id) if target.kind is TargetKind.ROLE else None
            if target.kind is TargetKind.CHANNEL:
                yield target.id, Called(target.id, channel=True)
            elif holder:
                yield holder, self.person(holder)
            else:
                for person in self.people.get(target, ()):
                    yield person, self.person(person)
