"""Reading `contacts.yaml`: whom the firm reports to or calls outside, and what is wrong with it.

The format is `netfin-contacts/1`, described in `docs/firm.md`.  Only what stands here is ever
addressed, so a number that nobody has checked for long is found before it is needed, and a file that
somebody else could have changed is refused.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from netfin_incident.domain.clocks import Clock
from netfin_incident.domain.firm import AGE_LIMIT, Contact, ContactKind, Contacts
from netfin_incident.domain.roster import ContactChannel, Kept
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.choices import choices
from netfin_incident.library.documents import read_document
from netfin_incident.library.reading import Given, Reading
from netfin_incident.library.roster_values import address
from netfin_incident.library.shapes import Keyed, Listing, Record, Value
from netfin_incident.library.source import Source, read_source
from netfin_incident.library.trust import is_foreign, is_open
from netfin_incident.library.usual_shapes import CLOCK, DAY, ID, SPAN, TEXT, choice
from netfin_incident.library.values import Unfit, line, sentence

SCHEMA: Final = "netfin-contacts/1"

_DAY: Final = 24 * 3600
_NO_DAY: Final = date.max


def _phone(text: str) -> str:
    return _plain(text, ContactChannel.PHONE)


def _mail(text: str) -> str:
    return _plain(text, ContactChannel.MAIL)


def _plain(text: str, channel: ContactChannel) -> str:
    """An address that everybody who answers an emergency may read."""
    found = address(text, channel)
    if found.kept is not Kept.HERE:
        raise Unfit("contact-address", given=line(text), channel=channel)
    return found.value


def _portal(text: str) -> str:
    given = line(text)
    try:
        parts = urlsplit(given)
        is_web = parts.scheme == "https" and bool(parts.hostname) and not parts.username
    except ValueError:
        is_web = False
    if not is_web or " " in given:
        raise Unfit("outside-portal", given=given)
    return given


_CONTACT: Final = Record(
    {
        "kind": choice(*ContactKind),
        "name": TEXT,
        "phone_24h": Value(_phone),
        "portal": Value(_portal, "^https://"),
        "mail": Value(_mail),
        "address": Value(sentence),
        "deputy": ID,
        "clocks": Listing(CLOCK),
        "checked_on": DAY,
        "review_by": DAY,
    },
    needed=("kind", "name", "checked_on"),
)
_FILE: Final = Record(
    {
        "schema": choice(SCHEMA),
        "age_limit": SPAN,
        "without_contact": Listing(CLOCK),
        "contacts": Keyed(ID, _CONTACT),
    },
    needed=("schema", "contacts"),
)


def load_contacts(path: Path) -> Contacts:
    """The contacts in the file at `path`; none where there is no file.

    Raises:
        DefinitionError: it cannot be trusted or used; of several errors, the first.
    """
    if not os.path.lexists(path):
        return Contacts()
    contacts, reading = read_contacts(_source(path))
    reading.require_sound()
    return contacts


def check_contacts(
    path: Path, day: date, owed: Iterable[Clock], known: Collection[str]
) -> tuple[DefinitionError, ...]:
    """Everything to mend in the file at `path`, as things stand on `day`.

    Args:
        path: A file of contacts; one that is not there has nothing wrong with it.
        day: Today.
        owed: The clocks that count for the firm.
        known: The names of all clocks and of their reports.
    """
    if not os.path.lexists(path):
        return ()
    try:
        contacts, reading = read_contacts(_source(path))
    except DefinitionError as error:
        return (error,)
    given: Mapping[str, Given] = reading.root.get("contacts", {})
    for one in contacts.contacts:
        _check(one, given[one.id], contacts, reading, day)
        _require_clocks(given[one.id], "clocks", one.clocks, reading, known)
    _require_clocks(reading.root, "without_contact", contacts.without_contact, reading, known)
    for clock, reports in contacts.unaddressed(owed):
        names = tuple(clock.name_of(one) for one in reports)
        reading.refuse(
            "outside-recipient-missing", reading.file, clock=clock.id,
            reports=names, authority=clock.authority,
        )  # fmt: skip
    return reading.findings()


def find_contact(contact_id: str, contacts: Contacts) -> Contact:
    """The contact called `contact_id`.

    Raises:
        DefinitionError: there is none.
    """
    known = contacts.by_id
    if contact_id not in known:
        nearest = choices(contact_id, known)
        raise DefinitionError("outside-unknown", given=contact_id, choices=nearest)
    return known[contact_id]


def read_contacts(source: Source) -> tuple[Contacts, Reading]:
    """What `source` says, and everything found wrong with it; with errors there are gaps.

    Raises:
        DefinitionError: it is not YAML of the strict kind, or of another schema.
    """
    reading = read_document(source, SCHEMA, _FILE)
    root = reading.root
    given: Mapping[str, Given] = root.get("contacts", {})
    contacts = tuple(_contact(name, one, given, reading) for name, one in given.items())
    age_limit = _days(root, reading)
    return Contacts(contacts, age_limit, root.get("without_contact", ())), reading


def _contact(
    contact_id: str, given: Given, known: Mapping[str, Given], reading: Reading
) -> Contact:
    deputy = given.get("deputy", "")
    if deputy and (deputy not in known or deputy == contact_id):
        place = reading.place(given.source, "deputy")
        others = (one for one in known if one != contact_id)
        reading.refuse_name("outside-deputy-unknown", place, deputy, others, contact=contact_id)
    checked_on: date = given.get("checked_on", _NO_DAY)
    review_by: date | None = given.get("review_by")
    if "checked_on" in given and review_by is not None and review_by < checked_on:
        place, day = reading.place(given.source, "review_by"), review_by.isoformat()
        reading.refuse(
            "clock-dates-crossing", place, field="review_by", other="checked_on", given=day
        )
    return Contact(
        id=contact_id,
        kind=ContactKind(given.get("kind", ContactKind.OTHER)),
        name=given.get("name", Text("", "")),
        checked_on=checked_on,
        review_by=review_by,
        phone_24h=given.get("phone_24h", ""),
        portal=given.get("portal", ""),
        mail=given.get("mail", ""),
        address=given.get("address", ""),
        deputy=deputy,
        clocks=given.get("clocks", ()),
    )


def _days(root: Given, reading: Reading) -> int:
    seconds: int | None = root.get("age_limit")
    if seconds is None:
        return AGE_LIMIT
    if seconds % _DAY:
        place = reading.place(root.source, "age_limit")
        reading.refuse("outside-age-limit", place, given=str(root.source["age_limit"]))
    return seconds // _DAY


def _check(one: Contact, given: Given, contacts: Contacts, reading: Reading, day: date) -> None:
    if "checked_on" in given:
        field = "review_by" if one.review_by else "checked_on"
        place = reading.place(given.source, field)
        if one.checked_on > day:
            reading.refuse("outside-checked-ahead", place, contact=one.id, day=one.checked_on)
        elif contacts.is_stale(one, day):
            until = contacts.review_day(one)
            reading.refuse("outside-stale", place, contact=one.id, day=one.checked_on, until=until)
    if one.kind is ContactKind.AUTHORITY and "phone_24h" not in given.source:
        reading.refuse("outside-without-phone", reading.place(given.source, "kind"), contact=one.id)


def _require_clocks(
    given: Given, field: str, named: Iterable[str], reading: Reading, known: Collection[str]
) -> None:
    for name in named:
        if name not in known:
            place = reading.word_place(given, field, name)
            reading.refuse_name("outside-clock-unknown", place, name, sorted(known))


def _source(path: Path) -> Source:
    return read_source(path, trust=lambda found: _require_ours(found, path))


def _require_ours(found: os.stat_result, path: Path) -> None:
    place = Place(str(path))
    if is_foreign(found):
        raise DefinitionError("outside-foreign-owner", place=place, uid=found.st_uid)
    if is_open(found):
        raise DefinitionError("outside-open", place=place, file=str(path))
