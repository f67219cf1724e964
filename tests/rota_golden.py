"""Writes the golden journal of a roster of this version: adoptions, overrides, swaps.

    python tests/rota_golden.py

A released version's file under `tests/data/rota/` is never written again: every later version must
import it, verify it, and come to the same summary.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from golden import exported, write_golden
from netfin_incident.app.on_call import called
from netfin_incident.app.rosters import Rosters
from netfin_incident.domain.definition import events as d
from netfin_incident.domain.record import Act
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.vocabulary import Basis, DefinitionKind, Known
from netfin_incident.store.store import Store
from rosters import at

FOLDER: Final = Path(__file__).parent / "data" / "rota"

T0: Final = at("2026-01-12 02:00")
"""A Monday, 10:00 in Shanghai: ann has the turn until Friday, 18:00, and bo until the Monday after."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ROSTER: Final = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann: {name: 安}
  bo: {name: 博, zone: America/New_York, language: en}
  cy: {name: 岑, contacts: [{id: mobile, channel: phone, address: "+86 138 0000 0003"}]}
rotations:
  first:
    name: {zh: 一线, en: First line}
    layers:
      - id: turns
        every: 1 week
        start: 2026-01-05 09:00
        handoffs: [Mon 09:00, Fri 18:00]
        people: [ann, bo]
"""
TEXTS: Final = (ROSTER, ROSTER.replace("people: [ann, bo]", "people: [bo, cy]"))
ANNS, BOS = (T0, at("2026-01-16 10:00")), (at("2026-01-16 10:00"), at("2026-01-19 01:00"))


def adopted(number: int, start: datetime, note: str = "") -> d.DefinitionAdopted:
    """A roster adopted."""
    text = TEXTS[number - 1]
    digest = sha256(text.encode()).hexdigest()
    return d.DefinitionAdopted(
        DefinitionKind.ROSTER, "roster", number, digest, text, start, note
    )  # fmt: skip


ADOPTIONS: Final[tuple[tuple[Act, d.Event], ...]] = (
    (Act(T0 - DAY, "lead", uid=1000), adopted(1, T0 - 7 * DAY, "首版")),
    (Act(T0 + 8 * DAY, "lead"), adopted(2, T0 + 9 * DAY)),
)
ENTRIES: Final[tuple[tuple[Act, e.Event], ...]] = (
    (Act(T0, "lead"), e.OverrideSet("first", "O1", "cy", T0, T0 + DAY, "家中急事", "ann")),
    (Act(T0 + HOUR, "lead"), e.OverrideCancelled("first", "O1", "back again")),
    (
        Act(T0 + 2 * HOUR, "ann"),
        e.SwapOffered("first", "S1", "ann", "bo", *ANNS, *BOS, "换周末"),
    ),
    (
        Act(T0 + DAY, "lead", Known.ASSERTED, on_behalf_of="bo", basis=Basis.PHONE),
        e.SwapAccepted("first", "S1"),
    ),
    (Act(T0 + DAY, "ann"), e.SwapOffered("first", "S2", "ann", "cy", *BOS)),
    (Act(T0 + DAY, "cy"), e.SwapDeclined("first", "S2", "away")),
    (Act(T0 + DAY, "ann"), e.SwapOffered("first", "S3", "ann", "cy", *BOS)),
    (Act(T0 + DAY, "ann"), e.SwapWithdrawn("first", "S3")),
    (
        Act(T0 + 2 * DAY, "lead"),
        e.OverrideSet("first", "O2", "cy", T0 + 3 * DAY, T0 + 3 * DAY + HOUR, "an errand"),
    ),
)


def golden_lines() -> list[str]:
    """The export of the golden journal: adoptions stand between what happened to the rotation."""
    stream = "definition/roster/roster"
    return exported((stream, ADOPTIONS[:1]), ("rota/first", ENTRIES), (stream, ADOPTIONS[1:]))


def summary(store: Store) -> dict[str, Any]:
    """Who was on call when, in plain values whose meaning will not change."""
    rosters = Rosters(Path("/nowhere/roster.yaml"), store)
    moments: dict[str, Any] = {}
    for hours in (-1, 0.5, 1, 25, 73, 74, 24 * 4.5, 24 * 6, 24 * 8, 24 * 9.5, 24 * 13):
        moment = T0 + hours * HOUR
        roster = rosters.counting(moment).roster
        for known, changes in (("then", rosters.changes(moment)), ("now", rosters.changes())):
            (one,) = called(roster, "first", moment, changes)
            spell = one.spell
            moments[f"{moment.isoformat()} {known}"] = spell and [
                spell.duty.person, spell.duty.why.value, spell.duty.by, spell.duty.instead_of,
                spell.since and spell.since.isoformat(), spell.until and spell.until.isoformat(),
            ]  # fmt: skip
    return moments


if __name__ == "__main__":
    write_golden(FOLDER, golden_lines(), summary)
