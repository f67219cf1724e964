"""The journal on a real database: it appends, it reads back, and it never forks."""

import shutil
import sqlite3
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import NoteKind
from netfin_incident.errors import RecordError
from netfin_incident.store import chain
from netfin_incident.store.journal import Entry, Head, Journal
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import Fault, verify_store
from record_book import Book, act, stored
from story import declared

ONE, TWO = "incident/INC-2026-0001", "incident/INC-2026-0002"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(tmp_path / "netfin.db")


@pytest.fixture
def book_store(tmp_path: Path, book_path: Path) -> Store:
    return open_store(Path(shutil.copy(book_path, tmp_path / "netfin.db")))


def noted(text: str) -> e.Noted:
    return e.Noted(NoteKind.NOTE, text)


BEGINNING: list[tuple[Act, e.Event]] = [(act(1), declared()), (act(2), noted("a"))]


def test_an_empty_journal_has_a_head_to_remember(store: Store) -> None:
    with store.reading() as journal:
        assert journal.head() == Head(0, chain.GENESIS)
        assert journal.streams() == []
        assert not journal.has_stream(ONE)


def test_what_is_appended_is_read_back(store: Store) -> None:
    happened: list[tuple[Act, e.Event]] = [
        (act(1), declared()),
        (act(2, "wang"), noted("62 % — 渠道\n超时\t'\"\\")),
    ]
    with store.writing() as journal:
        recorded = journal.append(ONE, happened)
    assert [(one.seq, one.version) for one in recorded] == [(1, 1), (2, 2)]
    with store.reading() as journal:
        read = [Entry(row).recorded for row in journal.stream(ONE)]
    assert read == recorded
    assert [(one.act, one.event) for one in read] == happened


def test_streams_count_their_own_entries_and_the_journal_counts_all(store: Store) -> None:
    for step, stream in enumerate((ONE, TWO, ONE, ONE, TWO), 1):
        with store.writing() as journal:
            journal.append(stream, [(act(step), noted(f"{step}"))])
    with store.reading() as journal:
        places = [(row.seq, row.stream, row.version) for row in journal.tail()]
        assert journal.streams("incident/") == [ONE, TWO]
        assert [row.seq for row in journal.stream(ONE, after=1)] == [3, 4]
        assert [row.seq for row in journal.tail(2, limit=2)] == [3, 4]
        assert journal.places(3) == [(4, ONE), (5, TWO)]
    assert places == [(1, ONE, 1), (2, TWO, 1), (3, ONE, 2), (4, ONE, 3), (5, TWO, 2)]
    assert verify_store(store).is_good


def test_the_formulas_are_those_of_the_documentation(store: Store) -> None:
    with store.writing() as journal:
        journal.append(ONE, BEGINNING)
    first, second = stored(store)
    assert first.salt is not None
    assert first.body is not None

    def tagged(tag: str, text: str) -> str:
        return sha256(f"{tag}/1\0{text}".encode()).hexdigest()

    assert first.previous_anchor == tagged("nfi-journal", "")
    assert first.previous == tagged("nfi-stream", ONE)
    assert first.commitment == tagged("nfi-body", f"{first.salt}\0{first.body}")
    header = (
        f'["{ONE}",1,"incident-declared","2026-11-24T06:00:01.000000Z","li","os_user","",'
        f'"{first.commitment}"]'
    )
    assert first.digest == tagged("nfi-entry", first.previous + header)
    assert first.anchor == tagged("nfi-anchor", f'{first.previous_anchor}[1,"{first.digest}"]')
    assert (second.previous, second.previous_anchor) == (first.digest, first.anchor)


def test_the_documentation_has_the_formulas_of_the_program() -> None:
    page = Path(__file__).parents[2] / "docs" / "record.md"
    assert chain.__doc__ is not None
    formulas = [line.strip() for line in chain.__doc__.splitlines() if "SHA-256(" in line]
    assert len(formulas) == 3
    text = page.read_text(encoding="utf-8")
    assert [formula for formula in formulas if formula not in text] == []
    assert [fault for fault in Fault if f"| {fault.replace('_', ' ')} |" not in text] == []


