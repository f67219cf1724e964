"""The roles, who holds them since when, and what is offered or vacant."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import clock

if TYPE_CHECKING:
    from netfin_incident.app.views import RoleView
    from netfin_incident.tui.model import Shown

NAME_CELLS: Final = 18


class RoleList(LineGrid["RoleView"]):
    """Every role of the incident."""

    shown: "Shown | None" = None

    def update(self, shown: "Shown") -> None:
        """Show the roles as they stand."""
        self.shown = shown
        self.show(shown.roles)

    def key_of(self, row: "RoleView") -> Hashable:
        """The role's id."""
        return row.id

    def copied(self, row: "RoleView") -> str:
        """The role and its holder."""
        here = program(self)
        holder = here.name_of(row.holder) if row.holder else here.words(w.VACANT)
        return f"{here.words.role(row.id, row.name)}: {holder}"

    def draw_row(self, row: "RoleView", width: int) -> Sequence[Line]:
        """The role, its holder or that it is vacant, since when, an offer."""
        here = program(self)
        name = text.fit(here.words.role(row.id, row.name), NAME_CELLS)
        if row.holder:
            holder, look = here.name_of(row.holder), ""
        elif row.required:
            holder, look = f"! {here.words(w.VACANT)}", "alarm"
        else:
            holder, look = "-", "dim"
        since = ""
        if row.since is not None and self.shown is not None:
            since = here.words(w.SINCE, time=clock(row.since, self.shown.incident.zone))
        offer = here.words(w.OFFERED, person=here.name_of(row.offer.to)) if row.offer else ""
        room = width - NAME_CELLS - 1
        told = text.fit(holder, min(12, room))
        return [
            [
                Piece(f"{name} ", "bold" if row.required else ""), Piece(told, look),
                Piece(text.fit(f" {since}", 12), "dim"),
                Piece(text.fit(f" {offer}", max(room - 24, 0)), "soon"),
            ]
        ]  # fmt: skip
