"""The streams of rotations: their names, and what their entries come to."""

from collections.abc import Iterable
from typing import Final, get_args

from netfin_incident.domain.rota import events
from netfin_incident.domain.rota.state import Rota, apply
from netfin_incident.store.codec import Kinds
from netfin_incident.store.folding import fold_stream
from netfin_incident.store.journal import Row

ROTA: Final[Kinds[events.Event]] = Kinds({event.KIND: event for event in get_args(events.Event)})
ROTA_PREFIX: Final = "rota/"


def rota_stream(rotation_id: str) -> str:
    """The journal stream of a rotation."""
    return ROTA_PREFIX + rotation_id


def fold_rota(rows: Iterable[Row]) -> Rota | None:
    """What the stored entries of one rotation come to; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    return fold_stream(rows, ROTA, apply, lambda rota: rota_stream(rota.rotation))
