"""Writes the golden journal of warnings of this version: raised, counted, handled, ended.

    python tests/warning_golden.py

A released version's file under `tests/data/warning/` is never written again: every later version must
import it, verify it, and come to the same summary.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from golden import exported, write_golden
from netfin_incident.app.desk import Desk
from netfin_incident.app.warnings import Warnings
from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.domain.vocabulary import Basis, Mode
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.levels import Comparison, Unit
from netfin_incident.store.store import Store
from watched import BLUE, MINUTE, ORANGE, RED, T0, ZONE, act

FOLDER: Final = Path(__file__).parent / "data" / "warning"


def raised(number: int, **more: Any) -> e.WarningRaised:
    """A warning raised."""
    given: dict[str, Any] = {
        "unit": Unit.PERCENT, "comparison": Comparison.AT_LEAST, "value": "12.5%",
        "threshold": "10%", "level": ORANGE, "key": "gateway:failures",
    } | more  # fmt: skip
    name = Text("Payments that fail", "支付失败率")
    return e.WarningRaised(
        f"WRN-2026-{number:04d}", "failures", name, observed_at=T0, zone=ZONE, **given
    )


STREAMS: Final = {
    1: (
        (act(0), raised(1, source="gateway", owner_role="technical", playbook="payments")),
        (act(1), e.ValueCame("11%", T0 + MINUTE, ORANGE, 400, "14%", source="gateway")),
        (act(2), e.WarningAssessed("one channel\nno other")),
        (act(2), e.WarningOwned("li-na")),
        (act(3), e.WarningAccepted(T0 + timedelta(hours=2), "planned work")),
        (act(4), e.ValueCame("25%", T0 + 4 * MINUTE, RED, threshold="20%")),
        (
            Act(T0 + 6 * MINUTE, "scribe", on_behalf_of="li-na", basis=Basis.PHONE),
            e.WarningNoted("运营商已联系"),
        ),
        (act(7), e.WarningPromoted("INC-2026-0001")),
        (act(8), e.ValueCame("1%", T0 + 8 * MINUTE)),
    ),
    2: (
        (
            act(10),
            raised(2, unit=Unit.MONEY, currency="CNY", comparison=Comparison.BELOW,
                   value="CNY 90", threshold="CNY 100", level=BLUE, mode=Mode.DRILL),
        ),
        (act(11), e.WarningJudgedFalse("a test")),
    ),
    3: ((act(20), raised(3)), (act(21), e.WarningClosed("repaired"))),
}  # fmt: skip


def golden_lines() -> list[str]:
    """The export of the golden journal."""
    written = ((f"warning/WRN-2026-{number:04d}", entries) for number, entries in STREAMS.items())
    return exported(*written)


def summary(store: Store) -> dict[str, Any]:
    """Each warning, in plain values whose meaning will not change."""
    return {
        one.id: {
            "level": one.level and one.level.value, "worst": [one.worst_level.value, one.worst],
            "threshold": one.threshold, "times": one.times, "value": one.value,
            "assessment": one.assessment, "owner": one.owner, "outcome": one.outcome,
            "notes": [[note.by, note.text] for note in one.notes], "incident": one.incident,
            "standing": one.standing(T0).value, "mode": one.raised.mode.value,
        }
        for one in Warnings(Desk(store)).all()
    }  # fmt: skip


if __name__ == "__main__":
    write_golden(FOLDER, golden_lines(), summary)
