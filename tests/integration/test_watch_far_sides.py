"""Whatever the far side of a page does ends as an entry or a pause, and somebody is called on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

import pytest

from netfin_incident.domain.vocabulary import Mode
from netfin_incident.store.codec import parse_time
from notify_sinks import (
    AMPLE,
    BRIEF,
    YES,
    MailServer,
    Sink,
    Talk,
    listening,
    read_request,
    says,
    trickles,
)
from watch_office import WatchOffice

RULES = """\
channels:
  gateway:
    kind: http
    url: http://127.0.0.1:PORT/sms
    body: '{"to": "{address}", "text": "{text}"}'
    success_json: code
    success_equals: "0"
  post:
    kind: smtp
    host: 127.0.0.1
    port: PORT
    security: none
    sender: nfi@firm.example
  hook:
    kind: webhook
    url: env:HOOK
    secret: env:KEY
"""
CONTACTS = {
    "gateway": '[{id: a, channel: sms, address: "+86 138 0000 0001"}]',
    "post": "[{id: a, channel: mail, address: ann@firm.example}]",
    "hook": "[{id: a, channel: webhook, address: env:HOOK}]",
    **{robot: f"[{{id: a, channel: {robot}, address: env:{robot.upper()}}}]"
       for robot in ("dingtalk", "feishu", "wecom")},
}  # fmt: skip
PATHS = {"DINGTALK": "robot/send?access_token=t", "FEISHU": "open-apis/bot/v2/hook/t",
         "WECOM": "cgi-bin/webhook/send?key=t", "HOOK": "events"}  # fmt: skip


@contextmanager
def called(folder: Path, way: str, talk: Talk, within: float = AMPLE) -> Iterator[WatchOffice]:
    """The office after ann was called by `way`, whose far side does as `talk` says."""
    with listening(talk) as sink:
        yield office_of(folder, way, sink.port, within)


def office_of(folder: Path, way: str, port: int, within: float = AMPLE) -> WatchOffice:
    """The same, with the far side at a port."""
    environ = {name: f"http://127.0.0.1:{port}/{path}" for name, path in PATHS.items()}
    office = WatchOffice(
        folder, contacts={"ann": CONTACTS[way]}, environ={**environ, "KEY": "k"}, within=within
    )
    office.write_channels(RULES.replace("PORT", str(port)))
    office.declare()
    return office


def waits(office: WatchOffice) -> tuple[str, float]:
    """Why the one notice is to be tried again, and in how many seconds."""
    (queued,) = office.outbox.rows(office.wall.now())
    assert (queued.attempts, queued.owner) == (1, "")
    return queued.last_reason, (parse_time(queued.next_at) - office.wall.now()).total_seconds()


def hangs(connection: socket, sink: Sink) -> None:
    read_request(connection, sink)
    while connection.recv(1):
        pass


TRICKLES = trickles(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"x")
PASSING: list[tuple[str, Talk, str, float]] = [
    ("gateway", says("500 Oops"), "status", 5),
    ("gateway", says("503 Later"), "status", 5),
    ("gateway", says("429 Slow down"), "too_many", 60),
    ("gateway", hangs, "timed_out", 5),
    ("gateway", TRICKLES, "said_no", 5),
    ("gateway", trickles(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), "timed_out", 5),
    ("gateway", lambda connection, _: connection.close(), "broken_off", 5),
    ("gateway", says("200 OK", "<html>welcome</html>"), "said_no", 5),
    ("gateway", says("200 OK", '{"code":"17"}'), "said_no", 5),
    ("hook", says("502 Bad Gateway"), "status", 5),
    ("dingtalk", says("200 OK", '{"errcode":-1,"errmsg":"system busy"}'), "said_no", 5),
    ("feishu", says("200 OK", '{"code":11232,"msg":"too many"}'), "too_many", 60),
    ("wecom", says("200 OK", '{"errcode":45009,"errmsg":"api freq out of limit"}'), "too_many", 60),
    ("dingtalk", says("200 OK", ""), "not_understood", 5),
    ("post", MailServer({"rcpt": "451 greylisted"}), "recipient_refused", 5),
    ("post", MailServer({"connect": "421 busy"}), "said_no", 5),
    ("post", MailServer({"done": "452 full"}), "said_no", 5),
    ("post", MailServer({"ehlo": "silence"}), "timed_out", 5),
    ("post", MailServer({"mail": "close"}), "broken_off", 5),
]
FINAL: list[tuple[str, Talk, str]] = [
    ("gateway", says("403 Forbidden"), "not_admitted"),
    ("gateway", says("302 Found", Location="http://127.0.0.1/"), "redirected"),
    ("gateway", says("404 Gone"), "status"),
    ("hook", says("401 Who"), "not_admitted"),
    ("dingtalk", says("200 OK", '{"errcode":310000,"errmsg":"sign not match"}'), "said_no"),
    ("feishu", says("200 OK", '{"code":19021,"msg":"sign match fail"}'), "said_no"),
    ("wecom", says("200 OK", '{"errcode":93000,"errmsg":"invalid webhook url"}'), "said_no"),
    ("post", MailServer({"rcpt": "550 no such user"}), "recipient_refused"),
    ("post", MailServer({"done": "554 refused"}), "said_no"),
]


@pytest.mark.parametrize(("way", "talk", "reason", "pause"), PASSING)
def test_what_may_pass_is_tried_again_and_nobody_else_is_called_yet(
    tmp_path: Path, way: str, talk: Talk, reason: str, pause: float
) -> None:
    within = BRIEF if reason == "timed_out" or talk is TRICKLES else AMPLE
    with called(tmp_path, way, talk, within) as office:
        assert office.watch().once() == 1
        assert waits(office) == (reason, pause)
        assert office.counts() == (0, 0, 0, 0)


@pytest.mark.parametrize(("way", "talk", "reason"), FINAL)
def test_what_will_not_pass_is_recorded_and_the_next_are_called_at_once(
    tmp_path: Path, way: str, talk: Talk, reason: str
) -> None:
    with called(tmp_path, way, talk) as office:
        assert office.watch().once() == 1
        (row,) = office.desk.incidents(Mode.LIVE).rows
        assert office.happened(row.id)[:3] == ["level 1.1", f"failed ann: {reason}", "level 1.2"]
        assert office.counts() == (0, 1, 1, 0)
        assert office.outbox.rows(office.wall.now()) == []


@pytest.mark.parametrize("way", ["gateway", "post", "hook", "dingtalk"])
def test_where_nobody_listens_it_is_tried_again(tmp_path: Path, way: str) -> None:
    with listening(lambda _connection, _sink: None) as sink:
        port = sink.port
    office = office_of(tmp_path, way, port)
    assert office.watch().once() == 1
    assert waits(office) == ("not_connected", 5)


@pytest.mark.parametrize("way", ["dingtalk", "feishu", "wecom"])
def test_a_robot_that_says_yes_has_it(tmp_path: Path, way: str) -> None:
    with called(tmp_path, way, says("200 OK", YES[way])) as office:
        assert office.watch().once() == 0
        assert office.outbox.rows(office.wall.now()) == []
