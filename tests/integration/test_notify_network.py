"""Which numbers are connected to, and which certificates are believed."""

import time
from pathlib import Path
from socket import socket

import pytest

from netfin_incident.notify.addresses import read_allowed
from netfin_incident.notify.channel import Channel, Reason, Result
from netfin_incident.notify.reach import Limits, Reach, Resolver
from notify_sinks import (
    AMPLE,
    BRIEF,
    OVER_HTTP,
    SECRET,
    YES,
    Sink,
    Talk,
    address_for,
    attempt,
    certificates,
    channel,
    listening,
    over_http,
    page,
    reach,
    says,
    server_context,
    trickles,
    tried,
)


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(says("200 OK", YES["wecom"])) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        with tried("wecom", says("200 OK", YES["wecom"])) as (outcome, sink):
            assert outcome.result is Result.DELIVERED
            assert (sink.connections, proxy.connections) == (1, 0)


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_a_name_that_stands_for_a_private_address_is_not_connected_to(kind: str) -> None:
    with listening(says("200 OK", YES[kind])) as sink:
        way = over_http(kind, sink.port, reach("10.0.0.0/8"), "localhost")
        outcome = attempt(way, page(address=address_for(kind)))
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.HOST_REFUSED)
        assert sink.connections == 0


def test_a_name_is_looked_up_once_and_that_number_is_connected_to() -> None:
    asked = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append((host, port))
        return ("127.0.0.1",) if len(asked) == 1 else ("127.0.0.2",)

    with listening(says("200 OK", YES["wecom"])) as sink:
        allowed = read_allowed(["127.0.0.1"])
        within = Reach(allowed, Limits(4, AMPLE), resolve=rebinding)
        outcome = attempt(over_http("wecom", sink.port, within, "hook.example"))
        assert outcome.result is Result.DELIVERED
        assert asked == [("hook.example", sink.port)]
        assert sink.requests[0][1]["host"] == f"hook.example:{sink.port}"


def test_what_the_name_stands_for_elsewhere_does_not_matter() -> None:
    with listening(says("200 OK", YES["wecom"]), "127.0.0.2") as sink:
        within = Reach(read_allowed(["127.0.0.2"]), resolve=answering("127.0.0.2"))
        way = over_http("wecom", sink.port, within, "localhost")
        assert attempt(way).result is Result.DELIVERED


def test_a_public_name_that_answers_with_a_private_number_is_refused() -> None:
    for number in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"):
        within = Reach(limits=Limits(4, AMPLE), resolve=answering(number))
        outcome = attempt(over_http("wecom", 9, within, "hook.example"))
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.HOST_REFUSED)


def answering(*numbers: str) -> Resolver:
    return lambda _host, _port: numbers


def test_a_name_service_that_hangs_is_not_waited_for() -> None:
    def stuck(_host: str, _port: int) -> tuple[str, ...]:
        time.sleep(3)
        return ()

    within = Reach(limits=Limits(0.3, 0.8), resolve=stuck)
    outcome = attempt(over_http("wecom", 9, within, "hook.example"), total=0.8)
    assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.TIMED_OUT)


def test_a_name_that_is_not_known_is_a_failure() -> None:
    outcome = attempt(over_http("wecom", 9, reach(), "nobody.invalid"), total=AMPLE)
    assert outcome.result is Result.FAILED
    assert outcome.reason in {Reason.HOST_UNKNOWN, Reason.TIMED_OUT}


def test_the_next_number_of_a_host_is_tried_when_one_does_not_answer() -> None:
    with listening(says("200 OK", YES["wecom"])) as sink:
        within = Reach(
            read_allowed(["127.0.0.0/8"]),
            Limits(4, AMPLE),
            resolve=answering("127.9.9.9", "127.0.0.1"),
        )
        assert (
            attempt(over_http("wecom", sink.port, within, "a.example")).result is Result.DELIVERED
        )


def over_tls(port: int, trusted: Path | None, total: float = AMPLE) -> Channel:
    url = f"https://127.0.0.1:{port}/hook?key={SECRET}"
    return channel(
        "wecom", {"url": "env:URL"}, reach(total=total, authorities=trusted), {"URL": url}
    )


def in_tls(talk: Talk, files: tuple[Path, Path]) -> Talk:
    context = server_context(files)
    return lambda connection, sink: talk(context.wrap_socket(connection, server_side=True), sink)


def test_a_trusted_certificate_for_the_host_lets_the_page_through() -> None:
    files = certificates()["right"]
    with listening(in_tls(says("200 OK", YES["wecom"]), files)) as sink:
        assert attempt(over_tls(sink.port, files[0])).result is Result.DELIVERED


@pytest.mark.parametrize(("name", "trusts"), [("right", False), ("elsewhere", True)])
def test_a_certificate_that_is_not_trusted_or_for_another_host_gets_nothing(
    name: str, trusts: bool
) -> None:
    files = certificates()[name]
    with listening(in_tls(says("200 OK", YES["wecom"]), files)) as sink:
        outcome = attempt(over_tls(sink.port, files[0] if trusts else None))
        assert (outcome.result, outcome.reason) == (Result.FAILED, Reason.TLS_FAILED)
        assert sink.requests == []


def test_plain_text_where_tls_should_be_is_a_failure() -> None:
    def greets(connection: socket, _sink: Sink) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        time.sleep(1)

    with listening(greets) as sink:
        assert attempt(over_tls(sink.port, None)).reason is Reason.TLS_FAILED


def test_a_handshake_that_hangs_ends_in_time() -> None:
    with listening(lambda *_: time.sleep(3)) as sink:
        assert attempt(over_tls(sink.port, None, BRIEF), total=BRIEF).reason is Reason.TIMED_OUT


def test_a_body_that_trickles_in_over_tls_is_cut_off_too() -> None:
    files = certificates()["right"]
    slow = trickles(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n")
    with listening(in_tls(slow, files)) as sink:
        assert attempt(over_tls(sink.port, files[0], BRIEF), total=BRIEF).reason is Reason.TIMED_OUT
