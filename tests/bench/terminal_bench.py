"""How soon the terminal shows something, and all of it, beside a bare Textual program."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyte

from bench.measure import Measured
from bench.start_bench import program, surroundings
from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.store import create_store
from record_book import act

COLUMNS, LINES = 120, 40
PATIENCE = 60.0
"""Seconds within which a screen must be there."""
NEWEST = "INC-2026-0200"
"""Stands first in the list, which is painted as a whole."""
INCIDENTS = 200


class Seen(NamedTuple):
    """When a program had painted what, in seconds after it was started."""

    painted: float
    ready: float


def measures(*, quick: bool) -> list[Measured]:
    """Both figures of the terminal."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "netfin.db")
        environment = surroundings(folder) | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        bare = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
        seen: tuple[list[Seen], list[Seen]] = ([], [])
        for counts in (False, *[True] * (1 if quick else 12)):
            ours = start(program(folder), environment, NEWEST)
            baseline = start(bare, environment, "everything is here")
            if counts:
                seen[0].append(ours)
                seen[1].append(baseline)
    first = [median(one.painted for one in each) for each in seen]
    full = [median(one.ready for one in each) for each in seen]
    return [
        Measured("terminal first paint : bare Textual app", first[0], first[1], 1.5),
        Measured(f"terminal ready, {INCIDENTS} incidents : bare app", full[0], full[1], 2.5),
    ]


def fill(path: Path) -> None:
    """A database whose list is current."""
    desk = Desk(create_store(path))
    for number in range(INCIDENTS):
        declaration = Declaration(f"Payments of bank {number} time out", Severity.S2, "UTC")
        desk.declare(declaration, act(number))
    desk.incidents(Mode.LIVE)
    desk.store.close()


def start(command: list[str], environment: dict[str, str], expected: str) -> Seen:
    """Start a program in a terminal of its own and watch until it shows `expected`."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    size = {"COLUMNS": str(COLUMNS), "LINES": str(LINES)}
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        os.execve(command[0], command, environment | size)  # noqa: S606 - a program, in its terminal
    painted = 0.0
    try:
        while time.perf_counter() - begun < PATIENCE:
            if not select.select([terminal], [], [], 1.0)[0]:
                continue
            stream.feed(os.read(terminal, 65536))
            now = time.perf_counter() - begun
            shown = "\n".join(screen.display)
            if not painted and shown.strip():
                painted = now
            if expected in shown:
                return Seen(painted, now)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    message = f"never shown: {expected}\n" + "\n".join(screen.display)
    raise TimeoutError(message)
