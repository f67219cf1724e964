"""A firm whose roster, policies and channels are files, watched by a clock that a test turns."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from netfin_incident.app.calling import Callers
from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.letters import Letters
from netfin_incident.app.reading_again import ReadAgain, to_the_log
from netfin_incident.app.rosters import Rosters
from netfin_incident.app.sending import Letter, Sender
from netfin_incident.app.watch_loop import Watch
from netfin_incident.app.watch_parts import Surroundings, health_of, watch_of
from netfin_incident.domain.escalation import EscalationPolicy, NoticeState, OnCallNow
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import NetfinError
from netfin_incident.library.channels import load_channels
from netfin_incident.library.escalation import load_escalations
from netfin_incident.notify import Limits, Outcome
from netfin_incident.store.codec import INCIDENT
from netfin_incident.store.journal import recorded
from netfin_incident.store.outbox import Outbox
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.watchers import Watcher, Watchers
from netfin_incident.store.watches import WATCH
from netfin_incident.wording.language import Language
from notify_sinks import AMPLE
from story import T0

PEOPLE = ("ann", "bo", "cy", "di")

POLICY = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    levels:
      - {id: one, call: [{person: ann}], wait: 5m}
      - {id: two, call: [{person: bo}, {person: cy}], wait: 10m}
    fallback: [{person: di}]
    again: 10m
    unassigned: 0s
use:
  - {policy: pay}
"""


@dataclass
class Wall:
    """The clocks of a machine: one that can be set, and one that only runs."""

    at: datetime = T0
    passed: float = 1000.0

    def now(self) -> datetime:
        return self.at

    def elapsed(self) -> float:
        return self.passed

    def let_pass(self, **span: float) -> None:
        """Time goes by."""
        gone = timedelta(**span)
        self.at += gone
        self.passed += gone.total_seconds()

    def set_by(self, **span: float) -> None:
        """Somebody sets the clock."""
        self.at += timedelta(**span)


