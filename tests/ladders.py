"""An escalation told by the clock: who answers when, and who is called because of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from escalations import policy
from netfin_incident.domain.escalation import (
    Escalation,
    EscalationPolicy,
    Notice,
    NoticeState,
    OnCallNow,
    Target,
    TargetKind,
)
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.waking import wakes_at
from netfin_incident.domain.reached import Ways
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Known
from netfin_incident.errors import CommandRefused
from story import LI, T0, Story, declared, given

E = TypeVar("E")
SMS = Ways(("sms",))


def reachable(*people: str, ways: dict[str, Ways] | None = None, **targets: Any) -> OnCallNow:
    """That each of `people` is on call as themselves, and rotations or roles stand for others."""
    known = {Target(TargetKind.PERSON, one): (one,) for one in people}
    for name, who in targets.items():
        for kind in (TargetKind.ROTATION, TargetKind.ROLE, TargetKind.TEAM):
            known[Target(kind, name)] = (who,) if isinstance(who, str) else tuple(who)
    everybody = {*people, *(one for who in known.values() for one in who)}
    return OnCallNow(T0, known, dict.fromkeys(everybody, SMS) | (ways or {}))


@dataclass
class Climb:
    """One incident, its escalation, and what was recorded at which second."""

    story: Story
    on_call: OnCallNow
    recorded: list[tuple[float, e.Event]] = field(default_factory=list)

    @property
    def ladder(self) -> Escalation:
        ladder = self.story.incident.escalation
        assert ladder is not None
        return ladder

    def ask(self, second: float, command: c.Command, by: str = LI) -> list[e.Event]:
        """Somebody asks for something; a refusal is raised."""
        return self._do(Act(T0 + timedelta(seconds=second), by), command)

    def tick(self, second: float) -> list[e.Event]:
        """The watcher looks."""
        watch = Act(T0 + timedelta(seconds=second), "watch", Known.PROGRAM)
        return self._do(watch, c.Tick(self.on_call))

    def watch(self, until: float, every: float = 1) -> list[tuple[float, e.Event]]:
        """The watcher looks again and again; what it did, and at which second."""
        before = len(self.recorded)
        second = self._second(self.story.incident.last_at or T0)
        while second <= until:
            self.tick(second)
            second += every
        return self.recorded[before:]

    def calls(self) -> list[tuple[float, str]]:
        """Who was called at which second, by a level or as the fallback."""
        return [
            (at, one.to)
            for at, event in self.recorded
            if isinstance(event, (e.Escalated, e.FallbackCalled))
            for one in event.called
        ]

    def of(self, kind: type[E]) -> list[E]:
        return [event for _, event in self.recorded if isinstance(event, kind)]

    def notices(self, state: NoticeState) -> list[Notice]:
        return [one for one in self.story.incident.notices.values() if one.state is state]

    def fail(self, second: float, to: str) -> None:
        """Every page to `to` that is still to be sent cannot be delivered."""
        watch = Act(T0 + timedelta(seconds=second), "watch", Known.PROGRAM)
        for one in self.notices(NoticeState.PENDING):
            if one.to == to:
                self._do(watch, c.RecordFailed(one.key, 3, "host_unknown"))

    def wakes(self) -> float | None:
        at = wakes_at(self.story.incident)
        return None if at is None else self._second(at)

    def _do(self, acting: Act, command: c.Command) -> list[e.Event]:
        answer = self.story.when_acting(acting, command)
        if answer.refusal is not None:
            raise answer.refusal
        self.story = answer.accepted()
        second = self._second(acting.at)
        self.recorded += [(second, event) for event in answer.events]
        return answer.events

    @staticmethod
    def _second(at: datetime) -> float:
        return (at - T0).total_seconds()


def climb(
    used: EscalationPolicy | None = None,
    on_call: OnCallNow | None = None,
    severity: Severity = Severity.S2,
    by: str = LI,
    **more: Any,
) -> Climb:
    """An incident just declared, with its escalation begun."""
    known = on_call or reachable("ann", "bo", "cto")
    begun = Climb(given((Act(T0, by), declared(severity, **more))), known)
    begun.ask(0, start(used or policy(), known), by)
    return begun


def start(used: EscalationPolicy, on_call: OnCallNow, *, anew: bool = False) -> c.StartEscalation:
    return c.StartEscalation(used, "0" * 64, on_call, anew)


def refusal(climbing: Climb, second: float, command: c.Command, by: str = LI) -> CommandRefused:
    """The refusal of a command, which must be refused."""
    try:
        climbing.ask(second, command, by)
    except CommandRefused as refused:
        return refused
    message = "it was not refused"
    raise AssertionError(message)
