"""Only a whole export that verifies, into an empty database; anything else is refused in words."""

import json
from pathlib import Path

import pytest

from exports import checked, edited, found, refused
from netfin_incident.errors import RecordError
from netfin_incident.store.export import import_rows, read_export, verify_export
from netfin_incident.store.schema import COLUMNS
from netfin_incident.store.store import Store, open_store
from netfin_incident.store.verify import Fault
from record_book import Book, rewritten, stored

SEED = 20261124


def test_only_an_empty_database_is_filled(path: Path, lines: list[str], book: Book) -> None:
    store = open_store(path)
    assert refused(lambda: import_rows(store, lines, "j")) == "import-not-empty"
    assert stored(store) == book.rows


def test_one_incident_alone_is_not_imported(own_lines: list[str], empty: Store) -> None:
    assert refused(lambda: import_rows(empty, own_lines, "j")) == "import-of-one-stream"


@pytest.mark.parametrize("column", ["body", "actor", "anchor", "seq"])
def test_nothing_of_a_touched_export_is_imported(
    lines: list[str], empty: Store, column: str
) -> None:
    before = empty.meta("uuid")
    value = 999 if column == "seq" else "x"
    touched = [*lines[:20], edited(lines[20], **{column: value}), *lines[21:]]
    assert refused(lambda: import_rows(empty, touched, "j")) == "import-broken"
    for short in (lines[:-1], lines[:1], [*lines[:9], *lines[10:]]):
        assert refused(lambda short=short: import_rows(empty, short, "j")) == "import-broken"  # type: ignore[misc]
    assert stored(empty) == []
    assert empty.meta("uuid") == before


@pytest.mark.parametrize(
    "body",
    [
        "{", "[]", "null", '{"event":[]}', '{"event":{"kind":"note","text":5}}', "[" * 99_000,
        '{"event":{"kind":"rumour","text":"a"}}', '{"event":{"kind":"note"}}', '{"act":{}}',
        '{"act":{"by":"boss"},"event":{"kind":"note","text":"a"}}',
        '{"act":[],"event":{"kind":"note","text":"a","colour":"red"}}',
    ],
)  # fmt: skip
def test_an_entry_that_verifies_but_says_nothing_known_is_not_imported(
    book: Book, lines: list[str], empty: Store, body: str
) -> None:
    """Whoever makes an export can seal anything; it is still not taken for an incident."""
    noted = next(row.seq for row in book.rows if row.kind == "noted")
    rows = rewritten(book.rows, lambda row: row._replace(body=body), noted)
    head = f"36:{rows[-1].anchor}"
    forged = [edited(lines[0], head=head), *(json.dumps(row._asdict()) for row in rows)]
    assert checked(forged).is_good
    assert refused(lambda: import_rows(empty, forged, "j")) == "body-unreadable"
    assert stored(empty) == []


@pytest.mark.parametrize(
    ("change", "slug"),
    [
        ({"kind": "teleported"}, "event-of-newer-program"),
        ({"known": "psychic"}, "header-unreadable"),
        ({"recorded_at": "2026-11-24T06:00:00"}, "header-unreadable"),
        ({"recorded_at": "yesterday"}, "header-unreadable"),
        ({"kind": "acknowledged", "body": '{"event":{}}'}, "entry-out-of-place"),
        ({"stream": "incident/INC-2026-0077"}, "entry-out-of-place"),
    ],
)
def test_an_incident_that_cannot_have_happened_is_not_imported(
    book: Book, lines: list[str], empty: Store, change: dict[str, str], slug: str
) -> None:
    rows = rewritten(book.rows[:1], lambda row: row._replace(**change), 1)  # type: ignore[arg-type]
    about = edited(lines[0], entries=1, head=f"1:{rows[0].anchor}")
    forged = [about, json.dumps(rows[0]._asdict())]
    assert refused(lambda: import_rows(empty, forged, "j")) == slug


BAD_LINES = [
    "[" * 200_000, "{", "", "nonsense", "[]", "null", "NaN", "1e400", '"\\ud800"', "\x00",
    '{"seq":1,"seq":2}', '{"seq":1}', "{" + '"a":' * 5000, "\ufeff{}", "9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_line_that_is_no_entry_is_named_by_its_number(
    lines: list[str], empty: Store, bad: str
) -> None:
    touched = [*lines[:7], bad, *lines[8:]]
    if not bad:
        assert found(touched) == (Fault.REMOVED, 7)
        return
    for asked in (lambda: checked(touched), lambda: import_rows(empty, touched, "j")):
        with pytest.raises(RecordError) as refusal:
            asked()
        assert refusal.value.slug == "export-unreadable"
        assert refusal.value.values["line"] == 8


OTHER_TYPES: list[object] = [None, 1.5, True, [], {}]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((column, value) for column in COLUMNS for value in OTHER_TYPES),
        ("seq", "7"), ("seq", 2**63), ("seq", 0), ("seq", -7), ("version", 10**400), ("actor", 7),
        ("body", 7), ("salt", {}),
    ],
)  # fmt: skip
def test_a_value_that_no_entry_has_is_refused_before_it_is_hashed(
    lines: list[str], column: str, value: object
) -> None:
    touched = [*lines[:7], edited(lines[7], **{column: value}), *lines[8:]]
    assert refused(lambda: checked(touched)) == "export-unreadable"


@pytest.mark.parametrize(
    ("first", "slug"),
    [
        (bad, "export-unknown" if bad in ("", '{"seq":1}') else "export-unreadable")
        for bad in BAD_LINES
    ],
    ids=range(len(BAD_LINES)),
)
def test_a_file_that_is_no_export_is_refused(first: str, slug: str) -> None:
    assert refused(lambda: read_export([first], "j")) == slug
    assert refused(lambda: read_export([], "j")) == "export-unknown"


@pytest.mark.parametrize(
    "change",
    [
        {"head": "36"}, {"head": "x:y"}, {"head": 36}, {"head": None}, {"entries": "36"},
        {"entries": 36.0}, {"entries": []}, {"stream": None}, {"database": 5},
        {"database": "\ud800"}, {"format": "nfi-journal/2"},
    ],
)  # fmt: skip
def test_a_first_line_that_says_too_little_is_refused(
    lines: list[str], change: dict[str, object]
) -> None:
    slug = "export-unknown" if "format" in change else "export-unreadable"
    first = json.dumps(json.loads(lines[0]) | change)
    assert refused(lambda: read_export([first], "j")) == slug


def test_bytes_that_are_no_text_are_named_by_their_line(tmp_path: Path, lines: list[str]) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_bytes("\n".join(lines[:3]).encode() + b"\n{\xff}\n")
    with file.open(encoding="utf-8") as opened, pytest.raises(RecordError) as refusal:
        verify_export(opened, file.name)
    assert refusal.value.slug == "export-unreadable"


def test_half_a_character_is_a_change(lines: list[str], empty: Store) -> None:
    touched = [*lines[:7], edited(lines[7], actor="\udcff"), *lines[8:]]
    assert found(touched) == (Fault.CHANGED, 7)
    assert refused(lambda: import_rows(empty, touched, "j")) == "import-broken"
