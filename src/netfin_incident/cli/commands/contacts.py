"""Contacts outside the firm: list, show, check."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from netfin_incident.app.firm_clocks import owed_clocks
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.firm_profile import known_entity, today
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.firm import Contact, ContactKind, Contacts
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.text import clean_line
from netfin_incident.errors import UsageError
from netfin_incident.library.contacts import check_contacts, find_contact
from netfin_incident.wording import firm_answers as said
from netfin_incident.wording.firm_labels import firm_label


def list_contacts(
    call: Call, *, kind: Annotated[str | None, Opt("--kind", said.KIND, "KIND")] = None
) -> None:
    """List the contacts with their numbers; those not checked for too long are marked."""
    contacts, day = call.session.contacts, today(call, known_entity(call))
    wanted = None if kind is None else _kind(kind)
    listed = [one for one in contacts.contacts if wanted in {None, one.kind}]
    if call.wants_json:
        call.output.json({"contacts": [_in_json(one, contacts, day) for one in listed]})
        return
    if not contacts.contacts:
        call.tell(said.NO_CONTACTS, path=call.session.config.contacts.value)
    for line in aligned([_row(call, one, contacts, day) for one in listed]):
        call.output.data(line)
    _warn(call, listed, contacts, day)


def show(call: Call, contact: Annotated[str, Arg("CONTACT", said.CONTACT)]) -> None:
    """Show one contact: every way to it, its deputy, what is owed to it, when it was checked."""
    contacts, day = call.session.contacts, today(call, known_entity(call))
    one = find_contact(clean_line(contact), contacts)
    if call.wants_json:
        call.output.json(_in_json(one, contacts, day))
        return
    call.output.data(f"{one.id}  {call.name(one.name)}  {call.say(firm_label(one.kind))}")
    for line in aligned(list(_facts(call, one, contacts)), "  "):
        call.output.data(line)
    _warn(call, [one], contacts, day)


def check(call: Call) -> int:
    """Check the file of contacts; the exit code says whether there is something to mend."""
    path, entity = call.session.config.contacts.value, known_entity(call)
    day, shelf = today(call, entity), call.session.clocks
    owed = [] if entity is None else list(owed_clocks(shelf, entity, day))
    known = {name for one in shelf.list() if one.clock for name in one.clock.names}
    found = check_contacts(path, day, owed, known)
    if not found and not call.wants_json:
        count = len(call.session.contacts.contacts)
        call.tell(said.CONTACTS_CHECKED if count else said.NO_CONTACTS, count=count, path=path)
    if entity is None and not call.wants_json:
        call.tell(said.RECIPIENTS_UNCHECKED)
    return answer_findings(call, path, found)


def _kind(given: str) -> ContactKind:
    typed = clean_line(given)
    for kind in ContactKind:
        label = firm_label(kind)
        if typed in {kind.value, label.en, label.zh}:
            return kind
    raise UsageError(
        "contact-kind-unknown", given=typed, choices=tuple(map(str, ContactKind)),
        nearest=nearest(typed, map(str, ContactKind)),
    )  # fmt: skip


def _row(call: Call, one: Contact, contacts: Contacts, day: date) -> tuple[str, ...]:
    stale = call.say(said.STALE) if contacts.is_stale(one, day) else ""
    ways = one.phone_24h or one.portal or one.mail or "–"
    name = f"{call.name(one.name)} {stale}".rstrip()
    return one.id, call.say(firm_label(one.kind)), ways, name


def _facts(call: Call, one: Contact, contacts: Contacts) -> Iterator[tuple[str, str]]:
    deputy = contacts.by_id.get(one.deputy)
    for head, words in (
        (said.PHONE, one.phone_24h),
        (said.PORTAL, one.portal),
        (said.MAIL, one.mail),
        (said.ADDRESS, one.address),
        (said.DEPUTY, _deputy(call, deputy) if deputy else ""),
        (said.CLOCKS, ", ".join(one.clocks)),
    ):
        if words:
            yield call.say(head), words
    days = {"day": one.checked_on, "review": contacts.review_day(one)}
    yield call.say(said.CHECKED), call.say(said.CHECKED_UNTIL, **days)


def _deputy(call: Call, deputy: Contact) -> str:
    return " ".join(filter(None, (deputy.id, call.name(deputy.name), deputy.phone_24h)))


def _warn(call: Call, listed: list[Contact], contacts: Contacts, day: date) -> None:
    stale = [one.id for one in listed if contacts.is_stale(one, day)]
    if stale:
        call.tell(said.STALE_ONES, ids=", ".join(stale))


def _in_json(one: Contact, contacts: Contacts, day: date) -> dict[str, object]:
    return {
        "id": one.id, "kind": one.kind.value, "name": {"en": one.name.en, "zh": one.name.zh},
        "phone_24h": one.phone_24h or None, "portal": one.portal or None, "mail": one.mail or None,
        "address": one.address or None, "deputy": one.deputy or None, "clocks": list(one.clocks),
        "checked_on": one.checked_on.isoformat(),
        "review_by": contacts.review_day(one).isoformat(), "stale": contacts.is_stale(one, day),
    }  # fmt: skip
