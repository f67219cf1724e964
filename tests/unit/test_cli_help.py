import shlex
from pathlib import Path

import pytest

from netfin_incident.cli.columns import width
from netfin_incident.cli.finding import find
from netfin_incident.cli.parameters import Opt
from netfin_incident.cli.parsing import parse
from netfin_incident.cli.table import COMMANDS, nouns, words_under
from netfin_incident.wording.command_summaries import SUMMARIES
from netfin_incident.wording.language import Language
from shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_every_command_has_a_summary_and_no_summary_is_of_nothing() -> None:
    assert set(SUMMARIES) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_is_one_it_can_read(name: str) -> None:
    command = COMMANDS[name]
    found = find(["netfin-incident", *name.split(), *shlex.split(command.example)][1:])
    assert found.command is command
    values = parse(name, command.parameters(command.function()), found.words)
    assert "db" in values


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_on_a_command_names_all_it_takes(shell: Shell, name: str, language: Language) -> None:
    said = shell.here(*name.split(), "--help", "--lang", language)
    assert (said.code, said.err) == (0, "")
    for one in COMMANDS[name].parameters(COMMANDS[name].function()):
        assert one.typed in said.out
        assert not isinstance(one.form, Opt) or one.form.name.startswith("--")
    assert all(
        width(line) <= 100 for line in said.out.splitlines() if "netfin-incident" not in line
    )


def test_help_on_the_program_names_every_command(shell: Shell) -> None:
    said = shell.here("--help")
    assert said.code == 0
    for name in COMMANDS:
        assert f"  {name} " in said.out


def test_help_on_a_noun_names_its_commands(shell: Shell) -> None:
    for noun in nouns():
        said = shell.here(noun, "--help")
        assert all(f"  {word} " in said.out for word in words_under(noun))


@pytest.mark.parametrize(
    "changed",
    [{"LANG": "zh_CN.UTF-8"}, {"NETFIN_LANG": "zh"}, {"LC_ALL": "zh_CN.UTF-8", "LANG": "C"}],
)
def test_help_is_in_the_language_of_the_locale(shell: Shell, changed: dict[str, str]) -> None:
    assert "在时间线上写一条记录" in shell.here("--help", **changed).out
    assert "Write a line" in shell.here("--help", "--lang", "en", **changed).out
    assert "在時間線上寫一條記錄" in shell.here("--help", "--lang", "zh-Hant", **changed).out
