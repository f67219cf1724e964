"""The roster as the command line shows it: people, times on call, and by what they are."""

from datetime import datetime
from typing import Final

from netfin_incident.app.on_call import Called
from netfin_incident.app.rosters import Counting, Rosters
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.choosing import number
from netfin_incident.domain.roster import Contact, Duty, Person, Roster, Stretch, Why
from netfin_incident.domain.rota.state import SWAP_LETTER
from netfin_incident.errors import CommandRefused, RecordError, StoreBusy
from netfin_incident.store.codec import format_time
from netfin_incident.wording import roster_answers as said
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp

_MOST_DAYS: Final = 400


def rosters_of(call: Call) -> Rosters:
    """The rosters; a record that cannot be opened is said to be so and keeps nobody from calling."""
    try:
        return call.session.rosters
    except (RecordError, StoreBusy) as error:
        call.output.refuse(error)
        return Rosters(call.session.config.roster.value, None)


def tell_of_file(call: Call, rosters: Rosters) -> None:
    """Say where the file is not the roster that counts now."""
    if rosters.file_differs(now()):
        call.tell(said.FILE_DIFFERS)


def day_count(given: str) -> int:
    """How many days `--days` asks for.

    Raises:
        UsageError: it is no number.
        CommandRefused: that many are not worked out at once.
    """
    count = number(given, "--days")
    require_few(count)
    return count


def require_few(days: int) -> None:
    """Hold that so many days can be worked out at once.

    Raises:
        CommandRefused: they cannot.
    """
    if days > _MOST_DAYS:
        raise CommandRefused("rota-days-too-many", days=days, most=_MOST_DAYS)


def person_said(call: Call, roster: Roster, person_id: str) -> str:
    """A person by id and name; the words for nobody where there is none."""
    if not person_id:
        return call.say(label(Why.NOBODY))
    person = roster.person(person_id)
    return person_id if person is None else f"{person.id} {person.name}"


def why_said(call: Call, duty: Duty) -> str:
    """By what somebody is on call: `turn by-turns`, `override O1, instead of li-na`."""
    if duty.why is Why.NOBODY:
        return "–"
    why = f"{call.say(label(duty.why))} {duty.by}".rstrip()
    if duty.why is Why.OVERRIDE and duty.by.startswith(SWAP_LETTER):
        why = call.say(said.SWAPPED, id=duty.by)
    if duty.why is Why.OVERRIDE and duty.instead_of:
        return call.say(said.INSTEAD, why=why, person=duty.instead_of)
    return why


def contact_said(call: Call, contact: Contact) -> str:
    """A contact by its channel and address."""
    way = call.say(label(contact.channel))
    return way if contact.address is None else f"{way} {contact.address}"


def stretch_row(call: Call, roster: Roster, one: Stretch, zone: str) -> tuple[str, ...]:
    """A time on call: from, until, who, by what."""
    span = call.say(said.SPAN, start=stamp(one.start, zone), end=stamp(one.end, zone))
    return span, person_said(call, roster, one.duty.person), why_said(call, one.duty)


def called_rows(call: Call, roster: Roster, one: Called) -> list[tuple[str, str]]:
    """One that is called, as lines of a head and a value."""
    rows: list[tuple[str, str]] = []
    spell = one.spell
    if spell is not None and one.rotation is not None:
        zone = call.zone_or(one.rotation.zone)
        rows.append((call.say(said.ON_CALL), person_said(call, roster, spell.duty.person)))
        for head, at in ((said.SINCE, spell.since), (said.UNTIL_HEAD, spell.until)):
            if at is not None:
                rows.append((call.say(head), f"{stamp(at, zone)} ({zone})"))
        if spell.duty.person:
            rows.append((call.say(said.BY), why_said(call, spell.duty)))
    rows += _contact_rows(call, one.person)
    if spell is not None and spell.follows is not None and one.rotation is not None:
        who = person_said(call, roster, spell.follows.duty.person)
        moment = stamp(spell.follows.start, call.zone_or(one.rotation.zone))
        rows.append((call.say(said.NEXT), call.say(said.NEXT_FROM, person=who, moment=moment)))
        rows += [
            ("", contact_said(call, contact)) for contact in _contacts(roster, spell.follows)[:1]
        ]  # fmt: skip
    return rows


def head_of(call: Call, one: Called) -> str:
    """The rotation or person that is called, by id and name."""
    mark = call.say(said.BACKUP) if one.stands_in else ""
    if one.rotation is not None:
        return f"{one.rotation.id}  {call.name(one.rotation.name)}{mark}"
    return f"{one.person.id}  {one.person.name}{mark}" if one.person else mark.strip()


def called_in_json(roster: Roster, one: Called) -> dict[str, object]:
    """One that is called, for other programs."""
    spell, rotation = one.spell, one.rotation
    follows = spell.follows if spell else None
    return {
        "rotation": rotation and rotation.id,
        "name": rotation and {"en": rotation.name.en, "zh": rotation.name.zh},
        "zone": rotation and rotation.zone,
        "backup": one.stands_in,
        "person": one.person and person_in_json(one.person),
        **(duty_in_json(spell.duty) if spell else {}),
        "since": time_or_none(spell.since if spell else None),
        "until": time_or_none(spell.until if spell else None),
        "next": follows
        and {"person": follows.duty.person or None, "from": format_time(follows.start),
             "contacts": [contact_in_json(one) for one in _contacts(roster, follows)]},
        "idle_overrides": [override.id for override in one.idle],
    }  # fmt: skip


def person_in_json(person: Person) -> dict[str, object]:
    """A person, for other programs."""
    return {
        "id": person.id, "name": person.name, "zone": person.zone, "language": person.language,
        "teams": list(person.teams), "skills": list(person.skills),
        "contacts": [contact_in_json(one) for one in person.contacts],
    }  # fmt: skip


def contact_in_json(contact: Contact) -> dict[str, object]:
    """A contact, for other programs."""
    return {
        "id": contact.id, "channel": contact.channel.value,
        "address": contact.address and str(contact.address), "priority": contact.priority,
    }  # fmt: skip


def duty_in_json(duty: Duty) -> dict[str, object]:
    """By what somebody is on call, for other programs."""
    return {"why": duty.why.value, "by": duty.by or None, "instead_of": duty.instead_of or None}


def stretch_in_json(one: Stretch) -> dict[str, object]:
    """A time on call, for other programs."""
    return {
        "from": format_time(one.start), "until": format_time(one.end),
        "person": one.duty.person or None, **duty_in_json(one.duty),
    }  # fmt: skip


def source_in_json(counting: Counting) -> dict[str, object]:
    """Which roster an answer was taken from, for other programs."""
    standing = counting.standing
    if standing is None:
        return {"source": "file"}
    version = standing.version
    return {
        "source": "adopted", "version": version.revision, "sha256": version.sha256,
        "effective_from": format_time(version.effective_from),
    }  # fmt: skip


def time_or_none(at: datetime | None) -> str | None:
    """A moment for other programs, where there is one."""
    return None if at is None else format_time(at)


def _contact_rows(call: Call, person: Person | None) -> list[tuple[str, str]]:
    if person is None:
        return []
    contacts = [contact_said(call, one) for one in person.contacts]
    heads = [call.say(said.CALL), *("" for _ in contacts[1:])]
    return list(zip(heads, contacts or [call.say(said.NO_CONTACT)], strict=True))


def _contacts(roster: Roster, stretch: Stretch) -> tuple[Contact, ...]:
    person = roster.person(stretch.duty.person)
    return person.contacts if person else ()
