"""The firm as the rules see it: licences, domicile, regimes, and where its days are counted."""

from enum import StrEnum
from typing import Final

from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text

_OPERATOR: Final = "cii"
"""Last part of the name of a regime for operators of critical infrastructure: `cn-cii`."""


class Licence(StrEnum):
    """What a firm is licensed to do."""

    BANK = "bank"
    PAYMENT = "payment"
    E_MONEY = "e_money"
    CONSUMER_FINANCE = "consumer_finance"
    SMALL_LOAN = "small_loan"
    GUARANTEE = "guarantee"
    INSURANCE = "insurance"
    INSURANCE_BROKER = "insurance_broker"
    SECURITIES = "securities"
    FUND = "fund"
    FUND_SALES = "fund_sales"
    WEALTH_MANAGEMENT = "wealth_management"
    CREDIT_REPORTING = "credit_reporting"
    CLEARING = "clearing"
    SERVICE_PROVIDER = "service_provider"
    """None of its own: it works for firms that have one."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entity:
    """One firm."""

    name: Text
    licences: tuple[Licence, ...]
    critical_infrastructure: bool
    """Whether it was designated an operator of critical information infrastructure."""
    domicile: str
    """Country, or country and region: `CN-SH`."""
    regimes: tuple[str, ...]
    """The regimes that it is under, by the names that clocks use."""
    zone: str
    """Where it is at home, and its days are counted."""
    calendar: str = ""
    """Id of the calendar of its working days; Monday to Friday where it is empty."""
    kinds: tuple[str, ...] = ()
    """What it is to rules that make exceptions: `credit_institution`."""

    @property
    def operator_regimes(self) -> tuple[str, ...]:
        """Those of its regimes that are for operators of critical infrastructure."""
        return tuple(one for one in self.regimes if one.split("-")[-1] == _OPERATOR)
