"""Warnings on a real database: one transaction for all of it, ids, export, what a rollback leaves."""

import json
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.app.warnings import Warnings, severity_of
from netfin_incident.domain.incident import commands as ic
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone, Mode
from netfin_incident.domain.warning import commands as c
from netfin_incident.domain.warning import events as e
from netfin_incident.domain.warning.state import Standing, WarningCase
from netfin_incident.errors import CommandRefused, RecordError, UsageError
from netfin_incident.store.export import export_lines, import_rows, verify_export
from netfin_incident.store.store import Store, create_store, open_store
from netfin_incident.store.verify import verify_store
from watched import ORANGE, T0, ZONE, act, observed

FIRST = "WRN-2026-0001"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return create_store(tmp_path / "netfin.db")


@pytest.fixture
def warnings(store: Store) -> Warnings:
    return Warnings(Desk(store))


def declared(one: WarningCase) -> Declaration:
    return Declaration("Payments fail", severity_of(one), ZONE, one.raised.mode)


def test_ids_are_numbered_and_one_warning_is_open_per_key_and_mode(warnings: Warnings) -> None:
    taken = warnings.take(
        act(5),
        [observed(12), observed(12, key="b"), observed(12, mode=Mode.DRILL), observed(14, 1)],
    )
    assert taken.raised == (FIRST, "WRN-2026-0002", "WRN-2026-0003")
    assert [one.times for one in warnings.all()] == [2, 1, 1]
    assert warnings.take(act(9), [observed(12, 9, key="c")]).raised == ("WRN-2026-0004",)


def test_values_are_taken_the_oldest_first(warnings: Warnings) -> None:
    warnings.take(act(5), [observed(1, 3), observed(12, 1), observed(22, 2)])
    (one,) = warnings.all()
    assert (one.standing(T0), one.worst) == (Standing.SUBSIDED, "22")


def test_ten_thousand_values_of_one_key_make_one_warning_and_a_count(
    warnings: Warnings, store: Store
) -> None:
    warnings.take(act(200), [observed(12 + number % 3, number / 60) for number in range(10_000)])
    (one,) = warnings.all()
    assert (one.times, one.level, one.worst) == (10_000, ORANGE, "14")
    with store.reading() as journal:
        assert journal.head().seq == 2


def test_ten_thousand_values_are_taken_in_bounded_memory(warnings: Warnings) -> None:
    values = [observed(12 + number % 3, number / 60) for number in range(10_000)]
    tracemalloc.start()
    try:
        warnings.take(act(200), values)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8_000_000


def test_a_file_taken_twice_raises_nothing_twice(warnings: Warnings) -> None:
    values = [observed(12, 1), observed(1, 2), observed(12, 3), observed(1, 4)]
    assert len(warnings.take(act(5), values).raised) == 2
    again = warnings.take(act(6), values)
    assert (again.raised, again.late, again.below) == ((), 2, 2)


def test_a_value_that_is_refused_keeps_no_other_out(warnings: Warnings) -> None:
    taken = warnings.take(act(), [observed(12, 90), observed(12, key="k" * 201), observed(12)])
    assert taken.raised == (FIRST,)
    assert [(place, error.slug) for place, error in taken.refused] == [
        (0, "not-yet-happened"),
        (1, "text-too-long"),
    ]


def test_a_key_that_was_not_given_is_the_source_and_the_indicator(warnings: Warnings) -> None:
    warnings.take(act(), [observed(12, key="", source=" gw "), observed(12, key="")])
    assert [one.raised.key for one in warnings.all()] == [
        "gw:payment-failures",
        "payment-failures",
    ]


def test_a_warning_and_its_incident_name_each_other_and_share_one_transaction(
    warnings: Warnings, store: Store
) -> None:
    warnings.take(act(), [observed(12)])
    changed, handled = warnings.promote(FIRST, act(5), declared, [ic.Note("from a warning")])
    incident = handled.incident
    assert (changed.warning.incident, incident.key) == (incident.id, f"warning:{FIRST}")
    assert incident.severity is Severity.S2
    assert [one.at for one in incident.milestones[Milestone.DETECTED]] == [T0]
    assert warnings.take(act(6), [observed(30, 6)]).raised == ()
    with pytest.raises(CommandRefused) as refused:
        warnings.promote(FIRST, act(7), declared)
    assert refused.value.slug == "warning-is-incident"
    with store.reading() as journal:
        assert journal.streams("incident/") == [f"incident/{incident.id}"]


