"""Rehearsing a playbook 预演: walking it with the real rules on an incident that is nowhere kept.

Nothing is recorded, sent or run.  A rehearsal is played from a script to its end, or act by act by
the person at the terminal; both go through the same walker.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from netfin_incident.app.walking import Script, Taken, Walker, is_next
from netfin_incident.domain.expression import read_value
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.metrics import whole_seconds
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.playbook import AGAIN, ENOUGH, Plan, Step, Verb
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone, Mode, StepState
from netfin_incident.errors import UsageError

Find = Callable[[str], Plan | None]

NOTHING_SAID: Final = "-"
"""What the walker answers where words are wanted and the script has none."""
_NEVER_FAIL: Final = (Verb.DECIDE, Verb.PARALLEL, Verb.REPEAT, Verb.MILESTONE, Verb.NOTE)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a rehearsal came to."""

    done: tuple[str, ...]
    """Steps by id; those of a playbook that was called as `playbook/step`."""
    skipped: tuple[str, ...]
    failed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    open: tuple[str, ...]
    milestones: tuple[tuple[Milestone, int], ...]
    """Each with the seconds since the start."""
    facts: Mapping[str, str]
    """What was known at the end, by variable, in canonical form."""
    assumed: frozenset[str]
    """Those of them that neither a person, the script nor a step of the playbook said."""
    busy: Mapping[str, int]
    """How many acts each role had."""


class Rehearsal:
    """One way through a playbook."""

    def __init__(self, plan: Plan, script: Script, start: datetime, find: Find) -> None:
        """Begin at `start`; `find` gives the playbooks that are called."""
        self.plan, self.script, self.start = plan, script, start
        self._walker = Walker(plan, script, start, find)
        self._acts: list[Taken] = []
        self._said: set[str] = set(script.answers)

    @property
    def incident(self) -> Incident:
        """The incident as it stands."""
        return self._walker.incident

    @property
    def acts(self) -> tuple[Taken, ...]:
        """Every act so far."""
        return tuple(self._acts)

    @property
    def stuck(self) -> StepView | None:
        """The step at which a script went no further."""
        return self._walker.stuck

    def played(self) -> Iterator[Taken]:
        """Every act of the script, to its end."""
        for taken in self._walker.walk():
            self._acts.append(taken)
            yield taken

    def open_views(self) -> tuple[StepView, ...]:
        """The steps that can be taken now."""
        views = board(self.incident)
        return tuple(view for view in views if is_next(view))

    def within_reach(self) -> tuple[StepView, ...]:
        """The steps that can be taken now, those of later phases included."""
        views = board(self.incident)
        return tuple(view for view in views if is_next(view) or _is_ahead(view))

    def usual(self, view: StepView) -> c.Command:
        """The command that finishes a step where nothing special is said of it."""
        return self._walker.completion(view)

    def take(self, view: StepView, command: c.Command) -> Taken:
        """Carry out `command`.

        Raises:
            CommandRefused: the rules do not allow it; nothing happened.
        """
        if isinstance(command, c.CompleteStep):
            self._walker.let_pass(view)
        taken = self._walker.take(view, command)
        if not taken.events and self._walker.refused is not None:
            refused, self._walker.refused = self._walker.refused, None
            raise refused
        self._acts.append(taken)
        self._said |= {one.variable for one in taken.events if isinstance(one, e.VariableSet)}
        return taken

    def seconds(self, at: datetime) -> int:
        """How long after the start a moment is."""
        return whole_seconds(self.start, at)

    def summary(self) -> Summary:
        """What it came to so far."""
        incident = self.incident
        by_state: dict[StepState, list[str]] = {}
        for view in board(incident):
            own = view.playbook == self.plan.id
            name = view.step.id if own else f"{view.playbook}/{view.step.id}"
            by_state.setdefault(view.state, []).append(name)
        settled = (StepState.DONE, StepState.SKIPPED, StepState.FAILED, StepState.NOT_APPLICABLE)
        still = [one for state, steps in by_state.items() if state not in settled for one in steps]
        done, skipped, failed, away = (tuple(by_state.get(state, ())) for state in settled)
        facts = {name: answer.value for name, answer in incident.answers.items() if answer.value}
        plans = [run.plan for run in incident.runs.values()]
        told = {one.variable for plan in plans for step in plan.steps for one in step.sets}
        return Summary(
            done,
            skipped,
            failed,
            away,
            tuple(still),
            tuple(self._milestones()),
            facts,
            frozenset(facts.keys() - told - self._said),
            _busy(self._acts),
        )

    def _milestones(self) -> Iterator[tuple[Milestone, int]]:
        for taken in self._acts:
            for event in taken.events:
                if isinstance(event, e.MilestoneReached):
                    yield event.milestone, self.seconds(taken.act.happened)


