"""How soon a page goes out, what waiting incidents cost, and what an outage leaves to do.

The pages go to a sink on the loopback.  Baselines: the second within which a page is promised, the
same with few incidents, and the same with few pages.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

from bench.measure import Measured, side_by_side
from escalations import level, policy, same
from faults.receiver import Receiver, receiving
from netfin_incident.app.calling import Callers
from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Desk, stream_of
from netfin_incident.app.letters import Letters
from netfin_incident.app.rosters import Rosters
from netfin_incident.app.watch_parts import Surroundings, watch_of
from netfin_incident.bootstrap import now
from netfin_incident.domain.escalation.notices import notice_key
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.notify.channel import delivered
from netfin_incident.store.codec import INCIDENT
from netfin_incident.store.journal import recorded
from netfin_incident.store.store import create_store
from netfin_incident.store.views import INCIDENT_PREFIX
from netfin_incident.store.watchers import Watcher
from shell import PROGRAM

SEED: Final = 20261124
PROMISED: Final = 1.0
"""Seconds within which a page is written once it is due."""
WEEK: Final = 7 * 86_400
ZONE: Final = "Asia/Shanghai"
WAITING: Final = policy(level("ann", wait=WEEK), again=WEEK, acknowledged_for=same(0), unassigned=0)
ROSTER: Final = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    contacts:
      - {id: sms, channel: sms, address: "+86 138 0000 0001"}
"""
CHANNELS: Final = """\
schema: netfin-channels/1
channels:
  gateway:
    kind: http
    url: http://127.0.0.1:PORT/
    body: '{"key": "{key}", "to": "{to}"}'
allow: [127.0.0.1]
"""


@dataclass
class Office:
    """A folder with a roster, a channel and a database, and the sink behind the channel."""

    folder: Path
    receiver: Receiver
    desk: Desk

    def write_waiting(self, dues: Sequence[datetime]) -> None:
        """Incidents whose first level is due at those times, written all at once."""
        with self.desk.store.writing() as journal:
            for number, due in enumerate(dues, 1):
                incident, act = f"INC-2025-{number:06}", Act(due, "wang")
                declared = e.Declared(incident, "支付通道中断", Severity.S2, ZONE)
                begun = e.EscalationStarted(1, WAITING, "0" * 64)
                entries: list[tuple[Act, e.Event]] = [(act, declared), (act, begun)]
                journal.append(stream_of(incident), entries)
        self.desk.view.catch_up()

    def watcher(self, *words: str) -> "subprocess.Popen[bytes]":
        """A real watcher in a process of its own."""
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "NETFIN_DB": str(self.desk.store.path),
            "NETFIN_ROSTER": str(self.folder / "roster.yaml"),
            "NETFIN_CHANNELS": str(self.folder / "channels.yaml"),
            "NETFIN_ZONE": ZONE,
        }
        command = [str(PROGRAM), "watch", "--quiet", *words]
        return subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)

    def called(self) -> list[tuple[str, datetime]]:
        """The key of each page, and when it was due, in the order in which people were called."""
        with self.desk.store.reading() as journal:
            rows = [row for row in journal.tail() if row.kind == e.Escalated.KIND]
        letters = Letters(self.desk, Codes(b""), str)
        found = []
        for row in rows:
            entry, incident = recorded(row, INCIDENT), row.stream.removeprefix(INCIDENT_PREFIX)
            assert isinstance(entry.event, e.Escalated)
            state = self.desk.incident(incident)
            notice = state.notices[notice_key(incident, row.version, "ann", "sms")]
            found.append((letters.key_of(state, notice), entry.event.due_at))
        return found


@contextmanager
def office() -> Iterator[Office]:
    """An office of its own."""
    with TemporaryDirectory() as name, receiving(Path(name)) as receiver:
        folder = Path(name)
        (folder / "roster.yaml").write_text(ROSTER, encoding="utf-8")
        channels = folder / "channels.yaml"
        channels.write_text(CHANNELS.replace("PORT", str(receiver.port)), encoding="utf-8")
        channels.chmod(0o600)
        desk = Desk(create_store(folder / "netfin.db", "test"))
        try:
            yield Office(folder, receiver, desk)
        finally:
            desk.store.close()


