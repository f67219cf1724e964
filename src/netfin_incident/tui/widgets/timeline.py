"""The timeline: entries in the order they were written, decoded only where they are seen.

At the newest entry the list follows; above it, new entries are counted and nothing moves.
"""

from collections.abc import Collection, Hashable, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from netfin_incident.app.timeline import Line as Told
from netfin_incident.app.timeline import timeline
from netfin_incident.domain.incident import events
from netfin_incident.domain.zones import local
from netfin_incident.errors import RecordError
from netfin_incident.store.codec import parse_time
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import clock, stamp
from netfin_incident.wording.sentences import authority, kind_label, sentence

if TYPE_CHECKING:
    from netfin_incident.domain.incident.state import Incident
    from netfin_incident.domain.record import Recorded
    from netfin_incident.store.journal import Row

KIND_CELLS: Final = 10
WHO_CELLS: Final = 10

FILTERS: Final = {
    "all": ("",),
    "notes": ("noted", "correct"),
    "decisions": ("decision", "status", "severity", "activated", "cancelled", "reopened", "milestone"),
    "steps": ("step", "task", "playbook", "measure", "evidence"),
    "messages": ("message", "report"),
    "calls": ("escalat", "level-", "fallback", "acknowledge", "call-", "duplicate"),
    "notices": ("notice", "told"),
}  # fmt: skip
"""What each filter shows: stored kinds in which one of these stands."""


class TimelineRow(NamedTuple):
    """An entry, or the beginning of a day."""

    entry: int
    day: date | None = None


class Timeline(LineGrid[TimelineRow]):
    """The entries of one incident."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - as in Textual
        """Nothing was read yet."""
        super().__init__(id=id, classes=classes)
        self.incident: Incident | None = None
        self.unseen = 0
        """Entries that came while the list did not follow."""
        self.filter = "all"
        self._told: list[Told] = []

    def append(self, incident: "Incident", rows: "Sequence[Row]") -> None:
        """Show entries that are newer than those shown."""
        follows = self.is_following
        self.incident = incident
        self._told += timeline(rows)
        self._correct(rows)
        before = len(self.rows)
        self.show(self._shown_rows())
        if follows:
            self.action_bottom()
        else:
            self.unseen += len(self.rows) - before

    def narrow(self) -> str:
        """Show the next narrower or wider choice of entries; its name."""
        names = list(FILTERS)
        self.filter = names[(names.index(self.filter) + 1) % len(names)]
        self.show(self._shown_rows())
        self.action_bottom()
        return self.filter

    def recorded(self, kinds: Collection[str]) -> "list[Recorded[events.Event]]":
        """The entries of these kinds; those that cannot be read are left out."""
        found: list[Recorded[events.Event]] = []
        for told in self._told:
            if told.row.kind in kinds:
                with suppress(RecordError):
                    found.append(told.recorded)
        return found

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._told)

    @property
    def is_following(self) -> bool:
        """Whether the newest entry is in view and under the cursor."""
        if self.cursor < len(self.rows) - 1:
            return False
        return self.size.height == 0 or self.scroll_offset.y >= self.max_scroll_y

    def told(self, row: TimelineRow) -> Told:
        """The entry of a row."""
        return self._told[row.entry - 1]

    def key_of(self, row: TimelineRow) -> Hashable:
        """The entry's number, or the day."""
        return row.day or row.entry

    def can_select(self, row: TimelineRow) -> bool:
        """Days cannot be chosen."""
        return row.day is None

    def copied(self, row: TimelineRow) -> str:
        """When, who, what."""
        told = self.told(row)
        try:
            when = stamp(told.happened, self._zone)
        except RecordError:
            return program(self).words(w.UNREADABLE)
        return f"#{told.entry} {when} {program(self).name_of(told.row.actor)}: {self.said(told)}"

    def said(self, told: Told) -> str:
        """The entry as a sentence; a corrected one in its right wording."""
        correction = told.correction.event if told.correction else None
        if isinstance(correction, events.Corrected) and correction.text:
            return correction.text
        return self.first_said(told)

    def first_said(self, told: Told) -> str:
        """The entry as a sentence, as it was first written."""
        recorded, language = told.recorded, program(self).words.language
        said = sentence(recorded.event, recorded.act, language, self.incident)
        by = authority(recorded.act, language)
        return f"{said} [{by}]" if by else said

    def draw_row(self, row: TimelineRow, width: int) -> Sequence[Line]:
        """The time, the kind, marks, the sentence, the person."""
        if row.day is not None:
            return [[Piece(text.fit(f"{row.day:%Y-%m-%d} ", width), "head")]]
        here, told = program(self), self.told(row)
        kind = text.fit(here.words(kind_label(told.row.kind)), KIND_CELLS)
        who = text.fit(here.name_of(told.row.actor), WHO_CELLS)
        try:
            time, said = clock(told.happened, self._zone), self.said(told)
            marks = self._marks(told)
        except RecordError:
            time, said, marks = "--:--", here.words(w.UNREADABLE), [Piece("!! ", "alarm")]
        used = sum(text.width(mark.text) for mark in marks)
        room = width - 5 - KIND_CELLS - WHO_CELLS - used - 3
        return [
            [
                Piece(f"{time} ", "bold"), Piece(f"{kind} ", "dim"), *marks,
                Piece(text.fit(said, max(room, 8))), Piece(f" {who}", "dim"),
            ]
        ]  # fmt: skip

    def on_line_grid_moved(self) -> None:
        """At the newest entry nothing is unseen."""
        if self.cursor >= len(self.rows) - 1:
            self.unseen = 0

    def _marks(self, told: Told) -> list[Piece]:
        said, marks = program(self).words, []
        if told.is_late:
            marks.append(Piece(f"{said(w.LATE)} ", "soon"))
        if told.correction is not None:
            marks.append(Piece(f"{said(w.CORRECTED)} ", "soon"))
        return marks

    def _correct(self, rows: "Sequence[Row]") -> None:
        for told in self._told[-len(rows) :] if rows else ():
            if told.row.kind == events.Corrected.KIND:
                event = told.recorded.event
                if isinstance(event, events.Corrected):
                    wrong = self._told[event.entry - 1]
                    self._told[event.entry - 1] = Told(wrong.row, told.recorded)

    def _shown_rows(self) -> list[TimelineRow]:
        rows: list[TimelineRow] = []
        zone, wanted = self._zone, FILTERS[self.filter]
        last: date | None = None
        for told in self._told:
            if any(word in told.row.kind for word in wanted):
                day = local(parse_time(told.row.recorded_at), zone).date()
                if day != last:
                    rows.append(TimelineRow(0, day))
                    last = day
                rows.append(TimelineRow(told.entry))
        return rows

    @property
    def _zone(self) -> str:
        return self.incident.zone if self.incident else "UTC"
