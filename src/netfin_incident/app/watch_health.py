"""Whether the watch does its work: what is overdue, and which notices reached nobody.

For `watch --check`, and for the sign of life that an outside monitor looks at: it stops coming when
anything here stands open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.desk import Desk
from netfin_incident.app.ticker import is_of_one_incident
from netfin_incident.domain.escalation import Notice, NoticeState
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import wakes_at
from netfin_incident.domain.vocabulary import CallOutcome, Mode
from netfin_incident.errors import NetfinError, RecordError, UsageError
from netfin_incident.store.codec import parse_time
from netfin_incident.store.journal import Entry
from netfin_incident.store.outbox import Outbox, Queued
from netfin_incident.wording.labels import label

OVERDUE_AFTER: Final = timedelta(seconds=60)
_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found in an incident when it had so many entries."""

    entries: int
    dead: tuple[Notice, ...] = ()
    held: tuple[Notice, ...] = ()


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
        for incident_id, looked in self._look():
            for notice in looked.dead:
                yield UsageError(
                    "notice-dead" if notice.purpose.is_call else "notice-untold",
                    id=incident_id, key=notice.key[:8], to=notice.to, contact=notice.contact,
                    purpose=label(notice.purpose),
                )  # fmt: skip

    def held(self) -> Iterator[tuple[str, Notice]]:
        """What people hold back of emergencies under way, each with its incident's id.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        for incident_id, looked in self._look():
            yield from ((incident_id, notice) for notice in looked.held)

    def undelivered(self) -> int:
        """How many notices reached nobody, and nothing has made good since.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        return sum(len(looked.dead) for _, looked in self._look())

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

    def _look(self) -> Iterator[tuple[str, _Looked]]:
        rows = self._desk.incidents(Mode.LIVE, Mode.DRILL).rows
        before, self._looked = self._looked, {}
        for row in rows:
            known = before.get(row.id)
            if known is None or known.entries != row.entries:
                known = self._look_at(row.id, row.entries)
            self._looked[row.id] = known
        yield from list(self._looked.items())

    def _look_at(self, incident_id: str, entries: int) -> _Looked:
        try:
            with self._desk.store.reading():
                incident = self._desk.incident(incident_id)
                notices = list(incident.notices.values())
                if not any(one.state is NoticeState.DEAD for one in notices):
                    return _Looked(entries, (), held_back(incident))
                rows = self._desk.rows(incident_id)
        except RecordError as error:
            if not is_of_one_incident(error):
                raise
            return _Looked(entries)
        events = (Entry(row).recorded.event for row in rows)
        return _Looked(entries, not_made_good(incident, events), held_back(incident))


def not_made_good(incident: Incident, events: Iterable[object]) -> tuple[Notice, ...]:
    """The notices that reached nobody, and that nothing has made good since.

    One that asks for an acknowledgement is made good by anybody's; every one by a later notice that
    was delivered to the same receiver, or by telephoning them; and by the end of the emergency.
    """
    if not incident.is_under_way:
        return ()
    dead: list[Notice] = []
    for event in events:
        match event:
            case e.NoticeFailed():
                notice = incident.notices[event.key]
                dead = [*(one for one in dead if one.key != event.key), notice]
            case e.NoticeSent():
                dead = [one for one in dead if one.to != event.to]
            case e.CallMade(outcome=CallOutcome.ANSWERED):
                dead = [one for one in dead if one.to != event.person]
            case e.Acknowledged():
                dead = [one for one in dead if not one.purpose.is_call]
    return tuple(one for one in dead if one.state is NoticeState.DEAD)


def held_back(incident: Incident) -> tuple[Notice, ...]:
    """The notices that people hold back and that would still have a point."""
    ladder = incident.escalation
    answered = ladder is not None and ladder.is_answered
    return tuple(
        one
        for one in incident.notices.values()
        if one.state is NoticeState.QUARANTINED
        and incident.is_under_way
        and not (answered and one.purpose.is_call)
    )


def _due_at(queued: Queued) -> datetime:
    made_at = parse_time(queued.notice.made_at)
    return max(made_at, parse_time(queued.next_at)) if queued.next_at else made_at
