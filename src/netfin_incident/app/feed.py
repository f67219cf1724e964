"""Following one incident: each look reads only the entries that are newer than the last."""

from dataclasses import dataclass
from typing import Final

from netfin_incident.app.desk import Desk, stream_of
from netfin_incident.domain.incident.state import Incident
from netfin_incident.errors import UsageError
from netfin_incident.store.journal import Row
from netfin_incident.store.kept import fold_rows


@dataclass(frozen=True, slots=True)
class Newer:
    """What one look found: the incident now, and the entries since the last look."""

    incident: Incident
    rows: tuple[Row, ...]


class Feed:
    """Reads one incident, entry after entry.  One thread at a time."""

    def __init__(self, desk: Desk, incident_id: str) -> None:
        """Follow `incident_id`, beginning with its first entry."""
        self.desk: Final = desk
        self.incident_id: Final = incident_id
        self._state: Incident | None = None

    def newer(self) -> Newer:
        """Read what was written since the last call.

        Raises:
            UsageError: there is no such incident.
            RecordError: the database or an entry cannot be read.
            StoreBusy: another process holds the database.
        """
        after = self._state.version if self._state else 0
        with self.desk.store.reading() as journal:
            rows = tuple(journal.stream(stream_of(self.incident_id), after))
        state = fold_rows(self._state, rows)
        if state is None:
            raise UsageError("incident-unknown", given=self.incident_id, nearest="")
        self._state = state
        return Newer(state, rows)
