"""An incident's keys: which dialog or command each leads to, and why one is greyed."""

from textual import on

from netfin_incident.domain.incident import commands as c
from netfin_incident.errors import NetfinError, RecordError
from netfin_incident.tui.acts.calling import OUTCOMES, calling_refused, open_calling, record_call
from netfin_incident.tui.acts.facts import open_facts
from netfin_incident.tui.acts.outline import row_items, row_refused
from netfin_incident.tui.acts.owed import owed_items
from netfin_incident.tui.acts.probes import key_refused
from netfin_incident.tui.acts.roles import open_command, open_role, open_roles
from netfin_incident.tui.acts.steps import do_row
from netfin_incident.tui.acts.timeline import entry_items
from netfin_incident.tui.dialogs.calling import AcknowledgeForForm, EscalateForm
from netfin_incident.tui.dialogs.card import show_card
from netfin_incident.tui.dialogs.grading import ActivateForm, MilestoneForm, SeverityForm
from netfin_incident.tui.dialogs.note import NoteAtForm, NoteForm
from netfin_incident.tui.dialogs.playbooks import AttachForm, GiveUpForm
from netfin_incident.tui.dialogs.record import EvidenceForm, LinkForm
from netfin_incident.tui.dialogs.status import StatusForm
from netfin_incident.tui.dialogs.steps import FailForm, SkipForm
from netfin_incident.tui.dialogs.telling import MessageForm, ReportForm
from netfin_incident.tui.dialogs.work import DecisionForm, MeasureForm, TaskForm
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import PANES
from netfin_incident.tui.ladder_rows import LadderRow
from netfin_incident.tui.outline import AwayRow, PhaseRow, StepRow
from netfin_incident.tui.screens.incident_panes import CALLS, OWED, ROLES, STEPS, TIMELINE
from netfin_incident.tui.screens.incident_room import IncidentRoom
from netfin_incident.tui.told import entry_told, row_told
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screens as w

_READ_ONLY = frozenset(
    (
        *PANES, "clocks", "menu", "search", "filter", "copy", "top", "bottom", "help", "palette",
        "refresh", "leave", "back", "quit", "fold", "unfold", "facts", "on_call", "card",
    )
)  # fmt: skip
"""Keys that write nothing."""


