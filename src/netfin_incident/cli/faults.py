"""A fault of the program itself: one line for the person, everything else for the log file."""

import os
import traceback
from pathlib import Path

from netfin_incident.cli.output import Output
from netfin_incident.wording import command_answers as said
from netfin_incident.wording.language import say

EXIT_CODE = 70


def report_fault(fault: Exception, output: Output) -> int:
    """Say that there is a fault and where its details are; the exit code."""
    path = _log_file()
    details = "".join(traceback.format_exception(fault))
    if path is not None and _append(path, details):
        output.tell(say(said.FAULT, output.language).format(path=path))
    else:
        kind = type(fault).__name__
        output.tell(say(said.FAULT_UNWRITTEN, output.language).format(kind=kind))
    return EXIT_CODE


def _log_file() -> Path | None:
    """In the user's state folder; found without any library, because one may be what is broken."""
    given = os.environ.get("XDG_STATE_HOME", "")
    try:
        folder = Path(given) if given.startswith("/") else Path("~/.local/state").expanduser()
    except RuntimeError:  # no home folder
        return None
    return folder / "netfin-incident" / "faults.log" if folder.is_absolute() else None


def _append(path: Path, details: str) -> bool:
    flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, flags, 0o600), "ab") as file:
            file.write(details.encode("utf-8", "backslashreplace") + b"\n")
    except OSError:
        return False
    return True
