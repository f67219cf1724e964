"""Putting a watch together: all parts on one database, one clock and one id."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from netfin_incident.app.calling import Callers
from netfin_incident.app.codes import Codes
from netfin_incident.app.courier import Courier
from netfin_incident.app.delivery import Means
from netfin_incident.app.desk import Desk
from netfin_incident.app.engine_clock import EngineClock
from netfin_incident.app.late_start import LateStart
from netfin_incident.app.letters import Letters, roster_names
from netfin_incident.app.presence import Presence, needed_since
from netfin_incident.app.sending import Letter
from netfin_incident.app.ticker import OnCall, Ticker
from netfin_incident.app.watch_health import Health
from netfin_incident.app.watch_log import WatchLog
from netfin_incident.app.watch_loop import Watch
from netfin_incident.app.watching import Watching
from netfin_incident.domain.escalation import EscalationPolicy, OnCallNow
from netfin_incident.domain.roster import Roster
from netfin_incident.errors import DefinitionError
from netfin_incident.notify import Outcome
from netfin_incident.store.outbox import Outbox
from netfin_incident.store.watchers import Watcher, Watchers
from netfin_incident.wording.language import Language


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a watch needs of the world."""

    callers: Callers
    roster: Callable[[], Roster]
    send: Callable[[Letter], Outcome]
    wall: Callable[[], datetime]
    """The machine's clock."""
    elapsed: Callable[[], float]
    """Seconds since the machine was started, its sleep included."""
    chance: Callable[[], float]
    """From 0 to 1, by which pauses are spread."""
    watcher: Watcher
    language: Language = Language.EN
    point: Callable[[str], None] = field(default=lambda _name: None)
    """Told of the places where a test may want the program killed."""


def watch_of(desk: Desk, around: Surroundings) -> Watch:
    """A watch on the database of `desk`.

    Raises:
        StoreBusy: another process held the database for too long.
        RecordError: the database cannot be read, or not be written for the first time.
    """
    store, log, woken = desk.store, WatchLog(around.language), Event()
    watchers, outbox = Watchers(store), Outbox(store, desk.view)
    clock = EngineClock(around.wall, around.elapsed, watchers.trusted_mark(around.wall()))
    names = roster_names(around.roster, str)
    letters = Letters(desk, Codes.of(store), names, around.language)
    means = Means(
        desk, outbox, letters, around.send, clock.now, log, around.watcher.id, around.chance,
        around.point,
    )  # fmt: skip
    presence = Presence(
        watchers, Watching(store), clock, around.wall, around.watcher, log, around.point,
        lambda: needed_since(desk),
    )  # fmt: skip
    return Watch(
        store,
        outbox,
        LateStart(desk, outbox, around.callers.start, log),
        Ticker(desk, outbox, _on_call(around.callers, log), log, around.point),
        Courier(means, around.roster, woken.set),
        presence,
        woken,
        log,
    )


def health_of(desk: Desk) -> Health:
    """What looks after a watch on the database of `desk`."""
    return Health(desk, Outbox(desk.store, desk.view))


def _on_call(callers: Callers, log: WatchLog) -> OnCall:
    """Asks `callers`, and says once of each thing why nobody is on call."""
    said: list[DefinitionError | None] = [None]

    def on_call(policy: EscalationPolicy, at: datetime) -> OnCallNow:
        found = callers.on_call(policy, at)
        problem = None if found.people else callers.problem
        if problem is not None and problem is not said[0]:
            log.refuse(problem)
        said[0] = problem
        return found

    return on_call
