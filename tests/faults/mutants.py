"""Wrong versions of single parts of the program, to see that the checks of this folder notice.

Each is what a tired programmer could have written, and what some other pager really does.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pytest import MonkeyPatch  # noqa: PT013 - children of the nursery are no tests

from netfin_incident.app import ticker
from netfin_incident.app.delivery import LEASE, Delivery, Owed
from netfin_incident.app.sending import Letter
from netfin_incident.domain.escalation import Escalation, OnCallNow
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules import climbing
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act
from netfin_incident.domain.roster import Person
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CalledBecause
from netfin_incident.notify.channel import delivered
from netfin_incident.store import outbox, views
from netfin_incident.store.journal import Journal
from netfin_incident.store.outbox import Claim, Outbox
from netfin_incident.store.pending import replace_pending
from netfin_incident.store.store import Store
from netfin_incident.store.views import IncidentView


def outbox_in_a_second_transaction(patch: MonkeyPatch) -> None:
    """The line of an incident is committed first, and what it owes with the next claim."""
    owing: list[Incident] = []

    @contextmanager
    def writing(self: IncidentView, patience: float = 15.0) -> Iterator[Journal]:
        while not self.catch_up():
            pass
        with self._store.writing(patience) as journal:
            replace_pending(self._store.connection, owing)
            yield journal
        owing.clear()

    patch.setattr(views, "replace_pending", lambda _, incidents: owing.extend(incidents))
    patch.setattr(IncidentView, "writing", writing)


def lease_that_ran_out_is_a_failure(patch: MonkeyPatch) -> None:
    """What a dead process had in hand is not taken over."""
    for name in ("_ANYBODYS", "_ONE_RECEIVERS"):
        asked = getattr(outbox, name).replace(
            "sending.next_at <= ?", "(sending.next_at <= ? AND owner = '')"
        )
        patch.setattr(outbox, name, asked)


def deferred_begin(patch: MonkeyPatch) -> None:
    """A writer takes its turn only when it first writes, with what it read before."""
    begin = Store._transaction

    def transaction(self: Store, how: str) -> Any:
        return begin(self, how.replace(" IMMEDIATE", ""))

    patch.setattr(Store, "_transaction", transaction)


def recorded_before_it_is_sent(patch: MonkeyPatch) -> None:
    """At most once: the record says that it was sent, and then it is."""
    settle, write = Delivery._settle, Delivery._letter

    def letter(self: Delivery, owed: Sequence[Owed], person: Person | None) -> Letter:
        settle(self, owed, delivered(), self._means.clock() + LEASE)
        return write(self, owed, person)

    patch.setattr(Delivery, "_letter", letter)
    patch.setattr(Delivery, "_settle", lambda *_: None)


def next_level_counted_from_the_plan(patch: MonkeyPatch) -> None:
    """A late level does not put off those after it: an outage ends in a burst."""
    planned = Escalation.next_at

    def next_at(self: Escalation, severity: Severity) -> datetime | None:
        if self.is_answered or self.current is None:
            return planned(self, severity)
        waits = sum(one.wait for one in self.policy.levels[: self.level])
        return self.started_at + timedelta(seconds=waits)

    patch.setattr(Escalation, "next_at", next_at)


def sent_without_another_look(patch: MonkeyPatch) -> None:
    """What was claimed is sent, whatever happened since."""

    def looked_at(self: Delivery, claim: Claim) -> Owed:
        incident = self._means.desk.incident(claim.notice.incident)
        return Owed(claim, incident, incident.notices[claim.notice.key])

    patch.setattr(Delivery, "_looked_at", looked_at)


def settled_without_the_lease(patch: MonkeyPatch) -> None:
    """What came of an attempt is recorded, whoever has the notice by now."""
    patch.setattr(Outbox, "holds", lambda _self, _key, _owner: True)


def fired_without_a_guard(patch: MonkeyPatch) -> None:
    """What was due when the list was read is called, without asking again."""

    def by_time(incident: Incident, act: Act, on_call: OnCallNow) -> list[e.Event]:
        return climbing._next(incident, on_call, act.at, (act.at, CalledBecause.DUE, ""))

    patch.setattr(climbing, "by_time", by_time)
    patch.setattr(ticker, "wakes_at", lambda _incident: datetime.min.replace(tzinfo=UTC))


MUTANTS: Final[dict[str, Callable[[MonkeyPatch], None]]] = {
    mutant.__name__: mutant
    for mutant in (
        outbox_in_a_second_transaction, lease_that_ran_out_is_a_failure, deferred_begin,
        recorded_before_it_is_sent, next_level_counted_from_the_plan, sent_without_another_look,
        settled_without_the_lease, fired_without_a_guard,
    )
}  # fmt: skip
