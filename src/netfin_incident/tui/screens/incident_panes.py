"""The layout of an incident: head and five panes, one at a time or, wide, in three columns."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Static

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import PANES, Scope, bindings
from netfin_incident.tui.model import Shown
from netfin_incident.tui.naming import named
from netfin_incident.tui.outline import is_away
from netfin_incident.tui.screens.shell import Shell
from netfin_incident.tui.told import entry_told, row_told
from netfin_incident.tui.widgets.called import CallLine
from netfin_incident.tui.widgets.card import Card
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.header import IncidentHeader, PhaseStrip, Tabs
from netfin_incident.tui.widgets.ladder import LadderList
from netfin_incident.tui.widgets.owed import OwedList
from netfin_incident.tui.widgets.panes import PaneTitle, Preview, Unseen
from netfin_incident.tui.widgets.people import RoleList
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.tui.widgets.steps import StepList
from netfin_incident.tui.widgets.timeline import Timeline
from netfin_incident.wording import screen_calling as k
from netfin_incident.wording import screens as w

STEPS, TIMELINE, ROLES, OWED, CALLS = range(5)
"""The panes."""


class Lists(NamedTuple):
    """The lists of the panes."""

    steps: StepList
    timeline: Timeline
    roles: RoleList
    owed: OwedList
    calls: LadderList


class IncidentPanes(Shell):
    """Draws an incident; `IncidentRoom` reads it and `IncidentScreen` has the keys."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.INCIDENT, Scope.EVERYWHERE)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*SCOPES),
        Binding("tab", "pane(1)", show=False),
        Binding("shift+tab", "pane(-1)", show=False),
    ]

    def __init__(self) -> None:
        """Nothing was read yet."""
        super().__init__()
        self.pane = STEPS
        self._shown: Shown | None = None

    def compose_body(self) -> ComposeResult:
        """Head, panes."""
        yield IncidentHeader()
        yield CallLine()
        yield PhaseStrip()
        yield Tabs()
        yield Card()
        with Horizontal(id="panes"):
            with Vertical(id="pane-steps", classes="pane"):
                yield PaneTitle(STEPS)
                yield StepList()
                yield self._nothing("no-steps", program(self).words(w.STEPS_EMPTY))
                yield Preview(id="step-preview")
            with Vertical(id="pane-timeline", classes="pane"):
                yield PaneTitle(TIMELINE)
                yield Timeline()
                yield Unseen()
                yield Preview(id="entry-preview")
            with Vertical(id="side"):
                with Vertical(id="pane-roles", classes="pane"):
                    yield PaneTitle(ROLES)
                    yield RoleList()
                with Vertical(id="pane-owed", classes="pane"):
                    yield PaneTitle(OWED)
                    yield OwedList()
                    yield self._nothing("no-owed", program(self).words(w.OWED_EMPTY))
                with Vertical(id="pane-calls", classes="pane"):
                    yield PaneTitle(CALLS)
                    yield LadderList()
                    yield self._nothing("no-calls", program(self).words(k.CALLS_EMPTY))

    @property
    def shown(self) -> Shown:
        """The incident as it is shown; only after it was read."""
        if self._shown is None:
            raise LookupError(self)
        return self._shown

    @property
    def is_ready(self) -> bool:
        """Whether the incident was read."""
        return self._shown is not None

    @property
    def lists(self) -> Lists:
        """The lists."""
        return Lists(
            self.query_one(StepList),
            self.query_one(Timeline),
            self.query_one(RoleList),
            self.query_one(OwedList),
            self.query_one(LadderList),
        )

    @property
    def grid(self) -> LineGrid[Any]:
        """The list of the active pane."""
        grid: LineGrid[Any] = self.lists[self.pane]
        return grid

    def explained(self, error: NetfinError) -> str:
        """As `Shell.explained`, by names instead of ids."""
        return super().explained(named(error, self) if self.is_ready else error)

    def show_pane(self, pane: int) -> None:
        """Bring a pane to the front and the cursor into it."""
        self.pane = pane
        for n, name in enumerate(("steps", "timeline", "roles", "owed", "calls")):
            self.query_one(f"#pane-{name}").set_class(n == pane, "-active", update=False)
        self.query_one("#side").set_class(pane in (ROLES, OWED, CALLS), "-active", update=False)
        self.query_one("#panes").update_node_styles(animate=False)
        self.query_one(Tabs).active = pane
        for title in self.query(PaneTitle):
            title.active = pane
        if self.grid.display:
            self.grid.focus()
        else:
            self.set_focus(None)
        self.tick()

    def action_pane(self, step: int) -> None:
        """To the next pane, or the one before."""
        self.show_pane((self.pane + step) % len(PANES))

    def tick(self) -> None:
        """Count down."""
        for grid in self.lists:
            grid.tick()
        super().tick()

    def on_descendant_focus(self) -> None:
        """A click into another pane makes it the active one."""
        grids: Sequence[LineGrid[Any]] = self.lists
        for n, grid in enumerate(grids):
            if grid.has_focus and n != self.pane:
                self.show_pane(n)

    @on(Tabs.Chosen)
    def _tab_chosen(self, event: Tabs.Chosen) -> None:
        self.show_pane(event.pane)

    @on(LineGrid.Moved)
    def _moved(self) -> None:
        if self.is_ready:
            self.label_panes()
            self.preview()
            super().tick()

    def preview(self) -> None:
        """Say the selected step and entry in full."""
        steps, timeline, *_ = self.lists
        self.query_one("#step-preview", Preview).say(row_told(self, steps.selected))
        entry = entry_told(self, timeline.selected) if timeline.selected else Told("")
        self.query_one("#entry-preview", Preview).say(entry)

    def label_panes(self) -> None:
        """Say how much is in each pane."""
        unseen = self.lists.timeline.unseen
        self.query_one(Unseen).count = unseen
        labels = self._labels(f" +{unseen}" if unseen else "")
        self.query_one(Tabs).labels = labels
        for title, label in zip(self.query(PaneTitle), labels, strict=True):
            title.label = label

    def _labels(self, unseen: str) -> Sequence[str]:
        said, shown = program(self).words, self.shown
        steps = [view for view in shown.steps if not is_away(view)]
        settled = sum(1 for view in steps if view.is_settled)
        held = sum(1 for view in shown.roles if view.holder)
        owed = sum(1 for view in shown.owed if not view.settled)
        ladder = shown.incident.escalation
        return (
            f"{said(w.STEPS)} {settled}/{len(steps)}",
            f"{said(w.TIMELINE)} {self.lists.timeline.count}{unseen}",
            f"{said(w.ROLES)} {held}",
            f"{said(w.OWED)} {owed}",
            said(k.CALLS) + (f" {ladder.fires}" if ladder else ""),
        )

    def _nothing(self, name: str, said: str) -> Center:
        """What stands in place of an empty list."""
        return Center(Static(text.plain(said), markup=False), id=name, classes="nothing")
