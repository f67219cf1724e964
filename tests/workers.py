"""Starting worker processes, and holding a database against what they were told."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from netfin_incident.app.desk import Desk
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.journal import Head, Row
from netfin_incident.store.store import open_store
from netfin_incident.store.verify import verify_store
from record_book import stored

_BATCH = re.compile(r'"text":"([a-z0-9]+:[0-9]+:[1-9][0-9]*)')

SCRIPT = Path(__file__).with_name("worker.py")


class Acknowledged(NamedTuple):
    """What a worker was told is recorded."""

    first: int
    last: int
    anchor: str


class Worker:
    """One process at work."""

    def __init__(self, path: Path, name: str, commands: int = 100_000, seed: int = 0) -> None:
        """Start it; it waits until it is let go."""
        # Unbuffered, so that what was told is all read, whichever way it is read.
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT, path, name, str(commands), str(seed)],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def wait_until_ready(self) -> None:
        """It has opened the database."""
        assert self._line() == "ready\n", self.process.communicate()[1].decode()

    def let_go(self) -> None:
        """Let it begin."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"go\n")

    def told(self, count: int) -> list[Acknowledged]:
        """Its next acknowledgements, as they come."""
        return [acknowledged(self._line()) for _ in range(count)]

    def kill(self) -> list[Acknowledged]:
        """Kill it at once, as `kill -9` does; what it had been told by then."""
        self.process.kill()
        out, _ = self.process.communicate()
        whole = out[: out.rfind(b"\n") + 1].decode().splitlines()
        return [acknowledged(line) for line in whole if line != "ready"]

    def finish(self) -> list[Acknowledged]:
        """Wait for its end; everything it was told."""
        out, err = self.process.communicate(timeout=120)
        assert self.process.returncode == 0, err.decode()
        return [acknowledged(line) for line in out.decode().splitlines()]

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode()


def acknowledged(line: str) -> Acknowledged:
    """One line of a worker's output."""
    first, last, anchor = line.split()
    return Acknowledged(int(first), int(last), anchor)


def check(path: Path, told: list[Acknowledged]) -> list[Row]:
    """Everything told is there, every batch is whole, the chain verifies, the list is right."""
    desk = Desk(open_store(path))
    rows = stored(desk.store)
    assert verify_store(desk.store, [Head(one.last, one.anchor) for one in told]).is_good
    for one in told:
        assert rows[one.last - 1].anchor == one.anchor
    assert_batches_are_whole(rows)
    kept = desk.incidents(Mode.LIVE)
    rebuilt = Desk(open_store(path))
    rebuilt.rebuild()
    assert rebuilt.incidents(Mode.LIVE).rows == kept.rows
    assert not kept.folded_in_memory
    return rows


def assert_batches_are_whole(rows: list[Row]) -> None:
    """What was asked together was recorded together, or not at all."""
    found = Counter(
        batch[1] for row in rows if row.body is not None and (batch := _BATCH.search(row.body))
    )
    torn = [text for text, count in found.items() if count % int(text.rpartition(":")[2])]
    assert torn == []
