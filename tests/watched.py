"""Indicators, and values of them, for tests about warnings."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import reduce
from typing import Any

from netfin_incident.domain.indicators import Indicator, IndicatorGroup
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import rules
from netfin_incident.domain.warning.levels import Comparison, Unit, WarningLevel
from netfin_incident.domain.warning.state import WarningCase, apply

RED, ORANGE, YELLOW, BLUE = WarningLevel
T0 = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ZONE = "Asia/Shanghai"

FAILURES = Indicator(
    "payment-failures", Text("Failures", "失败率"), IndicatorGroup.TRANSACTIONS, Unit.COUNT,
    Comparison.AT_LEAST,
    {RED: Decimal(20), ORANGE: Decimal(10), YELLOW: Decimal(5)},
    {RED: Decimal(15), ORANGE: Decimal(8), YELLOW: Decimal(3)},
    owner="technical", playbook="payment-channel-outage",
)  # fmt: skip
BALANCE = Indicator(
    "balance", Text("Balance", "余额"), IndicatorGroup.LIQUIDITY, Unit.MONEY, Comparison.BELOW,
    {RED: Decimal(100), YELLOW: Decimal(200)}, {RED: Decimal(150)}, "CNY",
)  # fmt: skip


def act(minutes: float = 0, person: str = "ann") -> Act:
    """An act so many minutes after the first."""
    return Act(T0 + minutes * MINUTE, person)


def observed(value: float, minutes: float = 0, **more: Any) -> c.Observed:
    """A value of payment failures, or of another indicator."""
    indicator = more.pop("indicator", FAILURES)
    given = {"key": indicator.id} | more
    return c.Observed(indicator, Decimal(value), T0 + minutes * MINUTE, ZONE, **given)


def raised(value: float = 12, minutes: float = 0, **more: Any) -> WarningCase:
    """The warning that a value raises."""
    asked = c.Raise("WRN-2026-0001", observed(value, minutes, **more))
    (event,) = rules.raise_one(act(minutes), asked)
    return apply(None, act(minutes), event)


def after(warning: WarningCase, minutes: float, *commands: c.Receive | c.Handling) -> WarningCase:
    """The warning once `commands` were carried out."""

    def carried_out(state: WarningCase, command: c.Receive | c.Handling) -> WarningCase:
        events = rules.decide(state, act(minutes), command)
        return reduce(lambda now, event: apply(now, act(minutes), event), events, state)

    return reduce(carried_out, commands, warning)


def came(value: float, minutes: float, **more: Any) -> c.Receive:
    """The command that takes a value in."""
    return c.Receive(observed(value, minutes, **more))
