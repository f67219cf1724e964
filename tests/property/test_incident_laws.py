"""Laws that hold whatever is asked, in whatever order, by whomever."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import event as seen
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import board
from netfin_incident.domain.incident.checklist import obstacles
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.incident.fold import INERT, apply, pass_over, replay
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Plan
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.text import clean
from netfin_incident.domain.vocabulary import Origin, Status, StepState
from story import T0, Entry
from strategies import REPEATABLE, Picker, allowed, histories, pickers

LAW = settings(max_examples=100)


def states(history: list[Entry]) -> Iterator[tuple[Incident | None, Act, e.Event, Incident]]:
    """Each entry with the incident before and after it."""
    state: Incident | None = None
    for acting, event in history:
        after = apply(state, acting, event)
        yield state, acting, event, after
        state = after


def last(history: list[Entry]) -> Incident:
    state = replay(history)
    assert state is not None
    return state


@LAW
@given(histories())
def test_replaying_the_history_gives_the_state_that_was_kept(history: list[Entry]) -> None:
    kept = None
    for number, (acting, event) in enumerate(history, 1):
        kept = apply(kept, acting, event)
        if number % 7 == 0:
            assert replay(history[:number]) == kept
    seen(f"entries: {len(history) // 10 * 10}")
    assert replay(history) == kept


@LAW
@given(histories(), pickers())
def test_what_is_decided_can_be_folded(history: list[Entry], pick: Picker) -> None:
    """Whatever comes next: no event that `decide` answers with makes `apply` or a view fail."""
    state = last(history)
    acting = pick.act(state.last_at or T0)
    for event in allowed(state, acting, pick.command(state)):
        state = apply(state, acting, event)
    assert len(obstacles(state, Status.CLOSED)) >= len(obstacles(state, Status.RESOLVED))
    assert deadlines(state) == tuple(dict.fromkeys(deadlines(state)))


@LAW
@given(histories())
def test_the_version_is_the_number_of_entries(history: list[Entry]) -> None:
    for number, (_, acting, _, after) in enumerate(states(history), 1):
        assert (after.version, after.last_at) == (number, acting.at)


@LAW
@given(histories())
def test_passing_over_an_inert_entry_is_folding_it(history: list[Entry]) -> None:
    for before, acting, event, after in states(history):
        if before is not None and event.KIND in INERT:
            header = Act(acting.at, acting.by, acting.known, on_behalf_of=acting.on_behalf_of)
            assert pass_over(before, header) == after


@LAW
@given(histories(), pickers())
def test_asking_again_for_what_is_so_leaves_no_entry(history: list[Entry], pick: Picker) -> None:
    state = last(history)
    acting = pick.act(state.last_at or T0)
    command = pick.command(state, REPEATABLE)
    for event in allowed(state, acting, command):
        state = apply(state, acting, event)
    if state.version > len(history) and state.status is not Status.CLOSED:
        seen(type(command).__name__)
        assert decide(state, acting, command) == []


@LAW
@given(histories())
def test_severity_never_falls_without_a_reason(history: list[Entry]) -> None:
    for before, _, event, after in states(history):
        if before is not None and after.severity > before.severity:
            assert isinstance(event, e.SeverityChanged)
            assert event.reason


@LAW
@given(histories())
def test_the_first_of_a_milestone_stays_first(history: list[Entry]) -> None:
    for before, _, event, after in states(history):
        for milestone, marks in (before.milestones if before else {}).items():
            kept = after.milestones[milestone][: len(marks)]
            assert [mark.entry for mark in kept] == [mark.entry for mark in marks]
            if not isinstance(event, e.Corrected):
                assert kept == marks


@LAW
@given(histories())
def test_deadlines_are_sorted(history: list[Entry]) -> None:
    for _, _, _, after in states(history):
        due = [one.due_at for one in deadlines(after)]
        assert due == sorted(due)


@LAW
@given(histories())
def test_what_must_be_confirmed_stays_owed_until_it_is_confirmed(history: list[Entry]) -> None:
    for before, acting, event, after in states(history):
        for entry, owed in (before.owed if before else {}).items():
            if entry in after.owed and after.owed[entry] == owed:
                continue
            assert isinstance(event, e.EntryConfirmed)
            assert event.entry == entry
            if acting.by not in owed.confirmers:
                assert owed.break_glass
                assert not {acting.by, acting.person} & {owed.person, owed.in_name_of}


@LAW
@given(histories())
def test_every_act_for_another_is_owed_a_confirmation(history: list[Entry]) -> None:
    for _, acting, _, after in states(history):
        if acting.on_behalf_of:
            confirmers = {who for owed in after.owed.values() for who in owed.confirmers}
            assert acting.on_behalf_of in confirmers


@LAW
@given(histories())
def test_closing_finds_nothing_in_the_way(history: list[Entry]) -> None:
    for before, _, event, after in states(history):
        if before is not None and isinstance(event, e.StatusChanged):
            assert after.origin is Origin.IMPORTED or obstacles(before, event.after) == ()


@LAW
@given(histories())
def test_a_seat_changes_only_by_an_entry_that_says_so(history: list[Entry]) -> None:
    seating = (e.RoleAssigned, e.RoleReleased, e.RoleTaken, e.HandoverAccepted)
    for before, _, event, after in states(history):
        if before is not None and before.seats != after.seats:
            assert isinstance(event, seating)


@LAW
@given(histories(), st.sampled_from(Severity))
def test_the_board_hides_no_touched_work(history: list[Entry], severity: Severity) -> None:
    state = last(history)
    acting = Act(state.last_at or T0, "li")
    for event in allowed(state, acting, c.ChangeSeverity(severity, "seen anew")):
        state = apply(state, acting, event)
    views = board(state)
    marks = [mark for run in state.runs.values() for mark in run.marks.values()]
    assert len([view for view in views if view.mark is not None]) == len(marks)
    for view in views:
        assert view.is_settled == (view.settled_at is not None)
        assert (view.due_at is None) or view.state in (StepState.READY, StepState.ACTIVE)
        if view.state is StepState.READY:
            assert (view.ready_at, view.waiting_for) != (None, ())
            assert not view.waiting_for


@LAW
@given(histories())
def test_no_text_in_the_record_can_steer_a_terminal(history: list[Entry]) -> None:
    for _, event in history:
        assert all(clean(text) == text for text in texts(event)), event


def texts(value: object) -> Iterator[str]:
    """Every text in a record, but those of a plan, which the loader cleaned."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Plan):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
