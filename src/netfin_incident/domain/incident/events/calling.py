"""Who was called because nobody had answered, and whether it reached them.

Entries keep ids of people, contacts and channels, never an address.
"""

from datetime import datetime
from typing import ClassVar

from netfin_incident.domain.escalation import Called, EscalationPolicy, Purpose
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CalledBecause, CallOutcome, PassedBecause


@dataclass(frozen=True, slots=True)
class EscalationStarted:
    """A ladder was begun, by the policy as it was then."""

    KIND: ClassVar[str] = "escalation-started"
    generation: int
    policy: EscalationPolicy
    sha256: str
    knowing: tuple[str, ...] = ()
    """Who acknowledged before, and is not called by a level again."""
    first: tuple[str, ...] = ()
    """Whom the first level would have called then."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """A level was called."""

    KIND: ClassVar[str] = "escalated"
    generation: int
    round: int
    level: int
    """From 1."""
    level_id: str
    because: CalledBecause
    due_at: datetime
    """When it was owed; that it was called later shows in the entry's own time."""
    called: tuple[Called, ...]
    reason: str = ""
    knew: tuple[str, ...] = ()
    """Who belongs to it and was not called, having acknowledged in this escalation."""


@dataclass(frozen=True, slots=True)
class LevelPassedOver:
    """A level was passed over at once, because it had nobody to call."""

    KIND: ClassVar[str] = "level-passed-over"
    generation: int
    round: int
    level: int
    level_id: str
    because: PassedBecause


@dataclass(frozen=True, slots=True)
class FallbackCalled:
    """All levels are used up: the fallback was called, for the first time or again."""

    KIND: ClassVar[str] = "fallback-called"
    generation: int
    time: int
    """1 where the levels are just used up."""
    due_at: datetime
    called: tuple[Called, ...]
    because: CalledBecause = CalledBecause.DUE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AcknowledgementExpired:
    """Nothing was recorded after the reminder either: the escalation goes on at the next level."""

    KIND: ClassVar[str] = "acknowledgement-expired"
    generation: int
    people: tuple[str, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """People were told of something that waits for them."""

    KIND: ClassVar[str] = "told"
    purpose: Purpose
    about: str
    """What it is about: a role, or a step as `PLAYBOOK/STEP`; empty for the incident as a whole."""
    number: int
    """Which of several of that kind: the place in the step's list, the entry of the offer."""
    due_at: datetime
    called: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class NoticeSent:
    """A notice was handed over to the channel, which took it."""

    KIND: ClassVar[str] = "notice-sent"
    key: str
    to: str
    contact: str
    attempts: int
    digest: bool = False
    """Whether several were sent as one."""
    simulated: bool = False
    """Whether a drill wrote it down and sent it to nobody."""


@dataclass(frozen=True, slots=True)
class NoticeFailed:
    """A notice could not be delivered and is not tried again by itself."""

    KIND: ClassVar[str] = "notice-failed"
    key: str
    to: str
    contact: str
    attempts: int
    reason: str
    """The channel's word for it."""
    detail: str = ""
    """What the far side said, without secrets."""


@dataclass(frozen=True, slots=True)
class NoticeRetried:
    """Somebody asked for a notice to be tried again."""

    KIND: ClassVar[str] = "notice-retried"
    key: str
    to: str
    contact: str


@dataclass(frozen=True, slots=True)
class NoticeQuarantined:
    """Somebody held a notice back."""

    KIND: ClassVar[str] = "notice-quarantined"
    key: str
    to: str
    contact: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallMade:
    """Somebody dialled a person's number."""

    KIND: ClassVar[str] = "call-made"
    person: str
    outcome: CallOutcome
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateSuppressed:
    """The alarm came again under the key of an incident that is open."""

    KIND: ClassVar[str] = "duplicate-suppressed"
    title: str
    severity: Severity
