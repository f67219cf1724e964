"""The steps of the playbooks: an outline that folds, under the questions that hold steps up."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType

from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.outline import (
    AWAY,
    STEP,
    AwayRow,
    BranchRow,
    Folds,
    MoreQuestionsRow,
    PhaseRow,
    QuestionRow,
    Row,
    StepRow,
    ancestors,
    is_away,
    outline,
)
from netfin_incident.tui.widgets import step_row as line
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.wording import screen_steps as s
from netfin_incident.wording import screens as w

if TYPE_CHECKING:
    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.tui.model import Shown

TALL: Final = 30
"""Lines of a terminal from which branches are named and all questions are listed."""
FEW: Final = 3
"""Questions that are listed on a lower one."""
_ALL: Final = 99


class StepList(LineGrid[Row]):
    """Every step of every playbook."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "screen.do('fold')", show=False),
        Binding("right,l", "screen.do('unfold')", show=False),
    ]

    shown: "Shown | None" = None
    folds = Folds()

    def update(self, shown: "Shown") -> None:
        """Show the steps as they stand."""
        self.shown = shown
        self._outline()

    @property
    def step(self) -> StepRow | None:
        """The step under the cursor."""
        chosen = self.selected
        return chosen if isinstance(chosen, StepRow) else None

    def key_of(self, row: Row) -> Hashable:
        """What the row is known by."""
        return row.key

    def can_select(self, row: Row) -> bool:
        """Names of branches and counts cannot be chosen."""
        return not isinstance(row, BranchRow | MoreQuestionsRow)

    def stops_at(self, row: Row) -> bool:
        """A heading is passed over unless it is folded: Left goes to it."""
        return self.can_select(row) and not (isinstance(row, PhaseRow) and row.is_open)

    def leads(self, row: Row) -> bool:
        """Headings are seen above their first step."""
        return isinstance(row, PhaseRow) or not self.can_select(row)

    def copied(self, row: Row) -> str:
        """The row in words."""
        said = program(self).words
        match row:
            case StepRow(view, number):
                return f"{number}. {said(view.step.title)} · {said.label(view.state)}"
            case PhaseRow():
                return said(row.phase.name)
            case QuestionRow(question):
                variable = question.variable
                return said(variable.question or variable.name)
            case AwayRow(views):
                return said(s.AWAY_PHASE, count=len(views))
            case _:
                return ""

    def draw_row(self, row: Row, width: int) -> Sequence[Line]:
        """One line for each row."""
        assert self.shown is not None  # noqa: S101 - rows are made of it
        match row:
            case StepRow():
                return [line.step_line(self, self.shown, row, width)]
            case PhaseRow():
                return [[Piece(text.fit(self._heading(row), width), "head")]]
            case QuestionRow():
                return [self._question(row, width)]
            case _:
                said = self._aside(row)
                return [[Piece(text.fit(said, width), "dim")]]

    def fold(self) -> None:
        """Fold what is under the cursor; where nothing can be, go to what it is in."""
        row = self.selected
        if row is None:
            return
        if row.fold is not None and self.folds.is_open(row.fold):
            self._set(self.folds.with_open(row.fold, is_open=False))
        elif row.parent is not None:
            fold = row.parent
            above = (fold.playbook, fold.id) if fold.kind == STEP else fold
            self.select(lambda one: one.key == above)

    def unfold(self) -> None:
        """Unfold what is under the cursor; where it is, go to the first row in it."""
        row = self.selected
        if row is None or row.fold is None:
            return
        if not self.folds.is_open(row.fold):
            self._set(self.folds.with_open(row.fold, is_open=True))
        else:
            self.action_move(1)

    def toggle(self) -> None:
        """Fold or unfold what is under the cursor."""
        row = self.selected
        if row is not None and row.fold is not None:
            is_open = self.folds.is_open(row.fold)
            self._set(self.folds.with_open(row.fold, is_open=not is_open))

    def go_to_step(self, view: "StepView") -> None:
        """Put the cursor on a step, unfolding what it is in."""
        assert self.shown is not None  # noqa: S101 - its steps are what is gone to
        key = (view.playbook, view.step.id)
        folds, is_away_too = self.folds, is_away(view)
        for fold in ancestors(self.shown, view):
            if is_away_too or fold.kind != AWAY:
                folds = folds.with_open(fold, is_open=True)
        self._set(folds)
        self.select(lambda row: row.key == key)

    def look_everywhere(self, *, everywhere: bool) -> None:
        """While it is searched, everything is unfolded."""
        row = self.step
        self._set(Folds(self.folds.closed, self.folds.opened, everywhere))
        if row is not None and not everywhere:
            self.go_to_step(row.view)

    def on_resize(self, event: events.Resize) -> None:
        """What is named depends on the room."""
        super().on_resize(event)
        if self.shown is not None:
            self._outline()

    def _set(self, folds: Folds) -> None:
        if folds != self.folds:
            self.folds = folds
            self._outline()

    def _outline(self) -> None:
        if self.shown is None:
            return
        is_tall = self.app.size.height >= TALL
        most = _ALL if is_tall else FEW
        self.show(outline(self.shown, self.folds, names_branches=is_tall, most_questions=most))

    def _heading(self, row: PhaseRow) -> str:
        said = program(self).words
        plan, name = row.run.plan, row.phase.name
        if self.shown is not None and len(self.shown.incident.runs) > 1:
            name = Text(f"{plan.name.en}: {name.en}", f"{plan.name.zh}：{name.zh}")
        heading = said(name)
        if row.run.given_up_at is not None:
            heading = said(s.GIVEN_UP, name=heading)
        if row.is_open:
            return heading
        return said(s.FOLDED, name=heading, settled=row.settled, count=row.count)

    def _question(self, row: QuestionRow, width: int) -> Line:
        assert self.shown is not None  # noqa: S101 - rows are made of it
        said, question = program(self).words, row.question
        start = f"{w.STEP_BOX[StepState.BLOCKED]}    "
        room = width - text.width(start) - line.OWNER_CELLS - line.WHEN_CELLS - 2
        asked = text.fit(self.copied(row), max(room, line.LEAST_TITLE))
        role = question.role
        owner = line.role_holder(self, self.shown, role) if role else said(w.STEP_OWNER_NONE)
        numbers = (self.shown.numbers.get((question.playbook, one), 0) for one in question.steps)
        steps = ",".join(str(one) for one in numbers if one)
        return [
            Piece(start, "soon"), Piece(asked, "soon"),
            Piece(f" {text.fit(owner, line.OWNER_CELLS)} ", "dim"),
            Piece(text.fit(said(s.QUESTION_FOR, steps=steps), line.WHEN_CELLS), "dim"),
        ]  # fmt: skip

    def _aside(self, row: Row) -> str:
        said = program(self).words
        match row:
            case BranchRow(name, depth):
                return f"{line.indent(depth)}- {said(name)}"
            case AwayRow():
                numbers = ",".join(str(one) for one in row.numbers)
                words = said(s.AWAY, count=len(row.views), steps=numbers)
                box, mark = w.STEP_BOX[StepState.NOT_APPLICABLE], "" if row.is_open else "+ "
                return f"{line.indent(row.depth)}{box} {mark}{words}"
            case MoreQuestionsRow(count):
                return f"{w.STEP_BOX[StepState.BLOCKED]}    {said(s.MORE_QUESTIONS, count=count)}"
            case _:
                return ""
