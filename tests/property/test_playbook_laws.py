"""Laws of carrying out any plan, in any order, stopped anywhere."""

from collections.abc import Iterator
from itertools import permutations, product

import pytest
from hypothesis import event as seen
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.board import StepView, board
from netfin_incident.domain.incident.checklist import ObstacleKind, obstacles
from netfin_incident.domain.incident.deadlines import deadlines
from netfin_incident.domain.incident.fold import apply, replay
from netfin_incident.domain.incident.questions import questions
from netfin_incident.domain.incident.rules import decide
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.playbook import Plan, Verb
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Known, Status, StepState
from netfin_incident.store import codec
from random_plans import OTHER, begun, carried_out, plans
from small_plans import branch, plan, step
from small_plans import carried_out as story_of
from story import LI, T0, Entry, minutes
from strategies import Picker, allowed

LAW = settings(max_examples=50)


def pickers(longest: int = 400) -> st.SearchStrategy[Picker]:
    return st.binary(min_size=40, max_size=longest).map(Picker)


def last(history: list[Entry]) -> Incident:
    state = replay(history)
    assert state is not None
    return state


def through_the_journal(history: list[Entry]) -> list[Entry]:
    """What is read back after a crash: every entry as it was stored."""
    read = []
    for acting, event in history:
        body = codec.encode_body(acting, event)
        act, found = codec.decode(
            codec.INCIDENT,
            event.KIND,
            body,
            codec.format_time(acting.at),
            acting.by,
            Known.OS_USER,
            "",
        )
        read.append((act, found))
    return read


@LAW
@given(plans(), pickers(), st.floats(0, 1))
def test_a_crash_at_any_point_leaves_the_same_board(one: Plan, pick: Picker, where: float) -> None:
    history = carried_out(one, pick)
    cut = max(4, int(len(history) * where))
    state: Incident | None = last(through_the_journal(history[:cut]))
    for entry in history[cut:]:
        state = apply(state, *entry)
    assert state is not None
    assert state == last(history)
    assert board(state) == board(last(history))
    seen(f"entries: {len(history) // 5 * 5}")


@LAW
@given(plans(), pickers())
def test_no_required_step_is_lost(one: Plan, pick: Picker) -> None:
    """It is settled, fell away, or keeps the end waiting by itself or by what it hangs on."""
    state = last(carried_out(one, pick))
    views = {(view.playbook, view.step.id): view for view in board(state)}
    kept = {
        one.id for one in obstacles(state, Status.RESOLVED)
        if one.kind is ObstacleKind.REQUIRED_STEP_OPEN
    }  # fmt: skip
    for view in views.values():
        if not view.step.required.at(state.severity) or view.is_settled:
            continue
        if view.kept or view.state is StepState.NOT_APPLICABLE:
            continue
        assert kept & set(lineage(views, view)), view.step.id


def lineage(views: dict[tuple[str, str], StepView], view: StepView) -> Iterator[str]:
    yield view.step.id
    while view.step.under is not None:
        view = views[view.playbook, view.step.under[0]]
        yield view.step.id


@LAW
@given(plans(), pickers())
def test_what_waits_for_a_step_is_never_done_before_it(one: Plan, pick: Picker) -> None:
    state: Incident | None = None
    for acting, event in carried_out(one, pick):
        if isinstance(event, e.StepCompleted) and state is not None:
            view = next(
                v for v in board(state) if (v.playbook, v.step.id) == (event.playbook, event.step)
            )
            assert view.waiting_for == ()
            assert view.state not in (StepState.NOT_APPLICABLE, StepState.SKIPPED)
        state = apply(state, acting, event)


@LAW
@given(plans(), pickers())
def test_every_view_of_it_can_be_asked_for(one: Plan, pick: Picker) -> None:
    state = last(carried_out(one, pick))
    views = board(state)
    assert len(views) == sum(len(run.plan.steps) for run in state.runs.values())
    for view in views:
        assert (view.state is StepState.DONE) <= view.is_settled
        assert view.due_at is None or not view.is_settled
    for question in questions(state, views):
        assert question.variable.id in state.runs[question.playbook].plan.variables_by_id
    assert {one.id for one in deadlines(state)} <= {view.step.id for view in views} | {
        str(entry) for entry in state.owed
    }


@LAW
@given(plans(), pickers(120))
def test_work_comes_to_an_end_whatever_is_answered(one: Plan, pick: Picker) -> None:
    """Rounds and failures are capped: whoever keeps working finishes."""
    state = last(begun(one))
    at = T0
    for _ in range(2_000):
        at += T0.resolution * 60_000_000
        open_views = [v for v in board(state) if not v.is_settled and not v.waiting_for]
        doing = [(v, next_command(pick, v)) for v in open_views]
        moved = next((events for v, asked in doing if (events := _tried(state, at, asked))), None)
        if moved is None:
            break
        for event in moved:
            state = apply(state, Act(at, LI, break_glass="alone"), event)
    else:
        pytest.fail("work goes on for ever")
    left = [v.step.id for v in board(state) if not v.is_settled and v.step.verb is not Verb.CALL]
    waiting = {v.step.id for v in board(state) if v.waiting_for or v.state is StepState.DORMANT}
    assert (
        not set(left) - waiting - {v.step.id for v in board(state) if v.step.verb is Verb.PARALLEL}
    )
    seen(f"entries: {state.version // 10 * 10}")


