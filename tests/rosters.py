"""A small roster file, and ways to write it with one thing changed."""

from datetime import UTC, datetime
from pathlib import Path

from netfin_incident.domain.roster import Layer, Rotation, Turns, Unit
from netfin_incident.domain.text import Text

SMALL = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    teams: [pay]
    skills: [ledger]
    contacts:
      - {id: mobile, channel: phone, address: "+86 138 0000 0001"}
      - {id: chat, channel: dingtalk, address: env:CHAT_ANN, priority: 1}
  bo:
    name: 博
    zone: America/New_York
    language: en
    contacts:
      - {id: mail, channel: mail, address: bo@example.com}
  cy:
    name: 岑
    contacts:
      - {id: bell, channel: bell}
teams:
  pay: {name: {zh: 支付组, en: Payments}, rotations: [first]}
calendars:
  cn: {week: Mon-Fri, holidays: [2026-01-01], workdays: [2026-01-04]}
rotations:
  first:
    name: {zh: 一线, en: First line}
    calendar: cn
    layers:
      - id: turns
        every: 1 week
        start: 2026-01-05 09:00
        handoffs: [Mon 09:00, Fri 18:00]
        people: [ann, bo]
      - id: listed
        level: 2
        shifts:
          - {person: cy, from: 2026-02-01 09:00, to: 2026-02-02 09:00}
          - {person: ann, from: 2026-02-02 09:00, to: 2026-02-03 09:00}
  second:
    name: {zh: 二线, en: Second line}
    layers:
      - id: office
        every: 1 month
        start: 2026-01-31 09:00
        until: 2027-01-31 09:00
        people: [cy]
        only:
          - {days: workdays, hours: "09:00-18:00"}
roles:
  technical: {by: first, backup: second}
  ledger: {by: ann, backup: bo}
incompatible:
  - [technical, settlement]
"""


def write(folder: Path, text: str = SMALL) -> Path:
    """Put a roster file into `folder`."""
    path = folder / "roster.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def at(text: str) -> datetime:
    """An instant, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def wall(text: str) -> datetime:
    """A time of a wall clock."""
    return datetime.fromisoformat(text)


def turns(start: str, unit: Unit = Unit.DAY, *people: str, every: int = 1) -> Turns:
    """People who take turns; without any, ann and bo."""
    return Turns(people or ("ann", "bo"), wall(start), unit, every)


def rotation(zone: str, *layers: Layer) -> Rotation:
    """A rotation of these layers."""
    return Rotation("seat", Text("Seat", "席位"), zone, layers)
