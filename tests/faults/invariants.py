"""What must hold after whatever happened: each check says what is wrong, or nothing.

I1 every level was called once, in order and not early; I2 every notice is settled, once; I3 who was
told, was told, and as often as the record says; I4 the record is whole; I5 nobody was called after
an acknowledgement; I6 nothing is overdue; I7 nobody was turned away by another process.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import Final

from faults.firm import Firm
from netfin_incident.app.codes import Codes
from netfin_incident.app.desk import Desk
from netfin_incident.app.letters import Letters
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.escalation.notices import KEY_LENGTH
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import CalledBecause, Mode
from netfin_incident.errors import StoreBusy
from netfin_incident.store.codec import INCIDENT
from netfin_incident.store.journal import recorded
from netfin_incident.store.outbox import Outbox
from netfin_incident.store.store import open_store
from netfin_incident.store.verify import verify_store
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from netfin_incident.wording.watch_log import NOT_OURS

TURN: Final = timedelta(seconds=1)
Entries = list[Recorded[e.Event]]
IN_FLIGHT: Final = 2.0
"""Seconds by the machine's clock that a page may be on its way when somebody acknowledges."""
_LOST_LEASE: Final = NOT_OURS.en.rpartition("} ")[2]
_TURNED_AWAY: Final = explain(StoreBusy("store-busy", path=""), Language.EN).code


@dataclass
class Findings:
    """The firm as the record and its receivers tell it, read by nobody who took part."""

    firm: Firm

    def __post_init__(self) -> None:
        self.desk = Desk(open_store(self.firm.desk.store.path))
        self.received = self.firm.receiver.counts()

    @cached_property
    def entries(self) -> dict[str, Entries]:
        """By incident."""
        return {
            one: [recorded(row, INCIDENT) for row in self.desk.rows(one)]
            for one in self.firm.declared
        }

    @cached_property
    def incidents(self) -> list[Incident]:
        """As they are now."""
        return [self.desk.incident(one) for one in self.firm.declared]

    @cached_property
    def keys(self) -> dict[str, str]:
        """By the key of each notice, the one that it has outside."""
        letters = Letters(self.desk, Codes(b""), str)
        return {
            notice.key: letters.key_of(one, notice)
            for one in self.incidents
            for notice in one.notices.values()
        }

    @property
    def said(self) -> str:
        """What the watchers said."""
        log = self.firm.log
        return log.read_text(encoding="utf-8") if log.exists() else ""


def called_once_in_order(found: Findings) -> Iterator[str]:
    for incident in found.incidents:
        ladder = incident.escalation
        assert ladder is not None
        policy = ladder.policy
        whole = [
            (turn + 1, place + 1)
            for turn in range(policy.rounds)
            for place in range(len(policy.levels))
        ]
        fired = [one for one in found.entries[incident.id] if isinstance(one.event, e.Escalated)]
        places = [(one.event.round, one.event.level) for one in fired]  # type: ignore[union-attr]
        if places != whole[: len(places)]:
            yield f"{incident.id} called {places}"
        if not ladder.is_answered and (len(places) < len(whole) or ladder.fallbacks != 1):
            yield f"{incident.id} stopped at {places} and fallback {ladder.fallbacks}"
        yield from _early(incident, found.entries[incident.id])


def _early(incident: Incident, entries: Entries) -> Iterator[str]:
    ladder = incident.escalation
    assert ladder is not None
    fired = [one for one in entries if isinstance(one.event, e.Escalated | e.FallbackCalled)]
    for before, after in pairwise(fired):
        assert isinstance(after.event, e.Escalated | e.FallbackCalled)
        if not isinstance(before.event, e.Escalated):
            yield f"{incident.id} went on after the fallback"
            continue
        wait = timedelta(seconds=ladder.policy.levels[before.event.level - 1].wait)
        if after.event.because is CalledBecause.DUE and after.act.at < before.act.at + wait:
            yield f"{incident.id} called early, entry {after.version}"


def settled_once(found: Findings) -> Iterator[str]:
    for incident in found.incidents:
        settling = Counter(
            one.event.key
            for one in found.entries[incident.id]
            if isinstance(one.event, e.NoticeSent | e.NoticeFailed)
        )
        for notice in incident.notices.values():
            if notice.state not in (NoticeState.SENT, NoticeState.DEAD, NoticeState.DROPPED):
                yield f"{incident.id} notice {notice.key} is {notice.state}"
            if notice.state is NoticeState.DEAD and not notice.reason:
                yield f"{incident.id} notice {notice.key} is dead without a reason"
            if settling[notice.key] > 1:
                yield f"{incident.id} notice {notice.key} was settled {settling[notice.key]} times"


