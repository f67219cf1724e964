"""Pages into a file, one JSON object on a line: for drills, and for programs that follow a file."""

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from netfin_incident.domain.text import escaped
from netfin_incident.notify.channel import Outcome, Page, Reason, delivered, failed, refused
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.message import plain_text, subject
from netfin_incident.wording import notify_sayings as words

_MOST: Final = 200_000
_FLAGS: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class OutboxFile:
    """A file that only its owner can read; a line is in it whole and on the disk, or not at all."""

    path: Path
    clock: Callable[[], datetime]
    personal = False

    def send(self, page: Page) -> Outcome:
        """Append the page."""
        try:
            descriptor = os.open(self.path, _FLAGS, 0o600)
        except (OSError, ValueError) as problem:
            return failed(Reason.NOT_WRITTEN, _words(problem))
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
                return refused(Reason.NOT_WRITTEN)
            os.fchmod(descriptor, 0o600)
            return _append(descriptor, found.st_size, self._line(page))
        except OSError as problem:
            return failed(Reason.NOT_WRITTEN, _words(problem))
        finally:
            os.close(descriptor)

    def _line(self, page: Page) -> bytes:
        content = {
            "at": self.clock().isoformat(),
            "to": page.to,
            "address": page.address,
            "subject": subject(page),
            "text": plain_text(page, _MOST),
            "key": page.key,
            "drill": page.drill,
        }
        return escaped(json.dumps(content, ensure_ascii=False)).encode("utf-8", "replace") + b"\n"


def read_outbox_file(fields: Fields, clock: Callable[[], datetime]) -> OutboxFile:
    """The file that a definition describes: `path`, from the root."""
    path = Path(fields.line("path"))
    if not path.is_absolute():
        raise fields.wrong("path", words.A_PATH)
    return OutboxFile(path, clock)


def _append(descriptor: int, size: int, line: bytes) -> Outcome:
    """One write, so that two processes never mix their lines; a torn line is ended first."""
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        line = b"\n" + line
    written = os.write(descriptor, line)
    if written < len(line):
        with suppress(OSError):
            os.write(descriptor, b"\n")
        return failed(Reason.NOT_WRITTEN)
    os.fsync(descriptor)
    return delivered()


def _words(problem: OSError | ValueError) -> str:
    return problem.strerror or "" if isinstance(problem, OSError) else ""
