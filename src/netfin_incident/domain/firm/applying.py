"""Whether a clock concerns a firm, and how far the firm may rely on it.

Where nobody has said what the firm is, nothing is ruled out.
"""

from datetime import date
from enum import StrEnum

from netfin_incident.domain.clocks import Clock, Level, Use
from netfin_incident.domain.firm.entity import Entity


class Applies(StrEnum):
    """Whether a clock concerns the firm."""

    YES = "applies"
    NO = "does_not_apply"
    UNKNOWN = "unknown"
    """Nobody has said under which regimes the firm is."""


def applies(clock: Clock, entity: Entity | None) -> Applies:
    """Whether `clock` concerns `entity`; None where it is not known what the firm is."""
    if not clock.regimes:
        return Applies.YES
    if entity is None:
        return Applies.UNKNOWN
    return Applies.NO if set(entity.regimes).isdisjoint(clock.regimes) else Applies.YES


def counted_as(clock: Clock, entity: Entity | None, day: date, *, shipped: bool) -> Use:
    """How far `clock` may be relied on at `entity`, as things stand on `day`.

    It is what the file says; but a shipped clock that is off is switched on by a firm that names its
    regime, unless its text is no longer in force: as law where its source was read, else as to be
    checked.  In a file of the firm's own, off is off.
    """
    is_over = clock.instrument.is_over(day)
    if clock.use is not Use.OFF or not shipped or is_over or not clock.regimes:
        return clock.use
    if entity is None or applies(clock, entity) is not Applies.YES:
        return Use.OFF
    proof = clock.verification
    is_read = proof is not None and proof.level is Level.PRIMARY and not clock.lacking
    return Use.ENABLED if is_read else Use.ADVISORY
