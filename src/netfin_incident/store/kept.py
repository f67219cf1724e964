"""Each incident's state, kept in memory: only entries newer than it are read and folded."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from netfin_incident.domain.incident import fold
from netfin_incident.domain.incident.state import Incident
from netfin_incident.errors import RecordError
from netfin_incident.store.codec import INCIDENT
from netfin_incident.store.journal import Journal, Row, decoded, header_act

_MOST: Final = 256


class KeptStates:
    """States by stream, as of the newest entry that was committed when they were last asked for."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._kept: OrderedDict[str, Incident] = OrderedDict()
        self._lock = threading.Lock()

    def state(self, journal: Journal, stream: str) -> Incident | None:
        """The incident of `stream` now; None where nothing was written to it.

        Ask only before appending in the same transaction: what may still be rolled back must not
        be kept.

        Raises:
            RecordError: an entry cannot be read.
        """
        kept = self._kept.get(stream)
        after = kept.version if kept else 0
        state = fold_rows(kept, journal.telling(stream, after, fold.INERT))
        if state is not None:
            self.keep(stream, state)
        return state

    def keep(self, stream: str, state: Incident) -> None:
        """Keep a state whose entries are all committed, unless a newer one is kept already."""
        with self._lock:
            kept = self._kept.get(stream)
            if kept is not None and kept.version > state.version:
                return
            self._kept[stream] = state
            self._kept.move_to_end(stream)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)


def fold_rows(state: Incident | None, rows: Iterable[Row]) -> Incident | None:
    """Fold stored entries into `state`; bodies of inert kinds are not even decoded.

    Entries that would only be counted may be left out, but for the newest.

    Raises:
        RecordError: an entry cannot be read, or cannot follow the entries before it.
    """
    counted: Row | None = None
    for row in rows:
        if state is not None and row.kind in fold.INERT and not row.for_person:
            counted = row
            continue
        state, counted = _folded(state, row), None
    if state is not None and counted is not None:
        state = fold.count_up(state, counted.version, header_act(counted).at)
    return state


def _folded(state: Incident | None, row: Row) -> Incident:
    try:
        if state is not None and row.kind in fold.INERT:
            return fold.pass_over(state, header_act(row), row.version)
        return fold.apply(state, *decoded(row, INCIDENT), row.version)
    except (KeyError, TypeError) as error:
        # An entry that this program wrote always follows; a forged one need not.
        raise RecordError(
            "entry-out-of-place", seq=row.seq, stream=row.stream, entry=row.version
        ) from error
