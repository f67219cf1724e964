"""Text from standard input, where `-` stands for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from netfin_incident.app.named_files import opened
from netfin_incident.errors import UsageError

LONGEST: Final = 1 << 20
"""Bytes that are read for one text."""


def read_standard_input() -> str:
    """All of standard input, as text; empty where it is closed.

    Raises:
        UsageError: it is too long, or no UTF-8 text.
    """
    stream = getattr(sys.stdin, "buffer", None)
    content: bytes = stream.read(LONGEST + 1) if stream is not None else b""
    if len(content) > LONGEST:
        raise UsageError("input-too-long", limit=LONGEST)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UsageError("input-not-utf8", byte=problem.start + 1) from None


@contextmanager
def opened_or_input(file: str) -> Iterator[BinaryIO]:
    """The regular file called `file`, or standard input for `-`, open for reading.

    Raises:
        UsageError: it is missing, unreadable, or a folder, pipe or device.
    """
    if file != "-":
        with opened(file) as found:
            yield found
    elif sys.stdin is None:
        raise UsageError("file-missing", file=file)
    else:
        yield sys.stdin.buffer
