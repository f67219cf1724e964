"""What comes of notices: far sides that refuse, hang or answer oddly, and what is tried again."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

import pytest

from netfin_incident.app.sending import Letter
from netfin_incident.domain.escalation import NoticeState
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.store.codec import parse_time
from notify_sinks import AMPLE, BRIEF, YES, Sink, Talk, listening, read_request, says
from watch_office import POLICY, WatchOffice

CHAT = "[{id: chat, channel: dingtalk, address: env:CHAT}]"
DELIVERED = says("200 OK", YES["dingtalk"])


class ByTurns:
    """A far side that answers one way after the other, the last for ever."""

    def __init__(self, *talks: Talk) -> None:
        self.talks = list(talks)

    def __call__(self, connection: socket, sink: Sink) -> None:
        talk = self.talks.pop(0) if len(self.talks) > 1 else self.talks[0]
        talk(connection, sink)


@contextmanager
def ann_by_chat(
    folder: Path, talk: Talk, within: float = 8.0
) -> Iterator[tuple[WatchOffice, Sink]]:
    """The office, where ann is reached by a robot on the loopback that does as `talk` says."""
    with listening(talk) as sink:
        url = f"http://127.0.0.1:{sink.port}/robot/send?access_token=abcdef123"
        yield (
            WatchOffice(folder, contacts={"ann": CHAT}, environ={"CHAT": url}, within=within),
            sink,
        )


def hangs(connection: socket, _sink: Sink) -> None:
    connection.recv(65_536)
    threading.Event().wait(BRIEF * 4)


@pytest.fixture
def office(tmp_path: Path) -> WatchOffice:
    return WatchOffice(tmp_path)


def attempts(office: WatchOffice) -> list[tuple[int, float]]:
    """How often each was tried, and in how many seconds it is tried again."""
    now = office.wall.now()
    return [
        (one.attempts, (parse_time(one.next_at) - now).total_seconds())
        for one in office.outbox.rows(now)
    ]


def test_a_failure_is_tried_again_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    with ann_by_chat(tmp_path, says("500 Oops")) as (office, sink):
        office.declare()
        keys: set[str] = set()
        office.on_send = lambda letter: keys.add(letter.key)
        watch = office.watch()
        for number, pause in enumerate((5, 15, 30, 60, 120), 1):
            assert watch.once() > 0
            assert attempts(office) == [(number, pause)]
            office.wall.let_pass(seconds=pause)
        assert len(sink.requests) == 5
        assert len(keys) == 1


def test_it_is_given_up_after_a_quarter_of_an_hour_and_the_next_is_called_at_once(
    tmp_path: Path,
) -> None:
    slow = POLICY.replace("wait: 5m", "wait: 2h")
    with ann_by_chat(tmp_path, says("500 Oops")) as (office, sink):
        office.write_policy(slow)
        one = office.declare()
        watch = office.watch()
        begun = office.wall.now()
        while "level 1.2" not in office.happened(one):
            watch.once()
            office.wall.let_pass(seconds=5)
        assert (office.wall.now() - begun).total_seconds() == pytest.approx(905, abs=5)
        assert office.happened(one)[:3] == ["level 1.1", "failed ann: status", "level 1.2"]
        assert office.counts() == (0, 1, 1, 0)
        failed = next(x.event for x in office.entries(one) if isinstance(x.event, e.NoticeFailed))
        assert failed.attempts == len(sink.requests) > 6


def test_a_refusal_is_final_and_the_next_is_called_in_the_same_turn(tmp_path: Path) -> None:
    with ann_by_chat(tmp_path, says("404 Gone")) as (office, sink):
        one = office.declare()
        assert office.watch().once() == 1
        assert office.happened(one)[:3] == ["level 1.1", "failed ann: status", "level 1.2"]
        assert office.counts() == (0, 1, 1, 0)
        assert len(sink.requests) == 1


def test_an_error_inside_a_good_answer_is_none(tmp_path: Path) -> None:
    talk = says("200 OK", '{"errcode": 310000, "errmsg": "sign not match"}')
    with ann_by_chat(tmp_path, talk) as (office, _):
        one = office.declare()
        watch = office.watch()
        assert watch.once() == 1
        assert "sent ann" not in office.happened(one)


def test_the_pause_that_the_far_side_asks_for_is_kept(tmp_path: Path) -> None:
    talk = ByTurns(says("429 Too Many", Retry_After="90"), DELIVERED)
    with ann_by_chat(tmp_path, talk) as (office, sink):
        one = office.declare()
        watch = office.watch()
        watch.once()
        assert attempts(office) == [(1, 90)]
        office.wall.let_pass(seconds=89)
        watch.once()
        assert len(sink.requests) == 1
        office.wall.let_pass(seconds=1)
        assert watch.once() == 1
        assert office.happened(one) == ["level 1.1", "sent ann"]


def test_a_far_side_that_hangs_holds_up_nobody_else(tmp_path: Path) -> None:
    bo_has_all = threading.Event()

    def answers_when_bo_has_all(connection: socket, sink: Sink) -> None:
        read_request(connection, sink)
        if bo_has_all.wait(AMPLE):
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n" + b'{"errcode":0,"errmsg":""} '
            )

    with ann_by_chat(tmp_path, answers_when_bo_has_all) as (office, _):
        arrived: list[str] = []

        def note(letter: Letter) -> None:
            arrived.extend([letter.key] if letter.to == "bo" else [])
            if len(arrived) == 12:
                bo_has_all.set()

        office.write_policy(POLICY.replace("[{person: ann}]", "[{person: ann}, {person: bo}]"))
        ids = [office.declare() for _ in range(12)]
        office.on_send = note
        office.watch().once()
        assert bo_has_all.is_set()
        assert len(office.pages("bo")) == 12
        assert all("sent bo" in office.happened(one) for one in ids)


def test_what_may_have_arrived_is_sent_again_under_the_same_key(tmp_path: Path) -> None:
    with ann_by_chat(tmp_path, ByTurns(hangs, DELIVERED), BRIEF) as (office, sink):
        one = office.declare()
        watch = office.watch()
        watch.once()
        office.wall.let_pass(seconds=5)
        watch.once()
        assert office.happened(one) == ["level 1.1", "sent ann"]
        assert sink.connections == 2


def test_an_acknowledgement_between_claim_and_sending_stops_the_page(office: WatchOffice) -> None:
    one = office.declare()
    other = office.open()
    connected: list[str] = []

    def acknowledge_first(point: str) -> None:
        if point == "claim.after_commit":
            other.handle(one, _act(office), c.Acknowledge())

    watch = office.watch(point=acknowledge_first)
    office.on_send = lambda letter: connected.append(letter.to)
    assert watch.once() == 0
    assert connected == []
    assert office.counts() == (0, 0, 0, 0)
    assert office.states(one) == [NoticeState.DROPPED]


def test_an_acknowledgement_while_sending_leaves_a_record_that_it_went_out(
    office: WatchOffice,
) -> None:
    one, other = office.declare(), office.open()

    def acknowledge(_letter: Letter) -> None:
        other.handle(one, _act(office), c.Acknowledge())

    office.on_send = acknowledge
    office.watch().once()
    assert office.counts() == (1, 0, 0, 0)
    assert office.happened(one)[-1] == "sent ann"


def test_who_was_stopped_too_long_settles_nothing(office: WatchOffice) -> None:
    one = office.declare()
    late, other = office.watch("w1"), office.watch("w2")
    late._ticker.turn(office.wall.now())

    def meanwhile() -> None:
        office.wall.let_pass(seconds=31)
        other.once()

    office.on_send = _first_time(meanwhile)
    late._courier.turn(office.wall.now())
    late._courier.finish(AMPLE)
    assert office.happened(one) == ["level 1.1", "sent ann"]
    assert office.counts() == (2, 0, 0, 0)
    sent = next(x.event for x in office.entries(one) if isinstance(x.event, e.NoticeSent))
    assert sent.attempts == 2


def test_a_lease_that_ran_out_before_sending_is_given_back(office: WatchOffice) -> None:
    office.declare()
    paused = _first_time(lambda: office.wall.let_pass(seconds=25))

    def pause(point: str) -> None:
        if point == "claim.after_commit":
            paused(point)

    watch = office.watch(point=pause)
    sent: list[Letter] = []
    office.on_send = sent.append
    watch.once()
    assert len(sent) == 1
    assert office.counts() == (1, 0, 0, 0)


def test_many_to_one_receiver_go_out_as_one(office: WatchOffice) -> None:
    ids = [office.declare(Severity.S3) for _ in range(7)]
    office.watch().once()
    assert office.counts() == (1, 0, 0, 0)
    assert all(one in office.pages("ann")[0]["text"] for one in ids)
    assert {office.happened(one)[-1] for one in ids} == {"sent ann (digest)"}


def test_five_to_one_receiver_go_out_one_by_one(office: WatchOffice) -> None:
    for _ in range(5):
        office.declare(Severity.S3)
    office.watch().once()
    assert office.counts() == (5, 0, 0, 0)


def test_no_notice_is_left_out_of_a_digest(office: WatchOffice) -> None:
    ids = [office.declare(Severity.S4) for _ in range(65)]
    office.watch().once()
    text = "\n".join(one["text"] for one in office.pages("ann"))
    assert [one for one in ids if one not in text] == []
    assert len(office.pages("ann")) < 12


def test_pages_of_grave_emergencies_go_out_alone(office: WatchOffice) -> None:
    for _ in range(8):
        office.declare(Severity.S3)
    grave = [office.declare(Severity.S2) for _ in range(7)]
    office.watch().once()
    assert len(office.pages("ann")) == 8
    assert {office.happened(one)[-1] for one in grave} == {"sent ann"}


def test_a_digest_that_fails_is_tried_again_whole(tmp_path: Path) -> None:
    with ann_by_chat(tmp_path, ByTurns(says("503 Wait"), DELIVERED)) as (office, sink):
        ids = [office.declare(Severity.S3) for _ in range(6)]
        watch = office.watch()
        assert watch.once() == 1
        office.wall.let_pass(seconds=6)
        watch.once()
        assert len(sink.requests) == 2
        assert {office.happened(one)[-1] for one in ids} == {"sent ann (digest)"}


def test_a_roster_that_breaks_while_a_page_waits_stops_no_page(office: WatchOffice) -> None:
    one = office.declare()
    roster = office.folder / "roster.yaml"
    office.on_send = _first_time(lambda: roster.write_text("schema: [", encoding="utf-8"))
    assert office.watch().once() == 0
    assert office.happened(one) == ["level 1.1", "sent ann"]


def test_a_dead_notice_stands_open_until_somebody_acknowledges(tmp_path: Path) -> None:
    with ann_by_chat(tmp_path, says("404 Gone")) as (office, _):
        one = office.declare()
        office.watch().once()
        assert [found.slug for found in office.findings()] == ["notice-dead"]
        office.ask(one, c.Acknowledge(), by="bo")
        assert office.findings() == []


def _act(office: WatchOffice) -> Act:
    return Act(office.wall.now(), "ann")


def _first_time(do: Callable[[], object]) -> Callable[[object], None]:
    """What does something when it is first called, and then nothing."""
    left = [do]

    def once(_told: object) -> None:
        if left:
            left.pop()()

    return once
