"""Carrying out what is asked of one incident, inside a writing transaction: mask, decide, fold, append."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events, fold
from netfin_incident.domain.incident.masking import Masking
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.record import Act, Recorded
from netfin_incident.errors import CommandRefused
from netfin_incident.store.journal import Journal

if TYPE_CHECKING:
    from netfin_incident.domain.customer_data import Kind


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of a request: the incident now, and the entries it left."""

    incident: Incident
    recorded: tuple[Recorded[events.Event], ...] = ()
    masked: "Mapping[Kind, int]" = field(default_factory=dict)
    """How much customer data was masked in what was asked, by its kind."""

    @property
    def entry(self) -> int:
        """Number of the last entry written; 0 where nothing had to be."""
        return self.recorded[-1].version if self.recorded else 0


class Caller(Protocol):
    """Knows whom the roster has on call, and by which policy they are called."""

    def follows(self, incident: Incident, event: events.Event, at: datetime) -> c.Command | None:
        """What has to be asked because of an event: an escalation is begun."""
        ...


def carry_out(
    caller: Caller | None,
    journal: Journal,
    stream: str,
    state: Incident | None,
    asked: Iterable[tuple[Act, c.Command]],
    masking: Masking,
) -> Handled:
    """Decide and append everything that is asked, and what follows from it.

    Raises:
        CommandRefused: the rules do not allow one of them.
    """
    happened: list[tuple[Act, events.Event]] = []
    todo = list(asked)
    while todo:
        typed, typed_command = todo.pop(0)
        act, command = _masked(typed, masking), masking.command(state, typed_command)
        for event in decide(state, act, command):
            happened.append((act, event))
            state = fold.apply(state, act, event)
            follows = caller.follows(state, event, act.at) if caller else None
            if follows is not None:
                todo.insert(0, (act, follows))
    recorded = journal.append(stream, happened)
    if state is None:
        raise CommandRefused("incident-undeclared")
    return Handled(state, tuple(recorded), masking.counts)


def _masked(act: Act, masking: Masking) -> Act:
    reason = masking.text(act.break_glass) if act.break_glass else ""
    return act if reason == act.break_glass else replace(act, break_glass=reason)
