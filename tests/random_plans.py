"""Any plan at all: nested to three levels, of every kind, with needs, conditions and failures.

A plan is told by a string of bytes as histories are (see `strategies`).  Steps need only steps
before them, so no plan waits for itself.
"""

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.fold import apply
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import (
    Approval,
    DueBySeverity,
    FlagBySeverity,
    Notice,
    OnFail,
    Option,
    Plan,
    Reporting,
    Round,
    Step,
    VariableKind,
    Verb,
)
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import ReportKind, StepState
from small_plans import plan, step, variable
from story import LI, T0, WANG, ZHAO, Entry
from strategies import Picker, allowed

VARIABLES: Final = (
    variable("flag"),
    variable("eta", VariableKind.DURATION),
    variable("banks", VariableKind.LIST),
)
_CONDITIONS: Final = (
    "", "", "", "", "flag", "not flag", "severity <= S2", "eta > 15m", "flag or eta > 15m",
)  # fmt: skip
_FLAGS: Final = (
    FlagBySeverity(), FlagBySeverity(), FlagBySeverity(s1=True, s2=True),
    FlagBySeverity(s1=True, s2=True, s3=True, s4=True),
)  # fmt: skip
_LEAVES: Final = (
    Verb.DO, Verb.DO, Verb.DO, Verb.ASK, Verb.APPROVE, Verb.NOTIFY, Verb.REPORT, Verb.WAIT,
    Verb.CALL, Verb.MILESTONE, Verb.NOTE,
)  # fmt: skip
_HOLDERS: Final = (Verb.DECIDE, Verb.PARALLEL, Verb.PARALLEL, Verb.REPEAT)
_WORDS: Final = Text("x", "x")
_ANSWERS: Final = (("flag", "yes"), ("flag", "no"), ("flag", ""), ("eta", "20m"), ("eta", "5m"),
                   ("banks", "A\nB"), ("banks", "A"), ("banks", ""))  # fmt: skip


class _Maker:
    def __init__(self, pick: Picker) -> None:
        self.pick = pick
        self.steps: list[Step] = []

    def made(self) -> Plan:
        pick = self.pick
        for phase in ("p", "q", "r")[: pick.one_of((1, 2, 3))]:
            for _ in range(pick.one_of((1, 2, 3, 4))):
                self._step(phase, None, 0)
        alongside = ("q",) if pick.one_in(3) else ()
        return plan(*self.steps, variables=VARIABLES, alongside=alongside)

    def _step(self, phase: str, under: tuple[str, str] | None, depth: int) -> str:
        pick, name = self.pick, f"s{len(self.steps)}"
        holds = depth < 2 and pick.one_in(3)
        verb = pick.one_of(_HOLDERS if holds else _LEAVES)
        place = len(self.steps)
        roots = [one.id for one in self.steps if one.under is None]
        free = [one for one in (roots[:-1] if under else roots) if pick.one_in(3)]
        common: dict[str, Any] = {
            "phase": phase, "under": under, "role": pick.one_of(("", "commander", "technical")),
            "required": pick.one_of(_FLAGS), "when": pick.one_of(_CONDITIONS),
            "needs": tuple(free),
            "due": DueBySeverity(300, 600), "shared": "work" if pick.one_in(9) else "",
        }  # fmt: skip
        if under is not None and not pick.one_in(4):
            common["needs"] = ()
        self.steps.append(step(name, verb, **common))
        if holds:
            options = self._branches(phase, name, verb, depth)
            own = {"options": options, **self._own_of_holder(verb)}
        else:
            own = self._own_of_leaf(verb, name)
        self.steps[place] = step(name, verb, **common, **own)
        return name

    def _branches(self, phase: str, holder: str, verb: Verb, depth: int) -> tuple[Option, ...]:
        names = ("round",) if verb is Verb.REPEAT else ("a", "b", "c")[: self.pick.one_of((2, 3))]
        made = []
        for name in names:
            fewest = 0 if verb is Verb.DECIDE else 1
            count = self.pick.one_of((fewest, 1, 2))
            inside = tuple(self._step(phase, (holder, name), depth + 1) for _ in range(count))
            made.append(Option(name, _WORDS, inside))
        return tuple(made)

    def _own_of_holder(self, verb: Verb) -> dict[str, Any]:
        pick = self.pick
        if verb is Verb.PARALLEL:
            return {"any_arm": pick.one_in(3)}
        if verb is Verb.REPEAT:
            until = pick.one_of(("", "flag", "eta > 15m"))
            each = "banks" if pick.one_in(4) else ""
            return {"round": Round(pick.one_of((1, 2, 3)), until, pick.one_of((None, 60)), each)}
        return {}

    def _own_of_leaf(self, verb: Verb, name: str) -> dict[str, Any]:
        pick = self.pick
        goto = pick.one_of([one.id for one in self.steps if one.under is None] or [""])
        on_fail = pick.one_of(
            (None, None, OnFail(goto=goto), OnFail(escalate="commander"), OnFail(abort=True))
        )
        if verb in (Verb.MILESTONE, Verb.NOTE) or on_fail == OnFail() or goto == name:
            on_fail = None
        own: dict[Verb, dict[str, Any]] = {
            Verb.ASK: {"ask": ("flag",)},
            Verb.APPROVE: {"approval": Approval(("commander",), pick.one_of((1, 2)))},
            Verb.NOTIFY: {"notice": Notice(_WORDS)},
            Verb.REPORT: {"reporting": Reporting(_WORDS, ReportKind.INITIAL)},
            Verb.WAIT: {"wait": 60, "until": pick.one_of(("", "flag"))},
            Verb.CALL: {"call": pick.one_of(("other", "small"))},
            Verb.MILESTONE: {"milestone": "recovered"},
        }
        return {"on_fail": on_fail, **own.get(verb, {})}


