"""The courier 投递: takes notices out of the outbox and has them sent, several at once.

Each way out, such as mail or telephone messages, has a few senders of its own, so that one that
hangs holds up nobody else.  The first page of a grave emergency goes out alone and before others;
of the rest, many to one receiver by one way go out as one digest.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime
from typing import Final

from netfin_incident.app.delivery import LEASE, Bundle, Came, Delivery, Means
from netfin_incident.app.letters import MOST_IN_DIGEST, MOST_IN_SHORT_DIGEST, is_short
from netfin_incident.app.ticker import is_of_one_incident
from netfin_incident.domain.escalation import Purpose
from netfin_incident.domain.roster import Person, Roster
from netfin_incident.domain.severity import Severity
from netfin_incident.errors import NetfinError, StoreBusy
from netfin_incident.store.outbox import Claim, PendingNotice

CLAIMED_AT_ONCE: Final = 10
DIGEST_ABOVE: Final = 5
"""So many notices to one receiver by one way are still sent one by one."""
MOST_IN_HAND: Final = 256
"""Bundles that may wait for a sender; the rest stays in the outbox, where others may take it."""
SENDERS_EACH: Final = 8
"""Threads for each way out."""


class Courier:
    """Sends what one database owes."""

    def __init__(
        self, means: Means, roster: Callable[[], Roster], settled: Callable[[], None] = lambda: None
    ) -> None:
        """Send by `means`, looking receivers up in `roster`, and tell `settled` of each end."""
        self._means = means
        self._roster = roster
        self._settled = settled
        self._delivery = Delivery(means)
        self._senders: dict[str, ThreadPoolExecutor] = {}
        self._in_hand: dict[Future[Came], Bundle] = {}
        self.failed = 0
        """How many letters could not be delivered, so far."""

    @property
    def is_idle(self) -> bool:
        """Whether nothing is in hand."""
        return not self._in_hand

    def turn(self, now: datetime) -> int:
        """Take what is due and have it sent, without waiting for that; how many notices it took.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read or written.
        """
        self._reap()
        if len(self._in_hand) >= MOST_IN_HAND:
            return 0
        claims, people = self._claimed(now), _people(self._roster)
        bundles = [one for group in _groups(claims) for one in _bundles(group, now, people)]
        bundles.sort(key=lambda one: (not _is_urgent(one.claims[0]), one.claims[0].notice.order))
        for one in bundles:
            self._hand_out(one)
        return len(claims)

    def wait(self, seconds: float) -> None:
        """Wait until something that is in hand is settled, but no longer than `seconds`.

        Raises:
            RecordError: the database cannot be read or written.
        """
        wait(self._in_hand, seconds, FIRST_COMPLETED)
        self._reap()

    def finish(self, seconds: float) -> None:
        """Take nothing more: give back what waits, and see the attempts under way to their end.

        Raises:
            RecordError: the database cannot be read or written.
        """
        for sender in self._senders.values():
            sender.shutdown(wait=False, cancel_futures=True)
        self._senders.clear()
        for future, bundle in list(self._in_hand.items()):
            if future.cancelled():
                del self._in_hand[future]
                self._give_back(bundle.claims)
        wait(self._in_hand, seconds)
        self._reap()

    def _claimed(self, now: datetime) -> list[Claim]:
        """What is due and not in hand; where there is more, all that the same receivers have."""
        means = self._means
        claims = means.outbox.claim(
            means.owner, now, CLAIMED_AT_ONCE, LEASE, point=means.point
        )  # fmt: skip
        if len(claims) == CLAIMED_AT_ONCE:
            for receiver, contact, mode in dict.fromkeys(_way(one.notice) for one in claims):
                claims += means.outbox.claim_for(
                    receiver, contact, means.owner, now, MOST_IN_DIGEST, LEASE,
                    mode=mode, point=means.point,
                )  # fmt: skip
        in_hand = {claim.notice.key for one in self._in_hand.values() for claim in one.claims}
        return [one for one in claims if one.notice.key not in in_hand]

    def _hand_out(self, bundle: Bundle) -> None:
        way = _way_out(bundle)
        if way not in self._senders:
            self._senders[way] = ThreadPoolExecutor(SENDERS_EACH, f"sender-{way}")
        future = self._senders[way].submit(self._delivery.deliver, bundle)
        self._in_hand[future] = bundle
        future.add_done_callback(lambda _future: self._settled())

    def _reap(self) -> None:
        """Let go of what is settled; what went wrong in a sender goes wrong here.

        What was not tried is given back only here, where claims are made too: it could be claimed
        again before its sender has ended, and then nobody would send it.
        """
        for future in [one for one in self._in_hand if one.done()]:
            del self._in_hand[future]
            try:
                came = future.result()
            except NetfinError as error:
                if not (isinstance(error, StoreBusy) or is_of_one_incident(error)):
                    raise
                self.failed += 1
                self._means.log.refuse(error)
            else:
                self.failed += came.failed
                self._give_back(came.untried)

    def _give_back(self, claims: Sequence[Claim]) -> None:
        """Let others have what was not tried; where that fails, its lease runs out."""
        try:
            for one in claims:
                self._means.outbox.give_back(one.notice.key, self._means.owner)
        except StoreBusy as busy:
            self._means.log.refuse(busy)


def _way(notice: PendingNotice) -> tuple[str, str, str]:
    return notice.receiver, notice.contact, notice.mode


def _groups(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Those to one receiver by one way, together."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for one in claims:
        groups.setdefault(_way(one.notice), []).append(one)
    yield from groups.values()


def _bundles(
    group: Sequence[Claim], now: datetime, people: Callable[[str], Person | None]
) -> Iterator[Bundle]:
    until = now + LEASE
    person = people(group[0].notice.receiver) if group[0].notice.contact else None
    rest = [one for one in group if not _is_urgent(one)]
    most = MOST_IN_SHORT_DIGEST if is_short(person, group[0].notice.contact) else MOST_IN_DIGEST
    size = most if len(rest) > DIGEST_ABOVE else 1
    for one in group:
        if _is_urgent(one):
            yield Bundle((one,), until, person)
    for start in range(0, len(rest), size):
        yield Bundle(tuple(rest[start : start + size]), until, person)


def _is_urgent(claim: Claim) -> bool:
    """Whether it is a page of a grave emergency, which waits for no other and joins no digest."""
    notice = claim.notice
    return Purpose(notice.purpose).is_call and notice.severity <= Severity.S2


def _way_out(bundle: Bundle) -> str:
    """Whose senders send it: those of the kind of contact, or of the channel itself."""
    notice = bundle.claims[0].notice
    if not notice.contact:
        return notice.receiver
    contacts = bundle.person.contacts if bundle.person else ()
    return next((one.channel.value for one in contacts if one.id == notice.contact), "")


def _people(roster: Callable[[], Roster]) -> Callable[[str], Person | None]:
    """People by id, as the roster has them now; nobody where it cannot be read."""
    try:
        return roster().person
    except NetfinError:
        return lambda _person: None
