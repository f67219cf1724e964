"""The journal as JSON Lines, and back: whole, or one stream that can be verified alone.

The first line says what follows: format, database, stream, number of entries and head.  Each line
after it is one entry with its salt and body.  A file is foreign until it is verified: every line is
read strictly, and nothing of it is written before all of it was found good.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from netfin_incident.domain.text import escaped, has_lone_surrogate
from netfin_incident.errors import RecordError
from netfin_incident.store.codec import INCIDENT, canonical
from netfin_incident.store.definitions import DEFINITION_PREFIX, fold_definition
from netfin_incident.store.findings import Verdict
from netfin_incident.store.journal import Head, Row, decoded
from netfin_incident.store.kept import fold_rows
from netfin_incident.store.rotas import ROTA_PREFIX, fold_rota
from netfin_incident.store.store import Store
from netfin_incident.store.verify import verify_rows, verify_stream
from netfin_incident.store.views import INCIDENT_PREFIX
from netfin_incident.store.warnings import WARNING_PREFIX, fold_warning
from netfin_incident.store.watches import WATCH_STREAM, fold_watch

FORMAT: Final = "nfi-journal/1"

_MOST: Final = 2**63 - 1
"""The greatest number that a database holds."""
_ERASABLE: Final = ("salt", "body")


@dataclass(frozen=True, slots=True)
class Exported:
    """What the first line of an export says."""

    database: str
    stream: str
    """Empty for a whole journal."""
    entries: int
    head: Head


def export_lines(store: Store, stream: str = "") -> Iterator[str]:
    """Every line of an export, taken from one consistent look.

    Raises:
        RecordError: there is no such stream, or the database cannot be read.
    """
    with store.reading() as journal:
        rows = list(journal.stream(stream) if stream else journal.tail())
        head = journal.head()
    if stream and not rows:
        raise RecordError("stream-unknown", stream=stream)
    yield canonical(
        {
            "format": FORMAT,
            "database": store.meta("uuid"),
            "stream": stream,
            "entries": len(rows),
            "head": str(head),
        }
    )
    for row in rows:
        yield escaped(canonical(row._asdict()))


def read_export(lines: Iterable[str], file: str) -> tuple[Exported, Iterator[Row]]:
    """What an export says it is, and its entries, read as they are asked for.

    Raises:
        RecordError: a line is not of an export, now or when the entries are read.
    """
    numbered = _numbered(lines, file)
    about = next((_parsed(line, file, number) for number, line in numbered), {})
    if about.get("format") != FORMAT:
        raise RecordError("export-unknown", file=file)
    try:
        head = Head.parse(about["head"])
        database, stream, entries = about["database"], about["stream"], about["entries"]
    except (KeyError, AttributeError) as error:
        raise RecordError("export-unreadable", file=file, line=1) from error
    said = [type(value) for value in (database, stream, entries)]
    if head is None or said != [str, str, int] or has_lone_surrogate(database + stream):
        raise RecordError("export-unreadable", file=file, line=1)
    rows = (_row(_parsed(line, file, number), file, number) for number, line in numbered)
    return Exported(database, stream, entries, head), rows


def verify_export(
    lines: Iterable[str], file: str, expected: Iterable[Head] = ()
) -> tuple[Exported, Verdict]:
    """Check an export by itself, and a whole one against heads remembered elsewhere.

    Raises:
        RecordError: it cannot be read as one, or has fewer or more entries than it says.
    """
    exported, rows = read_export(lines, file)
    if exported.stream:
        verdict = verify_stream(rows, exported.stream)
    else:
        verdict = verify_rows(rows, [exported.head, *expected])
    _check_count(exported, verdict, file)
    return exported, verdict


def import_rows(store: Store, lines: Iterable[str], file: str) -> int:
    """Fill an empty database with a whole export, after checking it; how many entries it has.

    Raises:
        RecordError: as `read_whole` and `fill`.
        StoreBusy: another process holds the database.
    """
    return fill(store, *read_whole(lines, file))


def read_whole(lines: Iterable[str], file: str) -> tuple[Exported, list[Row]]:
    """What a whole export says it is, and its entries, every one checked.

    Raises:
        RecordError: the export is one stream's, cut, tampered with, or holds entries that this
            program cannot read.
    """
    exported, lazily = read_export(lines, file)
    if exported.stream:
        raise RecordError("import-of-one-stream", file=file, stream=exported.stream)
    rows = list(lazily)
    verdict = verify_rows(rows, [exported.head])
    if verdict.finding is not None:
        raise RecordError("import-broken", file=file, seq=verdict.finding.seq)
    _check_count(exported, verdict, file)
    _check_readable(rows)
    return exported, rows


def fill(store: Store, exported: Exported, rows: Sequence[Row]) -> int:
    """Write the checked entries of an export into an empty database; how many there are.

    Raises:
        RecordError: the database is not empty.
        StoreBusy: another process holds the database.
    """
    with store.writing() as journal:
        if journal.head().seq:
            raise RecordError("import-not-empty", path=str(store.path))
        for row in rows:
            journal.restore(row)
        store.connection.execute(
            "INSERT OR REPLACE INTO meta (name, value) VALUES ('uuid', ?)", (exported.database,)
        )
    return len(rows)


def _check_count(exported: Exported, verdict: Verdict, file: str) -> None:
    if verdict.is_good and verdict.entries != exported.entries:
        raise RecordError(
            "export-miscounted", file=file, found=verdict.entries, expected=exported.entries
        )


def _check_readable(rows: Iterable[Row]) -> None:
    """A journal whose hashes agree can still say what can never have happened."""
    by_stream = sorted(rows, key=lambda row: (row.stream, row.version))
    for stream, grouped in itertools.groupby(by_stream, key=lambda row: row.stream):
        if stream.startswith(DEFINITION_PREFIX):
            fold_definition(grouped)
        elif stream.startswith(ROTA_PREFIX):
            fold_rota(grouped)
        elif stream.startswith(WARNING_PREFIX):
            fold_warning(grouped)
        elif stream == WATCH_STREAM:
            fold_watch(grouped)
        else:
            _check_incident(stream, list(grouped))


def _check_incident(stream: str, entries: Sequence[Row]) -> None:
    for row in entries:
        decoded(row, INCIDENT)
    incident = fold_rows(None, entries) if stream.startswith(INCIDENT_PREFIX) else None
    if incident is not None and INCIDENT_PREFIX + incident.id != stream:
        first = entries[0]
        raise RecordError("entry-out-of-place", seq=first.seq, stream=stream, entry=1)


def _numbered(lines: Iterable[str], file: str) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, line
    except UnicodeDecodeError as error:
        raise RecordError("export-unreadable", file=file, line=number + 1) from error


def _row(parsed: dict[str, Any], file: str, number: int) -> Row:
    if parsed.keys() != set(Row._fields):
        raise RecordError("export-unreadable", file=file, line=number)
    for name, value in parsed.items():
        if not _is_storable(name, value):
            raise RecordError("export-unreadable", file=file, line=number)
    return Row(**parsed)


def _is_storable(name: str, value: object) -> bool:
    if name in ("seq", "version"):
        return type(value) is int and 0 < value <= _MOST
    return isinstance(value, str) or (value is None and name in _ERASABLE)


def _parsed(line: str, file: str, number: int) -> dict[str, Any]:
    try:
        parsed = json.loads(line, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise RecordError("export-unreadable", file=file, line=number) from error
    if not isinstance(parsed, dict):
        raise RecordError("export-unreadable", file=file, line=number)
    return parsed


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) != len(pairs):
        message = "a name is given twice"
        raise ValueError(message)
    return named
