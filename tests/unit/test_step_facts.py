from pathlib import Path

import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Basis, Status, StepState
from netfin_incident.reports.steps import StepFact
from report_cases import LI, WANG, ZHAO, Case, minute
from story import PLAN


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """The sample plan, attached when the incident was declared at severity II."""
    case = Case(tmp_path)
    case(0, c.AttachPlaybook(PLAN))
    return case


def step(case: Case, step_id: str, as_of: float | None = None) -> StepFact:
    return next(one for one in case.facts(as_of).steps if one.step.id == step_id)


def test_a_step_keeps_who_settled_it_when_and_with_which_note(case: Case) -> None:
    done = case(3, c.CompleteStep("confirm", note="channel A only"), by=WANG)
    fact = step(case, "confirm")
    assert (fact.state, fact.by, fact.at) == (StepState.DONE, WANG, minute(3))
    assert (fact.note, fact.entry) == ("channel A only", done.recorded[0].version)
    assert (fact.due_at, fact.margin_seconds) == (minute(5), 2 * 60)


def test_a_step_settled_past_its_limit_is_late_by_the_difference(case: Case) -> None:
    case(8, c.CompleteStep("confirm"))
    assert (step(case, "confirm").is_late, step(case, "confirm").margin_seconds) == (True, -3 * 60)


def test_a_step_settled_on_its_limit_is_not_late(case: Case) -> None:
    case(5, c.CompleteStep("confirm"))
    assert not step(case, "confirm").is_late


def test_the_limit_that_held_when_it_was_settled_counts(case: Case) -> None:
    case(8, c.CompleteStep("confirm"))
    case(9, c.ChangeSeverity(Severity.S4, "small after all"))
    assert step(case, "confirm").due_at == minute(5)


def test_an_open_step_is_late_only_as_of_a_moment_past_its_limit(case: Case) -> None:
    assert not step(case, "confirm", as_of=5).is_late
    assert step(case, "confirm", as_of=6).margin_seconds == -60


def test_an_open_step_of_an_ended_incident_is_judged_as_of_its_end(case: Case) -> None:
    case(2, c.SkipStep("confirm", "known"), c.SkipStep("throttle", "no need", second=ZHAO))
    case(3, c.CompleteStep("switch", option="wait", note="they are on it"))
    case(3, c.SkipStep("reconcile", "nothing moved", second=ZHAO), c.StateFunds(touched=False))
    case(4, c.ChangeStatus(Status.RECOVERED), c.ChangeStatus(Status.RESOLVED))
    late = [one.step.id for one in case.facts(as_of=500).steps if one.is_late]
    assert late == []


def test_a_skipped_step_keeps_its_reason_and_second_person(case: Case) -> None:
    case(2, c.SkipStep("throttle", "already off", second=ZHAO))
    fact = step(case, "throttle")
    assert (fact.state, fact.note, fact.second) == (StepState.SKIPPED, "already off", ZHAO)
    assert fact.required


def test_a_decided_step_keeps_option_and_objections(case: Case) -> None:
    case(1, c.CompleteStep("confirm"), c.CompleteStep("changes"), c.CompleteStep("throttle"))
    case(4, c.CompleteStep("switch", option="now", note="no estimate", objections="Zhao: wait"))
    fact = step(case, "switch")
    assert (fact.option, fact.note, fact.objections) == ("now", "no estimate", "Zhao: wait")
    assert not fact.ahead


def test_a_step_done_before_its_turn_says_so(case: Case) -> None:
    case(1, c.CompleteStep("switch", option="now", note="at once"))
    assert step(case, "switch").ahead


def test_a_branch_that_was_not_chosen_does_not_apply(case: Case) -> None:
    case(1, c.CompleteStep("switch", option="wait", note="they are on it"))
    assert step(case, "do-switch").state is StepState.NOT_APPLICABLE


def test_a_reopened_step_keeps_what_was_recorded_before(case: Case) -> None:
    first = case(2, c.CompleteStep("confirm", note="channel A"))
    again = case(3, c.ReopenStep("confirm", "it was channel B"))
    case(6, c.CompleteStep("confirm", note="channel B"), by=WANG)
    fact = step(case, "confirm")
    assert fact.earlier == (first.recorded[0].version, again.entry)
    assert (fact.note, fact.by, fact.at) == ("channel B", WANG, minute(6))


def test_a_step_that_was_reopened_and_not_settled_again_is_open(case: Case) -> None:
    case(2, c.CompleteStep("confirm", note="channel A"))
    case(3, c.ReopenStep("confirm", "it was channel B"))
    fact = step(case, "confirm", as_of=7)
    assert (fact.state, fact.note, fact.entry, fact.is_late) == (StepState.READY, "", 0, True)
    assert len(fact.earlier) == 2


def test_a_step_begun_says_by_whom(case: Case) -> None:
    case(2, c.StartStep("confirm"), by=ZHAO)
    fact = step(case, "confirm")
    assert (fact.state, fact.by, fact.at) == (StepState.ACTIVE, ZHAO, minute(2))


def test_a_done_step_without_the_evidence_it_must_have_says_so(case: Case) -> None:
    case(2, c.CompleteStep("confirm"))
    assert step(case, "confirm").lacks_evidence
    case(3, c.AddEvidence("curve", "shelf 4", "screenshot", step="confirm"))
    fact = step(case, "confirm")
    assert (fact.evidence, fact.lacks_evidence) == (("E1",), False)


def test_a_step_done_in_anothers_name_is_that_persons(case: Case) -> None:
    case(2, c.CompleteStep("confirm"), by=LI, on_behalf_of=WANG, basis=Basis.PHONE)
    assert step(case, "confirm").by == WANG


def test_a_corrected_moment_decides_whether_a_step_was_late(case: Case) -> None:
    done = case(8, c.CompleteStep("confirm"))
    assert step(case, "confirm").is_late
    case(9, c.Correct(done.recorded[0].version, "written later", occurred_at=minute(4)))
    fact = step(case, "confirm")
    assert (fact.at, fact.is_late) == (minute(4), False)


def test_two_playbooks_with_a_step_of_the_same_id_stay_apart(case: Case) -> None:
    from dataclasses import replace

    case(1, c.AttachPlaybook(replace(PLAN, id="second")))
    case(2, c.CompleteStep("confirm", playbook="second", note="of the second"))
    notes = {one.playbook: one.note for one in case.facts().steps if one.step.id == "confirm"}
    assert notes == {PLAN.id: "", "second": "of the second"}
