"""When a notice that could not be delivered is tried again, and when it is given up."""

from datetime import datetime, timedelta
from typing import Final

from netfin_incident.notify import Outcome, Result

PAUSES: Final = (5, 15, 30, 60, 120, 300)
"""Seconds after the first, second and further attempts; the last for all that follow."""
SPREAD: Final = 0.2
"""By which part a pause is longer or shorter, so that many do not come back at once."""
GIVEN_UP_AFTER: Final = timedelta(minutes=15)
"""How long a notice is tried."""
FEWEST_ATTEMPTS: Final = 4
"""Even one that waited too long because nothing watched is tried so often before it is given up."""


def again_at(
    outcome: Outcome, attempts: int, made_at: datetime, now: datetime, chance: float
) -> datetime | None:
    """When a notice is tried again after `outcome`; None where it is given up.

    Args:
        outcome: What the last attempt came to; not that it was delivered.
        attempts: How many there were, that one among them.
        made_at: Since when it is owed.
        now: When the last attempt ended.
        chance: From 0 to 1: how long the pause is within its spread.
    """
    ends_at = made_at + GIVEN_UP_AFTER
    is_over = now >= ends_at and attempts >= FEWEST_ATTEMPTS
    if outcome.result is Result.REFUSED or is_over:
        return None
    if outcome.result is Result.RETRY_AFTER and outcome.wait:
        return now + timedelta(seconds=outcome.wait)
    pause = PAUSES[min(max(attempts, 1), len(PAUSES)) - 1]
    later = now + timedelta(seconds=pause * (1 - SPREAD + 2 * SPREAD * chance))
    return min(later, ends_at) if now < ends_at else later
