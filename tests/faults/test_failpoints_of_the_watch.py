"""Killed at every place where it matters, at the first, second and fifth pass: nothing is lost."""

import signal
import time
from pathlib import Path

import pytest

from faults.firm import Firm, firm
from faults.invariants import broken
from faults.processes import PATIENCE, Child, Nursery
from netfin_incident.app.failpoints import POINTS

HITS = (1, 2, 5)
FEWEST = 2
"""Emergencies in each life of a watcher."""


def until_killed(office: Firm, child: Child) -> None:
    """Declare emergencies, each a moment after the other, until the watcher dies at its point."""
    limit, lately = time.monotonic() + PATIENCE, 0
    while lately < FEWEST or not child.has_ended:
        assert time.monotonic() < limit, "the point was never reached"
        office.declare()
        lately += 1
        if len(office.declared) % 4 == 0:
            office.acknowledge(office.declared[-2])
        time.sleep(0.05)


@pytest.mark.parametrize("point", POINTS)
def test_watchers_killed_there_leave_nothing_undone_and_nothing_done_twice(
    tmp_path: Path, children: Nursery, point: str
) -> None:
    with firm(tmp_path, children) as office:
        for hit in HITS:
            child = office.watch(f"{point}:{hit}")
            until_killed(office, child)
            office.crashed(child)
            assert child.code == -signal.SIGKILL
            office.let_leases_run_out()
        office.watch()
        assert office.drain()
        office.stop()
        assert broken(office) == []