def _is_ahead(view: StepView) -> bool:
    """Whether only phases before it are open, so that it may be done before its turn."""
    is_closed = view.is_settled or view.waiting_for or view.undecided or view.asks
    holds = view.step.verb in (Verb.PARALLEL, Verb.REPEAT)
    return view.ahead and view.state is StepState.DORMANT and not (is_closed or holds)


def _busy(acts: Sequence[Taken]) -> dict[str, int]:
    found: dict[str, int] = {}
    for taken in acts:
        if taken.view is not None and taken.events:
            role = role_of(taken.view, taken)
            found[role] = found.get(role, 0) + 1
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def role_of(view: StepView, taken: Taken) -> str:
    """The role in which somebody took a step; for an approval, the one of those who may."""
    approval = view.step.approval
    by = approval.by if approval is not None else ()
    held = (role for role in by if taken.before.holder(role) == taken.act.person)
    return next(held, view.role)


def read_script(
    plan: Plan,
    severity: Severity,
    choose: Sequence[str] = (),
    known: Sequence[str] = (),
    fail: Sequence[str] = (),
    *,
    alone: bool = False,
    drill: bool = False,
) -> Script:
    """The script that the options of a command make.

    Raises:
        UsageError: a step, an option or a fact is not in the playbook, or a pair cannot be read.
        CommandRefused: a value is not one of its fact's kind.
    """
    options = dict(_chosen(plan, one) for one in choose)
    answers = dict(_known(plan, one) for one in known)
    fails = frozenset(_failing(plan, one) for one in fail)
    script = Script(severity, options, answers, fails=fails, alone=alone)
    return replace(script, mode=Mode.DRILL) if drill else script


def plan_step(plan: Plan, given: str) -> Step:
    """The step called `given`.

    Raises:
        UsageError: the playbook has none.
    """
    found = plan.step(given.strip())
    if found is None:
        known = [one.id for one in plan.steps]
        raise UsageError(
            "plan-step-unknown", given=given, playbook=plan.id, nearest=nearest(given, known)
        )
    return found


def choices_at(step: Step) -> tuple[str, ...]:
    """What may be chosen at a step; empty where nothing is."""
    if step.verb is Verb.REPEAT:
        return AGAIN, ENOUGH
    return tuple(one.id for one in step.options) if step.verb is Verb.DECIDE else ()


def _chosen(plan: Plan, given: str) -> tuple[str, str]:
    name, option = _pair(given, "--choose")
    step = plan_step(plan, name)
    known = choices_at(step)
    if option not in known:
        raise UsageError(
            "plan-option-unknown", step=step.id, given=option, choices=known,
            nearest=nearest(option, known),
        )  # fmt: skip
    return step.id, option


def _known(plan: Plan, given: str) -> tuple[str, str]:
    name, value = _pair(given, "--set")
    variable = plan.variables_by_id.get(name)
    if variable is None:
        known = tuple(plan.variables_by_id)
        raise UsageError(
            "plan-variable-unknown", given=name, playbook=plan.id, choices=known,
            nearest=nearest(name, known),
        )  # fmt: skip
    return name, read_value(variable, value)


def _failing(plan: Plan, given: str) -> str:
    step = plan_step(plan, given)
    if step.verb in _NEVER_FAIL:
        raise UsageError("step-cannot-be-failed", step=step.id)
    return step.id


def _pair(given: str, option: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise UsageError("pair-not-read", given=given, option=option)
    return name.strip(), value.strip()
