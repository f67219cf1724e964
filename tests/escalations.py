"""A small file of escalation policies, and ways to build policies with what matters to a test."""

from pathlib import Path

from netfin_incident.domain.escalation import (
    ALWAYS,
    BySeverity,
    EscalationPolicy,
    Level,
    Target,
    TargetKind,
    When,
)
from netfin_incident.domain.text import Text

SMALL = """\
schema: netfin-escalation/1
zone: Asia/Shanghai
policies:
  pay:
    name: {zh: 支付, en: Payments}
    calendar: cn
    start: {3: 1m, S4: 5m}
    levels:
      - id: line
        call: [{rotation: first}]
        wait: 2m
      - id: lead
        call: [{person: bo}, {role: ledger}]
        acknowledgements: 2
        when: {severity: [1, 2], mode: live, hours: "Mon-Fri 09:00-18:00", days: workdays}
      - id: group
        call: [{channel: ops}, {team: pay}]
    rounds: 2
    fallback: [{person: bo}, {channel: ops}]
    again: 15m
    acknowledged_for: 20m
    grace: {1: 1m}
    unassigned: 0s
  quiet:
    name: {zh: 安静, en: Quiet}
    zone: America/New_York
    levels:
      - id: one
        call: [{person: bo}]
    fallback: [{person: bo}]
use:
  - {services: [gate, ledger], severity: [1, 2], policy: pay}
  - {mode: drill, policy: none}
  - {policy: quiet}
"""


def write(folder: Path, text: str = SMALL) -> Path:
    """Put a file of policies into `folder`."""
    path = folder / "escalation.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def person(name: str) -> Target:
    """A person who is called."""
    return Target(TargetKind.PERSON, name)


def rotation(name: str) -> Target:
    """A rotation that is called."""
    return Target(TargetKind.ROTATION, name)


def role(name: str) -> Target:
    """A role whose holder is called."""
    return Target(TargetKind.ROLE, name)


def channel(name: str) -> Target:
    """A channel to which a call is sent."""
    return Target(TargetKind.CHANNEL, name)


def level(
    name: str, *targets: Target, wait: int = 300, acknowledgements: int = 1, when: When = ALWAYS
) -> Level:
    """A level; without targets it calls the person of its own name."""
    return Level(name, targets or (person(name),), wait, acknowledgements, when)


def same(seconds: int) -> BySeverity:
    """The same time at every severity."""
    return BySeverity(seconds, seconds, seconds, seconds)


def policy(
    *levels: Level,
    policy_id: str = "pay",
    fallback: tuple[Target, ...] = (person("cto"),),
    **parts: object,
) -> EscalationPolicy:
    """A policy; without levels, one that calls ann and then bo, five minutes each."""
    known: dict[str, object] = {
        "id": policy_id,
        "name": Text("Payments", "支付"),
        "levels": levels or (level("ann"), level("bo")),
        "fallback": fallback,
        "zone": "Asia/Shanghai",
    }
    return EscalationPolicy(**{**known, **parts})  # type: ignore[arg-type]
