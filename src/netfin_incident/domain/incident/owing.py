"""Confirmations owed: acts in another's name, and two-person acts done alone (紧急授权)."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from netfin_incident.domain.incident.state import Incident, Owed
from netfin_incident.domain.record import Act

BREAK_GLASS_REVIEW: Final = timedelta(hours=24)
"""How long a break-glass may wait for its review."""


def owe(state: Incident, act: Act) -> Incident:
    """What the newest entry owes by the way it was made: a confirmation, or a review."""
    person = act.on_behalf_of
    if act.break_glass:
        due_at = act.at + BREAK_GLASS_REVIEW
        also = (person,) if person else ()
        owed = Owed(state.version, act.by, act.at, break_glass=True, due_at=due_at,
                    in_name_of=person, also=also)  # fmt: skip
    elif person:
        owed = Owed(state.version, person, act.at)
    else:
        return state
    return state if _same_act(state, owed) else _put_owed(state, owed)


def _same_act(state: Incident, owed: Owed) -> bool:
    """Whether the entry just before already asks for this: one act may leave several entries."""
    newest = state.owed.get(max(state.owed, default=0))
    return newest is not None and replace(owed, entry=newest.entry) == newest


def owe_second(state: Incident, act: Act, second: str) -> Incident:
    """The `second` person named for the newest entry confirms it too."""
    owed = state.owed.get(state.version)
    if owed is None:
        return _put_owed(state, Owed(state.version, second, act.at, second=second))
    return _put_owed(state, replace(owed, also=(*owed.also, second), second=second))


def confirmed(state: Incident, act: Act, entry: int) -> Incident:
    """What is still owed for `entry` after `act` confirmed or reviewed it."""
    owed = state.owed.get(entry)
    if owed is None:
        return state
    if act.by == owed.second:
        owed = replace(owed, second="")
    if act.by in owed.also:
        also = tuple(person for person in owed.also if person != act.by)
        return _put_owed(state, replace(owed, also=also))
    if owed.also:
        first, *others = owed.also
        left = Owed(entry, first, owed.at, also=tuple(others), second=owed.second)
        return _put_owed(state, left)
    return replace(state, owed={key: owed for key, owed in state.owed.items() if key != entry})


def _put_owed(state: Incident, owed: Owed) -> Incident:
    return replace(state, owed={**state.owed, owed.entry: owed})
