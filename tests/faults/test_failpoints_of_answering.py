"""Killed while somebody acknowledges: either they have it, or everybody is called on."""

import signal
from pathlib import Path

import pytest

from faults.firm import Firm, firm
from faults.invariants import broken
from faults.processes import Nursery

EMERGENCIES = 6


@pytest.mark.parametrize("hit", [1, 2, 5])
@pytest.mark.parametrize(("moment", "kept"), [("before", -1), ("after", 0)])
def test_an_acknowledgement_is_recorded_whole_or_not_at_all(
    tmp_path: Path, children: Nursery, moment: str, kept: int, hit: int
) -> None:
    with firm(tmp_path, children) as office:
        for _ in range(EMERGENCIES):
            office.declare()
        child = office.acknowledge_all(f"acknowledge.{moment}_commit:{hit}")
        assert child.end() == -signal.SIGKILL
        answered = [one for one in office.declared if office.desk.incident(one).acknowledged]
        assert len(answered) == hit + kept
        office.watch()
        office.drain()
        office.stop()
        assert broken(office) == []
        assert not set(answered) & {one for one in office.declared if _was_called(office, one)}


def _was_called(office: Firm, incident: str) -> bool:
    ladder = office.desk.incident(incident).escalation
    return ladder is not None and bool(ladder.fires)
