"""A file that people may change while the program runs: read again whenever it is another."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from netfin_incident.errors import DefinitionError
from netfin_incident.wording.language import Language

T = TypeVar("T")
Told = Callable[[DefinitionError], None]
"""Whoever is told of a file that broke while the program runs."""


class ReadAgain(Generic[T]):
    """What a file says, read again whenever the file is another."""

    def __init__(
        self, path: Path, read: Callable[[Path], T],
        told: Told | None = None,
    ) -> None:  # fmt: skip
        """Read `path` with `read`, which may raise `DefinitionError`.

        With `told`, a file that breaks is told of once, and what it last said still counts.
        """
        self._path = path
        self._read = read
        self._told = told
        self.problem: DefinitionError | None = None
        """Why the file as it is now cannot be used; None where it can."""
        self._known: tuple[object, T | DefinitionError] | None = None

    def now(self) -> T:
        """What it says now, or still counts.

        Raises:
            DefinitionError: it cannot be used, and nothing that it said before counts.
        """
        mark = _mark(self._path)
        if self._known is None or self._known[0] != mark:
            self._known = (mark, self._read_again())
        said = self._known[1]
        if isinstance(said, DefinitionError):
            raise said
        return said

    def _read_again(self) -> T | DefinitionError:
        try:
            said = self._read(self._path)
        except DefinitionError as error:
            self.problem = error
            before = self._known[1] if self._known else error
            if self._told is None or isinstance(before, DefinitionError):
                return error
            self._told(error)
            return before
        self.problem = None
        return said


def to_the_log(language: Language) -> Told:
    """Tells the log of the watch; in a process that does not watch nobody listens to it."""

    def tell(error: DefinitionError) -> None:
        from netfin_incident.app.watch_log import WatchLog

        WatchLog(language).refuse(error)

    return tell


def _mark(path: Path) -> object:
    try:
        status = path.stat()
    except OSError as error:
        return error.errno
    return status.st_ino, status.st_size, status.st_mtime_ns
