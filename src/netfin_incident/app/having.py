"""Whether somebody has an incident, and what comes next by itself: the ladder in short."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netfin_incident.domain.escalation import Escalation
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.incident.waking import climbs_at


class Having(StrEnum):
    """Whether somebody has an incident."""

    NO_POLICY = "no_policy"
    """Nobody is called by itself."""
    OVER = "over"
    """The emergency is over; nobody has to have it."""
    NOBODY = "nobody"
    PARTLY = "partly"
    """Fewer have acknowledged than the level asks for."""
    USED_UP = "used_up"
    """All levels were called, and nobody has acknowledged."""
    MORE = "more"
    """Somebody had it, more people were called by hand, and none has acknowledged since."""
    SOMEBODY = "somebody"

    @property
    def is_open(self) -> bool:
        """Whether an acknowledgement is waited for."""
        return self in (Having.NOBODY, Having.PARTLY, Having.USED_UP, Having.MORE)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an escalation stands, in short."""

    having: Having
    people: tuple[str, ...] = ()
    """Who has acknowledged."""
    count: int = 0
    """How many of them count for the level that was called last."""
    needed: int = 1
    level: int = 0
    """The level that was called last; 0 for none, and for the fallback."""
    next_level: int = 0
    """Of what is called next; 0 for the fallback."""
    next_at: datetime | None = None
    """When it is; where somebody has it, when they are reminded or it is void."""
    is_reminded: bool = False


def standing(incident: Incident) -> Standing:
    """Whether somebody has the incident, and what comes next by itself."""
    ladder = incident.escalation
    if ladder is None:
        return Standing(Having.NO_POLICY, incident.acknowledged)
    if not incident.is_under_way:
        return Standing(Having.OVER, ladder.acknowledged)
    next_at, level = climbs_at(incident), ladder.level if ladder.current else 0
    if ladder.is_answered:
        reminded = ladder.reminded_at is not None
        return Standing(
            Having.SOMEBODY, ladder.acknowledged, len(ladder.answers), ladder.needed, level, 0,
            next_at, reminded,
        )  # fmt: skip
    ahead = next(ladder.ahead(), (0, 0))[1]
    return Standing(
        _owed(ladder),
        ladder.acknowledged,
        len(ladder.answers),
        ladder.needed,
        level,
        ahead,
        next_at,
    )


def _owed(ladder: Escalation) -> Having:
    """Why an acknowledgement is waited for."""
    if ladder.wants_more:
        return Having.MORE
    if ladder.acknowledged:
        return Having.PARTLY
    return Having.NOBODY if ladder.exhausted_at is None else Having.USED_UP
