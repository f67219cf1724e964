"""Writes the golden journal of adopted playbooks of this version, with salts that never change.

    python tests/adoption_golden.py

A released version's file under `tests/data/adoption/` is never written again: every later version
must import it, verify it, and come to the same summary.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from golden import exported, write_golden
from netfin_incident.app.definitions import Definitions
from netfin_incident.domain.definition import events as d
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, DefinitionKind, Known, Precision
from netfin_incident.store.store import Store

FOLDER: Final = Path(__file__).parent / "data" / "adoption"

T0: Final = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
DAY: Final = timedelta(days=1)
LI, WANG, ZHAO = "li", "wang", "zhao"
TEXTS: Final = (
    '\ufeffrevision: 3\r\nname: {zh: 支付通道中断, en: "Outage \\ 😀"}\r\n',
    "revision: 4\nname: {zh: 支付通道中断处置预案, en: Outage}\n",
)  # fmt: skip
ID: Final = "channel-outage"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def adopted(text: str, start: datetime, note: str = "") -> d.DefinitionAdopted:
    """A text adopted."""
    revision = int(text.partition("revision: ")[2][0])
    return d.DefinitionAdopted(
        DefinitionKind.PLAYBOOK, ID, revision, _digest(text), text, start, note
    )


def approved(text: str, document: str, author: str, note: str = "") -> d.DefinitionApproved:
    """A text approved."""
    revision = int(text.partition("revision: ")[2][0])
    return d.DefinitionApproved(
        DefinitionKind.PLAYBOOK, ID, revision, _digest(text), document, author, note
    )


ENTRIES: Final[tuple[tuple[Act, d.Event], ...]] = (
    (Act(T0, LI, uid=1000), adopted(TEXTS[0], T0 - 30 * DAY, "年度修订")),
    (Act(T0 + timedelta(hours=1), LI, break_glass="alone"), approved(TEXTS[0], "临 1", LI)),
    (
        Act(T0 + DAY, LI, Known.ASSERTED, occurred_at=T0 + DAY / 2, zone="Asia/Shanghai",
            precision=Precision.MINUTE, on_behalf_of=WANG, basis=Basis.PHONE),
        approved(TEXTS[0], "RC 2026-17", ZHAO, "no objections"),
    ),
    (Act(T0 + 2 * DAY, WANG), adopted(TEXTS[1], T0 + 9 * DAY)),
    (Act(T0 + 3 * DAY, WANG), adopted(TEXTS[0], T0 + 12 * DAY)),
)  # fmt: skip


def golden_lines() -> list[str]:
    """The export of the golden journal: an incident's entry stands between those of a playbook."""
    declared = e.Declared("INC-2026-0001", "支付通道中断", Severity.S2, "Asia/Shanghai")
    stream = f"definition/playbook/{ID}"
    return exported(
        (stream, ENTRIES[:2]),
        ("incident/INC-2026-0001", [(Act(T0 + DAY, LI), declared)]),
        (stream, ENTRIES[2:]),
    )


def summary(store: Store) -> dict[str, Any]:
    """What was in force day by day, in plain values whose meaning will not change."""
    definitions = Definitions(store)
    days: dict[str, Any] = {}
    for day in (-31, -30, 0, 0.25, 1, 9, 12):
        at = T0 + day * DAY
        standing = definitions.in_force(at).get(ID)
        approval = standing and standing.approval
        days[at.isoformat()] = standing and {
            "revision": standing.version.revision,
            "text": definitions.body(ID, standing.version.sha256),
            "adopted": f"{standing.version.adopted_at.isoformat()} by {standing.version.adopted_by}",
            "from": standing.version.effective_from.isoformat(),
            "note": standing.version.note,
            "approved": approval
            and f"{approval.at.isoformat()} by {approval.by}, {approval.document},"
            f" of {approval.author}; {approval.alone}",
        }
    return days


if __name__ == "__main__":
    write_golden(FOLDER, golden_lines(), summary)