class IncidentScreen(IncidentRoom):
    """The room with its keys."""

    def why_not(self, key_id: str) -> NetfinError | None:
        """Why a key would be refused, as the desk says.

        While commands are on their way the desk knows more than the screen, so it is left to it.
        """
        here = program(self)
        if key_id in _READ_ONLY or not self.is_ready:
            return None
        if here.is_read_only:
            return RecordError("database-read-only", path=str(here.session.database))
        if not here.queue.is_idle:
            return None
        if key_id in OUTCOMES:
            return calling_refused(self.called_row)
        row = self.lists.steps.selected
        if key_id == "step" and row is not None and not isinstance(row, StepRow):
            return row_refused(self, row)
        view = row.view if isinstance(row, StepRow) else None
        return key_refused(key_id, self.shown.incident, here.act(), view)

    def typed(self, text: str) -> None:
        """Text that is no key is a note."""
        refused = self.why_not("note")
        if refused is not None:
            self.refuse(refused)
        else:
            self.open_form(NoteForm(self, text))

    def do_menu(self) -> None:
        """What can be done with the selected row."""
        if not self.is_ready:
            return
        steps, timeline, roles, owed, calls = self.lists
        if self.pane == STEPS and steps.selected is None:
            self.do_attach()
        elif self.pane == STEPS and steps.selected is not None:
            self.open_menu(row_told(self, steps.selected), row_items(self, steps.selected))
        elif self.pane == TIMELINE and timeline.selected is not None:
            row = timeline.selected
            self.open_menu(entry_told(self, row), entry_items(self, row.entry))
        elif self.pane == ROLES and roles.selected is not None:
            open_role(self, roles.selected)
        elif self.pane == OWED:
            heading = owed.copied(owed.selected) if owed.selected else program(self).words(w.OWED)
            self.open_menu(Told(heading), owed_items(self, owed.selected))
        elif self.pane == CALLS:
            said = calls.copied(calls.selected) if calls.selected else ""
            open_calling(self, calls.selected, said)

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        if self.pane == STEPS and isinstance(self.lists.steps.selected, PhaseRow | AwayRow):
            self.lists.steps.toggle()
        else:
            self.do_menu()

    def do_step(self) -> None:
        """What the selected row takes: the step is done, a question is answered, a phase folded."""
        do_row(self, self.lists.steps.selected)

    def do_skip(self) -> None:
        """Skip the selected step."""
        row = self.lists.steps.step
        if row is not None:
            self.open_form(SkipForm(self, row))

    def do_fail(self) -> None:
        """The selected step did not succeed."""
        row = self.lists.steps.step
        if row is not None:
            self.open_form(FailForm(self, row))

    def do_fold(self) -> None:
        """Fold, or go to what the row is in."""
        if self.pane == STEPS:
            self.lists.steps.fold()

    def do_unfold(self) -> None:
        """Unfold, or go into it."""
        if self.pane == STEPS:
            self.lists.steps.unfold()

    def do_facts(self) -> None:
        """What is known."""
        if self.is_ready:
            open_facts(self)

    def do_note(self) -> None:
        """A note of now."""
        self.open_form(NoteForm(self))

    def do_note_at(self) -> None:
        """A note of an earlier time."""
        self.open_form(NoteAtForm(self))

    def do_decision(self) -> None:
        """A decision."""
        self.open_form(DecisionForm(self))

    def do_task(self) -> None:
        """A task."""
        self.open_form(TaskForm(self))

    def do_severity(self) -> None:
        """The severity."""
        self.open_form(SeverityForm(self))

    def do_status(self) -> None:
        """The status."""
        self.open_form(StatusForm(self))

    def do_command(self) -> None:
        """Take command or hand it over."""
        if self.is_ready:
            open_command(self)

    def do_roles(self) -> None:
        """Any role."""
        if self.is_ready:
            open_roles(self, program(self).words(d.ROLES))

    def do_message(self) -> None:
        """An update."""
        self.open_form(MessageForm(self))

    def do_report(self) -> None:
        """An upward report."""
        self.open_form(ReportForm(self))

    def do_clocks(self) -> None:
        """What is owed."""
        self.show_pane(OWED)

    def do_evidence(self) -> None:
        """Evidence, for the selected step where that pane is shown."""
        row = self.lists.steps.step if self.pane == STEPS else None
        which = (row.view.step.id, row.view.playbook) if row else ()
        self.open_form(EvidenceForm(self, *which))

    def do_milestone(self) -> None:
        """A milestone."""
        self.open_form(MilestoneForm(self))

    @property
    def called_row(self) -> LadderRow | None:
        """The selected line of the ladder, where that is shown."""
        return self.lists.calls.selected if self.pane == CALLS else None

    def do_acknowledge(self) -> None:
        """I have it."""
        self.ask(c.Acknowledge())

    def do_acknowledge_for(self) -> None:
        """Somebody on the phone has it."""
        row = self.called_row
        self.open_form(AcknowledgeForForm(self, row.person if row else ""))

    def do_escalate(self) -> None:
        """Call the next level now."""
        if self.is_ready:
            self.open_form(EscalateForm(self))

    def do_answered(self) -> None:
        """They answered the telephone."""
        record_call(self, self.called_row, OUTCOMES["answered"])

    def do_no_answer(self) -> None:
        """Nobody answered."""
        record_call(self, self.called_row, OUTCOMES["no_answer"])

    def do_busy(self) -> None:
        """The line was busy."""
        record_call(self, self.called_row, OUTCOMES["busy"])

    def do_card(self) -> None:
        """The handover card."""
        if self.is_ready:
            show_card(self)

    def do_activate(self) -> None:
        """Activate the response."""
        self.open_form(ActivateForm(self))

    def do_attach(self) -> None:
        """Attach a playbook."""
        self.open_form(AttachForm(self))

    def do_give_up(self) -> None:
        """Give up a playbook."""
        self.open_form(GiveUpForm(self))

    def do_measure(self) -> None:
        """A measure."""
        self.open_form(MeasureForm(self))

    def do_link(self) -> None:
        """Another incident."""
        self.open_form(LinkForm(self))

    def do_pane_steps(self) -> None:
        """The steps."""
        self.show_pane(STEPS)

    def do_pane_timeline(self) -> None:
        """The timeline."""
        self.show_pane(TIMELINE)

    def do_pane_roles(self) -> None:
        """The roles."""
        self.show_pane(ROLES)

    def do_pane_owed(self) -> None:
        """What is owed."""
        self.show_pane(OWED)

    def do_pane_calls(self) -> None:
        """Who is called."""
        self.show_pane(CALLS)

    def do_filter(self) -> None:
        """Narrow the timeline."""
        self.show_pane(TIMELINE)
        name = self.lists.timeline.narrow()
        said = program(self).words
        self.say(said(w.SHOWING, what=said(w.KIND_FILTERS[name])))
