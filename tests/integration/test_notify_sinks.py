"""Every channel over HTTP against far sides that misbehave, each attempt within its time."""

import json
import threading
import time
from collections.abc import Mapping
from socket import socket

import pytest

from netfin_incident.notify.channel import Reason, Result
from netfin_incident.notify.http_exchange import USER_AGENT
from netfin_incident.notify.secrets import MASK
from notify_sinks import (
    BRIEF,
    OVER_HTTP,
    ROBOTS,
    SECRET,
    YES,
    Sink,
    address_for,
    attempt,
    listening,
    over_http,
    page,
    read_request,
    says,
    trickles,
    tried,
)

NO = {"dingtalk": '{"errcode":310000,"errmsg":"sign not match"}',
      "feishu": '{"code":19024,"msg":"Key Words Not Found"}',
      "wecom": '{"errcode":93000,"errmsg":"invalid webhook url"}'}  # fmt: skip
SLOW = {"dingtalk": ('{"errcode":130101,"errmsg":"send too fast"}', 600),
        "feishu": ('{"code":11232,"msg":"too many request"}', 60),
        "wecom": ('{"errcode":45009,"errmsg":"api freq out of limit"}', 60)}  # fmt: skip


def hangs(connection: socket, sink: Sink) -> None:
    read_request(connection, sink)
    time.sleep(3)


def hangs_up(connection: socket, sink: Sink) -> None:
    read_request(connection, sink)


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_page_that_was_taken_over_is_delivered(kind: str) -> None:
    with tried(kind, says("200 OK", YES[kind])) as (outcome, sink):
        assert (outcome.result, outcome.reason) == (Result.DELIVERED, Reason.ACCEPTED)
        [(first, headers, body)] = sink.requests
        assert first.startswith("POST /hook")
        assert headers["user-agent"] == USER_AGENT
        assert headers["host"] == f"127.0.0.1:{sink.port}"
        assert "支付渠道中断" in json.dumps(json.loads(body), ensure_ascii=False)


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_far_side_that_refuses_the_connection_is_a_failure(kind: str) -> None:
    with listening(hangs_up) as sink:
        port = sink.port
    outcome = attempt(over_http(kind, port), page(address=address_for(kind)))
    assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.NOT_CONNECTED)
    assert not outcome.may_have_arrived


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_far_side_that_hangs_may_have_taken_the_page(kind: str) -> None:
    with tried(kind, hangs, BRIEF) as (outcome, _):
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.TIMED_OUT)
        assert outcome.may_have_arrived


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_far_side_that_hangs_up_without_an_answer_may_have_taken_the_page(kind: str) -> None:
    with tried(kind, hangs_up) as (outcome, _):
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.BROKEN_OFF)
        assert outcome.may_have_arrived


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize(
    ("status", "result", "reason"),
    [
        ("500 Internal Server Error", Result.FAILED, Reason.STATUS),
        ("502 Bad Gateway", Result.FAILED, Reason.STATUS),
        ("503 Service Unavailable", Result.FAILED, Reason.STATUS),
        ("408 Request Timeout", Result.FAILED, Reason.STATUS),
        ("400 Bad Request", Result.REFUSED, Reason.STATUS),
        ("401 Unauthorized", Result.REFUSED, Reason.NOT_ADMITTED),
        ("404 Not Found", Result.REFUSED, Reason.STATUS),
    ],
)
def test_a_status_of_failure_says_whether_another_attempt_may_help(
    kind: str, status: str, result: Result, reason: Reason
) -> None:
    with tried(kind, says(status, f"no: {SECRET}")) as (outcome, _):
        assert (outcome.result, outcome.reason) == (result, reason)
        assert (outcome.code, outcome.detail) == (f"HTTP {status[:3]}", f"no: {MASK}")


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry_After": "17"}, 17),
        ({"Retry_After": "0"}, 1),
        ({"Retry_After": "999999999"}, 900),
        ({"Retry_After": "Mon, 24 Nov 2025 16:02:00 GMT"}, 120),
        ({"Retry_After": "Mon, 24 Nov 2025 15:00:00 GMT"}, 1),
        # Where the far side tells its own time, the pause counts from that.
        (
            {
                "Retry_After": "Tue, 25 Nov 2025 09:00:30 GMT",
                "Date": "Tue, 25 Nov 2025 09:00:00 GMT",
            },
            30,
        ),
    ],
)
def test_a_request_to_wait_is_kept_within_reason(
    status: str, headers: Mapping[str, str], wait: int
) -> None:
    with tried("webhook", says(status, **headers)) as (outcome, _):
        assert (outcome.result, outcome.wait) == (Result.RETRY_AFTER, wait)


@pytest.mark.parametrize("said", [{}, {"Retry_After": "soon"}, {"Retry_After": "-5"}])
def test_too_many_without_a_readable_time_waits_a_minute(said: Mapping[str, str]) -> None:
    with tried("wecom", says("429 Too Many Requests", **said)) as (outcome, _):
        assert (outcome.result, outcome.wait) == (Result.RETRY_AFTER, 60)


