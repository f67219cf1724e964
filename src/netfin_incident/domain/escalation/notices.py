"""Notices 通知: what is owed to whom because of an entry, and what came of it.

Which notices are owed follows from the entries alone: a queue of them can be dropped and rebuilt,
and never repeats what is recorded as delivered.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final

from netfin_incident.domain.escalation.on_call import Called
from netfin_incident.domain.records import dataclass

KEY_LENGTH: Final = 32


class Purpose(StrEnum):
    """Why somebody is told."""

    PAGE = "page"
    """A level was called: please acknowledge."""
    FALLBACK = "fallback"
    """All levels were called and nobody has acknowledged."""
    REMINDER = "reminder"
    """You acknowledged, and nothing has been recorded since."""
    STEP_LATE = "step_late"
    STEP_UNASSIGNED = "step_unassigned"
    ROLE_ASSIGNED = "role_assigned"
    ROLE_TAKEN = "role_taken"
    """Somebody took over a role that you held."""
    HANDOVER_OFFERED = "handover_offered"
    HANDOVER_UNANSWERED = "handover_unanswered"

    @property
    def is_call(self) -> bool:
        """Whether it asks for an acknowledgement, and has no point any more once there is one."""
        return self in (Purpose.PAGE, Purpose.FALLBACK)


class NoticeState(StrEnum):
    """Where a notice stands."""

    PENDING = "pending"
    SENT = "sent"
    DEAD = "dead"
    """It could not be delivered."""
    DROPPED = "dropped"
    """It had no point any more before it was sent."""
    QUARANTINED = "quarantined"
    """Held back by a person."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message owed to one receiver by one way."""

    key: str
    """The same for every attempt."""
    entry: int
    """The entry because of which it is owed."""
    purpose: Purpose
    to: str
    """Person id, or the name of a channel."""
    contact: str
    """Id of the contact; empty for a channel."""
    made_at: datetime
    state: NoticeState = NoticeState.PENDING
    settled_at: datetime | None = None
    attempts: int = 0
    reason: str = ""
    """Of one that is dead: why, by the channel's word for it; of one held back, the person's."""
    simulated: bool = False
    """Of one that is sent: whether a drill wrote it down and sent it to nobody."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be sent."""
        return self.state is NoticeState.PENDING


def notice_key(incident: str, entry: int, to: str, contact: str) -> str:
    """What identifies a notice for ever: made of what owes it, not drawn."""
    told = "\x00".join(("nfi-notice1", incident, str(entry), to, contact))
    return hashlib.sha256(told.encode()).hexdigest()[:KEY_LENGTH]


def notices_to(
    called: Iterable[Called], purpose: Purpose, incident: str, entry: int, at: datetime
) -> Iterator[Notice]:
    """The notices that an entry owes to those it called: one for each way to each of them."""
    for one in called:
        for contact in ("",) if one.channel else one.contacts:
            key = notice_key(incident, entry, one.to, contact)
            yield Notice(key, entry, purpose, one.to, contact, at)
