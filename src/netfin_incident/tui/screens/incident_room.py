"""One incident, followed as it grows: read by whoever writes, written through the queue."""

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.app import App

from netfin_incident.app.climbs import LADDER_KINDS, climbs
from netfin_incident.app.feed import Feed, Newer
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.vocabulary import Mode, StepState
from netfin_incident.errors import NetfinError
from netfin_incident.tui.changes import Changes
from netfin_incident.tui.command_queue import Request
from netfin_incident.tui.dialogs.menu import Item, Menu
from netfin_incident.tui.here import program
from netfin_incident.tui.model import Shown
from netfin_incident.tui.outline import StepRow
from netfin_incident.tui.screens.incident_panes import STEPS, TIMELINE, IncidentPanes
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.tui.widgets.bars import Banner
from netfin_incident.tui.widgets.called import CallLine
from netfin_incident.tui.widgets.card import Card
from netfin_incident.tui.widgets.header import IncidentHeader, PhaseStrip
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.tui.widgets.steps import StepList
from netfin_incident.wording import screen_calling as k
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.dialogs.form import Form


ROOM_FOR_CARD: Final = 36
"""Lines from which a card leaves enough of the steps in view."""


class IncidentRoom(IncidentPanes):
    """The room where one incident is worked on."""

    def __init__(self, incident_id: str) -> None:
        """Show `incident_id` once it was read."""
        super().__init__()
        self.incident_id = incident_id
        self._feed: Feed | None = None
        self._steps_changed = Changes()
        self._entries_changed = Changes()

    def on_mount(self) -> None:
        """Begin to read."""
        here = program(self)
        self._feed = Feed(here.desk, self.incident_id)
        self.query_one(Card).say(here.card if self.app.size.height >= ROOM_FOR_CARD else None)
        self.show_pane(STEPS)
        here.watch_database(self)

    def on_unmount(self) -> None:
        """Read no more."""
        program(self).unwatch(self)

    @property
    def is_drill(self) -> bool:
        """Whether it is a drill; known by its number before it was read."""
        if self.is_ready:
            return self.shown.incident.mode is Mode.DRILL
        return self.incident_id.startswith("DRL")

    @property
    def about(self) -> str:
        """The incident's id."""
        return self.incident_id

    @property
    def soonest(self) -> datetime | None:
        """Its next deadline."""
        due = self.shown.deadlines if self.is_ready else ()
        return due[0].due_at if due else None

    @property
    def has_left(self) -> bool:
        """Whether it was closed, maybe while something was being read for it."""
        return not isinstance(self.parent, App) or self not in self.parent.screen_stack

    def read(self) -> Callable[[], None]:
        """Read what is newer, in a thread.

        Raises:
            NetfinError: it cannot be read.
        """
        assert self._feed is not None  # noqa: S101 - readers are added on mounting
        newer = self._feed.newer()
        if newer.incident.escalation is not None:
            program(self).people.read()
        return lambda: self._show(newer)

    def ask(self, *commands: c.Command) -> None:
        """Have commands carried out on this incident, after those asked before."""
        here, incident_id = program(self), self.incident_id
        act, desk = here.act(), here.desk
        self.have_done(lambda: desk.handle(incident_id, act, *commands))

    def have_done(self, work: "Callable[[], Handled]") -> None:
        """Have something done on this incident, in a thread, after what was asked before."""
        program(self).ask(Request(work, self._answered))

    def open_form(self, form: "Form") -> None:
        """Open a form over the incident."""
        if self.is_ready:
            self.app.push_screen(form)
        else:
            here = program(self)
            self.say(here.words(w.HOME_READING))

    def open_menu(self, told: Told, items: list[Item]) -> None:
        """Offer acts; one that would be refused says why when it is chosen."""

        def chosen(item: Item | None) -> None:
            if item is None:
                return
            if item.refused is not None:
                self.refuse(item.refused)
            else:
                item.run()

        self.app.push_screen(Menu(told, items), chosen)

    def go_to_step(self, step: str) -> None:
        """Show a step."""
        self.show_pane(STEPS)
        view = next((view for view in self.shown.steps if view.step.id == step), None)
        if view is not None:
            self.lists.steps.go_to_step(view)

    def tick(self) -> None:
        """Count down, and let marks fade, once there is something to show them in."""
        if not self.query(StepList):
            return
        now = program(self).now()
        self.lists.steps.mark_changed(self._steps_changed.recent(now))
        self.lists.timeline.mark_changed(self._entries_changed.recent(now))
        super().tick()

    def do_leave(self) -> None:
        """Close the search or the card, or go back to the list."""
        card = self.query_one(Card)
        if card.display and not self.is_searching:
            program(self).card = None
            card.say(None)
        else:
            Shell.do_leave(self)

    def _show(self, newer: Newer) -> None:
        is_first = not self.is_ready
        if self.has_left or (not newer.rows and not is_first):
            return
        here, before, self._shown = program(self), self._shown, Shown(newer.incident)
        shown = self._shown
        stands: dict[Hashable, object] = {
            (view.playbook, view.step.id): (view.state, view.mark) for view in shown.steps
        }
        self._steps_changed.see(stands, here.now())
        if not is_first:
            self._entries_changed.touch((row.version for row in newer.rows), here.now())
        self._fill(newer)
        if is_first:
            self._look_first()
        self.label_panes()
        self.preview()
        self.tick()
        if before is not None:
            self._tell_of_calls(before.incident, shown.incident)

    def _tell_of_calls(self, before: Incident, now: Incident) -> None:
        """Say at once, and aloud, that somebody was called."""
        ladder, was = now.escalation, before.escalation
        if ladder is None or (was is not None and ladder.fires == was.fires):
            return
        here = program(self)
        names = (one.to if one.channel else here.name_of(one.to) for one in ladder.called)
        people = here.words(k.JOINT).join(names) or here.words(k.NOBODY)
        if ladder.fires:
            words = k.JUST_CALLED if ladder.current else k.JUST_FALLBACK
            self.say(here.words(words, level=ladder.level, people=people), "alarm")
            self.app.bell()

    def _fill(self, newer: Newer) -> None:
        shown = self.shown
        steps, timeline, roles, owed, calls = self.lists
        steps.update(shown)
        timeline.append(shown.incident, newer.rows)
        roles.update(shown)
        owed.update(shown)
        calls.update(climbs(shown.incident, timeline.recorded(LADDER_KINDS)), shown.incident.zone)
        self.query_one(CallLine).shown = shown
        self.query_one(IncidentHeader).shown = shown
        self.query_one(PhaseStrip).shown = shown
        self.query_one(Banner).is_drill = self.is_drill
        for grid, nothing in ((steps, "#no-steps"), (owed, "#no-owed"), (calls, "#no-calls")):
            grid.display = bool(grid.rows)
            self.query_one(nothing).display = not grid.rows

    def _look_first(self) -> None:
        """The cursor on the first thing to do."""
        open_states = (StepState.ACTIVE, StepState.READY)
        found = self.lists.steps.select(
            lambda row: (
                isinstance(row, StepRow)
                and row.view.state in open_states
                and row.view.step.verb not in (Verb.PARALLEL, Verb.REPEAT)
            )
        )
        if not found:
            self.lists.steps.action_top()
        self.show_pane(STEPS if self.shown.steps else TIMELINE)

    def _answered(self, outcome: "Handled | NetfinError") -> None:
        if isinstance(outcome, NetfinError):
            program(self).refuse(outcome)
        else:
            program(self).saved(outcome)
