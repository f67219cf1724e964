"""A playbook being carried out."""

from dataclasses import dataclass
from typing import ClassVar

from netfin_incident.domain.playbook import Plan


@dataclass(frozen=True, slots=True)
class PlaybookAttached:
    """A playbook's plan was pinned to the incident."""

    KIND: ClassVar[str] = "playbook-attached"
    plan: Plan
    approved: bool
    """Whether this version was approved when it was attached."""


@dataclass(frozen=True, slots=True)
class StepStarted:
    """Somebody began a step."""

    KIND: ClassVar[str] = "step-started"
    playbook: str
    step: str


@dataclass(frozen=True, slots=True)
class StepCompleted:
    """A step is done; for a decision, `option` is what was chosen."""

    KIND: ClassVar[str] = "step-completed"
    playbook: str
    step: str
    note: str = ""
    option: str = ""
    objections: str = ""
    ahead: bool = False
    """Done before its turn."""


@dataclass(frozen=True, slots=True)
class StepSkipped:
    """A step was left out, with a reason and, where it was required, a second person."""

    KIND: ClassVar[str] = "step-skipped"
    playbook: str
    step: str
    reason: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class StepReopened:
    """A settled step is open again; what was recorded stays."""

    KIND: ClassVar[str] = "step-reopened"
    playbook: str
    step: str
    reason: str
