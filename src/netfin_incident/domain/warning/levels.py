"""How serious a warning is, in what its values are measured, and how they are held against thresholds."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class WarningLevel(StrEnum):
    """How serious a warning is; the worst first."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"

    @property
    def rank(self) -> int:
        """Its place, from 1 for the worst."""
        return tuple(WarningLevel).index(self) + 1


class Unit(StrEnum):
    """What an indicator is measured in."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    NUMBER = "number"


class Comparison(StrEnum):
    """How a value is held against a threshold."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"

    @property
    def is_upward(self) -> bool:
        """Whether greater values are worse."""
        return self in (Comparison.AT_LEAST, Comparison.ABOVE)

    def reaches(self, value: "Decimal", threshold: "Decimal") -> bool:
        """Whether `value` reaches `threshold`."""
        match self:
            case Comparison.AT_LEAST:
                return value >= threshold
            case Comparison.ABOVE:
                return value > threshold
            case Comparison.AT_MOST:
                return value <= threshold
            case Comparison.BELOW:
                return value < threshold

    def is_worse(self, one: "Decimal", other: "Decimal") -> bool:
        """Whether `one` is a worse value than `other`."""
        return one > other if self.is_upward else one < other
