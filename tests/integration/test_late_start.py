"""Incidents nobody was called for: the policy could not be read when they were declared."""

from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.app.late_start import EVERY
from netfin_incident.domain.incident import commands as c
from watch_office import WatchOffice

BROKEN = "schema: netfin-escalation/1\npolicies: 7\n"


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def mended(office: WatchOffice, policy: str) -> None:
    """The file is mended, and some time later the watcher looks again."""
    office.write_policy(policy)
    office.wall.let_pass(seconds=(EVERY + timedelta(seconds=1)).total_seconds())


def test_a_broken_policy_keeps_nobody_from_declaring_and_is_made_good_once_it_is_mended(
    office: WatchOffice,
) -> None:
    policy = office.policy
    office.write_policy(BROKEN)
    one = office.declare()
    watch = office.watch()
    watch.once()
    assert office.incident(one).escalation is None
    mended(office, policy)
    watch.once()
    assert office.incident(one).escalation is not None
    assert office.pages("ann"), "and the first level is called"


def test_what_somebody_has_acknowledged_is_left_alone(office: WatchOffice) -> None:
    policy = office.policy
    office.write_policy(BROKEN)
    one = office.declare()
    office.ask(one, c.Acknowledge())
    watch = office.watch()
    mended(office, policy)
    watch.once()
    assert office.incident(one).escalation is None


def test_looking_twice_begins_it_once(office: WatchOffice) -> None:
    policy = office.policy
    office.write_policy(BROKEN)
    one = office.declare()
    first, second = office.watch("w1"), office.watch("w2")
    mended(office, policy)
    first.once()
    second.once()
    assert office.happened(one).count("escalation-started") <= 1
    ladder = office.incident(one).escalation
    assert ladder is not None
    assert ladder.generation == 1
