"""Whatever is done to stored entries, the check names the first of them and what was done."""

import random
from collections.abc import Iterator
from itertools import combinations

import pytest

from netfin_incident.store.journal import Row
from netfin_incident.store.schema import COLUMNS
from netfin_incident.store.verify import Fault, Finding
from record_book import Book, sealed
from verdicts import finding, found

SEED = 20261124
HEADER = tuple(column for column in COLUMNS if column != "seq")
NUMBERS = ("version",)


def changed_texts(text: str, rng: random.Random) -> Iterator[object]:
    """Values that differ from `text` by one byte, one letter's case, or in type only."""
    stored = text.encode()
    at = rng.randrange(len(stored)) if stored else 0
    for changed in (
        stored[:at] + bytes([stored[at] ^ (1 << rng.randrange(7))]) + stored[at + 1 :] if stored else b"x",
        stored[:at] + stored[at + 1 :],
        stored[:at] + b"7" + stored[at:],
        stored[:at] + b"\0" + stored[at:],
        stored + b" ",
        stored.upper(),
        stored.lower(),
        b"\xff" + stored,
    ):  # fmt: skip
        if changed != stored:
            yield changed
    yield memoryview(stored)


def changed_numbers(number: int) -> Iterator[object]:
    yield from (number + 1000, number + 256, -number, 2**62, number + 0.5, "x", memoryview(b"1"))


def replaced(table: str, column: str, seq: int, value: object) -> tuple[str, tuple[object, ...]]:
    """A statement; bytes are stored as text even where they are none, a memoryview as a BLOB."""
    held = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
    return f"UPDATE {table} SET {column} = {held} WHERE seq = ?", (value, seq)  # noqa: S608


@pytest.mark.parametrize("column", HEADER)
def test_any_change_to_any_column_of_any_entry_is_named(book: Book, column: str) -> None:
    rng = random.Random(f"{SEED} {column}")  # noqa: S311 - repeatable, not secret
    tried = 0
    for row in book.rows:
        before = getattr(row, column)
        values = changed_numbers(before) if column in NUMBERS else changed_texts(before, rng)
        for value in values:
            rows = book.after(replaced("entry", column, row.seq, value))
            first = finding(rows)
            assert (first.fault, first.seq) == (Fault.CHANGED, row.seq), value
            if column not in ("stream", "version"):
                assert (first.stream, first.entry) == (row.stream, row.version)
            tried += 1
    assert tried >= 5 * len(book.rows)


@pytest.mark.parametrize("column", ["salt", "body"])
def test_any_change_to_any_body_is_named(book: Book, column: str) -> None:
    rng = random.Random(f"{SEED} {column}")  # noqa: S311 - repeatable, not secret
    for row in book.rows:
        for value in changed_texts(getattr(row, column), rng):
            rows = book.after(replaced("body", column, row.seq, value))
            assert found(rows) == (Fault.BODY_CHANGED, row.seq), value


def test_text_that_moves_from_the_body_into_its_salt_is_noticed(book: Book) -> None:
    row = book.rows[4]
    assert row.salt is not None
    assert row.body is not None
    moved = (row.salt + row.body[:1], row.body[1:], row.seq)
    rows = book.after(("UPDATE body SET salt = ?, body = ? WHERE seq = ?", moved))
    assert found(rows) == (Fault.BODY_CHANGED, row.seq)


@pytest.mark.parametrize("place", [-7, 0, 1000, 2**62])
def test_an_entry_given_another_place_is_named_by_its_own(book: Book, place: int) -> None:
    for row in book.rows:
        rows = book.after(("UPDATE entry SET seq = ? WHERE seq = ?", (place, row.seq)))
        first = finding(rows)
        # The order is the same where the first goes further up, or the last further down.
        in_order = row.seq == (1 if place < 1 else len(book.rows))
        fault = Fault.CHANGED if in_order else Fault.REORDERED
        assert (first.fault, first.seq, first.entry) == (fault, row.seq, row.version)
        assert in_order or first.detail == str(place)


