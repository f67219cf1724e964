"""The desk 值班台: the one door that every change goes through.

Load, fold, mask, decide, append, in one transaction.  What a command asks is done when this returns,
and only then; a command writes the journal and nothing else.  Customer data in what was typed is
masked here, unless the person says that it is to be kept as typed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netfin_incident.app.carrying_out import Caller, Handled, carry_out
from netfin_incident.app.in_step import in_step
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.masking import Masking
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode, Origin, Status
from netfin_incident.errors import CommandRefused, UsageError
from netfin_incident.store.journal import Head, Journal, Row
from netfin_incident.store.kept import KeptStates
from netfin_incident.store.store import Store
from netfin_incident.store.views import INCIDENT_PREFIX, IncidentList, IncidentView
from netfin_incident.store.watchers import Watchers

ID_PREFIX: Final = {Mode.LIVE: "INC", Mode.DRILL: "DRL"}
"""Series of incident ids by mode."""

_ID: Final = re.compile(r"(?:INC|DRL)-[0-9]{4}-[0-9]{4,9}")
_SHORT_ID: Final = re.compile(r"(?:(INC|DRL)-)?0*([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is said when an incident is declared."""

    title: str
    severity: Severity
    zone: str
    mode: Mode = Mode.LIVE
    origin: Origin = Origin.NATIVE
    key: str = ""
    service: str = ""