@dataclass
class WatchOffice:
    """The files, the database and the clocks."""

    folder: Path
    policy: str = POLICY
    wall: Wall = field(default_factory=Wall)
    contacts: Mapping[str, str] = field(default_factory=dict)
    """Other contacts than a file, by person, as the roster file has them."""
    environ: dict[str, str] = field(default_factory=dict)
    on_send: Callable[[Letter], None] = lambda _letter: None
    """Called before each letter leaves."""
    within: float = AMPLE

    def __post_init__(self) -> None:
        self.write_roster(PEOPLE)
        self.write_policy(self.policy)
        self.write_channels("")
        create_store(self.database, "test").close()
        self.desk = self.open()

    @property
    def database(self) -> Path:
        return self.folder / "netfin.db"

    def write_policy(self, text: str) -> None:
        (self.folder / "escalation.yaml").write_text(text, encoding="utf-8")

    def write_channels(self, text: str) -> None:
        path = self.folder / "channels.yaml"
        path.write_text(f"schema: netfin-channels/1\nallow: [127.0.0.1]\n{text}", encoding="utf-8")
        path.chmod(0o600)

    def write_roster(self, people: tuple[str, ...], more: str = "") -> None:
        lines = ["schema: netfin-roster/1", "zone: Asia/Shanghai", "people:"]
        for one in people:
            usual = f"[{{id: log, channel: file, address: {self.pages_file(one)}}}]"
            contacts = self.contacts.get(one, usual)
            lines.append(f"  {one}: {{name: {one}, language: en, contacts: {contacts}}}")
        text = "\n".join([*lines, more]) + "\n"
        (self.folder / "roster.yaml").write_text(text, encoding="utf-8")

    def pages_file(self, person: str) -> Path:
        return self.folder / f"{person}.jsonl"

    def open(self) -> Desk:
        """The desk of one process; each has its own connection."""
        store = open_store(self.database)
        policies = ReadAgain(self.folder / "escalation.yaml", load_escalations)
        return Desk(store, Callers(policies.now, self.rosters(store)))

    def rosters(self, store: Store) -> Rosters:
        return Rosters(self.folder / "roster.yaml", store, Language.EN)

    def on_call(self, policy: EscalationPolicy) -> OnCallNow:
        """Who is on call now."""
        assert isinstance(self.desk.caller, Callers)
        return self.desk.caller.on_call(policy, self.wall.now())

    def watch(
        self, name: str = "w1", desk: Desk | None = None,
        point: Callable[[str], None] = lambda _name: None,
    ) -> Watch:  # fmt: skip
        """A watcher; on a desk of its own where none is given."""
        desk = desk or self.open()
        assert isinstance(desk.caller, Callers)
        rosters = self.rosters(desk.store)
        sender = Sender(
            lambda: rosters.counting(self.wall.now()).roster,
            ReadAgain(self.folder / "channels.yaml", load_channels, to_the_log(Language.EN)).now,
            self.folder / "drill-outbox.jsonl",
            self.wall.now,
            self.environ,
            limits=Limits(connect=self.within / 2, total=self.within),
        )

        def send(letter: Letter) -> Outcome:
            self.on_send(letter)
            return sender.send(letter)

        watcher = Watcher(name, "watch", "host", 1, "1", self.wall.now(), self.wall.now())
        around = Surroundings(
            desk.caller, sender.roster, send, self.wall.now, self.wall.elapsed,
            lambda: 0.5, watcher, point=point,
        )  # fmt: skip
        return watch_of(desk, around)

    def declare(
        self, severity: Severity = Severity.S2, mode: Mode = Mode.LIVE, by: str = "zoe"
    ) -> str:
        """Somebody declares now; the incident's id."""
        asked = Declaration("Payments time out", severity, "Asia/Shanghai", mode)
        return self.desk.declare(asked, Act(self.wall.now(), by)).incident.id

    def ask(self, incident_id: str, *commands: c.Command, by: str = "ann") -> None:
        """Somebody at a keyboard does something now."""
        self.desk.handle(incident_id, Act(self.wall.now(), by), *commands)

    def incident(self, incident_id: str) -> Incident:
        return self.desk.incident(incident_id)

    def entries(self, incident_id: str) -> list[Recorded[e.Event]]:
        return [recorded(row, INCIDENT) for row in self.desk.rows(incident_id)]

    def happened(self, incident_id: str) -> list[str]:
        """What was recorded after the escalation began: kinds, and whom it is about."""
        return [_short(one.event) for one in self.entries(incident_id)[2:]]

    def watched(self) -> list[object]:
        """The events of the stream of watching."""
        with self.desk.store.reading() as journal:
            return [recorded(row, WATCH).event for row in journal.stream("watch")]

    def pages(self, person: str) -> list[dict[str, str]]:
        """What arrived."""
        path = self.pages_file(person)
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def outside_key(self, incident_id: str, key: str) -> str:
        """The key that a notice has for whoever receives it."""
        incident = self.incident(incident_id)
        letters = Letters(self.desk, Codes(b""), str)
        return letters.key_of(incident, incident.notices[key])

    def counts(self) -> tuple[int, ...]:
        """How many pages arrived at each of the people."""
        return tuple(len(self.pages(one)) for one in PEOPLE)

    def states(self, incident_id: str) -> list[NoticeState]:
        return [one.state for one in self.incident(incident_id).notices.values()]

    def findings(self) -> list[NetfinError]:
        """What `watch --check` would say of incidents and notices."""
        return list(health_of(self.open()).findings(self.wall.now()))

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.desk.store, self.desk.view)

    @property
    def watchers(self) -> Watchers:
        return Watchers(self.desk.store)


def _short(event: e.Event) -> str:
    match event:
        case e.Escalated():
            return f"level {event.round}.{event.level}"
        case e.FallbackCalled():
            return f"fallback {event.time}"
        case e.LevelPassedOver():
            return f"passed {event.round}.{event.level}"
        case e.NoticeSent():
            return f"sent {event.to}" + (" (digest)" if event.digest else "")
        case e.NoticeFailed():
            return f"failed {event.to}: {event.reason}"
        case e.Told():
            return f"told {event.purpose}"
        case _:
            return event.KIND
