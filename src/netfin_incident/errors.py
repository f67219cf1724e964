"""Every error a person may meet, drawn as a tree, then defined.

    NetfinError                      .slug .values .place
    ├─ CommandRefused   NF-1xxx      the rules say no; nothing was written       exit 3
    ├─ DefinitionError  NF-2xxx      a file that people write is wrong           exit 4
    ├─ RecordError      NF-3xxx      the journal cannot be trusted or read       exit 5
    ├─ StoreBusy        NF-4xxx      the database is held; safe to try again     exit 6
    └─ UsageError       NF-9xxx      an option, a value or a file name is wrong  exit 2

An error carries a slug and the values that explain it, never prose: `wording.explain` turns it
into what happened, why, and what to do next, in the reader's language.  Every slug has its code,
its sentences and its heading in `docs/errors.md`.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file people write an error was found."""

    file: str
    line: int = 0
    """From 1; 0 when the file as a whole is meant."""
    column: int = 0
    """From 1; 0 when the line as a whole is meant."""

    def __str__(self) -> str:
        """As editors and compilers write it: `file:line:column`."""
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


class NetfinError(Exception):
    """Anything this program says no to."""

    family: ClassVar[str] = ""
    exit_code: ClassVar[int] = 70

    def __init__(self, slug: str, *, place: Place | None = None, **values: object) -> None:
        """Name the problem by its `slug` and give the `values` that its sentences need."""
        super().__init__(slug)
        self.slug = slug
        self.values = values
        self.place = place

    def __str__(self) -> str:
        """For logs and tests; people read what `wording.explain` makes of it."""
        said = ", ".join(f"{name}={value}" for name, value in self.values.items())
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.slug}({said})"


class CommandRefused(NetfinError):
    """The rules do not allow the command now; nothing was written."""

    family = "NF-1"
    exit_code = 3


class DefinitionError(NetfinError):
    """A playbook, configuration or template file cannot be used as it is."""

    family = "NF-2"
    exit_code = 4


class RecordError(NetfinError):
    """The database cannot be opened, or its journal cannot be trusted."""

    family = "NF-3"
    exit_code = 5


class StoreBusy(NetfinError):
    """Another process holds the database; trying again is safe."""

    family = "NF-4"
    exit_code = 6


class UsageError(NetfinError):
    """An option, an argument or a named file is not usable."""

    family = "NF-9"
    exit_code = 2
