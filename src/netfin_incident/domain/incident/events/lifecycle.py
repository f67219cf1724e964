"""Declaring, ending, grading: where the incident as a whole stands."""

from typing import ClassVar

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Milestone, Mode, Origin, Relation, Status


@dataclass(frozen=True, slots=True)
class Declared:
    """An emergency was reported; nobody is committed yet."""

    KIND: ClassVar[str] = "incident-declared"
    id: str
    title: str
    severity: Severity
    zone: str
    """IANA zone in which times of this incident are read and shown."""
    mode: Mode = Mode.LIVE
    origin: Origin = Origin.NATIVE
    key: str = ""
    """`SOURCE:ID` of the alarm; one open incident per key."""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A named person has it."""

    KIND: ClassVar[str] = "acknowledged"
    generation: int = 0
    """Of the escalation that it answers; 0 where there is none."""
    by_code: bool = False
    """Whether the person on the phone read out the code of their page."""


@dataclass(frozen=True, slots=True)
class Activated:
    """The response was activated 启动响应 at a level, by somebody's authority."""

    KIND: ClassVar[str] = "activated"
    level: Severity
    """Response level 响应级别; may differ from the severity."""
    authorised_by: str


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The response moved on, or back."""

    KIND: ClassVar[str] = "status-changed"
    before: Status
    after: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The incident was withdrawn 撤销."""

    KIND: ClassVar[str] = "cancelled"
    before: Status
    kind: CancelKind
    reason: str
    duplicate_of: str = ""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The response was taken up again."""

    KIND: ClassVar[str] = "reopened"
    before: Status
    reason: str


@dataclass(frozen=True, slots=True)
class SeverityChanged:
    """The severity was raised or lowered."""

    KIND: ClassVar[str] = "severity-changed"
    before: Severity
    after: Severity
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneReached:
    """A moment that metrics and clocks are measured from; later passes never replace the first."""

    KIND: ClassVar[str] = "milestone-reached"
    milestone: Milestone
    how: str = ""
    """How and through whom it was known."""


@dataclass(frozen=True, slots=True)
class FundsStated:
    """Whether customers' or the firm's funds were touched, and whether the books agree 对账平."""

    KIND: ClassVar[str] = "funds-stated"
    touched: bool
    reconciled: bool = False
    count: int | None = None
    """Number of affected transactions."""
    amount: str = ""
    """Affected amount as an exact decimal, with its currency: `1250000.00 CNY`."""
    suspense: str = ""
    """Balance left on the suspense account, likewise."""
    reason: str = ""
    """Why the response may end although the books do not agree yet."""


@dataclass(frozen=True, slots=True)
class Linked:
    """This incident stands in a relation to another."""

    KIND: ClassVar[str] = "linked"
    relation: Relation
    other: str
    note: str = ""
