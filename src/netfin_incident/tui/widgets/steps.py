"""The steps of the playbooks under their phases: state, owner, what is due, what they wait for."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from netfin_incident.domain.playbook import Verb
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.grid import LineGrid
from netfin_incident.tui.widgets.looks import Line, Piece
from netfin_incident.tui.widgets.times import due_piece
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import clock

if TYPE_CHECKING:
    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.tui.model import Shown

OWNER_CELLS: Final = 11
WHEN_CELLS: Final = 15
_LOOK: Final = {
    StepState.DONE: "ok", StepState.SKIPPED: "dim", StepState.NOT_APPLICABLE: "dim",
    StepState.DORMANT: "dim", StepState.ACTIVE: "bold",
}  # fmt: skip


class StepRow(NamedTuple):
    """A step, or the heading of a phase."""

    heading: Text | None
    view: "StepView | None"
    number: int = 0


class StepList(LineGrid[StepRow]):
    """Every step of every playbook."""

    shown: "Shown | None" = None

    def update(self, shown: "Shown") -> None:
        """Show the steps as they stand."""
        self.shown = shown
        self.show(step_rows(shown))

    def key_of(self, row: StepRow) -> Hashable:
        """The step by playbook and id, or the heading."""
        return (row.view.playbook, row.view.step.id) if row.view else row.heading

    def can_select(self, row: StepRow) -> bool:
        """Headings cannot be chosen."""
        return row.view is not None

    def copied(self, row: StepRow) -> str:
        """Number, title and state."""
        if row.view is None:
            return ""
        said = program(self).words
        return f"{row.number}. {said(row.view.step.title)} · {said.label(row.view.state)}"

    def draw_row(self, row: StepRow, width: int) -> Sequence[Line]:
        """Box, number, title, owner, and the time that matters."""
        said = program(self).words
        if row.view is None:
            heading = said(row.heading) if row.heading else ""
            return [[Piece(text.fit(heading, width), "head")]]
        view = row.view
        look = _LOOK.get(view.state, "")
        indent = "  " if view.step.under else ""
        must = "!" if view.required and not view.is_settled else " "
        start = f"{indent}{w.STEP_BOX[view.state]}{must}{row.number:>2} "
        room = width - text.width(start) - OWNER_CELLS - WHEN_CELLS - 2
        title = text.fit(self._title(view), max(room, 6))
        owner = text.fit(self._owner(view), OWNER_CELLS)
        return [
            [
                Piece(start, look),
                Piece(title, look),
                Piece(f" {owner} ", "dim"),
                *self._when(view),
            ]
        ]

    def _title(self, view: "StepView") -> str:
        said = program(self).words
        title = said(view.step.title)
        if view.mark is not None and view.mark.option:
            chosen = next((o for o in view.step.options if o.id == view.mark.option), None)
            return f"{title} = {said(chosen.name)}" if chosen else title
        return f"? {title}" if view.step.verb is Verb.DECIDE else title

    def _owner(self, view: "StepView") -> str:
        here = program(self)
        if view.mark is not None:
            return here.name_of(view.mark.by)
        if not view.step.role or self.shown is None:
            return here.words(w.STEP_OWNER_NONE)
        holder = self.shown.incident.holder(view.step.role)
        return here.name_of(holder) if holder else role_name(self.shown, view.step.role, self)

    def _when(self, view: "StepView") -> list[Piece]:
        if view.due_at is not None:
            due = due_piece(self, view.due_at)
            return [Piece(text.fit(due.text, WHEN_CELLS), due.look)]
        return [Piece(text.fit(self._stand(view), WHEN_CELLS), "dim")]

    def _stand(self, view: "StepView") -> str:
        said = program(self).words
        if view.is_settled and view.mark is not None and self.shown is not None:
            return f"{clock(view.mark.at, self.shown.incident.zone)} {said.label(view.state)}"
        if view.waiting_for and self.shown is not None:
            numbers = [self.shown.numbers.get((view.playbook, one), 0) for one in view.waiting_for]
            return said(w.WAITS, steps=",".join(str(n) for n in numbers if n))
        if view.state is StepState.DORMANT:
            return said(w.BEFORE_ITS_TURN)
        return "" if view.state is StepState.READY else said.label(view.state)


def role_name(shown: "Shown", role: str, node: StepList) -> str:
    """The role's name, also where a playbook brought it."""
    name = next((view.name for view in shown.roles if view.id == role), None)
    return program(node).words.role(role, name)


def step_rows(shown: "Shown") -> list[StepRow]:
    """The steps in their order, each phase under its heading; several playbooks name theirs."""
    rows: list[StepRow] = []
    views = {(view.playbook, view.step.id): view for view in shown.steps}
    several = len(shown.incident.runs) > 1
    for run in shown.incident.runs.values():
        for phase in run.plan.phases:
            name = phase.name
            if several:
                name = Text(f"{run.plan.name.en}: {name.en}", f"{run.plan.name.zh}：{name.zh}")
            rows.append(StepRow(name, None))
            for step in phase.steps:
                key = (run.plan.id, step)
                rows.append(StepRow(None, views[key], shown.numbers[key]))
    return rows
