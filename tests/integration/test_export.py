"""An export comes back as it was, and a file that was touched is found out before it is written."""

import json
import random
from pathlib import Path

import pytest

from exports import STREAM, checked, edited, found, refused
from netfin_incident.app.desk import Desk
from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.export import export_lines, import_rows, verify_export
from netfin_incident.store.journal import Row
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import Fault, verify_store
from record_book import Book, declare, rewritten, sealed, stored

SEED = 20261124


def test_an_export_fills_an_empty_database_with_the_same_record(
    path: Path, lines: list[str], empty: Store
) -> None:
    original = open_store(path)
    assert checked(lines) == verify_store(original)
    assert import_rows(empty, lines, "journal.jsonl") == 36
    assert stored(empty) == stored(original)
    assert empty.meta("uuid") == original.meta("uuid")
    assert verify_store(empty) == verify_store(original)
    lists = [Desk(store).incidents(Mode.LIVE).rows for store in (empty, original)]
    assert lists[0] == lists[1]
    assert list(export_lines(empty)) == lines
    assert declare(Desk(empty)) == "INC-2026-0004"


def test_an_export_is_one_json_object_a_line(lines: list[str], book: Book) -> None:
    about, *entries = [json.loads(line) for line in lines]
    assert about["format"] == "nfi-journal/1"
    assert (about["stream"], about["entries"]) == ("", 36)
    assert about["head"] == f"36:{book.rows[-1].anchor}"
    assert [Row(**entry) for entry in entries] == book.rows
    assert not any("\n" in line for line in lines)


def test_blank_lines_and_line_ends_do_not_matter(lines: list[str]) -> None:
    assert checked([f"{line}\r\n\n" for line in lines]).is_good


def test_an_empty_journal_is_exported_and_imported(tmp_path: Path, empty: Store) -> None:
    lines = list(export_lines(create_store(tmp_path / "none.db")))
    assert len(lines) == 1
    assert import_rows(empty, lines, "journal.jsonl") == 0


def test_one_incident_verifies_alone(own_lines: list[str], book: Book) -> None:
    exported, verdict = verify_export(own_lines, "one.jsonl")
    own = [row for row in book.rows if row.stream == STREAM]
    assert (exported.stream, verdict.entries) == (STREAM, len(own))
    assert verdict.is_good
    assert verdict.head == (own[-1].seq, own[-1].anchor)


def test_an_incident_without_entries_cannot_be_exported(path: Path) -> None:
    store = open_store(path)
    assert refused(lambda: list(export_lines(store, "incident/INC-1999-0001"))) == "stream-unknown"


def changed(value: str | int, rng: random.Random) -> str | int:
    if isinstance(value, int):
        return value + 100
    at = rng.randrange(len(value)) if value else 0
    return value[:at] + ("y" if value[at : at + 1] == "x" else "x") + value[at + 1 :]


@pytest.mark.parametrize("column", Row._fields)
def test_a_changed_value_is_found_in_either_export(
    lines: list[str], own_lines: list[str], column: str
) -> None:
    rng = random.Random(f"{SEED} {column}")  # noqa: S311 - repeatable, not secret
    fault = Fault.BODY_CHANGED if column in ("salt", "body") else Fault.CHANGED
    for export in (lines, own_lines):
        for at in range(1, len(export)):
            row = json.loads(export[at])
            touched = list(export)
            touched[at] = edited(export[at], **{column: changed(row[column], rng)})
            finding = checked(touched).finding
            assert finding is not None
            assert finding.fault is fault
            assert finding.seq in (row["seq"], row["seq"] + 100 * (column == "seq"))


def test_a_line_that_is_missing_is_found_in_either_export(
    lines: list[str], own_lines: list[str]
) -> None:
    for export in (lines, own_lines):
        for at in range(1, len(export) - 1):
            finding = checked(export[:at] + export[at + 1 :]).finding
            assert finding is not None
            assert (finding.fault, finding.detail) == (Fault.REMOVED, "1")
    assert found(lines[:-1]) == (Fault.CUT, 36)
    assert refused(lambda: checked(own_lines[:-1])) == "export-miscounted"
    assert refused(lambda: checked(own_lines[:1])) == "export-miscounted"


def test_lines_that_changed_places_are_found_in_either_export(
    lines: list[str], own_lines: list[str]
) -> None:
    for export in (lines, own_lines):
        for one in range(1, len(export)):
            for two in range(one + 1, len(export)):
                touched = list(export)
                touched[one], touched[two] = export[two], export[one]
                finding = checked(touched).finding
                assert finding is not None
                assert finding.fault is Fault.REORDERED
                assert finding.entry == json.loads(export[one])["version"]


def test_a_line_twice_is_found_in_either_export(lines: list[str], own_lines: list[str]) -> None:
    for export in (lines, own_lines):
        for at in range(1, len(export)):
            assert found([*export[: at + 1], *export[at:]])[0] is Fault.INSERTED


def test_a_line_of_another_incident_is_found(lines: list[str], own_lines: list[str]) -> None:
    strange = next(line for line in lines[5:] if STREAM not in line)
    for at in range(1, len(own_lines) + 1):
        assert found([*own_lines[:at], strange, *own_lines[at:]])[0] is Fault.INSERTED


def test_entries_beyond_what_the_first_line_says_are_found(book: Book, lines: list[str]) -> None:
    last = book.rows[-1]
    more = sealed(last._replace(version=last.version + 1), 37, last.anchor, last.digest)
    longer = [*lines, json.dumps(more._asdict())]
    assert refused(lambda: checked(longer)) == "export-miscounted"


def test_a_rewritten_export_is_found_by_its_own_head(book: Book, lines: list[str]) -> None:
    rows = rewritten(book.rows, lambda row: row._replace(actor="boss"), 20)
    touched = [lines[0], *(json.dumps(row._asdict()) for row in rows)]
    assert found(touched) == (Fault.REWRITTEN, 36)
