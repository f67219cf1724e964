"""Are you sure: the way back is focused, and the worst acts ask for the incident's number."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from netfin_incident.tui import text
from netfin_incident.tui.dialogs.dialog import Dialog
from netfin_incident.tui.dialogs.fields import OneLine, Option, Options
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.wording import screen_dialogs as d


class Question(NamedTuple):
    """What is about to be done."""

    said: str
    type_id: str = ""
    """The incident's id, where it must be typed; otherwise yes or no will do."""


class Confirm(Dialog[bool]):
    """Yes or no, or the incident's number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]

    def __init__(self, question: Question) -> None:
        """Ask `question`."""
        super().__init__()
        self.question = question

    def key_line(self) -> str:
        """The keys."""
        return program(self).words(d.CONFIRM_KEYS)

    def compose_body(self) -> ComposeResult:
        """The question, and the way back first."""
        said = program(self).words
        yield Static(text.styled((self.question.said, "bold")), markup=False)
        if self.question.type_id:
            yield Static(text.plain(said(d.TYPE_ID, id=self.question.type_id)), markup=False)
            yield OneLine(compact=True)
            yield Static(text.plain(""), id="answer", markup=False)
        else:
            yield Options()

    def on_mount(self) -> None:
        """The cursor stands on the way back."""
        if self.question.type_id:
            self.query_one(Input).focus()
            return
        said = program(self).words
        options = self.query_one(Options)
        options.show((Option("no", said(d.NO)), Option("yes", said(d.YES), "alarm")))
        options.focus()

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual passes it so
        """`y` and `n`; nothing by itself where the number is asked."""
        if not self.question.type_id:
            self.leave(yes)

    @on(LineGrid.Chosen)
    def _chosen(self, event: LineGrid.Chosen) -> None:
        event.stop()
        chosen = self.query_one(Options).selected
        self.leave(chosen is not None and chosen.value == "yes")

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        wanted = self.question.type_id
        if event.value.strip().upper() == wanted:
            self.leave(True)
        else:
            said = program(self).words(d.NOT_THE_ID, id=wanted)
            self.query_one("#answer", Static).update(text.plain(said))
