"""The streams of adopted definitions: their names, and what their entries come to."""

from collections.abc import Iterable
from typing import Final, get_args

from netfin_incident.domain.definition import events
from netfin_incident.domain.definition.state import Definition, apply
from netfin_incident.domain.record import Recorded
from netfin_incident.domain.vocabulary import DefinitionKind
from netfin_incident.store.codec import Kinds
from netfin_incident.store.folding import fold_stream
from netfin_incident.store.journal import Row, recorded

DEFINITION: Final[Kinds[events.Event]] = Kinds(
    {event.KIND: event for event in get_args(events.Event)}
)
DEFINITION_PREFIX: Final = "definition/"


def prefix_of(kind: DefinitionKind) -> str:
    """What the streams of all definitions of a kind begin with."""
    return f"{DEFINITION_PREFIX}{kind}/"


def definition_stream(kind: DefinitionKind, definition_id: str) -> str:
    """The journal stream of a definition."""
    return prefix_of(kind) + definition_id


def read_history(rows: Iterable[Row]) -> tuple[Recorded[events.Event], ...]:
    """The entries of one definition, decoded.

    Raises:
        RecordError: an entry cannot be read.
    """
    return tuple(recorded(row, DEFINITION) for row in rows)


def fold_definition(rows: Iterable[Row]) -> Definition | None:
    """The definition that the stored entries of one stream come to; None where there are none.

    Raises:
        RecordError: an entry cannot be read, cannot follow those before it, or is of another
            stream.
    """
    return fold_stream(
        rows, DEFINITION, apply, lambda found: definition_stream(found.kind, found.id)
    )
