"""Plans of a few steps, told in one line each."""

from dataclasses import replace
from typing import Any

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.playbook import (
    FlagBySeverity,
    Option,
    Phase,
    Plan,
    RolePlan,
    Step,
    Variable,
    VariableKind,
    Verb,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text
from story import Happening, Story, act, declared, given, minutes

ALWAYS = FlagBySeverity(s1=True, s2=True, s3=True, s4=True)


def words(text: str) -> Text:
    """The same in both languages."""
    return Text(text, text)


def step(step_id: str, verb: Verb = Verb.DO, **more: Any) -> Step:
    """A step of the only phase, called by its id; `under` nests it."""
    return Step(step_id, verb, words(step_id), more.pop("phase", "p"), **more)


def branch(branch_id: str, *steps: str, **more: Any) -> Option:
    """An option, an arm or a round."""
    return Option(branch_id, words(branch_id), steps, **more)


def variable(name: str, kind: VariableKind = VariableKind.FLAG, **more: Any) -> Variable:
    """A fact, called by its id."""
    return Variable(name, kind, words(name), **more)


def plan(*steps: Step, name: str = "small", **more: Any) -> Plan:
    """A plan of `steps`, its phases as the steps name them."""
    phases = dict.fromkeys(one.phase for one in steps)
    alongside = more.pop("alongside", ())
    return Plan(
        name, 1, "draft", words(name), words("goal"), "operations",
        tuple(
            Phase(
                phase, words(phase), tuple(one.id for one in steps if one.phase == phase),
                alongside=phase in alongside,
            )
            for phase in phases
        ),
        steps,
        more.pop("roles", (RolePlan("commander"), RolePlan("technical"))),
        **more,
    )  # fmt: skip


def carried_out(
    one: Plan, *happenings: Happening | tuple[Any, Happening], severity: Severity = Severity.S2
) -> Story:
    """A story with `one` attached at `T0`."""
    return given(declared(severity), c.AttachPlaybook(one), *happenings)


def done(step_id: str, at: float = 0, by: str = "li", **more: Any) -> tuple[Any, c.Command]:
    """A step completed so many minutes after `T0`."""
    return act(by, minutes(at)), c.CompleteStep(step_id, **more)


def with_step(one: Plan, step_id: str, **changes: Any) -> Plan:
    """The same plan with one step changed."""
    steps = tuple(replace(s, **changes) if s.id == step_id else s for s in one.steps)
    return replace(one, steps=steps)
