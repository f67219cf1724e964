"""Numbers that a person can dial: a telephone number of the roster, read where it is kept elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from netfin_incident.app.carrying import read_address
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.roster import Contact, Person
from netfin_incident.domain.roster.people import ContactChannel
from netfin_incident.domain.roster.ways import NUMBERED
from netfin_incident.errors import DefinitionError


@dataclass(frozen=True, slots=True)
class Number:
    """A number of one person."""

    contact: str
    channel: ContactChannel
    number: str
    """Empty where it is kept elsewhere and cannot be read here."""
    kept: str
    """As it stands in the roster."""


def numbers(person: Person, environ: Mapping[str, str]) -> tuple[Number, ...]:
    """The numbers of a person, those meant for dialling first."""
    dialled = [one for one in person.contacts if one.channel is ContactChannel.PHONE]
    others = [one for one in person.contacts if one.channel in NUMBERED]
    found = (
        Number(one.id, one.channel, _read(one, environ), str(one.address or ""))
        for one in (*dialled, *others)
    )
    seen: dict[str, Number] = {}
    for one in found:
        seen.setdefault(one.number.replace(" ", "") or one.kept, one)
    return tuple(seen.values())


def people_to_dial(incident: Incident, called: Iterable[str]) -> tuple[str, ...]:
    """Whom it makes sense to telephone: those `called` who have not answered, then who holds a role."""
    ladder = incident.escalation
    answered = ladder.acknowledged if ladder else incident.acknowledged
    everybody = dict.fromkeys((*called, *incident.holders.values()))
    return tuple(sorted(everybody, key=lambda person: person in answered))


def _read(contact: Contact, environ: Mapping[str, str]) -> str:
    try:
        return read_address(contact, environ)
    except DefinitionError:
        return ""
