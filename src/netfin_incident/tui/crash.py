"""When the program itself is at fault: the trace goes to a file, one line to the person.

Traces are written without the values of variables: these may be what somebody typed.
"""

import os
import traceback
from pathlib import Path
from typing import Final

EXIT_CODE: Final = 70
FILE: Final = "faults.log"
_FLAGS: Final = (
    os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
)


def write_trace(error: BaseException, folder: Path) -> Path | None:
    """Add the trace of `error` to the log file in `folder`; None where that is not possible."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, _FLAGS, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines([*traceback.format_exception(error), "\n"])
    except OSError:
        return None
    return path
