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
from netfin_incident.domain.incident.state import Incident


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

    @property
    def approved(self) -> bool:
        """Whether every attached playbook was approved."""
        return is_approved(self.incident)
