"""The streams of warnings: their names, what their entries come to, and all of them kept in memory."""

import threading
from collections.abc import Iterable, Mapping
from typing import Final, get_args

from netfin_incident.domain.warning import events
from netfin_incident.domain.warning.state import WarningCase, apply
from netfin_incident.store.codec import Kinds
from netfin_incident.store.folding import fold_stream
from netfin_incident.store.journal import Journal, Row

WARNING: Final[Kinds[events.Event]] = Kinds({event.KIND: event for event in get_args(events.Event)})
WARNING_PREFIX: Final = "warning/"


def warning_stream(warning_id: str) -> str:
    """The journal stream of a warning."""
    return WARNING_PREFIX + warning_id


def fold_warning(rows: Iterable[Row]) -> WarningCase | None:
    """What the stored entries of one warning come to; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    return fold_stream(rows, WARNING, apply, lambda warning: warning_stream(warning.id))


class WarningBook:
    """Every warning by its id; of those read before, only what was written since is read again."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._warnings: dict[str, WarningCase] = {}
        self._read_to = 0
        self._lock = threading.Lock()

    def all(self, journal: Journal) -> Mapping[str, WarningCase]:
        """The warnings now, in the order in which they were raised.

        Ask only before appending in the same transaction: what may still be rolled back must not
        be kept.

        Raises:
            RecordError: an entry cannot be read.
        """
        with self._lock:
            head = journal.head().seq
            for stream in self._changed(journal):
                warning = fold_warning(journal.stream(stream))
                if warning is not None:
                    self._warnings[warning.id] = warning
            self._read_to = head
            return dict(self._warnings)

    def _changed(self, journal: Journal) -> Iterable[str]:
        if not self._read_to:
            return journal.streams(WARNING_PREFIX)
        since = (stream for _, stream in journal.places(self._read_to))
        return dict.fromkeys(one for one in since if one.startswith(WARNING_PREFIX))
