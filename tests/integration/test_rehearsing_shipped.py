"""Every shipped playbook can be rehearsed and read in both languages, with nothing untranslated."""

import re
from pathlib import Path

import pytest

from netfin_incident.library.paths import shipped_folder
from shell import Said, Shell

NAMES = sorted(path.stem for path in shipped_folder("playbooks").glob("*.yaml"))
CHINESE = re.compile("[\u3400-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){3,}")
"""Four words in a row: more than a name."""
COMMAND = re.compile("将执行：.*?（未执行）|撤销办法：.*?\n|命令：.*?\n", re.DOTALL)
"""Command lines stand as they would be typed."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def check(said: Said, language: str, typed: str = "") -> None:
    """Nothing is in the other language; `typed` are the lines that a playbook has once only."""
    if language == "en":
        assert set(CHINESE.findall(said.out + said.err)) <= set(typed)
    else:
        found = ENGLISH.findall(COMMAND.sub("", said.out + said.err))
        assert [one for one in found if one not in typed] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_rehearsed_to_its_end_in_either_language(
    shell: Shell, name: str, language: str
) -> None:
    for options in ((), ("--alone", "--drill", "--severity", "1")):
        said = shell.here("playbook", "rehearse", name, "--lang", language, *options)
        assert said.code == 0, (options, said)
        assert "T+0:01" in said.out
        check(said, language)
    assert not shell.database.exists()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_shown_whole_in_either_language(shell: Shell, name: str, language: str) -> None:
    plan = shell.here("playbook", "show", name, "--json").json
    shown = shell.here("playbook", "show", name, "--lang", language)
    assert shown.code == 0
    typed = [plan["owner"], *(one["where"] for one in plan["resources"])]
    check(shown, language, "".join(typed))
    for step in plan["steps"]:
        assert step["id"] in shown.out
        one = shell.here("playbook", "show", name, "--step", step["id"], "--lang", language)
        assert one.code == 0
        assert "".join(step["title"][language].split()) in "".join(one.out.split())
        check(one, language)
