"""Taking values in, one after another, inside a writing transaction.

A value that changes nothing is only counted; the count is written once its warning changes or
everything is taken in.  So ten thousand values of one key leave a warning and a count.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from netfin_incident.domain.record import Act, Recorded
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning import rules
from netfin_incident.domain.warning.state import WarningCase, apply
from netfin_incident.store.journal import Journal
from netfin_incident.store.warnings import warning_stream

SERIES: Final = "WRN"

_Slot: TypeAlias = tuple[Mode, str]


class Intake:
    """What has come of the values so far."""

    def __init__(
        self, journal: Journal, act: Act, warnings: Iterable[WarningCase], *, alone: bool
    ) -> None:
        """Write into `journal` by `act`, beginning with the `warnings` as they are.

        `alone` says that a single value will come: it is not written where one was a minute ago.
        """
        self.touched: dict[str, WarningCase] = {}
        """The warnings that took a value, as they are now."""
        self.recorded: list[tuple[WarningCase, Recorded[e.Event]]] = []
        self.raised: list[str] = []
        self.below = 0
        """How many values reached no threshold and met no warning."""
        self.late = 0
        """How many were older than what ended their key's last warning."""
        self._alone = alone
        self._journal = journal
        self._act = act
        self._open: dict[_Slot, WarningCase] = {}
        self._seen: dict[_Slot, datetime] = {}
        self._gathered: dict[_Slot, c.Receive] = {}
        self._numbers: dict[str, int] = {}
        for one in warnings:
            self._stand(one)

    def take(self, observed: c.Observed) -> None:
        """Take one value in.

        Raises:
            CommandRefused: the rules do not allow it; nothing of it is counted or written.
        """
        observed = rules.checked(self._act, observed)
        slot = (observed.mode, observed.key)
        warning = self._open.get(slot)
        if warning is None:
            self._raise(slot, observed)
            return
        level = rules.level_after(warning, observed)
        self.touched[warning.id] = warning
        self._gather(slot, warning, observed)
        if level is not warning.level:
            self._write(slot)

    def finish(self) -> None:
        """Write the counts that are still to be written."""
        for slot in tuple(self._gathered):
            self._write(slot)

    def _raise(self, slot: _Slot, observed: c.Observed) -> None:
        if observed.indicator.level(observed.value) is None:
            self.below += 1
            return
        if slot in self._seen and observed.at < self._seen[slot]:
            self.late += 1
            return
        asked = c.Raise(self._next_id(observed.zone), observed)
        for event in rules.raise_one(self._act, asked):
            self._append(asked.id, None, event)
            self.raised.append(asked.id)

    def _gather(self, slot: _Slot, warning: WarningCase, observed: c.Observed) -> None:
        before = self._gathered.get(slot)
        if before is None:
            self._gathered[slot] = c.Receive(observed, 1, observed.value, self._alone)
            return
        is_worse = warning.raised.comparison.is_worse
        worst = before.worst
        if worst is None or is_worse(observed.value, worst):
            worst = observed.value
        newest = observed if observed.at >= before.observed.at else before.observed
        self._gathered[slot] = c.Receive(newest, before.times + 1, worst, self._alone)

    def _write(self, slot: _Slot) -> None:
        warning, asked = self._open[slot], self._gathered.pop(slot)
        for event in rules.decide(warning, self._act, asked):
            self._append(warning.id, warning, event)

    def _append(self, warning_id: str, before: WarningCase | None, event: e.Event) -> None:
        warning = apply(before, self._act, event)
        recorded = self._journal.append(warning_stream(warning_id), [(self._act, event)])
        self.recorded.extend((warning, one) for one in recorded)
        self.touched[warning_id] = warning
        self._stand(warning)

    def _stand(self, warning: WarningCase) -> None:
        slot = (warning.raised.mode, warning.raised.key)
        if warning.receives:
            self._open[slot] = warning
            return
        if slot in self._open and self._open[slot].id == warning.id:
            del self._open[slot]
        self._seen[slot] = max(warning.observed_at, self._seen.get(slot, warning.observed_at))

    def _next_id(self, zone: str) -> str:
        year = self._act.happened.astimezone(ZoneInfo(zone)).year
        series = f"{SERIES}-{year}-"
        if series not in self._numbers:
            self._numbers[series] = self._journal.last_number(warning_stream(series))
        self._numbers[series] += 1
        return f"{series}{self._numbers[series]:04d}"
