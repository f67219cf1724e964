"""The far side of every page: an HTTP gateway on the loopback that keeps what it was given."""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Final, NamedTuple

from notify_sinks import Sink, listening

_LENGTH: Final = re.compile(rb"(?i)content-length: ([0-9]+)")


class Got(NamedTuple):
    """One page as it came."""

    key: str
    at: float
    """By `time.monotonic`."""
    to: str


@dataclass
class Receiver:
    """Keeps every page."""

    port: int
    file: Path
    """Where pages by file go; it is read as a receiver that never forgets."""
    got: list[Got] = field(default_factory=list)
    turned_down: int = 0
    """How many of them it answered with an error, so that they come again."""

    def counts(self) -> Counter[str]:
        """How often each key came, over the network or into the file."""
        return Counter(one.key for one in self.got) + Counter(self.in_file())

    def in_file(self) -> list[str]:
        """Keys of the pages in the file, in order."""
        if not self.file.exists():
            return []
        lines = self.file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["key"] for line in lines]


def _asked(connection: socket) -> dict[str, str] | None:
    """The body of a request; None where the other side died before it was all there."""
    data = b""
    while True:
        piece = connection.recv(65_536)
        data += piece
        head, found, body = data.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if found and length and len(body) == int(length[1]):
            said: dict[str, str] = json.loads(body)
            return said
        if not piece:
            return None


@contextmanager
def receiving(
    folder: Path,
    pause: Callable[[], float] = lambda: 0.0,
    turns_down: Callable[[], bool] = lambda: False,
) -> Iterator[Receiver]:
    """A receiver that answers after a `pause`, and now and then turns a page down."""
    receiver = Receiver(0, folder / "pages.jsonl")

    def talk(connection: socket, _sink: Sink) -> None:
        said = _asked(connection)
        if said is None:
            return
        receiver.got.append(Got(said["key"], time.monotonic(), said["to"]))
        time.sleep(pause())
        if turns_down():
            receiver.turned_down += 1
            connection.sendall(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    with listening(talk) as sink:
        receiver.port = sink.port
        yield receiver
