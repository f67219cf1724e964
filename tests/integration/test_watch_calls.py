"""Who is called when time runs out, end to end: files, database, watcher, and what arrives."""

from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CancelKind, Mode
from netfin_incident.wording.language import Language
from netfin_incident.wording.sentences import sentence
from record_book import unguarded
from story import T0
from watch_office import POLICY, WatchOffice


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def test_the_first_level_is_called_at_once_for_a_grave_emergency(office: WatchOffice) -> None:
    one = office.declare()
    assert office.watch().once() == 0
    assert office.counts() == (1, 0, 0, 0)
    assert one in office.pages("ann")[0]["subject"]
    assert office.happened(one) == ["level 1.1", "sent ann"]


def test_the_start_waits_as_the_policy_says(tmp_path: Path) -> None:
    slow = POLICY.replace("    levels:", "    start: {3: 2m}\n    levels:")
    office = WatchOffice(tmp_path, slow)
    office.declare(Severity.S3)
    watch = office.watch()
    office.wall.let_pass(seconds=119)
    watch.once()
    assert office.counts() == (0, 0, 0, 0)
    office.wall.let_pass(seconds=1)
    watch.once()
    assert office.counts() == (1, 0, 0, 0)


def test_each_level_has_its_time_from_when_it_was_really_called(office: WatchOffice) -> None:
    one = office.declare()
    office.wall.let_pass(minutes=2)
    watch = office.watch()
    watch.once()
    office.wall.let_pass(minutes=4, seconds=59)
    watch.once()
    assert office.counts() == (1, 0, 0, 0)
    office.wall.let_pass(seconds=1)
    watch.once()
    assert office.counts() == (1, 1, 1, 0)
    fired = [entry for entry in office.entries(one) if isinstance(entry.event, e.Escalated)]
    assert [entry.act.at - T0 for entry in fired] == [timedelta(minutes=2), timedelta(minutes=7)]
    assert {entry.act.by for entry in fired} == {"watch"}


