"""What the firm monitors 监测指标, and which value raises a warning of which level 预警级别.

A level is entered by its threshold and left where the value has come back to the level's end, so
that a value that swings about a threshold does not raise and end a warning again and again.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from netfin_incident.domain.expression.amounts import Money, plain
from netfin_incident.domain.expression.typed import (
    duration_kept,
    is_share,
    money_of,
    money_text,
    number_of,
    seconds_of,
    share_text,
)
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text, clean_line
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel


class IndicatorGroup(StrEnum):
    """What an indicator is about."""

    TRANSACTIONS = "transactions"
    SYSTEMS = "systems"
    CUSTOMER_SERVICE = "customer_service"
    LIQUIDITY = "liquidity"
    FRAUD = "fraud"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as the firm's file has it."""

    id: str
    name: Text
    group: IndicatorGroup
    unit: Unit
    comparison: Comparison
    thresholds: Mapping[WarningLevel, Decimal]
    """The value that enters each level; levels that the firm does not use are left out."""
    ends: Mapping[WarningLevel, Decimal]
    """The value at which a level is left, where that is not its threshold."""
    currency: str = ""
    """Of money."""
    window: Text | None = None
    """Over which time it is measured, in words."""
    owner: str = ""
    """The role that answers for it."""
    playbook: str = ""
    """The playbook to think of first."""

    def level(
        self, value: Decimal, current: WarningLevel | None = None
    ) -> WarningLevel | None:  # fmt: skip
        """The level at `value` of a warning that stood at `current`; None where it is over."""
        for level in WarningLevel:
            if level not in self.thresholds:
                continue
            if self.comparison.reaches(value, self.thresholds[level]):
                return level
            stands = current is not None and level.rank >= current.rank
            if stands and self.comparison.is_worse(value, self.end(level)):
                return level
        return None

    def end(self, level: WarningLevel) -> Decimal:
        """The value at which `level` is left."""
        return self.ends.get(level, self.thresholds[level])


def read_value(unit: Unit, currency: str, typed: str) -> Decimal | None:
    """The value that `typed` is; None where it is none of the unit's kind.

    A bare number is in the unit itself: per cent, seconds, or the indicator's currency.
    """
    line = clean_line(typed)
    if unit is Unit.DURATION:
        seconds = seconds_of(f"{line}s" if line.isascii() and line.isdigit() else line)
        return None if seconds is None else Decimal(seconds)
    number = number_of(line)
    if unit is Unit.PERCENT:
        return number if number is None or is_share(line) else number.scaleb(-2)
    if unit is Unit.MONEY and number is None:
        money = money_of(line)
        return money.amount if money is not None and money.currency == currency else None
    if number is None or is_share(line):
        return None
    is_whole = number == number.to_integral_value() and number >= 0
    return number if is_whole or unit is not Unit.COUNT else None


def value_text(unit: Unit, currency: str, value: Decimal) -> str:
    """The one form in which a value is kept: `12000`, `12.5%`, `CNY 5000000`, `45m`, `0.8`."""
    match unit:
        case Unit.MONEY:
            return money_text(Money(value, currency))
        case Unit.DURATION:
            return duration_kept(int(value))
        case Unit.PERCENT:
            return share_text(value)
        case _:
            return plain(value)
