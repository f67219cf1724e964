"""The steps of a running playbook as they stand: what is ready, due, blocked, settled.

A step's turn comes when the phases before it are settled, the steps it `needs` are settled, and,
if it is nested, its option was chosen.  Its limit counts from that moment; where people began a
phase ahead of its turn, from when they did.  Doing a step before its
turn is allowed and recorded, unless something it truly waits for is open (see `waiting_for`).

A nested step is owed only once its option was chosen: until then its decision is owed in its place.
When a decision changes, what was done on the other branch stays; what was not done falls away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.domain.incident.state import Incident, Run, StepMark
from netfin_incident.domain.playbook import Phase, Step
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import StepState

_SETTLED: Final = (StepState.DONE, StepState.SKIPPED)


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of one run, as it stands."""

    playbook: str
    step: Step
    state: StepState
    ready_at: datetime | None = None
    due_at: datetime | None = None
    mark: StepMark | None = None
    waiting_for: tuple[str, ...] = ()
    """Ids of the steps that must be settled first."""
    required: bool = False
    """Whether leaving it out needs a second person; a decision is required where a step under it
    is, and nothing is on a branch that was not chosen."""
    settled_at: datetime | None = None
    """When it was settled; None while it is open."""
    undecided: bool = False
    """Whether a decision it is nested under is still open."""
    ahead: bool = False
    """Whether the phases before it are still open, so that doing it now is before its turn."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is owed for it."""
        return self.state in (*_SETTLED, StepState.NOT_APPLICABLE)

    @property
    def is_gate(self) -> bool:
        """Whether it keeps the phases after it, and the end of the response, waiting."""
        return self.required and not self.is_settled and not self.undecided


def board(incident: Incident) -> tuple[StepView, ...]:
    """Every step of every attached playbook, in the order they are shown."""
    return tuple(
        view for run in incident.runs.values() for view in run_board(run, incident.severity)
    )


def run_board(run: Run, severity: Severity) -> tuple[StepView, ...]:
    """Every step of one run, in the order they are shown."""
    reading = _Reading(run, severity, {step.id: step for step in run.plan.steps})
    views: list[StepView] = []
    turn: datetime | None = run.attached_at
    gates: tuple[str, ...] = ()
    for phase in run.plan.phases:
        begun = turn or _first_touched(run, phase)
        here = [
            replace(_view(reading, reading.steps[step_id], begun, gates), ahead=turn is None)
            for step_id in phase.steps
        ]
        turn = _settled_at(here, turn)
        gates += tuple(view.step.id for view in here if view.is_gate)
        views += here
    return tuple(views)


def _first_touched(run: Run, phase: Phase) -> datetime | None:
    """When somebody first worked in the phase, ahead of its turn or not; None where nobody did."""
    return min((run.marks[step].at for step in phase.steps if step in run.marks), default=None)


@dataclass(frozen=True, slots=True)
class _Reading:
    run: Run
    severity: Severity
    steps: Mapping[str, Step]


@dataclass(frozen=True, slots=True)
class _Branch:
    """Whether the options above a step were chosen."""

    chosen: bool | None
    """None while a decision is open."""
    at: datetime | None = None
    """When that was decided; None for a step that is not nested."""
    decision: str = ""
    """The decision that is open."""


def _branch(reading: _Reading, step: Step) -> _Branch:
    if step.under is None:
        return _Branch(chosen=True)
    decision, option = step.under
    above = _branch(reading, reading.steps[decision])
    if not above.chosen:
        return above
    mark = reading.run.marks.get(decision)
    if mark is None or mark.state not in _SETTLED:
        return _Branch(chosen=None, decision=decision)
    return _Branch(chosen=mark.option == option, at=mark.at)


def _view(reading: _Reading, step: Step, turn: datetime | None, gates: tuple[str, ...]) -> StepView:
    mark = reading.run.marks.get(step.id)
    branch = _branch(reading, step)
    needs = {need: _step_settled_at(reading, reading.steps[need]) for need in step.needs}
    waiting = [*gates, *(need for need, at in needs.items() if at is None), branch.decision]
    waiting_for = tuple(dict.fromkeys(step_id for step_id in waiting if step_id))
    ready_at = None
    if turn is not None and branch.chosen and not waiting_for:
        ready_at = max(at for at in (turn, branch.at, *needs.values()) if at is not None)
    if mark is not None:
        state = mark.state
    elif branch.chosen is False:
        state = StepState.NOT_APPLICABLE
    else:
        state = StepState.READY if ready_at is not None else StepState.DORMANT
    limit = step.due.at(reading.severity)
    owed = state in (StepState.READY, StepState.ACTIVE)
    return StepView(
        reading.run.plan.id,
        step,
        state,
        ready_at,
        ready_at + timedelta(seconds=limit) if owed and ready_at and limit is not None else None,
        mark,
        () if branch.chosen is False else waiting_for,
        required=branch.chosen is not False and _is_required(reading, step),
        settled_at=_step_settled_at(reading, step),
        undecided=branch.chosen is None,
    )


def _is_required(reading: _Reading, step: Step) -> bool:
    if step.required.at(reading.severity):
        return True
    nested = (reading.steps[inner] for option in step.options for inner in option.steps)
    return any(_is_required(reading, inner) for inner in nested)


def _step_settled_at(reading: _Reading, step: Step) -> datetime | None:
    """When the step was done, skipped, or fell away with its branch; None while it is open."""
    mark = reading.run.marks.get(step.id)
    if mark is not None:
        return mark.at if mark.state in _SETTLED else None
    branch = _branch(reading, step)
    return branch.at if branch.chosen is False else None


def _settled_at(phase: list[StepView], turn: datetime | None) -> datetime | None:
    """When the phase was settled as a whole; None while a step of it is open."""
    settled = [view.settled_at for view in phase]
    if turn is None or None in settled:
        return None
    return max([turn, *(at for at in settled if at is not None)])
