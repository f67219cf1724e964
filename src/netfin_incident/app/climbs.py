"""The ladder of an incident as people look at it: who was called when, whether it reached them, who has it.

Made of the incident and of its own entries; nothing is read here, and no clock is looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from netfin_incident.domain.escalation import (
    Called,
    Escalation,
    EscalationPolicy,
    Notice,
    OnCallNow,
    Target,
)
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.vocabulary import CalledBecause, CallOutcome, PassedBecause

LADDER_KINDS: Final = frozenset(
    (
        e.EscalationStarted.KIND, e.Escalated.KIND, e.LevelPassedOver.KIND, e.FallbackCalled.KIND,
        e.AcknowledgementExpired.KIND, e.Acknowledged.KIND, e.CallMade.KIND,
    )
)  # fmt: skip
"""The kinds of entries that a ladder is made of; others need not be decoded for it."""


Climbed = e.Escalated | e.FallbackCalled | e.LevelPassedOver
"""What happens to one rung."""


class RungState(StrEnum):
    """What became of a rung."""

    CALLED = "called"
    PASSED = "passed"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Dialled:
    """Somebody dialled a number."""

    at: datetime
    by: str
    outcome: CallOutcome
    contact: str


@dataclass(frozen=True, slots=True)
class Reached:
    """One that a rung called, and what came of it."""

    to: str
    channel: bool = False
    notices: tuple[Notice, ...] = ()
    """One for each contact to which it was sent."""
    dial: tuple[str, ...] = ()
    """Ids of the contacts that a person has to dial."""
    dialled: tuple[Dialled, ...] = ()
    acknowledged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A level or the fallback, as it was called or passed over, or as it is to come."""

    state: RungState
    round: int = 1
    """Of the levels; of the fallback, how often it was called by then."""
    level: int = 0
    """From 1; 0 for the fallback."""
    level_id: str = ""
    entry: int = 0
    due_at: datetime | None = None
    """When it was, or is, planned; None where it was passed over."""
    at: datetime | None = None
    """When it was really called, or passed over."""
    because: CalledBecause | PassedBecause | None = None
    reason: str = ""
    by: str = ""
    """Who escalated, where that was done by hand."""
    people: tuple[Reached, ...] = ()
    targets: tuple[Target, ...] = ()
    """Whom it names, where it is still to come."""
    begins: bool = False
    """Whether it was called because the escalation began, not because nobody had answered."""

    @property
    def late_seconds(self) -> int:
        """How much later than planned it was called, as the difference of the times that are shown."""
        if self.at is None or self.due_at is None:
            return 0
        return max(0, whole_seconds(self.due_at, self.at))


@dataclass(slots=True)
class Climb:
    """One escalation: the policy as it was when it began, and its rungs in their order."""

    generation: int
    policy: EscalationPolicy
    started_at: datetime
    knowing: tuple[str, ...] = ()
    """Who had acknowledged before."""
    rungs: list[Rung] = field(default_factory=list)
    acknowledged: dict[str, datetime] = field(default_factory=dict)
    """Whose acknowledgement holds, and since when."""
    voided_at: datetime | None = None
    """When acknowledgements were last declared void."""


def climbs(incident: Incident, entries: Iterable[Recorded[e.Event]]) -> tuple[Climb, ...]:
    """Every escalation of an incident, the first first; the last one with what is to come.

    Args:
        incident: As it is now.
        entries: Its entries in their order; those that are not of `LADDER_KINDS` count for nothing.
    """
    made: list[Climb] = []
    called: dict[int, tuple[Called, ...]] = {}
    dialled: list[tuple[str, Dialled]] = []
    for one in entries:
        act, event = one.act, one.event
        match event:
            case e.EscalationStarted():
                made.append(Climb(event.generation, event.policy, act.at, event.knowing))
            case e.CallMade():
                outcome = Dialled(act.happened, act.by, event.outcome, event.contact)
                dialled.append((event.person, outcome))
            case e.Escalated() | e.FallbackCalled() | e.LevelPassedOver() if made:
                made[-1].rungs.append(_rung(one.version, act, event))
                if not isinstance(event, e.LevelPassedOver):
                    called[one.version] = event.called
            case e.Acknowledged() if made:
                made[-1].acknowledged.setdefault(act.person, act.happened)
            case e.AcknowledgementExpired() if made:
                made[-1].acknowledged.clear()
                made[-1].voided_at = act.at
            case _:
                continue
    for climb in made:
        climb.rungs = [
            _with_people(incident, climb, rung, called.get(rung.entry, ()), dialled)
            for rung in _begun(climb.rungs)
        ]
    ladder = incident.escalation
    if made and ladder is not None:
        made[-1].rungs += _to_come(incident, ladder)
    return tuple(made)


def next_calls(incident: Incident, act: Act, on_call: OnCallNow) -> tuple[Climbed, ...]:
    """What escalating now would do: levels passed over, then the one called.  Writes nothing.

    Raises:
        CommandRefused: it cannot be escalated.
    """
    events = decide(incident, act, c.Escalate(on_call))
    return tuple(one for one in events if isinstance(one, Climbed))


def _rung(entry: int, act: Act, event: Climbed) -> Rung:
    if isinstance(event, e.LevelPassedOver):
        return Rung(
            RungState.PASSED, event.round, event.level, event.level_id, entry,
            at=act.at, because=event.because,
        )  # fmt: skip
    if isinstance(event, e.FallbackCalled):
        rung = Rung(RungState.CALLED, event.time, entry=entry)
    else:
        rung = Rung(RungState.CALLED, event.round, event.level, event.level_id, entry)
    by = act.person if event.because is CalledBecause.BY_HAND else ""
    return replace(
        rung, due_at=event.due_at, at=act.at, because=event.because, reason=event.reason, by=by
    )


def _begun(rungs: list[Rung]) -> list[Rung]:
    """The rungs, the first that was called marked so unless it was called for another reason."""
    first = next((one for one in rungs if one.state is RungState.CALLED), None)
    if first is None or first.because is not CalledBecause.DUE:
        return rungs
    return [replace(one, begins=True) if one is first else one for one in rungs]


def _with_people(
    incident: Incident,
    climb: Climb,
    rung: Rung,
    called: tuple[Called, ...],
    dialled: list[tuple[str, Dialled]],
) -> Rung:
    since = rung.at or climb.started_at
    notices = [one for one in incident.notices.values() if one.entry == rung.entry]
    people = tuple(
        Reached(
            one.to,
            one.channel,
            tuple(notice for notice in notices if notice.to == one.to),
            one.dial,
            tuple(made for to, made in dialled if to == one.to and made.at >= since),
            climb.acknowledged.get(one.to),
        )
        for one in called
    )
    return replace(rung, people=people)


def _to_come(incident: Incident, ladder: Escalation) -> Iterator[Rung]:
    """What is called as long as nobody acknowledges; none once somebody has it."""
    at = climbs_at(incident)
    if ladder.is_answered or at is None:
        return
    state, due_at = RungState.NEXT, at
    for round_, number in ladder.ahead():
        level = ladder.policy.levels[number - 1]
        yield Rung(state, round_, number, level.id, due_at=due_at, targets=level.targets)
        state, due_at = RungState.AHEAD, due_at + timedelta(seconds=level.wait)
    yield Rung(state, ladder.fallbacks + 1, due_at=due_at, targets=ladder.policy.fallback)