@pytest.mark.parametrize("many", [1, 2, 5])
@pytest.mark.parametrize("closed_up", [False, True])
def test_removed_entries_are_counted(book: Book, many: int, closed_up: bool) -> None:
    for seq in range(1, len(book.rows) - many + 1):
        done: list[tuple[str, tuple[int, int]]] = [
            (f"DELETE FROM {table} WHERE seq BETWEEN ? AND ?", (seq, seq + many - 1))  # noqa: S608
            for table in ("body", "entry")
        ]
        if closed_up:
            done += [
                (f"UPDATE {table} SET seq = seq - ? WHERE seq = ?", (many, later))  # noqa: S608
                for later in range(seq + many, len(book.rows) + 1)
                for table in ("entry", "body")
            ]
        first = finding(book.after(*done))
        assert (first.fault, first.seq, first.detail) == (Fault.REMOVED, seq, str(many))


def test_a_removed_entry_is_named_by_its_incident_where_a_later_one_betrays_it(book: Book) -> None:
    for row in book.rows[:-3]:
        first = finding(book.after(("DELETE FROM entry WHERE seq = ?", (row.seq,))))
        assert first == Finding(Fault.REMOVED, row.seq, row.stream, row.version, "1")


def test_a_removed_body_is_missing(book: Book) -> None:
    for row in book.rows:
        rows = book.after(("DELETE FROM body WHERE seq = ?", (row.seq,)))
        assert found(rows) == (Fault.BODY_MISSING, row.seq)


def swapped(table: str, columns: tuple[str, ...], one: int, two: int) -> tuple[str, list[object]]:
    picked = ", ".join(
        f"{column} = (SELECT {column} FROM held WHERE seq = ? + ? - {table}.seq)"  # noqa: S608
        for column in columns
    )
    values: list[object] = [one, two] * len(columns)
    return f"UPDATE {table} SET {picked} WHERE seq IN (?, ?)", [*values, one, two]  # noqa: S608


def test_swapped_bodies_are_named_with_whose_they_are(book: Book) -> None:
    for one, two in combinations([row.seq for row in book.rows], 2):
        held = ("CREATE TEMP TABLE held AS SELECT * FROM body", ())
        rows = book.after(held, swapped("body", ("salt", "body"), one, two))
        first = finding(rows)
        assert (first.fault, first.seq, first.detail) == (Fault.BODY_CHANGED, one, str(two))


@pytest.mark.parametrize("tables", [("entry",), ("entry", "body")])
def test_entries_that_changed_places_are_out_of_order(book: Book, tables: tuple[str, ...]) -> None:
    for one, two in combinations(book.rows, 2):
        done = [
            (f"UPDATE {table} SET seq = ? WHERE seq = ?", pair)  # noqa: S608
            for table in tables
            for pair in ((999, one.seq), (one.seq, two.seq), (two.seq, 999))
        ]
        expected = Finding(Fault.REORDERED, one.seq, one.stream, one.version, str(two.seq))
        assert finding(book.after(*done)) == expected


CONTENTS = ("stream", "version", "kind", "recorded_at", "actor", "known", "for_person",
            "commitment", "previous", "digest")  # fmt: skip


def test_entries_that_changed_contents_are_out_of_order(book: Book) -> None:
    for one, two in combinations(book.rows, 2):
        rows = list(book.rows)
        for here, there in ((one, two), (two, one)):
            content = {column: getattr(there, column) for column in CONTENTS}
            rows[here.seq - 1] = here._replace(**content)
        assert found(rows) == (Fault.REORDERED, one.seq)


