"""Indicators in words: how a value of each unit is written, and thresholds with their operator."""

from collections.abc import Mapping
from typing import Final

from netfin_incident.domain.indicators import Indicator, value_text
from netfin_incident.domain.text import Text
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say

WRITTEN_LIKE: Final[Mapping[Unit, Text]] = {
    Unit.COUNT: Text("a whole number: 12000 or 1.2万", "整数，如 12000 或 1.2万"),
    Unit.PERCENT: Text("a percentage: 12.5%", "百分比，如 12.5%"),
    Unit.MONEY: Text(
        "an amount in {currency}: {currency} 5000000", "{currency} 金额，如 {currency} 5000000"
    ),
    Unit.DURATION: Text("a length of time: 45s, 30m or 2h", "时长，如 45s、30m 或 2小时"),
    Unit.NUMBER: Text("a number: 0.8", "数值，如 0.8"),
}
"""What a value of each unit looks like."""
SIGNS: Final[Mapping[Comparison, str]] = {
    Comparison.AT_LEAST: "≥",
    Comparison.ABOVE: ">",
    Comparison.AT_MOST: "≤",
    Comparison.BELOW: "<",
}
_UNTIL: Final = Text(" (ends at {end})", "（回到 {end} 解除）")


def threshold_said(one: Indicator, level: WarningLevel, language: Language) -> str:
    """A level with its threshold and its end: `red ≥ 10% (ends at 8%)`."""
    threshold = value_text(one.unit, one.currency, one.thresholds[level])
    said = f"{say(label(level), language)} {SIGNS[one.comparison]} {threshold}"
    if level not in one.ends:
        return said
    end = value_text(one.unit, one.currency, one.ends[level])
    return said + say(_UNTIL, language).format(end=end)
