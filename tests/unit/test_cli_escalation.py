from pathlib import Path

import pytest

from escalations import SMALL, write
from rosters import write as write_roster
from shell import Shell

ROSTER = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    contacts: [{id: mail, channel: mail, address: ann@example.com}]
  bo:
    name: 博
    teams: [pay]
    contacts:
      - {id: mail, channel: mail, address: bo@example.com}
      - {id: mobile, channel: phone, address: "+86 138 0000 0002"}
  cy:
    name: 岑
    contacts: [{id: mobile, channel: phone, address: "+86 138 0000 0003"}]
teams:
  pay: {name: {zh: 支付组, en: Payments}}
calendars:
  cn: {week: Mon-Sun}
rotations:
  first:
    name: {zh: 一线, en: First line}
    layers:
      - {id: turns, every: 1 week, start: 2026-01-05 09:00, people: [ann]}
roles:
  ledger: {by: cy}
"""
CHANNELS = """\
schema: netfin-channels/1
channels:
  ops: {kind: console}
"""
POLICIES = SMALL.replace("Mon-Fri 09:00-18:00", "daily 00:00-24:00")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """With policies, a roster and channels in the places where they are looked for."""
    found = Shell(tmp_path)
    folder = place(found)
    folder.mkdir(parents=True)
    write(folder, POLICIES)
    write_roster(folder, ROSTER)
    channels = folder / "channels.yaml"
    channels.write_text(CHANNELS, encoding="utf-8")
    channels.chmod(0o600)
    return found


def place(shell: Shell) -> Path:
    return shell.home / "config" / "netfin-incident"


def test_sound_policies_have_nothing_to_mend(shell: Shell) -> None:
    said = shell.here("escalation", "check")
    assert (said.code, said.out) == (0, "")
    assert "Policies: 2; rules: 3; days ahead: 30" in said.err
    assert shell.here("escalation", "check", "--json").json["findings"] == []
    assert not shell.database.exists()


def test_a_check_names_what_does_not_fit_and_where(shell: Shell) -> None:
    path = write(place(shell), POLICIES.replace("{person: bo}, {role", "{person: bob}, {role"))
    said = shell.here("escalation", "check")
    assert said.code == 1
    assert said.out.startswith(f"{path}:13:25 The roster has no person “bob”: ")
    assert said.out.rstrip().endswith("NF-2520")
    (finding,) = shell.here("escalation", "check", "--json").json["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("NF-2520", 13, 25)
    chinese = shell.here("escalation", "check", "--lang", "zh-Hans")
    assert chinese.code == 1
    assert "值班表中没有 person“bob”" in chinese.out


def test_a_check_names_channels_that_are_not_set_up(shell: Shell) -> None:
    (place(shell) / "channels.yaml").unlink()
    said = shell.here("escalation", "check")
    assert said.code == 1
    assert [line.rpartition(" ")[2] for line in said.out.splitlines()] == ["NF-2521", "NF-2521"]


def test_a_check_names_every_fault_of_a_file_that_cannot_be_used(shell: Shell) -> None:
    write(place(shell), POLICIES.replace("wait: 2m", "wait: 2s").replace("rounds: 2", "rounds: 9"))
    said = shell.here("escalation", "check")
    assert said.code == 1
    assert [line.rpartition(" ")[2] for line in said.out.splitlines()] == ["NF-2501", "NF-2041"]


def test_a_check_says_that_there_is_no_roster(shell: Shell) -> None:
    (place(shell) / "roster.yaml").unlink()
    said = shell.here("escalation", "check")
    assert said.code == 1
    assert "NF-2448" in said.out


def test_services_that_are_not_known_are_named_where_there_is_a_file_of_them(shell: Shell) -> None:
    services = place(shell) / "services.yaml"
    services.write_text(
        "schema: netfin-services/1\nservices:\n  gate:\n    name: {zh: 网关, en: Gate}\n"
        "    owner: ann\n    deputy: bo\n    criticality: vital\n",
        encoding="utf-8",
    )
    said = shell.here("escalation", "check")
    assert said.code == 1
    assert "There is no service “ledger”" in said.out
    services.write_text("nonsense", encoding="utf-8")
    assert shell.here("escalation", "check").code == 0


def test_without_a_file_it_is_said_where_one_would_be(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    for command in ("check", "show"):
        said = shell.here("escalation", command)
        assert (said.code, said.out) == (0, "")
        assert said.err.count("\n") == 1
        assert str(place(shell) / "escalation.yaml") in said.err
    assert shell.here("escalation", "show", "--json").json["policies"] == []


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    missing = str(tmp_path / "gone.yaml")
    for command in ("check", "show"):
        said = shell.here("escalation", command, "--escalation", missing)
        assert (said.code, said.out) == (4, ""), command
        assert missing in said.err


def test_the_ladder_is_shown_with_who_is_called_now(shell: Shell) -> None:
    said = shell.here("escalation", "show", "pay")
    assert said.code == 0
    lead = "5m, 2 answers; only severity I, II; LIVE; Mon-Sun 00:00-24:00; workdays"
    assert said.out.splitlines() == [
        "pay  Payments  Asia/Shanghai cn",
        "  level     calls                   now                           answers within",
        "  1 line    rotation first          ann 安                        2m",
        f"  2 lead    person bo, role ledger  bo 博, cy 岑 (to be dialled)  {lead}",
        "  3 group   channel ops, team pay   ops, bo 博                    5m",
        "  fallback  person bo, channel ops  bo 博, ops                    again every 15m",
        "  rounds                   2",
        "  first call after         I 0s, II 0s, III 1m, IV 5m",
        "  acknowledgement holds    20m",
        "  void after the reminder  I 1m, II 10m, III 15m, IV 1h",
        "  step without anybody     for ever",
        "  used for  services gate, ledger; severity I, II",
    ]


def test_all_policies_are_shown_in_chinese_with_what_calls_nobody(shell: Shell) -> None:
    said = shell.here("escalation", "show", "--lang", "zh-Hans")
    assert said.code == 0
    assert "pay  支付  Asia/Shanghai cn\n" in said.out
    assert "quiet  安静  America/New_York\n" in said.out
    assert "  1 line   轮值 first" in said.out
    assert "适用于  其余全部\n" in said.out
    assert said.out.endswith("不呼叫任何人  演练\n")


def test_a_level_whose_hours_do_not_hold_is_not_called(shell: Shell) -> None:
    write(place(shell), POLICIES.replace("days: workdays", "days: restdays"))
    said = shell.here("escalation", "show", "pay")
    assert "not called at this time" in said.out
    level = shell.here("escalation", "show", "pay", "--json").json["policies"][0]["levels"][1]
    assert level["counts_now"] is False


def test_policies_are_shown_to_other_programs(shell: Shell) -> None:
    shown = shell.here("escalation", "show", "--json").json
    pay, quiet = shown["policies"]
    assert pay["levels"][1]["when"] == {
        "severities": [1, 2],
        "modes": ["live"],
        "hours": "Mon-Sun 00:00-24:00",
        "days": "workdays",
    }
    assert pay["levels"][0]["called_now"] == [
        {"to": "ann", "channel": False, "contacts": ["mail"], "dial": []}
    ]
    assert pay["fallback"]["called_now"][1]["channel"] is True
    assert pay["start_seconds"] == {"1": 0, "2": 0, "3": 60, "4": 300}
    assert quiet["calendar"] is None
    assert shown["use"] == [
        {"policy": "pay", "services": ["gate", "ledger"], "severities": [1, 2], "modes": []},
        {"policy": None, "services": [], "severities": [], "modes": ["drill"]},
        {"policy": "quiet", "services": [], "severities": [], "modes": []},
    ]


def test_a_policy_that_is_not_there_is_refused_with_the_nearest(shell: Shell) -> None:
    said = shell.here("escalation", "show", "quite")
    assert (said.code, said.out) == (4, "")
    assert "quiet" in said.err
    assert "NF-2529" in said.err


def test_without_a_roster_the_ladder_is_shown_and_nobody_is_called(shell: Shell) -> None:
    (place(shell) / "roster.yaml").unlink()
    said = shell.here("escalation", "show", "quiet")
    assert said.code == 0
    assert "person bo  nobody" in said.out
    assert "NF-2448" in said.err


def test_it_works_as_a_process_of_its_own(shell: Shell) -> None:
    said = shell("escalation", "check")
    assert (said.code, said.out) == (0, "")
