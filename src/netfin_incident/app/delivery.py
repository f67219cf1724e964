"""Delivering what is in hand: look again, send once, and record what came of it.

Nothing is sent in a transaction.  What came of it is recorded together with letting go of the
lease, and only while the lease is still ours: whoever was stopped too long changes nothing any more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from netfin_incident.app.desk import Desk
from netfin_incident.app.letters import Letters
from netfin_incident.app.retrying import again_at
from netfin_incident.app.sending import Letter
from netfin_incident.app.ticker import is_of_one_incident
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watching import watch_act
from netfin_incident.domain.escalation import Notice
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.roster import Person
from netfin_incident.domain.text import Text
from netfin_incident.errors import CommandRefused, RecordError, StoreBusy
from netfin_incident.notify import Outcome, Reason, Result
from netfin_incident.store.outbox import Claim, Outbox
from netfin_incident.wording import watch_log as said
from netfin_incident.wording.notify_sayings import REASONS

LEASE: Final = timedelta(seconds=30)
"""How long nobody else takes a notice that is in hand."""
LONGEST_ATTEMPT: Final = timedelta(seconds=12)
"""What has to be left of a lease before anything is sent by it."""
_LATER: Final = timedelta(minutes=5)
"""When a notice is looked at again whose incident cannot be read."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Notices that are sent as one letter: one, or several to one receiver by one way."""

    claims: tuple[Claim, ...]
    until: datetime
    """When their leases end."""
    person: Person | None = None
    """The receiver as the roster has them; None for a channel."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice of a bundle that is still to be sent."""

    claim: Claim
    incident: Incident
    notice: Notice

    @property
    def attempts(self) -> int:
        """How many attempts there are with this one."""
        return self.claim.attempts + 1


class Came(NamedTuple):
    """What became of a bundle."""

    failed: bool = False
    """Whether it was sent and not delivered."""
    untried: tuple[Claim, ...] = ()
    """What was not sent, and is to be given back."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a delivery works with."""

    desk: Desk
    outbox: Outbox
    letters: Letters
    send: Callable[[Letter], Outcome]
    clock: Callable[[], datetime]
    log: WatchLog
    owner: str
    """Id of the watcher, by which it holds its leases."""
    chance: Callable[[], float]
    """From 0 to 1, by which pauses are spread."""
    point: Callable[[str], None] = field(default=lambda _name: None)


