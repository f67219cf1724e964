"""Playbook 处置预案: what the firm agreed to do, compiled to a plan that never changes while it runs.

A plan is a flat, ordered list of steps.  Steps nested under a decision's option carry
`under=(decision, option)`; everything else about order is `needs` and the order of phases.
"""

from dataclasses import dataclass
from enum import StrEnum

from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import Text


class Verb(StrEnum):
    """What kind of step it is; in a playbook file the verb is the key of the step."""

    DO = "do"
    DECIDE = "decide"
    MILESTONE = "milestone"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class DueBySeverity:
    """Seconds allowed after the step became ready, by severity; None where there is no limit."""

    s1: int | None = None
    s2: int | None = None
    s3: int | None = None
    s4: int | None = None

    def at(self, severity: Severity) -> int | None:
        """The limit in seconds that holds at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


@dataclass(frozen=True, slots=True)
class FlagBySeverity:
    """Yes or no, by severity."""

    s1: bool = False
    s2: bool = False
    s3: bool = False
    s4: bool = False

    def at(self, severity: Severity) -> bool:
        """What holds at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


@dataclass(frozen=True, slots=True)
class EvidenceNeed:
    """Evidence that a step asks for."""

    id: str
    kind: str
    """screenshot, log, file, text, link, approval or transcript."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a decision, with the steps that follow from choosing it."""

    id: str
    name: Text
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, decide, reach or read, owned by one role."""

    id: str
    verb: Verb
    title: Text
    """The instruction, the question, the milestone's label or the note."""
    phase: str
    role: str = ""
    due: DueBySeverity = DueBySeverity()
    needs: tuple[str, ...] = ()
    required: FlagBySeverity = FlagBySeverity()
    evidence: tuple[EvidenceNeed, ...] = ()
    body: Text | None = None
    """Longer guidance, shown when the step is opened."""
    options: tuple[Option, ...] = ()
    """For `decide`: two or more."""
    rationale_required: bool = False
    """For `decide`: whether the reasons must be given."""
    milestone: str = ""
    """For `milestone`: the id of the milestone that completing the step sets."""
    under: tuple[str, str] | None = None
    """(decision step, option) this step is nested under."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A named part of the response; the first one is 先期处置, the immediate response."""

    id: str
    name: Text
    steps: tuple[str, ...]
    """Ids of all its steps, nested ones included, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class RolePlan:
    """A role the playbook needs."""

    id: str
    name: Text | None = None
    """None for a role of the firm's standard set, which has its own label."""
    required: FlagBySeverity = FlagBySeverity()
    backup: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled playbook, pinned when it is attached to an incident."""

    id: str
    revision: int
    status: str
    """draft, approved or retired, as the file says."""
    name: Text
    goal: Text
    category: str
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    roles: tuple[RolePlan, ...] = ()
    separation: tuple[tuple[str, str], ...] = ()
    """Pairs of roles that one person may not hold together (不相容岗位)."""
    source_sha256: str = ""
    """Hash of the file's bytes, in lower-case hexadecimal."""

    def step(self, step_id: str) -> Step | None:
        """The step called `step_id`, or None."""
        return next((step for step in self.steps if step.id == step_id), None)
