"""What far sides are sent, and what of their answers may show."""

import base64
import hmac
import json
import threading
from collections.abc import Callable
from hashlib import sha256
from socket import socket
from urllib.parse import parse_qs, urlsplit

import pytest

from netfin_incident.notify.channel import Outcome, Result
from notify_sinks import (
    NOW,
    OVER_HTTP,
    ROBOTS,
    SECRET,
    YES,
    Sink,
    listening,
    over_http,
    page,
    read_request,
    says,
    tried,
)


def test_a_signed_webhook_can_be_checked_by_its_receiver() -> None:
    with tried("webhook", says("204 No Content")) as (outcome, sink):
        assert outcome.result is Result.DELIVERED
        [(_, headers, body)] = sink.requests
        stamp = headers["x-netfin-timestamp"]
        expected = hmac.new(SECRET.encode(), f"{stamp}.".encode() + body, sha256).hexdigest()
        assert headers["x-netfin-signature"] == f"v1={expected}"
        assert (stamp, headers["idempotency-key"]) == (str(int(NOW.timestamp())), "n-1")


def test_dingtalk_and_feishu_get_the_time_and_the_signature() -> None:
    with tried("dingtalk", says("200 OK", YES["dingtalk"])) as (_, sink):
        query = parse_qs(urlsplit(sink.requests[0][0].split()[1]).query)
        text = f"{query['timestamp'][0]}\n{SECRET}"
        sign = base64.b64encode(hmac.new(SECRET.encode(), text.encode(), sha256).digest())
        assert query["sign"] == [sign.decode()]
    with tried("feishu", says("200 OK", YES["feishu"])) as (_, sink):
        body = json.loads(sink.requests[0][2])
        key = f"{body['timestamp']}\n{SECRET}".encode()
        assert body["sign"] == base64.b64encode(hmac.new(key, b"", sha256).digest()).decode()


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_far_side_that_repeats_the_secret_in_any_form_gives_nothing_away(kind: str) -> None:
    forms = (
        SECRET,
        SECRET.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D"),
        base64.b64encode(SECRET.encode()).decode(),
        json.dumps(SECRET)[1:-1],
    )
    for form in forms:
        for status in ("200 OK", "400 Bad Request", "500 Oops", "429 Too Many Requests"):
            said = json.dumps({"errcode": 1, "code": 1, "errmsg": form, "msg": form})
            with tried(kind, says(status, f"{said}{form}" if status[0] != "2" else said)) as got:
                assert form not in f"{got[0]!r} {got[0].detail} {got[0].code}"


def test_a_secret_at_the_edge_of_what_is_kept_is_not_cut_in_half() -> None:
    for before in range(160, 202, 3):
        said = "x" * before + SECRET
        with tried("webhook", says("400 Bad Request", said)) as (outcome, _):
            assert not any(SECRET[:length] in outcome.detail for length in range(4, len(SECRET)))


def test_no_exception_leaves_a_channel_whatever_the_far_side_sends() -> None:
    answers: tuple[bytes, ...] = (
        b"", b"\r\n", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 99999 X\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\nx", b"HTTP/1.1 204 No\r\n\r\nbody",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"HTTP/1.1 101 Up\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"HTTP/1.1 200 " + b"x" * 70_000,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08",
        b"HTTP/1.1 200 OK\r\n\xff\xfe: \x00\r\n\r\n{}", b"HTTP/1.1 429 X\r\nRetry-After: \xff\r\n\r\n",
    )  # fmt: skip
    for answer in answers:

        def talk(connection: socket, sink: Sink, answer: bytes = answer) -> None:
            read_request(connection, sink)
            connection.sendall(answer)

        for kind in ROBOTS:
            with tried(kind, talk) as (outcome, _):
                assert outcome.result is not Result.DELIVERED, answer


def test_channels_can_be_used_from_several_threads_at_once() -> None:
    outcomes: list[Outcome] = []
    with listening(says("200 OK", YES["wecom"])) as sink:
        way = over_http("wecom", sink.port)

        def send() -> None:
            outcomes.append(way.send(page()))

        run_all([send] * 20)
    assert [outcome.result for outcome in outcomes] == [Result.DELIVERED] * 20


def run_all(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
