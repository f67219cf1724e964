"""The timeline 时间线: the journal of one incident said in sentences, decoded only where shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from netfin_incident.domain.incident import events
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.store.journal import Entry, Row
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences import sentence

LATE_AFTER: Final = timedelta(minutes=5)
"""An entry written down later than this after it happened is marked late."""


@dataclass(frozen=True)
class Line:
    """One entry on the timeline."""

    row: Row
    correction: Recorded[events.Event] | None = None
    """The newest entry that corrects this one, with what earlier corrections said beside it."""

    @property
    def entry(self) -> int:
        """The entry's number."""
        return self.row.version

    @cached_property
    def recorded(self) -> Recorded[events.Event]:
        """The entry, decoded.

        Raises:
            RecordError: its body is missing, unreadable or of a newer program.
        """
        return Entry(self.row).recorded

    @property
    def happened(self) -> datetime:
        """When it happened, as corrected; aware UTC."""
        corrected = self._corrected
        if corrected is not None and corrected.occurred_at is not None:
            return corrected.occurred_at
        return self.recorded.act.happened

    @property
    def is_late(self) -> bool:
        """Whether it was written down well after it happened."""
        return self.recorded.act.at - self.recorded.act.happened > LATE_AFTER

    def said(self, language: Language, incident: Incident | None = None) -> str:
        """The entry as a sentence; a corrected one says the correct text.

        Given the `incident`, steps and roles are called by their names.
        """
        corrected = self._corrected
        if corrected is not None and corrected.text:
            return corrected.text
        return sentence(self.recorded.event, self.recorded.act, language, incident)

    @property
    def _corrected(self) -> events.Corrected | None:
        event = self.correction.event if self.correction else None
        return event if isinstance(event, events.Corrected) else None


def timeline(rows: Sequence[Row]) -> list[Line]:
    """One line per entry, in the order of the journal, each with its newest correction.

    Raises:
        RecordError: a correction cannot be read.
    """
    corrections = _corrections(rows)
    return [Line(row, corrections.get(row.version)) for row in rows]


def by_occurrence(lines: Iterable[Line]) -> list[Line]:
    """The lines in the order in which things happened.

    Raises:
        RecordError: an entry cannot be read.
    """
    return sorted(lines, key=lambda line: (line.happened, line.entry))


def _corrections(rows: Sequence[Row]) -> Mapping[int, Recorded[events.Event]]:
    found: dict[int, Recorded[events.Event]] = {}
    for row in rows:
        if row.kind == events.Corrected.KIND:
            recorded = Entry(row).recorded
            if isinstance(recorded.event, events.Corrected):
                entry = recorded.event.entry
                found[entry] = _on_top_of(found.get(entry), recorded, recorded.event)
    return found


def _on_top_of(
    before: Recorded[events.Event] | None,
    recorded: Recorded[events.Event],
    event: events.Corrected,
) -> Recorded[events.Event]:
    """A correction of the wording alone leaves a moment that was corrected before, and the reverse."""
    if before is None or not isinstance(before.event, events.Corrected):
        return recorded
    text = event.text or before.event.text
    occurred_at = event.occurred_at or before.event.occurred_at
    return replace(recorded, event=replace(event, text=text, occurred_at=occurred_at))
