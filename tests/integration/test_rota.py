"""Rosters, overrides and swaps on a real database: what was so stays so, and is proved."""

import json
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from netfin_incident.app.definitions import Definitions
from netfin_incident.app.desk import Desk
from netfin_incident.app.on_call import called
from netfin_incident.app.rosters import Rosters
from netfin_incident.app.rotas import Rotas
from netfin_incident.domain.record import Act
from netfin_incident.domain.rota import commands as c
from netfin_incident.domain.vocabulary import DefinitionKind, Mode
from netfin_incident.errors import CommandRefused, DefinitionError, RecordError
from netfin_incident.library.source import read_source
from netfin_incident.store.export import export_lines, import_rows, verify_export
from netfin_incident.store.journal import Row
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import Fault, verify_store
from record_book import rewritten, stored, unguarded
from rosters import SMALL, at, write

T0 = at("2026-03-02 02:00")
"""A Monday, 10:00 in Shanghai: ann has the first line until Friday, 18:00, then bo to Monday."""
FRIDAY, NEXT_MONDAY = at("2026-03-06 10:00"), at("2026-03-09 01:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEXT = SMALL.replace("people: [ann, bo]", "people: [cy, bo]")


class Firm:
    """A database in which incidents were worked on, and a roster file beside it."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.store: Store = open_store(path)
        self.file = write(folder)
        self.rosters = Rosters(self.file, self.store)
        self.rotas = Rotas(self.store, self.rosters)

    def adopt(self, now: datetime, start: datetime | None = None) -> int:
        source = read_source(self.file)
        versions = Definitions(self.store, DefinitionKind.ROSTER)
        return len(versions.adopt(source, Act(now, "lead"), start).recorded)

    def edit(self, text: str = NEXT) -> None:
        write(self.file.parent, text)

    def on_call(self, moment: datetime, known_by: datetime | None = None) -> str:
        roster = self.rosters.counting(moment).roster
        (one,) = called(roster, "first", moment, self.rosters.changes(known_by))
        return one.person.id if one.person else ""

    def override(self, now: datetime = T0, start: datetime = T0, end: datetime = FRIDAY) -> None:
        self.rotas.override("first", Act(now, "lead"), "cy", (start, end), "ill", "ann")

    def swap(self) -> None:
        self.rotas.offer("first", Act(T0, "ann"), "bo", T0 + HOUR, FRIDAY)
        self.rotas.accept("first", Act(T0 + DAY, "bo"), "S1")


@pytest.fixture
def firm(path: Path, tmp_path: Path) -> Firm:
    return Firm(path, tmp_path)


def test_until_one_is_adopted_the_file_counts(firm: Firm) -> None:
    assert firm.on_call(T0) == "ann"
    firm.edit()
    assert firm.on_call(T0) == "cy"
    assert firm.rosters.counting(T0).standing is None
    assert not firm.rosters.file_differs(T0)


def test_a_question_about_the_past_is_answered_from_the_roster_adopted_then(firm: Firm) -> None:
    assert firm.adopt(T0) == 1
    firm.edit()
    assert firm.on_call(T0) == "ann"
    assert firm.rosters.file_differs(T0)
    assert firm.adopt(T0 + DAY) == 1
    firm.edit("edited beyond recognition")
    assert (firm.on_call(T0 + HOUR), firm.on_call(T0 + DAY)) == ("ann", "cy")


def test_a_later_roster_never_counts_for_the_past(firm: Firm) -> None:
    firm.adopt(T0, T0 - 30 * DAY)
    firm.edit()
    with pytest.raises(CommandRefused) as refused:
        firm.adopt(T0 + 2 * DAY, T0 + DAY)
    assert refused.value.slug == "roster-effective-past"
    assert firm.adopt(T0 + 2 * DAY, T0 + 3 * DAY) == 1
    assert [firm.on_call(T0 + days * DAY) for days in (-1, 2, 3)] == ["bo", "ann", "cy"]


def test_adoptions_of_the_roster_are_numbered_and_the_same_is_not_adopted_twice(
    firm: Firm,
) -> None:
    assert [firm.adopt(T0), firm.adopt(T0 + HOUR)] == [1, 0]
    firm.edit()
    assert firm.adopt(T0 + DAY) == 1
    definition = Definitions(firm.store, DefinitionKind.ROSTER).adopted()["roster"]
    assert [one.revision for one in definition.versions] == [1, 2]
    assert Definitions(firm.store).adopted() == {}


def test_a_file_that_cannot_be_used_is_not_adopted(firm: Firm) -> None:
    firm.edit(SMALL.replace("people: [ann, bo]", "people: [ann, dee]"))
    with pytest.raises(DefinitionError):
        firm.adopt(T0)
    with pytest.raises(DefinitionError):
        firm.rosters.counting(T0)


def test_the_rosters_that_count_one_after_another_cover_all_of_a_time(firm: Firm) -> None:
    firm.adopt(T0, T0 - DAY)
    firm.edit()
    firm.adopt(T0, T0 + DAY)
    found = list(firm.rosters.periods(T0 - 2 * DAY, T0 + 3 * DAY))
    edges = [T0 - 2 * DAY, T0 - DAY, T0 + DAY, T0 + 3 * DAY]
    assert [(one.start, one.end) for one in found] == list(pairwise(edges))
    versions = [one.counting.standing and one.counting.standing.version.revision for one in found]
    assert versions == [None, 1, 2]


def test_what_was_answered_then_can_be_answered_again(firm: Firm) -> None:
    firm.override(T0, T0, FRIDAY)
    firm.rotas.handle("first", Act(T0 + DAY, "lead"), c.CancelOverride("O1", "well again"))
    for known_by in (None, T0 + DAY):
        assert firm.on_call(T0 + HOUR, known_by) == "cy"
        assert firm.on_call(T0 + DAY, known_by) == "ann"
    assert firm.on_call(T0 + DAY, T0 + HOUR) == "cy"
    assert firm.on_call(T0 + HOUR, T0 - HOUR) == "ann"


def test_a_swap_by_both_is_carried_out(firm: Firm) -> None:
    firm.swap()
    assert [firm.on_call(one) for one in (T0 + HOUR, T0 + DAY, FRIDAY, NEXT_MONDAY)] == [
        "ann", "bo", "ann", "ann",
    ]  # fmt: skip


def test_a_swap_is_not_accepted_over_what_changed_meanwhile(firm: Firm) -> None:
    firm.rotas.offer("first", Act(T0, "ann"), "bo", T0 + HOUR, FRIDAY)
    firm.override(T0 + HOUR, T0 + DAY, T0 + 2 * DAY)
    before = stored(firm.store)
    with pytest.raises(CommandRefused) as refused:
        firm.rotas.accept("first", Act(T0 + 2 * HOUR, "bo"), "S1")
    assert refused.value.slug == "swap-changed"
    assert stored(firm.store) == before


def test_somebody_on_call_without_an_end_in_sight_has_no_shift_to_swap(firm: Firm) -> None:
    firm.edit(SMALL.replace("people: [ann, bo]", "people: [ann]"))
    with pytest.raises(CommandRefused) as refused:
        firm.rotas.offer("first", Act(T0, "ann"), "bo", T0)
    assert refused.value.slug == "swap-shift-endless"


def test_a_rotation_that_the_roster_does_not_have_is_refused(firm: Firm) -> None:
    before = stored(firm.store)
    with pytest.raises(DefinitionError) as refused:
        firm.rotas.override("frist", Act(T0, "lead"), "cy", (T0, FRIDAY), "ill")
    assert refused.value.values["choices"] == ("first",)
    with pytest.raises(CommandRefused):
        firm.rotas.handle("frist", Act(T0, "lead"), c.CancelOverride("O1", "why"))
    assert stored(firm.store) == before


def test_incidents_and_their_lists_do_not_see_the_rota(firm: Firm) -> None:
    desk = Desk(firm.store)
    before = desk.incidents(Mode.LIVE).rows
    firm.adopt(T0)
    firm.swap()
    assert desk.incidents(Mode.LIVE).rows == before
    assert desk.rebuild() == 3
    assert desk.incidents(Mode.LIVE).rows == before


def test_an_altered_override_is_named(firm: Firm, path: Path) -> None:
    firm.override()
    row = stored(firm.store)[-1]
    with unguarded(path) as connection:
        body = str(row.body).replace('"cy"', '"bo"')
        connection.execute("UPDATE body SET body = ? WHERE seq = ?", (body, row.seq))
    finding = verify_store(open_store(path)).finding
    assert finding is not None
    assert (finding.fault, finding.stream, finding.entry) == (Fault.BODY_CHANGED, "rota/first", 1)


def test_an_export_carries_the_rota_and_one_rotation_verifies_alone(
    firm: Firm, tmp_path: Path
) -> None:
    firm.adopt(T0)
    firm.swap()
    restored = create_store(tmp_path / "restored.db")
    import_rows(restored, list(export_lines(firm.store)), "journal.jsonl")
    assert stored(restored) == stored(firm.store)
    again = Rosters(tmp_path / "none.yaml", restored)
    assert again.rotas() == firm.rosters.rotas()
    assert again.counting(T0).roster == firm.rosters.counting(T0).roster
    exported, verdict = verify_export(list(export_lines(firm.store, "rota/first")), "first.jsonl")
    assert (exported.stream, verdict.entries, verdict.is_good) == ("rota/first", 2, True)


@pytest.mark.parametrize(
    ("written", "instead"),
    [('"S1"', '"S2"'), ('"rotation":"first"', '"rotation":"second"')],
)
def test_an_acceptance_of_what_was_never_offered_here_is_not_imported(
    firm: Firm, tmp_path: Path, written: str, instead: str
) -> None:
    firm.swap()
    rows, lines = stored(firm.store), list(export_lines(firm.store))

    def forged(row: Row) -> Row:
        return row._replace(body=str(row.body).replace(written, instead))

    changed = rewritten(rows, forged, rows[-1].seq)
    about = json.loads(lines[0]) | {"head": f"{changed[-1].seq}:{changed[-1].anchor}"}
    export = [json.dumps(about), *(json.dumps(row._asdict()) for row in changed)]
    with pytest.raises(RecordError) as refused:
        import_rows(create_store(tmp_path / "restored.db"), export, "journal.jsonl")
    assert refused.value.slug == "entry-out-of-place"


def test_two_programs_that_override_at_once_leave_one_entry(firm: Firm, path: Path) -> None:
    firm.override()
    other = open_store(path)
    rotas = Rotas(other, Rosters(firm.file, other))
    changed = rotas.override("first", Act(T0 + HOUR, "lead"), "cy", (T0, FRIDAY), "ill", "ann")
    assert changed.recorded == ()
    assert len(changed.rota.overrides) == 1
