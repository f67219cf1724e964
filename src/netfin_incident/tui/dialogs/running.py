"""The command of a step: shown with its filled arguments, its risk and how to undo it; then run.

Nothing runs before somebody said yes to what is shown here.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from netfin_incident.app.command_flow import Prepared, prepare
from netfin_incident.domain.playbook import CommandPlan
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.steps import StepForm, alone
from netfin_incident.tui.here import program
from netfin_incident.tui.step_told import command_told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.app.carrying_out import Handled
    from netfin_incident.tui.outline import StepRow
    from netfin_incident.tui.screens.incident_room import IncidentRoom
    from netfin_incident.tui.step_words import StepWords

NO: Final = "no"
YES: Final = "yes"


class RunForm(StepForm):
    """Who agreed, where the playbook asks for that, and whether to run it."""

    HEADING = f.RUN

    def __init__(self, place: "IncidentRoom", row: "StepRow") -> None:
        """Nothing was agreed yet."""
        super().__init__(place, row)
        self.prepared: Prepared | None = None
        """What may run, once it was allowed."""

    @property
    def _plan(self) -> CommandPlan | None:
        return self.step.command

    @property
    def _approver(self) -> str:
        """The role that must agree; nobody must in a drill."""
        is_drill = self.incident.mode is Mode.DRILL
        return self._plan.approve if self._plan is not None and not is_drill else ""

    def key_line(self) -> str:
        """Nothing is saved before the answer is yes."""
        return program(self).words(w.MENU_KEYS)

    def lines(self, words: "StepWords") -> Iterator[str]:
        """What would run, and what that means."""
        if self._plan is not None:
            yield from command_told(words, self._plan)
        if self.incident.mode is Mode.DRILL:
            yield words.said(f.RUN_PLAYED)

    def fields(self) -> list[Field]:
        """Who agreed, a break-glass, yes or no."""
        said = program(self).words
        answers = [Option(NO, said(d.NO)), Option(YES, said(f.RUN_YES), "alarm")]
        asked: Field = self.choice("answer", answers)
        if not self._approver:
            return [asked]
        agreed = [Option("", said(f.NOT_AGREED))]
        holder = self.incident.holder(self._approver)
        if holder:
            role = self.words.role(self._approver)
            name = program(self).name_of(holder)
            agreed.append(Option(holder, said(f.AGREED, person=name, role=role)))
        hint = said(d.HINT_BREAK_GLASS)
        return [
            self.choice("approved_by", agreed),
            self.line("break_glass", hint=hint),
            asked,
        ]

    def changed(self) -> None:
        """A break-glass is said aloud."""
        is_alone = bool(self._approver) and bool(self.field("break_glass").value.strip())
        self.echo(program(self).words(d.BREAK_GLASS_RED) if is_alone else "", "bold reverse")

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said and nobody agreed."""
        return {} if values.get("approved_by") else alone(values)

    def work(self, values: Values) -> "Callable[[], Handled]":
        """See whether it may run, and record that it begins, so that a crash leaves a trace."""
        from netfin_incident.app.carrying_out import Handled

        here, incident_id = program(self), self.place.incident_id
        session, desk, act = here.session, here.desk, here.act(**self.act_changes(values))
        approved_by = values.get("approved_by", "")

        def begin() -> "Handled":
            incident = desk.incident(incident_id)
            allowed = session.allowed_commands
            prepared = prepare(incident, act, *self.which, allowed, approved_by)
            self.prepared = prepared
            if not prepared.start:
                return Handled(incident)
            return desk.handle(incident_id, act, *prepared.start)

        return begin

    def _save(self) -> None:
        if self.field("answer").value == NO:
            self.leave(None)
        else:
            super()._save()
