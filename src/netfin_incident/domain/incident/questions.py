"""Questions that a running playbook has: facts it needs to go on, each with the role to ask."""

from collections.abc import Iterable

from netfin_incident.domain.incident.board import StepView
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Variable
from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that somebody must supply."""

    playbook: str
    variable: Variable
    role: str
    """Whom to ask; empty for whoever is in charge."""
    steps: tuple[str, ...]
    """The steps that wait for it, in the order they are shown."""


def questions(incident: Incident, views: Iterable[StepView]) -> tuple[Question, ...]:
    """What must be known now, by the steps of `views`; each fact once."""
    asked: dict[str, Question] = {}
    for view in views:
        for name in view.asks if not view.is_settled else ():
            known = asked.get(name)
            if known is not None:
                steps = (*known.steps, view.step.id)
                asked[name] = Question(known.playbook, known.variable, known.role, steps)
                continue
            variable = incident.runs[view.playbook].plan.variables_by_id.get(name)
            if variable is None:  # the response level, which is declared, not asked for
                continue
            role = variable.role or view.role
            asked[name] = Question(view.playbook, variable, role, (view.step.id,))
    return tuple(asked.values())
