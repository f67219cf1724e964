"""A file that people may change while the program runs: read again whenever it is another."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from netfin_incident.errors import DefinitionError

T = TypeVar("T")


class ReadAgain(Generic[T]):
    """What a file says, read again whenever the file is another."""

    def __init__(self, path: Path, read: Callable[[Path], T]) -> None:
        """Read `path` with `read`, which may raise `DefinitionError`."""
        self._path = path
        self._read = read
        self._known: tuple[object, T | DefinitionError] | None = None

    def now(self) -> T:
        """What it says now.

        Raises:
            DefinitionError: it cannot be used.
        """
        mark = _mark(self._path)
        if self._known is None or self._known[0] != mark:
            try:
                self._known = (mark, self._read(self._path))
            except DefinitionError as error:
                self._known = (mark, error)
        said = self._known[1]
        if isinstance(said, DefinitionError):
            raise said
        return said


def _mark(path: Path) -> object:
    try:
        status = path.stat()
    except OSError as error:
        return error.errno
    return status.st_ino, status.st_size, status.st_mtime_ns
