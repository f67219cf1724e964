"""Asking about who is called: start, go on, acknowledge for the time; and what became of notices."""

from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CallOutcome


@dataclass(frozen=True)
class StartEscalation:
    """Start to climb a ladder, from its first level."""

    policy: EscalationPolicy
    sha256: str
    on_call: OnCallNow
    anew: bool = False
    """Whether those who acknowledged before are called again."""


@dataclass(frozen=True)
class Escalate:
    """Call the next level now."""

    on_call: OnCallNow
    seen: int | None = None
    """How often anybody had been called when the person asked; None where they did not look."""
    reason: str = ""


@dataclass(frozen=True)
class Tick:
    """Do what time alone makes due; a question, so late and doubled ones are harmless."""

    on_call: OnCallNow


@dataclass(frozen=True)
class RecordSent:
    """A notice was handed over."""

    key: str
    attempts: int
    digest: bool = False
    simulated: bool = False
    """Whether a drill wrote it down and sent it to nobody."""


@dataclass(frozen=True)
class RecordFailed:
    """A notice could not be delivered, and is not tried again by itself."""

    key: str
    attempts: int
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class RetryNotice:
    """Try a notice again that could not be delivered, or was held back."""

    key: str


@dataclass(frozen=True)
class QuarantineNotice:
    """Hold a notice back."""

    key: str
    reason: str


@dataclass(frozen=True)
class RecordCall:
    """Somebody dialled a person's number."""

    person: str
    outcome: CallOutcome
    contact: str = ""


@dataclass(frozen=True)
class SuppressDuplicate:
    """The alarm came again while the incident is open under its key."""

    title: str
    severity: Severity
