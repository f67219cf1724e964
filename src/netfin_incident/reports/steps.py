"""How the playbook was followed: each step as planned and as done, skipped or left open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.playbook import Step
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import StepState

_SETTLED: Final = (StepState.DONE, StepState.SKIPPED, StepState.FAILED)
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StepFact:
    """One step of one playbook."""

    playbook: str
    step: Step
    state: StepState
    required: bool
    due_at: datetime | None
    """The limit that held when it was settled, or holds now."""
    margin_seconds: int | None
    """Before (positive) or past (negative) the limit; None where there is none."""
    at: datetime | None
    """When it was settled, or begun; None while nobody touched it."""
    by: str
    entry: int
    """The entry that settled or began it; 0 while nobody touched it."""
    note: str = ""
    """What was noted, or why it was skipped."""
    second: str = ""
    option: str = ""
    objections: str = ""
    ahead: bool = False
    """Done before its turn."""
    earlier: tuple[int, ...] = ()
    """Entries about it before it was last reopened, the reopening included."""
    evidence: tuple[str, ...] = ()
    lacks_evidence: bool = False
    """Done, although the evidence it must have was never registered."""

    @property
    def is_late(self) -> bool:
        """Settled after its limit, or open past it."""
        return self.margin_seconds is not None and self.margin_seconds < 0


@dataclass(slots=True)
class _Touched:
    """What the entries say of one step."""

    entries: list[int]
    reopened: int = 0
    """How many of them an end was put to by reopening."""
    last: Recorded[e.Event] | None = None
    before: Recorded[e.Event] | None = None
    """What was last in the round before."""
    due_at: datetime | None = None


def step_facts(records: Sequence[Recorded[e.Event]], until: datetime) -> tuple[StepFact, ...]:
    """Every step of every attached playbook, in the order they are shown.

    What is open is judged as of `until`.
    """
    state: Incident | None = None
    touched: dict[_Key, _Touched] = {}
    for record in records:
        match record.event:
            case (
                e.StepStarted(playbook, step) | e.StepCompleted(playbook, step)
                | e.StepSkipped(playbook, step) | e.StepReopened(playbook, step)
                | e.StepFailed(playbook, step)
            ):  # fmt: skip
                one = touched.setdefault((playbook, step), _Touched([]))
                one.entries.append(record.version)
                one.last, one.due_at = record, _due(state, (playbook, step))
                if isinstance(record.event, e.StepReopened):
                    _put_an_end(one)
            case e.RoundBegun(playbook, step) if state is not None:
                plan = state.runs[playbook].plan
                for inner in plan.inside(*plan.steps_by_id[step].options):
                    one = touched.setdefault((playbook, inner.id), _Touched([]))
                    one.before = one.last
                    _put_an_end(one)
            case _:
                pass
        state = fold.apply(state, record.act, record.event)
    if state is None:
        return ()
    return tuple(_fact(state, view, touched, until) for view in board(state))


def _put_an_end(one: _Touched) -> None:
    """What was done stays in the record; the step itself is open again."""
    one.last, one.reopened = None, len(one.entries)


def _due(state: Incident | None, key: _Key) -> datetime | None:
    if state is None:
        return None
    views = (view for view in board(state) if (view.playbook, view.step.id) == key)
    return next((view.due_at for view in views), None)


def _fact(
    state: Incident, view: StepView, touched: Mapping[_Key, _Touched], until: datetime
) -> StepFact:
    step = view.step
    known = touched.get((view.playbook, step.id), _Touched([]))
    last = known.last or (known.before if view.mark is not None else None)
    settled = last is not None and view.state in _SETTLED
    due_at = known.due_at if settled else view.due_at
    ended = last.act.happened if last is not None and settled else until
    evidence = tuple(
        one.id
        for one in state.evidence.values()
        if one.step == step.id and one.playbook in ("", view.playbook)
    )
    wanted = any(need.required for need in step.evidence)
    note, second, option, objections, ahead = _said(last.event) if last else _NOTHING
    return StepFact(
        view.playbook, step, view.state, view.required, due_at,
        None if due_at is None else whole_seconds(ended, due_at),
        last.act.happened if last else None, last.act.person if last else "",
        last.version if last else 0, note, second, option, objections, ahead,
        tuple(known.entries[: known.reopened]), evidence,
        lacks_evidence=wanted and not evidence and view.state is StepState.DONE,
    )  # fmt: skip


_NOTHING: Final = ("", "", "", "", False)


def _said(event: e.Event) -> tuple[str, str, str, str, bool]:
    match event:
        case e.StepCompleted():
            return event.note, "", event.option, event.objections, event.ahead
        case e.StepSkipped():
            return event.reason, event.second, "", "", False
        case e.StepFailed():
            return event.reason, "", "", "", False
        case _:
            return _NOTHING
