"""Checking the record: the database against what it says and what was remembered, or an export."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, Final

from netfin_incident.app.seen import last_seen, see
from netfin_incident.errors import RecordError
from netfin_incident.store.export import verify_export
from netfin_incident.store.journal import Head
from netfin_incident.store.store import Store
from netfin_incident.store.verify import Fault, Finding, Verdict, verify_store

LONGEST_LINE: Final = 4 << 20
"""Characters in one line of an export; an entry of the longest text has far fewer."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the record found."""

    verdict: Verdict
    stream: str = ""
    """The stream that the export is of; empty for a whole record."""
    seen: Head | None = None
    """The head that this user had seen before, where one is remembered."""


def check_database(
    store: Store, expected: Iterable[Head] = (), progress: Callable[[int], None] | None = None
) -> Checked:
    """Check every entry of a database, and the heads remembered of it; a good head is remembered.

    Raises:
        StoreBusy: another process held the database for too long.
        RecordError: it cannot be read at all.
    """
    seen = last_seen(store)
    verdict = verify_store(store, [*expected, *([seen] if seen else [])], progress)
    if verdict.is_good:
        see(store)
    return Checked(verdict, seen=seen)


def check_export(file: BinaryIO, name: str, expected: Sequence[Head] = ()) -> Checked:
    """Check an export by itself, and against heads remembered elsewhere.

    The export of one stream is held against a head only where that is its own last entry.

    Raises:
        RecordError: it cannot be read as one.
    """
    exported, verdict = verify_export(export_text(file, name), name, expected)
    last = verdict.head
    for head in expected:
        if verdict.is_good and head.seq == last.seq and not last.anchor.startswith(head.anchor):
            finding = Finding(Fault.REWRITTEN, last.seq, exported.stream, verdict.entries)
            verdict = Verdict(verdict.entries, last, finding)
    return Checked(verdict, exported.stream)


def export_text(file: BinaryIO, name: str) -> Iterator[str]:
    """The lines of an export; bytes that are no text stay in it, so that the check names them.

    Raises:
        RecordError: a line is longer than any entry.
    """
    text = TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="\n")
    number = 0
    while line := text.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise RecordError("export-unreadable", file=name, line=number)
        yield line
