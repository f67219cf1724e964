"""One command as a process of its own: an argument list, never a shell, never longer than allowed.

The command gets no input, a few environment variables, and an empty folder to work in.  It heads a
session of its own, so that at the timeout everything it started can be ended with it.
"""

import os
import selectors
import signal
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT, Popen, TimeoutExpired
from time import monotonic
from typing import Final

from netfin_incident.errors import UsageError

MAX_OUTPUT: Final = 1 << 20
"""How many bytes of the output are kept; the rest is read and dropped."""

_PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_PIECE: Final = 1 << 20
"""No pipe holds more, so one read takes all that waits in it."""
_LOOK: Final = 0.02
"""Seconds between two looks at whether a command that says nothing has ended."""
_PATIENCE: Final = 2.0
"""Seconds to wait for a killed process; one that runs as another user cannot be killed."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command."""

    exit_code: int | None
    """As the program gave it; below zero, the signal that ended it; None where it still runs."""
    output: bytes
    """What it wrote to standard output and standard error, in the order in which it came."""
    cut: bool
    """Whether it wrote more than is kept."""
    timed_out: bool
    took_ms: int


def run(argv: Sequence[str], timeout: float, folder: Path | None = None) -> Ran:
    """Run the program `argv[0]` with the arguments after it, and wait for it.

    What it leaves running after its own end goes on, and is not waited for.

    Args:
        argv: Program and arguments; no shell reads them.
        timeout: Seconds after which the command and all that it started are killed.
        folder: Where its working folder is made; None for the system's place for such folders.

    Raises:
        UsageError: the program is missing, may not be run, or could not be started.
    """
    with _working_folder(argv[0], folder) as place:
        began = monotonic()
        with _started(argv, place) as process:
            output, cut, timed_out = _listen(process, began + timeout)
        took = round((monotonic() - began) * 1000)
        return Ran(process.returncode, output, cut, timed_out, took)


@contextmanager
def _working_folder(program: str, folder: Path | None) -> Iterator[str]:
    try:
        made = tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True)
    except OSError as problem:
        raise _not_started(program, problem) from None
    with made as place:
        yield place


@contextmanager
def _started(argv: Sequence[str], place: str) -> "Iterator[Popen[bytes]]":
    """The running process; whatever happens, at the end it is gone."""
    try:
        process = Popen(  # noqa: S603 - an argument list that was allowed, and never a shell
            list(argv), stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, bufsize=0, cwd=place,
            env=_environment(), start_new_session=True,
        )  # fmt: skip
    except (OSError, ValueError) as problem:
        raise _not_started(argv[0], problem) from None
    try:
        yield process
    finally:
        _end(process)


def _listen(process: "Popen[bytes]", deadline: float) -> tuple[bytes, bool, bool]:
    """What the process says until it ends, or until the deadline: output, whether cut, whether late.

    The end is looked for by itself: a process left behind may hold the output open for ever.
    """
    kept, cut = bytearray(), False
    with selectors.DefaultSelector() as selector:
        if process.stdout is not None:
            selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            # Asked before reading, so that all it wrote before it ended is read after.
            ended = process.poll() is not None
            left = deadline - monotonic()
            late = left <= 0 and not ended
            for key, _ in selector.select(0 if ended or late else min(_LOOK, left)):
                piece = os.read(key.fd, _PIECE)
                if not piece:
                    selector.unregister(key.fileobj)
                cut = cut or len(kept) + len(piece) > MAX_OUTPUT
                kept += piece[: MAX_OUTPUT - len(kept)]
            if ended or late:
                return bytes(kept), cut, late


def _end(process: "Popen[bytes]") -> None:
    """Kill the process and its group where it still runs, and leave no zombie."""
    if process.poll() is None:
        # Not waited for yet, so its number cannot have become another group's.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(TimeoutExpired):
        process.wait(_PATIENCE)
    if process.stdout is not None:
        process.stdout.close()


def _environment() -> Mapping[str, str]:
    return {"PATH": _PATH, "LANG": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}


def _not_started(program: str, problem: OSError | ValueError) -> UsageError:
    if isinstance(problem, FileNotFoundError) and not os.path.lexists(program):
        return UsageError("command-missing", program=program)
    if isinstance(problem, PermissionError):
        return UsageError("command-not-executable", program=program)
    reason = problem.strerror if isinstance(problem, OSError) else str(problem)
    return UsageError("command-not-started", program=program, reason=reason or "")
