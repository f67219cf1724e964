import ast
from pathlib import Path

import pytest

from meta.sources import SRC
from netfin_incident.errors import DefinitionError, UsageError
from netfin_incident.notify import KINDS, Reason, Result
from netfin_incident.wording.notify_sayings import (
    NOTIFY_SAYINGS,
    NOTIFY_USAGE_SAYINGS,
    REASONS,
    RESULTS,
)
from notify_sinks import SECRET, channel
from playbook_text import assert_said

BOT: dict[str, object] = {"url": "env:URL"}
ENVIRON = {"URL": f"https://bot.example/send?key={SECRET}"}
GOOD: dict[str, dict[str, object]] = {
    "apprise": {"url": "env:PUSH"},
    "console": {},
    "dingtalk": BOT,
    "feishu": BOT,
    "file": {"path": "/tmp/pages.jsonl"},  # noqa: S108 - never written
    "http": {"url": "https://sms.example/"},
    "smtp": {"host": "mail.example", "sender": "nfi@firm.example"},
    "webhook": {**BOT, "secret": "env:SECRET"},
    "wecom": BOT,
}


def refused(kind: str, fields: dict[str, object], *, drill: bool = False) -> DefinitionError:
    environ = {**ENVIRON, "PUSH": f"pover://{SECRET}@app"}
    with pytest.raises(DefinitionError) as raised:
        channel(kind, fields, environ=environ, drill=drill)
    assert SECRET not in f"{raised.value} {raised.value.values}"
    assert raised.value.slug in NOTIFY_SAYINGS
    assert_said(raised.value)
    return raised.value


@pytest.mark.parametrize("kind", KINDS)
def test_a_channel_of_every_kind_can_be_made_and_shows_no_secret(kind: str) -> None:
    way = channel(kind, GOOD[kind], environ={**ENVIRON, "PUSH": f"pover://{SECRET}@app"})
    assert SECRET not in repr(way)


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_a_kind_does_not_have_is_refused(kind: str) -> None:
    error = refused(kind, {**GOOD[kind], "patth": "x"})
    assert (error.slug, error.values["field"]) == ("channel-field-unknown", "patth")


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"console"}))
def test_a_field_that_is_needed_is_asked_for(kind: str) -> None:
    first = next(iter(GOOD[kind]))
    fields = {name: value for name, value in GOOD[kind].items() if name != first}
    error = refused(kind, fields)
    assert (error.slug, error.values["field"]) == ("channel-field-missing", first)


@pytest.mark.parametrize("kind", ["dingtalk", "feishu", "wecom", "apprise"])
def test_an_address_with_a_token_stands_in_no_file(kind: str) -> None:
    assert refused(kind, {"url": ENVIRON["URL"]}).slug == "secret-not-a-reference"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("smtp", {"host": "127.1"}),
        ("smtp", {"host": "mail.example\r\n"}),
        ("smtp", {"sender": "a@b\r\nBcc: c@d"}),
        ("smtp", {"port": "0"}),
        ("smtp", {"port": "70000"}),
        ("smtp", {"port": "二十五"}),
        ("smtp", {"port": 25}),
        ("smtp", {"security": "ssl3"}),
        ("file", {"path": "pages.jsonl"}),
        ("console", {"path": "tty"}),
        ("console", {"says_subject": "yes"}),
        ("http", {"url": 7}),
    ],
)
def test_a_field_of_the_wrong_form_is_refused(kind: str, change: dict[str, object]) -> None:
    assert refused(kind, {**GOOD[kind], **change}).slug == "channel-field-form"


def test_a_kind_that_does_not_exist_is_refused_with_the_nearest() -> None:
    error = refused("dingtak", {})
    assert (error.slug, error.values["choices"]) == ("channel-kind-unknown", ("dingtalk",))
    assert refused("pigeon", {}).values["choices"] == KINDS


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"smtp"}))
def test_only_what_reaches_a_single_person_can_be_opened_to_drills(kind: str) -> None:
    assert refused(kind, GOOD[kind], drill=True).slug == "channel-drill-group"


def test_mail_and_a_gateway_by_number_can_be_opened_to_drills() -> None:
    channel("smtp", GOOD["smtp"], drill=True)
    channel("http", {"url": "https://sms.example/{address}"}, drill=True)


def test_every_reason_and_every_result_has_its_words() -> None:
    assert set(REASONS) == {reason.value for reason in Reason}
    assert set(RESULTS) == {result.value for result in Result}


def test_the_codes_are_those_set_aside_and_each_is_used_once() -> None:
    codes = [saying.code for saying in NOTIFY_SAYINGS.values()]
    assert len(set(codes)) == len(codes)
    assert all("NF-2451" <= code <= "NF-2479" for code in codes)
    assert [saying.code for saying in NOTIFY_USAGE_SAYINGS.values()] == ["NF-9191"]


def test_every_refusal_in_the_package_has_its_sentences_and_every_sentence_its_refusal() -> None:
    raised: dict[str, set[str]] = {"DefinitionError": set(), "UsageError": set()}
    for path in sorted((SRC / "notify").glob("*.py")):
        for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(slug))]):
                    raised.get(name, set()).add(slug)
    assert raised["DefinitionError"] == set(NOTIFY_SAYINGS)
    assert raised["UsageError"] == set(NOTIFY_USAGE_SAYINGS)
    assert issubclass(UsageError, Exception)
