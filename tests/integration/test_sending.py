"""Letters to people of a roster file, by channels of a channels file, to far sides on the loopback."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from netfin_incident.domain.vocabulary import Mode
from netfin_incident.notify import Outcome, Reason, Result
from notify_sinks import SECRET, YES, MailServer, Sink, listening, says
from senders import PEOPLE, Office, letter

HTTP = """\
channels:
  sms:
    kind: http
    url: http://127.0.0.1:{port}/send
    body: '{{"to": "{{address}}", "text": "{{text}}"}}'
allow: [127.0.0.1]
"""
ALLOW = "allow: [127.0.0.1]\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.people()
    office.channels("channels: {}\n")
    return office


def result(outcome: Outcome) -> tuple[Result, Reason]:
    return outcome.result, outcome.reason


def written(office: Office) -> list[dict[str, object]]:
    if not office.outbox.exists():
        return []
    lines = office.outbox.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def only(sink: Sink) -> tuple[str, dict[str, object]]:
    [(first, _, body)] = sink.requests
    return first, json.loads(body)


def test_a_contact_with_an_address_of_its_own_needs_no_entry(office: Office) -> None:
    office.channels(ALLOW)
    with listening(says("200 OK", YES["dingtalk"])) as sink:
        office.environ["CHAT_ANN"] = f"http://127.0.0.1:{sink.port}/robot?access_token=abcdef123"
        outcome = office.sender().send(letter("chat"))
    assert result(outcome) == (Result.DELIVERED, Reason.ACCEPTED)
    first, body = only(sink)
    assert first.startswith("POST /robot?access_token=abcdef123 ")
    assert "INC-2025-0001" in str(body["text"])


def test_an_entry_with_the_contacts_address_adds_the_signing_secret(office: Office) -> None:
    entry = "channels:\n  chat: {kind: dingtalk, url: env:CHAT_ANN, secret: env:SIGN}\n"
    office.channels(entry + ALLOW)
    office.environ["SIGN"] = SECRET
    with listening(says("200 OK", YES["dingtalk"])) as sink:
        office.environ["CHAT_ANN"] = f"http://127.0.0.1:{sink.port}/robot?access_token=abcdef123"
        outcome = office.sender().send(letter("chat"))
    assert outcome.result is Result.DELIVERED
    assert "&sign=" in only(sink)[0]
    assert SECRET not in unquote(f"{outcome}{only(sink)}")


def test_a_webhook_without_an_entry_is_not_sent_unsigned(office: Office) -> None:
    office.channels(ALLOW)
    with listening(says("200 OK")) as sink:
        office.environ["HOOK_ANN"] = f"http://127.0.0.1:{sink.port}/hook"
        outcome = office.sender().send(letter("hook"))
    assert result(outcome) == (Result.REFUSED, Reason.UNUSABLE)
    assert "secret" in outcome.detail
    assert sink.connections == 0


def test_a_number_goes_to_the_gateway_without_its_blanks(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(HTTP.format(port=sink.port))
        outcome = office.sender().send(letter("sms"))
    assert outcome.result is Result.DELIVERED
    assert only(sink)[1]["to"] == "+8613800000001"


def test_an_address_by_reference_is_read_at_each_attempt(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(HTTP.format(port=sink.port))
        sender = office.sender()
        assert result(sender.send(letter("away"))) == (Result.REFUSED, Reason.UNUSABLE)
        assert sink.connections == 0
        office.environ["NUMBER_ANN"] = "+86 139 0000 0009"
        assert sender.send(letter("away")).result is Result.DELIVERED
    assert only(sink)[1]["to"] == "+8613900000009"


def test_a_missing_secret_is_a_refusal_that_names_the_variable(office: Office) -> None:
    outcome = office.sender().send(letter("chat"))
    assert result(outcome) == (Result.REFUSED, Reason.UNUSABLE)
    assert outcome.code == "NF-2452"
    assert "CHAT_ANN" in outcome.detail


def test_mail_goes_to_the_address_of_the_person(office: Office) -> None:
    server = MailServer()
    with listening(server) as sink:
        office.channels(
            "channels:\n  post: {kind: smtp, host: 127.0.0.1, security: none,"
            f" port: {sink.port}, sender: nfi@firm.example}}\n{ALLOW}"
        )
        outcome = office.sender().send(letter("mail"))
    assert outcome.result is Result.DELIVERED
    assert "RCPT TO:<ann@firm.example>" in [line.replace("rcpt", "RCPT") for line in server.heard]


def test_a_path_may_be_kept_elsewhere(office: Office) -> None:
    pages = office.folder / "pages.jsonl"
    office.environ["LOG_ANN"] = str(pages)
    assert office.sender().send(letter("log")).result is Result.DELIVERED
    assert json.loads(pages.read_text(encoding="utf-8"))["to"] == "ann"
    assert written(office) == []


@pytest.mark.parametrize(
    ("contact", "to", "reason"),
    [
        ("sms", "nobody", Reason.PERSON_GONE),
        ("gone", "ann", Reason.CONTACT_GONE),
        ("desk", "ann", Reason.TO_BE_DIALLED),
        ("sms", "ann", Reason.NO_CHANNEL),
        ("mail", "ann", Reason.NO_CHANNEL),
        ("", "nowhere", Reason.NO_CHANNEL),
    ],
)
@pytest.mark.parametrize("mode", Mode)
def test_what_is_not_there_is_a_refusal(
    office: Office, contact: str, to: str, reason: Reason, mode: Mode
) -> None:
    outcome = office.sender().send(letter(contact, to, mode))
    assert result(outcome) == (Result.REFUSED, reason)
    assert written(office) == []


def test_who_left_the_roster_since_is_not_sent_to(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(HTTP.format(port=sink.port))
        sender = office.sender()
        assert sender.send(letter("sms", "bo")).result is Result.DELIVERED
        office.people(PEOPLE[: PEOPLE.index("  bo:")])
        assert result(sender.send(letter("sms", "bo"))) == (Result.REFUSED, Reason.PERSON_GONE)
    assert len(sink.requests) == 1


def test_a_roster_that_cannot_be_read_now_may_be_read_later(office: Office) -> None:
    office.people("schema: [")
    outcome = office.sender().send(letter("sms"))
    assert result(outcome) == (Result.FAILED, Reason.ROSTER_UNREAD)
    assert outcome.code.startswith("NF-2")


def test_a_host_that_is_not_named_is_not_reached(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(HTTP.format(port=sink.port).replace("[127.0.0.1]", "[10.0.0.0/8]"))
        outcome = office.sender().send(letter("sms"))
    assert result(outcome) == (Result.REFUSED, Reason.HOST_REFUSED)
    assert sink.connections == 0


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("slack://a/b/c?verify=no", "NF-2472"),
        ("json://127.0.0.1:6379", "NF-2461"),
        ("file:///etc/passwd", "NF-2461"),
        ("dingtalk://0123456789", "NF-2470"),
        ("ntfys://127.0.0.1/topic", "NF-2471"),
    ],
)
def test_an_apprise_address_of_a_person_has_the_limits_of_any(
    office: Office, url: str, code: str
) -> None:
    office.environ["APP_ANN"] = url
    outcome = office.sender().send(letter("app"))
    assert (*result(outcome), outcome.code) == (Result.REFUSED, Reason.UNUSABLE, code)
    assert url not in outcome.detail


def test_a_file_that_breaks_while_pages_are_sent_silences_nobody(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(HTTP.format(port=sink.port))
        sender = office.sender()
        assert sender.send(letter("sms")).result is Result.DELIVERED
        office.channels("channels: [")
        assert sender.send(letter("sms")).result is Result.DELIVERED
        office.channels("channels: {}\n")
        assert result(sender.send(letter("sms"))) == (Result.REFUSED, Reason.NO_CHANNEL)


def test_a_file_that_never_could_be_used_stops_only_those_who_need_it(office: Office) -> None:
    office.channels("channels: [")
    office.environ["LOG_ANN"] = str(office.folder / "pages.jsonl")
    sender = office.sender()
    assert sender.send(letter("log")).result is Result.DELIVERED
    for to, contact in (("ann", "sms"), ("sms", "")):
        outcome = sender.send(letter(contact, to))
        assert result(outcome) == (Result.FAILED, Reason.UNUSABLE)
        assert "channels.yaml" in outcome.detail


def test_a_channel_is_sent_to_by_its_name(office: Office) -> None:
    with listening(says("200 OK", YES["wecom"])) as sink:
        office.channels("channels:\n  group: {kind: wecom, url: env:GROUP}\n" + ALLOW)
        office.environ["GROUP"] = f"http://127.0.0.1:{sink.port}/send?key=abcdef123"
        outcome = office.sender().send(letter(to="group"))
    assert outcome.result is Result.DELIVERED
    assert "支付渠道中断" in str(only(sink)[1])


def test_what_the_far_side_repeats_of_the_page_is_not_recorded(office: Office) -> None:
    echoes = (
        "code 471138 for +8613800000001, 13800000001, 138-0000-0001 or 86 138 0000 0001",
        "4711 38, 471-138",
        "%2B8613800000001",
        "x" * 193 + " 4711 38",
        "x" * 190 + " +8613800000001",
    )
    for status in ("200 OK", "400 no", "500 no"):
        for echo in echoes:
            with listening(says(status, echo)) as sink:
                office.channels(HTTP.format(port=sink.port))
                outcome = office.sender().send(replace(letter("sms"), code="471138"))
            assert not re.search("4711|1380|0000", outcome.detail), outcome
            assert outcome.detail[:1] in "c*x"
            assert len(outcome.detail) <= 200


def test_a_mail_server_that_repeats_the_address_does_not_bring_it_into_the_record(
    office: Office,
) -> None:
    server = MailServer({"rcpt": "550 <ann@firm.example> is not known, 4711"})
    with listening(server) as sink:
        office.channels(
            "channels:\n  post: {kind: smtp, host: 127.0.0.1, security: none,"
            f" port: {sink.port}, sender: nfi@firm.example}}\n{ALLOW}"
        )
        outcome = office.sender().send(letter("mail"))
    assert outcome.reason is Reason.RECIPIENT_REFUSED
    assert outcome.detail == "<***> is not known, ***"


def test_a_drill_writes_to_its_file_and_connects_to_nobody(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.environ["CHAT_ANN"] = f"http://127.0.0.1:{sink.port}/robot"
        office.channels(HTTP.format(port=sink.port) + "drill: {participants: [ann]}\n")
        sender = office.sender()
        for contact in ("chat", "sms"):
            outcome = sender.send(letter(contact, mode=Mode.DRILL))
            assert result(outcome) == (Result.DELIVERED, Reason.WRITTEN_DOWN)
        assert sender.send(letter(to="sms", mode=Mode.DRILL)).result is Result.DELIVERED
    assert sink.connections == 0
    assert [line["drill"] for line in written(office)] == [True, True, True]
    assert all(str(line["subject"]).startswith("[演练 DRILL]") for line in written(office))
    assert office.outbox.stat().st_mode & 0o777 == 0o600


def test_a_drill_reaches_participants_by_channels_opened_to_drills(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        opened = HTTP.format(port=sink.port).replace("    body", "    drill: true\n    body")
        office.channels(opened + "drill: {participants: [ann]}\n")
        sender = office.sender()
        for person, reason in (("ann", Reason.ACCEPTED), ("bo", Reason.WRITTEN_DOWN)):
            outcome = sender.send(letter("sms", person, Mode.DRILL))
            assert result(outcome) == (Result.DELIVERED, reason)
    text = str(only(sink)[1]["text"])
    assert text.startswith("[演练 DRILL]")
    assert text.endswith("[演练 DRILL]")
    assert [line["to"] for line in written(office)] == ["bo"]


def test_nobody_takes_part_in_a_drill_by_default(office: Office) -> None:
    with listening(says("200 OK")) as sink:
        office.channels(
            HTTP.format(port=sink.port).replace("    body", "    drill: true\n    body")
        )
        office.sender().send(letter("sms", mode=Mode.DRILL))
    assert sink.connections == 0
    assert [line["address"] for line in written(office)] == ["+8613800000001"]
