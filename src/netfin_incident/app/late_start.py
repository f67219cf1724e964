"""Escalations that should have begun and did not: the policy could not be read, or came later.

Who declared was told so at once; but where an alarm declared, nobody may have read it.  So whoever
watches looks again from time to time, and begins what a policy now asks for.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.desk import Desk
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.store.outbox import Outbox
from netfin_incident.wording import watch_log as said

EVERY: Final = timedelta(seconds=30)
_MOST: Final = 200

Starting = Callable[[Incident, datetime], c.StartEscalation | None]
"""What begins the escalation of an incident; None where no policy asks for one."""


class LateStart:
    """Looks for incidents that nobody is called for."""

    def __init__(self, desk: Desk, outbox: Outbox, start: Starting, log: WatchLog) -> None:
        """Begin, on the database of `desk`, what `start` asks for."""
        self._log = log
        self._desk = desk
        self._outbox = outbox
        self._start = start
        self._looked_at: datetime | None = None

    def turn(self, now: datetime) -> int:
        """How many escalations were begun; looks every half minute.

        Raises:
            StoreBusy: another process held the database for too long; nothing was written.
            RecordError: the database cannot be read or written.
        """
        if self._looked_at is not None and now - self._looked_at < EVERY:
            return 0
        self._looked_at = now
        found = self._outbox.unescalated(_MOST)
        if not found:
            return 0
        act = watch_act(now)

        def asked(incident: Incident) -> list[tuple[Act, c.Command]]:
            start = self._start(incident, now)
            wanted = incident.escalation is None and incident.is_under_way
            return [(act, start)] if start is not None and wanted else []

        begun = self._desk.handle_many(found, asked)
        for one in begun:
            self._log.complain(said.BEGUN_LATE, id=one.incident.id)
        return len(begun)
