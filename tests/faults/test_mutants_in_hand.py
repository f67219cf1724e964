"""Scenes between two watchers, or a watcher and a person, that break an invariant in a wrong program.

Each scene runs on the program as it is, where everything holds, and on a mutant, where it does not.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from faults.firm import SPEED, Firm, firm
from faults.hands import Hand
from faults.invariants import IN_FLIGHT, broken_ones
from faults.mutants import MUTANTS
from faults.processes import Nursery
from netfin_incident.app.sending import Letter
from netfin_incident.notify import Outcome
from netfin_incident.notify.channel import Reason, refused

Scene = Callable[[Firm], None]


def acknowledged_with_the_page_in_hand(office: Firm) -> None:
    """Somebody acknowledges while the page waits for a sender."""
    office.clock = office.clock.at_speed(1)
    incident, hand = office.declare(), Hand(office, "one")
    hand.ticker.turn(hand.now())
    (bundle,) = hand.claim()
    office.acknowledge(incident)
    time.sleep(IN_FLIGHT + 0.1)
    hand.delivery.deliver(bundle)


def taken_over_while_sending(office: Firm) -> None:
    """One stands still while sending, and is refused when another has taken over and is sending."""
    may_go_on, other_sends = Event(), Event()

    def stand_still(_letter: Letter) -> Outcome:
        other_sends.set()
        may_go_on.wait(10)
        return refused(Reason.RECIPIENT_REFUSED)

    def send(letter: Letter) -> Outcome:
        may_go_on.set()
        standing.join()
        return other.send(letter)

    one, other = Hand(office, "one", stand_still), Hand(office, "other", send)
    office.declare()
    one.ticker.turn(one.now())
    (bundle,) = one.claim()
    standing = Thread(target=one.delivery.deliver, args=(bundle,))
    standing.start()
    assert other_sends.wait(10)
    office.clock = office.clock.set_on(31)
    (taken,) = other.claim()
    other.delivery.deliver(taken)


def both_saw_the_same_due(office: Firm) -> None:
    """Two watchers read the same list of what is due, and act on it one after the other."""
    one, other = Hand(office, "one"), Hand(office, "other")
    office.declare()
    at = one.now()
    due, same = one.outbox.waking(at, 10), other.outbox.waking(at, 10)
    one.ticker._fire(due, at)
    other.ticker._fire(same, at + timedelta(milliseconds=1))


def then_all_is_done(office: Firm) -> None:
    """The program as it is takes over and finishes."""
    office.let_leases_run_out()
    office.clock = office.clock.at_speed(SPEED)
    office.watch()
    office.drain(5)
    office.stop()


SCENES: list[tuple[Scene, str, str]] = [
    (acknowledged_with_the_page_in_hand, "sent_without_another_look", "I5"),
    (taken_over_while_sending, "settled_without_the_lease", "I2"),
    (both_saw_the_same_due, "fired_without_a_guard", "I1"),
]


@pytest.mark.parametrize(("scene", "mutant", "invariant"), SCENES)
def test_a_mutant_is_noticed(
    tmp_path: Path, children: Nursery, scene: Scene, mutant: str, invariant: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with firm(tmp_path, children) as office:
        with monkeypatch.context() as patched:
            MUTANTS[mutant](patched)
            scene(office)
        then_all_is_done(office)
        assert invariant in broken_ones(office)


@pytest.mark.parametrize("scene", [scene for scene, _, _ in SCENES])
def test_the_program_itself_breaks_nothing_in_the_same_scenes(
    tmp_path: Path, children: Nursery, scene: Scene
) -> None:
    with firm(tmp_path, children) as office:
        scene(office)
        then_all_is_done(office)
        assert broken_ones(office) == set()
