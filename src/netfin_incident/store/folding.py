"""What the entries of one small stream come to; incidents have their own way (see `kept`)."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from netfin_incident.domain.record import Act, E
from netfin_incident.errors import RecordError
from netfin_incident.store.codec import Kinds
from netfin_incident.store.journal import Row, recorded

S = TypeVar("S")


def fold_stream(
    rows: Iterable[Row],
    kinds: Kinds[E],
    apply: Callable[[S | None, Act, E], S],
    stream_of: Callable[[S], str],
    state: S | None = None,
) -> S | None:
    """What the stored entries of one stream come to, after `state`; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    for row in rows:
        entry = recorded(row, kinds)
        try:
            state = apply(state, entry.act, entry.event)
        except ValueError as error:
            raise _out_of_place(row) from error
        if stream_of(state) != row.stream:
            raise _out_of_place(row)
    return state


def _out_of_place(row: Row) -> RecordError:
    return RecordError("entry-out-of-place", seq=row.seq, stream=row.stream, entry=row.version)
