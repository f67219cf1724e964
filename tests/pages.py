"""Incidents that owe notices, without a roster: whom a policy calls is said outright."""

from datetime import datetime, timedelta
from typing import Final

import escalations
from escalations import channel, level, person
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow, Target, TargetKind
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Known, Mode
from story import LI, T0

WAIT: Final = timedelta(minutes=5)
"""How long each level has to answer."""


def policy(*levels: str) -> EscalationPolicy:
    """A policy of one person for each level, with a group behind the last."""
    wait = int(WAIT.total_seconds())
    called = (level(f"l{n}", person(one), wait=wait) for n, one in enumerate(levels, 1))
    return escalations.policy(*called, fallback=(channel("group"),))


def on_call(at: datetime, *people: str, contacts: tuple[str, ...] = ("im",)) -> OnCallNow:
    """Everybody stands for themselves, and is reached by the same contacts."""
    return OnCallNow(
        at,
        {Target(TargetKind.PERSON, one): (one,) for one in people},
        {one: Ways(contacts) for one in people},
    )


def paged(
    desk: Desk,
    *people: str,
    step: int = 0,
    severity: Severity = Severity.S2,
    mode: Mode = Mode.LIVE,
    contacts: tuple[str, ...] = ("im",),
) -> Incident:
    """A new incident of which the first of `people` was told: one notice for each contact."""
    at = T0 + timedelta(seconds=step)
    desk_says = Declaration("支付通道中断", severity, "Asia/Shanghai", mode)
    started = c.StartEscalation(policy(*people), "0" * 64, OnCallNow(at))
    declared = desk.declare(desk_says, Act(at, LI), started).incident
    return tick(desk, declared.id, at, *people, contacts=contacts)


def tick(
    desk: Desk, incident: str, at: datetime, *people: str, contacts: tuple[str, ...] = ("im",)
) -> Incident:
    """What time alone has made due is done."""
    asked = c.Tick(on_call(at, *people, contacts=contacts))
    return desk.handle(incident, Act(at, "watch", Known.PROGRAM), asked).incident
