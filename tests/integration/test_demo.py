import json
import re
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from netfin_incident.app.demo import IN_FLIGHT, WHOLE, Demo
from netfin_incident.app.desk import Desk
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Status, StepState
from netfin_incident.errors import UsageError
from netfin_incident.reports.demo_files import headless, in_flight
from netfin_incident.reports.facts import IncidentFacts, read_facts
from netfin_incident.store.export import export_lines, verify_export
from netfin_incident.store.store import create_store, open_store
from netfin_incident.store.verify import verify_store
from netfin_incident.wording.demo import DEMO_CARD, DEMO_WORDS
from netfin_incident.wording.language import Language
from report_cases import SHANGHAI, START, demo, minute

LANGUAGES = pytest.mark.parametrize("language", list(Language))
NOW = START + WHOLE
FILES = {
    "demo.db", "journal.jsonl", "report.en.md", "report.zh-Hans.md", "report.zh-Hant.md",
    "report.json",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> IncidentFacts:
    """The facts of the whole demonstration."""
    played = demo(tmp_path_factory.mktemp("demo"), Language.EN)
    return read_facts(played.desk, played.whole())


def seconds(facts: IncidentFacts, metric_id: str) -> int | None:
    return next(
        one.measured.seconds for one in facts.metrics if one.measured.metric.id == metric_id
    )


@LANGUAGES
def test_the_whole_emergency_closes_and_its_record_verifies(
    tmp_path: Path, language: Language
) -> None:
    played = demo(tmp_path, language)
    incident = played.desk.incident(played.whole())
    assert incident.status is Status.CLOSED
    assert incident.owed == {}
    assert deadlines(incident) == ()
    verdict = verify_store(played.desk.store)
    assert (verdict.is_good, verdict.entries) == (True, incident.version)
    _, exported = verify_export(export_lines(played.desk.store), "journal.jsonl")
    assert (exported.is_good, exported.head) == (True, played.desk.head())


@LANGUAGES
def test_in_flight_the_outage_is_open_with_something_overdue_and_something_due(
    tmp_path: Path, language: Language
) -> None:
    played = demo(tmp_path, language)
    incident = played.desk.incident(played.in_flight())
    now = START + IN_FLIGHT
    assert incident.status is Status.RESPONDING
    assert obstacles(incident, Status.CLOSED) != ()
    due = deadlines(incident)
    assert [one.id for one in due if one.due_at < now] == ["brief-leader", "check-changes"]
    assert [one.id for one in due if one.due_at >= now] == ["T1"]
    assert incident.last_at is not None
    assert incident.last_at <= now


def test_the_figures_are_those_of_the_script(facts: IncidentFacts) -> None:
    """In the script: onset at minute -6, detected -2, contained 45, recovered 111, books 170."""
    expected = {
        "time_to_detect": 4,
        "time_to_declare": 2,
        "time_to_acknowledge": 0,
        "time_to_activate": 1,
        "time_to_report": 42,
        "time_to_contain": 47,
        "time_to_recover": 113,
        "time_affected": 117,
        "time_to_reconcile": 59,
        "time_to_resolve": 182,
    }
    assert {
        one.measured.metric.id: one.measured.seconds and one.measured.seconds // 60
        for one in facts.metrics
    } == expected
    assert all((seconds(facts, one) or 0) % 60 == 0 for one in expected)


def test_the_report_counts_the_steps_as_they_were_done(facts: IncidentFacts) -> None:
    states = [one.state for one in facts.steps]
    assert len(states) == 35
    assert (states.count(StepState.DONE), states.count(StepState.SKIPPED)) == (32, 1)
    late = {one.step.id: one.margin_seconds for one in facts.steps if one.is_late}
    # Ready at minute 0 with five minutes, done at 9 and 10; ready at 15, fifty minutes, done at 75.
    assert late == {"check-changes": -240, "brief-leader": -300, "verify-channel": -600}


def test_the_report_tells_who_commanded_and_how_it_passed_on(facts: IncidentFacts) -> None:
    commanders = [one for one in facts.tenures if one.role == "commander"]
    assert [(one.person, one.start, one.end) for one in commanders] == [
        ("zhao.min", minute(0), minute(58)),
        ("qian.wei", minute(58), None),
    ]
    assert facts.without_commander == ()
    assert [(one.to, one.seconds) for one in facts.handovers] == [("qian.wei", 180)]


def test_the_demonstration_shows_what_goes_wrong_too(facts: IncidentFacts) -> None:
    corrected = [entry for entry, line in facts.entries.items() if line.correction]
    late = [entry for entry, line in facts.entries.items() if line.is_late]
    assert (len(corrected), len(late), len(facts.second_looks)) == (1, 1, 1)
    assert facts.incident.severity is Severity.S2
    assert facts.work.upward_reports[0].margin_seconds == 18 * 60


def test_nothing_happens_after_the_end_that_was_given(facts: IncidentFacts) -> None:
    assert max(line.recorded.act.at for line in facts.entries.values()) == NOW


def test_every_piece_of_evidence_has_its_own_digest(tmp_path: Path) -> None:
    played = demo(tmp_path, Language.ZH_HANS)
    incident = played.desk.incident(played.whole())
    made = read_facts(played.desk, incident.id)
    digests = [
        line.recorded.event.sha256  # type: ignore[union-attr]  # evidence by its kind
        for line in made.entries.values() if line.row.kind == "evidence-added"
    ]  # fmt: skip
    assert len(set(digests)) == len(digests) == len(incident.evidence)


def test_every_line_of_the_script_is_spoken(tmp_path: Path) -> None:
    spoken: set[str] = set()

    class Listening(Demo):
        def say(self, word: str) -> str:
            spoken.add(word)
            return super().say(word)

    played = demo(tmp_path, Language.EN)
    Listening(played.desk, played.plan, played.language, played.start, played.zone).whole()
    assert spoken == set(DEMO_WORDS)


@pytest.mark.parametrize("hour", [0, 9, 23])
def test_the_script_holds_at_any_hour(tmp_path: Path, hour: int) -> None:
    """It names no time of day, so that it never contradicts the record's own times."""
    said = " ".join(text.en + text.zh for text in DEMO_WORDS.values())
    assert not re.search(r"[0-9][:：][0-9]{2}|[0-9]点", said)
    played = demo(tmp_path, Language.EN)
    start = START.replace(hour=hour)
    assert Demo(played.desk, played.plan, Language.EN, start, SHANGHAI).whole()


def test_the_card_fits_a_small_terminal() -> None:
    assert max(len(line) for line in DEMO_CARD.en.split("\n")) <= 80
    assert (
        max(sum(2 if ord(c) > 255 else 1 for c in line) for line in DEMO_CARD.zh.split("\n")) <= 80
    )


@LANGUAGES
def test_headless_leaves_database_journal_and_reports(tmp_path: Path, language: Language) -> None:
    out = tmp_path / "out"
    played = headless(out, language, NOW, SHANGHAI)
    assert {path.name for path in out.iterdir()} == FILES == {path.name for path in played.files}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in out.iterdir())
    store = open_store(out / "demo.db")
    assert store.meta("purpose") == "demo"
    assert verify_store(store, [played.head]).is_good
    assert Desk(store).incident(played.incident_id).status is Status.CLOSED
    store.close()
    with (out / "journal.jsonl").open(encoding="utf-8") as lines:
        _, verdict = verify_export(lines, "journal.jsonl")
    assert (verdict.head, verdict.entries) == (played.head, played.entries)
    for name in FILES - {"demo.db", "journal.jsonl"}:
        assert played.head.anchor in (out / name).read_text(encoding="utf-8")
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["incident"]["status"] == "closed"


