"""One step: done with a note, waited for, skipped or failed with a reason, taken up again."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.text import Text
from netfin_incident.tui.dialogs.confirm import Question
from netfin_incident.tui.dialogs.fields import Field
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.tui.kind_told import wait_told
from netfin_incident.tui.step_told import (
    checks_told,
    evidence_lacking_told,
    on_fail_told,
    warning_told,
)
from netfin_incident.tui.step_words import StepWords
from netfin_incident.tui.widgets.reading import Told
from netfin_incident.wording import screen_dialogs as d
from netfin_incident.wording import screen_step_dialogs as f
from netfin_incident.wording import screen_steps as s

if TYPE_CHECKING:
    from netfin_incident.tui.outline import StepRow
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class StepForm(IncidentForm):
    """A form about one step; what can go wrong stands above its fields."""

    HEADING: ClassVar[Text] = d.DONE

    def __init__(self, place: "IncidentRoom", row: "StepRow") -> None:
        """About the step of `row`."""
        super().__init__(place)
        self.view = row.view
        self.step = row.view.step
        self.number = row.number

    def heading(self) -> str:
        """What is asked, of which step."""
        said = program(self).words
        return said(self.HEADING, number=self.number, title=said(self.step.title))

    def about(self) -> str:
        """Drafts belong to the step."""
        return f"{super().about()}-{self.view.playbook}-{self.step.id}"

    @property
    def words(self) -> StepWords:
        """Speaks about the step."""
        return StepWords(self, self.place.shown, self.view)

    @property
    def which(self) -> tuple[str, str]:
        """The step's id and its playbook's."""
        return self.step.id, self.view.playbook

    def told(self) -> Told:
        """What can go wrong, then what belongs to this kind of step."""
        words = self.words
        played = [words.said(s.IS_SIMULATED)] if self.view.simulated else []
        return Told("", "\n".join([*played, *self.lines(words)]), warning_told(words))

    def lines(self, words: StepWords) -> Iterator[str]:
        """What to know before it is filled in."""
        yield from checks_told(words)
        yield from evidence_lacking_told(words)


class DoneForm(StepForm):
    """Done, with a note."""

    DRAFT = "done"

    def fields(self) -> list[Field]:
        """The note."""
        return [self.prose("note")]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is done."""
        return [c.CompleteStep(*self.which, note=values["note"])]


class WaitForm(StepForm):
    """A wait is over before its time, for a reason."""

    DRAFT = "wait"
    HEADING = f.WAIT_EARLY

    def lines(self, words: StepWords) -> Iterator[str]:
        """How long it would take, and what is waited for."""
        yield from wait_told(words)

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The wait is over."""
        return [c.CompleteStep(*self.which, note=values["reason"])]


class SkipForm(StepForm):
    """Why, and for a required step who agrees; alone only by break-glass."""

    DRAFT = "skip"
    HEADING = d.SKIP

    @property
    def takes_two(self) -> bool:
        """Whether a second person must agree."""
        return self.view.required

    def lines(self, words: StepWords) -> Iterator[str]:
        """Where it was tried in vain, there is another way to say so."""
        yield words.said(f.OR_FAIL)

    def fields(self) -> list[Field]:
        """The reason, then what a required step needs."""
        fields: list[Field] = [self.prose("reason", required=True)]
        if self.takes_two:
            hint = program(self).words(d.HINT_BREAK_GLASS)
            fields += [self.line("second"), self.line("break_glass", hint=hint)]
        return fields

    def changed(self) -> None:
        """A break-glass is said aloud."""
        alone = self.takes_two and self.field("break_glass").value.strip()
        self.echo(program(self).words(d.BREAK_GLASS_RED) if alone else "", "bold reverse")

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is skipped."""
        step, playbook = self.which
        return [c.SkipStep(step, values["reason"], playbook, values.get("second", "").strip())]

    def act_changes(self, values: Values) -> dict[str, Any]:
        """Break-glass, where that was said and nobody agreed."""
        return alone(values)

    def question(self, values: Values) -> Question | None:
        """A required step is confirmed."""
        del values
        return Question(program(self).words(d.CONFIRM_SKIP)) if self.view.required else None


class FailForm(SkipForm):
    """Why the step did not succeed, and what follows; what ends the playbook takes two."""

    DRAFT = "fail"
    HEADING = f.FAIL

    @property
    def takes_two(self) -> bool:
        """Whether the rest of the playbook is given up."""
        return self.step.on_fail is not None and self.step.on_fail.abort

    def lines(self, words: StepWords) -> Iterator[str]:
        """What follows."""
        if self.step.on_fail is not None:
            yield on_fail_told(words, self.step.on_fail)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step failed."""
        step, playbook = self.which
        return [c.FailStep(step, values["reason"], playbook, values.get("second", "").strip())]

    def question(self, values: Values) -> Question | None:
        """What ends the playbook is confirmed."""
        del values
        if not self.takes_two:
            return None
        return Question(program(self).words(f.CONFIRM_ABORT, playbook=self.view.playbook))


class ReopenStepForm(StepForm):
    """Why the step is taken up again."""

    DRAFT = "reopen-step"
    HEADING = d.REOPEN_STEP

    def lines(self, words: StepWords) -> Iterator[str]:
        """Nothing."""
        del words
        yield from ()

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The step is open again."""
        step, playbook = self.which
        return [c.ReopenStep(step, values["reason"], playbook)]


def alone(values: Values) -> dict[str, Any]:
    """What an act says where nobody agreed and a reason to act alone was given."""
    if values.get("second", "").strip():
        return {}
    return {"break_glass": values.get("break_glass", "").strip()}
