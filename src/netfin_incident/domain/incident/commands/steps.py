"""Asking to carry out a playbook.

`playbook` may be left empty where only one attached playbook has such a step.
"""

from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.records import dataclass


@dataclass(frozen=True)
class AttachPlaybook:
    """Pin a playbook's plan to the incident."""

    plan: Plan
    approved: bool = False


@dataclass(frozen=True)
class GiveUpPlaybook:
    """Carry out no more of a playbook; with required steps open it needs a `second` person."""

    playbook: str
    reason: str
    second: str = ""


@dataclass(frozen=True)
class StartStep:
    """Begin a step."""

    step: str
    playbook: str = ""


@dataclass(frozen=True)
class CompleteStep:
    """Finish a step, saying what its kind asks for."""

    step: str
    playbook: str = ""
    note: str = ""
    option: str = ""
    """The choice of a decision; `again` or `enough` after a round of a repeat step."""
    objections: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    """Variables and what was typed for them."""
    to: str = ""
    """Who got a notice or a report, in the words of one language; empty for the playbook's own."""
    text: str = ""
    """The words that were sent, for a notice."""
    channel: str = ""
    receipt: str = ""
    """What proves that a report arrived."""
    called: Plan | None = None
    """The plan that a `call` step begins, where it is not attached yet."""
    called_approved: bool = False


@dataclass(frozen=True)
class FailStep:
    """Say that a step did not succeed; where that ends the playbook, a `second` person agrees."""

    step: str
    reason: str
    playbook: str = ""
    second: str = ""


@dataclass(frozen=True)
class SkipStep:
    """Leave a step out, with a reason; a required one needs a `second` person."""

    step: str
    reason: str
    playbook: str = ""
    second: str = ""


@dataclass(frozen=True)
class ReopenStep:
    """Take a settled step up again."""

    step: str
    reason: str
    playbook: str = ""


@dataclass(frozen=True)
class SetVariable:
    """Say what a fact is, as typed; an empty value says that it is not known any more."""

    variable: str
    value: str
    playbook: str = ""


@dataclass(frozen=True)
class RecordCommand:
    """Record that a step's command was run, with what its output gave."""

    step: str
    arguments: tuple[str, ...]
    playbook: str = ""
    simulated: bool = False
    exit_code: int | None = None
    timed_out: bool = False
    took_ms: int = 0
    expected: bool = True
    approved_by: str = ""
    output: str = ""
    """Where the output is kept; empty where there is none."""
    sha256: str = ""
    size: int | None = None
    captured: tuple[tuple[str, str], ...] = ()
    """Variables and what was found for them."""