def delays(incidents: int, seconds: float) -> list[float]:
    """How long after it was due each page was written, by one watcher; dues at random moments."""
    rng = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    with office() as there:
        begin = now() + timedelta(seconds=3 + incidents / 1000)
        chosen = sorted(rng.uniform(0, seconds) for _ in range(incidents))
        there.write_waiting([begin + timedelta(seconds=one) for one in chosen])
        process, limit = there.watcher(), time.monotonic() + seconds + 60
        while len(there.receiver.got) < incidents and time.monotonic() < limit:
            time.sleep(0.1)
        process.terminate()
        assert process.wait() == 0
        reckoned_from = now() - timedelta(seconds=time.monotonic())
        due = dict(there.called())
        assert len(due) == incidents
        written = {one.key: reckoned_from + timedelta(seconds=one.at) for one in there.receiver.got}
        return sorted((written[key] - at).total_seconds() for key, at in due.items())


def after_an_outage(incidents: int) -> tuple[float, float]:
    """Seconds to work off what is due at once, and the peak of memory in MiB."""
    with office() as there:
        outage = timedelta(hours=1)
        begin = now() - outage
        there.write_waiting([begin + outage * number / incidents for number in range(incidents)])
        begun = time.monotonic()
        process = there.watcher("--once")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        took = time.monotonic() - begun
        called = there.called()
        assert {one.key for one in there.receiver.got} == {key for key, _ in called}
        assert len(called) == incidents
        assert [at for _, at in called] == sorted(at for _, at in called)
        return took, usage.ru_maxrss / 1024


class Waiting:
    """A watch in this process on so many incidents that wait, by a clock that stands still."""

    def __init__(self, there: Office, incidents: int) -> None:
        self._at = now()
        dues = [self._at + timedelta(seconds=60 + number) for number in range(incidents)]
        there.write_waiting(dues)
        self._dues = iter(dues)
        rosters = Rosters(there.folder / "roster.yaml", there.desk.store)
        watcher = Watcher("bench", "watch", "host", 1, "1", self._at, self._at)
        around = Surroundings(
            callers=Callers(lambda: None, rosters),
            roster=lambda: rosters.counting(self._at).roster,
            send=lambda _letter: delivered(),
            wall=lambda: self._at,
            elapsed=lambda: 0.0,
            chance=lambda: 0.5,
            watcher=watcher,
        )
        self._watch = watch_of(there.desk, around)

    def idle(self) -> None:
        """A turn in which nothing is due."""
        assert not self._watch._work()
        self._watch._until_next()

    def busy(self) -> None:
        """The turns in which one level is called and its page is sent."""
        self._at = next(self._dues)
        assert self._watch._work()
        while self._watch._work() or not self._watch._courier.is_idle:
            self._watch._courier.wait(PROMISED)


def measures(*, quick: bool = False) -> list[Measured]:
    """The figures."""
    pages, seconds = (40, 2.0) if quick else (1000, 60.0)
    few, many = (100, 400) if quick else (1000, 100_000)
    trickle, flood = (20, 60) if quick else (100, 10_000)
    late = delays(pages, seconds)
    p99 = quantiles(late, n=100)[98]
    with office() as one, office() as other:
        more, less = Waiting(one, many), Waiting(other, few)
        idle = side_by_side(more.idle, less.idle, 10 if quick else 200)
        busy = side_by_side(more.busy, less.busy, 5 if quick else 60)
    long, peak = after_an_outage(flood)
    short, usual = after_an_outage(trickle)
    return [
        Measured(f"due to page written, p99 of {pages} / the second promised", p99, PROMISED, 1),
        Measured(f"due to page written, p50 of {pages} / likewise", median(late), PROMISED, 0.5),
        Measured(f"a turn, nothing due, {many} incidents wait / {few}", *idle, 3),
        Measured(f"a turn that calls and sends, {many} wait / {few}", *busy, 3),
        Measured(
            f"after an outage, each of {flood} pages / of {trickle}",
            long / flood,
            short / trickle,
            1.5,
        ),
        Measured(f"its peak of memory in MiB, {flood} / {trickle}", peak / 1000, usual / 1000, 1.5),
    ]
