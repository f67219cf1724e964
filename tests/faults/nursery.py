"""A process that has imported the program already and lets children of itself run it.

    python tests/faults/nursery.py

It reads one JSON object on a line, and answers with another.  A child is a process of its own that
runs the real command line; only its clock is faster, and where a mutant is named, that one part of
the program is wrong.  When its input ends, it kills the children that are left.
"""

import encodings.idna  # noqa: F401 - all of these so that children start at once
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

from pytest import MonkeyPatch  # noqa: PT013 - this is no test

import netfin_incident.app.escalation_targets
import netfin_incident.app.late_callers
import netfin_incident.app.sending
import netfin_incident.app.watch_parts
import netfin_incident.cli.commands.watch
import netfin_incident.cli.execution  # noqa: F401
from faults.fast_clock import FastClock
from faults.mutants import MUTANTS
from netfin_incident import bootstrap
from netfin_incident.__main__ import main
from netfin_incident.app import presence, watch_loop
from netfin_incident.app.desk import Desk
from netfin_incident.app.failpoints import VARIABLE
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.store import open_store

TURN: Final = 0.02
"""Seconds between two turns of a watch, by the machine's clock."""


def run_by(clock: FastClock) -> None:
    """Let the whole program go by `clock`."""
    real = bootstrap.now
    for module in list(sys.modules.values()):
        if getattr(module, "now", None) is real:
            vars(module)["now"] = clock.wall
    bootstrap.elapsed = clock.elapsed
    watch_loop.LONGEST_SLEEP = TURN  # type: ignore[misc]
    watch_loop.SHORTEST_REST = watch_loop._LOOK_EVERY = TURN / 4  # type: ignore[misc]
    presence.BEAT_EVERY = timedelta(seconds=clock.speed * TURN * 5)  # type: ignore[misc]


def acknowledge(words: list[str]) -> int:
    """Acknowledge every incident of a database, one after another, and die at one of them."""
    desk = Desk(open_store(Path(words[0])))
    moment, _, hit = os.environ[VARIABLE].partition(":")

    def passes(name: str, number: int) -> None:
        if (name, number) == (moment, int(hit)):
            os.kill(os.getpid(), signal.SIGKILL)

    for number, row in enumerate(desk.incidents(Mode.LIVE).rows, 1):
        act = Act(bootstrap.now(), "ann")
        desk.handle_many(
            [row.id],
            lambda _, act=act: [(act, c.Acknowledge())],  # type: ignore[misc]
            before_commit=partial(passes, "acknowledge.before_commit", number),
        )
        passes("acknowledge.after_commit", number)
    return 0


TASKS: Final[dict[str, Callable[[list[str]], int]]] = {"main": main, "acknowledge": acknowledge}


def become(uid: int) -> None:
    """Go on as another user, who may not be able to read the program's own files."""
    main(["watch", "--check"])  # whatever is imported late has been, after this
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)


def live(asked: dict[str, Any]) -> NoReturn:
    """The life of a child."""
    log = os.open(asked["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(asked["environ"])
    if asked["most_bytes"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["most_bytes"], asked["most_bytes"]))
    run_by(FastClock(*asked["clock"]))
    if asked["uid"]:
        become(asked["uid"])
    if asked["mutant"]:
        MUTANTS[asked["mutant"]](MonkeyPatch())
    code = TASKS[asked["task"]](asked["words"])
    sys.stdout.flush()
    os._exit(code)


def born(asked: dict[str, Any]) -> int:
    """The process id of a new child."""
    child = os.fork()
    if not child:
        try:
            live(asked)
        finally:
            os._exit(70)
    return child


def serve() -> None:
    """Answer until the input ends."""
    living: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "ended" in asked:
            found, status = os.waitpid(asked["ended"], os.WNOHANG)
            living.discard(found)
            answer = os.waitstatus_to_exitcode(status) if found else None
        else:
            answer = born(asked)
            living.add(answer)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for child in living:
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    serve()
