"""Two watchers, killed again and again at any moment while people declare and acknowledge.

The far side turns down a page in ten, and pages of light emergencies go out several in one.
"""

import random
import time
from pathlib import Path
from signal import SIGKILL

import pytest

from faults.firm import Firm, firm
from faults.invariants import Findings, broken, digest_keys
from faults.processes import Nursery
from netfin_incident.domain.severity import Severity
from shell import Shell

SEED = 20261124
SPEED = 20.0
"""So slow that a busy machine works off a burst within the leases."""
BRIEF = 10.0
LONG = 60.0


def killed_again_and_again(office: Firm, seconds: float, seed: int) -> None:
    """Two watchers at once, of which now one and now the other is killed."""
    print(f"seed {seed}")
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    office.watch()
    office.watch()
    until = time.monotonic() + seconds
    next_kill = time.monotonic() + 0.5
    while time.monotonic() < until:
        chance = rng.random()
        if chance < 0.4:
            office.declare(rng.choice((Severity.S1, Severity.S2)))
        elif chance < 0.5:
            office.acknowledge(rng.choice(office.declared[-10:] or [office.declare()]))
        elif chance < 0.55:
            for _ in range(9):
                office.declare(Severity.S4)
        if time.monotonic() > next_kill:
            _kill_one(office, rng)
            next_kill = time.monotonic() + rng.uniform(0.05, 0.6)
        time.sleep(rng.uniform(0.02, 0.12))


def _kill_one(office: Firm, rng: random.Random) -> None:
    victim = rng.choice(office.watchers)
    victim.signal(SIGKILL)
    office.crashed(victim)
    office.watch()


def assert_all_is_well(office: Firm) -> None:
    """Everything is worked off, and nothing is wrong with it."""
    begun = time.monotonic()
    assert office.drain(120)
    print(f"worked off after {time.monotonic() - begun:.1f} s")
    office.stop()
    assert broken(office) == []
    verified = Shell(office.folder)("journal", "verify")
    assert verified.code == 0, verified
    sent = sum(office.receiver.counts().values())
    digests = len(list(digest_keys(Findings(office))))
    print(
        f"{len(office.crashes)} kills, {len(office.declared)} emergencies, {sent} pages, {digests} digests"
    )


def test_two_watchers_killed_at_any_moment_lose_nothing(tmp_path: Path, children: Nursery) -> None:
    with firm(tmp_path, children, rounds=2, pause=0.01, trouble=0.1, speed=SPEED) as office:
        killed_again_and_again(office, BRIEF, SEED)
        assert_all_is_well(office)
        assert len(office.crashes) > 10


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_two_watchers_killed_for_long_lose_nothing(
    tmp_path: Path, children: Nursery, seed: int
) -> None:
    with firm(tmp_path, children, rounds=2, pause=0.02, trouble=0.1, speed=SPEED) as office:
        killed_again_and_again(office, LONG, SEED + seed)
        assert_all_is_well(office)
