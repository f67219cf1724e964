"""The steps of a running playbook as they stand: what is ready, due, blocked, settled.

A step's turn comes when the phases before its own are settled, the steps it `needs` are settled,
its condition holds and, if it is nested, its branch is open.  Its limit counts from that moment;
where people began a phase ahead of its turn, from when they did.  A change of severity counts from
the same moment.  Doing a step before its turn is allowed and recorded, unless something it truly
waits for is open (see `waiting_for`).

A step nested in a decision is owed only once its option was chosen: until then its decision is owed
in its place.  When a decision or a condition changes, what was done stays; what was not falls away.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from netfin_incident.domain.incident.reading import Reach, Reading
from netfin_incident.domain.incident.runs import Run, StepMark
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import HOLDERS, Phase, Step, Verb
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Mode, StepState


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of one run, as it stands."""

    playbook: str
    step: Step
    state: StepState
    role: str = ""
    """Whose step it is at this severity, or who took it over after a failure."""
    ready_at: datetime | None = None
    due_at: datetime | None = None
    mark: StepMark | None = None
    waiting_for: tuple[str, ...] = ()
    """Ids of the steps that must be settled first."""
    asks: tuple[str, ...] = ()
    """Variables that must be known before it is clear whether, or how long, it is to be done."""
    waits_until: datetime | None = None
    """For a wait: when it is over."""
    required: bool = False
    """Whether leaving it out needs a second person; a holder is required where a step in it is,
    and nothing is on a branch that is not open."""
    settled_at: datetime | None = None
    """When it was settled; None while it is open."""
    undecided: bool = False
    """Whether a decision or a question above it is still open."""
    ahead: bool = False
    """Whether the phases before it are still open, so that doing it now is before its turn."""
    kept: bool = False
    """Whether it was touched and would not come up any more."""
    suggested: str = ""
    """The option that is suggested."""
    unavailable: tuple[str, ...] = ()
    """Options whose condition does not hold."""
    round: int = 0
    """For a repeat step, the round under way; 0 for other steps."""
    round_over: bool = False
    """For a repeat step that is open, whether all steps of the round are settled."""
    depth: int = 0
    """How many holders it is nested in."""
    done_in: str = ""
    """The playbook in which this shared step was done; empty where it was not done elsewhere."""
    simulated: bool = False
    """Whether it is only played, in a drill."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is owed for it."""
        return self.settled_at is not None

    @property
    def is_gate(self) -> bool:
        """Whether it keeps the phases after it, and the end of the response, waiting."""
        return self.required and not self.is_settled and not self.undecided


def board(incident: Incident) -> tuple[StepView, ...]:
    """Every step of every attached playbook, in the order they are shown."""
    return tuple(view for run in incident.runs.values() for view in run_board(incident, run))


def run_board(incident: Incident, run: Run) -> tuple[StepView, ...]:
    """Every step of one run, in the order they are shown."""
    reading = Reading(incident, run)
    return tuple(
        _view(reading, reading.steps[step_id], turn)
        for turn in _turns(reading)
        for step_id in turn.phase.steps
    )


def step_view(incident: Incident, run: Run, step: Step) -> StepView:
    """One step of one run; cheaper than all of them."""
    reading = Reading(incident, run)
    turn = next(turn for turn in _turns(reading) if turn.phase.id == step.phase)
    return _view(reading, step, turn)


@dataclass(frozen=True, slots=True)
class _Turn:
    """When the turn of a phase came, and what keeps it waiting."""

    phase: Phase
    at: datetime | None
    """None while phases before it are open."""
    begun: datetime | None
    """When its turn came, or people began it ahead of that."""
    gates: tuple[str, ...]


def _turns(reading: Reading) -> Iterator[_Turn]:
    at: datetime | None = reading.run.attached_at
    gates: tuple[str, ...] = ()
    ended: datetime | None = at
    closed: tuple[str, ...] = ()
    for phase in reading.run.plan.phases:
        if not phase.alongside:
            at, gates = ended, closed
        yield _Turn(phase, at, at or _first_touched(reading.run, phase), gates)
        steps = [reading.steps[step_id] for step_id in phase.steps]
        ends = [reading.settled_at(step) for step in steps]
        open_ones = [step for step, end in zip(steps, ends, strict=True) if end is None]
        if open_ones or ended is None:
            ended = None
        else:
            ended = max([ended, *(end for end in ends if end is not None)])
        closed += tuple(step.id for step in open_ones if _is_gate(reading, step))


def _first_touched(run: Run, phase: Phase) -> datetime | None:
    """When somebody first worked in the phase, ahead of its turn or not; None where nobody did."""
    touched = (run.marks[step].at for step in phase.steps if step in run.marks)
    raised = (run.raised[step] for step in phase.steps if step in run.raised)
    return min((*touched, *raised), default=None)


def _is_gate(reading: Reading, step: Step) -> bool:
    reach = reading.reach(step)
    return bool(reach.open or reach.by_itself) and _is_required(reading, step)


def _is_required(reading: Reading, step: Step) -> bool:
    if step.required.at(reading.incident.severity):
        return True
    nested = (reading.steps[inner] for option in step.options for inner in option.steps)
    return any(_is_required(reading, inner) for inner in nested)


