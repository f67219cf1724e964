"""What the entries about watching come to: who watches, and when nobody did.

Two watchers may both find that nobody watched before them; the same gap is written down once.
"""

from datetime import datetime

from netfin_incident.domain.record import Act
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.replacing import replace
from netfin_incident.domain.watch import events as e


@dataclass(frozen=True, slots=True)
class Gap:
    """A span in which nothing watched; its end does not belong to it."""

    start: datetime
    end: datetime

    def touches(self, start: datetime, end: datetime) -> bool:
        """Whether some of it lies in a span."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Watch:
    """The watching so far."""

    entries: int = 0
    """How many entries it comes from."""
    watching: frozenset[str] = frozenset()
    """Ids of the watchers that did not stop; one that was killed is among them for ever."""
    gaps: tuple[Gap, ...] = ()
    """In the order of time, without overlap."""


def decide(watch: Watch, event: e.Event) -> e.Event | None:
    """The part of `event` that is news; None where it is known already."""
    match event:
        case e.WatchStopped():
            return event if event.watcher in watch.watching else None
        case e.WatchGap():
            start = max([event.start, *(gap.end for gap in watch.gaps[-1:])])
            return replace(event, start=start) if start < event.end else None
        case _:
            return event


def apply(watch: Watch | None, _act: Act, event: e.Event) -> Watch:
    """The watching after one more event.

    Raises:
        ValueError: the event cannot have happened after those before it.
    """
    watch = watch or Watch()
    watch = replace(watch, entries=watch.entries + 1)
    match event:
        case e.WatchStarted():
            return replace(watch, watching=watch.watching | {event.watcher})
        case e.WatchStopped():
            if event.watcher not in watch.watching:
                raise ValueError(event.watcher)
            return replace(watch, watching=watch.watching - {event.watcher})
        case e.WatchGap():
            if decide(watch, event) != event:
                raise ValueError(event.start)
            return replace(watch, gaps=(*watch.gaps, Gap(event.start, event.end)))
        case e.ClockJumped():
            return watch
