"""Laws of watching, whatever happens in whatever order: people, time, far sides, two watchers."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Recorded
from netfin_incident.store.verify import verify_store
from notify_sinks import YES, listening, says
from watch_office import WatchOffice

CHAT = "[{id: chat, channel: dingtalk, address: env:CHAT}]"

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.sampled_from([1, 7, 61, 300, 600, 1800])),
        st.tuples(st.just("watch"), st.sampled_from([0, 1])),
        st.tuples(st.just("acknowledge"), st.sampled_from(["ann", "bo", "di"])),
        st.tuples(st.just("note"), st.just("zoe")),
        st.tuples(st.just("far side"), st.booleans()),
        st.tuples(st.just("set clock"), st.sampled_from([-3600, 3600])),
    ),
    min_size=4,
    max_size=14,
)


@settings(max_examples=25)
@given(STEPS)
def test_whatever_happens_nothing_is_lost_doubled_or_called_after_an_answer(
    steps: list[tuple[str, object]],
) -> None:
    good = [True]

    def far_side(connection: object, sink: object) -> None:
        answer = says("200 OK", YES["dingtalk"]) if good[0] else says("500 Oops")
        answer(connection, sink)  # type: ignore[arg-type]

    with tempfile.TemporaryDirectory() as folder, listening(far_side) as sink:
        url = f"http://127.0.0.1:{sink.port}/robot/send?access_token=abcdef123"
        office = WatchOffice(Path(folder), contacts={"ann": CHAT}, environ={"CHAT": url})
        one = office.declare()
        watches = [office.watch("w1"), office.watch("w2")]
        for kind, value in steps:
            match kind, value:
                case "wait", int():
                    office.wall.let_pass(seconds=value)
                case "watch", int():
                    watches[value].once()
                case "acknowledge", str():
                    office.ask(one, c.Acknowledge(), by=value)
                case "note", _:
                    office.ask(one, c.Note("on it"))
                case "far side", bool():
                    good[0] = value
                case "set clock", int():
                    office.wall.set_by(seconds=value)
        good[0] = True
        office.wall.let_pass(hours=1)
        watches[0].once()
        holds(office, one)


def holds(office: WatchOffice, one: str) -> None:
    entries = office.entries(one)
    assert verify_store(office.desk.store, []).is_good
    assert NoticeState.PENDING not in office.states(one)
    sent = [x.event.key for x in entries if isinstance(x.event, e.NoticeSent)]
    assert len(sent) == len(set(sent))
    arrived = Counter(page["key"] for who in ("bo", "cy", "di") for page in office.pages(who))
    assert set(arrived.values()) <= {1}
    assert set(arrived) <= {office.outside_key(one, key) for key in sent}
    levels = Counter(
        (x.event.generation, x.event.round, x.event.level)
        for x in entries
        if isinstance(x.event, e.Escalated)
    )
    assert set(levels.values()) <= {1}
    assert list(levels) == sorted(levels)
    assert_nothing_is_called_while_answered(entries)


def assert_nothing_is_called_while_answered(entries: list[Recorded[e.Event]]) -> None:
    answered = False
    for entry in entries:
        match entry.event:
            case e.Acknowledged():
                answered = True
            case e.AcknowledgementExpired():
                answered = False
            case e.Escalated() | e.FallbackCalled():
                assert not answered, entry
            case _:
                pass
