"""Doing things as another user of the machine, in a process of its own."""

import os
import pickle
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Final, TypeVar

import pytest

T = TypeVar("T")

LI_UID: Final = 23001
WANG_UID: Final = 23002
STRANGER_UID: Final = 23003
TEAM_GID: Final = 23100


def needs_root() -> None:
    """Skip where this process may not become another user."""
    if os.geteuid() != 0:
        pytest.skip("only root can become two other users of the machine")


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike those that pytest makes."""
    folder = Path(tempfile.mkdtemp(prefix="netfin-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        rmtree(folder)


def start_as(uid: int | None, task: Callable[[], T], *, umask: int = 0o022) -> tuple[int, int]:
    """Begin `task` as user `uid` of the team, or as oneself, in a process of its own.

    The answer is that process, and where what it answers will be read.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    os.close(reader)
    os.umask(umask)
    try:
        if uid is not None:
            os.setgroups([] if uid == STRANGER_UID else [TEAM_GID])
            os.setgid(uid)
            os.setuid(uid)
        answer: tuple[str, object] = ("answer", task())
    except BaseException:  # noqa: BLE001 - told to the parent, which fails the test
        answer = ("failed", traceback.format_exc())
    os.write(writer, pickle.dumps(answer))
    os._exit(0)


def answer_of(started: tuple[int, int]) -> object:
    """What a started task answered; fails with what it failed with."""
    child, reader = started
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    kind, answer = pickle.loads(said)  # noqa: S301 - written by our own child
    assert kind == "answer", answer
    return answer


def run_as(uid: int | None, task: Callable[[], T], *, umask: int = 0o022) -> object:
    """What `task` answers when user `uid`, or oneself, does it in a process of its own."""
    return answer_of(start_as(uid, task, umask=umask))


def unprivileged(task: Callable[[], T]) -> object:
    """What `task` answers for a user without root's rights over files."""
    return run_as(STRANGER_UID, task) if os.geteuid() == 0 else task()
