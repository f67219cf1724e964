"""Folding what happened to an escalation and to the notices that it owes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import assert_never

from netfin_incident.domain.escalation import (
    Called,
    Escalation,
    Notice,
    NoticeState,
    Purpose,
    notices_to,
)
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident, Untold
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace

Calling = (
    e.EscalationStarted | e.Escalated | e.LevelPassedOver | e.FallbackCalled
    | e.AcknowledgementExpired | e.Told | e.NoticeSent | e.NoticeFailed | e.NoticeRetried
    | e.NoticeQuarantined | e.CallMade | e.DuplicateSuppressed
)  # fmt: skip
_Climb = (
    e.EscalationStarted | e.Escalated | e.LevelPassedOver | e.FallbackCalled
    | e.AcknowledgementExpired
)  # fmt: skip


def called(state: Incident, act: Act, event: Calling) -> Incident:
    """The incident after somebody was called, or after it was known what came of that."""
    match event:
        case (
            e.EscalationStarted() | e.Escalated() | e.LevelPassedOver() | e.FallbackCalled()
            | e.AcknowledgementExpired()
        ):  # fmt: skip
            return _climbed(state, act, event)
        case e.Told():
            return _told(state, act, event)
        case e.NoticeSent():
            sent = _settled(state, act, event, NoticeState.SENT)
            return _put(sent, replace(sent.notices[event.key], simulated=event.simulated))
        case e.NoticeFailed():
            failed = _settled(state, act, event, NoticeState.DEAD, event.reason)
            return _judged_unreached(failed, act.at)
        case e.NoticeRetried():
            return _put(state, replace(state.notices[event.key], state=NoticeState.PENDING))
        case e.NoticeQuarantined():
            notice = state.notices[event.key]
            held = replace(notice, state=NoticeState.QUARANTINED, reason=event.reason)
            return _put(state, held)
        case e.CallMade():
            return state
        case e.DuplicateSuppressed():
            return replace(state, duplicate_at=act.at)
        case _:
            assert_never(event)


def acknowledged(state: Incident, act: Act, event: e.Acknowledged) -> Incident:
    """The incident after a person said that they have it."""
    person, ladder = act.person, state.escalation
    everybody = state.acknowledged
    if person not in everybody:
        state = replace(state, acknowledged=(*everybody, person))
    if ladder is None or event.generation != ladder.generation:
        return state
    answered = ladder.is_met_by(person)
    ladder = replace(
        ladder,
        acknowledged=_with(ladder.acknowledged, person),
        answers=ladder.answers_with(person),
        reminded_at=None,
    )
    if answered:
        ladder = replace(ladder, answered_at=act.at, wants_more=False)
    return _without_calls(replace(state, escalation=ladder), "" if answered else person)


def moved_on(state: Incident) -> Incident:
    """Drop the notices that have no point any more now that the status is another."""
    if not state.is_open:
        return _dropped(state, lambda _: True)
    return state if state.is_under_way else _without_calls(state, "")


def seat_changed(state: Incident, act: Act, role: str, before: str, after: str) -> Incident:
    """Note who has to be told that a role passed to another; nobody is told what they did."""
    untold = dict(state.untold)
    for purpose, person in ((Purpose.ROLE_TAKEN, before), (Purpose.ROLE_ASSIGNED, after)):
        untold.pop((purpose, role), None)
        if person and before != after and person not in (act.by, act.person):
            untold[purpose, role] = Untold(person, act.at)
    return replace(state, untold=untold)


def _climbed(state: Incident, act: Act, event: _Climb) -> Incident:
    if isinstance(event, e.EscalationStarted):
        begun = Escalation(
            event.generation, event.policy, event.sha256, act.at, event.knowing, event.first
        )
        return _without_calls(replace(state, escalation=begun), "")
    ladder = state.escalation
    if ladder is None:
        message = "an escalation starts with its policy"
        raise TypeError(message)
    match event:
        case e.Escalated():
            here = replace(ladder, round=event.round, level=event.level, exhausted_at=None)
            ladder = _fired(here, act.at, event.called, event.knew)
            return _owing(replace(state, escalation=ladder), act.at, event.called, Purpose.PAGE)
        case e.FallbackCalled():
            ladder = replace(
                _fired(ladder, act.at, event.called),
                exhausted_at=ladder.exhausted_at or act.at, fallbacks=event.time,
            )  # fmt: skip
            owing = replace(state, escalation=ladder)
            return _owing(owing, act.at, event.called, Purpose.FALLBACK)
        case e.LevelPassedOver():
            passed = replace(ladder, round=event.round, level=event.level)
            return replace(state, escalation=passed)
        case e.AcknowledgementExpired():
            void = replace(
                ladder, knowing=(), acknowledged=(), answers=(), answered_at=None,
                reminded_at=None, wants_more=False,
            )  # fmt: skip
            return replace(state, escalation=void)
        case _:
            assert_never(event)


def _fired(
    ladder: Escalation, at: datetime, called: tuple[Called, ...], knew: tuple[str, ...] = ()
) -> Escalation:
    """The ladder once somebody was called; an answer stands where only channels were told."""
    fired = replace(
        ladder, fires=ladder.fires + 1, fired_at=at, called=called, reminded_at=None,
        unreached_at=None,
    )  # fmt: skip
    has_people = any(not one.channel for one in called)
    if ladder.is_answered and not has_people:
        return replace(fired, knew=())
    level = fired.current
    counting = knew if has_people and level is not None and level.acknowledgements > 1 else ()
    return replace(
        fired, knew=counting, answers=counting, answered_at=None,
        wants_more=ladder.wants_more or ladder.is_answered,
    )  # fmt: skip


def _told(state: Incident, act: Act, event: e.Told) -> Incident:
    key = (event.purpose, event.about, event.number)
    state = replace(state, told={**state.told, key: event.due_at})
    untold = (event.purpose, event.about)
    if untold in state.untold:
        rest = {one: who for one, who in state.untold.items() if one != untold}
        state = replace(state, untold=rest)
    if event.purpose is Purpose.REMINDER and state.escalation is not None:
        state = replace(state, escalation=replace(state.escalation, reminded_at=act.at))
    return _owing(state, act.at, event.called, event.purpose)


def _owing(state: Incident, at: datetime, called: tuple[Called, ...], purpose: Purpose) -> Incident:
    owed = notices_to(called, purpose, state.id, state.version, at)
    added = replace(state, notices={**state.notices, **{one.key: one for one in owed}})
    return _judged_unreached(added, at) if purpose is Purpose.PAGE else added


def _settled(
    state: Incident,
    act: Act,
    event: e.NoticeSent | e.NoticeFailed,
    into: NoticeState,
    reason: str = "",
) -> Incident:
    settled = replace(
        state.notices[event.key],
        state=into, settled_at=act.at, attempts=event.attempts, reason=reason,
    )  # fmt: skip
    return _put(state, settled)


def _judged_unreached(state: Incident, at: datetime) -> Incident:
    """Mark the ladder where nobody who was called last can be reached by the program."""
    ladder = state.escalation
    if ladder is None or ladder.is_answered or ladder.current is None or ladder.unreached_at:
        return state
    people = [one for one in ladder.called if not one.channel] or list(ladder.called)
    owed = [one for one in _owed_since(state, ladder) if one.to in {who.to for who in people}]
    if owed:
        unreached = all(one.state is NoticeState.DEAD for one in owed)
    else:
        unreached = not any(one.dial for one in people)
    return replace(state, escalation=replace(ladder, unreached_at=at)) if unreached else state


def _owed_since(state: Incident, ladder: Escalation) -> list[Notice]:
    """The pages of the level that was called last."""
    return [
        one
        for one in state.notices.values()
        if one.purpose is Purpose.PAGE and one.made_at == ladder.fired_at
    ]


def _without_calls(state: Incident, person: str) -> Incident:
    """Drop the calls that are not sent yet: to `person`, or to everybody where it is empty."""
    return _dropped(state, lambda one: one.purpose.is_call and person in ("", one.to))


def _dropped(state: Incident, pointless: Callable[[Notice], bool]) -> Incident:
    dropped = {
        key: replace(one, state=NoticeState.DROPPED)
        for key, one in state.notices.items()
        if one.is_open and pointless(one)
    }
    return replace(state, notices={**state.notices, **dropped}) if dropped else state


def _put(state: Incident, notice: Notice) -> Incident:
    notices: Mapping[str, Notice] = {**state.notices, notice.key: notice}
    return replace(state, notices=notices)


def _with(people: tuple[str, ...], person: str) -> tuple[str, ...]:
    return people if person in people else (*people, person)
