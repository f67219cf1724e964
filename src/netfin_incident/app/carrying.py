"""How a contact of the roster becomes a channel and an address: what carries it, where it leads.

An address kept elsewhere is read here, at the moment it is needed, and kept by nobody.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from netfin_incident.domain.roster import Contact, Kept
from netfin_incident.domain.roster.ways import CARRIED, NUMBERED, Carriage, bare_number
from netfin_incident.errors import DefinitionError
from netfin_incident.library.channels import ChannelSettings, NamedChannel
from netfin_incident.notify import (
    Allowed,
    ChannelDefinition,
    Limits,
    Reach,
    Surroundings,
    read_allowed,
)
from netfin_incident.notify.secrets import read_secret

ADDRESS: Final = "address"
"""The field of a contact that holds its address."""


def carrier(
    contact: Contact, settings: ChannelSettings, environ: Mapping[str, str]
) -> ChannelDefinition | None:
    """The channel that carries `contact`; None where there is none, or a person has to dial.

    Raises:
        DefinitionError: a path is kept elsewhere, and is not there.
    """
    carriage = CARRIED.get(contact.channel)
    if carriage is None:
        return None
    if carriage.own:
        return _own(contact, carriage, settings, environ)
    named = settings.channel(settings.ways.get(contact.channel, ""))
    return None if named is None else defined(named)


def defined(named: NamedChannel) -> ChannelDefinition:
    """A channel of the file, as what makes channels wants it."""
    return ChannelDefinition(named.name, named.kind, named.fields, named.drill, named.place)


def receiver(contact: Contact, environ: Mapping[str, str]) -> str:
    """Where the person is on the channel; empty where the channel itself is the place.

    Raises:
        DefinitionError: the address is kept elsewhere, and is not there.
    """
    carriage = CARRIED.get(contact.channel)
    if carriage is None or carriage.own or contact.address is None:
        return ""
    found = read_address(contact, environ)
    return bare_number(found) if contact.channel in NUMBERED else found


def surroundings(
    settings: ChannelSettings,
    clock: Callable[[], datetime],
    environ: Mapping[str, str],
    limits: Limits,
) -> Surroundings:
    """What channels need of the world; an entry that allows nothing readable allows nothing."""
    allowed, _ = allowed_of(settings)
    return Surroundings(Reach(allowed, limits, settings.authorities), clock, environ)


def allowed_of(settings: ChannelSettings) -> tuple[Allowed, tuple[DefinitionError, ...]]:
    """What the file allows to be reached, and the entries that are none."""
    hosts: frozenset[str] = frozenset()
    found = Allowed()
    errors = []
    for entry, place in settings.allowed:
        try:
            one = read_allowed([entry], place)
        except DefinitionError as error:
            errors.append(error)
            continue
        hosts |= one.hosts
        found = Allowed(hosts, (*found.networks, *one.networks))
    return found, tuple(errors)


def read_address(contact: Contact, environ: Mapping[str, str]) -> str:
    """The address of `contact`; empty where it has none.

    Raises:
        DefinitionError: it is kept elsewhere, and is not there.
    """
    address = contact.address
    if address is None:
        return ""
    if address.kept is Kept.HERE:
        return address.value
    return read_secret(str(address), environ, ADDRESS, None).reveal()


def _own(
    contact: Contact, carriage: Carriage, settings: ChannelSettings, environ: Mapping[str, str]
) -> ChannelDefinition:
    """The channel at the contact's own address; one of the file that leads there adds what it has."""
    written = "" if contact.address is None else str(contact.address)
    for named in settings.channels:
        if named.kind in carriage.kinds and str(named.fields.get(carriage.own, "")) == written:
            return defined(named)
    plain = ChannelDefinition(contact.id, carriage.kinds[0], {})
    if not written:
        return plain
    value = written if carriage.own == "url" else read_address(contact, environ)
    return replace(plain, fields={carriage.own: value})
