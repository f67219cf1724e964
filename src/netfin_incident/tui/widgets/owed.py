"""What is owed by when: steps, tasks, upward reports, messages, measures, reviews."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.tui.widgets.times import due_piece
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import clock

if TYPE_CHECKING:
    from netfin_incident.app.views import OwedView
    from netfin_incident.tui.model import Shown

FULL: Final = 60
"""Cells from which the kind and the id have room."""
KIND_CELLS: Final = 8
ID_CELLS: Final = 4
WHO_CELLS: Final = 11
WHEN_CELLS: Final = 15


class OwedList(LineGrid["OwedView"]):
    """The soonest first; what is settled comes last."""

    shown: "Shown | None" = None

    def update(self, shown: "Shown") -> None:
        """Show what is owed."""
        self.shown = shown
        self.show(shown.owed)

    def key_of(self, row: "OwedView") -> Hashable:
        """What it is and its id."""
        return (row.kind, row.id)

    def copied(self, row: "OwedView") -> str:
        """What, by whom, by when."""
        here = program(self)
        what = f"{here.words(w.KIND_WORD[row.kind])} {row.id}: {self._what(row)}"
        return f"{what} ({self._owner(row)})" if row.who else what

    def draw_row(self, row: "OwedView", width: int) -> Sequence[Line]:
        """The time left or the state, the kind, the id, what, and who owes it."""
        here = program(self)
        look = "dim" if row.settled else ""
        key = row.id if len(row.id) <= ID_CELLS else ""
        which: list[Piece] = []
        if width >= FULL:
            kind = text.fit(here.words(w.KIND_WORD[row.kind]), KIND_CELLS)
            which = [Piece(f" {kind}", "dim"), Piece(f" {text.fit(key, ID_CELLS)}", look)]
        used = sum(text.width(piece.text) for piece in which)
        room = max(width - WHEN_CELLS - WHO_CELLS - used - 2, 8)
        what = Piece(f" {text.fit(self._what(row), room)}", look)
        who = Piece(f" {text.fit(self._owner(row), WHO_CELLS)}", "dim")
        return [[*self._when(row), *which, what, who]]

    def _what(self, row: "OwedView") -> str:
        said = program(self).words
        return said(w.REVIEW_OF, entry=row.id) if row.kind == "review" else said(row.what)

    def _owner(self, row: "OwedView") -> str:
        here = program(self)
        return here.words(row.role) if row.role is not None else here.name_of(row.who)

    def _when(self, row: "OwedView") -> list[Piece]:
        if row.due_at is not None and not row.settled:
            due = due_piece(self, row.due_at)
            return [Piece(text.fit(due.text, WHEN_CELLS), due.look)]
        return [Piece(text.fit(self._stand(row), WHEN_CELLS), "dim")]

    def _stand(self, row: "OwedView") -> str:
        said = program(self).words
        if row.state is not None:
            return said.label(row.state)
        if row.kind == "report" and row.due_at is not None and self.shown is not None:
            return said(w.SENT, time=clock(row.due_at, self.shown.incident.zone))
        if row.kind == "measure":
            return said(w.SETTLED if row.settled else w.IN_FORCE)
        if row.kind == "confirmation":
            return said(w.TO_CONFIRM)
        return said(w.TO_REVIEW) if row.kind == "review" else ""
