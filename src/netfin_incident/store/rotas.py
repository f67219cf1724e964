"""The streams of rotations: their names, and what their entries come to."""

from collections.abc import Iterable
from typing import Final

from netfin_incident.domain.record import Recorded
from netfin_incident.domain.rota import events as e
from netfin_incident.domain.rota.state import Rota, apply
from netfin_incident.errors import RecordError
from netfin_incident.store.codec import ROTA
from netfin_incident.store.journal import Row, recorded

ROTA_PREFIX: Final = "rota/"


def rota_stream(rotation_id: str) -> str:
    """The journal stream of a rotation."""
    return ROTA_PREFIX + rotation_id


def read_rota(rows: Iterable[Row]) -> tuple[Recorded[e.Event], ...]:
    """The entries of one rotation, decoded.

    Raises:
        RecordError: an entry cannot be read.
    """
    return tuple(recorded(row, ROTA) for row in rows)


def fold_rota(rows: Iterable[Row]) -> Rota | None:
    """What the stored entries of one stream come to; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    state: Rota | None = None
    for row in rows:
        entry = recorded(row, ROTA)
        try:
            state = apply(state, entry.act, entry.event)
        except ValueError as error:
            raise _out_of_place(row) from error
        if rota_stream(state.rotation) != row.stream:
            raise _out_of_place(row)
    return state


def _out_of_place(row: Row) -> RecordError:
    return RecordError("entry-out-of-place", seq=row.seq, stream=row.stream, entry=row.version)
