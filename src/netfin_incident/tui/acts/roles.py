"""Acts on a role, and the two menus that lead to them."""

from functools import partial
from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Role
from netfin_incident.tui.acts.items import Maker
from netfin_incident.tui.acts.probes import SOMETHING
from netfin_incident.tui.dialogs.card import show_card
from netfin_incident.tui.dialogs.menu import Item
from netfin_incident.tui.dialogs.seats import (
    AssignForm,
    EndOfferForm,
    HandOverForm,
    ReleaseForm,
    TakeForm,
)
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_calling as w_card
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.app.views import RoleView
    from netfin_incident.tui.screens.incident_room import IncidentRoom


def role_items(place: "IncidentRoom", view: "RoleView") -> list[Item]:
    """The menu of a role; what is likeliest comes first."""
    make, role = Maker(place), view.id
    me = make.act.person
    mine = make.direct("assign_me", c.AssignRole(role, me))
    assign = make.form("assign", lambda: AssignForm(place, view), c.AssignRole(role, SOMETHING))
    take = make.form("take", lambda: TakeForm(place, view), c.TakeRole(SOMETHING, role))
    offered = c.OfferHandover(role, SOMETHING, SOMETHING)
    hand_over = make.entry("hand_over", partial(_offer, place, view), offered)
    accepted = c.AcceptHandover(role)
    accept = make.entry("accept", partial(_accept, place, view, accepted), accepted)
    end = make.form("end_offer", lambda: EndOfferForm(place, view), c.EndHandover(role, SOMETHING))
    release = make.form("release", lambda: ReleaseForm(place, view), c.ReleaseRole(role, SOMETHING))
    if view.offer is not None:
        return [accept, end, hand_over, take, assign, release]
    if not view.holder:
        return [mine, assign, take, hand_over, accept, end, release]
    return [hand_over, take, release, assign, accept, end]


def _offer(place: "IncidentRoom", view: "RoleView") -> None:
    """The card is read before the role is offered."""
    form = partial(HandOverForm, place, view)
    show_card(place, lambda: place.open_form(form()), w_card.CARD_OFFER_KEYS)


def _accept(place: "IncidentRoom", view: "RoleView", accepted: c.AcceptHandover) -> None:
    """The brief and the card are read before the role is taken."""
    brief = (view.offer.by, view.offer.brief) if view.offer else ("", "")
    show_card(place, lambda: place.ask(accepted), w_card.CARD_ACCEPT_KEYS, brief)


def open_role(place: "IncidentRoom", view: "RoleView") -> None:
    """Open the menu of a role."""
    here = program(place)
    holder = here.name_of(view.holder) if view.holder else here.words(w.VACANT)
    detail = view.offer.brief if view.offer else ""
    name = here.words.role(view.id, view.name)
    place.open_menu(Told(f"{name}: {holder}", detail), role_items(place, view))


def open_command(place: "IncidentRoom") -> None:
    """Open the menu of the commander's role: take it, hand it over, accept it."""
    view = next(view for view in place.shown.roles if view.id == Role.COMMANDER)
    open_role(place, view)


def open_roles(place: "IncidentRoom", heading: str) -> None:
    """Open the list of roles, each leading to its menu; vacant ones that are required first."""
    here = program(place)
    views = sorted(place.shown.roles, key=lambda view: not (view.required and not view.holder))
    items: list[Item] = []
    for view in views:
        holder = here.name_of(view.holder) if view.holder else here.words(w.VACANT)
        said = f"{here.words.role(view.id, view.name)}: {holder}"
        items.append(Item(said, partial(open_role, place, view)))
    place.open_menu(Told(heading), items)