def test_a_late_watcher_calls_one_level_and_waits_again(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.wall.let_pass(hours=3)
    watch.once()
    assert sorted(office.happened(one)[2:]) == ["level 1.2", "sent bo", "sent cy"]
    office.wall.let_pass(minutes=9)
    watch.once()
    assert office.counts() == (1, 1, 1, 0)


def test_a_level_with_nobody_to_call_is_passed_over_at_once(tmp_path: Path) -> None:
    office = WatchOffice(tmp_path, POLICY.replace("{person: ann}", "{team: night}"))
    one = office.declare()
    office.watch().once()
    assert office.happened(one)[:2] == ["passed 1.1", "level 1.2"]
    assert office.counts() == (0, 1, 1, 0)


def test_with_nobody_on_any_level_the_fallback_is_called_at_once(tmp_path: Path) -> None:
    nobody = POLICY.replace("{person: ann}", "{team: night}")
    nobody = nobody.replace("{person: bo}, {person: cy}", "{rotation: night}")
    office = WatchOffice(tmp_path, nobody)
    one = office.declare()
    office.watch().once()
    assert office.happened(one) == ["passed 1.1", "passed 1.2", "fallback 1", "sent di"]


def test_the_fallback_is_called_again_and_again_until_somebody_acknowledges(
    office: WatchOffice,
) -> None:
    one = office.declare()
    watch = office.watch()
    for minutes in (0, 5, 10, 10, 10):
        office.wall.let_pass(minutes=minutes)
        watch.once()
    assert office.counts() == (1, 1, 1, 3)
    office.ask(one, c.Acknowledge(), by="di")
    office.wall.let_pass(minutes=12)
    watch.once()
    assert office.counts() == (1, 1, 1, 3)


def test_levels_are_gone_through_as_often_as_the_policy_says(tmp_path: Path) -> None:
    twice = POLICY.replace("    fallback:", "    rounds: 2\n    fallback:")
    office = WatchOffice(tmp_path, twice)
    one = office.declare()
    watch = office.watch()
    for minutes in (0, 5, 10, 5, 10):
        office.wall.let_pass(minutes=minutes)
        watch.once()
    levels = [said for said in office.happened(one) if not said.startswith("sent")]
    assert levels == ["level 1.1", "level 1.2", "level 2.1", "level 2.2", "fallback 1"]


def test_nothing_is_called_after_an_acknowledgement(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.ask(one, c.Acknowledge())
    office.wall.let_pass(minutes=29)
    watch.once()
    assert office.counts() == (1, 0, 0, 0)


def test_an_acknowledgement_without_progress_is_reminded_of_and_then_void(
    office: WatchOffice,
) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.ask(one, c.Acknowledge())
    office.wall.let_pass(minutes=30)
    watch.once()
    assert office.happened(one)[-2:] == ["told reminder", "sent ann"]
    office.wall.let_pass(minutes=10)
    watch.once()
    assert office.happened(one)[-4:-2] == ["acknowledgement-expired", "level 1.2"]
    assert office.counts() == (2, 1, 1, 0)


def test_progress_keeps_an_acknowledgement(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.ask(one, c.Acknowledge())
    office.wall.let_pass(minutes=25)
    office.ask(one, c.Note("Traffic is moved"))
    office.wall.let_pass(minutes=29)
    watch.once()
    assert office.counts() == (1, 0, 0, 0)


def test_a_worse_severity_begins_anew_without_those_who_know(office: WatchOffice) -> None:
    one = office.declare(Severity.S3)
    watch = office.watch()
    watch.once()
    office.ask(one, c.Acknowledge())
    office.ask(one, c.ChangeSeverity(Severity.S1))
    watch.once()
    assert office.incident(one).escalation is not None
    assert office.counts() == (1, 1, 1, 0)


def test_a_resolved_incident_calls_nobody(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    office.ask(one, c.Cancel(CancelKind.FALSE_ALARM, "a test"))
    office.wall.let_pass(hours=1)
    watch.once()
    assert office.counts() == (1, 0, 0, 0)


def test_without_a_policy_nobody_is_called(office: WatchOffice) -> None:
    office.write_policy(POLICY.replace("{policy: pay}", "{policy: none}"))
    one = office.declare()
    office.wall.let_pass(days=1)
    office.watch().once()
    assert office.counts() == (0, 0, 0, 0)
    assert office.incident(one).escalation is None


def test_a_drill_writes_to_its_file_alone(office: WatchOffice) -> None:
    one = office.declare(mode=Mode.DRILL)
    office.watch().once()
    assert office.counts() == (0, 0, 0, 0)
    assert "[演练 DRILL]" in (office.folder / "drill-outbox.jsonl").read_text(encoding="utf-8")
    assert office.states(one) == [NoticeState.SENT]
    assert [notice.simulated for notice in office.incident(one).notices.values()] == [True]
    sent = office.entries(one)[-1]
    told = sentence(sent.event, sent.act, Language.EN)
    assert told.startswith("Notice to ann written to the drill outbox, not sent")


def test_escalating_by_hand_is_sent_by_the_watcher(office: WatchOffice) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    ladder = office.incident(one).escalation
    assert ladder is not None
    office.ask(one, c.Escalate(office.on_call(ladder.policy)))
    watch.once()
    assert office.counts() == (1, 1, 1, 0)


def test_a_policy_that_is_edited_meanwhile_changes_nothing(office: WatchOffice) -> None:
    office.declare()
    watch = office.watch()
    watch.once()
    office.write_policy(POLICY.replace("{person: bo}, {person: cy}", "{person: di}"))
    office.wall.let_pass(minutes=5)
    watch.once()
    assert office.counts() == (1, 1, 1, 0)


def test_many_due_at_once_are_called_in_the_order_in_which_they_were_due(
    office: WatchOffice,
) -> None:
    ids = []
    for _ in range(120):
        ids.append(office.declare(Severity.S3))
        office.wall.let_pass(seconds=1)
    assert office.watch().once() == 0
    with office.desk.store.reading() as journal:
        rows = [row for row in journal.tail() if row.kind == e.Escalated.KIND]
    assert [row.stream.removeprefix("incident/") for row in rows] == ids


def test_one_that_cannot_be_ticked_stops_no_other(
    office: WatchOffice, caplog: pytest.LogCaptureFixture
) -> None:
    broken, whole = office.declare(), office.declare()
    office.desk.incidents(Mode.LIVE)
    erase_the_newest_body_of(office, broken)
    watch = office.watch()
    assert watch.once() == 0
    assert office.counts() == (1, 0, 0, 0)
    assert whole in office.pages("ann")[0]["subject"]
    assert caplog.records[0].message.startswith(f"{broken}: ")
    office.wall.let_pass(seconds=61)
    caplog.clear()
    watch.once()
    assert not [record for record in caplog.records if broken in record.message]
    found = [(one.slug, one.values["stream"]) for one in office.findings()]
    assert found == [("body-missing", f"incident/{broken}")]


def erase_the_newest_body_of(office: WatchOffice, incident_id: str) -> None:
    seq = office.desk.rows(incident_id)[-1].seq
    with unguarded(office.database) as connection:
        connection.execute("DELETE FROM body WHERE seq = ?", (seq,))


def test_a_roster_that_breaks_while_people_are_called_silences_nobody(
    office: WatchOffice, caplog: pytest.LogCaptureFixture
) -> None:
    one = office.declare()
    watch = office.watch()
    watch.once()
    roster = office.folder / "roster.yaml"
    roster.write_text("schema: [", encoding="utf-8")
    office.wall.let_pass(minutes=5)
    watch.once()
    assert sorted(office.happened(one)[2:]) == ["level 1.2", "sent bo", "sent cy"]
    assert office.counts() == (1, 1, 1, 0)
    assert caplog.text.count("roster.yaml") == len(("who is called", "where they are reached"))
    roster.unlink()
    office.wall.let_pass(minutes=10)
    watch.once()
    assert office.counts() != (1, 1, 1, 0)
    office.write_roster(("ann",))
    two = office.declare()
    watch.once()
    assert office.happened(two) == ["level 1.1", "sent ann"]