@pytest.mark.parametrize("kind", ROBOTS)
def test_an_error_inside_200_is_a_refusal_with_its_code(kind: str) -> None:
    with tried(kind, says("200 OK", NO[kind])) as (outcome, _):
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.SAID_NO)
        code, words = json.loads(NO[kind]).values()
        assert (outcome.code, outcome.detail) == (str(code), words)


@pytest.mark.parametrize("kind", ROBOTS)
def test_a_robot_that_is_asked_too_often_is_given_a_pause(kind: str) -> None:
    body, pause = SLOW[kind]
    with tried(kind, says("200 OK", body)) as (outcome, _):
        assert (outcome.result, outcome.wait) == (Result.RETRY_AFTER, pause)


@pytest.mark.parametrize("kind", ["dingtalk", "wecom"])
def test_a_robot_that_is_busy_is_tried_again(kind: str) -> None:
    with tried(kind, says("200 OK", '{"errcode":-1,"errmsg":"system busy"}')) as (outcome, _):
        assert (outcome.result, outcome.code) == (Result.FAILED, "-1")


@pytest.mark.parametrize("kind", ROBOTS)
@pytest.mark.parametrize(
    "body",
    [
        "<html>welcome to the login page</html>", "", "[]", "0", "null", "{}", '"ok"', "[" * 50_000,
        '{"errcode":"0","code":"0"}', '{"errcode":false,"code":false}', '{"errcode":null,"code":null}',
        '{"errcode":0.0,"code":0.0}', '{"errmsg":"ok","msg":"ok"}', '{"errcode":0,"code":0',
    ],
)  # fmt: skip
def test_200_without_a_clear_yes_is_no_delivery(kind: str, body: str) -> None:
    with tried(kind, says("200 OK", body)) as (outcome, _):
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.NOT_UNDERSTOOD)
        assert outcome.may_have_arrived


def test_feishu_says_yes_only_where_both_codes_do() -> None:
    body = '{"StatusCode":0,"StatusMessage":"success","code":19021,"msg":"sign match fail"}'
    with tried("feishu", says("200 OK", body)) as (outcome, _):
        assert (outcome.result, outcome.code) == (Result.REFUSED, "19021")


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"HTTP/1.1 200 O", b"K"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["status", "headers", "continue"],
)
def test_a_head_that_trickles_in_is_cut_off_at_the_deadline(
    kind: str, first: bytes, drop: bytes
) -> None:
    with tried(kind, trickles(first, drop), BRIEF) as (outcome, _):
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.TIMED_OUT)


@pytest.mark.parametrize("kind", ROBOTS)
@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["length", "to the end", "chunked"],
)
def test_a_body_that_trickles_in_is_no_yes_from_a_robot(kind: str, head: bytes) -> None:
    chunked = b"chunked" in head
    whole = b'{"errcode":0,"code":0}'
    start = b"%x\r\n%s\r\n" % (len(whole), whole) if chunked else whole
    with tried(kind, trickles(head + start, b"1\r\n \r\n" if chunked else b" "), BRIEF) as (
        outcome,
        _,
    ):
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.NOT_UNDERSTOOD)
        assert outcome.may_have_arrived


def test_a_webhook_has_said_yes_with_its_status_however_slow_its_body() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
    with tried("webhook", trickles(head, b"."), BRIEF) as (outcome, _):
        assert outcome.result is Result.DELIVERED


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize("length", [b"Content-Length: 10737418240\r\n", b""])
def test_of_ten_gigabytes_only_the_beginning_is_read(kind: str, length: bytes) -> None:
    poured = 0
    done = threading.Event()

    def pours(connection: socket, sink: Sink) -> None:
        nonlocal poured
        read_request(connection, sink)
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + length + b"\r\n")
        try:
            while poured < 1 << 30:
                poured += connection.send(b"x" * 65_536)
        finally:
            done.set()

    with tried(kind, pours) as (outcome, _):
        assert done.wait(3)
        assert poured < 32 << 20
        expected = Result.DELIVERED if kind == "webhook" else Result.FAILED
        assert outcome.result is expected


@pytest.mark.parametrize("kind", OVER_HTTP)
@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
def test_a_redirect_to_the_metadata_of_the_cloud_is_not_followed(kind: str, status: str) -> None:
    with listening(says("200 OK", YES[kind])) as bait:
        where = f"http://127.0.0.1:{bait.port}/latest/meta-data"
        with tried(kind, says(status, Location=where)) as (outcome, _):
            assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.REDIRECTED)
            assert bait.connections == 0


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_noise_instead_of_http_is_not_understood(kind: str) -> None:
    def noise(connection: socket, sink: Sink) -> None:
        read_request(connection, sink)
        connection.sendall(b"\x00\xff" * 200_000)

    with tried(kind, noise) as (outcome, _):
        assert outcome.result is Result.FAILED
        assert outcome.reason in {Reason.NOT_UNDERSTOOD, Reason.BROKEN_OFF}
