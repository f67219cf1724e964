"""A desk with a roster and escalation policies in files, and a clock that a test turns."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from netfin_incident.app.calling import Callers
from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.letters import Letters, roster_names
from netfin_incident.app.reading_again import ReadAgain
from netfin_incident.app.rosters import Rosters
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.escalation import Notice, Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.roster import Person
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.library.escalation import load_escalations
from netfin_incident.store.store import create_store
from netfin_incident.wording.language import Language
from story import T0

PEOPLE: Final = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  li-na:
    name: 李娜
    contacts:
      - {id: chat, channel: dingtalk, address: env:CHAT_LI}
      - {id: sms, channel: sms, address: "+86 138 0000 0001"}
      - {id: mobile, channel: phone, address: "+86 138 0000 0001"}
  tom:
    name: Tom Reed
    zone: Europe/London
    language: en
    contacts:
      - {id: mail, channel: mail, address: tom@firm.example}
      - {id: sms, channel: sms, address: "+44 7700 900123"}
  hsu:
    name: 許文
    zone: Asia/Taipei
    language: zh-Hant
    contacts:
      - {id: chat, channel: feishu, address: env:CHAT_HSU}
      - {id: desk, channel: phone, address: env:NUMBER_HSU}
  boss:
    name: 赵总
    contacts:
      - {id: mobile, channel: phone, address: "+86 139 0000 0002"}
"""
POLICIES: Final = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    levels:
      - {id: line, call: [{person: li-na}, {person: tom}], wait: 5m}
      - {id: lead, call: [{person: hsu}, {channel: ops}], wait: 10m}
    fallback: [{person: hsu}, {person: boss}]
    again: 10m
use:
  - {severity: [1, 2, 3], policy: pay}
  - {policy: none}
"""


class CallingDesk:
    """What a firm with a roster and policies has, and what time makes due."""

    def __init__(self, folder: Path, people: str = PEOPLE, policies: str = POLICIES) -> None:
        self.roster_file = folder / "roster.yaml"
        self.roster_file.write_text(people, encoding="utf-8")
        policy_file = folder / "escalation.yaml"
        policy_file.write_text(policies, encoding="utf-8")
        store = create_store(folder / "netfin.db", "test")
        self.rosters = Rosters(self.roster_file, store)
        self.callers = Callers(ReadAgain(policy_file, load_escalations).now, self.rosters)
        self.desk = Desk(store, self.callers)
        self.codes = Codes.of(store)
        names = roster_names(lambda: self.rosters.counting(T0).roster, lambda one: one)
        self.letters = Letters(self.desk, self.codes, names, Language.EN)

    def declare(
        self, title: str = "支付通道中断", severity: Severity = Severity.S2, mode: Mode = Mode.LIVE,
        by: str = "wang",
    ) -> str:  # fmt: skip
        """The id of a new incident."""
        asked = Declaration(title, severity, "Asia/Shanghai", mode, service="payment")
        return self.desk.declare(asked, Act(T0, by)).incident.id

    def ask(
        self, incident_id: str, *commands: c.Command, by: str = "wang", minute: float = 0
    ) -> None:
        """Somebody at the keyboard does something, so many minutes into the emergency."""
        self.desk.handle(incident_id, Act(T0 + timedelta(minutes=minute), by), *commands)

    def tick(self, incident_id: str, minute: float = 0) -> None:
        """The watcher looks at the incident, so many minutes into the emergency."""
        at = T0 + timedelta(minutes=minute)
        ladder = self.incident(incident_id).escalation
        assert ladder is not None
        asked = c.Tick(self.callers.on_call(ladder.policy, at))
        self.desk.handle(incident_id, watch_act(at), asked)

    def incident(self, incident_id: str) -> Incident:
        """The incident as it is."""
        return self.desk.incident(incident_id)

    def person(self, person: str) -> Person:
        """Somebody of the roster."""
        found = self.rosters.counting(T0).roster.person(person)
        assert found is not None
        return found

    def notice(self, incident_id: str, to: str, contact: str, purpose: Purpose) -> Notice:
        """The newest notice of that kind."""
        owed = self.incident(incident_id).notices.values()
        found = [
            one for one in owed if (one.to, one.contact, one.purpose) == (to, contact, purpose)
        ]
        assert found, (to, contact, purpose, list(owed))
        return found[-1]

    def letter(
        self, incident_id: str, to: str, contact: str, purpose: Purpose, at: datetime = T0
    ) -> tuple[str, str]:
        """Subject and text of what goes out."""
        notice = self.notice(incident_id, to, contact, purpose)
        person = self.person(to) if contact else None
        letter = self.letters.letter(self.incident(incident_id), notice, person, at)
        return letter.subject, letter.text