class Delivery:
    """Delivers bundles.  Safe to use from several threads."""

    def __init__(self, means: Means) -> None:
        """Deliver by `means`."""
        self._means = means

    def deliver(self, bundle: Bundle) -> Came:
        """Send what is still owed of `bundle`, if enough is left of its leases, and settle that.

        Raises:
            StoreBusy: another process held the database for too long; its leases run out.
            RecordError: the database cannot be read or written.
        """
        means = self._means
        looked = [(claim, self._looked_at(claim)) for claim in bundle.claims]
        if means.clock() + LONGEST_ATTEMPT > bundle.until:
            return Came(untried=bundle.claims)
        owed = [one for _, one in looked if one is not None]
        untried = tuple(claim for claim, one in looked if one is None)
        if not owed:
            return Came(untried=untried)
        letter = self._letter(owed, bundle.person)
        means.point("send.before")
        outcome = means.send(letter)
        means.point("send.after")
        self._settle(owed, outcome, bundle.until)
        return Came(outcome.result is not Result.DELIVERED, untried)

    def _letter(self, owed: Sequence[Owed], person: Person | None) -> Letter:
        letters, at = self._means.letters, self._means.clock()
        if len(owed) == 1:
            return letters.letter(owed[0].incident, owed[0].notice, person, at)
        return letters.digest([(one.incident, one.notice) for one in owed], person, at)

    def _looked_at(self, claim: Claim) -> Owed | None:
        """The notice as it is now; None where it is not to be sent any more, or cannot be read."""
        means, key = self._means, claim.notice.key
        try:
            incident = means.desk.incident(claim.notice.incident)
        except RecordError as error:
            if not is_of_one_incident(error):
                raise
            means.log.refuse(error, claim.notice.incident)
            means.outbox.put_off(key, means.owner, means.clock() + _LATER, error.slug)
            return None
        notice = incident.notices.get(key)
        return Owed(claim, incident, notice) if notice is not None and notice.is_open else None

    def _settle(self, owed: Sequence[Owed], outcome: Outcome, until: datetime) -> None:
        """Record what came of it; a busy database is asked again while the leases last."""
        while True:
            try:
                self._settle_once(owed, outcome)
            except StoreBusy as busy:
                self._means.log.refuse(busy)
                if self._means.clock() >= until:
                    return
            except (CommandRefused, RecordError) as error:
                if not is_of_one_incident(error):
                    raise
                self._means.log.refuse(error, owed[0].incident.id)
                return
            else:
                return

    def _settle_once(self, owed: Sequence[Owed], outcome: Outcome) -> None:
        means, now, chance = self._means, self._means.clock(), self._means.chance()
        settled: dict[str, c.Command] = {}
        for one in owed:
            again = None
            if outcome.result is not Result.DELIVERED:
                again = again_at(outcome, one.attempts, one.notice.made_at, now, chance)
            if again is None:
                settled[one.notice.key] = _settling(one, outcome, together=len(owed) > 1)
            elif means.outbox.put_off(one.notice.key, means.owner, again, outcome.reason.value):
                seconds = round((again - now).total_seconds())
                self._say(said.AGAIN, one, outcome, seconds=seconds)
        if settled:
            ours = self._record(owed, settled, watch_act(now))
            line = said.SENT if outcome.result is Result.DELIVERED else said.GIVEN_UP
            for one in owed:
                if one.notice.key in ours:
                    self._say(line, one, outcome)
                elif one.notice.key in settled:
                    self._say(said.NOT_OURS, one, outcome)

    def _record(
        self, owed: Sequence[Owed], settled: dict[str, c.Command], act: Act
    ) -> list[str]:  # fmt: skip
        """Record what is settled and let go of it, all at once; the keys that were still ours."""
        means = self._means
        ours: list[str] = []

        def asked(incident: Incident) -> list[tuple[Act, c.Command]]:
            keys = [one.notice.key for one in owed if one.incident.id == incident.id]
            mine = [key for key in keys if key in settled and means.outbox.holds(key, means.owner)]
            ours.extend(mine)
            return [(act, settled[key]) for key in mine]

        def before_commit() -> None:
            for key in ours:
                means.outbox.forget(key)
            means.point("settle.before_commit")

        incidents = dict.fromkeys(one.incident.id for one in owed)
        means.desk.handle_many(incidents, asked, before_commit=before_commit)
        means.point("settle.after_commit")
        return ours

    def _say(self, line: Text, one: Owed, outcome: Outcome, **more: object) -> None:
        """A line about one notice: to whom by which contact, by their ids."""
        if line is said.SENT and outcome.reason is Reason.WRITTEN_DOWN:
            line = said.WRITTEN_DOWN
        is_well = line in (said.SENT, said.WRITTEN_DOWN)
        log = self._means.log.note if is_well else self._means.log.complain
        log(
            line, id=one.incident.id, key=one.notice.key[:8], to=one.notice.to,
            contact=one.notice.contact or one.notice.to, attempts=one.attempts,
            reason=REASONS[outcome.reason], **more,
        )  # fmt: skip


def _settling(one: Owed, outcome: Outcome, *, together: bool) -> c.Command:
    if outcome.result is Result.DELIVERED:
        simulated = outcome.reason is Reason.WRITTEN_DOWN
        return c.RecordSent(one.notice.key, one.attempts, together, simulated)
    detail = " · ".join(part for part in (outcome.detail, outcome.code) if part)
    return c.RecordFailed(one.notice.key, one.attempts, outcome.reason.value, detail)
