"""Real processes of the program, started at once and killed at will."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

from faults.fast_clock import FastClock

_SCRIPT: Final = Path(__file__).with_name("nursery.py")
PATIENCE: Final = 20.0
"""Seconds, by the machine's clock, after which a process that should have ended is a failure."""


class Nursery:
    """Starts children; see the script."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, asked: Mapping[str, object]) -> Any:
        """The answer to one request."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"the nursery ended with {self._process.wait()}, asked for {asked}"
        return json.loads(answer)


@contextmanager
def nursery() -> Iterator[Nursery]:
    """One nursery, with its children, for as long as it is needed."""
    tests = str(_SCRIPT.parents[1])
    with subprocess.Popen(
        [sys.executable, _SCRIPT],
        env={**os.environ, "PYTHONPATH": tests},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Nursery(process)


@dataclass
class Child:
    """One running process."""

    nursery: Nursery
    pid: int
    code: int | None = None

    @property
    def has_ended(self) -> bool:
        """Whether it has; its exit code is known then."""
        if self.code is None:
            self.code = self.nursery.ask({"ended": self.pid})
        return self.code is not None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, unless it has ended."""
        if not self.has_ended:
            os.kill(self.pid, number)

    def end(self) -> int:
        """Wait for its end; the exit code, negative for the signal that killed it."""
        limit = time.monotonic() + PATIENCE
        while not self.has_ended:
            assert time.monotonic() < limit, f"process {self.pid} did not end"
            time.sleep(0.005)
        assert self.code is not None
        return self.code

    def kill(self) -> None:
        """Kill it at once."""
        self.signal(signal.SIGKILL)
        self.end()


def start(
    where: Nursery,
    words: Sequence[str],
    environ: Mapping[str, str],
    clock: FastClock,
    log: Path,
    **more: object,
) -> Child:
    """Run the command line in a process of its own, by `clock`, with its output in `log`.

    More: `mutant`, a wrong version of one part; `task`, what is run instead; `most_bytes`, how long
    a file it may write; `uid`, as whom it runs.
    """
    asked = {
        "words": list(words), "environ": dict(environ), "clock": astuple(clock), "log": str(log),
        "mutant": "", "task": "main", "most_bytes": 0, "uid": 0, **more,
    }  # fmt: skip
    return Child(where, where.ask(asked))
