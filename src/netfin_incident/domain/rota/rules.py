"""What may be changed about a rotation: never the past, and a swap only by both.

Of a shift that is running only what lies ahead is changed.  Whoever acts may do so on behalf of
another with a basis, as everywhere; the two people of a swap stay two.
"""

from datetime import datetime, timedelta
from typing import Final, assert_never

from netfin_incident.domain.incident.rules.typed import check_act, prose, reason
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.roster import Stint
from netfin_incident.domain.rota import commands as c
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.rota.state import (
    OVERRIDE_LETTER,
    SWAP_LETTER,
    Offer,
    Rota,
    SwapState,
)
from netfin_incident.domain.vocabulary import Field, Reasoned
from netfin_incident.errors import CommandRefused

LONGEST: Final = timedelta(days=366)
"""The longest time that one override or one side of a swap may last."""


def decide(rota: Rota, act: Act, command: c.Command) -> list[e.Event]:
    """Answer `command` with the events that follow from it; none where it is so already.

    Raises:
        CommandRefused: the rules do not allow it.
    """
    check_act(act)
    match command:
        case c.SetOverride():
            return _set(rota, act, command)
        case c.CancelOverride():
            return _cancel(rota, act, command)
        case c.OfferSwap():
            return _offer(rota, act, command)
        case c.AcceptSwap():
            return _accept(rota, act, command)
        case c.DeclineSwap():
            return _decline(rota, act, command)
        case c.WithdrawSwap():
            return _withdraw(rota, act, command)
        case _:
            assert_never(command)


def _set(rota: Rota, act: Act, asked: c.SetOverride) -> list[e.Event]:
    for person in filter(None, (asked.person, asked.instead_of)):
        _require_known(person, asked.people)
    if asked.person == asked.instead_of:
        raise CommandRefused("override-by-oneself", person=asked.person)
    start, end = _ahead(act, asked.start, asked.end)
    for one in rota.overrides:
        same = (one.person, one.instead_of, one.end) == (asked.person, asked.instead_of, end)
        if same and one.begins <= start and one.id not in rota.cancelled:
            return []
    why = reason(asked.reason, Reasoned.OVERRIDING)
    number = f"{OVERRIDE_LETTER}{len(rota.overrides) + 1}"
    return [
        e.OverrideSet(rota.rotation, number, asked.person, start, end, why, asked.instead_of)
    ]  # fmt: skip


def _cancel(rota: Rota, act: Act, asked: c.CancelOverride) -> list[e.Event]:
    override = rota.override(asked.id)
    if override is None:
        known = tuple(one.id for one in rota.overrides)
        raise CommandRefused(
            "override-unknown", id=asked.id, rotation=rota.rotation, known=known
        )  # fmt: skip
    if asked.id in rota.cancelled:
        return []
    if override.end <= act.at:
        raise CommandRefused("override-over", id=asked.id, end=override.end)
    why = reason(asked.reason, Reasoned.CANCELLING_OVERRIDE)
    return [e.OverrideCancelled(rota.rotation, asked.id, why)]


def _offer(rota: Rota, act: Act, asked: c.OfferSwap) -> list[e.Event]:
    for person in (act.person, asked.to):
        _require_known(person, asked.people)
    if asked.to == act.person:
        raise CommandRefused("swap-with-oneself", person=asked.to)
    gives = _side(act, asked.gives, act.person)
    takes = None if asked.takes is None else _side(act, asked.takes, asked.to)
    for one in _open(rota):
        swap = one.swap
        if swap.offered_by != act.person or not _meet(swap.gives, gives):
            continue
        if swap.offered_to == asked.to and swap.gives[1] == gives[1] and swap.takes == takes:
            return []
        raise CommandRefused(
            "swap-open", id=swap.id, rotation=rota.rotation, person=swap.offered_to
        )  # fmt: skip
    note = prose(Field.NOTE, asked.note, optional=True)
    number = f"{SWAP_LETTER}{len(rota.offers) + 1}"
    offered = e.SwapOffered(rota.rotation, number, act.person, asked.to, *gives, note=note)
    if takes is not None:
        offered = replace(offered, takes_from=takes[0], takes_until=takes[1])
    return [offered]


