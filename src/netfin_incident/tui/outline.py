"""The steps as an outline that folds: questions, then each phase with its steps and those in them.

What can be folded is a phase, a step that holds others, and the steps of one holder that do not
apply and that nobody touched; only these last begin folded.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import StepState

if TYPE_CHECKING:
    from netfin_incident.domain.incident.board import StepView
    from netfin_incident.domain.incident.questions import Question
    from netfin_incident.domain.incident.runs import Run
    from netfin_incident.domain.playbook import Option, Phase, Step
    from netfin_incident.tui.model import Shown

DEEPEST: Final = 3
"""Most levels of indentation."""
PHASE, STEP, AWAY = "phase", "step", "away"


class Fold(NamedTuple):
    """Something that can be folded."""

    kind: str
    """A phase, a step, or what does not apply in either."""
    playbook: str
    id: str
    """Of the phase or the step."""


@dataclass(frozen=True, slots=True)
class Folds:
    """What is folded now."""

    closed: frozenset[Fold] = frozenset()
    """Phases and steps that are folded."""
    opened: frozenset[Fold] = frozenset()
    """What does not apply and is unfolded all the same."""
    everything: bool = False
    """Whether all is unfolded, whatever else is said."""

    def is_open(self, fold: Fold) -> bool:
        """Whether what is in it is seen."""
        return self.everything or (
            fold in self.opened if fold.kind == AWAY else fold not in self.closed
        )

    def with_open(self, fold: Fold, *, is_open: bool) -> "Folds":
        """With one of them unfolded or folded."""
        if fold.kind == AWAY:
            opened = self.opened | {fold} if is_open else self.opened - {fold}
            return Folds(self.closed, opened, self.everything)
        closed = self.closed - {fold} if is_open else self.closed | {fold}
        return Folds(closed, self.opened, self.everything)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A fact that somebody must supply."""

    question: "Question"

    @property
    def key(self) -> Hashable:
        """The variable."""
        return ("question", self.question.variable.id)

    parent: None = None
    fold: None = None