def _tried(state: Incident, at: object, asked: c.Command | None) -> list[e.Event]:
    if asked is None:
        return []
    return allowed(state, Act(at, LI, break_glass="alone"), asked)  # type: ignore[arg-type]


def next_command(pick: Picker, view: StepView) -> c.Command | None:
    """What somebody who keeps working does next with the step."""
    step_id, playbook = view.step.id, view.playbook
    if view.asks:
        value = {"flag": pick.one_of(("yes", "no")), "eta": pick.one_of(("5m", "20m"))}
        name = view.asks[0]
        return c.SetVariable(name, value.get(name, "A\nB"))
    if view.step.verb is Verb.REPEAT:
        at_cap = view.step.round is not None and view.round >= view.step.round.most
        answers = ("enough",) if at_cap else ("again", "enough")
        return c.CompleteStep(step_id, playbook, option=pick.one_of(answers))
    if view.step.verb is Verb.DECIDE:
        options = [one.id for one in view.step.options]
        return c.CompleteStep(step_id, playbook, "n", option=pick.one_of(options))
    if view.step.verb not in (Verb.NOTE, Verb.MILESTONE, Verb.PARALLEL) and pick.one_in(5):
        return c.FailStep(step_id, "no", playbook)
    given = (("flag", "yes"),) if view.step.verb is Verb.ASK else ()
    return c.CompleteStep(step_id, playbook, "n", answers=given, called=OTHER)


def test_a_join_opens_once_under_every_order_and_answer() -> None:
    """Seven arms that end in one step: done, skipped or without need, in any order."""
    arms = [f"a{n}" for n in range(7)]
    one = plan(
        step("fork", Verb.PARALLEL, options=tuple(branch(f"arm-{a}", a) for a in arms)),
        *(step(a, under=("fork", f"arm-{a}")) for a in arms),
        step("join", needs=("fork",)),
    )
    for answers in product((True, False), repeat=7):
        story = story_of(one)
        opened = 0
        for number, (arm, is_done) in enumerate(zip(arms, answers, strict=True)):
            asked = c.CompleteStep(arm) if is_done else c.SkipStep(arm, "no")
            before = story.step("join").state
            story = story.when(asked, at=minutes(number)).accepted()
            opened += (before, story.step("join").state) == (StepState.DORMANT, StepState.READY)
            assert (story.step("join").state is StepState.READY) == (number == 6)
        assert opened == 1
        assert story.when(c.CompleteStep("join")).accepted().step("join").is_settled


def test_a_join_opens_once_in_every_order_of_its_arms() -> None:
    arms = ("a", "b", "c", "d")
    one = plan(
        step("fork", Verb.PARALLEL, options=tuple(branch(f"arm-{a}", a) for a in arms)),
        *(step(a, under=("fork", f"arm-{a}")) for a in arms),
        step("join", needs=("fork",)),
    )
    for order in permutations(arms):
        story = story_of(one)
        states = []
        for number, arm in enumerate(order):
            story = story.when(c.CompleteStep(arm), at=minutes(number)).accepted()
            states.append(story.step("join").state)
        assert states == [StepState.DORMANT] * 3 + [StepState.READY]


@LAW
@given(plans(), pickers())
def test_a_worse_severity_never_moves_a_turn(one: Plan, pick: Picker) -> None:
    """Due times change with the severity; when a step became ready does not."""
    state = last(carried_out(one, pick))
    for severity in Severity:
        changed = apply(state, Act(state.last_at or T0, LI), e.SeverityChanged(
            state.severity, severity, ""
        ))  # fmt: skip
        for before, after in zip(board(state), board(changed), strict=True):
            if before.ready_at and after.ready_at and before.waiting_for == after.waiting_for:
                assert after.ready_at <= max(before.ready_at, state.last_at or T0)


@LAW
@given(plans(), pickers())
def test_asking_twice_leaves_no_second_entry(one: Plan, pick: Picker) -> None:
    state = last(carried_out(one, pick))
    acting = Act((state.last_at or T0), LI, break_glass="alone")
    for view in board(state)[:8]:
        asked = next_command(pick, view)
        if asked is None or view.step.verb in (Verb.APPROVE, Verb.REPEAT, Verb.CALL):
            continue
        if isinstance(asked, c.FailStep):
            continue
        after, events = state, allowed(state, acting, asked)
        for event in events:
            after = apply(after, acting, event)
        if events and not any(isinstance(one, e.RoundBegun) for one in events):
            assert decide(after, acting, asked) == []
