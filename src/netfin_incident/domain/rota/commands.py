"""What may be asked about a rotation, in the imperative.  The rules may refuse any of it.

Each command carries what the roster says at that moment, so that the rules need to look nowhere.
"""

from datetime import datetime
from typing import TypeAlias

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.roster import Stint


@dataclass(frozen=True)
class SetOverride:
    """Let a person stand in 临时替班."""

    person: str
    start: datetime
    end: datetime
    reason: str
    people: tuple[str, ...]
    """Everybody in the roster."""
    instead_of: str = ""
    """Whom the person replaces; empty for whoever is on call, and where nobody is."""


@dataclass(frozen=True)
class CancelOverride:
    """Let an override count no longer; what of it is past stays."""

    id: str
    reason: str


@dataclass(frozen=True)
class OfferSwap:
    """Offer a shift of one's own to another person, for one of theirs or for nothing 换班."""

    to: str
    gives: Stint
    """The shift that is given, with whoever is on call for it."""
    takes: Stint | None
    """Likewise the one that is taken for it."""
    people: tuple[str, ...]
    """Everybody in the roster."""
    note: str = ""


@dataclass(frozen=True)
class AcceptSwap:
    """Accept a swap that was offered to the person who acts."""

    id: str
    gives_held_by: str
    """Who is on call now for what is given; empty where that is not one person throughout."""
    takes_held_by: str = ""
    """Likewise for what is taken."""


@dataclass(frozen=True)
class DeclineSwap:
    """Decline a swap that was offered to the person who acts."""

    id: str
    note: str = ""


@dataclass(frozen=True)
class WithdrawSwap:
    """Take back a swap that the person who acts offered."""

    id: str
    note: str = ""


Command: TypeAlias = (
    SetOverride | CancelOverride | OfferSwap | AcceptSwap | DeclineSwap | WithdrawSwap
)
