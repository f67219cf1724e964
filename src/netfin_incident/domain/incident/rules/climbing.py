"""Rules of escalation 升级: who is called next, by time or by hand.

S1 to S6 of the specification: a level waits from when it was really called; one with nobody to call
is passed over at once; when all are used up the fallback is called until somebody acknowledges; an
acknowledgement without progress is reminded of, then void, and the next level is called.
"""

from datetime import datetime

from netfin_incident.domain.escalation import Escalation, Level, OnCallNow, Purpose
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.typed import prose
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import (
    CalledBecause,
    Field,
    Known,
    Milestone,
    Origin,
    PassedBecause,
)
from netfin_incident.errors import CommandRefused


def start(incident: Incident, act: Act, asked: c.StartEscalation) -> list[e.Event]:
    """Begin at the first level; whoever declares and is on call there has acknowledged."""
    before = incident.escalation
    if incident.origin is not Origin.NATIVE or not incident.is_under_way:
        return []
    generation = before.generation + 1 if before else 1
    knowing = () if before is None or asked.anew else _knowing(before)
    called = asked.on_call.called(asked.policy.levels[0].targets, incident.holders, knowing)
    first = tuple(one.to for one in called if not one.channel)
    started = e.EscalationStarted(generation, asked.policy, asked.sha256, knowing, first)
    begun: list[e.Event] = [started]
    declares = before is None and act.known is not Known.PROGRAM
    if declares and act.person in first:
        begun.append(e.Acknowledged(generation))
        ladder = Escalation(generation, asked.policy, asked.sha256, act.at, knowing, first)
        if ladder.is_met_by(act.person) and not incident.milestones.get(Milestone.ACKNOWLEDGED):
            begun.append(e.MilestoneReached(Milestone.ACKNOWLEDGED))
    return begun


def by_hand(incident: Incident, act: Act, asked: c.Escalate) -> list[e.Event]:
    """Call the next level now.

    Raises:
        CommandRefused: no policy is in force, the emergency is over, somebody was called since
            the person looked, or they say to have seen more calls than were made.
    """
    ladder = incident.escalation
    if ladder is None:
        raise CommandRefused("escalation-absent", id=incident.id)
    if not incident.is_under_way:
        raise CommandRefused("escalation-over", id=incident.id, status=incident.status)
    if asked.seen is not None and asked.seen > ladder.fires:
        raise CommandRefused(
            "calls-never-made", id=incident.id, seen=asked.seen, fires=ladder.fires
        )
    if asked.seen is not None and asked.seen != ladder.fires:
        ago = int((act.at - (ladder.fired_at or ladder.started_at)).total_seconds())
        raise CommandRefused("already-escalated", id=incident.id, seconds=max(0, ago))
    why = prose(Field.REASON, asked.reason, optional=True)
    return _next(incident, asked.on_call, act.at, (act.at, CalledBecause.BY_HAND, why))


def by_time(incident: Incident, act: Act, on_call: OnCallNow) -> list[e.Event]:
    """What the time alone makes due on the ladder: at most one level."""
    ladder, due_at = incident.escalation, climbs_at(incident)
    if ladder is None or due_at is None or due_at > act.at:
        return []
    if not ladder.is_answered:
        because = CalledBecause.UNREACHED if ladder.unreached_at else CalledBecause.DUE
        return _next(incident, on_call, act.at, (due_at, because, ""))
    progress_at = incident.progress_at or incident.declared_at
    if ladder.reminded_at is None or ladder.reminded_at < progress_at:
        people = tuple(on_call.person(one) for one in ladder.acknowledged)
        return [e.Told(Purpose.REMINDER, "", ladder.generation, due_at, people)]
    expired = e.AcknowledgementExpired(ladder.generation, ladder.acknowledged, due_at)
    void = replace(ladder, knowing=(), acknowledged=())
    after = replace(incident, escalation=void)
    return [expired, *_next(after, on_call, act.at, (due_at, CalledBecause.EXPIRED, ""))]


_Cause = tuple[datetime, CalledBecause, str]
"""When it was owed, why it is done, and what the person said."""


def _next(incident: Incident, on_call: OnCallNow, at: datetime, cause: _Cause) -> list[e.Event]:
    """The next level that has anybody to call, in this round or the one after it; else the fallback."""
    ladder = incident.escalation
    if ladder is None:
        raise CommandRefused("escalation-absent", id=incident.id)
    happened: list[e.Event] = []
    due_at, because, why = cause
    for round_, number in ladder.ahead():
        if round_ > ladder.round + 1:
            break
        level = ladder.policy.levels[number - 1]
        place = (ladder.generation, round_, number, level.id)
        passed = _passed(incident, on_call, at, level)
        if passed is not None:
            happened.append(e.LevelPassedOver(*place, passed))
            continue
        everybody = on_call.called(level.targets, incident.holders)
        called = tuple(one for one in everybody if one.to not in _knowing(ladder))
        knew = tuple(one.to for one in everybody if one.to in ladder.acknowledged)
        return [*happened, e.Escalated(*place, because, due_at, called, why, knew)]
    fallback = on_call.called(ladder.policy.fallback, incident.holders)
    time = ladder.fallbacks + 1
    return [
        *happened, e.FallbackCalled(ladder.generation, time, due_at, fallback, because, why)
    ]  # fmt: skip


def _passed(
    incident: Incident, on_call: OnCallNow, at: datetime, level: Level
) -> PassedBecause | None:
    """Why a level has nobody to call now; None where it has."""
    ladder = incident.escalation
    zone = ladder.policy.zone if ladder else incident.zone
    if not level.when.holds(incident.severity, incident.mode, at, zone, workday=on_call.workday):
        return PassedBecause.NOT_NOW
    knowing = _knowing(ladder) if ladder else ()
    if on_call.called(level.targets, incident.holders, knowing):
        return None
    everybody = on_call.called(level.targets, incident.holders)
    return PassedBecause.KNOWING if everybody else PassedBecause.NOBODY


def _knowing(ladder: Escalation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ladder.knowing, *ladder.acknowledged)))