def told_as_recorded(found: Findings) -> Iterator[str]:
    sent = {
        found.keys[one.event.key]: one.event
        for entries in found.entries.values()
        for one in entries
        if isinstance(one.event, e.NoticeSent) and not one.event.digest
    }
    again = 0
    for key, event in sent.items():
        count = found.received[key]
        again += max(0, count - 1)
        if not 1 <= count <= event.attempts:
            yield f"{key} was received {count} times in {event.attempts} attempts"
    accounted = sum(len(one) for one in found.firm.crashes) + found.firm.receiver.turned_down
    if again > accounted + found.said.count(_LOST_LEASE):
        yield f"{again} pages came again, more than crashes and errors account for"
    for key in digest_keys(found):
        if not found.received[key]:
            yield f"digest {key} was not received"


def digest_keys(found: Findings) -> Iterator[str]:
    """Keys of the letters that carried several notices."""
    together: dict[tuple[object, ...], list[str]] = {}
    for entries in found.entries.values():
        for one in entries:
            if isinstance(one.event, e.NoticeSent) and one.event.digest:
                letter = (one.act.at, one.event.to, one.event.contact)
                together.setdefault(letter, []).append(found.keys[one.event.key])
    for keys in together.values():
        yield sha256("\x00".join(sorted(keys)).encode()).hexdigest()[:KEY_LENGTH]


def record_is_whole(found: Findings) -> Iterator[str]:
    if not verify_store(found.desk.store).is_good:
        yield "the journal does not verify"
    if found.desk.store.connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        yield "the file is damaged"
    kept = found.desk.incidents(Mode.LIVE).rows
    owed = Outbox(found.desk.store, found.desk.view).rows(found.firm.clock.wall())
    found.desk.rebuild()
    if found.desk.incidents(Mode.LIVE).rows != kept:
        yield "the list is not what the journal says"
    if Outbox(found.desk.store, found.desk.view).rows(found.firm.clock.wall()) != owed:
        yield "the outbox is not what the journal says"


def nobody_called_after_an_answer(found: Findings) -> Iterator[str]:
    for incident, entries in found.entries.items():
        answered = next((x.seq for x in entries if isinstance(x.event, e.Acknowledged)), None)
        for one in entries:
            if answered is not None and one.seq > answered and _calls(one.event):
                yield f"{incident} was called on at {one.seq}, acknowledged at {answered}"
    for state in found.incidents:
        answered_at = found.firm.answered.get(state.id)
        for got in found.firm.receiver.got:
            late = answered_at is not None and got.at > answered_at + IN_FLIGHT
            if late and got.key in {found.keys[key] for key in state.notices}:
                yield f"{state.id} was paged after the acknowledgement: {got.key}"


def _calls(event: e.Event) -> bool:
    return isinstance(event, e.Escalated | e.FallbackCalled | e.LevelPassedOver)


def nothing_is_overdue(found: Findings) -> Iterator[str]:
    outbox, at = Outbox(found.desk.store, found.desk.view), found.firm.clock.wall()
    for one in outbox.waking(at - 2 * TURN, 100):
        yield f"{one} is overdue"
    for owed in outbox.rows(at):
        yield f"notice {owed.notice.key} of {owed.notice.incident} still waits"


def nobody_was_turned_away(found: Findings) -> Iterator[str]:
    if _TURNED_AWAY in found.said:
        yield f"{found.said.count(_TURNED_AWAY)} times the database was busy"


INVARIANTS: Final[dict[str, Callable[[Findings], Iterator[str]]]] = {
    "I1": called_once_in_order,
    "I2": settled_once,
    "I3": told_as_recorded,
    "I4": record_is_whole,
    "I5": nobody_called_after_an_answer,
    "I6": nothing_is_overdue,
    "I7": nobody_was_turned_away,
}


def broken(firm: Firm) -> list[str]:
    """Everything that does not hold, each with the name of its invariant."""
    found = Findings(firm)
    try:
        return [f"{name} {one}" for name, check in INVARIANTS.items() for one in check(found)]
    finally:
        found.desk.store.close()


def broken_ones(firm: Firm) -> set[str]:
    """The names of the invariants that do not hold."""
    return {one.partition(" ")[0] for one in broken(firm)}
