"""The bell of the terminal the watcher runs in, and a line to it where that is wanted."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netfin_incident.notify.channel import Outcome, Page, Reason, delivered, failed, refused
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.message import subject
from netfin_incident.wording import notify_sayings as words

_FLAGS: Final = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Console:
    """A terminal; one that is stopped or gone is not waited for."""

    path: Path
    says_subject: bool
    """Whether the subject is written too; not where a screen is drawn on the same terminal."""
    personal = False

    def send(self, page: Page) -> Outcome:
        """Ring."""
        said = f"\r\n{subject(page)}\r\n" if self.says_subject else ""
        try:
            descriptor = os.open(self.path, _FLAGS)
        except OSError as problem:
            return failed(Reason.NOT_WRITTEN, problem.strerror or "")
        try:
            if not stat.S_ISCHR(os.fstat(descriptor).st_mode) or not os.isatty(descriptor):
                return refused(Reason.NOT_WRITTEN)
            os.write(descriptor, b"\a" + said.encode("utf-8", "replace"))
        except OSError as problem:
            return failed(Reason.NOT_WRITTEN, problem.strerror or "")
        finally:
            os.close(descriptor)
        return delivered()


def read_console(fields: Fields) -> Console:
    """The terminal that a definition describes: `path`, its own by default, and `says_subject`."""
    path = Path(fields.line("path", "/dev/tty"))
    if not path.is_absolute():
        raise fields.wrong("path", words.A_PATH)
    return Console(path, fields.flag("says_subject", False))
