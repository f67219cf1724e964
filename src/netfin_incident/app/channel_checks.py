"""What the channels need seeing to: those that cannot be used, and people whom none of them reaches.

Each finding is said like an error in a file.  Secrets are looked for where this runs, so a check is
worth most in the surroundings of the watcher.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from netfin_incident.app.carrying import allowed_of, carrier, defined, receiver, surroundings
from netfin_incident.domain.roster import Contact, Person, Roster
from netfin_incident.domain.roster.ways import CARRIED, NEAR_BY, ways
from netfin_incident.domain.text import Text
from netfin_incident.errors import DefinitionError, Place
from netfin_incident.library.channels import ChannelSettings, NamedChannel
from netfin_incident.library.choices import choices
from netfin_incident.notify import Limits, Surroundings
from netfin_incident.notify.channel import Channel
from netfin_incident.notify.definitions import make_channel
from netfin_incident.notify.http_channel import HttpChannel
from netfin_incident.notify.smtp import Smtp
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language


def check_channels(
    settings: ChannelSettings,
    roster: Roster | None,
    clock: Callable[[], datetime],
    environ: Mapping[str, str],
) -> Iterator[DefinitionError]:
    """Everything that `settings`, and the contacts of `roster` by them, need seeing to."""
    around = surroundings(settings, clock, environ, Limits())
    yield from allowed_of(settings)[1]
    yield from _authorities(settings, around)
    for named in settings.channels:
        error = _flaw(named, around)
        if error is not None:
            yield error
    if roster is not None:
        yield from _participants(settings, roster)
        for person in roster.people:
            yield from _person(person, settings, around)


def _authorities(settings: ChannelSettings, around: Surroundings) -> Iterator[DefinitionError]:
    try:
        around.reach.trust()
    except OSError as problem:
        yield DefinitionError(
            "authorities-unusable",
            place=settings.authorities_at,
            file=settings.authorities,
            reason=problem.strerror or type(problem).__name__,
        )


def _flaw(named: NamedChannel, around: Surroundings) -> DefinitionError | None:
    """Why a channel cannot be used, with the place of the field where it is one."""
    try:
        return _excluded(make_channel(defined(named), around), named.place)
    except DefinitionError as error:
        field = str(error.values.get("field", "")).partition(".")[0]
        error.place = named.places.get(field, named.place)
        return error


def _excluded(channel: Channel, place: Place | None = None) -> DefinitionError | None:
    """That the far side can never be reached, where this follows from the file alone."""
    host = channel.excluded if isinstance(channel, HttpChannel | Smtp) else ""
    return DefinitionError("channel-host-refused", place=place, host=host) if host else None


def _participants(settings: ChannelSettings, roster: Roster) -> Iterator[DefinitionError]:
    known = [person.id for person in roster.people]
    for given, place in settings.participants.items():
        if given not in known:
            found = choices(given, known)
            yield DefinitionError(
                "drill-participant-unknown", place=place, given=given, choices=found
            )


def _person(
    person: Person, settings: ChannelSettings, around: Surroundings
) -> Iterator[DefinitionError]:
    reached, near_by = False, 0
    for contact in person.contacts:
        if contact.channel not in CARRIED:
            continue
        error = _contact(person, contact, settings, around)
        if error is not None:
            yield error
        elif contact.channel in NEAR_BY:
            near_by += 1
        else:
            reached = True
    if near_by and not reached:
        yield DefinitionError("person-near-by-only", person=person.id)
    elif not reached:
        yield DefinitionError(
            "person-not-sent-to", person=person.id, dial=len(ways(person).dial)
        )  # fmt: skip


def _contact(
    person: Person, contact: Contact, settings: ChannelSettings, around: Surroundings
) -> DefinitionError | None:
    """Why a contact cannot be sent to; a channel of the file has its own finding beside it."""
    try:
        definition = carrier(contact, settings, around.environ)
        if definition is None:
            return DefinitionError(
                "contact-without-way",
                contact=contact.id,
                person=person.id,
                channel=contact.channel,
                kind=CARRIED[contact.channel].kinds[0],
            )
        receiver(contact, around.environ)
        excluded = _excluded(make_channel(definition, around))
        if excluded is not None:
            raise excluded
    except DefinitionError as error:
        return DefinitionError(
            "contact-unusable", contact=contact.id, person=person.id, reason=_reason(error)
        )
    return None


def _reason(error: DefinitionError) -> Text:
    said = [explain(error, language) for language in (Language.EN, Language.ZH_HANS)]
    english, chinese = (f"{one.what} ({one.why})" for one in said)
    return Text(english, chinese)
