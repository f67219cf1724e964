"""The ticker 计时: does what time alone makes due, the longest due first, some incidents at once.

What is due follows from the record, so a tick that comes late, twice, or from two watchers at once
changes nothing.  An incident that cannot be ticked stops no other: it is left alone until somebody
writes to it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.carrying_out import Handled
from netfin_incident.app.desk import Desk
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import wakes_at
from netfin_incident.domain.record import Act
from netfin_incident.errors import CommandRefused, NetfinError, RecordError
from netfin_incident.store.outbox import Outbox
from netfin_incident.wording import watch_log as said

BATCH: Final = 50
"""Incidents in one transaction."""

OnCall = Callable[[EscalationPolicy, datetime], OnCallNow]
"""Whom the targets of a policy stand for at a moment; asked inside the writing transaction."""


class Ticker:
    """Ticks the incidents of one database."""

    def __init__(
        self, desk: Desk, outbox: Outbox, on_call: OnCall, log: WatchLog,
        point: Callable[[str], None] = lambda _name: None,
    ) -> None:  # fmt: skip
        """Tick what `outbox` says is due, telling `point` where it could be killed."""
        self._desk = desk
        self._outbox = outbox
        self._on_call = on_call
        self._log = log
        self._point = point
        self._left_alone: dict[str, int] = {}
        """Incidents that cannot be ticked, with the number of their newest entry."""
        self.lag = timedelta()
        """How late the latest tick was for the incident that had waited longest."""

    def turn(self, now: datetime) -> int:
        """Tick the incidents that have been due longest, in one transaction; how many there were.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        most = BATCH + len(self._left_alone)
        waking = (one for one in self._outbox.waking(now, most) if not self._is_left_alone(one))
        due = list(waking)[:BATCH]
        if not due:
            return 0
        try:
            self._fire(due, now)
        except (CommandRefused, RecordError) as error:
            if not is_of_one_incident(error):
                raise
            for incident_id in due:
                self._fire_alone(incident_id, now)
        return len(due)

    def _fire_alone(self, incident_id: str, now: datetime) -> None:
        try:
            self._fire([incident_id], now)
        except (CommandRefused, RecordError) as error:
            if not is_of_one_incident(error):
                raise
            self._leave_alone(incident_id)
            self._log.refuse(error, incident_id)

    def _fire(self, due: Sequence[str], now: datetime) -> None:
        act, lags = watch_act(now), [timedelta()]

        def asked(incident: Incident) -> list[tuple[Act, c.Command]]:
            ladder, at = incident.escalation, wakes_at(incident)
            if ladder is None or at is None or at > now:
                return []
            lags.append(now - at)
            return [(act, c.Tick(self._on_call(ladder.policy, now)))]

        def before_commit() -> None:
            if len(lags) > 1:
                self._point("fire.before_commit")

        fired = self._desk.handle_many(due, asked, before_commit=before_commit)
        if fired:
            self._point("fire.after_commit")
            self.lag = max(lags)
        for one in fired:
            if one.recorded:
                self._say(one, now)
            else:
                self._leave_alone(one.incident.id)
                self._log.complain(said.NOTHING_CAME, id=one.incident.id)

    def _say(self, fired: Handled, now: datetime) -> None:
        """A line for everything that was done."""
        for recorded in fired.recorded:
            match recorded.event:
                case e.Escalated() as event:
                    line, called, due_at = said.ESCALATED, event.called, event.due_at
                case e.FallbackCalled() as event:
                    line, called, due_at = said.FALLBACK, event.called, event.due_at
                case e.Told() as event:
                    line, called, due_at = said.TOLD, event.called, event.due_at
                case e.LevelPassedOver() as event:
                    self._log.complain(said.PASSED, id=fired.incident.id, level=event.level_id)
                    continue
                case _:
                    continue
            late = f"{(now - due_at).total_seconds():.1f}"
            values = {"id": fired.incident.id, "people": len(called), "late": late}
            (self._log.note if called else self._log.complain)(line, **values)

    def _leave_alone(self, incident_id: str) -> None:
        rows = self._desk.rows(incident_id)
        self._left_alone[incident_id] = rows[-1].version if rows else 0

    def _is_left_alone(self, incident_id: str) -> bool:
        seen = self._left_alone.get(incident_id)
        if seen is None:
            return False
        if self._desk.rows(incident_id, seen):
            del self._left_alone[incident_id]
            return False
        return True


def is_of_one_incident(error: NetfinError) -> bool:
    """Whether an error is about one incident or its entries, and the rest can be worked on."""
    if isinstance(error, CommandRefused):
        return True
    return isinstance(error, RecordError) and (error.place is not None or "stream" in error.values)
