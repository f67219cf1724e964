"""The one place where concrete parts are chosen and joined: clock, person, database, language."""

import os
import pwd
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netfin_incident.app.firm_files import FirmFiles, named_file
from netfin_incident.config import Given, load_config
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import MAX_LINE, clean_line
from netfin_incident.domain.vocabulary import Basis, Known, Precision
from netfin_incident.errors import RecordError, StoreBusy, UsageError
from netfin_incident.wording.language import Language

if TYPE_CHECKING:
    from netfin_incident.app.calling import Callers
    from netfin_incident.app.definitions import Definitions
    from netfin_incident.app.desk import Desk
    from netfin_incident.app.late_callers import LateCallers
    from netfin_incident.app.rosters import Rosters
    from netfin_incident.app.rotas import Rotas
    from netfin_incident.app.sending import Sender
    from netfin_incident.app.watch_loop import Watch
    from netfin_incident.domain.incident.commands import AttachPlaybook
    from netfin_incident.domain.playbook import Plan


def now() -> datetime:
    """The time; nothing else in the program reads the clock."""
    return datetime.now(UTC)  # noqa: TID251 - this is the one place


def elapsed() -> float:
    """Seconds since the machine was started, its sleep included; nobody can set this clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


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


class Session(FirmFiles):
    """One run of the program: its settings, its database, and who is at the keyboard."""

    def __init__(self, given: Given) -> None:
        """Read the settings.

        Raises:
            UsageError: an option or a variable cannot be used.
            DefinitionError: the configuration file cannot be used.
        """
        super().__init__(load_config(given))

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

        return Desk(open_store(self.database), self.late_callers)

    def create(self, purpose: str = "") -> "Desk":
        """The desk on the database, made first where there is none.

        Raises:
            RecordError: it cannot be made or used.
        """
        if "desk" in self.__dict__:
            return self.desk
        from netfin_incident.app.desk import Desk
        from netfin_incident.store.store import create_store

        desk = Desk(create_store(self.database, purpose), self.late_callers)
        self.__dict__["desk"] = desk
        return desk

    @cached_property
    def late_callers(self) -> "LateCallers":
        """Who is called for an incident, put together once anybody is."""
        from netfin_incident.app.late_callers import LateCallers

        return LateCallers(self._callers)

    def _callers(self) -> "Callers":
        from netfin_incident.app.calling import Callers
        from netfin_incident.app.reading_again import ReadAgain
        from netfin_incident.library.escalation import load_escalations

        file = self.config.escalation
        policies = ReadAgain(file.value, lambda _: load_escalations(named_file(file)))
        return Callers(policies.now, self._kept_rosters)

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
        return Rosters(self.config.roster.value, store, self.language)

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
    def sender(self) -> "Sender":
        """What sends pages; a drill's go to a file beside the database.

        Raises:
            DefinitionError: the file of channels was named and is not there.
        """
        from netfin_incident.app.reading_again import ReadAgain, to_the_log
        from netfin_incident.app.sending import Sender
        from netfin_incident.library.channels import load_channels

        file = named_file(self.config.channels)
        return Sender(
            roster=lambda: self._kept_rosters.counting(now()).roster,
            channels=ReadAgain(file, load_channels, to_the_log(self.language)).now,
            outbox=self.database.with_name("drill-outbox.jsonl"),
            clock=now,
            environ=os.environ,
            language=self.language,
        )

    def watch(self, kind: str = "watch") -> "Watch":
        """A watch on the existing database, under an id of its own.

        Raises:
            UsageError: failpoints are asked for, and cannot be armed.
            DefinitionError: the file of channels was named and is not there.
            StoreBusy: another process holds the database.
            RecordError: there is none, or it cannot be used.
        """
        import secrets
        import socket

        from netfin_incident import __version__
        from netfin_incident.app.failpoints import VARIABLE, armed_failpoints
        from netfin_incident.app.watch_parts import Surroundings, watch_of
        from netfin_incident.store.watchers import Watcher

        host, pid, at = clean_line(socket.gethostname()), os.getpid(), now()
        own_id = f"{host}:{pid}:{secrets.token_hex(4)}"
        around = Surroundings(
            callers=self.late_callers.now,
            roster=self.sender.roster,
            send=self.sender.send,
            wall=now,
            elapsed=elapsed,
            chance=secrets.SystemRandom().random,
            watcher=Watcher(own_id, kind, host, pid, __version__, at, at),
            language=self.language,
            point=armed_failpoints(os.environ.get(VARIABLE, ""), self.desk.store).hit,
        )
        return watch_of(self.desk, around)

    @cached_property
    def _kept_rosters(self) -> "Rosters":
        """The rosters, kept so that an adopted one is compiled once."""
        return self.rosters

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


def _person(given: str) -> str:
    person = clean_line(given)
    if given and not person:
        raise UsageError("person-empty")
    if len(person) > MAX_LINE:
        raise UsageError("person-too-long", length=len(person), longest=MAX_LINE)
    return person
