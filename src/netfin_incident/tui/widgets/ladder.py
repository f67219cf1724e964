"""The ladder of an incident: levels, people, whether it reached them, and what comes next."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual import events

from netfin_incident.tui import text
from netfin_incident.tui.ladder_rows import LadderRow, LadderRows
from netfin_incident.tui.widgets.grid import MARKS, LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece

if TYPE_CHECKING:
    from netfin_incident.app.climbs import Climb


class LadderList(LineGrid[LadderRow]):
    """Every escalation of one incident, the first first."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - as in Textual
        """Nothing was read yet."""
        super().__init__(id=id, classes=classes)
        self._climbs: Sequence[Climb] = ()
        self._zone = ""

    def update(self, climbs: "Sequence[Climb]", zone: str) -> None:
        """Show these on the clocks of `zone`; at first with the cursor where it stands now."""
        had_none, self._climbs, self._zone = not self.rows, climbs, zone
        self.show(self._made())
        if had_none and self.rows:
            self.action_bottom()
            self.select(lambda row: row.look == "soon" and not row.person)

    def key_of(self, row: LadderRow) -> Hashable:
        """What it is about."""
        return row.key

    def can_select(self, row: LadderRow) -> bool:
        """What is folded belongs to the line above."""
        return row.is_first

    def leads(self, row: LadderRow) -> bool:
        """A line is shown with nothing above it."""
        del row
        return False

    def copied(self, row: LadderRow) -> str:
        """The line with what is folded below it."""
        parts = [row.said.strip()]
        for below in self.rows[self.rows.index(row) + 1 :]:
            if below.is_first:
                break
            parts.append(below.said.strip())
        return " ".join(parts)

    def draw_row(self, row: LadderRow, width: int) -> Sequence[Line]:
        """One line."""
        return [[Piece(text.fit(row.said, width), row.look)]]

    def tick(self) -> None:
        """Count down, where that is seen."""
        is_seen = self.scrollable_content_region.height > 0
        if is_seen and self._climbs and (made := self._made()) != self.rows:
            self.show(made)

    def on_resize(self, event: events.Resize) -> None:
        """Fold for the new width."""
        if self._climbs:
            self.show(self._made())
        super().on_resize(event)

    def _made(self) -> list[LadderRow]:
        width = self.scrollable_content_region.width - MARKS
        return LadderRows(self, self._zone).rows(self._climbs, width if width > 0 else 76)
