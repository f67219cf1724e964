"""The firm 机构: what it is, which rules it is under, and whom it reports to or calls outside.

A clock is data for any firm; whether it concerns this one is asked here.
"""

from netfin_incident.domain.firm.applying import Applies, applies, counted_as
from netfin_incident.domain.firm.contacts import AGE_LIMIT, Contact, ContactKind, Contacts
from netfin_incident.domain.firm.entity import Entity, Licence

__all__ = [
    "AGE_LIMIT",
    "Applies",
    "Contact",
    "ContactKind",
    "Contacts",
    "Entity",
    "Licence",
    "applies",
    "counted_as",
]
