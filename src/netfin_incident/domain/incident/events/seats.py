"""Who holds which role, and how it passed from one to the next."""

from typing import ClassVar

from netfin_incident.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """A vacant role was given to a person."""

    KIND: ClassVar[str] = "role-assigned"
    role: str
    person: str


@dataclass(frozen=True, slots=True)
class RoleReleased:
    """The holder left a role; it is vacant."""

    KIND: ClassVar[str] = "role-released"
    role: str
    person: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HandoverOffered:
    """The holder offered a role with a brief; the holder still holds it."""

    KIND: ClassVar[str] = "handover-offered"
    role: str
    to: str
    brief: str


@dataclass(frozen=True, slots=True)
class HandoverAccepted:
    """The receiver accepted and now holds the role."""

    KIND: ClassVar[str] = "handover-accepted"
    role: str
    person: str
    before: str


@dataclass(frozen=True, slots=True)
class HandoverEnded:
    """An offer was declined by the receiver or withdrawn."""

    KIND: ClassVar[str] = "handover-ended"
    role: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """A role was taken from its holder 强制接管, with a reason."""

    KIND: ClassVar[str] = "role-taken"
    role: str
    person: str
    before: str
    """Who held it; empty where it was vacant."""
    reason: str
