"""Whether pages would arrive, asked from a shell: `notify test` and `notify check`."""

from pathlib import Path

import pytest

from netfin_incident.notify.secrets import MASK
from notify_shell import PEOPLE, NotifyShell
from notify_sinks import SECRET, YES, listening, says

ALLOW = "schema: netfin-channels/1\nallow: [127.0.0.1]\n"


@pytest.fixture
def shell(tmp_path: Path) -> NotifyShell:
    return NotifyShell(tmp_path)


def gateway(port: int, more: str = "") -> str:
    return (
        f"{ALLOW}channels:\n  sms:\n    kind: http\n    url: http://127.0.0.1:{port}/send\n"
        f'    body: \'{{"to": "{{address}}", "text": "{{text}}"}}\'\n{more}'
    )


def robot(port: int) -> str:
    return f"http://127.0.0.1:{port}/robot?access_token=abcdef123456"


def test_a_test_page_goes_to_every_contact_and_says_what_came_of_each(shell: NotifyShell) -> None:
    with listening(says("200 OK", YES["dingtalk"])) as chat, listening(says("200 OK")) as sms:
        shell.channels(gateway(sms.port))
        said = shell("notify", "test", "li-na", CHAT=robot(chat.port))
    assert said.code == 0, said
    assert said.answer.splitlines() == [
        "chat DingTalk env:CHAT: delivered: taken over (ok · 0)",
        "sms text message +86 138 0000 0001: delivered: taken over (HTTP 200)",
        "mobile phone +86 138 0000 0001: to be dialled by a person",
    ]
    page = sms.requests[0][2].decode()
    assert "测试 TEST：并未发生事件" in page
    assert "无须处理" in page
    assert "+8613800000001" in page


def test_a_test_page_is_in_the_language_of_whom_it_is_for(shell: NotifyShell) -> None:
    shell.channels(ALLOW)
    with listening(says("200 OK", YES["dingtalk"])) as chat:
        said = shell("notify", "test", "chen-yu", "--lang", "zh-Hans", CHAT=robot(chat.port))
    assert said.code == 0
    assert said.answer == "chat 钉钉 env:CHAT：已送达：对方已接收（ok · 0）"
    assert "TEST 测试: nothing has happened" in chat.requests[0][2].decode()


@pytest.mark.parametrize(
    ("answer", "result", "words"),
    [
        (says("200 OK", '{"errcode":310000,"errmsg":"sign not match"}'), "refused",
         "refused: turned down inside the answer (sign not match · 310000)"),
        (says("429 Too Many Requests", Retry_After="120"), "retry_after",
         "not yet: asked to wait (HTTP 429 · again in 120 s)"),
        (says("500 Oops"), "failed", "failed: turned down (HTTP 500)"),
        (says("302 Found", Location="http://169.254.169.254/"), "refused",
         "refused: sent elsewhere, which is not followed (HTTP 302)"),
        (says("200 OK", "<html>"), "failed",
         "failed: the answer cannot be understood (<html> · HTTP 200 · it may have arrived)"),
    ],
)  # fmt: skip
def test_what_was_not_delivered_is_said_in_words_and_by_the_exit_code(
    shell: NotifyShell, answer: object, result: str, words: str
) -> None:
    shell.channels(ALLOW)
    with listening(answer) as chat:  # type: ignore[arg-type]
        plain = shell.here("notify", "test", "chen-yu", CHAT=robot(chat.port))
        as_json = shell.here("notify", "test", "chen-yu", "--json", CHAT=robot(chat.port))
    assert (plain.code, plain.answer) == (7, f"chat DingTalk env:CHAT: {words}")
    assert as_json.code == 7
    [sent] = as_json.json["sent"]
    assert (sent["contact"], sent["result"]) == ("chat", result)
    assert sent["text"] == plain.answer


def test_one_contact_that_fails_is_enough_for_the_exit_code(shell: NotifyShell) -> None:
    with listening(says("200 OK")) as sms:
        shell.channels(gateway(sms.port))
        said = shell.here("notify", "test", "li-na", "--json")
    assert said.code == 7
    assert [one["result"] for one in said.json["sent"]] == ["refused", "delivered"]
    assert said.json["sent"][0]["code"] == "NF-2452"
    assert [one["id"] for one in said.json["dial"]] == ["mobile"]


def test_a_person_with_numbers_alone_is_not_said_to_have_been_reached(shell: NotifyShell) -> None:
    said = shell.here("notify", "test", "zhao-min")
    assert said.code == 7
    assert said.answer == "mobile phone +86 138 0000 0002: to be dialled by a person"
    assert "no contact that can be sent to" in said.err


