"""What may be asked about a warning, in the imperative.  The rules may refuse any of it.

Each command carries what the file of indicators says at that moment, so that the rules need to look
nowhere.
"""

from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from netfin_incident.domain.indicators import Indicator
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class Observed:
    """One value of an indicator, as somebody or something reported it."""

    indicator: Indicator
    value: Decimal
    at: datetime
    zone: str
    source: str = ""
    key: str = ""
    """Empty for the source and the indicator together."""
    mode: Mode = Mode.LIVE


@dataclass(frozen=True)
class Raise:
    """Raise a warning where the value reaches a threshold."""

    id: str
    observed: Observed


@dataclass(frozen=True)
class Receive:
    """Take in a value of a key that has an open warning, or several gathered ones."""

    observed: Observed
    """The newest."""
    times: int = 1
    worst: Decimal | None = None
    """The worst of them; None where that is the newest."""
    alone: bool = True
    """Whether it is the only value that is given at this moment."""


@dataclass(frozen=True)
class Assess:
    """Say what it means."""

    text: str


@dataclass(frozen=True)
class Own:
    """Let a person answer for handling it."""

    person: str


@dataclass(frozen=True)
class Note:
    """Say what was done about it, or found out."""

    text: str


@dataclass(frozen=True)
class Accept:
    """Bear it until a moment."""

    until: datetime
    reason: str


@dataclass(frozen=True)
class JudgeFalse:
    """Say that it was no cause for a warning."""

    reason: str


@dataclass(frozen=True)
class Close:
    """Say that its handling is done, and what came of it."""

    note: str


@dataclass(frozen=True)
class Promote:
    """Say which incident it became."""

    incident: str


Handling: TypeAlias = Assess | Own | Note | Accept | JudgeFalse | Close | Promote
"""What people do with a warning."""
Command: TypeAlias = Raise | Receive | Handling
