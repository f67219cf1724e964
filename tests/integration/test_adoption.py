"""Adopted playbooks on a real database: kept word for word, proved, exported, and never a view."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.app.definitions import (
    Definitions,
    FileState,
    as_source,
    compiled,
    file_standing,
)
from netfin_incident.app.desk import Desk
from netfin_incident.domain.definition import events as d
from netfin_incident.domain.definition.state import digest_of
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.vocabulary import DefinitionKind, Mode
from netfin_incident.errors import CommandRefused, DefinitionError, RecordError
from netfin_incident.library.source import Source, read_source
from netfin_incident.store import chain
from netfin_incident.store.export import export_lines, import_rows, verify_export
from netfin_incident.store.journal import Row
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.verify import Fault, verify_store, verify_stream
from playbook_text import SMALL, changed, write
from record_book import act, declare, rewritten, sealed, stored, unguarded
from story import LI, T0, WANG

STREAM = "definition/playbook/small"
NEXT = changed(("revision: 3", "revision: 4"))
DAY = timedelta(days=1)


@pytest.fixture
def definitions(path: Path) -> Definitions:
    """On a database in which incidents were worked on."""
    return Definitions(open_store(path))


def source(text: str = SMALL) -> Source:
    return Source("small.yaml", text, digest_of(text))


def both(definitions: Definitions) -> tuple[str, str]:
    """Two versions, adopted a day apart, the first of them approved; their hashes."""
    definitions.adopt(source(), act(0), note="年度修订")
    definitions.approve("small", act(60, WANG), "RC 17")
    definitions.adopt(source(NEXT), act(86_400, WANG))
    return digest_of(SMALL), digest_of(NEXT)


def test_a_question_about_the_past_is_answered_from_what_was_adopted_then(
    definitions: Definitions, tmp_path: Path
) -> None:
    file = write(tmp_path, SMALL)
    definitions.adopt(read_source(file), act(0))
    write(tmp_path, NEXT)
    assert definitions.in_force(T0)["small"].version.revision == 3
    definitions.adopt(read_source(file), act(86_400))
    write(tmp_path, "edited beyond recognition")

    assert definitions.in_force(T0 - DAY) == {}
    then, later = (definitions.in_force(at)["small"] for at in (T0, T0 + DAY))
    assert (then.version.revision, later.version.revision) == (3, 4)
    assert (then.version.adopted_by, then.version.adopted_at) == (LI, T0)
    assert definitions.body("small", then.version.sha256) == SMALL
    assert definitions.body("small", later.version.sha256) == NEXT


def test_the_adopted_text_makes_the_plan_that_its_file_made(
    definitions: Definitions, tmp_path: Path
) -> None:
    file = write(tmp_path, SMALL)
    definitions.adopt(read_source(file), act(0))
    standing = definitions.in_force(T0)["small"]
    body = definitions.body("small", standing.version.sha256)
    assert compiled(as_source(standing, body)) == compiled(read_source(file))


def test_a_file_with_a_byte_order_mark_is_kept_with_it(
    definitions: Definitions, tmp_path: Path
) -> None:
    file = tmp_path / "small.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    read = read_source(file)
    definitions.adopt(read, act(0))
    standing = definitions.in_force(T0)["small"]
    body = definitions.body("small", read.sha256)
    assert body.encode() == file.read_bytes()
    assert as_source(standing, body).text == read.text


def test_a_file_that_cannot_be_used_is_not_adopted(definitions: Definitions) -> None:
    with pytest.raises(DefinitionError):
        definitions.adopt(source(changed(("category: operations\n", ""))), act(0))
    assert definitions.adopted() == {}


def test_exactly_the_approved_text_is_approved(definitions: Definitions) -> None:
    first, second = both(definitions)
    assert definitions.is_approved("small", first)
    assert not definitions.is_approved("small", second)
    assert not definitions.is_approved("other", first)
    assert not definitions.is_approved("small", "")


def test_what_is_refused_leaves_no_entry(definitions: Definitions, path: Path) -> None:
    both(definitions)
    before = stored(open_store(path))
    with pytest.raises(CommandRefused):
        definitions.approve("small", act(90_000, WANG), "RC 18")
    with pytest.raises(CommandRefused):
        definitions.adopt(source(), act(90_000), effective_from=T0)
    for asked in (definitions.history, definitions.stream_of):
        with pytest.raises(CommandRefused):
            asked("unheard-of")
    with pytest.raises(CommandRefused):
        definitions.body("small", "ab" * 32)
    assert stored(open_store(path)) == before


def test_asking_twice_writes_once(definitions: Definitions) -> None:
    assert len(definitions.adopt(source(), act(0)).recorded) == 1
    again = definitions.adopt(source(), act(60, WANG))
    assert (again.recorded, again.definition.newest.adopted_by) == ((), LI)
    assert len(definitions.approve("small", act(90, WANG), "RC 17").recorded) == 1
    assert definitions.approve("small", act(99, WANG), "RC 17").recorded == ()
    assert len(definitions.history("small")) == 2


def test_the_history_has_every_entry_in_order(definitions: Definitions) -> None:
    both(definitions)
    entries = definitions.history("small")
    assert [one.version for one in entries] == [1, 2, 3]
    assert [type(one.event) for one in entries] == [
        d.DefinitionAdopted, d.DefinitionApproved, d.DefinitionAdopted,
    ]  # fmt: skip
    assert entries[0].event.note == "年度修订"


def test_a_file_is_held_against_what_was_adopted(definitions: Definitions) -> None:
    assert file_standing(None, "x", T0).state is FileState.NOT_ADOPTED
    definitions.adopt(source(), act(0))
    definitions.adopt(source(NEXT), act(60), effective_from=T0 + DAY)
    first, second = digest_of(SMALL), digest_of(NEXT)

    def states(days: int) -> list[FileState]:
        definition = definitions.adopted()["small"]
        return [
            file_standing(definition, one, T0 + days * DAY).state for one in (first, second, "")
        ]

    differs = FileState.DIFFERS
    assert states(0) == [FileState.IN_FORCE, FileState.SCHEDULED, differs]
    assert states(1) == [differs, FileState.IN_FORCE, differs]


def test_incidents_and_their_lists_do_not_see_definitions(path: Path) -> None:
    store = open_store(path)
    desk, definitions = Desk(store), Definitions(store)
    before = desk.incidents(Mode.LIVE).rows
    both(definitions)
    assert desk.incidents(Mode.LIVE).rows == before
    assert declare(desk) == "INC-2026-0004"
    assert desk.rebuild() == 4
    desk.handle("INC-2026-0004", act(99), c.Note("between two adoptions"))
    rows = {row.id: row for row in desk.incidents(Mode.LIVE).rows}
    assert rows["INC-2026-0004"].entries == 2
    assert all(rows[one.id] == one for one in before)


def test_an_altered_text_is_named(path: Path, definitions: Definitions) -> None:
    both(definitions)
    row = next(row for row in stored(open_store(path)) if row.stream == STREAM)
    assert row.body is not None
    with unguarded(path) as connection:
        softer = row.body.replace("Restore service", "Restore nothing")
        assert softer != row.body
        connection.execute("UPDATE body SET body = ? WHERE seq = ?", (softer, row.seq))
    finding = verify_store(open_store(path)).finding
    assert finding is not None
    assert (finding.fault, finding.stream, finding.entry) == (Fault.BODY_CHANGED, STREAM, 1)


def test_a_removed_approval_is_named(path: Path, definitions: Definitions) -> None:
    both(definitions)
    rows = stored(open_store(path))
    approval = next(row for row in rows if row.kind == d.DefinitionApproved.KIND)
    with unguarded(path) as connection:
        connection.execute("DELETE FROM body WHERE seq = ?", (approval.seq,))
        connection.execute("DELETE FROM entry WHERE seq = ?", (approval.seq,))
    finding = verify_store(open_store(path)).finding
    assert finding is not None
    assert (finding.fault, finding.seq) == (Fault.REMOVED, approval.seq)


def test_an_export_carries_what_was_adopted(
    path: Path, definitions: Definitions, tmp_path: Path
) -> None:
    first, _ = both(definitions)
    original = open_store(path)
    lines = list(export_lines(original))
    restored = create_store(tmp_path / "restored.db")
    assert import_rows(restored, lines, "journal.jsonl") == 39
    assert stored(restored) == stored(original)
    again = Definitions(restored)
    assert again.adopted() == definitions.adopted()
    assert again.body("small", first) == SMALL


def test_one_playbook_is_exported_and_verified_alone(path: Path, definitions: Definitions) -> None:
    both(definitions)
    lines = list(export_lines(open_store(path), definitions.stream_of("small")))
    exported, verdict = verify_export(lines, "small.jsonl")
    assert (exported.stream, verdict.entries, verdict.is_good) == (STREAM, 3, True)
    touched = [*lines[:1], lines[1].replace("Restore service", "Restore nothing"), *lines[2:]]
    finding = verify_export(touched, "small.jsonl")[1].finding
    assert finding is not None
    assert (finding.fault, finding.entry) == (Fault.BODY_CHANGED, 1)


def imported(rows: list[Row], lines: list[str], folder: Path) -> str:
    """Why an export with these rows instead is not imported."""
    about = json.loads(lines[0]) | {"head": f"{rows[-1].seq}:{rows[-1].anchor}"}
    forged = [json.dumps(about), *(json.dumps(row._asdict()) for row in rows)]
    with pytest.raises(RecordError) as refused:
        import_rows(create_store(folder / "restored.db"), forged, "journal.jsonl")
    return refused.value.slug


def test_an_approval_of_what_was_never_adopted_is_not_imported(
    path: Path, definitions: Definitions, tmp_path: Path
) -> None:
    first, second = both(definitions)
    store = open_store(path)
    rows, lines = stored(store), list(export_lines(store))
    approval = next(row for row in rows if row.kind == d.DefinitionApproved.KIND)

    def of_another(row: Row) -> Row:
        return row._replace(body=str(row.body).replace(first, second))

    assert verify_stream([row for row in rows if row.stream == STREAM]).is_good
    forged = rewritten(rows, of_another, approval.seq)
    assert imported(forged, lines, tmp_path) == "entry-out-of-place"


def test_a_text_that_has_not_its_hash_is_not_imported(
    path: Path, definitions: Definitions, tmp_path: Path
) -> None:
    both(definitions)
    store = open_store(path)
    rows, lines = stored(store), list(export_lines(store))
    adoption = next(row for row in rows if row.kind == d.DefinitionAdopted.KIND)

    def softened(row: Row) -> Row:
        return row._replace(body=str(row.body).replace("Restore service", "Restore nothing"))

    forged = rewritten(rows, softened, adoption.seq)
    assert imported(forged, lines, tmp_path) == "entry-out-of-place"


def test_an_entry_of_another_playbook_or_of_an_incident_is_out_of_place(
    path: Path, definitions: Definitions, tmp_path: Path
) -> None:
    both(definitions)
    store = open_store(path)
    rows, lines = stored(store), list(export_lines(store))
    last = rows[-1]
    other = "definition/playbook/other"
    moved = sealed(
        rows[36]._replace(stream=other), 37, rows[35].anchor, chain.stream_start(other)
    )  # fmt: skip
    elsewhere = [*rows[:36], moved]
    assert imported(elsewhere, _counting(lines, 37), tmp_path) == "entry-out-of-place"
    noted = last._replace(kind="acknowledged", body='{"event":{}}', seq=last.seq + 1, version=4)
    strange = [*rows, sealed(noted, last.seq + 1, last.anchor, last.digest)]
    assert imported(strange, _counting(lines, 40), tmp_path) == "event-of-newer-program"


def test_definitions_are_a_stream_of_their_own_kind(definitions: Definitions, path: Path) -> None:
    both(definitions)
    rows = [row for row in stored(open_store(path)) if row.stream.startswith("definition/")]
    assert {row.stream for row in rows} == {f"definition/{DefinitionKind.PLAYBOOK}/small"}
    assert [row.version for row in rows] == [1, 2, 3]


def test_two_programs_adopting_at_once_leave_one_entry(path: Path, tmp_path: Path) -> None:
    one = Definitions(open_store(path))
    other = Definitions(open_store(path))
    assert len(one.adopt(source(), act(0)).recorded) == 1
    assert other.adopt(source(), act(1, WANG)).recorded == ()
    shutil.copy(path, tmp_path / "copy.db")
    assert verify_store(open_store(tmp_path / "copy.db")).is_good


def _counting(lines: list[str], entries: int) -> list[str]:
    return [json.dumps(json.loads(lines[0]) | {"entries": entries}), *lines[1:]]
