"""What the incident screen shows: one state, and what follows from it, computed once."""

from dataclasses import dataclass
from functools import cached_property

from netfin_incident.app.views import (
    OwedView,
    RoleView,
    is_approved,
    owed_views,
    role_views,
    vacant_roles,
)
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.deadlines import Deadline, deadlines
from netfin_incident.domain.incident.questions import Question, questions
from netfin_incident.domain.incident.reading import Reading
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Variable, Verb
from netfin_incident.domain.vocabulary import StepState


@dataclass(frozen=True)
class Shown:
    """An incident as it stands after one entry."""

    incident: Incident

    @cached_property
    def steps(self) -> tuple[StepView, ...]:
        """Every step of every playbook."""
        return board(self.incident)

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """What is due, the soonest first."""
        return deadlines(self.incident)

    @cached_property
    def vacant(self) -> tuple[RoleView, ...]:
        """Required roles that nobody holds."""
        return vacant_roles(self.incident)

    @cached_property
    def roles(self) -> tuple[RoleView, ...]:
        """Every role."""
        return role_views(self.incident)

    @cached_property
    def owed(self) -> tuple[OwedView, ...]:
        """What is owed, and what is settled."""
        return owed_views(self.incident)

    @cached_property
    def numbers(self) -> dict[tuple[str, str], int]:
        """The number that each step is shown with, by playbook and step id."""
        return {(view.playbook, view.step.id): n for n, view in enumerate(self.steps, start=1)}

    @cached_property
    def views(self) -> dict[tuple[str, str], StepView]:
        """Every step by playbook and step id."""
        return {(view.playbook, view.step.id): view for view in self.steps}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """What follows from the marks of each playbook, by its id."""
        return {name: Reading(self.incident, run) for name, run in self.incident.runs.items()}

    def inside(self, view: StepView) -> tuple[StepView, ...]:
        """The steps that are nested in one, in the order they are shown."""
        plan = self.incident.runs[view.playbook].plan
        return tuple(self.views[view.playbook, step.id] for step in plan.inside(*view.step.options))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Facts that steps wait for whose turn has come, and that no open step asks for itself."""
        if not self.incident.is_open:
            return ()
        idle = (StepState.DORMANT, StepState.NOT_APPLICABLE)
        pressing = [view for view in self.steps if view.state not in idle]
        asking = (view for view in pressing if view.step.verb is Verb.ASK and not view.is_settled)
        asked = {name for view in asking for name in view.step.ask}
        found = questions(self.incident, pressing)
        return tuple(one for one in found if one.variable.id not in asked)

    @cached_property
    def variables(self) -> dict[str, tuple[str, Variable]]:
        """Every fact that an attached playbook knows, with the playbook that names it first."""
        named: dict[str, tuple[str, Variable]] = {}
        for run in self.incident.runs.values():
            for variable in run.plan.variables:
                named.setdefault(variable.id, (run.plan.id, variable))
        return named

    @property
    def approved(self) -> bool:
        """Whether every attached playbook was approved."""
        return is_approved(self.incident)
