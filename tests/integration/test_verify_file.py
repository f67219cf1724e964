"""The check of a database file: what the entries alone do not show, and what a disk does to it."""

import random
import sqlite3
from pathlib import Path

import pytest

from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.errors import RecordError
from netfin_incident.store.journal import Head
from netfin_incident.store.schema import TRIGGERS
from netfin_incident.store.store import open_store
from netfin_incident.store.verify import Fault, Finding, Verdict, verify_store
from netfin_incident.wording.explain import explain
from netfin_incident.wording.faults import fault_sentence
from netfin_incident.wording.language import Language
from record_book import Book, act, declare, stored, unguarded, written

SEED = 20261124


def check(path: Path, *expected: Head) -> Verdict:
    store = open_store(path)
    try:
        return verify_store(store, expected)
    finally:
        store.close()


def altered(path: Path, *statements: str) -> Path:
    with unguarded(path) as connection:
        for sql in statements:
            connection.execute(sql)
    return path


def test_an_untouched_database_verifies(path: Path, book: Book) -> None:
    last = book.rows[-1]
    verdict = check(path, Head(last.seq, last.anchor))
    assert verdict == Verdict(len(book.rows), Head(last.seq, last.anchor))
    assert verdict.is_good


def test_progress_is_told_and_the_count_is_of_all_batches(tmp_path: Path) -> None:
    desk = written(tmp_path / "long.db", incidents=0)
    notes = [c.Note(f"note {number}") for number in range(2050)]
    desk.handle(declare(desk), act(1), *notes)
    told: list[int] = []
    assert verify_store(desk.store, progress=told.append).entries == 2051
    assert told == [1000, 2000]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE entry SET actor = 'boss' WHERE seq = 7", Fault.CHANGED),
        ("UPDATE entry SET actor = CAST(X'FF6C69' AS TEXT) WHERE seq = 7", Fault.CHANGED),
        ("UPDATE body SET body = body || ' ' WHERE seq = 7", Fault.BODY_CHANGED),
        ("UPDATE body SET body = CAST(X'7BFF' AS TEXT) WHERE seq = 7", Fault.BODY_CHANGED),
        ("UPDATE body SET salt = upper(salt) || '' WHERE seq = 7", Fault.BODY_CHANGED),
        ("DELETE FROM body WHERE seq = 7", Fault.BODY_MISSING),
        ("DELETE FROM entry WHERE seq = 7", Fault.REMOVED),
    ],
)
def test_a_change_through_sql_is_named_in_the_file(
    path: Path, statement: str, fault: Fault
) -> None:
    finding = check(altered(path, statement)).finding
    assert finding is not None
    assert (finding.fault, finding.seq) == (fault, 7)


def test_a_body_left_behind_betrays_a_cut_tail(path: Path, book: Book) -> None:
    last = len(book.rows)
    verdict = check(altered(path, f"DELETE FROM entry WHERE seq > {last - 2}"))  # noqa: S608
    assert verdict.finding == Finding(Fault.CUT, last - 1, detail=str(last))
    assert verdict.entries == last - 2


def test_a_body_before_the_first_entry_is_strange(path: Path) -> None:
    verdict = check(altered(path, "INSERT INTO body VALUES (0, 'aa', '{}')"))
    assert verdict.finding == Finding(Fault.INSERTED, 0, detail="1")


def test_a_carefully_cut_tail_is_found_with_a_remembered_head_only(path: Path, book: Book) -> None:
    last = book.rows[-1]
    altered(path, "DELETE FROM entry WHERE seq > 20", "DELETE FROM body WHERE seq > 20")
    assert check(path).is_good
    finding = check(path, Head(last.seq, last.anchor)).finding
    assert finding == Finding(Fault.CUT, 21, detail=str(last.seq))


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_missing_guard_is_named(path: Path, name: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"DROP TRIGGER {name}")
    connection.close()
    verdict = check(path)
    assert verdict.finding == Finding(Fault.GUARD_MISSING, 0, detail=name)
    assert verdict.entries == verdict.head.seq == 36


def test_a_table_rebuilt_without_its_unique_keys_is_named(path: Path) -> None:
    altered(
        path,
        "PRAGMA legacy_alter_table = ON",
        "ALTER TABLE entry RENAME TO held",
        "CREATE TABLE entry AS SELECT * FROM held",
        "DROP TABLE held",
    )
    finding = check(path).finding
    assert finding == Finding(Fault.GUARD_MISSING, 0, detail="UNIQUE (previous_anchor)")


def leaves(path: Path, name: str) -> list[int]:
    """Where the leaf pages of a table or index begin in the file."""
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(
            "SELECT pgoffset FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
            (name,),
        )
        return [offset for (offset,) in found]
    except sqlite3.OperationalError:
        pytest.skip("this SQLite is built without dbstat, which says where its pages lie")
    finally:
        connection.close()


def test_an_index_that_disagrees_with_its_table_is_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[content.index(b"incident/INC", leaves(path, "sqlite_autoindex_entry_1")[0])] ^= 1
    path.write_bytes(content)
    finding = check(path).finding
    assert finding is not None
    assert (finding.fault, finding.seq) == (Fault.DAMAGED, 0)
    assert "index" in finding.detail


def test_entries_before_a_torn_page_are_still_found_good(path: Path) -> None:
    content = bytearray(path.read_bytes())
    at = leaves(path, "entry")[1]
    content[at : at + 64] = bytes(64)
    path.write_bytes(content)
    verdict = check(path)
    assert verdict.finding is not None
    assert (verdict.finding.fault, verdict.finding.seq) == (Fault.DAMAGED, verdict.entries + 1)
    assert verdict.entries > 1


def outcome(path: Path, book: Book) -> str:
    """What becomes of a file with one bad byte: a fault, a refusal in words, or `good`."""
    try:
        finding = examined(path, book).finding
    except RecordError as refused:
        return refused.slug if explain(refused, Language.EN).code else ""
    if finding is None:
        return "good"
    fault_sentence(finding.fault, finding.seq, finding.stream, finding.entry, finding.detail)
    return finding.fault


def examined(path: Path, book: Book) -> Verdict:
    """The verdict on the file; a good one must mean that nothing is lost."""
    store = open_store(path)
    try:
        verdict = verify_store(store)
        if verdict.is_good:
            assert stored(store) == book.rows
            assert len(Desk(store).incidents(Mode.LIVE).rows) == 3
        return verdict
    finally:
        store.close()


def flipped(book: Book, path: Path, at: int, bit: int) -> str:
    content = bytearray(book.image)
    content[at] ^= 1 << bit
    path.write_bytes(content)
    return outcome(path, book)


def kinds_of_outcome(book: Book, folder: Path, places: int) -> set[str]:
    rng = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    chosen = [*range(0, 100, 3), *(rng.randrange(len(book.image)) for _ in range(places))]
    return {flipped(book, folder / "flipped.db", at, rng.randrange(8)) for at in chosen}


def test_a_flipped_bit_anywhere_is_found_or_does_no_harm(book: Book, tmp_path: Path) -> None:
    seen = kinds_of_outcome(book, tmp_path, 400)
    assert {"good", "changed", "body_changed", "database-of-other-program"} <= seen


@pytest.mark.soak
def test_flipped_bits_in_many_places_are_found_or_do_no_harm(book: Book, tmp_path: Path) -> None:
    seen = kinds_of_outcome(book, tmp_path, 20_000)
    assert {"damaged", "guard_missing", "schema-foreign", "database-damaged"} <= seen
