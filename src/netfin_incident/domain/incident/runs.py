"""A playbook being carried out: its pinned plan, and what was done with each step."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import StepState


@dataclass(frozen=True, slots=True)
class StepMark:
    """What was done with a step last."""

    state: StepState
    at: datetime
    by: str
    option: str = ""
    """What was chosen; for a failed step, the step that took its work."""
    note: str = ""
    """What was noted when it was completed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a variable is known to be."""

    value: str
    """In the canonical form of its kind; empty where it is not known any more."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class RoundMark:
    """The present round of a repeat step."""

    number: int
    turn_at: datetime
    """When the turn of its steps came, or will come."""


@dataclass(frozen=True, slots=True)
class Run:
    """A pinned plan being carried out."""

    plan: Plan
    approved: bool
    attached_at: datetime
    marks: Mapping[str, StepMark] = field(default_factory=dict)
    rounds: Mapping[str, RoundMark] = field(default_factory=dict)
    """By repeat step, from the second round on."""
    earlier: Mapping[str, StepMark] = field(default_factory=dict)
    """What was done in the round before, by step."""
    approvals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who approved so far, by step."""
    raised: Mapping[str, datetime] = field(default_factory=dict)
    """Steps taken up because another failed, since when."""
    failures: Mapping[str, int] = field(default_factory=dict)
    """How often a step failed."""
    given_up_at: datetime | None = None
    """When the rest of it was given up."""
