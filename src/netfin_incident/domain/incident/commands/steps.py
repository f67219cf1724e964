"""Asking to carry out a playbook."""

from dataclasses import dataclass

from netfin_incident.domain.playbook import Plan


@dataclass(frozen=True)
class AttachPlaybook:
    """Pin a playbook's plan to the incident."""

    plan: Plan
    approved: bool = False


@dataclass(frozen=True)
class StartStep:
    """Begin a step; `playbook` may be empty where only one playbook has such a step."""

    step: str
    playbook: str = ""


@dataclass(frozen=True)
class CompleteStep:
    """Finish a step; a decision needs the `option` chosen."""

    step: str
    playbook: str = ""
    note: str = ""
    option: str = ""
    objections: str = ""


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
