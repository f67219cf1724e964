"""A place whose firm has a roster and escalation policies, and a watcher that a test turns by hand."""

import os
from datetime import timedelta

from netfin_incident.app.watching import watch_act
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at
from netfin_incident.domain.record import Act
from netfin_incident.store.watchers import Watcher, Watchers
from responder import INC, Place

ROSTER = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  an-ning:
    name: 安宁
    contacts:
      - {id: chat, channel: dingtalk, address: env:CHAT_AN}
      - {id: mobile, channel: phone, address: "+86 138 0000 0001"}
  bo-wen:
    name: 博文
    contacts:
      - {id: sms, channel: sms, address: "+86 138 0000 0002"}
      - {id: mail, channel: mail, address: bo@firm.example}
      - {id: desk, channel: phone, address: "+86 10 8888 0000"}
  cen-li:
    name: 岑立
    contacts:
      - {id: desk, channel: phone, address: "+86 10 8888 0001"}
rotations:
  first:
    name: {zh: 支付一线, en: Payments first line}
    layers:
      - id: turns
        every: 1 week
        start: 2026-11-02 09:00
        people: [bo-wen, an-ning]
  night:
    name: {zh: 夜班, en: Night desk}
    layers:
      - id: listed
        shifts:
          - {person: cen-li, from: 2026-11-24 09:00, to: 2026-11-24 18:00}
          - {person: bo-wen, from: 2026-11-25 09:00, to: 2026-11-25 18:00}
  empty:
    name: {zh: 三线, en: Third line}
    layers:
      - id: listed
        shifts:
          - {person: cen-li, from: 2026-11-26 09:00, to: 2026-11-27 18:00}
"""
POLICIES = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    start: {3: 1m}
    levels:
      - {id: line, call: [{rotation: first}], wait: 5m}
      - {id: third, call: [{rotation: empty}], wait: 5m}
      - {id: lead, call: [{person: bo-wen}, {person: cen-li}, {channel: ops}], wait: 10m}
    fallback: [{person: cen-li}]
    again: 10m
use:
  - {severity: [1, 2, 3], policy: pay}
  - {policy: none}
"""


def furnished(place: Place, roster: str = ROSTER, policies: str = POLICIES) -> Place:
    """Give the place a roster and policies; an empty text is a file that is not there."""
    paths = {"roster": (roster, "roster.yaml"), "escalation": (policies, "escalation.yaml")}
    lines = []
    for key, (text, name) in paths.items():
        path = place.folder / name
        if text:
            path.write_text(text, encoding="utf-8")
            lines.append(f'{key} = "{path}"')
    for person in ("wang.min", "li.na", "an-ning"):
        config = place.folder / f"{person}.toml"
        people = f'[people]\n{os.getuid()} = "{person}"'
        config.write_text("\n".join((*lines, people, "")), encoding="utf-8")
        config.chmod(0o600)
    return place


def ticked(place: Place, incident_id: str = INC) -> Incident:
    """What a watcher does now; the incident after it."""
    session = place.made()
    desk, callers = session.desk, session.late_callers.now

    def asked(incident: Incident) -> list[tuple[Act, c.Command]]:
        assert incident.escalation is not None
        on_call = callers.on_call(incident.escalation.policy, place.clock())
        return [(watch_act(place.clock()), c.Tick(on_call))]

    handled = desk.handle_many([incident_id], asked)
    desk.store.close()
    return handled[-1].incident


def climbed(place: Place, incident_id: str = INC) -> Incident:
    """Wait until the next level is due, and tick."""
    desk = place.made().desk
    at = climbs_at(desk.incident(incident_id))
    desk.store.close()
    assert at is not None
    place.clock.at = max(place.clock.at, at)
    return ticked(place, incident_id)


def settled(place: Place, *dead: str, incident_id: str = INC, simulated: bool = False) -> None:
    """Every notice still to be sent is delivered two seconds later, but for those to `dead` contacts."""
    desk = place.made().desk
    place.clock.forward(seconds=2)
    for one in desk.incident(incident_id).notices.values():
        if one.state is NoticeState.PENDING:
            failed = c.RecordFailed(one.key, 3, "timed_out")
            sent = c.RecordSent(one.key, 1, simulated=simulated)
            command = failed if one.contact in dead else sent
            desk.handle(incident_id, watch_act(place.clock()), command)
    desk.store.close()


def watching(place: Place, kind: str = "watch", pid: int = 1, ago: float = 0) -> None:
    """A watcher was there so many seconds ago."""
    desk = place.made().desk
    at = place.clock() - timedelta(seconds=ago)
    Watchers(desk.store).beat(Watcher(f"w{pid}", kind, "ops-1", pid, "0", at, at))
    desk.store.close()