def _accept(rota: Rota, act: Act, asked: c.AcceptSwap) -> list[e.Event]:
    offer = _named(rota, asked.id)
    swap = offer.swap
    if act.person != swap.offered_to:
        raise CommandRefused("swap-for-another", id=swap.id, to=swap.offered_to, person=act.person)
    if offer.state is SwapState.ACCEPTED:
        return []
    _require_open(offer)
    sides = [swap.gives] if swap.takes is None else [swap.gives, swap.takes]
    if any(end <= act.at for _, end in sides):
        raise CommandRefused("swap-too-late", id=swap.id, end=min(end for _, end in sides))
    for owner, holder in (
        (swap.offered_by, asked.gives_held_by),
        (swap.offered_to, asked.takes_held_by if swap.takes else swap.offered_to),
    ):
        if owner != holder:
            raise CommandRefused("swap-changed", id=swap.id, rotation=rota.rotation, person=owner)
    return [e.SwapAccepted(rota.rotation, swap.id)]


def _decline(rota: Rota, act: Act, asked: c.DeclineSwap) -> list[e.Event]:
    offer = _named(rota, asked.id)
    if act.person != offer.swap.offered_to:
        to = offer.swap.offered_to
        raise CommandRefused("swap-for-another", id=asked.id, to=to, person=act.person)
    if offer.state is SwapState.DECLINED:
        return []
    _require_open(offer)
    return [e.SwapDeclined(rota.rotation, asked.id, prose(Field.NOTE, asked.note, optional=True))]


def _withdraw(rota: Rota, act: Act, asked: c.WithdrawSwap) -> list[e.Event]:
    offer = _named(rota, asked.id)
    if act.person != offer.swap.offered_by:
        owner = offer.swap.offered_by
        raise CommandRefused("swap-of-another", id=asked.id, owner=owner, person=act.person)
    if offer.state is SwapState.WITHDRAWN:
        return []
    _require_open(offer)
    return [e.SwapWithdrawn(rota.rotation, asked.id, prose(Field.NOTE, asked.note, optional=True))]


def _side(act: Act, stint: Stint, owner: str) -> tuple[datetime, datetime]:
    """One side of a swap: what is still ahead of a shift that is `owner`'s."""
    if stint.person != owner:
        raise CommandRefused(
            "swap-not-theirs", person=owner, holder=stint.person or "-",
            start=stint.start, end=stint.end,
        )  # fmt: skip
    return _ahead(act, stint.start, stint.end)


def _ahead(act: Act, start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """What of a span is not past yet."""
    if end <= start:
        raise CommandRefused("rota-span-backwards", start=start, end=end)
    if end <= act.at:
        raise CommandRefused("rota-span-past", end=end, now=act.at)
    begins = max(start, act.at)
    if end - begins > LONGEST:
        raise CommandRefused("rota-span-too-long", end=end, longest=LONGEST.days)
    return begins, end


def _named(rota: Rota, swap_id: str) -> Offer:
    offer = rota.offer(swap_id)
    if offer is None:
        known = tuple(one.swap.id for one in _open(rota))
        raise CommandRefused("swap-unknown", id=swap_id, rotation=rota.rotation, known=known)
    return offer


def _require_open(offer: Offer) -> None:
    if offer.state is not SwapState.OFFERED:
        raise CommandRefused("swap-settled", id=offer.swap.id, state=offer.state)


def _require_known(person: str, people: tuple[str, ...]) -> None:
    if person not in people:
        raise CommandRefused("rota-person-unknown", person=person, nearest=nearest(person, people))


def _open(rota: Rota) -> list[Offer]:
    return [one for one in rota.offers if one.state is SwapState.OFFERED]


def _meet(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
