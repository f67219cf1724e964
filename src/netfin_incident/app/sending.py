"""One page to one contact of one person, or to one channel: looked up, sent once, never raising.

Who is meant is an id until this moment; the roster, the channels and the secrets are read now, as
they are now.  A page of a drill is given to `channels_for` as such, which builds sandboxes only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from netfin_incident.app.carrying import carrier, defined, receiver, surroundings
from netfin_incident.domain.roster import Contact, Roster
from netfin_incident.domain.roster.ways import CARRIED
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import NetfinError
from netfin_incident.library.channels import NO_CHANNELS, ChannelSettings
from netfin_incident.notify import (
    Channel,
    ChannelDefinition,
    Limits,
    OutboxFile,
    Outcome,
    Page,
    Participant,
    Reason,
    Sandbox,
    Surroundings,
    channels_for,
)
from netfin_incident.notify.channel import Undelivered, failed, far_words, refused, short
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be said to whom, by id; the same for every attempt."""

    to: str
    """Person id, or the name of a channel."""
    contact: str
    """Id of the person's contact; empty where `to` is a channel."""
    subject: str
    text: str
    key: str
    mode: Mode
    code: str = field(default="", repr=False)
    """The one-time code by which a colleague can acknowledge; `text` says it already."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends letters, each once; whether and when to try again is judged elsewhere."""

    roster: Callable[[], Roster]
    """The roster that counts now."""
    channels: Callable[[], ChannelSettings]
    outbox: Path
    """The file that pages of drills are written to."""
    clock: Callable[[], datetime]
    environ: Mapping[str, str] = field(repr=False)
    language: Language = Language.EN
    """In which an outcome says what cannot be used."""
    limits: Limits = field(default_factory=Limits)

    def send(self, letter: Letter) -> Outcome:
        """Try once; what stands in the way is an outcome too."""
        try:
            return self._attempt(letter)
        except Undelivered as undelivered:
            return undelivered.outcome
        except NetfinError as error:
            return refused(Reason.UNUSABLE, *self._said(error))

    def _attempt(self, letter: Letter) -> Outcome:
        if not letter.contact:
            settings = self._settings(needed=True)
            named = settings.channel(letter.to)
            if named is None:
                return refused(Reason.NO_CHANNEL, letter.to)
            return self._hand_over(letter, defined(named), "", settings)
        contact = self._contact(letter)
        if contact.channel not in CARRIED:
            return refused(Reason.TO_BE_DIALLED)
        settings = self._settings(needed=not CARRIED[contact.channel].own)
        definition = carrier(contact, settings, self.environ)
        if definition is None:
            return refused(Reason.NO_CHANNEL, contact.channel.value)
        return self._hand_over(letter, definition, receiver(contact, self.environ), settings)

    def _contact(self, letter: Letter) -> Contact:
        try:
            roster = self.roster()
        except NetfinError as error:
            raise Undelivered(failed(Reason.ROSTER_UNREAD, *self._said(error))) from None
        person = roster.person(letter.to)
        if person is None:
            raise Undelivered(refused(Reason.PERSON_GONE))
        found = next((one for one in person.contacts if one.id == letter.contact), None)
        if found is None:
            raise Undelivered(refused(Reason.CONTACT_GONE))
        return found

    def _settings(self, *, needed: bool) -> ChannelSettings:
        """What the file says; nothing where it cannot be used and the contact may do without."""
        try:
            return self.channels()
        except NetfinError as error:
            if needed:
                raise Undelivered(failed(Reason.UNUSABLE, *self._said(error))) from None
            return NO_CHANNELS

    def _hand_over(
        self, letter: Letter, definition: ChannelDefinition, address: str, settings: ChannelSettings
    ) -> Outcome:
        around = surroundings(settings, self.clock, self.environ, self.limits)
        page = Page(
            letter.to,
            address,
            letter.subject,
            letter.text,
            letter.key,
            drill=letter.mode is Mode.DRILL,
            code=letter.code,
        )
        return self._channel(letter, definition, address, settings, around).send(page)

    def _channel(
        self,
        letter: Letter,
        definition: ChannelDefinition,
        address: str,
        settings: ChannelSettings,
        around: Surroundings,
    ) -> Channel:
        """The one channel, made for this page; a drill's is a sandbox."""
        if letter.mode is Mode.LIVE:
            return channels_for(Mode.LIVE, [definition], around).named(definition.name)
        takes_part = bool(letter.contact) and letter.to in settings.participants
        participants = frozenset({Participant(letter.to, address)} if takes_part else ())
        sandbox = Sandbox(OutboxFile(self.outbox, self.clock), participants)
        return channels_for(Mode.DRILL, [definition], around, sandbox).named(definition.name)

    def _said(self, error: NetfinError) -> tuple[str, str]:
        explained = explain(error, self.language)
        return short(far_words(f"{explained.what} ({explained.why})")), explained.code
