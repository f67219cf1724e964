"""What only a remembered head shows, and journals that were sealed anew."""

from collections.abc import Callable

import pytest

from netfin_incident.store.journal import Head, Row
from netfin_incident.store.verify import Fault, Finding, verify_rows
from record_book import Book, rewritten, sealed
from verdicts import finding, found


def test_a_cut_tail_is_found_by_whoever_remembers_a_head(book: Book) -> None:
    last = book.rows[-1]
    head = Head(last.seq, last.anchor)
    assert verify_rows(book.rows, [head]).is_good
    for seq in range(len(book.rows)):
        assert verify_rows(book.rows[:seq]).is_good
        first = finding(book.rows[:seq], head, Head(1, book.rows[0].anchor))
        assert first == Finding(Fault.CUT, seq + 1, detail=str(last.seq))


def test_a_rewritten_journal_is_found_by_whoever_remembers_a_head(book: Book) -> None:
    for seq in range(1, len(book.rows) + 1):
        rows = rewritten(book.rows, lambda row: row._replace(actor="wang"), seq)
        heads = [Head(row.seq, row.anchor) for row in book.rows]
        assert verify_rows(rows).is_good
        assert verify_rows(rows, heads[: seq - 1]).is_good
        last, known = heads[-1], heads[: seq - 1][-1:]
        first = finding(rows, last, *known)
        assert (first.fault, first.seq) == (Fault.REWRITTEN, last.seq)
        assert first.detail == str(seq - 1)


def test_an_entry_made_anew_is_named_by_the_one_after_it(book: Book) -> None:
    for seq in range(1, len(book.rows)):
        rows = rewritten(book.rows, lambda row: row._replace(body='{"event":{}}'), seq)
        assert found([*rows[:seq], *book.rows[seq:]]) == (Fault.CHANGED, seq)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda row: row._replace(version=row.version + 1), Fault.REMOVED),
        (lambda row: row._replace(version=row.version - 1), Fault.INSERTED),
        (lambda row: row._replace(stream=f"{row.stream}0"), Fault.REMOVED),
    ],
)
def test_entries_sealed_anew_must_still_count_up_in_their_stream(
    book: Book, change: Callable[[Row], Row], fault: Fault
) -> None:
    for row in book.rows[3:]:
        assert found(rewritten(book.rows, change, row.seq)) == (fault, row.seq)


def test_entries_sealed_anew_must_still_follow_each_other_in_their_stream(book: Book) -> None:
    for row in book.rows:
        rows = rewritten(book.rows, lambda row: row, 1)
        resealed = sealed(row, row.seq, row.previous_anchor, "0" * 64)
        rows[row.seq - 1 :] = [resealed]
        assert found(rows) == (Fault.CHANGED, row.seq)


def test_a_remembered_head_may_be_shortened(book: Book) -> None:
    last = book.rows[-1]
    short = Head.parse(f" {last.seq}:{last.anchor[:16].upper()}\n")
    assert short == (last.seq, last.anchor[:16])
    assert verify_rows(book.rows, [short]).is_good
    other = Head(last.seq, last.anchor[15::-1])
    assert found(book.rows, other) == (Fault.REWRITTEN, last.seq)
    for nothing in ("", "7", "7:", "7:abc", "x:" + "0" * 64, "-7:" + "0" * 64, "7:" + "0" * 65):
        assert Head.parse(nothing) is None


def test_an_empty_journal_verifies() -> None:
    verdict = verify_rows([])
    assert verdict.is_good
    assert Head.parse(str(verdict.head)) == verdict.head
