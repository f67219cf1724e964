"""The head of an incident: which, how bad, how long, who, what is due next, and what time it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.message import Message

from netfin_incident.domain.vocabulary import Origin, Role, Status
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.bars import at_right
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.tui.widgets.times import due_piece, severity_piece, span_since
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.tui.model import Shown

PATH: Final = (
    Status.DECLARED, Status.RESPONDING, Status.CONTAINED, Status.RECOVERED, Status.RESOLVED,
    Status.IN_REVIEW, Status.CLOSED,
)  # fmt: skip
"""The way an incident goes."""

_FULL_CLOCK: Final = 100
"""Cells from which the zone is named beside its offset."""


class IncidentHeader(Bar):
    """Three lines that are on the screen whatever pane is shown."""

    shown: "Shown | None" = None

    def lines(self, width: int) -> Sequence[Line]:
        """What, how long and what next, who."""
        shown = self.shown
        if shown is None:
            return [[], [], []]
        return [self._which(shown, width), self._when(shown, width), self._who(shown, width)]

    def _which(self, shown: "Shown", width: int) -> Line:
        incident, said = shown.incident, program(self).words
        marks: list[Piece] = []
        if incident.mode == "drill":
            marks.append(Piece(f"{said(w.DRILL_MARK)} ", "alarm"))
        if incident.origin is Origin.IMPORTED:
            marks.append(Piece(f"{said(w.IMPORTED)} ", "alarm"))
        if incident.origin is Origin.BACKFILLED:
            marks.append(Piece(f"{said(w.BACKFILLED)} ", "alarm"))
        severity = severity_piece(self, incident.severity)
        left = [
            Piece(" "), *marks, Piece(" ".join(severity.text.split()), severity.look),
            Piece(f" {incident.id} "), Piece(incident.title, "bold"),
        ]  # fmt: skip
        clock = program(self).clock(incident.zone)
        if width < _FULL_CLOCK:
            clock = clock[:15]
        return at_right(left, [Piece(f"  {clock} ", "dim")], width)

    def _when(self, shown: "Shown", width: int) -> Line:
        incident, said = shown.incident, program(self).words
        left = [Piece(f" {said(w.STATUS_SHORT[incident.status])}", "bold")]
        if incident.is_open:
            since = span_since(self, incident.declared_at)
            left += [Piece(f"  {said(w.ELAPSED)} ", "dim"), Piece(since)]
        if not shown.approved:
            left.append(Piece(f"  {said(w.UNAPPROVED)}", "soon"))
        if not shown.deadlines:
            return at_right(left, [Piece(f" {said(w.NO_DEADLINE)} ", "dim")], width)
        first = shown.deadlines[0]
        due = due_piece(self, first.due_at)
        head = f" {said(w.NEXT)} "
        used = sum(text.width(piece.text) for piece in (*left, due)) + text.width(head) + 3
        what = text.shorten(said(first.what), max(width - used, 8))
        return at_right(left, [Piece(head, "dim"), due, Piece(f" {what} ")], width)

    def _who(self, shown: "Shown", width: int) -> Line:
        here, incident = program(self), shown.incident
        pieces = [Piece(" ")]
        for role in (Role.COMMANDER, Role.DEPUTY, Role.LEADER):
            holder = incident.holder(role)
            if holder:
                pieces += [
                    Piece(f"{here.words.role(role)} ", "dim"),
                    Piece(f"{text.cell(here.name_of(holder))}  "),
                ]
        vacant = [here.words.role(view.id, view.name) for view in shown.vacant]
        if vacant:
            names = ", ".join(vacant)
            pieces.append(Piece(f"{here.words(w.VACANT)}: {names}", "alarm"))
        return at_right(pieces, [Piece(" ")], width)


class PhaseStrip(Bar):
    """Where the response stands on its way."""

    shown: "Shown | None" = None

    def lines(self, width: int) -> Sequence[Line]:
        """One line; the present status in brackets."""
        if self.shown is None:
            return [[]]
        said, status = program(self).words, self.shown.incident.status
        if status is Status.CANCELLED:
            return [[Piece(f" [{said(w.STATUS_SHORT[status])}]", "bold")]]
        at = PATH.index(status)
        pieces: list[Piece] = [Piece(" ")]
        for n, one in enumerate(PATH):
            word = said(w.STATUS_SHORT[one])
            pieces.append(
                Piece(f"[{word}]", "bold") if n == at else Piece(word, "ok" if n < at else "dim")
            )
            if n + 1 < len(PATH):
                pieces.append(Piece(" > ", "dim"))
        return [at_right(pieces, [], width)]


class Tabs(Bar):
    """The panes and how much is in each; a click shows one."""

    class Chosen(Message):
        """A pane was clicked."""

        def __init__(self, pane: int) -> None:
            """The pane with this number, from 0."""
            super().__init__()
            self.pane = pane

    labels: Sequence[str] = ()
    active = 0

    def on_click(self, event: events.Click) -> None:
        """Find the pane under the mouse."""
        end = 1
        for n, label in enumerate(self.labels):
            end += text.width(f"[{n} {label}] ")
            if event.x < end:
                self.post_message(self.Chosen(n))
                return

    def lines(self, width: int) -> Sequence[Line]:
        """One line; the active pane in brackets."""
        pieces = [Piece(" ")]
        for n, label in enumerate(self.labels):
            is_active = n == self.active
            said = f"[{n + 1} {label}]" if is_active else f" {n + 1} {label} "
            pieces += [Piece(said, "head" if is_active else ""), Piece(" ")]
        return [at_right(pieces, [], width)]
