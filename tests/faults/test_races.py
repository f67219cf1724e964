"""A watcher and a person, or two of either, at the very moment when a level is due."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from faults.firm import Firm, firm
from faults.hands import Hand
from faults.invariants import Findings, nobody_called_after_an_answer
from faults.processes import Nursery
from netfin_incident.domain.escalation import Escalation
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.errors import CommandRefused

ROUNDS = 300
FEWEST = 30
SECONDS = 4.0
"""When a busy machine may stop before it has done all rounds."""
STEP = 0.0001
"""Seconds."""


@pytest.fixture
def office(tmp_path: Path, children: Nursery) -> Iterator[Firm]:
    with firm(tmp_path, children) as made:
        yield made


def at_once(*tasks: Callable[[], object], last_later: float = 0.0) -> None:
    """Run all at the same moment, each in its own thread; the last a few microseconds later."""
    barrier = Barrier(len(tasks))

    def run(task: Callable[[], object], later: float) -> None:
        barrier.wait()
        begin = time.perf_counter() + later
        while time.perf_counter() < begin:
            pass
        task()

    late = [*[0.0 for _ in tasks[1:]], last_later]
    threads = [Thread(target=run, args=pair) for pair in zip(tasks, late, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def ladder(office: Firm, incident: str) -> Escalation:
    found = office.desk.incident(incident).escalation
    assert found is not None
    return found


def test_a_level_and_an_acknowledgement_at_once_are_in_one_order(office: Firm) -> None:
    watcher, person = Hand(office, "watcher"), Hand(office, "person")
    first: Counter[str] = Counter()
    later, until = 0.0, time.monotonic() + SECONDS
    while first.total() < FEWEST or (first.total() < ROUNDS and time.monotonic() < until):
        incident, at = office.declare(), office.clock.wall()
        at_once(
            partial(watcher.ticker.turn, at),
            partial(person.desk.handle, incident, Act(at, "ann"), c.Acknowledge()),
            last_later=later,
        )
        called = bool(ladder(office, incident).fires)
        first["call" if called else "answer"] += 1
        # Whoever was behind gets a head start, so that most rounds are decided by a hair.
        later = max(0.0, later + (-STEP if called else STEP))
        assert watcher.outbox.waking(office.clock.wall(), 1) == []
        assert office.outbox.rows(office.clock.wall()) == []
    assert list(nobody_called_after_an_answer(Findings(office))) == []
    assert min(first["call"], first["answer"]) > first.total() // 10, first


def test_two_people_who_escalate_at_once_call_one_level(office: Firm) -> None:
    hands = Hand(office, "one"), Hand(office, "other")
    refused: list[str] = []

    def press(hand: Hand, incident: str) -> None:
        policy = ladder(office, incident).policy
        asked = c.Escalate(hand.on_call(policy, hand.now()), seen=0)
        try:
            hand.desk.handle(incident, Act(hand.now(), hand.owner), asked)
        except CommandRefused as error:
            refused.append(error.slug)

    for number in range(1, 41):
        incident = office.declare()
        at_once(*(partial(press, hand, incident) for hand in hands))
        assert ladder(office, incident).fires == 1
        assert refused == ["already-escalated"] * number


def test_watchers_at_the_same_instant_call_each_level_once(office: Firm) -> None:
    watchers = [Hand(office, f"w{number}") for number in range(3)]
    for _ in range(40):
        incident, at = office.declare(), office.clock.wall()
        at_once(*(partial(one.ticker.turn, at) for one in watchers))
        assert ladder(office, incident).fires == 1
