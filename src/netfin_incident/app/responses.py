"""What people did when they were called: who acknowledged and how, who was telephoned, what lapsed.

What was called when is in `climbs`; this is the other half of the ladder.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from netfin_incident.domain.escalation import Called, Notice, Purpose
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import Basis, CallOutcome


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That somebody said they have it."""

    entry: int
    at: datetime
    generation: int
    """0 where no escalation was in force."""
    person: str
    by: str
    """Who was at the keyboard."""
    by_code: bool
    basis: Basis | None
    unconfirmed: bool
    """Whether the person has still to confirm what was written in their name."""

    @property
    def is_for_another(self) -> bool:
        """Whether somebody else wrote it down for them."""
        return self.person != self.by


@dataclass(frozen=True, slots=True)
class Lapse:
    """That acknowledgements became void, because nothing was recorded after them."""

    entry: int
    at: datetime
    generation: int
    people: tuple[str, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Telephoned:
    """That somebody dialled a number."""

    entry: int
    at: datetime
    by: str
    person: str
    contact: str
    outcome: CallOutcome


@dataclass(frozen=True, slots=True)
class Telling:
    """What people were told of besides the calls."""

    entry: int
    at: datetime
    purpose: Purpose
    about: str
    due_at: datetime
    called: tuple[Called, ...]
    notices: tuple[Notice, ...]
    """What that owed, as it stands now."""


@dataclass(slots=True)
class Responses:
    """All of it, in the order of the journal."""

    acknowledgements: list[Acknowledgement] = field(default_factory=list)
    lapses: list[Lapse] = field(default_factory=list)
    telephoned: list[Telephoned] = field(default_factory=list)
    told: list[Telling] = field(default_factory=list)


def responses(incident: Incident, records: Iterable[Recorded[e.Event]]) -> Responses:
    """What was done in an incident.

    Args:
        incident: As it is now.
        records: Its entries, from the first.
    """
    found = Responses()
    for one in records:
        entry, act, event = one.version, one.act, one.event
        match event:
            case e.Acknowledged():
                said = (event.generation, act.person, act.by, event.by_code, act.basis)
                unconfirmed = entry in incident.owed
                found.acknowledgements.append(
                    Acknowledgement(entry, act.happened, *said, unconfirmed)
                )
            case e.AcknowledgementExpired():
                void = (event.generation, event.people, event.due_at)
                found.lapses.append(Lapse(entry, act.at, *void))
            case e.CallMade():
                call = (act.person, event.person, event.contact, event.outcome)
                found.telephoned.append(Telephoned(entry, act.happened, *call))
            case e.Told():
                owed = tuple(one for one in incident.notices.values() if one.entry == entry)
                told = (event.purpose, event.about, event.due_at, event.called)
                found.told.append(Telling(entry, act.at, *told, owed))
            case _:
                pass
    return found
