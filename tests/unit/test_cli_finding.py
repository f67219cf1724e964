import pytest

from netfin_incident.cli.finding import find
from netfin_incident.cli.table import COMMANDS, words_under
from netfin_incident.errors import UsageError


@pytest.mark.parametrize(
    ("argv", "name", "words"),
    [
        (["note", "42", "x"], "note", ("42", "x")),
        (["incident", "note", "42", "x"], "note", ("42", "x")),
        (["--db", "a.db", "note", "42"], "note", ("--db", "a.db", "42")),
        (["--db=a.db", "--json", "note"], "note", ("--db=a.db", "--json")),
        (["--as", "li", "journal", "--json", "verify", "f"], "journal verify", ("--as", "li", "--json", "f")),
        (["incident", "import-log", "f"], "incident import-log", ("f",)),
        (["note", "42", "--", "--help"], "note", ("42", "--", "--help")),
    ],
)  # fmt: skip
def test_a_command_is_found_with_what_is_left_to_read(
    argv: list[str], name: str, words: tuple[str, ...]
) -> None:
    found = find(argv)
    assert found.command is COMMANDS[name]
    assert found.words == words


@pytest.mark.parametrize(
    ("argv", "on"),
    [
        (["--help"], ""), (["-h"], ""), (["help"], ""), (["--lang", "zh", "--help"], ""),
        (["note", "--help"], "note"), (["note", "42", "-h"], "note"), (["help", "note"], "note"),
        (["journal", "--help"], "journal"), (["help", "journal"], "journal"),
        (["journal", "verify", "--help"], "journal verify"), (["help", "journal", "verify"], "journal verify"),
        (["help", "incident", "note"], "note"), (["help", "note", "42"], "note"),
    ],
)  # fmt: skip
def test_help_is_found_wherever_it_is_asked_for(argv: list[str], on: str) -> None:
    assert find(argv).help_on == on


def test_no_command_means_the_terminal_with_the_options_before_it() -> None:
    found = find(["--db", "a.db", "--as", "li"])
    assert (found.command, found.help_on, found.version) == (None, None, False)
    assert found.words == ("--db", "a.db", "--as", "li")
    assert find(["--json", "--version"]).version


@pytest.mark.parametrize(
    ("argv", "slug"),
    [
        (["nte"], "command-unknown"), (["journal", "nte"], "command-unknown"), (["help", "nte"], "command-unknown"),
        (["journal"], "noun-alone"), (["--nope", "note"], "switch-unknown"), (["--db"], "option-without-value"),
        (["-", "note"], "command-unknown"), (["note", "\udcff"], "argument-not-text"), ([""], "command-unknown"),
    ],
)  # fmt: skip
def test_what_names_no_command_is_refused(argv: list[str], slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        find(argv)
    assert refused.value.slug == slug


def test_the_noun_incident_has_every_short_form() -> None:
    short = {name for name, one in COMMANDS.items() if " " not in name} - {
        "report",
        "demo",
        "watch",
    }
    assert set(words_under("incident")) == short | {"import-log"}
