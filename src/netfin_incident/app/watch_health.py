"""Whether the watch does its work: what is overdue, and which notices reached nobody.

For `watch --check`, and for the sign of life that an outside monitor looks at: it stops coming when
anything here stands open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.desk import Desk
from netfin_incident.app.ticker import is_of_one_incident
from netfin_incident.domain.escalation import Notice, NoticeState
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import wakes_at
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import NetfinError, RecordError, UsageError
from netfin_incident.store.codec import parse_time
from netfin_incident.store.outbox import Outbox, Queued

OVERDUE_AFTER: Final = timedelta(seconds=60)
_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found in an incident when it had so many entries."""

    entries: int
    dead: tuple[Notice, ...]


class Health:
    """Looks at one database; what has not changed since is not read again."""

    def __init__(self, desk: Desk, outbox: Outbox) -> None:
        """Look at the incidents of `desk` and the notices of `outbox`."""
        self._desk = desk
        self._outbox = outbox
        self._looked: dict[str, _Looked] = {}

    def findings(self, now: datetime) -> Iterator[NetfinError]:
        """Everything that stands open, as errors that can be explained.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        yield from self._overdue_incidents(now)
        for one in self._outbox.rows(now):
            late = now - _due_at(one)
            if not one.owner and late > OVERDUE_AFTER:
                owed = one.notice
                yield UsageError(
                    "notice-overdue", id=owed.incident, key=owed.key[:8], to=owed.receiver,
                    seconds=round(late.total_seconds()),
                )  # fmt: skip
        for incident_id, notice in self._dead():
            yield UsageError(
                "notice-dead", id=incident_id, key=notice.key[:8], to=notice.to,
                contact=notice.contact,
            )  # fmt: skip

    def _overdue_incidents(self, now: datetime) -> Iterator[NetfinError]:
        for incident_id in self._outbox.waking(now - OVERDUE_AFTER, _MOST_NAMED):
            try:
                at = wakes_at(self._desk.incident(incident_id))
            except RecordError as error:
                if not is_of_one_incident(error):
                    raise
                yield error
                continue
            if at is not None:
                seconds = round((now - at).total_seconds())
                yield UsageError("incident-overdue", id=incident_id, seconds=seconds)

    def _dead(self) -> Iterator[tuple[str, Notice]]:
        rows = self._desk.incidents(Mode.LIVE, Mode.DRILL).rows
        before, self._looked = self._looked, {}
        for row in rows:
            known = before.get(row.id)
            if known is None or known.entries != row.entries:
                known = _Looked(row.entries, self._dead_in(row.id))
            self._looked[row.id] = known
            yield from ((row.id, one) for one in known.dead)

    def _dead_in(self, incident_id: str) -> tuple[Notice, ...]:
        try:
            incident = self._desk.incident(incident_id)
        except RecordError as error:
            if not is_of_one_incident(error):
                raise
            return ()
        return tuple(one for one in incident.notices.values() if waits_for_somebody(incident, one))


def waits_for_somebody(incident: Incident, notice: Notice) -> bool:
    """Whether a notice reached nobody, and that is not made good by an acknowledgement since."""
    if notice.state is not NoticeState.DEAD or not incident.is_under_way:
        return False
    ladder = incident.escalation
    return not (notice.purpose.is_call and ladder is not None and ladder.is_answered)


def _due_at(queued: Queued) -> datetime:
    made_at = parse_time(queued.notice.made_at)
    return max(made_at, parse_time(queued.next_at)) if queued.next_at else made_at