def plans() -> st.SearchStrategy[Plan]:
    """Any plan."""
    return st.binary(min_size=60, max_size=400).map(lambda data: _Maker(Picker(data)).made())


OTHER: Final = plan(step("o1", shared="work"), step("o2", needs=("o1",)), name="other")
"""What `call` steps call."""


def asked_of(pick: Picker, view: StepView) -> c.Command:
    """Something to ask of a step: mostly what brings it on."""
    step_id, playbook = view.step.id, view.playbook
    option = pick.one_of([one.id for one in view.step.options] or ["again"])
    if view.step.verb is Verb.REPEAT:
        option = pick.one_of(("again", "enough"))
    given = (("flag", pick.one_of(("yes", "no"))),) if view.step.verb is Verb.ASK else ()
    chosen = option if view.step.options else ""
    made = c.CompleteStep(step_id, playbook, "n", chosen, answers=given, text="t", called=OTHER)
    others: Sequence[c.Command] = (
        c.StartStep(step_id, playbook),
        c.SkipStep(step_id, "no", playbook, second=ZHAO),
        c.FailStep(step_id, "no", playbook),
        c.ReopenStep(step_id, "no", playbook),
        c.SetVariable(*pick.one_of(_ANSWERS)),
        c.ChangeSeverity(pick.one_of(Severity), "r"),
        c.GiveUpPlaybook(playbook, "r", ZHAO) if pick.one_in(12) else made,
    )
    return pick.one_of((made, made, made, made, made, *others))


def begun(one: Plan) -> list[Entry]:
    """The history of an incident to which the plan was attached, with its roles held."""
    return [
        (Act(T0, LI), e.Declared("INC-2026-0001", "t", Severity.S2, "UTC")),
        (Act(T0, LI), e.PlaybookAttached(one, approved=False)),
        (Act(T0, LI), e.RoleAssigned("commander", LI)),
        (Act(T0, LI), e.RoleAssigned("technical", WANG)),
    ]


def carried_out(one: Plan, pick: Picker) -> list[Entry]:
    """A history in which anything the rules allow was done with the plan."""
    history = begun(one)
    state: Incident | None = None
    for entry in history:
        state = apply(state, *entry)
    at = T0
    while state is not None and not pick.is_used_up:
        views = [
            view
            for view in board(state)
            if not view.waiting_for and view.state is not StepState.NOT_APPLICABLE
        ]
        if not views:
            break
        command = asked_of(pick, pick.one_of(views))
        at = (state.last_at or at) + (T0.resolution * pick.one_of((0, 1, 60_000_000)))
        acting = Act(at, pick.one_of((LI, WANG)), break_glass="alone" if pick.one_in(4) else "")
        for event in allowed(state, acting, command):
            history.append((acting, event))
            state = apply(state, acting, event)
    return history
