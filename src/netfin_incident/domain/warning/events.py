"""What happens to a warning, in the past tense.

`KIND` is the stable name under which an event is stored; it never changes once released.  Values are
kept as `domain.indicators.value_text` writes them; what the file of indicators said when the warning
was raised is kept in it, so that a later change of the file changes no past warning.
"""

from datetime import datetime
from typing import ClassVar, TypeAlias

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel


@dataclass(frozen=True, slots=True)
class WarningRaised:
    """An indicator reached a threshold."""

    KIND: ClassVar[str] = "warning-raised"
    id: str
    indicator: str
    name: Text
    unit: Unit
    comparison: Comparison
    value: str
    threshold: str
    """That of the level."""
    level: WarningLevel
    observed_at: datetime
    key: str
    """What tells one cause from another; one warning is open per key and mode."""
    zone: str
    """IANA name of the zone in which its times are read and shown."""
    source: str = ""
    """Who or what observed it."""
    currency: str = ""
    mode: Mode = Mode.LIVE
    owner_role: str = ""
    playbook: str = ""
    """The one that the file suggested."""


@dataclass(frozen=True, slots=True)
class ValueCame:
    """The key came again, once or several times since the entry before."""

    KIND: ClassVar[str] = "warning-value-came"
    value: str
    """The newest."""
    observed_at: datetime
    level: WarningLevel | None = None
    """The level from here on; None where the value ended the warning."""
    times: int = 1
    worst: str = ""
    """The worst of them, where that is not the newest."""
    threshold: str = ""
    """That of the level, where the level is a worse one."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class WarningAssessed:
    """Somebody judged what it means 研判; a later assessment replaces the one before."""

    KIND: ClassVar[str] = "warning-assessed"
    text: str


@dataclass(frozen=True, slots=True)
class WarningOwned:
    """A person answers for handling it."""

    KIND: ClassVar[str] = "warning-owned"
    person: str


@dataclass(frozen=True, slots=True)
class WarningNoted:
    """Something was done about it, or found out."""

    KIND: ClassVar[str] = "warning-noted"
    text: str


@dataclass(frozen=True, slots=True)
class WarningAccepted:
    """It is known and borne until a moment; a worse level ends that at once."""

    KIND: ClassVar[str] = "warning-accepted"
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class WarningJudgedFalse:
    """It was no cause for a warning 误报."""

    KIND: ClassVar[str] = "warning-judged-false"
    reason: str


@dataclass(frozen=True, slots=True)
class WarningClosed:
    """Its handling is done."""

    KIND: ClassVar[str] = "warning-closed"
    note: str


@dataclass(frozen=True, slots=True)
class WarningPromoted:
    """It became an incident, which bears the warning's id as its alarm key."""

    KIND: ClassVar[str] = "warning-promoted"
    incident: str


Event: TypeAlias = (
    WarningRaised | ValueCame | WarningAssessed | WarningOwned | WarningNoted | WarningAccepted
    | WarningJudgedFalse | WarningClosed | WarningPromoted
)  # fmt: skip
