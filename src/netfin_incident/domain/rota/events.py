"""What happens to a rotation, in the past tense.

`KIND` is the stable name under which an event is stored; it never changes once released.
"""

from datetime import datetime
from typing import ClassVar, TypeAlias

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class OverrideSet:
    """A person stands in 临时替班, from a moment to another, which does not belong to it."""

    KIND: ClassVar[str] = "override-set"
    rotation: str
    id: str
    person: str
    start: datetime
    """Never before the entry was written: the past stays as it was."""
    end: datetime
    reason: str
    instead_of: str = ""
    """Empty for whoever is on call, and where nobody is."""


@dataclass(frozen=True, slots=True)
class OverrideCancelled:
    """An override counts no longer; what of it is past stays."""

    KIND: ClassVar[str] = "override-cancelled"
    rotation: str
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class SwapOffered:
    """A person offered a shift to another 换班; nothing changes before that one accepts."""

    KIND: ClassVar[str] = "swap-offered"
    rotation: str
    id: str
    offered_by: str
    offered_to: str
    gives_from: datetime
    gives_until: datetime
    takes_from: datetime | None = None
    """None where nothing is taken for it."""
    takes_until: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SwapAccepted:
    """The other accepted: from this entry on the swap counts."""

    KIND: ClassVar[str] = "swap-accepted"
    rotation: str
    id: str


@dataclass(frozen=True, slots=True)
class SwapDeclined:
    """The other did not want it."""

    KIND: ClassVar[str] = "swap-declined"
    rotation: str
    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SwapWithdrawn:
    """The one who offered it took it back."""

    KIND: ClassVar[str] = "swap-withdrawn"
    rotation: str
    id: str
    note: str = ""


Event: TypeAlias = (
    OverrideSet | OverrideCancelled | SwapOffered | SwapAccepted | SwapDeclined | SwapWithdrawn
)
