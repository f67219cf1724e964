"""The sign of life 存活信号: a file that is touched and an address that is asked, for a monitor elsewhere.

Neither happens while anything is overdue or a notice waits that reached nobody, so the monitor
alarms when the watch is dead and when it is alive but of no use.
"""

import errno
import os
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from netfin_incident.app.watch_health import Health
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.errors import NetfinError, UsageError
from netfin_incident.notify import Reach
from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import Undelivered
from netfin_incident.notify.http_exchange import Request, exchange
from netfin_incident.wording import watch_log as said
from netfin_incident.wording.notify_sayings import REASONS

SIGN_EVERY: Final = timedelta(seconds=30)
_FINE: Final = range(200, 300)


class SignOfLife:
    """Given about every half a minute, while all is well."""

    def __init__(
        self, health: Health, log: WatchLog, file: Path | None = None,
        ask: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        """Touch `file` and call `ask`, which reaches the outside, while `health` finds nothing."""
        self._health = health
        self._log = log
        self._file = file
        self._ask = ask
        self._given_at: datetime | None = None
        self._asking: threading.Thread | None = None

    def turn(self, now: datetime) -> None:
        """Give the sign if it is time and nothing stands open.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read.
        """
        if self._file is None and self._ask is None:
            return
        if self._given_at is not None and now - self._given_at < SIGN_EVERY:
            return
        self._given_at = now
        open_one = next(self._health.findings(now), None)
        if open_one is not None:
            self._log.complain(said.NO_SIGN)
            self._log.refuse(open_one)
            return
        if self._file is not None:
            self._touch(self._file)
        if self._ask is not None and not (self._asking and self._asking.is_alive()):
            self._asking = threading.Thread(target=self._ask, name="sign-of-life", daemon=True)
            self._asking.start()

    def _touch(self, file: Path) -> None:
        try:
            file.touch()
        except OSError as error:
            self._log.refuse(_unusable(file, error.strerror or str(error)))


def require_touchable(file: Path) -> None:
    """Check, without touching it, that `file` can be touched.

    Raises:
        UsageError: it cannot.
    """
    is_there = os.path.lexists(file)
    if is_there and not file.is_file():
        raise _unusable(file, os.strerror(errno.EISDIR if file.is_dir() else errno.ENOTSUP))
    if not os.access(file if is_there else file.parent, os.W_OK):
        missing = errno.EACCES if file.parent.exists() else errno.ENOENT
        raise _unusable(file, os.strerror(missing))


def _unusable(file: Path, why: str) -> UsageError:
    return UsageError("alive-file-unusable", path=str(file), why=why)


def asking(target: Target, reach: Callable[[], Reach], log: WatchLog) -> Callable[[], None]:
    """What asks for `target` once, within the limits of `reach`; never raises for the network."""

    def ask() -> None:
        try:
            answer = exchange(Request("GET", target, {}, b""), reach())
        except Undelivered as undelivered:
            log.complain(said.UNASKED, reason=REASONS[undelivered.outcome.reason])
        except NetfinError as error:
            log.refuse(error)
        else:
            if answer.status not in _FINE:
                log.complain(said.UNASKED, reason=f"HTTP {answer.status}")

    return ask
