"""Watching in the foreground, once for a timer, and the check whether anything watches."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

from netfin_incident.app.carrying import surroundings
from netfin_incident.app.sign_of_life import SignOfLife, asking, require_touchable
from netfin_incident.app.watch_log import LOGGER, WatchLog
from netfin_incident.app.watch_parts import health_of
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.cli.findings import FOUND
from netfin_incident.cli.parameters import Opt
from netfin_incident.cli.roster_page import rosters_of
from netfin_incident.cli.service_manager import ALIVE, READY, STOPPING, tell_service_manager
from netfin_incident.domain.escalation import Notice
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import DefinitionError, NetfinError, UsageError
from netfin_incident.library.channels import check_channels_file
from netfin_incident.library.escalation import check_escalations_file
from netfin_incident.notify import Limits, Reach
from netfin_incident.notify.addresses import read_target
from netfin_incident.notify.secrets import read_secret
from netfin_incident.store.codec import format_time, parse_time
from netfin_incident.store.watchers import ALIVE_WITHIN, Watcher, Watchers
from netfin_incident.wording import watch_answers as said
from netfin_incident.wording.explain import explain
from netfin_incident.wording.moments import stamp

_NOT_DELIVERED: Final = 7
_LOOK_EVERY: Final = 1.0
"""Seconds between two looks for a database that is not there yet."""
_STOPPED_BY: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def watch(
    call: Call,
    *,
    once: Annotated[bool, Opt("--once", said.ONCE)] = False,
    check: Annotated[bool, Opt("--check", said.CHECK)] = False,
    alive_file: Annotated[str | None, Opt("--alive-file", said.ALIVE_FILE, "FILE")] = None,
    alive_url: Annotated[str | None, Opt("--alive-url", said.ALIVE_URL, "URL")] = None,
    quiet: Annotated[bool, Opt("--quiet", said.QUIET)] = False,
) -> int:
    """Call whom the policies say and send what is owed, until it is stopped."""
    named = {"--once": once, "--check": check, "--alive-file": alive_file, "--alive-url": alive_url}
    given = [name for name, value in named.items() if value]
    if (once or check) and len(given) > 1:
        raise UsageError("watch-options", first=given[0], second=given[1])
    if check:
        return _check(call)
    with _logging(quiet=quiet):
        return _once(call) if once else _run(call, alive_file, alive_url)


def _run(call: Call, alive_file: str | None, alive_url: str | None) -> int:
    stopped_by, told = _StoppedBy(), [READY]

    def on_beat() -> None:
        tell_service_manager(told.pop() if told else ALIVE)

    with stopped_by.listening():
        if not _is_there(call, stopped_by.stop, on_beat):
            return 0
        sign = _sign(call, alive_file, alive_url)
        watching = call.session.watch()
        _say_what(call, watching.watcher)
        watching.run(stopped_by.stop, sign=sign, on_beat=on_beat, reason=lambda: stopped_by.signal)
        tell_service_manager(STOPPING)
    return 0


def _is_there(call: Call, stop: threading.Event, on_beat: Callable[[], None]) -> bool:
    """Wait for the database, for a service may start before anybody declared; False where stopped.

    It is never made here: one that went missing must not be replaced by an empty one.
    """
    path = call.session.database
    if not os.path.lexists(path):
        call.tell(said.WAITS_FOR_DATABASE, path=path)
    while not os.path.lexists(path):
        on_beat()
        if stop.wait(_LOOK_EVERY):
            return False
    return True


def _once(call: Call) -> int:
    call.desk  # noqa: B018 - without a database nothing else is worth saying
    watching = call.session.watch()
    failed, waiting = watching.once(), watching.waiting()
    next_at = min((one.next_at for one in waiting), default="") or format_time(now())
    if call.wants_json:
        call.output.json({
            "undelivered": failed, "waiting": len(waiting), "next_at": next_at if waiting else None,
        })  # fmt: skip
        return _NOT_DELIVERED if failed or waiting else 0
    if failed:
        call.tell(said.UNDELIVERED, count=failed)
    if waiting:
        at = stamp(parse_time(next_at), call.session.zone)
        call.tell(said.STILL_WAITING, count=len(waiting), at=at)
    if failed or waiting:
        return _NOT_DELIVERED
    call.tell(said.ALL_DONE)
    return 0


def _check(call: Call) -> int:
    desk, present = call.desk, now()
    alive = Watchers(desk.store).fresh(present, ALIVE_WITHIN)
    found: list[NetfinError] = []
    if not alive:
        seconds = round(ALIVE_WITHIN.total_seconds())
        found.append(UsageError("watch-absent", path=call.session.database, seconds=seconds))
    elif all(one.kind == "terminal" for one in alive):
        path, host = call.session.database, alive[0].host
        found.append(UsageError("watch-only-terminal", path=path, host=host))
    health = health_of(desk)
    found += health.findings(present)
    found += _unusable_files(call)
    if call.wants_json:
        call.output.json({
            "at": format_time(present),
            "watching": [_watcher_in_json(one) for one in alive],
            "findings": [_finding_in_json(call, one) for one in found],
            "held_back": [_held_in_json(*one) for one in health.held()],
        })  # fmt: skip
    else:
        for one in found:
            call.output.data(explain(one, call.language).line)
        for incident_id, notice in health.held():
            values = _held_in_json(incident_id, notice)
            call.output.data(call.say(said.HELD_BACK, id=incident_id, **values))
        if not found:
            call.tell(said.ALIVE, watchers=len(alive))
    return FOUND if found else 0


def _unusable_files(call: Call) -> Iterator[DefinitionError]:
    """What is wrong with the files that decide who is called, and by what."""
    config = call.session.config
    written, errors = check_escalations_file(config.escalation.value)
    yield from errors
    yield from check_channels_file(config.channels.value)[1]
    try:
        rosters_of(call).counting(now())
    except DefinitionError as error:
        if written is not None or error.slug != "roster-absent":
            yield error


def _say_what(call: Call, watcher: Watcher) -> None:
    """One line, before the first thing happens; and that nobody is called, where that is so."""
    config, policies = call.session.config, 0
    try:
        held = call.session.escalations
        policies = len(held.policies) if held else 0
        if held is None:
            call.tell(said.NO_POLICIES, path=config.escalation.value)
    except DefinitionError as error:
        call.output.refuse(error)
    incidents = len(call.desk.incidents(Mode.LIVE, Mode.DRILL).rows)
    call.tell(
        said.WATCHING, path=call.session.database, watcher=watcher.id, policies=policies,
        incidents=incidents,
    )  # fmt: skip


def _sign(call: Call, file: str | None, url: str | None) -> SignOfLife | None:
    """What shows a monitor that the watch is alive; wrong options are said before it begins."""
    if file is None and url is None:
        return None
    log, ask = WatchLog(call.language), None
    if file is not None:
        require_touchable(Path(file))
    if url is not None:
        is_reference = url.startswith(("env:", "file:"))
        address = (
            read_secret(url, os.environ, "--alive-url", None).reveal() if is_reference else url
        )
        ask = asking(read_target(address, "--alive-url"), lambda: _reach(call), log)
    return SignOfLife(health_of(call.desk), log, Path(file) if file else None, ask)


def _reach(call: Call) -> Reach:
    """What the file of channels allows to be reached, as for any page."""
    settings = call.session.sender.channels()
    return surroundings(settings, now, os.environ, Limits()).reach


class _StoppedBy:
    """Waits for the signal that ends the watch."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.signal = ""

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take the signals, and give them back in the end."""
        before = {one: signal.signal(one, self._take) for one in _STOPPED_BY}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def _take(self, number: int, _frame: object) -> None:
        self.signal = signal.Signals(number).name
        self.stop.set()


@contextmanager
def _logging(*, quiet: bool) -> Iterator[None]:
    """Write what happens to standard error, one line each."""
    shape = "{asctime} {levelname} {message}"
    handler, logger = logging.StreamHandler(sys.stderr), logging.getLogger(LOGGER)
    handler.setFormatter(logging.Formatter(shape, "%Y-%m-%dT%H:%M:%S%z", style="{"))
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING if quiet else logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _watcher_in_json(watcher: Watcher) -> dict[str, object]:
    return {
        "id": watcher.id, "kind": watcher.kind, "host": watcher.host, "pid": watcher.pid,
        "version": watcher.version, "started_at": format_time(watcher.started_at),
        "last_seen_at": format_time(watcher.last_seen_at), "lag_ms": watcher.lag_ms,
    }  # fmt: skip


def _held_in_json(incident_id: str, notice: Notice) -> dict[str, object]:
    return {
        "incident": incident_id, "key": notice.key[:8], "to": notice.to, "reason": notice.reason,
    }  # fmt: skip


def _finding_in_json(call: Call, error: NetfinError) -> dict[str, object]:
    explained, incident = explain(error, call.language), error.values.get("id")
    return {"code": explained.code, "incident": incident, "text": explained.line}
