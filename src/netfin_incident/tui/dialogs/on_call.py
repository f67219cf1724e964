"""Who is on call now in every rotation, until when, and who is next."""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual import work as in_background
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netfin_incident.errors import NetfinError
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.looks import Piece
from netfin_incident.tui.widgets.reading import Pages
from netfin_incident.wording import screen_calling as w
from netfin_incident.wording.moments import stamp

if TYPE_CHECKING:
    from netfin_incident.app.on_call import Called
    from netfin_incident.domain.roster import Person, Roster, Rotation, Spell, Stint
    from netfin_incident.tui.program import NetfinApp

GAPS_AHEAD: Final = timedelta(days=7)
"""How far ahead gaps are looked for."""
MOST_GAPS: Final = 3


class OnCallDialog(Dialog[None]):
    """All rotations."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,O", "leave", show=False)]

    def __init__(self) -> None:
        """It is about no incident."""
        super().__init__()
        self.names_incident = False

    def heading(self) -> str:
        """What it is."""
        return program(self).words(w.ON_CALL)

    def key_line(self) -> str:
        """The keys."""
        return program(self).words(w.ON_CALL_KEYS)

    def compose_body(self) -> ComposeResult:
        """What is read meanwhile."""
        yield Pages([Piece(program(self).words(w.LOOKING), "dim")])

    def on_mount(self) -> None:
        """Read the roster."""
        self._read()

    def on_key(self, event: events.Key) -> None:
        """The keys that move scroll."""
        super().on_key(event)
        self.query_one(Pages).move(event)

    @in_background(exclusive=True, group="playbooks")
    async def _read(self) -> None:
        here = program(self)
        at = here.now()
        try:
            pieces = await asyncio.to_thread(lambda: list(read_on_call(here, at)))
        except NetfinError as error:
            pieces = [Piece(here.words.explain(error).line, "alarm")]
        if self.is_attached:
            self.query_one(Pages).say(pieces)


def read_on_call(here: "NetfinApp", at: datetime) -> Iterator[Piece]:
    """The lines about every rotation.  Runs in a thread.

    Raises:
        DefinitionError: there is no roster, or it cannot be used.
        RecordError: the database cannot be read.
        StoreBusy: another process holds it.
    """
    from netfin_incident.app.on_call import called
    from netfin_incident.domain.roster import gaps

    here.people.read()
    rosters = here.people.rosters()
    roster, changes = rosters.counting(at).roster, rosters.changes()
    if not roster.rotations:
        yield Piece(here.words(w.NO_ROTATIONS), "dim")
    for one in called(roster, "", at, changes):
        if one.rotation is not None and one.spell is not None:
            told = _Told(here, roster, one.rotation)
            yield Piece(here.words(w.ROTATION, name=told.name, id=one.rotation.id), "head")
            found = gaps(one.rotation, at, at + GAPS_AHEAD, changes)
            holes = [hole for hole, _ in zip(found, range(MOST_GAPS), strict=False)]
            starts = {hole.start for hole in holes}
            yield from told.now(one.spell, one.person, is_gap=at in starts)
            yield from told.then(one.spell, starts)
            yield from told.idle(one)
            yield from told.gaps(holes, at)


class _Told:
    """Says a rotation on its own clocks."""

    def __init__(self, here: "NetfinApp", roster: "Roster", rotation: "Rotation") -> None:
        self._here = here
        self._roster = roster
        self._rotation = rotation
        self.name = here.words(rotation.name)

    def now(self, spell: "Spell", person: "Person | None", *, is_gap: bool) -> Iterator[Piece]:
        said, zone = self._here.words, self._rotation.zone
        at = self._stamp(spell.until) if spell.until is not None else ""
        if person is None:
            words = w.GAP_NOW_UNTIL if at else w.GAP_NOW
            yield Piece("  " + said(words, at=at, zone=zone), "alarm" if is_gap else "dim")
            return
        words = w.NOW_UNTIL if at else w.NOW_LONG
        yield Piece("  " + said(words, person=person.name, at=at, zone=zone), "bold")
        numbers = {one.contact: one for one in self._here.people.numbers(person.id)}
        ways: list[str] = []
        for one in person.contacts:
            number = numbers.get(one.id)
            shown = f" {number.number or number.kept}" if number else ""
            ways.append(said.label(one.channel) + shown)
        reached = said(w.JOINT).join(ways) or said(w.NO_WAY)
        yield Piece("  " + said(w.REACHED_BY, ways=reached), "dim" if ways else "alarm")

    def then(self, spell: "Spell", gaps: Collection[datetime]) -> Iterator[Piece]:
        if spell.follows is None:
            return
        said, at = self._here.words, self._stamp(spell.follows.start)
        next_one = self._roster.person(spell.follows.duty.person)
        if next_one is None:
            is_gap = spell.follows.start in gaps
            yield Piece("  " + said(w.GAP_NEXT, at=at), "alarm" if is_gap else "dim")
        else:
            yield Piece("  " + said(w.THEN, person=next_one.name, at=at))

    def idle(self, one: "Called") -> Iterator[Piece]:
        said = self._here.words
        for override in one.idle:
            replaced = self._roster.person(override.instead_of)
            person = replaced.name if replaced else override.instead_of
            yield Piece("  " + said(w.IDLE, id=override.id, person=person), "alarm")

    def gaps(self, holes: "Sequence[Stint]", at: datetime) -> Iterator[Piece]:
        said = self._here.words
        for hole in holes:
            start = self._stamp(hole.start)
            if hole.end >= at + GAPS_AHEAD:
                yield Piece("  " + said(w.GAP_ON, start=start, days=GAPS_AHEAD.days), "alarm")
            else:
                line = said(w.GAP, start=start, end=self._stamp(hole.end))
                yield Piece("  " + line, "alarm")

    def _stamp(self, at: datetime) -> str:
        """To the minute: nobody is on call by the second."""
        day, time, offset = stamp(at, self._rotation.zone).split()
        return f"{day} {time[:5]} {offset}"
