"""A rotation's changes as its entries leave them: what counts, what counted, and what is offered.

A change counts from when its entry was written, and one that is withdrawn until then, so that the
answer for a time that is past never changes.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import reduce
from typing import Final, assert_never

from netfin_incident.domain.record import Act
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.roster import Override, Swap
from netfin_incident.domain.rota import events as e

OVERRIDE_LETTER: Final = "O"
SWAP_LETTER: Final = "S"


class SwapState(StrEnum):
    """Where a swap stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Offer:
    """A swap, and where it stands."""

    swap: Swap
    state: SwapState = SwapState.OFFERED


@dataclass(frozen=True, slots=True)
class Rota:
    """Everything that was changed about one rotation."""

    rotation: str
    counted: tuple[Override, ...] = ()
    """What counts or counted, in the order in which it began to: overrides, and accepted swaps.

    One that was withdrawn ends when it was.
    """
    cancelled: frozenset[str] = frozenset()
    """Ids of the overrides that were withdrawn."""
    offers: tuple[Offer, ...] = ()

    def override(self, override_id: str) -> Override | None:
        """The override of that id; a swap is none."""
        found = (one for one in self.overrides if one.id == override_id)
        return next(found, None)

    @property
    def overrides(self) -> tuple[Override, ...]:
        """The overrides alone, without what swaps come to."""
        return tuple(one for one in self.counted if one.id.startswith(OVERRIDE_LETTER))

    def offer(self, swap_id: str) -> Offer | None:
        """The swap of that id."""
        return next((one for one in self.offers if one.swap.id == swap_id), None)


def replay(history: Iterable[tuple[Act, e.Event]]) -> Rota | None:
    """The rotation's changes after all of `history`; None where there were none."""
    return reduce(lambda state, entry: apply(state, *entry), history, None)


def apply(rota: Rota | None, act: Act, event: e.Event) -> Rota:
    """The rotation's changes after one more event.

    Raises:
        ValueError: the event cannot have happened after those before it.
    """
    rota = rota or Rota(event.rotation)
    if event.rotation != rota.rotation:
        raise ValueError(event.rotation)
    match event:
        case e.OverrideSet():
            return _set(rota, act, event)
        case e.OverrideCancelled():
            return _cancelled(rota, act, event)
        case e.SwapOffered():
            return _offered(rota, event)
        case e.SwapAccepted():
            settled = _settled(rota, event.id, SwapState.ACCEPTED, act.at)
            accepted = settled.offer(event.id)
            made = tuple(accepted.swap.overrides()) if accepted else ()
            return replace(settled, counted=(*rota.counted, *made))
        case e.SwapDeclined():
            return _settled(rota, event.id, SwapState.DECLINED)
        case e.SwapWithdrawn():
            return _settled(rota, event.id, SwapState.WITHDRAWN)
        case _:
            assert_never(event)


def _set(rota: Rota, act: Act, event: e.OverrideSet) -> Rota:
    if rota.override(event.id) is not None or not event.start < event.end:
        raise ValueError(event.id)
    made = Override(
        event.id, event.rotation, event.person, event.instead_of, event.start, event.end, act.at
    )
    return replace(rota, counted=(*rota.counted, made))


def _cancelled(rota: Rota, act: Act, event: e.OverrideCancelled) -> Rota:
    if rota.override(event.id) is None or event.id in rota.cancelled:
        raise ValueError(event.id)
    counted = tuple(
        replace(one, end=min(one.end, act.at)) if one.id == event.id else one
        for one in rota.counted
    )
    return replace(rota, counted=counted, cancelled=rota.cancelled | {event.id})


def _offered(rota: Rota, event: e.SwapOffered) -> Rota:
    if rota.offer(event.id) is not None or (event.takes_from is None) != (
        event.takes_until is None
    ):
        raise ValueError(event.id)
    gives = event.gives_from, event.gives_until
    takes = None
    if event.takes_from is not None and event.takes_until is not None:
        takes = event.takes_from, event.takes_until
    swap = Swap(event.id, event.rotation, event.offered_by, event.offered_to, gives, takes)
    return replace(rota, offers=(*rota.offers, Offer(swap)))


def _settled(
    rota: Rota, swap_id: str, state: SwapState, accepted_at: datetime | None = None
) -> Rota:
    offer = rota.offer(swap_id)
    if offer is None or offer.state is not SwapState.OFFERED:
        raise ValueError(swap_id)
    swap = replace(offer.swap, accepted_at=accepted_at)
    offers = tuple(Offer(swap, state) if one is offer else one for one in rota.offers)
    return replace(rota, offers=offers)
