"""Keeping an attempt within its time: for connections that trickle, and for calls that hang.

A timeout of a socket starts anew with every byte, so a far side that sends one byte a second would
never meet it.  Here the connection itself is shut at the deadline, whatever reads from it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from socket import SHUT_RDWR, socket
from threading import Thread, Timer
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class Deadline:
    """A moment on the clock that only runs forward."""

    def __init__(self, seconds: float) -> None:
        """Put the deadline `seconds` from now."""
        self._at = monotonic() + seconds

    def left(self) -> float:
        """Seconds until the deadline; never below zero."""
        return max(0.0, self._at - monotonic())

    def passed(self) -> bool:
        """Whether the deadline lies behind."""
        return monotonic() >= self._at


@contextmanager
def shut_at(deadline: Deadline, connection: socket) -> Iterator[None]:
    """Shut `connection` at the deadline, also where it has been wrapped in TLS since."""
    line = connection.dup()
    timer = Timer(deadline.left(), _shut, (line,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        line.close()


def within(seconds: float, work: Callable[[], T], expected: tuple[type[Exception], ...]) -> T:
    """What `work` answers, in a thread that is left behind when it takes longer.

    Args:
        seconds: How long to wait.
        work: A call that cannot be interrupted.
        expected: What it may raise; raised here in its place.

    Raises:
        TimeoutError: it did not answer in time.
    """
    answers: SimpleQueue[T | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(work())
        except expected as problem:
            answers.put(problem)

    Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _shut(line: socket) -> None:
    with suppress(OSError):
        line.shutdown(SHUT_RDWR)
