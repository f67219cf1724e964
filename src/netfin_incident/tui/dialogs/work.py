"""Deciding, giving tasks, taking measures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.moment import parse_duration
from netfin_incident.domain.vocabulary import TaskState
from netfin_incident.tui.dialogs.fields import Field, Option
from netfin_incident.tui.dialogs.form import Values
from netfin_incident.tui.dialogs.incident_form import IncidentForm
from netfin_incident.tui.here import program
from netfin_incident.tui.task_line import parse_task_line
from netfin_incident.wording import screen_dialogs as d

if TYPE_CHECKING:
    from netfin_incident.tui.screens.incident_room import IncidentRoom


class DecisionForm(IncidentForm):
    """What was decided, out of what, why, and who objected."""

    DRAFT = "decision"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.DECISION)

    def fields(self) -> list[Field]:
        """Question and decision first; the rest can follow."""
        hint = program(self).words(d.HINT_OPTIONS)
        return [
            self.line("question", required=True),
            self.line("choice", required=True),
            self.line("options", hint=hint),
            self.prose("rationale", rows=2),
            self.line("objections"),
        ]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The decision."""
        options = [part.strip() for part in values["options"].replace("／", "/").split("/")]
        return [
            c.RecordDecision(
                values["question"], values["choice"], tuple(one for one in options if one),
                values["rationale"], values["objections"],
            )
        ]  # fmt: skip


class TaskForm(IncidentForm):
    """Who does what within how long; in one line, or field by field."""

    DRAFT = "task"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.TASK)

    def fields(self) -> list[Field]:
        """The line fills the fields below it."""
        said = program(self).words
        return [
            self.line("line", hint=said(d.HINT_TASK)),
            self.line("who", required=True),
            self.line("what", required=True),
            self.line("within", required=True, hint=said(d.HINT_WITHIN)),
        ]

    def ready(self) -> None:
        """No line was read yet."""
        self._read = ""

    def changed(self) -> None:
        """Take the line apart as it is typed, and say when the time is up."""
        line = self.field("line").value
        if line != self._read:
            self._read = line
            for key, part in parse_task_line(line)._asdict().items():
                self.field(key).fill(part)
        self.echo_moment("within", self.ahead)

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The task."""
        return [c.GiveTask(values["what"], values["who"], parse_duration(values["within"]))]


class FailTaskForm(IncidentForm):
    """Why a task could not be done."""

    DRAFT = "task-failed"

    def __init__(self, place: "IncidentRoom", task: str) -> None:
        """About the task with the id `task`."""
        super().__init__(place)
        self.task_id = task

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.FAIL_TASK, id=self.task_id)

    def about(self) -> str:
        """Drafts belong to the task."""
        return f"{super().about()}-{self.task_id}"

    def fields(self) -> list[Field]:
        """The reason."""
        return [self.prose("reason", required=True)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The task failed."""
        return [c.MoveTask(self.task_id, TaskState.FAILED, values["reason"])]


class MeasureForm(IncidentForm):
    """A measure, perhaps only for now."""

    DRAFT = "measure"

    def heading(self) -> str:
        """What it is."""
        return program(self).words(d.MEASURE)

    def fields(self) -> list[Field]:
        """What was done, and whether it must be undone."""
        said = program(self).words
        answers = [Option("", said(d.NO_TEMPORARY)), Option("yes", said(d.YES_TEMPORARY))]
        return [self.prose("text", required=True), self.choice("temporary", answers)]

    def commands(self, values: Values) -> Sequence[c.Command]:
        """The measure."""
        return [c.TakeMeasure(values["text"], temporary=bool(values["temporary"]))]
