"""The checks notice what they are for: a wrong version of one part breaks a named invariant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from faults.firm import Firm, firm
from faults.invariants import broken_ones
from faults.processes import Nursery

BRIEF = 1.0
"""Seconds for what never comes."""


def killed_once(office: Firm, failpoint: str) -> None:
    """A watcher dies at `failpoint`, and another takes over when its leases have run out."""
    child = office.watch(failpoint)
    office.declare()
    office.crashed(child)
    office.let_leases_run_out()
    office.watch()
    office.drain(BRIEF)
    office.stop()


def two_at_work(office: Firm) -> None:
    """Two watchers have much to do at the same time."""
    office.watch()
    office.watch()
    for _ in range(12):
        office.declare()
    office.drain()
    office.stop()


def late(office: Firm) -> None:
    """Nobody watches for a while."""
    office.declare()
    office.let_leases_run_out()
    office.watch()
    office.drain()
    office.stop()


@pytest.mark.parametrize(
    ("mutant", "failpoint", "invariants"),
    [
        ("outbox_in_a_second_transaction", "claim.before_commit:3", {"I2", "I4"}),
        ("lease_that_ran_out_is_a_failure", "send.before:1", {"I2", "I6"}),
        ("lease_that_ran_out_is_a_failure", "claim.after_commit:1", {"I2", "I6"}),
        ("recorded_before_it_is_sent", "send.before:1", {"I3"}),
    ],
)
def test_a_mutant_is_noticed_at_a_failpoint(
    tmp_path: Path, children: Nursery, mutant: str, failpoint: str, invariants: set[str]
) -> None:
    with firm(tmp_path, children, mutant=mutant) as office:
        killed_once(office, failpoint)
        assert broken_ones(office) >= invariants


def test_a_mutant_that_begins_deferred_is_noticed_when_two_watch(
    tmp_path: Path, children: Nursery
) -> None:
    with firm(tmp_path, children, mutant="deferred_begin") as office:
        two_at_work(office)
        assert "I7" in broken_ones(office)


def test_a_mutant_that_counts_from_the_plan_is_noticed_after_an_outage(
    tmp_path: Path, children: Nursery
) -> None:
    with firm(tmp_path, children, mutant="next_level_counted_from_the_plan") as office:
        late(office)
        assert "I1" in broken_ones(office)


@pytest.mark.parametrize("scene", [two_at_work, late])
def test_the_program_itself_breaks_nothing_in_the_same_scenes(
    tmp_path: Path, children: Nursery, scene: Callable[[Firm], None]
) -> None:
    with firm(tmp_path, children) as office:
        scene(office)
        assert broken_ones(office) == set()
