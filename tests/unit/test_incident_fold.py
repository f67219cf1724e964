import pytest

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.fold import apply, replay
from netfin_incident.domain.incident.state import Incident, Mark, Offer
from netfin_incident.domain.vocabulary import (
    CancelKind,
    MessageState,
    Milestone,
    Origin,
    ReportKind,
    Role,
    Status,
    StepState,
)
from story import LI, PLAN, T0, WANG, ZHAO, act, declared, for_wang, given, minutes

LATE = act(at=minutes(30), occurred_at=minutes(10))


def folded(*commands: c.Command) -> Incident:
    """What comes of commands given late, after the declaration."""
    return given(declared(), *((LATE, command) for command in commands)).incident


def test_a_stream_starts_with_its_declaration() -> None:
    with pytest.raises(TypeError, match="declaration"):
        apply(None, act(), e.Acknowledged())
    assert replay([]) is None


def test_folding_never_refuses_what_has_happened() -> None:
    story = given(declared(), e.EntryConfirmed(1), e.RoleReleased("scribe", LI))
    assert story.incident.version == 3


def test_the_person_acted_for_declares() -> None:
    incident = given((for_wang(minutes(1)), declared())).incident
    assert (incident.declared_by, list(incident.owed)) == (WANG, [1])


def test_a_late_declaration_is_dated_when_it_happened() -> None:
    incident = given((LATE, declared())).incident
    assert incident.declared_at == incident.status_at == minutes(10)
    assert incident.milestones == {Milestone.DECLARED: (Mark(minutes(10), 1),)}
    assert incident.last_at == minutes(30)


def test_an_imported_log_states_its_own_declaration() -> None:
    assert given(declared(origin=Origin.IMPORTED)).incident.milestones == {}


def test_a_late_status_is_dated_when_it_happened() -> None:
    cancel = c.Cancel(CancelKind.EXTERNAL, "the bank's own")
    for commands in ([c.ChangeStatus(Status.CONTAINED)], [cancel], [cancel, c.Reopen("ours")]):
        assert folded(*commands).status_at == minutes(10)


def test_work_belongs_to_the_person_acted_for() -> None:
    by_wang = (
        c.Acknowledge(),
        c.GiveTask("tell the bank", ZHAO, 600),
        c.RecordMessage("customers", "app", "slow", MessageState.DRAFT),
        c.TakeRole("needed"),
        c.OfferHandover(Role.COMMANDER, ZHAO, "brief"),
    )
    incident = given(declared(), *((for_wang(), command) for command in by_wang)).incident
    assert incident.acknowledged == (WANG,)
    assert incident.tasks["T1"].by == incident.messages["M1"].by == WANG
    assert incident.offers == {"commander": Offer(ZHAO, WANG, "brief", T0)}
    assert incident.holder(Role.COMMANDER) == WANG


def test_steps_are_dated_when_they_happened_and_belong_to_the_person_acted_for() -> None:
    attached = given(declared(), (LATE, c.AttachPlaybook(PLAN)))
    assert attached.incident.runs[PLAN.id].attached_at == minutes(10)
    late = for_wang(minutes(30), occurred_at=minutes(20))
    for command, state in (
        (c.StartStep("confirm"), StepState.ACTIVE),
        (c.CompleteStep("confirm"), StepState.DONE),
        (c.SkipStep("confirm", "seen already"), StepState.SKIPPED),
    ):
        mark = attached.when_acting(late, command).accepted().step("confirm").mark
        assert mark is not None
        assert (mark.state, mark.at, mark.by) == (state, minutes(20), WANG)


def test_a_milestone_set_by_hand_in_this_pass_is_not_set_again_by_its_status() -> None:
    known = c.SetMilestone(Milestone.RECOVERED)
    for before in (c.ChangeStatus(Status.CONTAINED), c.ChangeStatus(Status.RESPONDING)):
        incident = given(declared(), known, before, c.ChangeStatus(Status.RECOVERED)).incident
        assert len(incident.milestones[Milestone.RECOVERED]) == 1


def test_going_forward_begins_no_new_pass() -> None:
    incident = given(
        declared(),
        c.ChangeStatus(Status.CONTAINED),
        c.SetMilestone(Milestone.RESOLVED),
        c.StateFunds(touched=False),
        c.ChangeStatus(Status.RECOVERED),
        c.ChangeStatus(Status.RESOLVED),
    ).incident
    assert incident.milestones[Milestone.RESOLVED] == (Mark(T0, 4),)


def test_a_milestone_is_reached_anew_after_reopening() -> None:
    cancel = c.Cancel(CancelKind.EXTERNAL, "the bank's own")
    contained = c.ChangeStatus(Status.CONTAINED)
    incident = given(declared(), contained, cancel, c.Reopen("ours"), contained).incident
    assert len(incident.milestones[Milestone.CONTAINED]) == 2


def test_only_the_first_report_reaches_the_milestone() -> None:
    sent = c.RecordUpwardReport("PBoC", ReportKind.INITIAL, sent_at=T0)
    incident = given(declared(), sent, sent).incident
    assert incident.milestones[Milestone.REPORTED] == (Mark(T0, 2),)


def test_a_correction_of_the_wording_moves_nothing() -> None:
    story = given(declared(), c.SetMilestone(Milestone.DETECTED))
    corrected = story.when(c.Correct(2, "slip", "by the bank")).accepted()
    assert corrected.incident.milestones == story.incident.milestones


def test_a_correction_moves_only_the_entry_it_names() -> None:
    story = given(
        declared(),
        (act(at=minutes(1)), c.SetMilestone(Milestone.DETECTED)),
        (act(at=minutes(2)), c.SetMilestone(Milestone.DETECTED)),
        (act(at=minutes(9)), c.Correct(3, "slip", occurred_at=minutes(5))),
    )
    marks = story.incident.milestones
    assert marks[Milestone.DETECTED] == (Mark(minutes(1), 2), Mark(minutes(5), 3))
    assert (marks[Milestone.DECLARED], story.incident.declared_at) == ((Mark(T0, 1),), T0)
