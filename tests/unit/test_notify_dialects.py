import json
from collections.abc import Mapping
from urllib.parse import parse_qs

import pytest

from netfin_incident.errors import DefinitionError
from netfin_incident.notify.channel import Page, Reason, Result, Undelivered
from netfin_incident.notify.http_channel import HttpChannel
from netfin_incident.notify.http_exchange import Answer, Request
from netfin_incident.notify.secrets import Secret
from netfin_incident.notify.webhook import signature
from notify_sinks import NOW, channel, page

URL = {"url": "env:URL"}
ENVIRON = {"URL": "https://bot.example/send?key=k", "KEY": "SECabc123"}
SIGNED = {**URL, "secret": "env:KEY"}


def asked(kind: str, fields: Mapping[str, object], sent: Page) -> Request:
    way = channel(kind, fields, environ=ENVIRON)
    assert isinstance(way, HttpChannel)
    return way.dialect.request(sent, NOW)


def content(kind: str, fields: Mapping[str, object], sent: Page) -> dict[str, object]:
    found = json.loads(asked(kind, fields, sent).body)
    assert isinstance(found, dict)
    return found


def test_the_signatures_are_those_that_openssl_makes() -> None:
    path = asked("dingtalk", SIGNED, page()).target.path
    query = parse_qs(path.partition("?")[2])
    assert query["timestamp"] == ["1764000000000"]
    assert query["sign"] == ["iyt3aVa5pmMUxzQHIDXOiASLA7wN623DL4+IdrCBolw="]
    feishu = content("feishu", SIGNED, page())
    assert feishu["timestamp"] == "1764000000"
    assert feishu["sign"] == "vNpT0usLl6i+G0F2ST5YNZ2UI2r0MqwaBPGtLxkGdVs="
    expected = "86a8040cfd5fcd406cd7b1f11e9c3d98ed4255cbc401c8ec54531fc6e9cb3784"
    assert signature(Secret("SECabc123"), "1764000000", b"{}") == expected


def test_a_robot_without_a_key_is_sent_no_signature() -> None:
    assert asked("dingtalk", URL, page()).target.path == "/send?key=k"
    assert "sign" not in content("feishu", URL, page())


def test_each_robot_mentions_the_receiver_in_its_own_way() -> None:
    ding = content("dingtalk", URL, page(address="13800000000"))
    assert ding["at"] == {"isAtAll": False, "atMobiles": ["13800000000"]}
    assert "@13800000000" in str(ding["text"])
    assert content("dingtalk", URL, page(address="liwei"))["at"] == {
        "isAtAll": False,
        "atUserIds": ["liwei"],
    }
    feishu = content("feishu", URL, page(address="ou_12"))
    assert '<at user_id="ou_12"></at>' in json.loads(json.dumps(feishu))["content"]["text"]
    wecom = content("wecom", URL, page(address="+86-13800000000"))
    assert '"mentioned_mobile_list": ["+86-13800000000"]' in json.dumps(wecom)
    assert '"mentioned_list": ["LiWei"]' in json.dumps(content("wecom", URL, page(address="LiWei")))


@pytest.mark.parametrize("kind", ["dingtalk", "feishu", "wecom"])
@pytest.mark.parametrize(
    "address", ["all", "@all", "ALL", "everyone", "a b", 'a"></at>', "a\r\nb", "张伟", "x" * 65]
)
def test_no_address_mentions_everybody_or_breaks_out(kind: str, address: str) -> None:
    with pytest.raises(Undelivered) as raised:
        asked(kind, URL, page(address=address))
    assert raised.value.outcome.reason is Reason.ADDRESS_UNUSABLE
    assert raised.value.outcome.result is Result.REFUSED


@pytest.mark.parametrize(
    ("kind", "most"), [("dingtalk", 20_000), ("feishu", 20_480), ("wecom", 2_500)]
)
def test_a_long_text_stays_within_what_the_robot_takes(kind: str, most: int) -> None:
    assert (
        len(asked(kind, SIGNED | URL if kind != "wecom" else URL, page(text="断" * 20_000)).body)
        < most
    )


# A gateway of the firm's own

SMS: dict[str, object] = {
    "url": "https://sms.example/send/{address}?k={secret.key}",
    "secrets": {"key": "env:KEY"},
    "headers": {"X-Key": "{secret.key}", "Idempotency-Key": "{key}"},
    "body": '{"to": "{address}", "text": "{text}", "code": "{code}", "n": 1}',
}
HOSTILE = 'a"}\\{text}&x=<y>\n@all %0a'


def test_placeholders_are_filled_where_they_stand() -> None:
    request = asked("http", SMS, page(address="+86 138", subject="断", text="请确认"))
    assert request.target.path == "/send/%2B86%20138?k=SECabc123"
    assert (request.method, request.headers["X-Key"]) == ("POST", "SECabc123")
    expected = {"to": "+86 138", "text": "断\n请确认", "code": "4711", "n": 1}
    assert json.loads(request.body) == expected


