from collections.abc import Iterator

import pytest

from meta.cli_page import page
from meta.sources import ROOT
from netfin_incident.cli.parameters import parameters_of
from netfin_incident.cli.table import COMMANDS, PROGRAM


def written() -> str:
    return (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def sections() -> Iterator[tuple[str, str]]:
    for part in written().split("\n### ")[1:]:
        name, _, text = part.partition("\n")
        yield name, text


def test_every_command_is_described_and_nothing_else() -> None:
    assert [name for name, _ in sections()] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_described_with_an_example_and_all_it_takes(name: str) -> None:
    text = dict(sections())[name]
    assert f"\n{PROGRAM} {name} {COMMANDS[name].example}".rstrip() in text
    for one in parameters_of(COMMANDS[name].function()):
        assert f"`{one.typed}".replace("|", r"\|") in text


def test_the_page_is_up_to_date() -> None:
    assert written() == page(), "run: python tests/meta/cli_page.py > docs/cli.md"
