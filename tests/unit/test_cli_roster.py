from pathlib import Path

import pytest

from rosters import SMALL, write
from shell import Shell

SOUND = """\
schema: netfin-roster/1
zone: Asia/Shanghai
people:
  ann:
    name: 安
    contacts: [{id: mobile, channel: phone, address: "+86 138 0000 0001"}]
  bo:
    name: 博
    contacts: [{id: mobile, channel: phone, address: "+86 138 0000 0002"}]
rotations:
  first:
    name: {zh: 一线, en: First line}
    layers:
      - {id: turns, every: 1 week, start: 2026-01-05 09:00, people: [ann, bo]}
roles:
  technical: {by: first, backup: bo}
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """With a roster in the place where one is looked for."""
    found = Shell(tmp_path)
    folder = tmp_path / "config" / "netfin-incident"
    folder.mkdir(parents=True)
    write(folder)
    return found


def edit(shell: Shell, text: str) -> Path:
    return write(shell.home / "config" / "netfin-incident", text)


def test_who_is_on_call_is_said_with_numbers_and_who_follows(shell: Shell) -> None:
    said = shell.here("roster", "who", "first", "--at", "2040-01-10 10:00")
    assert said.code == 0
    assert said.out.splitlines() == [
        "first  First line",
        "  on call  ann 安",
        "  since    2040-01-09 09:00:00 +08:00 (Asia/Shanghai)",
        "  until    2040-01-13 18:00:00 +08:00 (Asia/Shanghai)",
        "  by       turn turns",
        "  call     phone +86 138 0000 0001",
        "           DingTalk env:CHAT_ANN",
        "  next     bo 博, from 2040-01-13 18:00:00 +08:00",
        "           mail bo@example.com",
    ]
    assert not shell.database.exists()


def test_it_is_said_in_chinese_and_in_another_zone(shell: Shell) -> None:
    words = ("roster", "who", "first", "--at", "2040-01-10 10:00", "--lang", "zh-Hans")
    assert "  值班    安" not in shell.here(*words).out
    assert "值班    ann 安\n" in shell.here(*words).out
    assert "(UTC)" in shell.here(*words, "--zone", "UTC").out


def test_a_role_calls_its_cover_and_the_backup(shell: Shell) -> None:
    for name in ("technical", "技术处置"):
        said = shell.here("roster", "who", name, "--at", "2027-01-05 10:00", "--json").json
        called = [(one["rotation"], one["person"]["id"], one["backup"]) for one in said["called"]]
        assert called == [("first", "ann", False), ("second", "cy", True)]
    people = shell.here("roster", "who", "ledger").out
    assert people.startswith("ann  安\n")
    assert "bo  博 (backup)\n" in people


def test_a_team_calls_its_rotations_and_without_a_name_all_are_called(shell: Shell) -> None:
    team = shell.here("roster", "who", "pay", "--json").json["called"]
    assert [one["rotation"] for one in team] == ["first"]
    everything = shell.here("roster", "who", "--json").json["called"]
    assert [one["rotation"] for one in everything] == ["first", "second"]


def test_nobody_on_call_is_said(shell: Shell) -> None:
    said = shell.here("roster", "who", "second", "--at", "2027-01-05 20:00")
    assert "  on call  nobody\n" in said.out
    found = shell.here("roster", "who", "second", "--at", "2040-01-01", "--json").json
    one = found["called"][0]
    assert (one["person"], one["why"], one["next"]) == (None, "nobody", None)


def test_a_name_that_nothing_has_is_refused_with_the_nearest(shell: Shell) -> None:
    said = shell.here("roster", "who", "frist")
    assert (said.code, said.out) == (4, "")
    assert "first" in said.err
    assert "NF-2446" in said.err


def test_without_a_roster_it_is_said_where_one_would_be(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    for command in ("who", "show", "balance"):
        said = shell.here("roster", command)
        assert (said.code, said.out) == (4, "")
        assert str(shell.home / "config" / "netfin-incident" / "roster.yaml") in said.err
    said = shell.here("roster", "check")
    assert (said.code, said.out) == (0, "")
    assert "roster.yaml" in said.err


def test_the_roster_is_shown_with_a_week_ahead(shell: Shell) -> None:
    said = shell.here("roster", "show")
    assert said.code == 0
    for part in ("ann  安", "pay  Payments  first", "technical", "first  First line"):
        assert part in said.out
    shown = shell.here("roster", "show", "--json").json
    assert [one["id"] for one in shown["people"]] == ["ann", "bo", "cy"]
    assert shown["people"][0]["contacts"][0] == {
        "id": "mobile", "channel": "phone", "address": "+86 138 0000 0001", "priority": 1,
    }  # fmt: skip
    coming = shown["rotations"][0]["coming"]
    assert coming[0]["until"] == coming[1]["from"]
    assert {one["person"] for one in coming} == {"ann", "bo"}
    assert (shown["roster"], shown["changes"]) == ({"source": "file"}, [])


def test_a_check_finds_what_needs_seeing_to(shell: Shell) -> None:
    said = shell.here("roster", "check")
    assert said.code == 1
    assert "NF-2440" in said.out
    assert "cy cannot be reached" in said.out
    codes = [one["code"] for one in shell.here("roster", "check", "--json").json["findings"]]
    assert {"NF-2440", "NF-2441"} <= set(codes)


def test_a_sound_roster_passes_the_check(shell: Shell) -> None:
    edit(shell, SOUND)
    said = shell.here("roster", "check")
    assert (said.code, said.out) == (0, "")
    assert "People: 2; rotations: 1" in said.err
    assert shell.here("roster", "check", "--json").json["findings"] == []


def test_a_check_of_a_faulty_file_names_the_place(shell: Shell) -> None:
    path = edit(shell, SOUND.replace("[ann, bo]", "[ann, dee]"))
    said = shell.here("roster", "check")
    assert said.code == 1
    assert said.out.startswith(f"{path}:14:75 ")
    assert "NF-2419" in said.out
    assert shell.here("roster", "who").code == 4


def test_a_preview_says_when_the_clocks_make_a_turn_longer(shell: Shell) -> None:
    edit(shell, SOUND.replace("zone: Asia/Shanghai", "zone: Europe/London"))
    said = shell.here("roster", "preview", "first", "--days", "400")
    assert said.code == 0
    assert "168h by the clock, because the clocks change" in said.out
    for days, code in (("0", 2), ("401", 3)):
        assert shell.here("roster", "preview", "first", "--days", days).code == code
    assert shell.here("roster", "preview", "second").code == 4


def test_a_balance_counts_hours_nights_and_rest_days(shell: Shell) -> None:
    edit(shell, SOUND)
    span = ("--from", "2040-01-09 09:00", "--to", "2040-01-23 09:00")
    said = shell.here("roster", "balance", *span)
    assert said.out.splitlines() == [
        "person  times  on call  nights  rest days",
        "ann 安  1      168h     56h     48h",
        "bo 博   1      168h     56h     48h",
    ]
    first = shell.here("roster", "balance", "first", *span, "--json").json["people"][0]
    assert first == {
        "person": "ann", "times": 1, "seconds": 604800, "night_seconds": 201600,
        "rest_day_seconds": 172800,
    }  # fmt: skip
    backwards = shell.here("roster", "balance", "--from", "2040-01-09", "--to", "2040-01-09")
    assert (backwards.code, backwards.out) == (3, "")


def test_another_file_may_be_named(shell: Shell) -> None:
    path = shell.home / "other.yaml"
    path.write_text(SMALL.replace("安", "安妮"), encoding="utf-8")
    words = ("roster", "who", "first", "--at", "2040-01-10 10:00")
    by_option = shell.here(*words, "--roster", str(path))
    assert "ann 安妮" in by_option.out
    assert shell.here(*words, NETFIN_ROSTER=str(path)).out == by_option.out


def test_a_database_that_cannot_be_opened_keeps_nobody_from_calling(shell: Shell) -> None:
    shell.database.write_text("not a database", encoding="utf-8")
    said = shell.here("roster", "who", "first", "--at", "2040-01-10 10:00")
    assert said.code == 0
    assert "+86 138 0000 0001" in said.out
    assert "NF-3" in said.err
