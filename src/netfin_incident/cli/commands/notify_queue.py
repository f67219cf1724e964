"""The queue of notices: what waits, what did not arrive; try again, hold back."""

from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from netfin_incident.bootstrap import now
from netfin_incident.cli.asked import REASON
from netfin_incident.cli.call import Call
from netfin_incident.cli.columns import aligned
from netfin_incident.cli.parameters import Arg, Opt
from netfin_incident.domain.escalation import Notice, NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import UsageError
from netfin_incident.store.codec import format_time, parse_time
from netfin_incident.store.outbox import Outbox, Queued
from netfin_incident.wording import calling_answers as said
from netfin_incident.wording.calling_labels import reason_label
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp

KEY_SHOWN: Final = 12
_KEY: Final = Arg("KEY", said.KEY)
_LEFT: Final = (NoticeState.DEAD, NoticeState.QUARANTINED)


class _Owed(NamedTuple):
    """A notice with its incident."""

    incident: Incident
    notice: Notice


def queue(call: Call, *, dead: Annotated[bool, Opt("--dead", said.DEAD)] = False) -> None:
    """List the notices that wait to be sent, or those that could not be delivered."""
    hands = {} if dead else _queued(call)
    states = _LEFT if dead else (NoticeState.PENDING,)
    found = [one for one in _owed(call) if one.notice.state in states]
    if not dead:
        order = {key: place for place, key in enumerate(hands)}
        found.sort(key=lambda one: order.get(one.notice.key, len(order)))
    if call.wants_json:
        call.output.json(
            {"notices": [_in_json(one, hands.get(one.notice.key)) for one in found]}
        )  # fmt: skip
        return
    if not found:
        call.tell(said.NO_DEAD if dead else said.NO_NOTICES)
        return
    heads = (
        said.HEAD_KEY, said.HEAD_INCIDENT, said.HEAD_STATE, said.HEAD_PURPOSE, said.HEAD_TO, said.HEAD_MADE,
        said.HEAD_TRIES, said.HEAD_AGAIN, said.HEAD_REASON,
    )  # fmt: skip
    rows = [_row(call, one, hands.get(one.notice.key)) for one in found]
    for line in aligned([[call.say(head) for head in heads], *rows]):
        call.output.data(line)


def retry(
    call: Call,
    key: Annotated[str | None, _KEY] = None,
    *,
    all_dead: Annotated[bool, Opt("--all-dead", said.ALL_DEAD)] = False,
) -> None:
    """Try a notice again, or all that could not be delivered and have still a point."""
    if (key is None) != all_dead:
        raise UsageError("notice-unnamed")
    if key is not None:
        one = _named(call, key)
        asked = c.RetryNotice(one.notice.key)
        call.wrote(call.desk.handle(one.incident.id, call.act(one.incident.id), asked))
        return
    dead = [one for one in _owed(call) if one.notice.state is NoticeState.DEAD]
    wanted = [one for one in dead if _has_point(one)]
    for one in wanted:
        asked = c.RetryNotice(one.notice.key)
        call.desk.handle(one.incident.id, call.act(one.incident.id), asked)
    if call.wants_json:
        call.output.json({"notices": [_in_json(one, None) for one in wanted]})
    for one in [] if call.wants_json else wanted:
        call.output.data(f"{one.incident.id} {one.notice.key[:KEY_SHOWN]}")
    if len(dead) > len(wanted):
        call.tell(said.POINTLESS, count=len(dead) - len(wanted))
    call.tell(said.RETRIED, count=len(wanted))
    call.remember()


def quarantine(call: Call, key: Annotated[str, _KEY], *, reason: REASON = "") -> None:
    """Hold a notice back, with a reason."""
    one = _named(call, key)
    asked = c.QuarantineNotice(one.notice.key, reason)
    call.wrote(call.desk.handle(one.incident.id, call.act(one.incident.id), asked))


def _owed(call: Call) -> Iterator[_Owed]:
    """Every notice of an incident that is open, the worst incident first."""
    for row in call.desk.incidents(*Mode).rows:
        incident = call.desk.incident(row.id)
        for notice in incident.notices.values():
            yield _Owed(incident, notice)


def _queued(call: Call) -> dict[str, Queued]:
    rows = Outbox(call.desk.store, call.desk.view).rows(now())
    return {one.notice.key: one for one in rows}


def _named(call: Call, given: str) -> _Owed:
    key = given.strip().lower()
    found = [one for one in _owed(call) if key and one.notice.key.startswith(key)]
    if not found:
        raise UsageError("notice-not-found", given=given)
    if len(found) > 1:
        raise UsageError("notice-ambiguous", given=given, count=len(found))
    return found[0]


def _has_point(one: _Owed) -> bool:
    """Whether anybody needs it: a call only while the emergency goes on and nobody has it."""
    ladder = one.incident.escalation
    if not one.notice.purpose.is_call:
        return True
    return one.incident.is_under_way and ladder is not None and not ladder.is_answered


def _row(call: Call, one: _Owed, queued: Queued | None) -> list[str]:
    notice, zone = one.notice, call.zone_of(one.incident)
    tries = queued.attempts if queued else notice.attempts
    reason = queued.last_reason if queued else notice.reason
    meaning = reason_label(reason) if reason else ""
    to = f"{call.session.config.name_of(notice.to)} {notice.contact}".strip()
    mark = f"[{call.say(label(one.incident.mode))}] " if one.incident.mode is Mode.DRILL else ""
    return [
        notice.key[:KEY_SHOWN], f"{mark}{one.incident.id}", call.say(label(notice.state)),
        call.say(label(notice.purpose)), to, stamp(notice.made_at, zone), str(tries),
        _again(call, queued, zone), call.say(meaning) if isinstance(meaning, Text) else meaning,
    ]  # fmt: skip


def _again(call: Call, queued: Queued | None, zone: str) -> str:
    if queued is None:
        return "–"
    if queued.owner:
        return call.say(said.SENDING_NOW)
    return stamp(parse_time(queued.next_at), zone) if queued.next_at else call.say(said.AT_ONCE)


def _in_json(one: _Owed, queued: Queued | None) -> dict[str, object]:
    notice = one.notice
    return {
        "key": notice.key, "incident": one.incident.id, "mode": one.incident.mode.value,
        "entry": notice.entry, "purpose": notice.purpose.value, "state": notice.state.value,
        "to": notice.to, "contact": notice.contact or None, "made_at": format_time(notice.made_at),
        "attempts": queued.attempts if queued else notice.attempts,
        "next_at": queued.next_at if queued and queued.next_at else None,
        "being_sent": bool(queued and queued.owner),
        "reason": (queued.last_reason if queued else notice.reason) or None,
    }  # fmt: skip
