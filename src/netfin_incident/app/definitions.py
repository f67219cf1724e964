"""Adopted definitions 采用: which version of a playbook or of the roster counts, and since when.

A file on the shelf is what somebody wrote; a version is what the firm adopted, kept in the journal
word for word.  Questions about the past are answered from versions, never from files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, assert_never

from netfin_incident.domain.definition import events as e
from netfin_incident.domain.definition.commands import Adopt, Approve, Command
from netfin_incident.domain.definition.rules import decide
from netfin_incident.domain.definition.state import Definition, Standing, apply, digest_of
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.vocabulary import DefinitionKind
from netfin_incident.errors import CommandRefused
from netfin_incident.library.playbooks import read_playbook
from netfin_incident.library.roster import compile_roster
from netfin_incident.library.source import Source
from netfin_incident.store.definitions import (
    definition_stream,
    fold_definition,
    prefix_of,
    read_history,
)
from netfin_incident.store.journal import Row
from netfin_incident.store.store import Store

ROSTER_ID: Final = "roster"
"""There is one roster."""
_COUNTED: Final = 0
"""The revision of a text that does not number itself."""
_MARK: Final = "\ufeff"
"""The byte order mark that some editors put before a text; reading leaves it out, hashing does not."""


class FileState(StrEnum):
    """How a file on the shelf stands to what was adopted under its id."""

    NOT_ADOPTED = "not_adopted"
    IN_FORCE = "in_force"
    SCHEDULED = "scheduled"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class FileStanding:
    """How a file stands, and the version that it is, or differs from."""

    state: FileState
    standing: Standing | None = None


def file_standing(definition: Definition | None, digest: str, at: datetime) -> FileStanding:
    """How a file with that hash stands at a moment."""
    if definition is None:
        return FileStanding(FileState.NOT_ADOPTED)
    newest = definition.newest
    coming = Standing(definition.id, newest, definition.approval_of(newest.sha256, at))
    current = definition.in_force(at)
    if current is not None and current.version.sha256 == digest:
        return FileStanding(FileState.IN_FORCE, current)
    if newest.sha256 == digest:
        return FileStanding(FileState.SCHEDULED, coming)
    return FileStanding(FileState.DIFFERS, current or coming)


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a request: the definition now, and the entries it left."""

    definition: Definition
    recorded: tuple[Recorded[e.Event], ...] = ()


class Definitions:
    """What was adopted of one kind in one database.  Safe to use from several threads."""

    def __init__(self, store: Store, kind: DefinitionKind = DefinitionKind.PLAYBOOK) -> None:
        """Work on `store`."""
        self._store = store
        self._kind = kind

    def adopt(
        self, source: Source, act: Act, effective_from: datetime | None = None, note: str = ""
    ) -> Settled:
        """Adopt the definition in `source`, to count from a moment on, or from the act on.

        Raises:
            DefinitionError: it is none that can be used; nothing was written.
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        definition_id, revision = _numbered(self._kind, source)
        marked = digest_of(source.text) != source.sha256
        body = _MARK + source.text if marked else source.text
        asked = Adopt(self._kind, definition_id, revision, body, effective_from, note)
        return self._handle(definition_id, act, asked)

    def approve(
        self, playbook_id: str, act: Act, document: str, author: str = "", note: str = "",
        sha256: str = "",
    ) -> Settled:  # fmt: skip
        """Record that the person who acts approved a version: the one adopted last, or `sha256`.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        asked = Approve(playbook_id, document, author, note, sha256)
        return self._handle(playbook_id, act, asked)

    def adopted(self) -> Mapping[str, Definition]:
        """Everything that was ever adopted and approved, by id.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        prefix = prefix_of(self._kind)
        with self._store.reading() as journal:
            streams = [list(journal.stream(one)) for one in journal.streams(prefix)]
        found = filter(None, map(fold_definition, streams))
        return {one.id: one for one in found}

    def in_force(self, at: datetime) -> Mapping[str, Standing]:
        """The version of each playbook that counted at a moment, with its approval by then.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        standing = (one.in_force(at) for one in self.adopted().values())
        return {one.id: one for one in sorted(filter(None, standing), key=lambda one: one.id)}

    def is_approved(self, playbook_id: str, sha256: str) -> bool:
        """Whether the version of a playbook with that hash was approved.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        definition = fold_definition(self._rows(playbook_id))
        return definition is not None and definition.approval_of(sha256) is not None

    def history(self, playbook_id: str) -> tuple[Recorded[e.Event], ...]:
        """Every adoption and approval of a playbook, in the order in which they were recorded.

        Raises:
            CommandRefused: it was never adopted.
            RecordError: the database or an entry cannot be read.
        """
        return read_history(self._rows(playbook_id, needed=True))

    def stream_of(self, playbook_id: str) -> str:
        """The journal stream of a playbook that was adopted.

        Raises:
            CommandRefused: it never was.
            RecordError: the database cannot be read.
        """
        self._rows(playbook_id, needed=True)
        return definition_stream(self._kind, playbook_id)

    def body(self, playbook_id: str, sha256: str) -> str:
        """The text of an adopted version, as it was adopted.

        Raises:
            CommandRefused: no such version was adopted.
            RecordError: the database or an entry cannot be read.
        """
        rows = self._rows(playbook_id, needed=True)
        fold_definition(rows)
        for entry in read_history(rows):
            event = entry.event
            if isinstance(event, e.DefinitionAdopted) and event.sha256 == sha256:
                return event.body
        raise CommandRefused("definition-not-adopted", id=playbook_id)

    def _rows(self, playbook_id: str, *, needed: bool = False) -> list[Row]:
        with self._store.reading() as journal:
            rows = list(journal.stream(definition_stream(self._kind, playbook_id)))
        if needed and not rows:
            raise CommandRefused("definition-not-adopted", id=playbook_id)
        return rows

    def _handle(self, playbook_id: str, act: Act, command: Command) -> Settled:
        stream = definition_stream(self._kind, playbook_id)
        with self._store.writing() as journal:
            state = fold_definition(journal.stream(stream))
            happened = [(act, event) for event in decide(state, act, command)]
            for _, event in happened:
                state = apply(state, act, event)
            recorded = journal.append(stream, happened)
        if state is None:
            raise CommandRefused("definition-not-adopted", id=playbook_id)
        return Settled(state, tuple(recorded))


def compiled(source: Source) -> Plan:
    """The plan that the text of a playbook makes.

    Raises:
        DefinitionError: it cannot be used; of several errors, the one that stands first.
    """
    plan, reading = read_playbook(source)
    reading.require_sound()
    return plan


def as_source(standing: Standing, body: str) -> Source:
    """An adopted text as if it were read from a file now."""
    name = f"{standing.id}.yaml r{standing.version.revision}"
    return Source(name, body.removeprefix(_MARK), standing.version.sha256)


def _numbered(kind: DefinitionKind, source: Source) -> tuple[str, int]:
    """The id and the revision of the definition in `source`.

    Raises:
        DefinitionError: it cannot be used; of several errors, the one that stands first.
    """
    match kind:
        case DefinitionKind.PLAYBOOK:
            plan = compiled(source)
            return plan.id, plan.revision
        case DefinitionKind.ROSTER:
            compile_roster(source)
            return ROSTER_ID, _COUNTED
        case _:
            assert_never(kind)