class Desk:
    """Handles commands on one database.  Safe to use from several threads."""

    def __init__(self, store: Store, caller: Caller | None = None) -> None:
        """Work on `store`, keeping the state of each incident that was asked for."""
        self.store = store
        self.caller = caller
        self._kept = KeptStates()
        self._watchers = Watchers(store)
        self.view = IncidentView(store, self._kept)

    def handle(
        self, incident_id: str, act: Act, *commands: c.Command, keep_raw: bool = False
    ) -> Handled:
        """Decide and record every command, or none of them; `keep_raw` masks only what goes out.

        Raises:
            CommandRefused: the rules do not allow one of them; nothing was written.
            UsageError: there is no such incident.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        stream = stream_of(incident_id)
        with self.store.writing() as journal:
            state = self._kept.state(journal, stream)
            if state is None:
                raise self._unknown(journal, incident_id)
            asked = [(act, one) for one in commands]
            handled = self._carry_out(journal, stream, state, asked, Masking(keep_raw=keep_raw))
        self._kept.keep(stream, handled.incident)
        return handled

    def handle_many(
        self,
        incident_ids: Iterable[str],
        asked: Callable[[Incident], Sequence[tuple[Act, c.Command]]],
        *,
        before_commit: Callable[[], object] = lambda: None,
    ) -> list[Handled]:
        """Ask something of several incidents in one transaction, as their state says.

        Args:
            incident_ids: Those that are asked; one that is not there is left out.
            asked: What is asked of an incident as it stands; nothing to leave it as it is.
            before_commit: Called once everything is written but not yet committed.

        Raises:
            CommandRefused: the rules do not allow one of them; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        handled: list[Handled] = []
        with self.store.writing() as journal:
            for stream in map(stream_of, incident_ids):
                state = self._kept.state(journal, stream)
                todo = asked(state) if state is not None else ()
                if todo:
                    handled.append(self._carry_out(journal, stream, state, todo, Masking()))
            before_commit()
        for one in handled:
            self._kept.keep(stream_of(one.incident.id), one.incident)
        return handled

    def declare(
        self, declaration: Declaration, act: Act, *commands: c.Command, keep_raw: bool = False
    ) -> Handled:
        """Declare an incident and carry out `commands` on it by the same act, in one transaction.

        With a key, an incident that is open under it is answered; that the alarm came again is an
        entry of it, at most once a minute, and a worse severity raises its own.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        then = [(act, command) for command in commands]
        return self.declare_all(declaration, act, then, keep_raw=keep_raw)

    def declare_all(
        self, declaration: Declaration, act: Act, then: Iterable[tuple[Act, c.Command]], *,
        keep_raw: bool = False,
        before_commit: Callable[[Journal, Incident], object] = lambda _journal, _incident: None,
    ) -> Handled:  # fmt: skip
        """As `declare`, but each command that follows is an act of its own.

        Args:
            declaration: What is declared.
            act: Who declares it.
            then: What follows, each with its act.
            keep_raw: Whether customer data is masked only in what goes out.
            before_commit: Called once everything is written but not yet committed; what it refuses
                undoes all of it.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        masking = Masking(keep_raw=keep_raw)
        with self.store.writing() as journal:
            open_one = self._open_under(journal, declaration.key)
            if open_one is not None:
                again = self._again(journal, open_one, declaration, act, masking)
                before_commit(journal, again.incident)
                return again
            incident_id = _next_id(journal, declaration, act.happened)
            stream = stream_of(incident_id)
            asked = c.Declare(
                incident_id, declaration.title, declaration.severity, declaration.zone,
                declaration.mode, declaration.origin, declaration.key, declaration.service,
            )  # fmt: skip
            handled = self._carry_out(journal, stream, None, [(act, asked), *then], masking)
            before_commit(journal, handled.incident)
        self._kept.keep(stream, handled.incident)
        return handled

    def incident(self, incident_id: str) -> Incident:
        """The incident as it is now.

        Raises:
            UsageError: there is no such incident.
            RecordError: the database cannot be read.
        """
        with self.store.reading() as journal:
            state = self._kept.state(journal, stream_of(incident_id))
            if state is None:
                raise self._unknown(journal, incident_id)
            return state

    def rows(self, incident_id: str, after: int = 0) -> list[Row]:
        """The stored entries of an incident past entry number `after`, not yet decoded.

        Raises:
            RecordError: the database cannot be read.
        """
        with self.store.reading() as journal:
            return list(journal.stream(stream_of(incident_id), after))

    def incidents(self, *modes: Mode, ended: bool = False) -> IncidentList:
        """Incidents of the named modes, the worst first; with `ended`, closed and cancelled too.

        Raises:
            RecordError: the database cannot be read.
        """
        return self.view.incidents(modes, ended=ended)

    def rebuild(self) -> int:
        """Drop the views and fold the journal again; how many incidents there are.

        Raises:
            RecordError: the database or an entry cannot be read.
            StoreBusy: another process holds it.
        """
        return self.view.rebuild()

    def head(self) -> Head:
        """The newest entry's place and anchor.

        Raises:
            RecordError: the database cannot be read.
        """
        with self.store.reading() as journal:
            return journal.head()

    def find(self, given: str, year: int) -> str:
        """The id a person means by `INC-2026-0042`, `inc-42` or `42` (of `year`).

        Raises:
            UsageError: there is no such incident.
            RecordError: the database cannot be read.
        """
        folded = given.strip().upper()
        short = _SHORT_ID.fullmatch(folded)
        if short:
            folded = f"{short[1] or 'INC'}-{year}-{int(short[2]):04d}"
        with self.store.reading() as journal:
            if not _ID.fullmatch(folded) or not journal.has_stream(stream_of(folded)):
                raise self._unknown(journal, given)
        return folded

    def _carry_out(
        self,
        journal: Journal,
        stream: str,
        state: Incident | None,
        asked: Iterable[tuple[Act, c.Command]],
        masking: Masking,
    ) -> Handled:
        todo = list(asked)
        acts = {act: in_step(act, self._watchers) for act in {act for act, _ in todo}}
        stepped = [(acts[act], command) for act, command in todo]
        return carry_out(self.caller, journal, stream, state, stepped, masking)

    def _again(
        self,
        journal: Journal,
        open_one: Incident,
        declaration: Declaration,
        act: Act,
        masking: Masking,
    ) -> Handled:
        came = c.SuppressDuplicate(declaration.title, declaration.severity)
        stream = stream_of(open_one.id)
        return self._carry_out(journal, stream, open_one, [(act, came)], masking)

    def _open_under(self, journal: Journal, key: str) -> Incident | None:
        if not key:
            return None
        for row in self.view.current(journal):
            ended = row.status in (Status.CLOSED, Status.CANCELLED, Status.IN_REVIEW)
            if row.alarm_key == key and not ended and row.status != Status.RESOLVED:
                return self._kept.state(journal, stream_of(row.id))
        return None

    def _unknown(self, journal: Journal, given: str) -> UsageError:
        known = [
            stream.removeprefix(INCIDENT_PREFIX) for stream in journal.streams(INCIDENT_PREFIX)
        ]
        return UsageError("incident-unknown", given=given, nearest=nearest(given.upper(), known))


def refusal(incident: Incident, act: Act, command: c.Command) -> CommandRefused | None:
    """Why `command` would be refused now; None where it would be done.  Writes nothing."""
    try:
        decide(incident, act, command)
    except CommandRefused as refused:
        return refused
    return None


def stream_of(incident_id: str) -> str:
    """The journal stream of an incident."""
    return INCIDENT_PREFIX + incident_id


def _next_id(journal: Journal, declaration: Declaration, happened: datetime) -> str:
    year = happened.astimezone(ZoneInfo(declaration.zone)).year
    series = f"{ID_PREFIX[declaration.mode]}-{year}-"
    return f"{series}{journal.last_number(stream_of(series)) + 1:04d}"
