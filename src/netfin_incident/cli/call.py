"""One call of one command: its settings, its database, who acts, and where the answer goes."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.seen import see
from netfin_incident.bootstrap import Acting, Session, now
from netfin_incident.cli.asked import Everywhere, Who
from netfin_incident.cli.choosing import chosen
from netfin_incident.cli.output import Output
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Basis
from netfin_incident.domain.zones import Moment, local
from netfin_incident.errors import UsageError
from netfin_incident.wording import command_answers as said
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.moments import moment_said

if TYPE_CHECKING:
    from netfin_incident.app.views import Listed


class Call:
    """What a command's function is given beside what was typed for it."""

    def __init__(
        self, session: Session, everywhere: Everywhere, who: Who, output: Output
    ) -> None:  # fmt: skip
        """Answer through `output`; the database is opened when it is first needed."""
        self.session = session
        self.output = output
        self._everywhere = everywhere
        self._who = who
        self._act: Act | None = None

    @property
    def desk(self) -> Desk:
        """The desk on the existing database.

        Raises:
            RecordError: there is none, or it cannot be used.
        """
        return self.session.desk

    def created_desk(self, purpose: str = "") -> Desk:
        """The desk, on a new database where there is none; saying so.

        Raises:
            RecordError: it cannot be made or used.
        """
        path = self.session.database
        is_new = not os.path.lexists(path)
        desk = self.session.create(purpose)
        if is_new:
            self.tell(said.DATABASE_MADE, path=path)
        return desk

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.output.language

    @property
    def wants_json(self) -> bool:
        """Whether the answer is to be JSON."""
        return self._everywhere.json

    @property
    def backdated(self) -> bool:
        """Whether it was said when it happened."""
        return self._who.at is not None

    @property
    def keeps_raw(self) -> bool:
        """Whether customer data is to be kept as typed."""
        return self._who.keep_raw

    def say(self, text: Text, **values: object) -> str:
        """A sentence in the reader's language."""
        return say(text, self.language).format(**values) if values else say(text, self.language)

    def name(self, text: Text) -> str:
        """A name in the reader's language; one that a person typed stays as it was typed."""
        return text.en if text.en == text.zh else say(text, self.language)

    def tell(self, text: Text, **values: object) -> None:
        """A sentence beside the answer."""
        self.output.tell(self.say(text, **values))

    def find(self, given: str) -> str:
        """The id of the incident that `given` means.

        Raises:
            UsageError: there is no such incident.
            RecordError: the database cannot be read.
        """
        year = local(now(), self.session.zone).year
        return self.desk.find(given, year)

    def zone_of(self, incident: "Incident | Listed") -> str:
        """The zone to show an incident's times in: the one asked for, else the incident's."""
        return self.zone_or(incident.zone)

    def zone_or(self, own: str) -> str:
        """The zone to read and show times in: the one asked for, else the thing's `own`."""
        return self.session.zone if self._everywhere.zone else own

    def act(self, incident_id: str = "") -> Act:
        """Who acts now, and when it happened; a time that was given is said in full.

        Raises:
            UsageError: the person or the moment cannot be read.
        """
        if self._act is None:
            zone = ""
            if incident_id and self.backdated:
                zone = self.zone_of(self.desk.incident(incident_id))
            self._act = self.session.act(self._acting(), zone)
            self._echo(self._act)
        return self._act

    def moment(self, given: str, incident_id: str) -> Moment:
        """A past moment that an option names, in the incident's zone.

        Raises:
            UsageError: it cannot be read.
        """
        zone = self.zone_of(self.desk.incident(incident_id))
        from netfin_incident.domain.moment import parse_moment

        return self._echoed(parse_moment(given, self.act(incident_id).at, zone))

    def start(self, given: str, zone: str = "", *, next_one: bool = False) -> Moment:
        """A moment, past or ahead, that an option names; of a day alone, its first one.

        A bare clock time is the latest past one, or with `next_one` the next.

        Raises:
            UsageError: it cannot be read.
        """
        from netfin_incident.domain.moment import parse_start

        read_in = zone or self.session.zone
        return self._echoed(parse_start(given, now(), read_in, next_one=next_one))

    def due(self, given: str, incident_id: str) -> Moment:
        """A moment ahead that an option names, in the incident's zone.

        Raises:
            UsageError: it cannot be read.
        """
        zone = self.zone_of(self.desk.incident(incident_id))
        from netfin_incident.domain.moment import parse_due

        return self._echoed(parse_due(given, self.act(incident_id).at, zone))

    def write(self, incident: str, *commands: c.Command) -> Handled:
        """Do something with the incident that `incident` means, and say what was written.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            UsageError: there is no such incident, or the person or moment cannot be read.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        incident_id = self.find(incident)
        return self.wrote(self.handle(incident_id, self.act(incident_id), *commands))

    def handle(self, incident_id: str, act: Act, *commands: c.Command) -> Handled:
        """Do something with an incident; customer data is masked, unless it was asked to be kept.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        return self.desk.handle(incident_id, act, *commands, keep_raw=self._who.keep_raw)

    def declare(self, declaration: Declaration, commands: Sequence[c.Command]) -> Handled:
        """Declare an incident, and say so.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            UsageError: the person or moment cannot be read.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be made, read or written.
        """
        act = self.act()
        desk = self.created_desk()
        handled = desk.declare(declaration, act, *commands, keep_raw=self._who.keep_raw)
        if handled.recorded and handled.recorded[0].version == 1:
            return self.wrote(handled)
        words = said.OPEN_UNDER_KEY if handled.recorded else said.OPEN_UNDER_KEY_LATELY
        self.tell(words, id=handled.incident.id)
        return self.wrote(handled, concerns=handled.incident.id)

    def wrote(self, handled: Handled, concerns: str = "") -> Handled:
        """Answer with what was written, or with what it `concerns`; remember the record as it is.

        Raises:
            RecordError: the database cannot be read.
        """
        from netfin_incident.cli.written import answer

        answer(self, handled, concerns)
        self.remember()
        return handled

    def remember(self) -> None:
        """Remember the record as it is now; say so where it is not the one seen before.

        Raises:
            RecordError: the database cannot be read.
        """
        lost = see(self.desk.store)
        if lost is not None:
            self.tell(said.SHORTER_THAN_SEEN, seen=lost.seq)

    def _acting(self) -> Acting:
        who = self._who
        if who.at is not None and not who.at.strip():
            raise UsageError("moment-empty")
        for person in (who.as_person, who.behalf_of):
            if person is not None and not person.strip():
                raise UsageError("person-empty")
        basis = chosen(Basis, who.basis, "--basis") if who.basis is not None else None
        return Acting(
            who.as_person or "", who.behalf_of or "", basis, who.break_glass or "", who.at or ""
        )

    def _echo(self, act: Act) -> None:
        if act.occurred_at is not None:
            self._echoed(Moment(act.occurred_at, act.precision, act.zone))

    def _echoed(self, moment: Moment) -> Moment:
        shown = moment_said(moment, self.language)
        self.tell(said.HAPPENED_AT, moment=shown, zone=moment.zone)
        return moment
