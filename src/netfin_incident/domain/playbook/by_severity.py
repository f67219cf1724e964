"""Values of a plan that differ by severity."""

from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class DueBySeverity:
    """Seconds allowed after the step became ready, by severity; None where there is no limit."""

    s1: int | None = None
    s2: int | None = None
    s3: int | None = None
    s4: int | None = None

    def at(self, severity: Severity) -> int | None:
        """The limit in seconds that holds at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


@dataclass(frozen=True, slots=True)
class FlagBySeverity:
    """Yes or no, by severity."""

    s1: bool = False
    s2: bool = False
    s3: bool = False
    s4: bool = False

    def at(self, severity: Severity) -> bool:
        """What holds at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


@dataclass(frozen=True, slots=True)
class RoleBySeverity:
    """Whose step it is, by severity; empty where it is nobody's in particular."""

    s1: str = ""
    s2: str = ""
    s3: str = ""
    s4: str = ""

    def at(self, severity: Severity) -> str:
        """The role at `severity`."""
        return (self.s1, self.s2, self.s3, self.s4)[severity - 1]


NO_LIMIT: Final = DueBySeverity()
NEVER: Final = FlagBySeverity()
