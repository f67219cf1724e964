"""A firm with a roster, a policy and channels in files, whose emergencies nobody may forget."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from signal import Signals
from typing import Final

from faults.fast_clock import FastClock
from faults.processes import PATIENCE, Child, Nursery, start
from faults.receiver import Receiver, receiving
from netfin_incident.app.calling import Callers
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.failpoints import VARIABLE
from netfin_incident.app.reading_again import ReadAgain
from netfin_incident.app.rosters import Rosters
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.library.escalation import load_escalations
from netfin_incident.store.outbox import Outbox
from netfin_incident.store.store import create_store
from netfin_incident.store.watchers import Watchers

SPEED: Final = 50.0
"""A level's ten seconds are a fifth of a second here, and a lease is a little over half a second."""
PEOPLE: Final = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    contacts:
      - {id: sms, channel: sms, address: "+86 138 0000 0001"}
  bo:
    name: 博
    contacts:
      - {id: sms, channel: sms, address: "+86 138 0000 0002"}
      - {id: log, channel: file, address: env:PAGES}
  cy:
    name: 岑
    contacts:
      - {id: log, channel: file, address: env:PAGES}
"""
POLICIES: Final = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    levels:
      - {id: first, call: [{person: ann}], wait: 10s}
      - {id: second, call: [{person: bo}, {channel: group}], wait: 10s}
    rounds: ROUNDS
    fallback: [{person: cy}]
    again: 7d
    acknowledged_for: 0s
    unassigned: 0s
use:
  - {policy: pay}
"""
CHANNELS: Final = """\
schema: netfin-channels/1
channels:
  gateway:
    kind: http
    url: http://127.0.0.1:PORT/sms
    body: '{"key": "{key}", "to": "{to}"}'
  group:
    kind: http
    url: http://127.0.0.1:PORT/group
    body: '{"key": "{key}", "to": "{to}"}'
ways: {sms: gateway}
allow: [127.0.0.1]
"""


@dataclass
class Firm:
    """What a test does to a firm, and what it remembers of that."""

    folder: Path
    nursery: Nursery
    receiver: Receiver
    rounds: int
    mutant: str
    clock: FastClock
    crashes: list[frozenset[str]] = field(default_factory=list)
    """For each process that died, the keys of the notices that it held leases of."""
    watchers: list[Child] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    answered: dict[str, float] = field(default_factory=dict)
    """When somebody had acknowledged, by `time.monotonic`."""

    def __post_init__(self) -> None:
        """Write the files, and make the database."""
        for name, text in (("roster", PEOPLE), ("escalation", POLICIES), ("channels", CHANNELS)):
            said = text.replace("PORT", str(self.receiver.port)).replace("ROUNDS", str(self.rounds))
            file = self.folder / f"{name}.yaml"
            file.write_text(said, encoding="utf-8")
            file.chmod(0o600)
        store = create_store(self.folder / "netfin.db", "test")
        policies = ReadAgain(self.folder / "escalation.yaml", load_escalations)
        callers = Callers(policies.now, Rosters(self.folder / "roster.yaml", store))
        self.desk = Desk(store, callers)
        self.outbox = Outbox(store, self.desk.view)

    @property
    def log(self) -> Path:
        """Everything that the watchers said."""
        return self.folder / "watch.log"

    def declare(self, severity: Severity = Severity.S2) -> str:
        """The id of a new emergency."""
        asked = Declaration("支付通道中断", severity, "Asia/Shanghai")
        declared = self.desk.declare(asked, Act(self.clock.wall(), "wang")).incident
        self.declared.append(declared.id)
        return declared.id

    def acknowledge(self, incident: str) -> None:
        """Somebody has it."""
        self.desk.handle(incident, Act(self.clock.wall(), "ann"), c.Acknowledge())
        self.answered.setdefault(incident, time.monotonic())

    def watch(self, failpoint: str = "", **more: object) -> Child:
        """A watcher in a process of its own; for `more`, see `start`."""
        child = self._start(["watch"], failpoint, **more)
        self.watchers.append(child)
        return child

    def acknowledge_all(self, failpoint: str) -> Child:
        """A process that acknowledges every emergency, and may be killed at it."""
        return self._start([str(self.desk.store.path)], failpoint, task="acknowledge")

    def crashed(self, child: Child) -> None:
        """Remember what was in hand when it died."""
        child.end()
        if child in self.watchers:
            self.watchers.remove(child)
        with self.desk.store.reading():
            found = self.desk.store.connection.execute(
                "SELECT key FROM sending WHERE owner GLOB ?", (f"*:{child.pid}:*",)
            ).fetchall()
        self.crashes.append(frozenset(key for (key,) in found))

    def let_leases_run_out(self) -> None:
        """Half a minute passes; no watcher may be running."""
        assert not self.watchers
        self.clock = self.clock.set_on(31)

    def drain(self, limit: float = 30.0) -> bool:
        """Wait until nothing is owed any more; whether that came about."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            if self.owes_nothing():
                return True
            time.sleep(0.05)
        return False

    def owes_nothing(self) -> bool:
        """Whether no notice waits, and no level will be called before the fallback's next call."""
        wakes = self.outbox.wakes_at()
        soon = self.clock.wall() + timedelta(days=1)
        return not self.outbox.rows(self.clock.wall()) and (wakes is None or wakes > soon)

    def wait_for(self, child: Child) -> None:
        """Wait until a watcher is seen to watch, or has ended."""
        present = Watchers(self.desk.store)
        limit = time.monotonic() + PATIENCE
        while not child.has_ended and child.pid not in {one.pid for one in present.all()}:
            assert time.monotonic() < limit, "the watcher never began"
            time.sleep(0.01)

    def stop(self) -> None:
        """End every watcher as a service manager does, once it is at work."""
        for child in self.watchers:
            self.wait_for(child)
            child.signal(Signals.SIGTERM)
        for child in self.watchers:
            assert child.end() == 0, self.log.read_text(encoding="utf-8")
        self.watchers.clear()

    def _start(self, words: Sequence[str], failpoint: str, **more: object) -> Child:
        environ = {
            "NETFIN_DB": str(self.desk.store.path),
            "NETFIN_ROSTER": str(self.folder / "roster.yaml"),
            "NETFIN_ESCALATION": str(self.folder / "escalation.yaml"),
            "NETFIN_CHANNELS": str(self.folder / "channels.yaml"),
            "NETFIN_ZONE": "Asia/Shanghai",
            "HOME": str(self.folder),
            "PAGES": str(self.receiver.file),
            VARIABLE: failpoint,
        }
        more = {"mutant": self.mutant, **more}
        return start(self.nursery, words, environ, self.clock, self.log, **more)


@contextmanager
def firm(
    folder: Path, nursery: Nursery, *, rounds: int = 1, mutant: str = "", pause: float = 0.0,
    trouble: float = 0.0, speed: float = SPEED,
) -> Iterator[Firm]:  # fmt: skip
    """A firm whose processes end with the test.

    Each page is answered within `pause` seconds, and `trouble` of them, from 0 to 1, with an error.
    """
    rng = random.Random(0)  # noqa: S311 - repeatable, not secret
    slowly, badly = (lambda: rng.random() * pause), (lambda: rng.random() < trouble)
    with receiving(folder, slowly, badly) as receiver:
        made = Firm(folder, nursery, receiver, rounds, mutant, FastClock.started(speed))
        try:
            yield made
        finally:
            for child in made.watchers:
                child.kill()
            made.desk.store.close()
