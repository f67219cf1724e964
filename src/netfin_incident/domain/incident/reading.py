"""One run read as a whole: which branches are open, and since when each step is settled.

Settled is one question with one answer per step, so a join has nothing of its own to keep: a
parallel step is settled once all its arms are (or one, where one is enough), a repeat step once a
round ended it, a call once the called playbook is over.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Final

from netfin_incident.domain.incident.conditions import Conditions, Judged
from netfin_incident.domain.incident.runs import RoundMark, Run, StepMark
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Option, Step, Verb
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Mode, StepState

SETTLED: Final = (StepState.DONE, StepState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether a step comes up at all."""

    open: bool | None
    """None while a decision or a question above it is open."""
    at: datetime | None = None
    """When that was settled; None where it never was in doubt."""
    waiting: tuple[str, ...] = ()
    """Steps above it that must be settled first."""
    asks: tuple[str, ...] = ()
    """Variables that must be known first."""
    by_itself: bool = False
    """Whether only its own condition leaves it open."""


_OPEN: Final = Reach(open=True)


class Reading:
    """What follows from the marks of one run.  Everything is computed at most once."""

    def __init__(
        self,
        incident: Incident,
        run: Run,
        judged: frozenset[str] = frozenset(),
        calling: frozenset[str] = frozenset(),
    ) -> None:
        """Read `run`, which the runs in `calling` wait for.

        The parallels in `judged` are taken as open, to see which arm is first.
        """
        self.incident, self.run = incident, run
        self.steps: Mapping[str, Step] = run.plan.steps_by_id
        self._judged = judged
        self._calling = calling | {run.plan.id}
        self._reached: dict[str, Reach] = {}
        self._settled: dict[str, datetime | None] = {}

    @cached_property
    def conditions(self) -> Conditions:
        """The conditions of the run."""
        return Conditions(self.incident, self.run)

    @cached_property
    def _done_elsewhere(self) -> dict[str, tuple[StepMark, str]]:
        """Shared pieces of work that were done in another run, and in which."""
        done: dict[str, tuple[StepMark, str]] = {}
        for run in self.incident.runs.values():
            for step in run.plan.shared if run.plan.id != self.run.plan.id else ():
                mark = run.marks.get(step.id)
                if mark is not None and mark.state is StepState.DONE:
                    done.setdefault(step.shared, (mark, run.plan.id))
        return done

    def mark(self, step: Step) -> StepMark | None:
        """What was done with the step last, here or where it is shared."""
        own = self.run.marks.get(step.id)
        if own is None and step.id in self.run.earlier and self._has_no_further_round(step):
            return self.run.earlier[step.id]
        if own is not None or not step.shared or len(self.incident.runs) == 1:
            return own
        return self._done_elsewhere.get(step.shared, (None, ""))[0]

    def done_in(self, step: Step) -> str:
        """The other playbook in which a shared step was done; empty where it was not."""
        if step.id in self.run.marks or not step.shared or len(self.incident.runs) == 1:
            return ""
        return self._done_elsewhere.get(step.shared, (None, ""))[1]

    def reach(self, step: Step) -> Reach:
        """Whether the step comes up: its branch is open and its condition holds."""
        if step.id not in self._reached:
            self._reached[step.id] = self._reach(step)
        return self._reached[step.id]

    def _reach(self, step: Step) -> Reach:
        if step.drill == "skip" and self.incident.mode is Mode.DRILL:
            return Reach(open=False)
        branch = self._branch(step)
        if branch.open is False or not step.when:
            return branch
        judged = self.conditions.judge(step.when)
        at = _latest(branch.at, judged.at)
        if judged.holds is False:
            return Reach(open=False, at=at)
        if branch.open is None or judged.holds:
            return Reach(branch.open, at, branch.waiting, branch.asks)
        return Reach(None, at, branch.waiting, judged.asks, by_itself=True)

    def _branch(self, step: Step) -> Reach:
        if step.under is None:
            return _OPEN
        holder, branch = self.steps[step.under[0]], step.under[1]
        above, mark = self.reach(holder), self.mark(holder)
        left_out = mark is not None and mark.state is StepState.SKIPPED
        ended = mark is not None and holder.verb is Verb.REPEAT
        if mark is not None and (left_out or ended) and above.open is not False:
            return Reach(open=False, at=mark.at)
        was_taken = holder.verb is Verb.DECIDE and mark is not None and above.by_itself
        if not above.open and not was_taken:
            return replace(above, by_itself=False)
        if holder.verb is Verb.DECIDE:
            if mark is None or mark.state is not StepState.DONE:
                return Reach(None, waiting=(holder.id,))
            return Reach(mark.option == branch, mark.at)
        waiting = (*above.waiting, *self.open_needs(holder))
        if holder.verb is Verb.PARALLEL:
            return self._arm(holder, branch, above, waiting)
        return self._round(holder, above, waiting)

    def _arm(self, holder: Step, arm: str, above: Reach, waiting: tuple[str, ...]) -> Reach:
        if holder.any_arm and holder.id not in self._judged:
            first = self._first_arm(holder)
            if first is not None and first[1] != arm:
                return Reach(open=False, at=first[0])
        return Reach(above.open, _latest(above.at, self._needed_at(holder)), waiting)

    def _first_arm(self, holder: Step) -> tuple[datetime, str] | None:
        """The arm that was settled first, and when."""
        inside = Reading(self.incident, self.run, self._judged | {holder.id}, self._calling)
        ended = ((inside.branch_settled_at(arm), arm.id) for arm in holder.options)
        return min(((at, arm) for at, arm in ended if at is not None), default=None)

    def _round(self, holder: Step, above: Reach, waiting: tuple[str, ...]) -> Reach:
        most = self.most_rounds(holder)
        if most is None:
            asks = (holder.round.each,) if holder.round else ()
            return Reach(None, above.at, waiting, asks)
        if most == 0:
            return Reach(open=False, at=above.at)
        began = self.run.rounds.get(holder.id)
        if self._is_needless(holder):
            return Reach(open=False, at=self.until(holder).at)
        turn_at = began.turn_at if began else self._needed_at(holder)
        return Reach(above.open, _latest(above.at, turn_at), waiting)

    def _needed_at(self, holder: Step) -> datetime | None:
        return _latest(*(self.settled_at(self.steps[need]) for need in holder.awaited))

    def most_rounds(self, holder: Step) -> int | None:
        """How many rounds there can be; None while the list that they go through is not known."""
        if holder.round is None:
            return 0
        if not holder.round.each:
            return holder.round.most
        lines = self.conditions.lines(holder.round.each)
        return None if lines is None else min(len(lines), holder.round.most)

    def _is_through(self, holder: Step) -> bool:
        """Whether nothing is left when the last round that may come is over."""
        if holder.round is None or not holder.round.each:
            return holder.round is None or not holder.round.until
        return len(self.conditions.lines(holder.round.each) or ()) <= holder.round.most

    def present_round(self, holder: Step) -> int:
        """The number of the round that is under way, from 1."""
        return self.run.rounds.get(holder.id, RoundMark(1, self.run.attached_at)).number

    def until(self, holder: Step) -> Judged:
        """Whether the condition that ends a repeat step holds; open where it has none."""
        if holder.round is None or not holder.round.until:
            return Judged(holds=None)
        return self.conditions.judge(holder.round.until)

    def _has_no_further_round(self, step: Step) -> bool:
        """Whether a loop that the step is in was ended before anybody began its present round."""
        ended = (self._is_ended(one) for one in self.run.plan.lineage(step))
        return any(ended)

    def _is_ended(self, holder: Step) -> bool:
        if holder.verb is not Verb.REPEAT:
            return False
        return holder.id in self.run.marks or self._is_needless(holder)

    def _is_needless(self, holder: Step) -> bool:
        """Whether a further round that nobody began would come although the end is reached."""
        if holder.id not in self.run.rounds or not self.until(holder).holds:
            return False
        return not any(step.id in self.run.marks for step in self.run.plan.inside(*holder.options))

    def open_in_round(self, holder: Step) -> tuple[str, ...]:
        """The variables that must be known to see whether there is another round."""
        if self.most_rounds(holder) is None and holder.round is not None:
            return (holder.round.each,)
        return self.until(holder).asks if self.round_settled_at(holder) is not None else ()

    def open_needs(self, step: Step) -> tuple[str, ...]:
        """The steps it needs that are not settled."""
        return tuple(need for need in step.awaited if self.settled_at(self.steps[need]) is None)

    def settled_at(self, step: Step) -> datetime | None:
        """When nothing more was owed for the step; None while it is open."""
        if step.id not in self._settled:
            self._settled[step.id] = None  # what waits for itself never settles
            self._settled[step.id] = self._settle(step)
        return self._settled[step.id]

    def _settle(self, step: Step) -> datetime | None:
        mark = self.mark(step)
        if mark is not None and mark.state in SETTLED:
            return mark.at
        if self.run.given_up_at is not None:
            return self.run.given_up_at
        if mark is not None and mark.state is StepState.FAILED:
            return mark.at if mark.option else None
        if mark is None and self.reach(step).open is False:
            return self.reach(step).at or self.run.attached_at
        match step.verb:
            case Verb.PARALLEL if self.reach(step).open:
                return self._joined_at(step)
            case Verb.REPEAT if self.reach(step).open:
                return self._rounds_ended_at(step)
            case Verb.CALL:
                return self._called_over_at(step) if mark is not None else None
            case _:
                return None

    def _joined_at(self, holder: Step) -> datetime | None:
        if holder.any_arm:
            first = self._first_arm(holder)
            return first[0] if first else None
        ends = [self.branch_settled_at(arm) for arm in holder.options]
        return _all_settled(ends, self.run.attached_at)

    def _rounds_ended_at(self, holder: Step) -> datetime | None:
        most = self.most_rounds(holder)
        if most is None:
            return None
        if most == 0:
            return self.conditions.newest([holder.round.each] if holder.round else []) or (
                self.run.attached_at
            )
        if self._is_needless(holder):
            return self.until(holder).at or self.run.attached_at
        ended = self.round_settled_at(holder)
        at_cap = self.present_round(holder) >= most
        if ended is None or (at_cap and self._is_through(holder)):
            return ended
        until = self.until(holder)
        return _latest(ended, until.at) if until.holds else None

    def round_settled_at(self, holder: Step) -> datetime | None:
        """When all steps of the present round were settled."""
        return self.branch_settled_at(holder.options[0])

    def branch_settled_at(self, branch: Option) -> datetime | None:
        """When all steps of a branch, and those nested in them, were settled."""
        ends = [self.settled_at(step) for step in self.run.plan.inside(branch)]
        return _all_settled(ends, self.run.attached_at)

    def _called_over_at(self, step: Step) -> datetime | None:
        called = self.incident.runs.get(step.call)
        if called is None or step.call in self._calling:
            return None
        return run_over_at(Reading(self.incident, called, calling=self._calling))


def run_over_at(reading: Reading) -> datetime | None:
    """When the last step of a run was settled; calls that go in a circle never are."""
    ends = [reading.settled_at(step) for step in reading.run.plan.steps]
    return _all_settled(ends, reading.run.attached_at)


def _all_settled(ends: list[datetime | None], otherwise: datetime) -> datetime | None:
    settled = [at for at in ends if at is not None]
    return max(settled, default=otherwise) if len(settled) == len(ends) else None


def _latest(*moments: datetime | None) -> datetime | None:
    return max((at for at in moments if at is not None), default=None)
