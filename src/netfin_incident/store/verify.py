"""Checking the record: the first entry that is wrong, and what is wrong with it.

What this proves: any change to, removal, insertion or reordering of entries, up to the last head
that somebody remembers outside this database.  Whoever can write the file can recompute everything
after a point or cut the tail; only a remembered head shows that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from netfin_incident.errors import RecordError
from netfin_incident.store import chain, guards
from netfin_incident.store.diagnose import JOURNAL, STREAM, Good, diagnose
from netfin_incident.store.findings import Fault, Finding, Verdict, about
from netfin_incident.store.guards import damage
from netfin_incident.store.journal import Head, Row
from netfin_incident.store.store import Store

__all__ = ["Fault", "Finding", "Verdict", "damage", "verify_rows", "verify_store", "verify_stream"]


def verify_store(
    store: Store, expected: Iterable[Head] = (), progress: Callable[[int], None] | None = None
) -> Verdict:
    """Check a database: every entry, the heads remembered of it, the file, and its guards.

    Other processes may go on reading and writing meanwhile.

    Raises:
        StoreBusy: another process held the database for too long.
        RecordError: the database cannot be read at all.
    """
    damaged: list[str] = []
    verdict = verify_rows(_readable(store, damaged), expected, progress)
    if verdict.finding is not None and not (damaged and verdict.finding.fault is Fault.CUT):
        return verdict
    if damaged:
        broken = Finding(Fault.DAMAGED, verdict.entries + 1, detail=damaged[0])
        return Verdict(verdict.entries, verdict.head, broken)
    with store.reading():
        finding = guards.first_finding(store.connection, verdict.head.seq)
    return Verdict(verdict.entries, verdict.head, finding)


def verify_rows(
    rows: Iterable[Row],
    expected: Iterable[Head] = (),
    progress: Callable[[int], None] | None = None,
) -> Verdict:
    """Check every entry of a whole journal, in order, and the heads remembered of it.

    A remembered anchor may be shortened to its first digits.
    """
    remembered = _by_place(expected)
    heads: dict[str, tuple[int, str]] = {}
    anchors, last, known_good = [chain.GENESIS], None, 0
    coming = iter(rows)
    for row in coming:
        seq = len(anchors)
        if not _continues(row, seq, anchors[-1], heads):
            versions = {stream: version for stream, (version, _) in heads.items()}
            finding = diagnose(JOURNAL, Good(anchors, versions, last), [row, *coming])
            good = min(seq, max(finding.seq, 1)) - 1
            return Verdict(good, Head(good, anchors[good]), finding)
        if seq in remembered:
            if not all(row.anchor.startswith(anchor) for anchor in remembered[seq]):
                finding = about(Fault.REWRITTEN, row, detail=str(known_good))
                return Verdict(known_good, Head(known_good, anchors[known_good]), finding)
            known_good = seq
        anchors.append(row.anchor)
        heads[row.stream] = (row.version, row.digest)
        last = row
        if progress is not None and seq % 1000 == 0:
            progress(seq)
    head = Head(len(anchors) - 1, anchors[-1])
    lost = max(remembered, default=0)
    cut = Finding(Fault.CUT, head.seq + 1, detail=str(lost)) if lost > head.seq else None
    return Verdict(head.seq, head, cut)


def verify_stream(rows: Iterable[Row], stream: str = "") -> Verdict:
    """Check one stream alone, as from an export of it: all but its places among the others.

    Where `stream` is not given, it is the one of the first entry.
    """
    coming = iter(rows)
    last: Row | None = None
    digests: list[str] = []
    for row in coming:
        if last is None:
            stream = stream or str(row.stream)
            digests.append(_start(stream))
        version = len(digests)
        heads = {stream: (version - 1, digests[-1])} if version > 1 else {}
        in_order = row.stream == stream and (last is None or row.seq > last.seq)
        if not (in_order and _continues(row, row.seq, row.previous_anchor, heads)):
            good = Good(digests, {stream: version - 1}, last)
            return Verdict(version - 1, _head(last), diagnose(STREAM, good, [row, *coming]))
        digests.append(row.digest)
        last = row
    return Verdict(len(digests[1:]), _head(last))


def _continues(row: Row, seq: int, anchor: str, heads: Mapping[str, tuple[int, str]]) -> bool:
    """Whether the entry is whole, and the one that belongs at `seq` after `anchor`."""
    try:
        version, previous = heads.get(row.stream) or (0, chain.stream_start(row.stream))
        return (
            row.seq == seq
            and row.previous_anchor == anchor
            and row.version == version + 1
            and row.previous == previous
            and chain.digest(previous, row.header) == row.digest
            and chain.anchor(anchor, seq, row.digest) == row.anchor
            and row.salt is not None
            and row.body is not None
            and chain.commitment(row.salt, row.body) == row.commitment
        )
    except (TypeError, ValueError, AttributeError):
        # A value of another type than was written, or text that is no text any more.
        return False


def _start(stream: str) -> str:
    try:
        return chain.stream_start(stream)
    except UnicodeEncodeError:
        return ""


def _head(last: Row | None) -> Head:
    return Head(last.seq, last.anchor) if last is not None else Head(0, chain.GENESIS)


def _by_place(expected: Iterable[Head]) -> dict[int, list[str]]:
    remembered: dict[int, list[str]] = {}
    for head in expected:
        remembered.setdefault(head.seq, []).append(head.anchor)
    return remembered


def _readable(store: Store, damaged: list[str]) -> Iterator[Row]:
    """All rows, in short looks; where the file cannot be read on, `damaged` says why."""
    last: int | None = None
    while True:
        try:
            with store.reading() as journal:
                rows = journal.as_stored(last)
        except RecordError as error:
            if error.slug != "database-damaged":
                raise
            damaged.append(str(error.values["detail"]))
            return
        yield from rows
        if not rows:
            return
        last = rows[-1].seq
