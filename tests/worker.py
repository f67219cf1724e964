"""A process of its own that works on a database until it is done, or until it is killed.

    python tests/worker.py DATABASE NAME COMMANDS SEED

It says `ready`, waits for a line, and then acknowledges on its output what was recorded, one line
for each command: the places of the first and the last entry, and the anchor of the last.
"""

import random
import sys
import time
from datetime import timedelta
from pathlib import Path

from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.store import create_store
from story import T0

SHARED = "INC-2026-0001"
"""The incident that every worker works on."""


def batch(name: str, number: int, size: int) -> list[c.Command]:
    """Commands of one transaction; each entry says how many belong together."""
    return [c.Note(f"{name}:{number}:{size}") for _ in range(size)]


def work(path: Path, name: str, commands: int, seed: int) -> None:
    """Carry out so many commands, now and then declaring and looking at the list."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
    desk = Desk(create_store(path))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(commands):
        act = Act(T0 + timedelta(seconds=number), name)
        asked = batch(name, number, rng.choice((1, 1, 1, 2, 7)))
        chance = rng.random()
        if chance < 0.1:
            done = desk.declare(Declaration(name, Severity.S3, "UTC"), act, *asked)
        else:
            done = desk.handle(SHARED, act, *asked)
        acknowledge(desk, done.recorded[0].seq, done.recorded[-1].seq)
        if chance > 0.8:
            desk.incidents(Mode.LIVE)
        # A moment's pause, as between two people's commands, or one process has all the turns.
        time.sleep(rng.random() * 0.004)


def acknowledge(desk: Desk, first: int, last: int) -> None:
    """Say what is on disk now."""
    with desk.store.reading() as journal:
        row = next(journal.tail(last - 1, 1))
    print(first, last, row.anchor, flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
