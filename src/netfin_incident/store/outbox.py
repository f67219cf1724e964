"""The outbox 待发: which notices are sent next, by whom, and how often that was tried.

What is owed follows from the journal; here is only who has it in hand.  A claim is a lease: where
its owner dies, another takes the notice over when the lease has run out, so a page may go out twice
but is never lost.  Everything here is in short transactions; nothing is sent in one.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from netfin_incident.domain.incident.state import UNDER_WAY
from netfin_incident.store.codec import format_time, parse_time
from netfin_incident.store.pending import COLUMNS, PendingNotice, pending, stored_pending
from netfin_incident.store.store import Store
from netfin_incident.store.views import IncidentView, row_of

__all__ = ["Claim", "Outbox", "PendingNotice", "Queued"]

_SWEEP_EVERY: Final = 64
"""Claims between two sweeps of what nobody waits for any more."""

_DUE: Final = (
    f"SELECT {COLUMNS}, coalesce(sending.attempts + (sending.owner <> ''), 0), "  # noqa: S608 - constant names
    "coalesce(sending.last_reason, '') "
    "FROM notice_view LEFT JOIN sending USING (key) "
    "WHERE {which} (sending.key IS NULL OR sending.next_at <= ?) "
    "ORDER BY severity, made_at, key LIMIT ?"
)
"""A lease that has run out counts as one more attempt: its owner may have sent it."""
_ANYBODYS: Final = _DUE.format(which="")
_ONE_RECEIVERS: Final = _DUE.format(which="receiver = ? AND contact = ? AND mode = ? AND")
_LEASE: Final = (
    "INSERT OR REPLACE INTO sending (key, owner, lease_until, attempts, next_at, last_reason) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
_SWEEP: Final = (
    "DELETE FROM sending WHERE lease_until <= ? "
    "AND NOT EXISTS (SELECT 1 FROM notice_view WHERE notice_view.key = sending.key)"
)
_NEXT: Final = (
    "SELECT next_at FROM sending WHERE EXISTS "
    "(SELECT 1 FROM notice_view WHERE notice_view.key = sending.key) ORDER BY next_at LIMIT 1"
)
_UNCLAIMED: Final = (
    "SELECT 1 FROM notice_view WHERE NOT EXISTS "
    "(SELECT 1 FROM sending WHERE sending.key = notice_view.key) ORDER BY key LIMIT 1"
)
"""In the order of the keys both tables are read side by side, which is quickest for many."""
_WAKING: Final = (
    "SELECT wakes_at, id FROM incident_view WHERE wakes_at > '' AND wakes_at <= ? "
    "ORDER BY wakes_at, id LIMIT ?"
)
_UNESCALATED: Final = (
    "SELECT id FROM incident_view WHERE status IN (?, ?, ?) AND generation = 0 "
    "AND acknowledged = 0 AND origin = 'native' ORDER BY declared_at, id LIMIT ?"
)
_NEVER: Final = "9999-12-31T23:59:59.999999Z"


class Claim(NamedTuple):
    """A notice that the owner of the claim sends now."""

    notice: PendingNotice
    attempts: int
    """How often it was tried before."""


class Queued(NamedTuple):
    """A notice in the queue."""

    notice: PendingNotice
    attempts: int
    next_at: str
    """When it is tried next, or when its lease ends; empty for at once."""
    owner: str
    """Who is sending it now; empty where nobody is."""
    last_reason: str
    """The channel's word for why the last attempt failed."""


def _no_point(_name: str) -> None:
    """Nothing happens there."""


