"""The roster that counts 值班表: the version adopted for a moment, or the file as long as there is none.

Once a roster was adopted the file is a draft of the next version.  Overrides and swaps come from
the record, whichever roster they were made on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Final

from netfin_incident.app.definitions import ROSTER_ID, Definitions, as_source
from netfin_incident.app.reading_again import ReadAgain, to_the_log
from netfin_incident.domain.definition.state import Definition, Standing
from netfin_incident.domain.roster import NO_CHANGES, Changes, Roster, Rotation
from netfin_incident.domain.rota.state import Rota
from netfin_incident.domain.vocabulary import DefinitionKind
from netfin_incident.errors import DefinitionError
from netfin_incident.library.choices import choices
from netfin_incident.library.roster import compile_roster, load_roster
from netfin_incident.library.source import read_source
from netfin_incident.store.codec import format_time
from netfin_incident.store.rotas import ROTA_PREFIX, fold_rota
from netfin_incident.store.store import Store
from netfin_incident.wording.language import Language

_NO_ROTAS: Final[Mapping[str, Rota]] = {}


@dataclass(frozen=True, slots=True)
class Counting:
    """A roster, and by what it counts."""

    roster: Roster
    standing: Standing | None = None
    """The adopted version; None where it is the file."""
    problem: DefinitionError | None = None
    """Why the file as it is now cannot be used, where what it said before still counts."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time throughout which one roster counts."""

    start: datetime
    end: datetime
    counting: Counting


class Rosters:
    """The rosters of a firm: those adopted in one database, and the one in the file."""

    def __init__(self, file: Path, store: Store | None, told_in: Language | None = None) -> None:
        """Read `file`, and `store` where there is a database.

        With `told_in`, a file that breaks is told of once, in the log of the watch and in that
        language, and what it last said still counts.
        """
        self._file = file
        self._store = store
        told = None if told_in is None else to_the_log(told_in)
        self._in_file = ReadAgain(file, _present, told)
        self._compiled: dict[str, Roster] = {}

    def counting(self, at: datetime) -> Counting:
        """The roster that counts at a moment.

        Raises:
            DefinitionError: there is none, or the file cannot be used.
            RecordError: the database or an entry cannot be read.
        """
        definition = self._definition()
        standing = definition.in_force(at) if definition else None
        return self._from_file() if standing is None else self._adopted(standing)

    def periods(self, start: datetime, end: datetime) -> Iterator[Period]:
        """The rosters that count one after another from `start` to `end`.

        Raises:
            DefinitionError: there is none, or the file cannot be used.
            RecordError: the database or an entry cannot be read.
        """
        definition = self._definition()
        versions = definition.versions if definition else ()
        edges = sorted(
            {start, *(one.effective_from for one in versions if start < one.effective_from < end)}
        )
        for begins, ends in zip(edges, [*edges[1:], end], strict=True):
            yield Period(begins, ends, self.counting(begins))

    def rotas(self, recorded_by: datetime | None = None) -> Mapping[str, Rota]:
        """What was changed about each rotation, as recorded by a moment if one is named.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        if self._store is None:
            return _NO_ROTAS
        latest = None if recorded_by is None else format_time(recorded_by)
        with self._store.reading() as journal:
            streams = [list(journal.stream(one)) for one in journal.streams(ROTA_PREFIX)]
        folded = (
            fold_rota(takewhile(lambda row: latest is None or row.recorded_at <= latest, rows))
            for rows in streams
        )
        return {one.rotation: one for one in folded if one is not None}

    def changes(self, recorded_by: datetime | None = None) -> Changes:
        """The same, as it goes before the layers of a roster.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        rotas = self.rotas(recorded_by).values()
        found = tuple(override for one in rotas for override in one.counted)
        return Changes(found) if found else NO_CHANGES

    def file_differs(self, at: datetime) -> bool:
        """Whether a version counts at a moment, and the file is another text.

        Raises:
            RecordError: the database or an entry cannot be read.
        """
        definition = self._definition()
        standing = definition.in_force(at) if definition else None
        if standing is None:
            return False
        try:
            return read_source(self._file).sha256 != standing.version.sha256
        except DefinitionError as error:
            return error.slug != "definition-missing"

    def _definition(self) -> Definition | None:
        if self._store is None:
            return None
        return Definitions(self._store, DefinitionKind.ROSTER).adopted().get(ROSTER_ID)

    def _adopted(self, standing: Standing) -> Counting:
        digest = standing.version.sha256
        if digest not in self._compiled and self._store is not None:
            body = Definitions(self._store, DefinitionKind.ROSTER).body(ROSTER_ID, digest)
            self._compiled[digest] = compile_roster(as_source(standing, body))
        return Counting(self._compiled[digest], standing)

    def _from_file(self) -> Counting:
        roster = self._in_file.now()
        return Counting(roster, problem=self._in_file.problem)


def _present(file: Path) -> Roster:
    roster = load_roster(file)
    if roster is None:
        raise DefinitionError("roster-absent", path=file)
    return roster


def find_rotation(roster: Roster, rotation_id: str) -> Rotation:
    """The rotation called `rotation_id`.

    Raises:
        DefinitionError: there is none.
    """
    rotation = roster.rotation(rotation_id)
    if rotation is None:
        known = choices(rotation_id, (one.id for one in roster.rotations))
        raise DefinitionError("roster-no-such-rotation", given=rotation_id, choices=known)
    return rotation
