"""Asking about roles: assign, hand over, take, release."""

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Role


@dataclass(frozen=True)
class AssignRole:
    """Give a vacant role to a person."""

    role: str
    person: str


@dataclass(frozen=True)
class ReleaseRole:
    """Leave a role vacant."""

    role: str
    reason: str = ""


@dataclass(frozen=True)
class OfferHandover:
    """Offer a role to another person, with a brief."""

    role: str
    to: str
    brief: str


@dataclass(frozen=True)
class AcceptHandover:
    """Accept the role that was offered to the actor."""

    role: str


@dataclass(frozen=True)
class EndHandover:
    """Decline an offer, or withdraw one's own."""

    role: str
    reason: str


@dataclass(frozen=True)
class TakeRole:
    """Take a role from whoever holds it, with a reason; for command that is always allowed."""

    reason: str
    role: str = Role.COMMANDER
