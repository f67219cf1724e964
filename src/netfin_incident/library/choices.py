"""What somebody may have meant by a name that is not known."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from netfin_incident.domain.nearest import nearest

_COMPARED: Final = 1_000
_SHOWN: Final = 12


def choices(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known name most like `given`, whatever its capitals; if none is, the first of them all."""
    by_folded = {name.casefold(): name for name in islice(known, _COMPARED)}
    close = nearest(given.casefold(), by_folded)
    if close:
        return (by_folded[close],)
    names = tuple(by_folded.values())
    return (*names[:_SHOWN], "…") if len(names) > _SHOWN else names or ("-",)
