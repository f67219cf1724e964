"""The notices that are still to be sent, as a table: replaced with the line of their incident.

What is owed is the incident's own state; this says it again in the order in which it is sent.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from netfin_incident.domain.incident.state import Incident
from netfin_incident.store.codec import format_time


class PendingNotice(NamedTuple):
    """One notice that is still to be sent."""

    key: str
    incident: str
    entry: int
    purpose: str
    receiver: str
    contact: str
    mode: str
    severity: int
    made_at: str

    @property
    def order(self) -> tuple[int, str, str]:
        """By which notices are sent: the worst first, and of those the oldest."""
        return self.severity, self.made_at, self.key


COLUMNS: Final = ", ".join(PendingNotice._fields)
_INSERT: Final = (
    f"INSERT OR REPLACE INTO notice_view ({COLUMNS}) "  # noqa: S608 - constant names
    f"VALUES ({', '.join('?' * len(PendingNotice._fields))})"
)


def pending(incident: Incident) -> Iterator[PendingNotice]:
    """What the incident still owes."""
    for notice in incident.notices.values():
        if notice.is_open:
            yield PendingNotice(
                notice.key, incident.id, notice.entry, notice.purpose.value, notice.to,
                notice.contact, incident.mode.value, int(incident.severity),
                format_time(notice.made_at),
            )  # fmt: skip


def replace_pending(connection: sqlite3.Connection, incidents: Iterable[Incident]) -> None:
    """Write the lines of these incidents anew, in the caller's transaction."""
    for incident in incidents:
        connection.execute("DELETE FROM notice_view WHERE incident = ?", (incident.id,))
        connection.executemany(_INSERT, pending(incident))


def stored_pending(connection: sqlite3.Connection) -> Iterator[PendingNotice]:
    """Every line of the table, in the order in which notices are sent."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM notice_view ORDER BY severity, made_at, key"  # noqa: S608
    )
    return map(PendingNotice._make, found)
