"""One step: done with a note, decided, skipped with a reason, taken up again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.text import Text
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom
    from netfin_incident.tui.widgets.steps import StepRow


class StepForm(IncidentForm):
    """A form about one step."""

    HEADING: ClassVar[Text] = d.DONE

    def __init__(self, place: "IncidentRoom", row: "StepRow") -> None:
        """About the step of `row`."""
        super().__init__(place)
        assert row.view is not None  # noqa: S101 - headings cannot be selected
        self.view = row.view
        self.number = row.number

    def heading(self) -> str:
        """What is asked, of which step."""
        said = program(self).words
        return said(self.HEADING, number=self.number, title=said(self.view.step.title))

    def about(self) -> str:
        """Drafts belong to the step."""
        return f"{super().about()}-{self.view.playbook}-{self.view.step.id}"

    @property
    def which(self) -> tuple[str, str]:
        """The step's id and its playbook's."""
        return self.view.step.id, self.view.playbook


class DoneForm(StepForm):
    """Done, with a note."""

    DRAFT = "done"

    def fields(self) -> list[Field]:
        """The note."""
        return [self.prose("note")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is done."""
        return [c.CompleteStep(*self.which, note=values["note"])]


class DecideForm(StepForm):
    """One of the step's options, and why."""

    DRAFT = "decide"
    HEADING = d.DECIDE

    def fields(self) -> list[Field]:
        """Option, rationale, objections."""
        said = program(self).words
        options = [Option(one.id, said(one.name)) for one in self.view.step.options]
        must = self.view.step.rationale_required
        return [
            self.choice("option", options, rows=8),
            self.prose("rationale", rows=3, required=must),
            self.line("objections"),
        ]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is decided."""
        decided = c.CompleteStep(
            *self.which, note=values["rationale"], option=values["option"],
            objections=values["objections"],
        )  # fmt: skip
        return [decided]


class SkipForm(StepForm):
    """Why, and for a required step who agrees; alone only by break-glass."""

    DRAFT = "skip"
    HEADING = d.SKIP

    def fields(self) -> list[Field]:
        """The reason, then what a required step needs."""
        fields: list[Field] = [self.prose("reason", required=True)]
        if self.view.required:
            hint = program(self).words(d.HINT_BREAK_GLASS)
            fields += [self.line("second"), self.line("break_glass", hint=hint)]
        return fields

    def changed(self) -> None:
        """A break-glass is said aloud."""
        alone = self.view.required and self.field("break_glass").value.strip()
        self.echo(program(self).words(d.BREAK_GLASS_RED) if alone else "", "bold reverse")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is skipped."""
        step, playbook = self.which
        return [c.SkipStep(step, values["reason"], playbook, values.get("second", "").strip())]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said and nobody agreed."""
        if values.get("second", "").strip():
            return {}
        return {"break_glass": values.get("break_glass", "").strip()}

    def question(self, values: Values) -> Question | None:
        """A required step is confirmed."""
        del values
        return Question(program(self).words(d.CONFIRM_SKIP)) if self.view.required else None


class ReopenStepForm(StepForm):
    """Why the step is taken up again."""

    DRAFT = "reopen-step"
    HEADING = d.REOPEN_STEP

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is open again."""
        step, playbook = self.which
        return [c.ReopenStep(step, values["reason"], playbook)]
