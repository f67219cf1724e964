"""The list of incidents: one line each on a wide terminal, two on a narrow one."""

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.bars import at_right
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.tui.widgets.times import due_piece, severity_piece, span_since
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.app.views import Listed

WIDE: Final = 118
"""Cells from which an incident fits on one line."""
FULL_TITLE: Final = 100
"""Cells from which the title names the product and the zone."""
ID_CELLS: Final = 13
STATUS_CELLS: Final = 10
PERSON_CELLS: Final = 12
DUE_CELLS: Final = 34
AGE_CELLS: Final = 9


class IncidentList(LineGrid["Listed"]):
    """Open incidents, the worst first."""

    def key_of(self, row: "Listed") -> Hashable:
        """The incident's id."""
        return row.id

    def copied(self, row: "Listed") -> str:
        """Id, title, status."""
        said = program(self).words
        return f"{row.id} {row.title} · {said.label(row.severity)} · {said.label(row.status)}"

    def draw_row(self, row: "Listed", width: int) -> Sequence[Line]:
        """Severity, id, status, title, commander, next deadline, age."""
        return self._on_one(row, width) if self.lines_per_row == 1 else self._on_two(row, width)

    def on_resize(self, event: object) -> None:
        """One line or two, as the width allows."""
        del event
        self.lines_per_row = 1 if self.size.width >= WIDE else 2

    def _on_one(self, row: "Listed", width: int) -> Sequence[Line]:
        start = [*self._start(row), *self._unanswered(row)]
        end = [
            Piece(" " + text.fit(self._commander(row), PERSON_CELLS) + " "),
            *at_right(self._due(row), [], max(DUE_CELLS, width // 4)),
            Piece(text.fit(self._age(row), AGE_CELLS, right=True), "dim"),
        ]
        room = width - sum(text.width(piece.text) for piece in (*start, *end))
        return [[*start, Piece(text.fit(row.title, max(room, 4)), "bold"), *end]]

    def _on_two(self, row: "Listed", width: int) -> Sequence[Line]:
        said = program(self).words
        commander = Piece(f" {said(w.COMMANDER)} {self._commander(row)}  ")
        age = Piece(said(w.AGE, span=self._age(row)), "dim")
        due = self._due(row)
        first = [*self._start(row), Piece(row.title, "bold")]
        indent = Piece(" " * 4)
        return [
            at_right(first, [], width),
            at_right([indent, *self._unanswered(row), *due], [commander, age], width),
        ]

    def _start(self, row: "Listed") -> list[Piece]:
        said = program(self).words
        mark = f"{said(w.DRILL_MARK)} " if row.mode == "drill" else ""
        look = "" if row.is_open else "dim"
        return [
            severity_piece(self, row.severity),
            Piece(" " + text.fit(row.id, ID_CELLS) + " ", look),
            Piece(text.fit(said(w.STATUS_SHORT[row.status]), STATUS_CELLS) + " ", look),
            *([Piece(mark, "alarm")] if mark else []),
        ]

    def _unanswered(self, row: "Listed") -> list[Piece]:
        if not row.is_unanswered:
            return []
        return [Piece(program(self).words(w.NOT_ACKNOWLEDGED), "alarm"), Piece(" ")]

    def _due(self, row: "Listed") -> list[Piece]:
        said = program(self).words
        if row.due_at is None:
            is_calm = row.is_open and not row.is_unanswered
            return [Piece(said(w.NO_DEADLINE) if is_calm else "", "dim")]
        return [due_piece(self, row.due_at), Piece(f" {said(row.due_what)}")]

    def _commander(self, row: "Listed") -> str:
        here = program(self)
        return here.name_of(row.commander) if row.commander else here.words(w.VACANT)

    def _age(self, row: "Listed") -> str:
        return span_since(self, row.declared_at, to_the_minute=True)


class HomeTitle(Bar):
    """What the list shows, the soonest deadline of all, and the time."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        super().__init__()
        self.heading = ""
        self.soonest: tuple[datetime, str] | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """One line."""
        here = program(self)
        is_wide = width >= FULL_TITLE
        product = f"{here.words(w.PRODUCT)}   " if is_wide else ""
        left = [Piece(f" {product}", "head"), Piece(self.heading, "bold")]
        clock = here.clock() if is_wide else here.clock()[:15]
        right = [Piece(f"  {clock} ", "dim")]
        if self.soonest is not None:
            at, whose = self.soonest
            right = [Piece(f" {here.words(w.NEXT)} {whose} "), due_piece(self, at), *right]
        return [at_right(left, right, width)]