@pytest.mark.parametrize("form", ["json", "form", "xml", "text"])
def test_a_text_cannot_break_out_of_its_place(form: str) -> None:
    body = {
        "json": '{"text": "{text}", "ok": true}',
        "form": "text={text}&ok=true",
        "xml": "<m><t>{text}</t></m>",
        "text": "{text}",
    }[form]
    fields = {"url": "https://sms.example/", "content": form, "body": body}
    sent = asked("http", fields, page(subject="s", text=HOSTILE)).body.decode()
    match form:
        case "json":
            assert json.loads(sent)["ok"] is True
            assert json.loads(sent)["text"].startswith('s\na"}\\{text}&x=')
        case "form":
            assert set(parse_qs(sent)) == {"text", "ok"}
            assert parse_qs(sent)["text"][0].startswith('s\na"}\\{text}&x=')
        case "xml":
            assert sent.count("<") == 4
        case _:
            assert "{text}" in sent


def test_an_address_with_a_control_character_is_refused() -> None:
    for address in ("138\r\nX: y", "138\x00", "", "1" * 201):
        with pytest.raises(Undelivered) as raised:
            asked("http", SMS, page(address=address))
        assert raised.value.outcome.reason is Reason.ADDRESS_UNUSABLE


@pytest.mark.parametrize(
    ("rule", "status", "body", "yes"),
    [
        ({}, 200, "", True),
        ({"success_status": "201"}, 200, "", False),
        ({"success_status": "200-202"}, 202, "", True),
        ({"success_json": "a.b", "success_equals": "0"}, 200, '{"a": {"b": 0}}', True),
        ({"success_json": "a.b", "success_equals": "0"}, 200, '{"a": {"b": "0"}}', True),
        ({"success_json": "a.b", "success_equals": "0"}, 200, '{"a": {"b": 1}}', False),
        ({"success_json": "a.b", "success_equals": "0"}, 200, '{"a": 0}', False),
        (
            {"success_json": "a.1.ok", "success_equals": "true"},
            200,
            '{"a": [1, {"ok": true}]}',
            True,
        ),
        ({"success_json": "a.9", "success_equals": "true"}, 200, '{"a": []}', False),
        ({"success_json": "a", "success_equals": "x"}, 200, "<html>", False),
        ({"success_pattern": "^OK:[0-9]+$"}, 200, "OK:17", True),
        ({"success_pattern": "^OK:[0-9]+$"}, 200, "ERR:17", False),
        ({"success_pattern": "late"}, 200, "x" * 9000 + "late", False),
    ],
)
def test_a_yes_is_what_the_definition_calls_one(
    rule: dict[str, object], status: int, body: str, yes: bool
) -> None:
    way = channel("http", {"url": "https://sms.example/", **rule})
    assert isinstance(way, HttpChannel)
    outcome = way.dialect.verdict(Answer(status, {}, body, whole=True))
    assert outcome.result is (Result.DELIVERED if yes else Result.FAILED)


@pytest.mark.parametrize(
    ("change", "slug"),
    [
        ({"body": '{"t": "{txt}"}'}, "template-placeholder"),
        ({"url": "https://sms.example/{secret.other}"}, "template-placeholder"),
        ({"headers": {"X-A": "{nobody}"}}, "template-placeholder"),
        ({"body": '{"t": {text}}'}, "template-not-json"),
        ({"body": "t={text}"}, "template-not-json"),
        ({"body": "[" * 100_000}, "template-not-json"),
        ({"headers": {"Host": "h"}}, "channel-header"),
        ({"headers": {"content-length": "1"}}, "channel-header"),
        ({"headers": {"X\r\nY": "1"}}, "channel-header"),
        ({"headers": {"X-A": "1\r\nX-B: 2"}}, "channel-header"),
        ({"headers": {"X-A": "断"}}, "channel-header"),
        ({"headers": {"X-A": 1}}, "channel-field-form"),
        ({"method": "DELETE"}, "channel-field-form"),
        ({"content": "yaml"}, "channel-field-form"),
        ({"success_status": "404"}, "channel-field-form"),
        ({"success_pattern": "("}, "channel-field-form"),
        ({"success_json": "a"}, "channel-field-missing"),
        ({"secrets": {"Key!": "env:KEY"}}, "channel-field-form"),
        ({"secrets": {"key": "SECabc123"}}, "secret-not-a-reference"),
        ({"most_bytes": "5"}, "channel-field-form"),
        ({"most_bytes": "true"}, "channel-field-form"),
        ({"url": "https://{address}/"}, "channel-url"),
    ],
)
def test_a_template_that_cannot_work_is_refused_before_it_is_needed(
    change: dict[str, object], slug: str
) -> None:
    with pytest.raises(DefinitionError) as raised:
        channel("http", {**SMS, **change}, environ=ENVIRON)
    assert raised.value.slug == slug
    assert "SECabc123" not in str(raised.value)
