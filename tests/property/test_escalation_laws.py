"""Laws of escalation, whatever people and watchers do, and whenever."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from escalations import channel, level, person, policy, rotation, same
from ladders import Climb, climb, reachable, start
from netfin_incident.domain.escalation import EscalationPolicy, NoticeState, When
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.fold import replay
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import CallOutcome, Status
from netfin_incident.errors import CommandRefused

PEOPLE = ("ann", "bo", "cy", "dee")
TARGETS = st.one_of(
    st.sampled_from(PEOPLE).map(person), st.just(channel("ops")), st.just(rotation("empty"))
)
LEVELS = st.lists(
    st.builds(
        lambda targets, wait, needed, severe: level(
            "-", *targets, wait=wait, acknowledgements=needed,
            when=When(severities=(Severity.S1,)) if severe else When(),
        ),
        st.lists(TARGETS, min_size=1, max_size=3), st.integers(10, 200), st.integers(1, 3),
        st.booleans(),
    ),
    min_size=1, max_size=4,
)  # fmt: skip
POLICIES = st.builds(
    lambda levels, rounds, held, fallback: policy(
        *levels, rounds=rounds, acknowledged_for=same(held), grace=same(30), again=120,
        fallback=(fallback,),
    ),
    LEVELS, st.integers(1, 3), st.sampled_from([0, 60, 300]), TARGETS,
)  # fmt: skip
DOINGS = st.lists(
    st.tuples(
        st.integers(0, 240),
        st.sampled_from(
            ["tick", "tick", "tick", "ack", "ack", "escalate", "sent", "fail", "call", "worse",
             "better", "status", "retry"]
        ),
        st.integers(0, 99),
    ),
    max_size=40,
)  # fmt: skip


def do(climbing: Climb, second: float, doing: str, n: int, used: EscalationPolicy) -> None:
    """One thing that somebody does; what is refused is not done."""
    by = PEOPLE[n % len(PEOPLE)]
    keys = list(climbing.story.incident.notices) or ["none"]
    key = keys[n % len(keys)]
    commands: dict[str, Any] = {
        "ack": c.Acknowledge(), "escalate": c.Escalate(climbing.on_call),
        "sent": c.RecordSent(key, 1), "fail": c.RecordFailed(key, 2, "timed_out"),
        "retry": c.RetryNotice(key), "call": c.RecordCall(by, CallOutcome.NO_ANSWER),
        "worse": c.ChangeSeverity(Severity.S1), "better": c.ChangeSeverity(Severity.S4, "it is"),
        "status": c.ChangeStatus(list(Status)[n % 5], "so it is"),
    }  # fmt: skip
    if doing == "tick":
        climbing.tick(second)
        return
    before = climbing.story.incident.severity
    try:
        climbing.ask(second, commands[doing], by)
        if climbing.story.incident.severity < before:
            climbing.ask(second, start(used, climbing.on_call), by)
    except CommandRefused:
        return


@given(used=POLICIES, doings=DOINGS)
def test_whatever_happens_the_ladder_keeps_its_laws(
    used: EscalationPolicy, doings: list[tuple[int, str, int]]
) -> None:
    climbing = climb(used, on_call=reachable(*PEOPLE, empty=()))
    second = 0.0
    for step, doing, n in doings:
        second += step
        woken = climbing.wakes()
        answered = climbing.ladder.is_answered
        before = len(climbing.recorded)
        do(climbing, second, doing, n, used)
        happened = [event for _, event in climbing.recorded[before:]]
        if doing == "tick":
            assert bool(happened) == (woken is not None and woken <= second), "never spins"
            climbed = [one for one in happened if isinstance(one, (e.Escalated, e.FallbackCalled))]
            assert len(climbed) <= 1, "one level a tick"
            if answered and climbed:
                assert isinstance(happened[0], e.AcknowledgementExpired)
    incident = climbing.story.incident
    assert replay(climbing.story.history) == incident
    _check_order(climbing)
    _check_notices(climbing)


def _check_order(climbing: Climb) -> None:
    """Each level of a round is called once, in order, unless somebody called by hand past the end."""
    places = [
        (one.generation, one.round, one.level)
        for one in climbing.of(e.Escalated) + climbing.of(e.LevelPassedOver)
    ]
    assert len(places) == len(set(places))
    fired = [(one.generation, one.round, one.level) for one in climbing.of(e.Escalated)]
    assert fired == sorted(fired)


def _check_notices(climbing: Climb) -> None:
    incident = climbing.story.incident
    called = [
        (one.to, contact)
        for event in climbing.of(e.Escalated) + climbing.of(e.FallbackCalled) + climbing.of(e.Told)
        for one in event.called
        for contact in (("",) if one.channel else one.contacts)
    ]
    assert len(incident.notices) == len(called), "one notice for each way to each that was called"
    if climbing.ladder.is_answered or not incident.is_under_way:
        open_calls = [
            one for one in incident.notices.values()
            if one.state is NoticeState.PENDING and one.purpose.is_call
        ]  # fmt: skip
        retried = {one.key for one in climbing.of(e.NoticeRetried)}
        told = {one.key for one in open_calls if not one.contact}
        if not incident.is_under_way:
            told = set()
        waiting = {one.key for one in open_calls} - told
        assert waiting <= retried, "no person is called once somebody has it"