def _view(reading: Reading, step: Step, turn: _Turn) -> StepView:
    reach, mark = reading.reach(step), reading.mark(step)
    settled_at = reading.settled_at(step)
    raised = reading.run.raised.get(step.id)
    waiting = () if raised else (*turn.gates, *reach.waiting, *reading.open_needs(step))
    waiting_for = tuple(dict.fromkeys(waiting))
    ready_at = _ready_at(reading, step, reach, turn.begun) if not waiting_for else None
    ready_at = raised or ready_at
    view = StepView(
        reading.run.plan.id,
        step,
        _state(reading, step, ready_at, has_turn=turn.begun is not None),
        _role(reading, step, mark),
        ready_at,
        mark=mark,
        waiting_for=() if reach.open is False else waiting_for,
        asks=reach.asks,
        required=reach.open is not False and _is_required(reading, step),
        settled_at=settled_at,
        undecided=reach.open is None and not reach.by_itself,
        ahead=turn.at is None and raised is None,
        kept=reach.open is False and step.id in reading.run.marks,
        depth=sum(1 for _ in reading.run.plan.lineage(step)) - 1,
        done_in=reading.done_in(step),
        simulated=step.drill == "simulate" and reading.incident.mode is Mode.DRILL,
    )
    return _with_kind(reading, _with_limit(reading, view))


def _ready_at(reading: Reading, step: Step, reach: Reach, turn: datetime | None) -> datetime | None:
    if turn is None or not reach.open:
        return None
    needed = (reading.settled_at(reading.steps[need]) for need in step.awaited)
    return max(at for at in (turn, reach.at, *needed) if at is not None)


def _state(reading: Reading, step: Step, ready_at: datetime | None, *, has_turn: bool) -> StepState:
    mark, reach = reading.mark(step), reading.reach(step)
    if mark is not None and mark.state is not StepState.ACTIVE:
        return mark.state
    if reading.run.given_up_at is not None:
        return StepState.NOT_APPLICABLE
    if mark is not None:
        return StepState.DONE if reading.settled_at(step) else StepState.ACTIVE
    return _untouched(reading, step, reach, ready_at, has_turn=has_turn)


def _untouched(
    reading: Reading, step: Step, reach: Reach, ready_at: datetime | None, *, has_turn: bool
) -> StepState:
    if reach.open is False:
        return StepState.NOT_APPLICABLE
    if step.verb in HOLDERS and reading.settled_at(step) is not None:
        return StepState.DONE
    if reach.asks and not reach.waiting and has_turn:
        return StepState.BLOCKED
    if ready_at is None:
        return StepState.DORMANT
    if step.verb is Verb.WAIT and not (step.until and reading.conditions.judge(step.until).holds):
        return StepState.WAITING
    inside = reading.run.plan.inside(*step.options)
    is_joint = step.verb in (Verb.PARALLEL, Verb.REPEAT)
    if is_joint and any(inner.id in reading.run.marks for inner in inside):
        return StepState.ACTIVE
    return StepState.READY


def _role(reading: Reading, step: Step, mark: StepMark | None) -> str:
    if mark is not None and mark.state is StepState.FAILED and step.on_fail is not None:
        return step.on_fail.escalate or step.role_at(reading.incident.severity)
    return step.role_at(reading.incident.severity)


_OWED = (StepState.READY, StepState.ACTIVE, StepState.WAITING, StepState.FAILED)


def _with_limit(reading: Reading, view: StepView) -> StepView:
    """When it is due, and for a wait when it is over."""
    if view.ready_at is None or view.is_settled or view.state not in _OWED:
        return view
    limit = view.step.due.at(reading.incident.severity)
    due_at = view.ready_at + timedelta(seconds=limit) if limit is not None else None
    if view.step.wait is None:
        return replace(view, due_at=due_at)
    until = view.ready_at + timedelta(seconds=view.step.wait)
    return replace(view, due_at=due_at or until, waits_until=until)


def _with_kind(reading: Reading, view: StepView) -> StepView:
    """What only some kinds have: a suggestion, a round, a condition that is waited for."""
    step, judge = view.step, reading.conditions.judge
    match step.verb:
        case Verb.DECIDE:
            chosen = (one for one in step.options if one.suggest and judge(one.suggest).holds)
            fitting = next((one.id for one in chosen if judge(one.when).holds is not False), "")
            refused = tuple(one.id for one in step.options if judge(one.when).holds is False)
            open_to = (judge(c).asks for one in step.options for c in (one.when, one.suggest))
            asks = tuple(dict.fromkeys(name for names in open_to for name in names))
            is_due = view.ready_at is not None and not view.is_settled
            return replace(
                view, suggested=fitting, unavailable=refused,
                asks=view.asks or (asks if is_due else ()),
            )  # fmt: skip
        case Verb.REPEAT if not view.is_settled:
            return replace(
                view,
                round=reading.present_round(step),
                round_over=reading.round_settled_at(step) is not None,
                asks=view.asks or reading.open_in_round(step),
            )
        case Verb.REPEAT:
            return replace(view, round=reading.present_round(step))
        case Verb.WAIT if view.state is StepState.WAITING and step.until:
            return replace(view, asks=judge(step.until).asks)
        case _:
            return view
