"""Places where the program kills itself, so that a test sees what a crash there leaves behind.

Armed only in a database that was made for tests; anywhere else they are refused, not ignored, so
that nobody believes that they are on.
"""

import os
import re
import signal
from collections.abc import Mapping
from typing import Final

from netfin_incident.errors import UsageError
from netfin_incident.store.store import Store

VARIABLE: Final = "NETFIN_FAILPOINT"
"""`NAME:HIT[,NAME:HIT]`."""
POINTS: Final = (
    "fire.before_commit", "fire.after_commit", "claim.before_commit", "claim.after_commit",
    "send.before", "send.after", "settle.before_commit", "settle.after_commit", "beat.after",
)  # fmt: skip
"""Every place there is."""
_HIT: Final = re.compile(r"[1-9][0-9]{0,5}")
_TEST: Final = "test"


class Failpoints:
    """What is armed, and how often each place was passed."""

    def __init__(self, armed: Mapping[str, int] | None = None) -> None:
        """Arm these; see `armed_failpoints`."""
        self._armed = dict(armed or {})
        self._hits = dict.fromkeys(POINTS, 0)

    def hit(self, name: str) -> None:
        """The program has come to `name`, one of `POINTS`; it goes no further where that is armed."""
        self._hits[name] += 1
        if self._hits[name] == self._armed.get(name):
            os.kill(os.getpid(), signal.SIGKILL)


def armed_failpoints(asked: str, store: Store) -> Failpoints:
    """The failpoints that `asked`, the text of `VARIABLE`, arms; none where it is empty.

    Raises:
        UsageError: the database is not for tests, or the text cannot be read.
    """
    if not asked:
        return Failpoints()
    if store.meta("purpose") != _TEST:
        raise UsageError("failpoint-refused", variable=VARIABLE, path=str(store.path))
    return Failpoints(dict(_read(one) for one in asked.split(",")))


def _read(asked: str) -> tuple[str, int]:
    name, _, hit = asked.strip().partition(":")
    if not _HIT.fullmatch(hit):
        raise UsageError("failpoint-unreadable", given=asked)
    if name not in POINTS:
        raise UsageError("failpoint-unknown", given=name, known=POINTS)
    return name, int(hit)
