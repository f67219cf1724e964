"""The one place where concrete parts are chosen and joined: clock, person, database, language."""

import os
import pwd
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netfin_incident.config import Config, Given, load_config
from netfin_incident.config.source import Sourced, SourceKind
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import MAX_LINE, clean_line
from netfin_incident.domain.vocabulary import Basis, Known, Precision
from netfin_incident.errors import DefinitionError, Place, RecordError, StoreBusy, UsageError
from netfin_incident.wording.language import Language

if TYPE_CHECKING:
    from netfin_incident.app.definitions import Definitions
    from netfin_incident.app.desk import Desk
    from netfin_incident.app.rosters import Rosters
    from netfin_incident.app.rotas import Rotas
    from netfin_incident.domain.command_line import AllowedCommand
    from netfin_incident.domain.incident.commands import AttachPlaybook
    from netfin_incident.domain.playbook import Plan
    from netfin_incident.domain.roster import Roster
    from netfin_incident.domain.services import Service
    from netfin_incident.library.shelf import Shelf


def now() -> datetime:
    """The time; nothing else in the program reads the clock."""
    return datetime.now(UTC)  # noqa: TID251 - this is the one place


@dataclass(frozen=True)
class Acting:
    """What the options of a command say about who acts, for whom, and when it happened."""

    as_person: str = ""
    """`--as`: recorded as asserted, with the real user id beside it."""
    on_behalf_of: str = ""
    basis: Basis | None = None
    break_glass: str = ""
    at: str = ""
    """`--at`, as typed."""


class Session:
    """One run of the program: its settings, its database, and who is at the keyboard."""

    def __init__(self, given: Given) -> None:
        """Read the settings.

        Raises:
            UsageError: an option or a variable cannot be used.
            DefinitionError: the configuration file cannot be used.
        """
        self.config: Config = load_config(given)

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.config.language.value

    @property
    def zone(self) -> str:
        """The IANA zone in which times are read and shown."""
        return self.config.zone.value

    @property
    def database(self) -> Path:
        """The database file."""
        return self.config.database.value

    @cached_property
    def desk(self) -> "Desk":
        """The desk on the existing database.

        Raises:
            RecordError: there is none, or it cannot be used.
        """
        from netfin_incident.app.desk import Desk
        from netfin_incident.store.store import open_store

        return Desk(open_store(self.database))

    def create(self, purpose: str = "") -> "Desk":
        """The desk on the database, made first where there is none.

        Raises:
            RecordError: it cannot be made or used.
        """
        if "desk" in self.__dict__:
            return self.desk
        from netfin_incident.app.desk import Desk
        from netfin_incident.store.store import create_store

        desk = Desk(create_store(self.database, purpose))
        self.__dict__["desk"] = desk
        return desk

    @property
    def definitions(self) -> "Definitions":
        """The adopted playbooks, on the existing database.

        Raises:
            RecordError: there is none, or it cannot be used.
        """
        from netfin_incident.app.definitions import Definitions

        return Definitions(self.desk.store)

    @property
    def adopted_rosters(self) -> "Definitions":
        """The adopted rosters, likewise.

        Raises:
            RecordError: there is none, or it cannot be used.
        """
        from netfin_incident.app.definitions import Definitions
        from netfin_incident.domain.vocabulary import DefinitionKind

        return Definitions(self.desk.store, DefinitionKind.ROSTER)

    @property
    def rosters(self) -> "Rosters":
        """The rosters adopted and the one in the file; without a database, that one alone.

        Raises:
            RecordError: the database cannot be used.
        """
        from netfin_incident.app.rosters import Rosters

        try:
            store = self.desk.store
        except RecordError as error:
            if error.slug != "database-missing":
                raise
            store = None
        return Rosters(self.config.roster.value, store)

    @property
    def rotas(self) -> "Rotas":
        """The door to overrides and swaps, on the existing database.

        Raises:
            RecordError: there is none, or it cannot be used.
        """
        from netfin_incident.app.rotas import Rotas

        return Rotas(self.desk.store, self.rosters)

    def attaching(self, playbook_id: str) -> "AttachPlaybook":
        """The command that attaches a playbook of the shelf, saying whether it is approved as it is.

        Raises:
            DefinitionError: there is none of that id, or its file cannot be used.
        """
        from netfin_incident.domain.incident.commands import AttachPlaybook

        plan = self.shelf.get(playbook_id)
        return AttachPlaybook(plan, self._is_approved(plan))

    def _is_approved(self, plan: "Plan") -> bool:
        """Whether the record says so; a record that cannot be read now says nothing."""
        try:
            return self.definitions.is_approved(plan.id, plan.source_sha256)
        except (RecordError, StoreBusy):
            return False

    @cached_property
    def shelf(self) -> "Shelf":
        """The playbooks: the firm's own first, then the shipped ones."""
        from netfin_incident.library.paths import definition_folders
        from netfin_incident.library.shelf import Shelf

        return Shelf(definition_folders("playbooks", self.config.playbooks.value))

    @cached_property
    def services(self) -> "tuple[Service, ...]":
        """The firm's services; none where there is no file of them.

        Raises:
            DefinitionError: their file cannot be used.
        """
        from netfin_incident.library.services import load_services

        return load_services(_named(self.config.services))

    @cached_property
    def roster(self) -> "Roster | None":
        """The roster in its file as it is now; None where there is no file.

        Raises:
            DefinitionError: the file cannot be used.
        """
        from netfin_incident.library.roster import load_roster

        return load_roster(self.config.roster.value)

    @cached_property
    def allowed_commands(self) -> "tuple[AllowedCommand, ...]":
        """The commands that steps may run on this machine; none where there is no list of them.

        Raises:
            DefinitionError: the list cannot be trusted or used.
        """
        from netfin_incident.library.allowed import load_allowed

        return load_allowed(_named(self.config.commands))

    @property
    def me(self) -> str:
        """The person at the keyboard: as configured for the user id, else the account's name."""
        uid = os.getuid()
        known = self.config.person(uid)
        if known:
            return known
        try:
            return pwd.getpwuid(uid).pw_name
        except KeyError:
            return f"uid-{uid}"

    def act(self, acting: Acting | None = None, zone: str = "") -> Act:
        """The act of the person at the keyboard, now.

        Raises:
            UsageError: the person or the moment cannot be read.
        """
        acting = acting or Acting()
        at = now()
        occurred, precision, meant = None, Precision.EXACT, ""
        if acting.at:
            from netfin_incident.domain.moment import parse_moment

            moment = parse_moment(acting.at, at, zone or self.zone)
            occurred, precision, meant = moment.at, moment.precision, moment.zone
        return Act(
            at=at,
            by=_person(acting.as_person) or self.me,
            known=Known.ASSERTED if acting.as_person else Known.OS_USER,
            occurred_at=occurred,
            zone=meant,
            precision=precision,
            on_behalf_of=_person(acting.on_behalf_of),
            basis=acting.basis,
            break_glass=clean_line(acting.break_glass),
            uid=os.getuid(),
        )


def _named(file: Sourced[Path]) -> Path:
    """The path of a file of definitions; one that was named must be there."""
    if file.source.kind is not SourceKind.DEFAULT and not os.path.lexists(file.value):
        raise DefinitionError("definition-missing", place=Place(str(file.value)))
    return file.value


def _person(given: str) -> str:
    person = clean_line(given)
    if given and not person:
        raise UsageError("person-empty")
    if len(person) > MAX_LINE:
        raise UsageError("person-too-long", length=len(person), longest=MAX_LINE)
    return person