def test_no_two_bodies_share_a_salt(book: Book) -> None:
    salts = [row.salt for row in book.rows]
    assert len(set(salts)) == len(salts)
    assert all(salt is not None and len(salt) == 32 for salt in salts)


@pytest.mark.parametrize("table", ["entry", "body"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET seq = seq WHERE seq = 3",
        "DELETE FROM {table} WHERE seq = 36",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE seq = 3",
        "REPLACE INTO {table} SELECT * FROM {table} WHERE seq = 36",
    ],
)
def test_entries_and_bodies_can_only_be_added(
    book_store: Store, book: Book, table: str, statement: str
) -> None:
    with pytest.raises(RecordError) as refused, book_store.writing():
        book_store.connection.execute(statement.format(table=table))
    assert refused.value.slug == "append-only"
    assert stored(book_store) == book.rows


def test_two_entries_can_never_follow_the_same_one(book_store: Store, book: Book) -> None:
    """What a writer that lost its lock would do: append after a head that is no longer the head."""
    for stale in (book.rows[-1], book.rows[3]):
        again = stale._replace(seq=37, version=900)
        with pytest.raises(RecordError) as refused, book_store.writing() as journal:
            journal.restore(again)
        assert refused.value.slug == "place-taken"
    twice = book.rows[-1]._replace(seq=37, previous_anchor="0" * 64)
    with pytest.raises(RecordError, match="place-taken"), book_store.writing() as journal:
        journal.restore(twice)
    assert stored(book_store) == book.rows


def test_a_body_without_an_entry_is_refused(store: Store) -> None:
    with pytest.raises(RecordError, match="place-taken"), store.writing():
        store.connection.execute("INSERT INTO body VALUES (1, 'aa', '{}')")


def test_nothing_is_written_when_the_caller_fails_halfway(store: Store) -> None:
    def halfway() -> None:
        with store.writing() as journal:
            journal.append(ONE, [(act(1), declared())])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        halfway()
    with store.reading() as journal:
        assert journal.head().seq == 0


def test_the_same_acts_with_the_same_salts_give_the_same_journal(tmp_path: Path) -> None:
    anchors = []
    for name in ("one", "two"):
        store = create_store(tmp_path / name)
        numbers = count()
        with store.writing():
            journal = Journal(store.connection, lambda: f"{next(numbers):032x}")  # noqa: B023
            journal.append(ONE, BEGINNING)
        anchors.append(stored(store)[-1].anchor)
    assert anchors[0] == anchors[1]


def test_the_last_number_of_a_series_is_found_among_other_names(store: Store) -> None:
    names = ("0009", "10000", "0010x", "x", "", "0011/a")
    for name in names:
        with store.writing() as journal:
            journal.append(f"incident/INC-2026-{name}", [(act(1), declared())])
    with store.reading() as journal:
        assert journal.last_number("incident/INC-2026-") == 10000
        assert journal.last_number("incident/INC-2027-") == 0
        assert journal.last_number("incident/DRL-2026-") == 0


def test_a_row_without_its_body_says_which_entry_it_is(book: Book) -> None:
    row = book.rows[6]._replace(body=None, salt=None)
    with pytest.raises(RecordError) as refused:
        _ = Entry(row).recorded
    assert refused.value.slug == "body-missing"
    assert refused.value.values == {"seq": 7, "stream": row.stream, "entry": row.version}


def test_a_body_that_cannot_be_read_says_which_entry_it_is(book: Book) -> None:
    row = book.rows[6]._replace(body='{"event":{"colour":"red"}}')
    with pytest.raises(RecordError) as refused:
        _ = Entry(row).recorded
    assert refused.value.slug == "body-unreadable"
    assert str(refused.value.place) == f"{row.stream}:{row.version}"


def test_a_closed_store_is_a_fault_of_the_program(store: Store) -> None:
    store.close()
    with pytest.raises(sqlite3.ProgrammingError), store.reading():
        pass
