"""A firm in files: what it is, and whom it reports to; with clocks of which some concern it."""

from pathlib import Path

from netfin_incident.library.clock_shelf import ClockShelf
from netfin_incident.library.paths import shipped_folder

ENTITY = """\
schema: netfin-entity/1
name: {zh: 示例支付, en: Example Payments}
licences: [payment, fund_sales]
critical_infrastructure: false
domicile: CN-SH
regimes: [cn, cn-network-operator, cn-pboc]
zone: Asia/Shanghai
calendar: cn
kinds: [credit_institution]
"""

CONTACTS = """\
schema: netfin-contacts/1
age_limit: 90d
without_contact: [cn-pipl-57-individuals]
contacts:
  cac:
    kind: authority
    name: {zh: 网信办, en: Cyberspace administration}
    phone_24h: "+86 21 1234 5678"
    portal: https://report.example.org/in
    mail: duty@example.org
    address: 示例路 1 号
    deputy: police
    clocks: [cn-cac-operator, cn-pipl-57-authority]
    checked_on: 2026-09-01
    review_by: 2026-12-31
  police:
    kind: police
    name: {zh: 公安, en: Police}
    checked_on: 2026-10-01
"""


def shelf(*own: Path) -> ClockShelf:
    """The shipped clocks, and those in a firm's own folder."""
    return ClockShelf([shipped_folder("templates") / "clocks", *own])
