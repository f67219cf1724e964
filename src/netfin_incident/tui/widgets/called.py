"""Whether anybody has the incident, and who is called next and when: live, in a word and a colour."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netfin_incident.app.having import Having, Standing, standing
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.bars import at_right
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.tui.widgets.times import left_until
from netfin_incident.wording import screen_calling as w

if TYPE_CHECKING:
    from netfin_incident.tui.model import Shown


class CallLine(Bar):
    """One line under the head; none where nobody is called and nobody has acknowledged."""

    shown: "Shown | None" = None

    def lines(self, width: int) -> Sequence[Line]:
        """Who has it, and what comes next."""
        if self.shown is None:
            return []
        stands = standing(self.shown.incident)
        is_silent = stands.having in (Having.NO_POLICY, Having.OVER)
        if is_silent and not (stands.people and self.shown.incident.is_under_way):
            return []
        return [at_right([Piece(" "), *self._has_it(stands)], self._next(stands), width)]

    def _has_it(self, stands: Standing) -> list[Piece]:
        here = program(self)
        said = here.words
        people = said(w.JOINT).join(map(here.name_of, stands.people))
        match stands.having:
            case Having.NOBODY:
                return [Piece(said(w.NOBODY_HAS_IT), "alarm")]
            case Having.USED_UP:
                return [Piece(said(w.USED_UP), "alarm")]
            case Having.PARTLY:
                some = said(w.SOME_HAVE_IT, count=stands.count, needed=stands.needed)
                return [Piece(some, "soon"), Piece(f"  {people}")]
            case Having.MORE:
                return [Piece(said(w.MORE_WANTED), "alarm"), Piece(f"  {people}")]
            case Having.NO_POLICY:
                return [
                    Piece(said(w.HAVE_IT, people=people), "ok"),
                    Piece(f"  {said(w.NOT_CALLED)}", "dim"),
                ]
            case _:
                return [Piece(said(w.HAVE_IT, people=people), "ok")]

    def _next(self, stands: Standing) -> list[Piece]:
        if stands.next_at is None:
            return []
        said = program(self).words
        left, is_late = left_until(self, stands.next_at)
        if stands.having is Having.SOMEBODY:
            words, look = (w.VOIDS, "soon") if stands.is_reminded else (w.REMINDS, "dim")
            return [Piece(f" {said(words, left=left)} ", look)]
        if stands.next_level:
            words = w.LEVEL_DUE if is_late else w.NEXT_LEVEL
            what = said(words, level=stands.next_level, left=left)
        else:
            what = said(w.FALLBACK_DUE if is_late else w.NEXT_FALLBACK, left=left)
        return [Piece(f" {what} ", "alarm" if is_late else "soon")]