class Outbox:
    """The outbox of one store.  Safe to use from several threads."""

    def __init__(self, store: Store, view: IncidentView) -> None:
        """Work on `store`, whose tables `view` keeps current."""
        self._store = store
        self._view = view
        self._claims = 0

    def claim(
        self, owner: str, now: datetime, most: int, lease: timedelta,
        *, point: Callable[[str], None] = _no_point,
    ) -> list[Claim]:  # fmt: skip
        """Take up to `most` notices that are due, the worst and oldest first.

        Args:
            owner: Id of the watcher, different for every process.
            now: The time by which leases and pauses are judged.
            most: How many at once.
            lease: How long nobody else takes them.
            point: Told where it could be killed.

        Raises:
            StoreBusy: another process held the database for too long; nothing was claimed.
            RecordError: the database cannot be read or written.
        """
        return self._claim(_ANYBODYS, (), owner, now, most, lease, point)

    def claim_for(
        self, receiver: str, contact: str, owner: str, now: datetime, most: int, lease: timedelta,
        *, mode: str, point: Callable[[str], None] = _no_point,
    ) -> list[Claim]:  # fmt: skip
        """Take what else is due to the same receiver by the same way, to be sent as one.

        Of one mode alone: a drill's notices never go out with real ones.

        Raises:
            StoreBusy: another process held the database for too long; nothing was claimed.
            RecordError: the database cannot be read or written.
        """
        only = (receiver, contact, mode)
        return self._claim(_ONE_RECEIVERS, only, owner, now, most, lease, point)

    def holds(self, key: str, owner: str) -> bool:
        """Whether the lease is still `owner`'s; the caller is inside a transaction."""
        found = self._store.connection.execute(
            "SELECT 1 FROM sending WHERE key = ? AND owner = ?", (key, owner)
        )
        return found.fetchone() is not None

    def forget(self, key: str) -> None:
        """Nobody has it in hand any more; the caller's transaction records what came of it."""
        self._store.connection.execute("DELETE FROM sending WHERE key = ?", (key,))

    def put_off(self, key: str, owner: str, next_at: datetime, reason: str) -> bool:
        """One attempt more has failed: try again from `next_at`; False where it is not ours now.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be written.
        """
        return self._let_go(
            "attempts = attempts + 1, next_at = ?, last_reason = ?",
            (format_time(next_at), reason), key, owner,
        )  # fmt: skip

    def give_back(self, key: str, owner: str) -> bool:
        """It was not tried: anybody may take it at once; False where it is not ours now.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be written.
        """
        return self._let_go("next_at = ''", (), key, owner)

    def due_at(self, now: datetime) -> datetime | None:
        """When the next claim finds something, `now` where it does already; None for never.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        self._view.catch_up()
        with self._store.reading() as journal:
            cursor, newer = self._view.behind(journal)
            if any(next(pending(one), None) for one in newer.values()):
                return now
            connection = self._store.connection
            again = connection.execute(_NEXT).fetchone() if cursor else None
            if again is not None and again[0] <= format_time(now):
                return now
            if cursor and connection.execute(_UNCLAIMED).fetchone() is not None:
                return now
            return parse_time(again[0]) if again else None

    def rows(self, now: datetime) -> list[Queued]:
        """Every notice that is still to be sent, in the order in which it will be.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        self._view.catch_up()
        with self._store.reading() as journal:
            cursor, newer = self._view.behind(journal)
            connection = self._store.connection
            owed = list(stored_pending(connection)) if cursor else []
            if newer:
                owed = [one for one in owed if one.incident not in newer]
                owed += (one for incident in newer.values() for one in pending(incident))
                owed.sort(key=lambda one: one.order)
            found = connection.execute(
                "SELECT key, attempts, next_at, CASE WHEN lease_until > ? THEN owner ELSE '' END, "
                "last_reason FROM sending", (format_time(now),)
            )  # fmt: skip
            hands = {row[0]: row[1:] for row in found}
        return [Queued(one, *hands.get(one.key, (0, "", "", ""))) for one in owed]

    def waking(self, now: datetime, most: int) -> list[str]:
        """Ids of the incidents in which time alone has made something due, the longest due first.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        return [incident for _, incident in self._wakes(format_time(now), most)]

    def unescalated(self, most: int) -> list[str]:
        """Ids of incidents under way that nobody has acknowledged and nobody is called for.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        self._view.catch_up()
        with self._store.reading():
            found = self._store.connection.execute(_UNESCALATED, (*UNDER_WAY, most))
            return [incident for (incident,) in found]

    def wakes_at(self) -> datetime | None:
        """When the next incident wakes, which may be past already; None for never.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database or an entry cannot be read.
        """
        first = self._wakes(_NEVER, 1)
        return parse_time(first[0][0]) if first else None

    def _claim(
        self, asked: str, only: tuple[str, ...], owner: str, now: datetime, most: int,
        lease: timedelta, point: Callable[[str], None],
    ) -> list[Claim]:  # fmt: skip
        at, until = format_time(now), format_time(now + lease)
        with self._view.writing():
            connection = self._store.connection
            if self._claims % _SWEEP_EVERY == 0:
                connection.execute(_SWEEP, (at,))
            self._claims += 1
            claims: list[Claim] = []
            for *columns, attempts, reason in connection.execute(
                asked, (*only, at, most)
            ).fetchall():
                notice = PendingNotice._make(columns)
                claims.append(Claim(notice, attempts))
                connection.execute(_LEASE, (notice.key, owner, until, attempts, until, reason))
            if claims:
                point("claim.before_commit")
        if claims:
            point("claim.after_commit")
        return claims

    def _let_go(self, change: str, values: Sequence[str], key: str, owner: str) -> bool:
        with self._store.writing():
            changed = self._store.connection.execute(
                f"UPDATE sending SET owner = '', lease_until = '', {change} "  # noqa: S608 - constants
                "WHERE key = ? AND owner = ?", (*values, key, owner)
            )  # fmt: skip
            return changed.rowcount > 0

    def _wakes(self, until: str, most: int) -> list[tuple[str, str]]:
        """When and which incidents wake up to a moment, the earliest first."""
        self._view.catch_up()
        with self._store.reading() as journal:
            cursor, newer = self._view.behind(journal)
            asked = (until, most + len(newer))
            stored = self._store.connection.execute(_WAKING, asked).fetchall() if cursor else []
        if newer:
            stored = [row for row in stored if row[1] not in newer]
            rows = map(row_of, newer.values())
            stored += [(one.wakes_at, one.id) for one in rows if "" < one.wakes_at <= until]
            stored.sort()
        return stored[:most]
