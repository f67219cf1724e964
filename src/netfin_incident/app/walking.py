"""Walking a playbook through without writing anything: the same rules, an incident in memory.

A script says what the players decide and know; where it is silent they take what the playbook
suggests, else the first option, and answer with a plain value.  So one script is one way through.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from netfin_incident.app.plain_values import some_value
from netfin_incident.domain.expression import parse
from netfin_incident.domain.expression.cases import case_for
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.conditions import known_texts
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.runs import Run
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import AGAIN, ENOUGH, Plan, Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode, StepState
from netfin_incident.errors import CommandRefused

ALONE: Final = "alone"
"""The person who does everything where nobody else is there."""
LONGEST: Final = 3_000
"""Most acts of one walk; every loop of a playbook is capped, so a walk ends by itself."""
_ASKING: Final = (StepState.BLOCKED, StepState.WAITING)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Script:
    """What the players decide, know and fail at."""

    severity: Severity = Severity.S2
    options: Mapping[str, str] = field(default_factory=dict)
    """Option by decision; `again` or `enough` by repeat step."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What is known, by variable, in canonical form."""
    later: Mapping[str, str] = field(default_factory=dict)
    """What becomes known once a second round began."""
    early: frozenset[str] = frozenset()
    """Steps that are taken before the others, as soon as they may be."""
    fails: frozenset[str] = frozenset()
    """Steps that do not succeed the first time."""
    alone: bool = False
    mode: Mode = Mode.LIVE
    level: Severity | None = None
    """The response level; None while nobody declared one."""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One act of a walk: what was asked, and what followed."""

    act: Act
    command: c.Command
    events: tuple[e.Event, ...]
    before: Incident
    after: Incident
    view: StepView | None = None


class Walker:
    """Plays one script on one plan, act by act."""

    def __init__(
        self, plan: Plan, script: Script, start: datetime, find: Callable[[str], Plan | None]
    ) -> None:
        """Declare at `start`; `find` gives the playbooks that are called."""
        self._script, self._find = script, find
        self._at = start
        self._failed: set[tuple[str, str]] = set()
        self._rounds: dict[str, int] = {}
        self._known, self._early = dict(script.answers), script.early
        self.stuck: StepView | None = None
        """The step at which it went no further; None where it came to its end."""
        self.refused: CommandRefused | None = None
        """Why that step could not be taken, where the rules did not allow it."""
        declared = e.Declared(
            "INC-0000-0000", plan.name.en, script.severity, "UTC", script.mode,
            service=script.service,
        )  # fmt: skip
        self.incident = apply(None, Act(start, ALONE), declared)
        if script.level is not None:
            self._carry_out(Act(start, ALONE), c.Activate(script.level, ALONE))
        self._carry_out(Act(start, ALONE), c.AttachPlaybook(plan))
        for variable, value in script.answers.items():
            if variable in plan.variables_by_id:
                self._carry_out(Act(start, ALONE), c.SetVariable(variable, value))

    def walk(self) -> Iterator[Taken]:
        """Each act until nothing is left to do."""
        views: tuple[StepView, ...] = ()
        for _ in range(LONGEST):
            views = board(self.incident)
            view = self._next(views)
            if view is None:
                break
            taken = self._act_on(view)
            yield taken
            if not taken.events:
                self.stuck = view
                return
            if any(map(self._is_wanted_round, taken.events)):
                yield from self._second_round(view)
        self.stuck = _open_one(views)

    def _next(self, views: tuple[StepView, ...]) -> StepView | None:
        able = (view for view in views if is_next(view))
        if not self._early:
            return next(able, None)
        return min(able, key=lambda view: view.step.id not in self._early, default=None)

    def _is_wanted_round(self, event: e.Event) -> bool:
        if not isinstance(event, e.RoundBegun):
            return False
        return self._script.options.get(event.step) == AGAIN

    def _second_round(self, view: StepView) -> Iterator[Taken]:
        """Go on with the rest, and learn what the script knows by now."""
        self._early = frozenset()
        for variable, value in self._script.later.items():
            if self._known.get(variable) != value:
                self._known[variable] = value
                yield self.take(view, c.SetVariable(variable, value))

    def _act_on(self, view: StepView) -> Taken:
        step = view.step
        if view.asks and (step.verb is Verb.REPEAT or view.state in _ASKING):
            return self._answer(view)
        key = (view.playbook, step.id)
        may_fail = step.verb not in (Verb.DECIDE, Verb.REPEAT, Verb.MILESTONE, Verb.NOTE)
        if step.id in self._script.fails and key not in self._failed and may_fail:
            self._failed.add(key)
            return self.take(view, c.FailStep(step.id, "rehearsed", view.playbook))
        self.let_pass(view)
        return self.take(view, self.completion(view))

    def let_pass(self, view: StepView) -> None:
        """Let time go by until the turn of a step has come, or its wait is over."""
        for moment in (view.ready_at, view.waits_until):
            self._at = max(self._at, moment or self._at)

    def _answer(self, view: StepView) -> Taken:
        """Say what keeps the step open: as the script has it, else so that it can go on."""
        variables = self._run(view).plan.variables_by_id
        name = view.asks[0]
        if name not in variables:
            return self.take(view, c.Activate(self.incident.severity, self._person(view)))
        value = self._known.get(name) or some_value(variables[name])
        until = view.step.until or (view.step.round.until if view.step.round else "")
        if until and view.state is not StepState.BLOCKED and name not in self._known:
            given = known_texts(self.incident, self._run(view))
            case = case_for(parse(until), variables, wanted=True, given=given) or {}
            value = case.get(name, value)
        return self.take(view, c.SetVariable(name, value, view.playbook))

    def completion(self, view: StepView) -> c.Command:
        """The command with which the script finishes a step."""
        step, playbook = view.step, view.playbook
        note = "rehearsed"
        match step.verb:
            case Verb.ASK:
                return c.CompleteStep(step.id, playbook, answers=tuple(self._form(view)))
            case Verb.DECIDE:
                return c.CompleteStep(step.id, playbook, note, self._option(view))
            case Verb.REPEAT:
                return c.CompleteStep(step.id, playbook, option=self._again(view))
            case Verb.CALL if view.state is not StepState.ACTIVE:
                called = self._find(step.call)
                if called is None and step.call not in self.incident.runs:
                    return c.SkipStep(step.id, "not on the shelf", playbook, "reviewer")
                return c.CompleteStep(step.id, playbook, called=called)
            case Verb.NOTIFY:
                return c.CompleteStep(step.id, playbook, text="-")
            case _:
                return c.CompleteStep(step.id, playbook, note)

    def _form(self, view: StepView) -> Iterator[tuple[str, str]]:
        run = self._run(view)
        known = known_texts(self.incident, run)
        for name in view.step.ask:
            value = self._known.get(name) or known.get(name)
            yield name, value or some_value(run.plan.variables_by_id[name])

    def _option(self, view: StepView) -> str:
        wanted = self._script.options.get(view.step.id, "")
        free = [one.id for one in view.step.options if one.id not in view.unavailable]
        if wanted in free:
            return wanted
        return view.suggested or (free or [view.step.options[0].id])[0]

    def _again(self, view: StepView) -> str:
        asked = self._script.options.get(view.step.id, ENOUGH)
        number = self._rounds.get(view.step.id, 0)
        self._rounds[view.step.id] = number + 1
        most = view.step.round.most if view.step.round else 1
        return AGAIN if asked == AGAIN and number == 0 and view.round < most else ENOUGH

    def take(self, view: StepView, command: c.Command) -> Taken:
        """Carry out `command` by whoever holds the step, a minute after the act before."""
        before, act = self.incident, self._act(view)
        try:
            events = self._carry_out(act, command)
        except CommandRefused as refused:
            self.refused, events = refused, ()
        return Taken(act, command, events, before, self.incident, view)

    def _act(self, view: StepView) -> Act:
        self._at += _MINUTE
        glass = "alone" if self._script.alone and view.step.verb is Verb.APPROVE else ""
        return Act(self._at, self._person(view), break_glass=glass)

    def _person(self, view: StepView) -> str:
        if self._script.alone:
            return ALONE
        approval = view.step.approval
        if approval is None:
            return self.incident.holder(view.role) or ALONE
        run = self._run(view)
        did = {run.marks[one].by for one in approval.apart_from if one in run.marks}
        approved = run.approvals.get(view.step.id, ())
        holders = (self.incident.holder(role) for role in approval.by)
        return next((one for one in holders if one and one not in {*did, *approved}), ALONE)

    def _carry_out(self, act: Act, command: c.Command) -> tuple[e.Event, ...]:
        events = tuple(decide(self.incident, act, command))
        for event in events:
            self.incident = apply(self.incident, act, event)
            if isinstance(event, e.PlaybookAttached) and not self._script.alone:
                self._staff(event.plan)
        return events

    def _staff(self, plan: Plan) -> None:
        """Give every role of `plan` that is vacant to a person of its own."""
        for role in team_roles(plan):
            if not self.incident.holder(role):
                self._carry_out(Act(self._at, ALONE), c.AssignRole(role, role))

    def _run(self, view: StepView) -> Run:
        return self.incident.runs[view.playbook]


def is_next(view: StepView) -> bool:
    """Whether somebody can take the step now."""
    if view.is_settled or view.waiting_for or view.state is StepState.DORMANT:
        return False
    if view.step.verb is Verb.PARALLEL:
        return view.state is StepState.BLOCKED
    if view.step.verb is Verb.REPEAT:
        return view.state is StepState.BLOCKED or view.round_over
    return not (view.step.verb is Verb.CALL and view.state is StepState.ACTIVE)


def _open_one(views: tuple[StepView, ...]) -> StepView | None:
    """A step that is owed although nobody can take it, rather than one that waits for it."""
    owed = [view for view in views if not view.is_settled]
    return min(owed, key=lambda view: view.state is StepState.DORMANT, default=None)


def team_roles(plan: Plan) -> tuple[str, ...]:
    """Every role that the playbook names, each once."""
    named = [role.id for role in plan.roles]
    named += [role.backup for role in plan.roles if role.backup]
    return tuple(dict.fromkeys(named))
