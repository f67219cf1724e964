"""A playbook being carried out."""

from datetime import datetime
from typing import ClassVar

from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class PlaybookAttached:
    """A playbook's plan was pinned to the incident."""

    KIND: ClassVar[str] = "playbook-attached"
    plan: Plan
    approved: bool
    """Whether this version was approved when it was attached."""
    called_by: str = ""
    """The step that called it, as `playbook/step`; empty where a person attached it."""


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
class StepFailed:
    """A step was tried and did not succeed; what follows is as the playbook says."""

    KIND: ClassVar[str] = "step-failed"
    playbook: str
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class StepRaised:
    """A step is to be taken up because another failed."""

    KIND: ClassVar[str] = "step-raised"
    playbook: str
    step: str
    failed: str
    """The step that failed."""


@dataclass(frozen=True, slots=True)
class StepApproved:
    """Somebody who may approve did; the step is done once enough did."""

    KIND: ClassVar[str] = "step-approved"
    playbook: str
    step: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepReopened:
    """A settled step is open again; what was recorded stays."""

    KIND: ClassVar[str] = "step-reopened"
    playbook: str
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """The steps of a repeat step come once more."""

    KIND: ClassVar[str] = "round-begun"
    playbook: str
    step: str
    round: int
    """From 2; the first round begins with the step's turn."""
    turn_at: datetime
    """When the turn of its steps comes."""


@dataclass(frozen=True, slots=True)
class PlaybookGivenUp:
    """The rest of a playbook will not be carried out; what was done stays."""

    KIND: ClassVar[str] = "playbook-given-up"
    playbook: str
    reason: str
    second: str = ""
    step: str = ""
    """The failed step that ends it; empty where a person gave it up."""


@dataclass(frozen=True, slots=True)
class VariableSet:
    """A fact that playbooks ask for became known, changed, or is not known any more."""

    KIND: ClassVar[str] = "variable-set"
    variable: str
    value: str
    """In the canonical form of its kind; empty where it is not known any more."""
    step: str = ""
    """The step that asked or set it, as `playbook/step`; empty where a person said it."""


@dataclass(frozen=True, slots=True)
class CommandRun:
    """A command was run for a step, or in a drill only simulated."""

    KIND: ClassVar[str] = "command-run"
    playbook: str
    step: str
    arguments: tuple[str, ...]
    """Program and arguments as run."""
    risk: str
    simulated: bool = False
    exit_code: int | None = None
    """None where it was simulated, stopped or could not be started."""
    timed_out: bool = False
    took_ms: int = 0
    expected: bool = True
    """Whether the output is what the playbook expects."""
    approved_by: str = ""
    evidence: str = ""
    """Id of the evidence that holds its output; empty where there is none."""
