"""Contacts outside 外部联系人: authorities, clearing houses, banks, vendors, police and media."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from netfin_incident.domain.clocks import Clock, Report
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text

AGE_LIMIT: Final = 180
"""Days for which a contact that was checked is taken to be right."""


class ContactKind(StrEnum):
    """Who a contact is to the firm."""

    AUTHORITY = "authority"
    CLEARING_HOUSE = "clearing_house"
    PARTNER_BANK = "partner_bank"
    VENDOR = "vendor"
    POLICE = "police"
    MEDIA = "media"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Contact:
    """One body or person outside the firm."""

    id: str
    kind: ContactKind
    name: Text
    checked_on: date
    """When somebody last made sure that all of it is right."""
    review_by: date | None = None
    """When to make sure again, where the age limit of the file is not to decide."""
    phone_24h: str = ""
    """Answered day and night."""
    portal: str = ""
    mail: str = ""
    address: str = ""
    deputy: str = ""
    """Id of the contact to turn to where this one does not answer."""
    clocks: tuple[str, ...] = ()
    """Ids of the clocks, or of single reports, that are owed to it."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """All that the file says."""

    contacts: tuple[Contact, ...] = ()
    age_limit: int = AGE_LIMIT
    """Days."""
    without_contact: tuple[str, ...] = ()
    """Clocks whose reports go to nobody who could be listed: to all customers, say."""

    @property
    def by_id(self) -> Mapping[str, Contact]:
        """The contacts by id."""
        return {one.id: one for one in self.contacts}

    def review_day(self, contact: Contact) -> date:
        """The last day on which `contact` is taken to be right."""
        if contact.review_by is not None:
            return contact.review_by
        limit = min(timedelta(days=self.age_limit), date.max - contact.checked_on)
        return contact.checked_on + limit

    def is_stale(self, contact: Contact, day: date) -> bool:
        """Whether `contact` has to be checked again before anybody relies on it."""
        return self.review_day(contact) < day

    def unaddressed(self, clocks: Iterable[Clock]) -> Iterator[tuple[Clock, tuple[Report, ...]]]:
        """Those of `clocks` with reports that are owed to nobody in the file."""
        named = {*self.without_contact, *(one for each in self.contacts for one in each.clocks)}
        for clock in clocks:
            if clock.id in named:
                continue
            lost = tuple(one for one in clock.reports if clock.name_of(one) not in named)
            if lost:
                yield clock, lost