def test_one_contact_or_one_channel_can_be_tried_alone(shell: NotifyShell) -> None:
    with listening(says("200 OK")) as sms, listening(says("200 OK", YES["wecom"])) as group:
        more = "  group: {kind: wecom, url: env:GROUP}\n"
        shell.channels(gateway(sms.port, more))
        environ = {"GROUP": robot(group.port)}
        by_contact = shell.here("notify", "test", "li-na", "--contact", "sms", **environ)
        by_channel = shell.here("notify", "test", "li-na", "--channel", "sms", **environ)
        to_group = shell.here("notify", "test", "li-na", "--channel", "group", **environ)
    assert [said.code for said in (by_contact, by_channel, to_group)] == [0, 0, 0]
    assert len(sms.requests) == 2
    assert len(group.requests) == 1
    assert to_group.answer == "channel group: delivered: taken over (ok · 0)"


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("nobody",), "NF-2446", 4),
        (("li-na", "--contact", "gone"), "NF-2482", 4),
        (("li-na", "--contact", "mobile"), "NF-2482", 4),
        (("li-na", "--channel", "gone"), "NF-9191", 2),
        (("li-na", "--channels", "gone.yaml"), "NF-2", 4),
        ((), "NF-9", 2),
    ],
)
def test_what_cannot_be_tried_is_refused_in_one_line(
    shell: NotifyShell, words: tuple[str, ...], code: str, exit_code: int
) -> None:
    said = shell.here("notify", "test", *words)
    assert (said.code, said.out) == (exit_code, "")
    assert code in said.err
    assert said.err.count("\n") == 1


def test_no_token_shows_whatever_the_far_side_says(shell: NotifyShell) -> None:
    shell.channels(ALLOW)
    with listening(says("500 Oops", f"{SECRET} is wrong")) as chat:
        url = f"http://127.0.0.1:{chat.port}/robot?access_token={SECRET}"
        said = shell("notify", "test", "chen-yu", CHAT=url)
    assert SECRET not in said.out + said.err
    assert MASK in said.out


def test_channels_without_a_fault_are_said_to_be_so(shell: NotifyShell) -> None:
    people = PEOPLE[: PEOPLE.index("  zhao-min")]
    (shell.home / "config/netfin-incident/roster.yaml").write_text(people, encoding="utf-8")
    shell.channels(gateway(9))
    said = shell("notify", "check", CHAT=robot(9))
    assert (said.code, said.out) == (0, "")
    assert said.err == "Nothing to mend. Channels: 1; people who are reached: 2\n"


def test_everything_that_is_wrong_is_found_with_its_line(shell: NotifyShell) -> None:
    more = (
        "    most_bytes: 5\n  group: {kind: wecom, url: env:GROUP}\n  odd: {kind: pigeon}\n"
        "authorities: gone.pem\ndrill: {participants: [bob]}\n"
    )
    path = shell.channels(gateway(9, more).replace("[127.0.0.1]", "[127.0.0.1, 1.2.3]"))
    said = shell.here("notify", "check", "--json")
    assert said.code == 1
    found = [(one["code"], one["line"]) for one in said.json["findings"]]
    assert found == [
        ("NF-2463", 2),
        ("NF-2460", 8),
        ("NF-2452", 9),
        ("NF-2457", 10),
        ("NF-2480", 11),
        ("NF-2479", 12),
        ("NF-2481", None),
        ("NF-2481", None),
        ("NF-2478", None),
        ("NF-2481", None),
        ("NF-2478", None),
        ("NF-2478", None),
    ]
    assert said.json["findings"][0]["file"] == str(path)


def test_a_secret_that_stands_in_the_file_is_refused_and_not_repeated(shell: NotifyShell) -> None:
    path = shell.channels(f"{ALLOW}channels:\n  group: {{kind: wecom, url: '{robot(9)}'}}\n")
    said = shell.here("notify", "check", CHAT=robot(9))
    assert f"{path}:4:29 “url” holds a value instead of a reference" in said.answer
    assert "abcdef123456" not in said.answer + said.err


def test_a_fault_in_the_form_is_said_before_anything_else(shell: NotifyShell) -> None:
    path = shell.channels(gateway(9).replace("kind: http", "kin: http"))
    said = shell.here("notify", "check")
    assert said.code == 1
    [line] = said.answer.splitlines()
    assert line.startswith(f"{path}:5:5 ")


def test_contacts_that_nothing_carries_are_found_without_a_file(shell: NotifyShell) -> None:
    said = shell.here("notify", "check", CHAT="https://robot.example/x")
    assert said.code == 1
    assert [line.rpartition(" ")[2] for line in said.answer.splitlines()] == ["NF-2477", "NF-2478"]
    assert "docs/channels.md" in said.err


def test_a_file_that_others_may_write_is_not_used(shell: NotifyShell) -> None:
    shell.channels(ALLOW).chmod(0o666)
    said = shell.here("notify", "check", CHAT=robot(9))
    assert said.code == 1
    assert "NF-2474" in said.answer
    assert "chmod go-w" in said.answer


def test_without_a_roster_the_channels_are_checked_alone(shell: NotifyShell) -> None:
    (shell.home / "config/netfin-incident/roster.yaml").unlink()
    shell.channels(gateway(9))
    said = shell.here("notify", "check")
    assert (said.code, said.out) == (0, "")
    assert "There is no roster" in said.err
