"""Who is called, put together only once something happens that anybody is called for.

A note from a script reads neither roster nor policies.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.state import Incident

if TYPE_CHECKING:
    from netfin_incident.app.calling import Callers

_CALLS_FOR: Final = (e.Declared, e.Reopened, e.SeverityChanged)


class LateCallers:
    """Stands for `Callers` until they are needed."""

    def __init__(self, make: "Callable[[], Callers]") -> None:
        """Put them together with `make`, once."""
        self._make = make

    @cached_property
    def now(self) -> "Callers":
        """The callers."""
        return self._make()

    def follows(self, incident: Incident, event: e.Event, at: datetime) -> c.Command | None:
        """What has to be asked because of an event."""
        return self.now.follows(incident, event, at) if isinstance(event, _CALLS_FOR) else None