def test_headless_writes_over_nothing_unless_forced(tmp_path: Path) -> None:
    headless(tmp_path, Language.EN, NOW, SHANGHAI)
    before = (tmp_path / "demo.db").read_bytes()
    with pytest.raises(UsageError) as refused:
        headless(tmp_path, Language.EN, NOW, SHANGHAI)
    assert refused.value.slug == "out-exists"
    assert (tmp_path / "demo.db").read_bytes() == before
    headless(tmp_path, Language.EN, NOW + timedelta(hours=1), SHANGHAI, force=True)
    assert (tmp_path / "demo.db").read_bytes() != before
    assert {path.name for path in tmp_path.iterdir()} == FILES


def test_one_file_in_the_way_is_enough_and_nothing_is_begun(tmp_path: Path) -> None:
    (tmp_path / "report.zh-Hant.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        headless(tmp_path, Language.EN, NOW, SHANGHAI)
    assert refused.value.values == {"path": str(tmp_path / "report.zh-Hant.md")}
    assert [path.name for path in tmp_path.iterdir()] == ["report.zh-Hant.md"]


def _real_record(path: Path) -> None:
    create_store(path).close()


def _other_file(path: Path) -> None:
    path.write_text("minutes of the board", encoding="utf-8")


def _link(path: Path) -> None:
    other = path.with_name("elsewhere.db")
    create_store(other, "demo").close()
    path.symlink_to(other)


@pytest.mark.parametrize("make", [_real_record, _other_file, _link])
def test_even_forced_it_never_replaces_what_is_no_demonstration(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "demo.db")
    before = (tmp_path / "demo.db").read_bytes()
    with pytest.raises(UsageError) as refused:
        headless(tmp_path, Language.EN, NOW, SHANGHAI, force=True)
    assert refused.value.slug == "out-not-a-demo"
    assert (tmp_path / "demo.db").read_bytes() == before


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        headless(tmp_path / "out", Language.EN, NOW, SHANGHAI)
    assert refused.value.slug == "out-unwritable"


def test_the_scratch_database_lies_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch = in_flight(Language.ZH_HANS, NOW, SHANGHAI)
    assert scratch.database.parent.parent == tmp_path
    assert stat.S_IMODE(scratch.database.parent.stat().st_mode) == 0o700
    store = open_store(scratch.database)
    assert store.meta("purpose") == "demo"
    incident = Desk(store).incident(scratch.incident_id)
    assert incident.status is Status.RESPONDING
    assert incident.declared_at == NOW - IN_FLIGHT
    assert set(incident.acknowledged) <= set(scratch.names)
    store.close()
