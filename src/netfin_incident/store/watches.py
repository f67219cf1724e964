"""The stream of watching: its name, and what its entries come to."""

from collections.abc import Iterable
from typing import Final, get_args

from netfin_incident.domain.watch import events
from netfin_incident.domain.watch.state import Watch, apply
from netfin_incident.store.codec import Kinds
from netfin_incident.store.folding import fold_stream
from netfin_incident.store.journal import Row

WATCH: Final[Kinds[events.Event]] = Kinds({event.KIND: event for event in get_args(events.Event)})
WATCH_STREAM: Final = "watch"


def fold_watch(rows: Iterable[Row], before: Watch | None = None) -> Watch | None:
    """What the stored entries about watching come to, after `before`; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    return fold_stream(rows, WATCH, apply, lambda _watch: WATCH_STREAM, before)
