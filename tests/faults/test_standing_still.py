"""A watcher that stood still for longer than its leases changes nothing when it goes on."""

import time
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP

import pytest

from faults.firm import Firm, firm
from faults.invariants import Findings, broken
from faults.processes import Child, Nursery
from netfin_incident.errors import StoreBusy

ATTEMPT = 0.3
"""Seconds that the far side takes to answer; a good while less than an attempt may take."""


def stopped_while_sending(office: Firm) -> Child:
    """A watcher that is stopped when a page of its has arrived and is not yet answered."""
    standing = office.watch()
    office.declare()
    limit = time.monotonic() + 10
    while not office.receiver.got:
        assert time.monotonic() < limit, "no page was sent"
        time.sleep(0.002)
    while not _stops_outside_a_write(office, standing):
        assert time.monotonic() < limit, "it was always writing"
    office.watchers.remove(standing)
    return standing


def _stops_outside_a_write(office: Firm, child: Child) -> bool:
    """Stop it; where it was just writing and would hold up everybody, let it go on a little."""
    child.signal(SIGSTOP)
    try:
        with office.desk.store.writing(patience=0.1):
            return True
    except StoreBusy:
        child.signal(SIGCONT)
        time.sleep(0.003)
        return False


def test_one_that_went_on_too_late_settles_nothing(tmp_path: Path, children: Nursery) -> None:
    with firm(tmp_path, children, pause=ATTEMPT) as office:
        standing = stopped_while_sending(office)
        page = office.receiver.got[0].key
        office.let_leases_run_out()
        office.watch()
        office.drain()
        entries = len(Findings(office).entries[office.declared[0]])
        standing.signal(SIGCONT)
        office.watchers.append(standing)
        time.sleep(0.5)
        office.stop()
        assert office.receiver.counts()[page] == 2
        assert len(Findings(office).entries[office.declared[0]]) == entries
        assert broken(office) == []


@pytest.mark.parametrize("while_other", ["works", "is killed"])
def test_one_that_goes_on_beside_another_doubles_nothing(
    tmp_path: Path, children: Nursery, while_other: str
) -> None:
    with firm(tmp_path, children, pause=0.05) as office:
        standing = stopped_while_sending(office)
        for _ in range(6):
            office.declare()
        office.let_leases_run_out()
        other = office.watch()
        office.wait_for(other)
        if while_other == "is killed":
            other.signal(SIGKILL)
            office.crashed(other)
        standing.signal(SIGCONT)
        office.watchers.append(standing)
        assert office.drain()
        office.stop()
        assert broken(office) == []
