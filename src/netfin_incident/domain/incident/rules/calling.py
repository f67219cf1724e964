"""Rules of calling people: the ladder, what they are told of, and what came of each notice."""

from datetime import timedelta
from typing import Final, assert_never

from netfin_incident.domain.escalation import (
    Notice,
    NoticeState,
    OnCallNow,
    Target,
    TargetKind,
)
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules import climbing
from netfin_incident.domain.incident.rules.typed import line, reason
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.telling import Owing, owing
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Field, Origin, Reasoned
from netfin_incident.errors import CommandRefused

Asked = (
    c.StartEscalation | c.Escalate | c.Tick | c.RecordSent | c.RecordFailed | c.RetryNotice
    | c.QuarantineNotice | c.RecordCall | c.SuppressDuplicate
)  # fmt: skip

BETWEEN_DUPLICATES: Final = timedelta(minutes=1)
"""An alarm that comes again sooner than this leaves no entry of its own."""


def decide(incident: Incident, act: Act, asked: Asked) -> list[e.Event]:
    """Answer a command about calling people.

    Raises:
        CommandRefused: see each rule.
    """
    match asked:
        case c.StartEscalation():
            return climbing.start(incident, act, asked)
        case c.Escalate():
            return climbing.by_hand(incident, act, asked)
        case c.Tick():
            return _tick(incident, act, asked.on_call)
        case c.RecordSent():
            notice = incident.notices.get(asked.key)
            if notice is None or notice.state is NoticeState.SENT:
                return []
            return [
                e.NoticeSent(
                    notice.key, notice.to, notice.contact, asked.attempts, asked.digest,
                    asked.simulated,
                )
            ]  # fmt: skip
        case c.RecordFailed():
            return _fail(incident, asked)
        case c.RetryNotice():
            return _retry(_notice(incident, asked.key))
        case c.QuarantineNotice():
            return _quarantine(_notice(incident, asked.key), asked.reason)
        case c.RecordCall():
            person = line(Field.PERSON, asked.person)
            contact = line(Field.CHANNEL, asked.contact, optional=True)
            return [e.CallMade(person, asked.outcome, contact)]
        case c.SuppressDuplicate():
            return _suppress(incident, act, asked)
        case _:
            assert_never(asked)


def acknowledge(incident: Incident, act: Act, asked: c.Acknowledge) -> list[e.Event]:
    """That the person has it; said twice for one level it is said once."""
    ladder = incident.escalation
    if ladder is None:
        known = act.person in incident.acknowledged
        return [] if known else [e.Acknowledged(by_code=asked.by_code)]
    changes = not ladder.is_answered and ladder.answers_with(act.person) != ladder.answers
    if act.person in ladder.acknowledged and not changes:
        return []
    return [e.Acknowledged(ladder.generation, asked.by_code)]


def _tick(incident: Incident, act: Act, on_call: OnCallNow) -> list[e.Event]:
    if incident.origin is not Origin.NATIVE:
        return []
    due = sorted(
        (one for one in owing(incident) if one.due_at <= act.at),
        key=lambda one: (one.due_at, one.purpose, one.about, one.number),
    )
    told = (_told(incident, on_call, one) for one in due)
    return [*climbing.by_time(incident, act, on_call), *told]


def _told(incident: Incident, on_call: OnCallNow, one: Owing) -> e.Told:
    called = tuple(on_call.person(person) for person in one.people)
    by_role = (
        on_call.called((Target(TargetKind.ROLE, role),), incident.holders) for role in one.roles
    )
    called = called or next((found for found in by_role if found), ())
    if not called and incident.escalation is not None:
        called = on_call.called(incident.escalation.policy.fallback, incident.holders)
    return e.Told(one.purpose, one.about, one.number, one.due_at, called)


def _fail(incident: Incident, asked: c.RecordFailed) -> list[e.Event]:
    notice = incident.notices.get(asked.key)
    if notice is None or not notice.is_open:
        return []
    return [
        e.NoticeFailed(
            notice.key, notice.to, notice.contact, asked.attempts, asked.reason, asked.detail
        )
    ]


def _retry(notice: Notice) -> list[e.Event]:
    if notice.state not in (NoticeState.DEAD, NoticeState.QUARANTINED):
        raise CommandRefused("notice-not-dead", key=notice.key, state=notice.state)
    return [e.NoticeRetried(notice.key, notice.to, notice.contact)]


def _quarantine(notice: Notice, why: str) -> list[e.Event]:
    if not notice.is_open:
        raise CommandRefused("notice-not-pending", key=notice.key, state=notice.state)
    said = reason(why, Reasoned.QUARANTINING)
    return [e.NoticeQuarantined(notice.key, notice.to, notice.contact, said)]


def _notice(incident: Incident, key: str) -> Notice:
    found = [one for own, one in incident.notices.items() if key and own.startswith(key)]
    if len(found) != 1:
        raise CommandRefused("notice-unknown", id=incident.id, key=key)
    return found[0]


def _suppress(incident: Incident, act: Act, asked: c.SuppressDuplicate) -> list[e.Event]:
    title = line(Field.TITLE, asked.title)
    worse = asked.severity < incident.severity
    lately = (
        incident.duplicate_at is not None and act.at - incident.duplicate_at < BETWEEN_DUPLICATES
    )
    if lately and not worse:
        return []
    came = e.DuplicateSuppressed(title, asked.severity)
    return [came, e.SeverityChanged(incident.severity, asked.severity)] if worse else [came]
