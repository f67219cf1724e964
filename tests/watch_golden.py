"""Writes the golden journal of watching of this version: starts, stops, gaps, jumps of the clock.

    python tests/watch_golden.py

A released version's file under `tests/data/watch/` is never written again: every later version must
import it, verify it, and come to the same summary.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from golden import exported, write_golden
from netfin_incident.app.watching import Watching
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Known
from netfin_incident.domain.watch import events as e
from netfin_incident.store.store import Store
from story import T0

FOLDER: Final = Path(__file__).parent / "data" / "watch"
HOUR: Final = timedelta(hours=1)


def _act(hours: float) -> Act:
    return Act(T0 + hours * HOUR, "watch", Known.PROGRAM, uid=1000)


ENTRIES: Final = (
    (_act(0), e.WatchStarted("ops-1:4711", "ops-1", 4711)),
    (_act(1), e.ClockJumped(-3600, T0, T0 + HOUR)),
    (_act(2), e.WatchStopped("ops-1:4711", "signal 15")),
    (_act(4), e.WatchGap(T0 + 2 * HOUR, T0 + 4 * HOUR)),
    (_act(4), e.WatchStarted("ops-2:815", "ops-2", 815)),
    (_act(5), e.ClockJumped(90, T0 + 5 * HOUR, T0 + 5 * HOUR)),
    (_act(9), e.WatchGap(T0 + 7 * HOUR, T0 + 9 * HOUR)),
    (_act(9), e.WatchStarted("ops-2:816", "ops-2", 816)),
    (_act(10), e.WatchStopped("ops-2:816")),
)


def golden_lines() -> list[str]:
    """The export of the golden journal."""
    return exported(("watch", ENTRIES))


def summary(store: Store) -> dict[str, Any]:
    """When nothing watched, in plain values whose meaning will not change."""
    watching = Watching(store)
    spans = {"all": (0.0, 24.0), "before": (0.0, 2.0), "within": (3.0, 3.5), "later": (4.0, 24.0)}
    return {
        name: [
            [gap.start.isoformat(), gap.end.isoformat()]
            for gap in watching.gaps(T0 + start * HOUR, T0 + end * HOUR)
        ]
        for name, (start, end) in spans.items()
    }


if __name__ == "__main__":
    write_golden(FOLDER, golden_lines(), summary)
