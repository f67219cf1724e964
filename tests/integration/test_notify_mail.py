"""Mail, against servers that turn it down at every point."""

import re
import time
from email import message_from_bytes
from email.policy import default as modern
from pathlib import Path
from socket import socket

import pytest

from netfin_incident.notify.channel import Channel, Reason, Result
from netfin_incident.notify.secrets import MASK
from notify_sinks import (
    AMPLE,
    BRIEF,
    SECRET,
    MailServer,
    Sink,
    attempt,
    certificates,
    channel,
    listening,
    page,
    reach,
    server_context,
)


def by_mail(
    port: int,
    security: str = "none",
    trusted: Path | None = None,
    *,
    login: bool = False,
    total: float = AMPLE,
) -> Channel:
    fields = {
        "host": "127.0.0.1",
        "port": str(port),
        "security": security,
        "sender": "nfi@firm.example",
    }
    more = {"user": "nfi", "password": "env:SECRET"} if login else {}
    return channel("smtp", {**fields, **more}, reach(total=total, authorities=trusted))


MAILED = page(address="li.wei@firm.example")


def test_a_mail_arrives_readable_and_with_the_key_as_its_id() -> None:
    server = MailServer()
    with listening(server) as sink:
        outcome = attempt(by_mail(sink.port, login=True), MAILED)
    assert (outcome.result, outcome.code, outcome.detail) == (Result.DELIVERED, "250", "queued")
    mail = message_from_bytes(server.mail, policy=modern)
    assert mail["Subject"] == MAILED.subject
    assert mail["To"] == MAILED.address
    assert mail["Message-ID"] == "<n-1@firm.example>"
    assert mail.get_content().splitlines() == MAILED.text.splitlines()


@pytest.mark.parametrize(
    ("verb", "reply", "result", "reason"),
    [
        ("connect", "554 no service", Result.REFUSED, Reason.SAID_NO),
        ("connect", "421 busy", Result.FAILED, Reason.SAID_NO),
        ("mail", "553 sender not allowed", Result.REFUSED, Reason.SAID_NO),
        ("rcpt", "550 no such user", Result.REFUSED, Reason.RECIPIENT_REFUSED),
        ("rcpt", "450 try later", Result.FAILED, Reason.RECIPIENT_REFUSED),
        ("data", "554 not now", Result.REFUSED, Reason.SAID_NO),
        ("done", "552 too big", Result.REFUSED, Reason.SAID_NO),
        ("done", "451 try later", Result.FAILED, Reason.SAID_NO),
        ("auth", f"535 no, {SECRET} is wrong", Result.REFUSED, Reason.NOT_ADMITTED),
        ("auth", "454 try later", Result.FAILED, Reason.SAID_NO),
        ("mail", "530 log in first", Result.REFUSED, Reason.NOT_ADMITTED),
    ],
)
def test_a_mail_that_is_turned_down_says_at_what_and_whether_for_good(
    verb: str, reply: str, result: Result, reason: Reason
) -> None:
    with listening(MailServer({verb: reply})) as sink:
        outcome = attempt(by_mail(sink.port, login=True), MAILED)
    assert (outcome.result, outcome.reason, outcome.code) == (result, reason, reply[:3])
    assert outcome.detail == reply[4:].replace(SECRET, MASK)


@pytest.mark.parametrize("verb", ["connect", "ehlo", "mail", "rcpt", "data", "done"])
@pytest.mark.parametrize(
    ("what", "reason"), [("silence", Reason.TIMED_OUT), ("close", Reason.BROKEN_OFF)]
)
def test_a_mail_server_that_stops_talking_is_not_waited_for(
    verb: str, what: str, reason: Reason
) -> None:
    with listening(MailServer({verb: what})) as sink:
        outcome = attempt(by_mail(sink.port, total=BRIEF), MAILED, BRIEF)
    assert (outcome.result, outcome.reason) == (Result.FAILED, reason)
    assert outcome.may_have_arrived is (verb in {"data", "done"})


@pytest.mark.parametrize(("pause", "reason"), [(0.0, Reason.BROKEN_OFF), (0.05, Reason.TIMED_OUT)])
def test_a_mail_server_that_talks_for_ever_is_not_listened_to(pause: float, reason: Reason) -> None:
    def chatters(connection: socket, _sink: Sink) -> None:
        while True:
            connection.sendall(b"220-and another thing\r\n" * 100 if not pause else b"220-and\r\n")
            time.sleep(pause)

    with listening(chatters) as sink:
        total = BRIEF if pause else AMPLE
        outcome = attempt(by_mail(sink.port, total=total), MAILED, BRIEF)
    assert (outcome.result, outcome.reason) == (Result.FAILED, reason)


def test_a_mail_server_without_encryption_gets_neither_password_nor_page() -> None:
    server = MailServer()
    with listening(server) as sink:
        outcome = attempt(by_mail(sink.port, "starttls", login=True), MAILED)
    assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.TLS_FAILED)
    assert not [line for line in server.heard if re.match("auth|mail", line, re.IGNORECASE)]


def test_a_mail_server_without_a_login_is_a_refusal() -> None:
    with listening(MailServer(offers=())) as sink:
        outcome = attempt(by_mail(sink.port, login=True), MAILED)
    assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.NOT_ADMITTED)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("name", "trusts", "reason"),
    [
        ("right", True, Reason.ACCEPTED),
        ("right", False, Reason.TLS_FAILED),
        ("elsewhere", True, Reason.TLS_FAILED),
    ],
)
def test_mail_goes_out_only_to_a_server_with_the_right_certificate(
    security: str,
    name: str,
    trusts: bool,
    reason: Reason,
) -> None:
    files = certificates()[name]
    server = MailServer(tls=server_context(files), wrapped=security == "tls")
    with listening(server) as sink:
        way = by_mail(sink.port, security, files[0] if trusts else None, login=True)
        assert attempt(way, MAILED).reason is reason
    assert bool(server.mail) is (reason is Reason.ACCEPTED)


@pytest.mark.parametrize(
    "address",
    [
        "", "li.wei", "li.wei@firm.example\r\nRCPT TO:<boss@firm.example>", "a@b\r\nBcc: c@d",
        "a@b, c@d", "a b@c", "<a@b>", "a@b\x00", "李伟@firm.example", '"a\r\nb"@c', "a@[127.0.0.1]",
    ],
)  # fmt: skip
def test_a_receiver_that_is_no_plain_address_is_refused_before_anything_is_sent(
    address: str,
) -> None:
    server = MailServer()
    with listening(server) as sink:
        outcome = attempt(by_mail(sink.port), page(address=address))
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Reason.ADDRESS_UNUSABLE)
        assert sink.connections == 0


def test_a_subject_cannot_add_a_header() -> None:
    server = MailServer()
    sent = page(address="a@firm.example", subject="渠道中断\r\nBcc: boss@firm.example\r\n\r\nbody")
    with listening(server) as sink:
        assert attempt(by_mail(sink.port), sent).result is Result.DELIVERED
    mail = message_from_bytes(server.mail, policy=modern)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "渠道中断 Bcc: boss@firm.example body"
    assert not [line for line in server.heard if "boss" in line]


def test_a_text_with_a_line_of_one_full_stop_does_not_end_the_mail() -> None:
    server = MailServer()
    with listening(server) as sink:
        attempt(by_mail(sink.port), page(address="a@firm.example", text="one\n.\nQUIT\ntwo"))
    mail = message_from_bytes(server.mail, policy=modern)
    assert mail.get_content().splitlines() == ["one", ".", "QUIT", "two"]
