"""Parts of a watch in this process, so that a test decides who does what when."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from faults.firm import Firm
from netfin_incident.app.calling import Callers
from netfin_incident.app.codes import Codes
from netfin_incident.app.delivery import LEASE, Bundle, Delivery, Means
from netfin_incident.app.desk import Desk
from netfin_incident.app.letters import Letters
from netfin_incident.app.reading_again import ReadAgain
from netfin_incident.app.rosters import Rosters
from netfin_incident.app.sending import Letter, Sender
from netfin_incident.app.ticker import Ticker
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.library.channels import load_channels
from netfin_incident.library.escalation import load_escalations
from netfin_incident.notify import Outcome
from netfin_incident.store.outbox import Outbox
from netfin_incident.store.store import open_store

Send = Callable[[Letter], Outcome]
_MOST: Final = 10


class Hand:
    """One watcher's ticker and delivery, on a connection of its own."""

    def __init__(self, office: Firm, owner: str, send: Send | None = None) -> None:
        self._office = office
        self.owner = owner
        store = open_store(office.desk.store.path)
        self._rosters = Rosters(office.folder / "roster.yaml", store)
        policies = ReadAgain(office.folder / "escalation.yaml", load_escalations)
        callers = Callers(policies.now, self._rosters)
        self.on_call = callers.on_call
        self.desk = Desk(store, callers)
        self.outbox = Outbox(store, self.desk.view)
        self.send = self._sender().send
        log, letters = WatchLog(), Letters(self.desk, Codes.of(store), str)
        means = Means(
            self.desk, self.outbox, letters, send or self.send, self.now, log, owner, lambda: 0.5
        )
        self.delivery = Delivery(means)
        self.ticker = Ticker(self.desk, self.outbox, callers.on_call, log)

    def now(self) -> datetime:
        """The time."""
        return self._office.clock.wall()

    def claim(self) -> list[Bundle]:
        """Take what is due, each notice as a bundle of its own."""
        at = self.now()
        claims = self.outbox.claim(self.owner, at, _MOST, LEASE)
        person = self._rosters.counting(at).roster.person
        return [Bundle((one,), at + LEASE, person(one.notice.receiver)) for one in claims]

    def _sender(self) -> Sender:
        office = self._office
        return Sender(
            lambda: self._rosters.counting(self.now()).roster,
            ReadAgain(office.folder / "channels.yaml", load_channels, lambda _error: None).now,
            office.folder / "drill-outbox.jsonl",
            self.now,
            {"PAGES": str(office.receiver.file)},
        )
