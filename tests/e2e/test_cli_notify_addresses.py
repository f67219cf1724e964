"""What `notify check` knows of addresses from the files alone: that nothing is ever sent there."""

from pathlib import Path

import pytest

from notify_shell import PEOPLE, NotifyShell


@pytest.fixture
def shell(tmp_path: Path) -> NotifyShell:
    return NotifyShell(tmp_path)


@pytest.mark.parametrize(
    ("way", "host"),
    [
        ("{kind: http, url: 'https://10.20.0.7/send'}", "10.20.0.7"),
        ("{kind: http, url: 'https://169.254.169.254/send'}", "169.254.169.254"),
        ("{kind: http, url: 'http://sms.example.com/send'}", "sms.example.com"),
        ("{kind: http, url: 'http://8.8.8.8/send'}", "8.8.8.8"),
        ("{kind: smtp, host: 10.20.0.7, sender: a@b.example}", "10.20.0.7"),
        ("{kind: smtp, host: m.example, security: none, sender: a@b.example}", "m.example"),
    ],
)
def test_an_address_that_is_never_sent_to_is_found_without_sending(
    shell: NotifyShell, way: str, host: str
) -> None:
    shell.channels(f"schema: netfin-channels/1\nchannels:\n  own: {way}\n")
    said = shell.here("notify", "check", CHAT="https://robot.example/x")
    assert said.code == 1
    line = said.answer.splitlines()[0]
    assert line.startswith(f"{shell.home / 'config/netfin-incident/channels.yaml'}:3:3 ")
    assert f"{host} is never sent to" in line
    shell.channels(f"schema: netfin-channels/1\nallow: [{host}]\nchannels:\n  own: {way}\n")
    allowed = shell.here("notify", "check", CHAT="https://robot.example/x")
    assert "is never sent to" not in allowed.answer


@pytest.mark.parametrize(
    ("allow", "way"),
    [
        ("", "{kind: http, url: 'https://sms.example.com/send'}"),
        ("", "{kind: http, url: 'https://8.8.8.8/send'}"),
        ("", "{kind: smtp, host: m.example, sender: a@b.example}"),
        ("10.0.0.0/8", "{kind: http, url: 'http://10.20.0.7/send'}"),
        ("10.0.0.0/8", "{kind: http, url: 'http://gateway.firm.example/send'}"),
    ],
)
def test_what_only_the_name_service_can_tell_is_not_found(
    shell: NotifyShell, allow: str, way: str
) -> None:
    shell.channels(f"schema: netfin-channels/1\nallow: [{allow}]\nchannels:\n  own: {way}\n")
    said = shell.here("notify", "check", CHAT="https://robot.example/x")
    assert "is never sent to" not in said.answer


def test_a_contact_at_an_address_that_is_never_sent_to_is_named(shell: NotifyShell) -> None:
    said = shell.here("notify", "check", CHAT="https://10.20.0.7/robot")
    line = next(one for one in said.answer.splitlines() if "chen-yu" in one)
    assert "“chat” of chen-yu cannot be sent to: 10.20.0.7 is never sent to" in line


def test_a_file_or_a_bell_is_said_to_reach_nobody_who_is_elsewhere(shell: NotifyShell) -> None:
    near = PEOPLE.replace(
        '{id: mobile, channel: phone, address: "+86 138 0000 0002"}',
        "{id: log, channel: file, address: /var/tmp/pages.jsonl}",
    )
    (shell.home / "config/netfin-incident/roster.yaml").write_text(near, encoding="utf-8")
    said = shell.here("notify", "check", CHAT="https://robot.example/x")
    line = next(one for one in said.answer.splitlines() if "zhao-min" in one)
    assert "a file or a bell is all there is" in line
    assert "neither reaches anybody who is elsewhere" in line
    checked = shell.here("roster", "check")
    line = next(one for one in checked.answer.splitlines() if "zhao-min" in one)
    assert "a file or a bell, which reach nobody who is elsewhere" in line