def test_where_the_warning_refuses_no_incident_is_declared(
    warnings: Warnings, store: Store
) -> None:
    warnings.take(act(), [observed(12)])
    warnings.handle(FIRST, act(1), c.Close("repaired"))
    with pytest.raises(CommandRefused) as refused:
        warnings.promote(FIRST, act(5), declared)
    assert refused.value.slug == "warning-over"
    with store.reading() as journal:
        assert journal.streams("incident/") == []
        assert journal.head().seq == 2


def test_where_the_incident_is_refused_the_warning_stays_open(warnings: Warnings) -> None:
    warnings.take(act(), [observed(12)])
    with pytest.raises(CommandRefused):
        warnings.promote(FIRST, act(5), lambda _: Declaration("", Severity.S2, ZONE))
    assert warnings.warning(FIRST).standing(T0) is Standing.OPEN
    assert warnings.take(act(6), [observed(13, 6)]).raised == ()


def test_a_warning_of_a_drill_becomes_an_incident_of_a_drill(warnings: Warnings) -> None:
    warnings.take(act(), [observed(12, mode=Mode.DRILL)])
    _, handled = warnings.promote(FIRST, act(5), declared)
    assert handled.incident.id == "DRL-2026-0001"


def test_customer_data_is_masked_unless_it_is_kept_on_purpose(warnings: Warnings) -> None:
    warnings.take(act(), [observed(12)])
    typed = "card 6222021234567890128"
    changed = warnings.handle(FIRST, act(1), c.Note(typed))
    kept = warnings.handle(FIRST, act(2), c.Note(typed), keep_raw=True)
    assert sum(changed.masked.values()) == 1
    assert "234567890" not in changed.warning.notes[0].text
    assert kept.warning.notes[1].text == typed


def test_what_another_process_wrote_is_seen(warnings: Warnings, store: Store) -> None:
    warnings.take(act(), [observed(12)])
    other = Warnings(Desk(open_store(store.path)))
    other.handle(FIRST, act(1), c.Own("bo"))
    other.take(act(2), [observed(12, 2, key="b")])
    assert [(one.id, one.owner) for one in warnings.all()] == [
        (FIRST, "bo"),
        ("WRN-2026-0002", ""),
    ]


def test_a_warning_is_found_by_its_number_and_an_unknown_one_is_not(warnings: Warnings) -> None:
    warnings.take(act(), [observed(12)])
    for given in ("1", "wrn-1", " WRN-2026-0001 "):
        assert warnings.find(given, 2026) == FIRST
    for given in ("2", "x", "1000000000000", ""):
        with pytest.raises(UsageError):
            warnings.find(given, 2026)
    with pytest.raises(UsageError):
        warnings.handle("WRN-2026-0009", act(), c.Own("bo"))


def test_the_export_is_verified_imported_and_means_the_same(
    warnings: Warnings, store: Store, tmp_path: Path
) -> None:
    warnings.take(act(5), [observed(12), observed(25, 1), observed(12, key="b")])
    warnings.promote(FIRST, act(6), declared)
    lines = list(export_lines(store))
    assert verify_export(lines, "x")[1].is_good
    alone = list(export_lines(store, f"warning/{FIRST}"))
    assert verify_export(alone, "x")[1].is_good
    copy = create_store(tmp_path / "copy.db")
    import_rows(copy, lines, "x")
    assert verify_store(copy).is_good
    assert Warnings(Desk(copy)).all() == warnings.all()


def test_an_export_with_what_cannot_have_happened_to_a_warning_is_not_imported(
    store: Store, tmp_path: Path
) -> None:
    with store.writing() as journal:
        journal.append("warning/WRN-2026-0001", [(act(), e.WarningNoted("before it was raised"))])
    lines = list(export_lines(store))
    with pytest.raises(RecordError) as refused:
        import_rows(create_store(tmp_path / "copy.db"), lines, "x")
    assert refused.value.slug == "entry-out-of-place"
    assert json.loads(lines[1])["kind"] == "warning-noted"


def test_the_year_of_an_id_is_that_of_the_firms_zone(warnings: Warnings) -> None:
    new_year = act((timedelta(days=37, hours=10, minutes=30)) / timedelta(minutes=1))
    taken = warnings.take(new_year, [observed(12)])
    assert taken.raised == ("WRN-2027-0001",)
