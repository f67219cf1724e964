"""The one door to warnings: values come in, people handle them, and one may become an incident.

All values of one call are taken in by one transaction; so are an incident and the warning that it
came from.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.warning_intake import SERIES, Intake
from netfin_incident.domain.incident import commands as incident_commands
from netfin_incident.domain.incident.masking import Masking
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.rules import decide
from netfin_incident.domain.warning.state import WarningCase, apply
from netfin_incident.errors import CommandRefused, UsageError
from netfin_incident.store.journal import Journal
from netfin_incident.store.warnings import WarningBook, fold_warning, warning_stream

if TYPE_CHECKING:
    from netfin_incident.domain.customer_data import Kind

ALARM_KEY: Final = "warning:"
"""Before a warning's id, the alarm key of the incident that it became."""

_ID: Final = re.compile(rf"{SERIES}-[0-9]{{4}}-[0-9]{{4,9}}")
_SHORT_ID: Final = re.compile(rf"(?:{SERIES}-)?0*([0-9]{{1,9}})")


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of handling a warning: it as it is now, and the entries it left."""

    warning: WarningCase
    recorded: tuple[Recorded[e.Event], ...] = ()
    masked: "Mapping[Kind, int]" = field(default_factory=dict)
    """How much customer data was masked in what was asked, by its kind."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of values."""

    raised: tuple[str, ...] = ()
    """Ids of the new warnings."""
    touched: Mapping[str, WarningCase] = field(default_factory=dict)
    """The warnings that took a value, as they are now."""
    recorded: tuple[tuple[WarningCase, Recorded[e.Event]], ...] = ()
    below: int = 0
    """How many values reached no threshold and met no open warning."""
    late: int = 0
    """How many were older than what ended their key's last warning."""
    refused: tuple[tuple[int, CommandRefused], ...] = ()
    """Places, from 0, of the values that the rules refused."""


class Warnings:
    """Handles what is asked about warnings.  Safe to use from several threads."""

    def __init__(self, desk: Desk) -> None:
        """Work on the desk's database."""
        self._desk = desk
        self._store = desk.store
        self._book = WarningBook()

    def take(self, act: Act, values: Sequence[c.Observed]) -> Taken:
        """Take values in, the oldest first; one that is refused does not keep the others out.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        refused: list[tuple[int, CommandRefused]] = []
        with self._store.writing() as journal:
            intake = Intake(journal, act, self._book.all(journal).values(), alone=len(values) == 1)
            for place, one in sorted(enumerate(values), key=lambda numbered: numbered[1].at):
                try:
                    intake.take(one)
                except CommandRefused as error:
                    refused.append((place, error))
            intake.finish()
        return Taken(
            tuple(intake.raised), intake.touched, tuple(intake.recorded), intake.below,
            intake.late, tuple(sorted(refused, key=lambda one: one[0])),
        )  # fmt: skip

    def handle(
        self, warning_id: str, act: Act, command: c.Handling, *, keep_raw: bool = False
    ) -> Changed:
        """Do something with a warning.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            UsageError: there is no such warning.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        masking = Masking(keep_raw=keep_raw)
        asked = masking.command(None, command)
        with self._store.writing() as journal:
            changed = self._handle(journal, warning_id, act, asked)
        return replace(changed, masked=Counter(masking.counts))

    def promote(
        self, warning_id: str, act: Act, declared: Callable[[WarningCase], Declaration],
        then: Iterable[incident_commands.Command] = (), *, keep_raw: bool = False,
    ) -> tuple[Changed, Handled]:  # fmt: skip
        """Declare the incident that a warning became; each names the other.

        The incident's moment of detection is that of the value that raised the warning.

        Raises:
            CommandRefused: the rules do not allow it; nothing was written.
            UsageError: there is no such warning.
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        warning = self.warning(warning_id)
        declaration = replace(declared(warning), key=ALARM_KEY + warning_id)
        detected = incident_commands.SetMilestone(Milestone.DETECTED, warning_id)
        raised = warning.raised
        seen = replace(act, occurred_at=raised.observed_at, zone=raised.zone)
        linked: list[Changed] = []

        def link(journal: Journal, incident: Incident) -> None:
            linked.append(self._handle(journal, warning_id, act, c.Promote(incident.id)))

        handled = self._desk.declare_all(
            declaration, act, [(seen, detected), *((act, one) for one in then)],
            keep_raw=keep_raw, before_commit=link,
        )  # fmt: skip
        return linked[0], handled

    def warning(self, warning_id: str) -> WarningCase:
        """One warning as it is now.

        Raises:
            UsageError: there is no such warning.
            RecordError: the database cannot be read.
        """
        with self._store.reading() as journal:
            return self._found(journal, warning_id)

    def all(self) -> tuple[WarningCase, ...]:
        """Every warning, in the order in which they were raised.

        Raises:
            RecordError: the database cannot be read.
        """
        with self._store.reading() as journal:
            return tuple(self._book.all(journal).values())

    def find(self, given: str, year: int) -> str:
        """The id a person means by `WRN-2026-0042`, `wrn-42` or `42` (of `year`).

        Raises:
            UsageError: there is no such warning.
            RecordError: the database cannot be read.
        """
        folded = given.strip().upper()
        short = _SHORT_ID.fullmatch(folded)
        if short:
            folded = f"{SERIES}-{year}-{int(short[1]):04d}"
        with self._store.reading() as journal:
            known = self._book.all(journal)
        if not _ID.fullmatch(folded) or folded not in known:
            raise UsageError("warning-unknown", given=given, nearest=nearest(folded, known))
        return folded

    def _handle(
        self, journal: Journal, warning_id: str, act: Act, command: c.Handling
    ) -> Changed:  # fmt: skip
        warning = self._found(journal, warning_id)
        events = decide(warning, act, command)
        for event in events:
            warning = apply(warning, act, event)
        recorded = journal.append(warning_stream(warning_id), [(act, event) for event in events])
        return Changed(warning, tuple(recorded))

    def _found(self, journal: Journal, warning_id: str) -> WarningCase:
        warning = fold_warning(journal.stream(warning_stream(warning_id)))
        if warning is None:
            known = self._book.all(journal)
            raise UsageError(
                "warning-unknown", given=warning_id, nearest=nearest(warning_id, known)
            )  # fmt: skip
        return warning


def severity_of(warning: WarningCase) -> Severity:
    """The severity to begin with where a warning becomes an incident: red Ⅰ to blue Ⅳ."""
    return Severity(warning.worst_level.rank)
