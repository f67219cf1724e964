"""`playbook paths` and `playbook lint` as they are typed."""

import json
from pathlib import Path

import pytest

from playbook_text import BACK, SMALL, changed, write
from shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_sound_playbook_is_walked_by_a_team_and_by_one_person(
    shell: Shell, tmp_path: Path
) -> None:
    said = shell.here("playbook", "paths", str(write(tmp_path, SMALL)))
    assert said.code == 0
    assert said.out.splitlines() == [
        "small r3  Small",
        "  a full team: 2 of 2 ways gone in 2 walks",
        "  one person alone: 2 of 2 ways gone in 2 walks",
    ]


def test_what_is_not_gone_and_where_a_walk_stops_is_said(shell: Shell, tmp_path: Path) -> None:
    barred = changed(
        ("            name: {zh: 等待, en: Wait}", "            name: {zh: 等待, en: Wait}\n            when: severity > S4"),
        (f"{BACK}\n", f"{BACK}\n      - id: check\n        approve: {{zh: 复核, en: Check}}\n        role: technical\n        by: [technical]\n        apart_from: [look]\n"),
    )  # fmt: skip
    said = shell.here("playbook", "paths", str(write(tmp_path, barred)))
    assert said.code == 1
    assert "    no walk goes this way: “choose: What now?”, decided as “Wait”" in said.out
    assert "it goes no further than “check: Check”" in said.out
    in_chinese = shell.here("playbook", "paths", str(tmp_path / "small.yaml"), "--lang", "zh-Hans")
    assert "走不到的路径：“choose：怎么办？”决定为“等待”" in in_chinese.out


def test_the_walks_can_be_had_as_json(shell: Shell, tmp_path: Path) -> None:
    said = shell.here("playbook", "paths", str(write(tmp_path, SMALL)), "--json")
    (playbook,) = json.loads(said.out)["playbooks"]
    assert (playbook["id"], playbook["team"]["sound"], playbook["alone"]["ways"]) == (
        "small",
        True,
        2,
    )
    assert [walk["way"]["taken"] for walk in playbook["team"]["walks"]] == ["fix", "leave"]
    assert playbook["team"]["walks"][0]["milestones"] == ["recovered"]


def test_a_playbook_that_cannot_be_used_does_not_keep_the_next_from_being_walked(
    shell: Shell, tmp_path: Path
) -> None:
    good = str(write(tmp_path, SMALL))
    said = shell.here("playbook", "paths", "nowhere", good)
    assert said.code == 1
    assert "nowhere" in said.err
    assert said.out.startswith("small r3")


def test_lint_knows_the_day_and_the_playbooks_there_are(shell: Shell, tmp_path: Path) -> None:
    text = changed(
        ("category: operations", "category: operations\nreview: {every: 1 year, last: 2001-01-01}"),
        ("do: {zh: 核实, en: Look}", "call: {zh: 核实, en: Look}\n        playbook: nowhere"),
    )
    said = shell.here("playbook", "lint", str(write(tmp_path, text)))
    assert said.code == 1
    assert [line[:5] for line in said.out.splitlines()] == ["PB039", "PB038", "PB043"]


def test_lint_with_nothing_but_information_ends_well(shell: Shell, tmp_path: Path) -> None:
    said = shell.here("playbook", "lint", str(write(tmp_path, SMALL)))
    assert (said.code, said.out[:11]) == (0, "PB039 info:")
