"""The one place here that opens a file."""

import os
import stat
from pathlib import Path
from typing import Final

from netfin_incident.errors import UsageError

MAX_BYTES: Final = 1 << 20
"""The largest log that is read."""


def read_log(path: str | os.PathLike[str]) -> str:
    """The text of a written log.

    Raises:
        UsageError: it is missing, not a regular file, larger than 1 MiB, or not UTF-8.
    """
    name = os.fspath(path)
    try:
        # A pipe would be waited for without end, so the kind is asked before opening.
        if not stat.S_ISREG(Path(name).stat().st_mode):
            raise UsageError("log-not-a-file", path=name)
        with Path(name).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError("log-not-found", path=name) from None
    except (OSError, ValueError) as fault:  # ValueError: a name with a null character
        reason = fault.strerror if isinstance(fault, OSError) else str(fault)
        raise UsageError("log-unreadable", path=name, reason=reason) from None
    if len(content) > MAX_BYTES:
        raise UsageError("log-too-large", path=name, limit=MAX_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError("log-not-utf8", path=name, byte=fault.start + 1) from None
