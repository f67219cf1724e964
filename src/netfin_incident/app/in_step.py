"""Entries in step with the watchers: after the clock was set back, the time still goes on.

Escalation goes by a clock that never goes back.  Were a person's entry stamped an hour before it,
what they record would seem long past, and they would be reminded of what they have just done.
"""

from datetime import timedelta
from typing import Final

from netfin_incident.domain.record import Act
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.vocabulary import Known
from netfin_incident.store.watchers import Watchers

_TOLERATED: Final = timedelta(seconds=2)


def in_step(act: Act, watchers: Watchers) -> Act:
    """The act of a person, written no earlier than how far the watchers' clock has come.

    When it happened stays what the machine's clock said.

    Raises:
        RecordError: the database cannot be read.
    """
    if act.known in (Known.PROGRAM, Known.IMPORTED):
        return act
    mark = watchers.trusted_mark(act.at)
    if mark is None or mark - act.at <= _TOLERATED:
        return act
    return replace(act, at=mark, occurred_at=act.occurred_at or act.at)
