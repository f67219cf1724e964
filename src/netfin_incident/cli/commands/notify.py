"""Whether pages would arrive: a test page to one person, and a look at every channel and contact."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Final

from netfin_incident.app.carrying import carrier
from netfin_incident.app.channel_checks import check_channels
from netfin_incident.app.sending import Letter, Sender
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.findings import answer_findings
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.cli.roster_page import contact_in_json, contact_said, rosters_of
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.roster import Contact, Person, Roster
from netfin_incident.domain.roster.ways import ways
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.library.channels import check_channels_file
from netfin_incident.library.choices import choices
from netfin_incident.library.reading import position
from netfin_incident.notify import Outcome, Result
from netfin_incident.wording import notify_answers as said
from netfin_incident.wording import notify_sayings as words
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import stamp

_NOT_DELIVERED: Final = 7
_KEY_LENGTH: Final = 32


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One test page: by which contact, or to which channel where there is none."""

    contact: Contact | None
    channel: str
    outcome: Outcome


def send_test(
    call: Call,
    person: Annotated[str, Arg("PERSON", said.PERSON)],
    *,
    contact: Annotated[str | None, Opt("--contact", said.CONTACT, "CONTACT")] = None,
    channel: Annotated[str | None, Opt("--channel", said.CHANNEL, "NAME")] = None,
) -> int:
    """Send a test page to a person by every contact; the exit code says whether each arrived."""
    found = _person(rosters_of(call).counting(now()).roster, person)
    sender, reached = call.session.sender, ways(found)
    letters = list(_letters(call, sender, found, contact, channel))
    dial = [one for one in found.contacts if one.id in reached.dial and not contact and not channel]
    attempts = []
    for asked, name, letter in letters:
        attempts.append(_Attempt(asked, name, sender.send(letter)))
        if not call.wants_json:
            call.output.data(_said(call, attempts[-1]))
    if call.wants_json:
        call.output.json(_in_json(call, found, attempts, dial))
    else:
        for one in dial:
            call.output.data(call.say(said.DIAL, contact=f"{one.id} {contact_said(call, one)}"))
    if not attempts:
        call.tell(said.NOTHING_SENT, person=found.id)
    arrived = [one.outcome.result is Result.DELIVERED for one in attempts]
    return 0 if arrived and all(arrived) else _NOT_DELIVERED


def check(call: Call) -> int:
    """Check the channels and the contacts; the exit code says whether there is something to mend."""
    sender, path = call.session.sender, call.session.config.channels.value
    settings, errors = check_channels_file(path)
    found, roster = list(errors), None
    try:
        roster = rosters_of(call).counting(now()).roster
    except DefinitionError as error:
        if error.slug != "roster-absent":
            found.append(error)
    if not errors:
        found += check_channels(settings, roster, sender.clock, sender.environ)
    found.sort(key=lambda error: (error.place is None, position(error)))
    code = answer_findings(call, path, found)
    if not os.path.lexists(path):
        call.tell(said.NO_FILE, path=path)
    if roster is None:
        call.tell(said.NO_ROSTER)
    if not found:
        people = len(roster.people) if roster else 0
        call.tell(said.CHECKED, channels=len(settings.channels), people=people)
    return code


def _person(roster: Roster, given: str) -> Person:
    person = roster.person(given.strip())
    if person is None:
        known = choices(given, (one.id for one in roster.people))
        raise DefinitionError("roster-called-unknown", given=given, choices=known)
    return person


def _letters(
    call: Call, sender: Sender, person: Person, contact: str | None, channel: str | None
) -> Iterator[tuple[Contact | None, str, Letter]]:
    """What to send, each with its contact and the name of its channel."""
    settings = sender.channels()
    if channel is not None and settings.channel(channel) is None:
        known = choices(channel, (one.name for one in settings.channels))
        raise UsageError("channel-unknown", given=channel, choices=known)
    asked = _asked(person, ways(person), contact)
    named = [(one, _carried_by(sender, one)) for one in asked]
    if channel is not None:
        named = [(one, name) for one, name in named if name == channel]
    if channel is not None and not named and contact is None:
        yield None, channel, _letter(call, person, channel, "")
    for one, name in named:
        yield one, name, _letter(call, person, person.id, one.id)


def _asked(person: Person, reached: Ways, contact: str | None) -> list[Contact]:
    sendable = [one for one in person.contacts if one.id in reached.contacts]
    if contact is None:
        return sendable
    if contact not in reached.contacts:
        known = choices(contact, reached.contacts)
        raise DefinitionError("contact-unknown", person=person.id, given=contact, choices=known)
    return [one for one in sendable if one.id == contact]


def _carried_by(sender: Sender, contact: Contact) -> str:
    try:
        definition = carrier(contact, sender.channels(), sender.environ)
    except DefinitionError:
        return ""
    return definition.name if definition else ""


def _letter(call: Call, person: Person, to: str, contact: str) -> Letter:
    language, at = Language(person.language), now()
    mark = f"{to}:{contact}:{at.isoformat()}"
    text = say(said.TEXT, language).format(who=call.session.me, when=stamp(at, person.zone))
    key = f"test-{sha256(mark.encode()).hexdigest()[:_KEY_LENGTH]}"
    return Letter(to, contact, say(said.SUBJECT, language), text, key, Mode.LIVE)


def _said(call: Call, attempt: _Attempt) -> str:
    contact, outcome = attempt.contact, attempt.outcome
    shown = call.say(said.CHANNEL_SAID, name=attempt.channel)
    if contact is not None:
        shown = f"{contact.id} {contact_said(call, contact)}"
    told = {
        "contact": shown,
        "result": call.say(words.RESULTS[outcome.result]),
        "reason": call.say(words.REASONS[outcome.reason]),
    }
    more = [one for one in (outcome.detail, outcome.code) if one]
    more += [call.say(said.WAIT, seconds=outcome.wait)] if outcome.wait else []
    more += [call.say(said.MAYBE)] if outcome.may_have_arrived else []
    if not more:
        return call.say(said.ATTEMPT, **told)
    return call.say(said.ATTEMPT_WITH, **told, detail=" · ".join(more))


def _in_json(
    call: Call, person: Person, attempts: list[_Attempt], dial: list[Contact]
) -> dict[str, object]:
    return {
        "person": person.id,
        "language": person.language,
        "sent": [
            {"contact": one.contact and one.contact.id, "channel": one.channel or None,
             "result": one.outcome.result.value, "reason": one.outcome.reason.value,
             "detail": one.outcome.detail, "code": one.outcome.code,
             "wait_seconds": one.outcome.wait, "may_have_arrived": one.outcome.may_have_arrived,
             "text": _said(call, one)} for one in attempts
        ],
        "dial": [contact_in_json(one) for one in dial],
    }  # fmt: skip