@dataclass(frozen=True, slots=True)
class MoreQuestionsRow:
    """How many further questions there are."""

    count: int

    key: Hashable = "more"
    parent: None = None
    fold: None = None


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """The heading of a phase."""

    run: "Run"
    phase: "Phase"
    fold: Fold
    is_open: bool
    settled: int
    count: int

    @property
    def key(self) -> Hashable:
        """What it folds."""
        return self.fold

    parent: None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step."""

    view: "StepView"
    number: int
    parent: Fold | None = None
    """The phase or step that it is in."""
    fold: Fold | None = None
    """None where nothing is in it."""
    is_open: bool = True

    @property
    def key(self) -> Hashable:
        """The step by playbook and id."""
        return (self.view.playbook, self.view.step.id)


@dataclass(frozen=True, slots=True)
class BranchRow:
    """The name of an option, or of an arm, above its steps."""

    name: Text
    depth: int
    key: Hashable
    parent: Fold | None = None
    fold: None = None


@dataclass(frozen=True, slots=True)
class AwayRow:
    """The steps of a phase or of a holder that do not apply."""

    views: "tuple[StepView, ...]"
    numbers: tuple[int, ...]
    depth: int
    fold: Fold
    is_open: bool
    parent: Fold | None = None

    @property
    def key(self) -> Hashable:
        """What it folds."""
        return self.fold


Row = QuestionRow | MoreQuestionsRow | PhaseRow | StepRow | BranchRow | AwayRow


def outline(
    shown: "Shown", folds: Folds, *, names_branches: bool, most_questions: int
) -> list[Row]:
    """The rows, in the order they are shown."""
    asked = shown.questions
    kept = asked if len(asked) <= most_questions else asked[: most_questions - 1]
    rows: list[Row] = [QuestionRow(one) for one in kept]
    if len(kept) < len(asked):
        rows.append(MoreQuestionsRow(len(asked) - len(kept)))
    for run in shown.incident.runs.values():
        part = _Part(shown, folds, run, names_branches=names_branches)
        for phase in run.plan.phases:
            rows += part.phase(phase)
    return rows


def ancestors(shown: "Shown", view: "StepView") -> Iterator[Fold]:
    """Everything that must be unfolded for the step to be seen."""
    plan = shown.incident.runs[view.playbook].plan
    yield Fold(PHASE, view.playbook, view.step.phase)
    yield Fold(AWAY, view.playbook, f"{PHASE}:{view.step.phase}")
    for step in islice(plan.lineage(view.step), 1, None):
        yield Fold(STEP, view.playbook, step.id)
        yield Fold(AWAY, view.playbook, f"{STEP}:{step.id}")


def is_away(view: "StepView") -> bool:
    """Whether the step does not apply and nobody touched it."""
    return view.state is StepState.NOT_APPLICABLE and view.mark is None and not view.kept


class _Part:
    """The rows of one run."""

    def __init__(self, shown: "Shown", folds: Folds, run: "Run", *, names_branches: bool) -> None:
        self._shown, self._folds, self._run = shown, folds, run
        self._names_branches = names_branches
        self._steps = run.plan.steps_by_id

    def phase(self, phase: "Phase") -> Iterator[Row]:
        """The heading, and what is in it unless it is folded."""
        fold = Fold(PHASE, self._run.plan.id, phase.id)
        views = [view for view in map(self._view, phase.steps) if not is_away(view)]
        settled = sum(1 for view in views if view.is_settled)
        is_open = self._folds.is_open(fold)
        yield PhaseRow(self._run, phase, fold, is_open, settled, len(views))
        if is_open:
            top = [self._steps[one] for one in phase.steps if self._steps[one].under is None]
            here = [step for step in top if not self._is_away(step)]
            yield from self._steps_of(here, fold, 0)
            yield from self._away(fold, [step for step in top if self._is_away(step)], 0)

    def _steps_of(self, steps: "list[Step]", parent: Fold, depth: int) -> Iterator[Row]:
        for step in steps:
            fold = Fold(STEP, self._run.plan.id, step.id)
            holds = any(branch.steps for branch in step.options)
            number = self._shown.numbers[self._run.plan.id, step.id]
            is_open = not holds or self._folds.is_open(fold)
            view = self._view(step.id)
            yield StepRow(view, number, parent, fold if holds else None, is_open)
            if holds and is_open:
                yield from self._inside(step, fold, depth + 1)

    def _inside(self, holder: "Step", fold: Fold, depth: int) -> Iterator[Row]:
        away: list[Step] = []
        for branch in holder.options:
            steps = [self._steps[one] for one in branch.steps]
            here = [step for step in steps if not self._is_away(step)]
            away += [step for step in steps if self._is_away(step)]
            if here and self._names_branches and len(holder.options) > 1:
                yield self._branch(holder, branch, fold, depth)
            yield from self._steps_of(here, fold, depth)
        yield from self._away(fold, away, depth)

    def _branch(self, holder: "Step", branch: "Option", fold: Fold, depth: int) -> BranchRow:
        key = ("branch", self._run.plan.id, holder.id, branch.id)
        return BranchRow(branch.name, depth, key, fold)

    def _away(self, of: Fold, steps: "list[Step]", depth: int) -> Iterator[Row]:
        if not steps:
            return
        fold = Fold(AWAY, of.playbook, f"{of.kind}:{of.id}")
        every = [inner for step in steps for inner in self._whole(step)]
        views = tuple(self._view(step.id) for step in every)
        numbers = tuple(self._shown.numbers[of.playbook, step.id] for step in every)
        is_open = self._folds.is_open(fold)
        yield AwayRow(views, numbers, depth, fold, is_open, of)
        if is_open:
            for view, number in zip(views, numbers, strict=True):
                yield StepRow(view, number, fold)

    def _whole(self, step: "Step") -> "Iterator[Step]":
        yield step
        for branch in step.options:
            for inner in branch.steps:
                yield from self._whole(self._steps[inner])

    def _is_away(self, step: "Step") -> bool:
        return all(is_away(self._view(inner.id)) for inner in self._whole(step))

    def _view(self, step: str) -> "StepView":
        return self._shown.views[self._run.plan.id, step]
