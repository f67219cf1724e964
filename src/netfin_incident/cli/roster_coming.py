"""Overrides and swaps that are still ahead, as the command line shows them."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from netfin_incident.cli.call import Call
from netfin_incident.domain.roster import Override, Roster
from netfin_incident.domain.rota.state import Offer, Rota, SwapState
from netfin_incident.store.codec import format_time
from netfin_incident.wording import roster_answers as said
from netfin_incident.wording.labels import label
from netfin_incident.wording.moments import stamp


def changes_rows(
    call: Call, roster: Roster, rotas: Mapping[str, Rota], at: datetime
) -> list[tuple[str, ...]]:
    """One line for each override that is not over, and for each side of a swap."""
    rows: list[tuple[str, ...]] = []
    for rota in rotas.values():
        rotation = roster.rotation(rota.rotation)
        zone = call.zone_or(rotation.zone if rotation else call.session.zone)
        for one in _overrides(rota, at):
            form = said.OVERRIDE_FOR if one.instead_of else said.OVERRIDE
            words = call.say(form, person=one.person, other=one.instead_of)
            rows.append((rota.rotation, one.id, _span(call, (one.start, one.end), zone), words))
        for offer in _offers(rota, at):
            rows += _swap_rows(call, offer, zone)
    return rows


def changes_in_json(rotas: Mapping[str, Rota], at: datetime) -> list[dict[str, object]]:
    """The same, for other programs."""
    found: list[dict[str, object]] = []
    for rota in rotas.values():
        found += [
            {"rotation": rota.rotation, "id": one.id, "kind": "override", "person": one.person,
             "instead_of": one.instead_of or None, "from": format_time(one.start),
             "until": format_time(one.end)}
            for one in _overrides(rota, at)
        ]  # fmt: skip
        found += [
            {"rotation": rota.rotation, "id": one.swap.id, "kind": "swap", "state": one.state.value,
             "offered_by": one.swap.offered_by, "offered_to": one.swap.offered_to,
             "gives": _sides_in_json(one.swap.gives), "takes": _sides_in_json(one.swap.takes)}
            for one in _offers(rota, at)
        ]  # fmt: skip
    return found


def _overrides(rota: Rota, at: datetime) -> Iterator[Override]:
    yield from (one for one in rota.overrides if at < one.end and one.id not in rota.cancelled)


def _offers(rota: Rota, at: datetime) -> Iterator[Offer]:
    for offer in rota.offers:
        ends = [side[1] for side in (offer.swap.gives, offer.swap.takes) if side]
        if offer.state in (SwapState.OFFERED, SwapState.ACCEPTED) and at < max(ends):
            yield offer


def _swap_rows(call: Call, offer: Offer, zone: str) -> Iterator[tuple[str, ...]]:
    swap, state = offer.swap, call.say(label(offer.state))
    sides = [(swap.gives, swap.offered_by, swap.offered_to)]
    if swap.takes is not None:
        sides.append((swap.takes, swap.offered_to, swap.offered_by))
    for span, giver, taker in sides:
        words = call.say(said.SWAP, one=giver, other=taker)
        yield swap.rotation, swap.id, _span(call, span, zone), words, state


def _span(call: Call, span: tuple[datetime, datetime], zone: str) -> str:
    return call.say(said.SPAN, start=stamp(span[0], zone), end=stamp(span[1], zone))


def _sides_in_json(span: tuple[datetime, datetime] | None) -> dict[str, str] | None:
    return span and {"from": format_time(span[0]), "until": format_time(span[1])}
