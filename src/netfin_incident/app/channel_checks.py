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
from netfin_incident.errors import DefinitionError
from netfin_incident.library.channels import ChannelSettings, NamedChannel
from netfin_incident.library.choices import choices
from netfin_incident.notify import Limits, Surroundings
from netfin_incident.notify.definitions import make_channel
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
        make_channel(defined(named), around)
    except DefinitionError as error:
        field = str(error.values.get("field", "")).partition(".")[0]
        error.place = named.places.get(field, named.place)
        return error
    return None


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
    reached = False
    for contact in person.contacts:
        if contact.channel not in CARRIED:
            continue
        error = _contact(person, contact, settings, around)
        if error is not None:
            yield error
        elif contact.channel not in NEAR_BY:
            reached = True
    if not reached:
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
        make_channel(definition, around)
    except DefinitionError as error:
        return DefinitionError(
            "contact-unusable", contact=contact.id, person=person.id, reason=_reason(error)
        )
    return None


def _reason(error: DefinitionError) -> Text:
    said = [explain(error, language) for language in (Language.EN, Language.ZH_HANS)]
    english, chinese = (f"{one.what} ({one.why})" for one in said)
    return Text(english, chinese)
