import json
from pathlib import Path
from typing import Any

import pytest

from netfin_incident.domain.hours import parse_business_hours
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, Milestone, NoteKind, Role, Status
from netfin_incident.reports.as_json import plain, report_json, report_object
from report_cases import WANG, ZHAO, Case, minute
from story import PLAN


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def document(case: Case, as_of: float | None = None, hours: str = "") -> dict[str, Any]:
    """The JSON report, read back."""
    counted = parse_business_hours(hours) if hours else None
    read: dict[str, Any] = json.loads(report_json(case.facts(as_of, counted)))
    return read


def test_the_document_says_what_it_is(case: Case) -> None:
    made = document(case)
    assert made["format"] == "netfin-incident-report/1"
    assert made["incident"]["id"] == case.id
    assert made["incident"]["severity"] == 2
    assert made["incident"]["declared_at"] == "2026-11-23T19:07:00Z"


def test_figures_are_seconds_and_times_are_utc(case: Case) -> None:
    case(480, c.ChangeStatus(Status.CONTAINED))
    made = document(case, hours="Mon-Fri 09:00-17:00")
    metric = next(one for one in made["metrics"] if one["id"] == "time_to_contain")
    assert metric == {
        "id": "time_to_contain", "from": "declared", "to": "contained", "seconds": 28800,
        "business_seconds": 7620, "missing": [],
    }  # fmt: skip
    assert made["milestones"][-1]["at"] == "2026-11-24T03:07:00Z"
    assert made["business_hours"] == "Mon-Fri 09:00-17:00"


def test_a_metric_that_is_not_known_is_there_with_what_is_missing(case: Case) -> None:
    metric = next(one for one in document(case)["metrics"] if one["id"] == "time_to_resolve")
    assert (metric["seconds"], metric["missing"]) == (None, ["resolved"])


def test_every_entry_stands_on_the_timeline_with_its_act(case: Case) -> None:
    case(3, c.Note("line\nbreak", NoteKind.FINDING), on_behalf_of=WANG, basis=Basis.PHONE)
    entry = document(case)["timeline"][-1]
    assert (entry["entry"], entry["seq"], entry["kind"]) == (2, 2, "noted")
    assert entry["event"] == {"kind": "finding", "text": "line\nbreak"}
    assert entry["act"]["on_behalf_of"] == WANG
    assert entry["act"]["basis"] == "phone"


def test_a_correction_is_named_beside_the_first_wording(case: Case) -> None:
    case(3, c.Note("13"))
    case(4, c.Correct(2, "swapped", text="31", occurred_at=minute(1)))
    entry = next(one for one in document(case)["timeline"] if one["entry"] == 2)
    assert (entry["event"]["text"], entry["corrected_by"]) == ("13", 3)
    assert entry["happened"] == "2026-11-23T19:08:00Z"


def test_a_plan_is_named_and_not_repeated(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN))
    made = document(case)
    assert made["playbooks"][0]["event"]["plan"]["id"] == PLAN.id
    assert "steps" not in made["playbooks"][0]["event"]["plan"]
    assert [one["step"]["id"] for one in made["steps"]] == [one.id for one in PLAN.steps]


def test_lengths_and_lateness_are_told_as_the_report_tells_them(case: Case) -> None:
    case(0, c.AttachPlaybook(PLAN), c.AssignRole(Role.COMMANDER, ZHAO))
    case(8, c.CompleteStep("confirm"))
    case(9, c.TakeRole("no answer"), by=WANG)
    made = document(case, as_of=20)
    assert made["tenures"][0]["seconds"] == 540
    assert made["status_passes"][0]["seconds"] == 480
    assert (made["steps"][0]["is_late"], made["steps"][0]["margin_seconds"]) == (True, -180)


def test_what_is_open_is_listed_with_its_limit(case: Case) -> None:
    case(0, c.GiveTask("call", ZHAO, 600))
    open_ = document(case, as_of=30)["open"]
    assert [(one["id"], one["due_at"]) for one in open_["deadlines"]] == [
        ("T1", "2026-11-23T19:17:00Z")
    ]
    assert {one["kind"] for one in open_["before_closing"]} == {"funds_unknown", "task_open"}
    assert open_["vacant"] == ["leader", "commander"]


def test_the_record_is_named_by_its_head(case: Case) -> None:
    case(1, c.SetMilestone(Milestone.DETECTED))
    record = document(case)["record"]
    head = case.desk.head()
    assert (record["entries"], record["seq"], record["anchor"]) == (2, head.seq, head.anchor)
    assert record["digest"] == case.desk.rows(case.id)[-1].digest


def test_the_same_facts_give_the_same_bytes(case: Case) -> None:
    case(1, c.AttachPlaybook(PLAN), c.ChangeSeverity(Severity.S1, "worse"))
    assert report_json(case.facts(9)) == report_json(case.facts(9))


def test_what_is_no_fact_is_refused() -> None:
    with pytest.raises(TypeError, match="not a fact"):
        plain(object())


def test_nothing_is_left_out_of_the_facts(case: Case) -> None:
    made = set(report_object(case.facts()))
    assert {"grades", "handovers", "second_looks", "never_held", "written_log"} <= made