@pytest.mark.parametrize("field", ["kind", "actor", "recorded_at", "commitment"])
def test_a_single_field_that_two_entries_exchanged_is_a_change(book: Book, field: str) -> None:
    for one, two in combinations(book.rows, 2):
        rows = list(book.rows)
        rows[one.seq - 1] = one._replace(**{field: getattr(two, field)})
        rows[two.seq - 1] = two._replace(**{field: getattr(one, field)})
        if rows != book.rows:
            assert found(rows) == (Fault.CHANGED, one.seq)


def pushed(rows: list[Row], seq: int, slipped_in: list[Row]) -> list[Row]:
    """The rows with others before `seq`, which goes up with all after it."""
    later = [row._replace(seq=row.seq + len(slipped_in)) for row in rows[seq - 1 :]]
    return [*rows[: seq - 1], *slipped_in, *later]


def forged(rows: list[Row], seq: int, sample: Row, *, continuing: bool) -> Row:
    """A row that follows what stands before `seq`, at the end of its stream or of a new one."""
    anchor = rows[seq - 2].anchor if seq > 1 else rows[0].previous_anchor
    before = [row for row in rows[: seq - 1] if row.stream == sample.stream]
    if continuing and before:
        new = sample._replace(version=before[-1].version + 1, body='{"event":{}}')
        return sealed(new, seq, anchor, before[-1].digest)
    new = sample._replace(stream="incident/INC-2026-0099", version=1, body='{"event":{}}')
    return sealed(new, seq, anchor, "0" * 64)


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize("continuing", [False, True])
def test_an_entry_slipped_in_is_named_however_well_it_was_made(
    book: Book, many: int, continuing: bool
) -> None:
    for seq in range(1, len(book.rows) + 1):
        rows, sample = list(book.rows), book.rows[seq - 1]
        for place in range(seq, seq + many):
            rows = pushed(rows, place, [forged(rows, place, sample, continuing=continuing)])
        if continuing:
            relinked = rows[seq + many - 1]._replace(previous_anchor=rows[seq + many - 2].anchor)
            linked = [*rows[: seq + many - 1], relinked, *rows[seq + many :]]
            assert found(linked) == (Fault.INSERTED, seq)
        first = finding(rows)
        assert (first.fault, first.seq, first.detail) == (Fault.INSERTED, seq, str(many))


def test_an_entry_slipped_in_without_hashes_is_named(book: Book) -> None:
    for seq in range(1, len(book.rows) + 2):
        strange = book.rows[0]._replace(
            seq=seq, version=77, digest="1" * 64, previous_anchor="2" * 64, anchor="3" * 64
        )
        first = finding(pushed(list(book.rows), seq, [strange]))
        assert (first.fault, first.seq, first.entry) == (Fault.INSERTED, seq, 77)


def test_a_copy_of_an_entry_is_named(book: Book) -> None:
    for seq in range(1, len(book.rows) + 2):
        for original in book.rows[::5]:
            rows = pushed(list(book.rows), seq, [original._replace(seq=seq)])
            # Right beside the original nobody can tell which of the two is the copy.
            beside = seq in (original.seq, original.seq + 1)
            places = (original.seq, original.seq + 1) if beside else (seq,)
            fault, place = found(rows)
            assert fault is Fault.INSERTED
            assert place in places


def test_an_entry_replaced_by_one_that_follows_nothing_is_a_change(book: Book) -> None:
    for row in book.rows[1:-1]:
        rows = list(book.rows)
        rows[row.seq - 1] = sealed(row, row.seq, "5" * 64, row.previous)
        assert found(rows) == (Fault.CHANGED, row.seq)


def test_an_entry_before_the_first_place_is_named(book: Book) -> None:
    hidden = book.rows[-1]._replace(seq=-3, version=99, previous_anchor="4" * 64)
    columns = ", ".join("?" * len(COLUMNS))
    done = (f"INSERT INTO entry VALUES ({columns})", hidden[: len(COLUMNS)])  # noqa: S608
    assert found(book.after(done)) == (Fault.INSERTED, -3)
