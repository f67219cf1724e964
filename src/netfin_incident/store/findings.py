"""What a check of the record can find, and what it answers."""

from dataclasses import dataclass
from enum import StrEnum

from netfin_incident.store.journal import Head, Row


class Fault(StrEnum):
    """What is wrong with an entry, or with the record as a whole."""

    CHANGED = "changed"
    BODY_CHANGED = "body_changed"
    BODY_MISSING = "body_missing"
    REMOVED = "removed"
    INSERTED = "inserted"
    REORDERED = "reordered"
    CUT = "cut"
    REWRITTEN = "rewritten"
    DAMAGED = "damaged"
    GUARD_MISSING = "guard_missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """The first thing wrong."""

    fault: Fault
    seq: int
    """The entry it concerns, or the first one missing; 0 where it concerns no entry."""
    stream: str = ""
    entry: int = 0
    """Place in its stream; 0 where that is not known."""
    detail: str = ""
    """By fault: how many entries (removed, inserted); where the entry now stands (reordered); whose
    body stands there (body changed); the remembered place (cut, rewritten); what SQLite says
    (damaged); the name of the guard.  May be empty."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found."""

    entries: int
    """How many entries were found good."""
    head: Head
    finding: Finding | None = None

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return self.finding is None


def about(fault: Fault, row: Row, seq: int | None = None, detail: str = "") -> Finding:
    """A finding that names the entry stored in `row`; `seq` where its own cannot be relied on."""
    entry = row.version if isinstance(row.version, int) else 0
    return Finding(fault, row.seq if seq is None else seq, str(row.stream), entry, detail)
