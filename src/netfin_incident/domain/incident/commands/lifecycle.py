"""Asking about the incident as a whole: declare, grade, move on, end."""

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Milestone, Mode, Origin, Relation, Status


@dataclass(frozen=True)
class Declare:
    """Report an emergency; commits nobody."""

    id: str
    title: str
    severity: Severity
    zone: str
    mode: Mode = Mode.LIVE
    origin: Origin = Origin.NATIVE
    key: str = ""
    service: str = ""


@dataclass(frozen=True)
class Acknowledge:
    """Say that the actor has it."""

    by_code: bool = False
    """Whether the person on the phone read out the code of their page."""


@dataclass(frozen=True)
class Activate:
    """Activate the response at a level, by somebody's authority."""

    level: Severity
    authorised_by: str


@dataclass(frozen=True)
class ChangeStatus:
    """Move the response on, or back."""

    to: Status
    reason: str = ""


@dataclass(frozen=True)
class Cancel:
    """Withdraw the incident."""

    kind: CancelKind
    reason: str
    duplicate_of: str = ""


@dataclass(frozen=True)
class Reopen:
    """Take the response up again."""

    reason: str


@dataclass(frozen=True)
class ChangeSeverity:
    """Raise the severity, or lower it with a reason; the same severity classifies."""

    to: Severity
    reason: str = ""


@dataclass(frozen=True)
class SetMilestone:
    """Record that a milestone was reached."""

    milestone: Milestone
    how: str = ""


@dataclass(frozen=True)
class StateFunds:
    """Say whether funds were touched and whether the books agree."""

    touched: bool
    reconciled: bool = False
    count: int | None = None
    amount: str = ""
    suspense: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Link:
    """Relate this incident to another."""

    relation: Relation
    other: str
    note: str = ""
