from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfin_incident.cli.asked import ACTING, EVERYWHERE, INCIDENT, TEXT
from netfin_incident.cli.parameters import Arg, Opt, Parameter, Takes, parameters_of, quick_parse
from netfin_incident.cli.parsing import parse
from netfin_incident.cli.table import COMMANDS
from netfin_incident.domain.text import Text
from netfin_incident.errors import UsageError

NO_HELP = Text("", "")


def sample(
    call: object,
    incident: INCIDENT,
    text: TEXT,
    *,
    needed: Annotated[str, Opt("--needed", NO_HELP, "X")],
    many: Annotated[tuple[str, ...], Opt("--many", NO_HELP, "X")] = (),
    flag: Annotated[bool, Opt("--flag", NO_HELP)] = False,
    kind: Annotated[str, Opt("--kind", NO_HELP, "KIND")] = "note",
    maybe: Annotated[str | None, Opt("--maybe", NO_HELP, "X")] = None,
) -> None:
    """What the tests below give words to."""


SAMPLE = parameters_of(sample)
NOTE = COMMANDS["note"].parameters(COMMANDS["note"].function())
WORDS = st.sampled_from(
    [
        "42", "text", "", "-", "--", "--at", "--at=-5m", "-15m", "--json", "--json=1", "--as", "li",
        "--kind", "--kind=todo", "--db=x", "--needed", "--needed=1", "--many=1", "--flag", "--maybe=",
        "--unknown", "--help", "-h", "=", "--=", "--text", "中文", "--no-json",
    ]
)  # fmt: skip


def fully_parsed(parameters: tuple[Parameter, ...], words: list[str]) -> object:
    try:
        return parse("sample", parameters, words)
    except UsageError as refused:
        return refused.slug


def test_a_parameter_says_how_often_it_may_be_given_and_whether_it_must() -> None:
    by_name = {one.name: one for one in SAMPLE}
    assert list(by_name) == ["incident", "text", "needed", "many", "flag", "kind", "maybe"]
    assert [one.required for one in SAMPLE] == [True, True, True, False, False, False, False]
    assert by_name["many"].takes is Takes.MANY
    assert by_name["flag"].takes is Takes.FLAG
    assert isinstance(by_name["text"].form, Arg)
    assert by_name["kind"].default == "note"


@pytest.mark.parametrize(
    "words",
    [
        ["42", "text"], ["42", "text", "--at", "-15m"], ["--json", "42", "--as=li", "text"],
        ["42", "-", "--db", "x"], ["42", "", "--break-glass", "--json"],
    ],
)  # fmt: skip
def test_a_plain_form_is_read_at_once_and_as_the_full_parser_reads_it(words: list[str]) -> None:
    assert quick_parse(NOTE, words) == fully_parsed(NOTE, words)


@pytest.mark.parametrize(
    "words",
    [
        ["42"], ["42", "text", "more"], ["42", "text", "--at"], ["42", "--", "text"],
        ["42", "text", "--json=1"], ["42", "text", "-x"], ["42", "text", "--unknown", "1"], [],
    ],
)  # fmt: skip
def test_anything_unusual_is_left_to_the_full_parser(words: list[str]) -> None:
    assert quick_parse(NOTE, words) is None


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=7), st.sampled_from([NOTE, SAMPLE]))
def test_both_parsers_agree_wherever_the_quick_one_answers(
    words: list[str], parameters: tuple[Parameter, ...]
) -> None:
    quick = quick_parse(parameters, words)
    assert quick is None or quick == fully_parsed(parameters, words)


def test_an_option_given_twice_counts_as_given_last() -> None:
    words = ["--db=a", "42", "text", "--db", "b"]
    quick = quick_parse(NOTE, words)
    assert quick is not None
    assert quick["db"] == "b"
    assert quick == fully_parsed(NOTE, words)


def test_an_option_for_several_values_keeps_them_in_order() -> None:
    given_twice = ["42", "text", "--needed=1", "--many", "b", "--many=a"]
    assert parse("sample", SAMPLE, given_twice)["many"] == ("b", "a")
    assert parse("sample", SAMPLE, ["42", "text", "--needed=1"])["many"] == ()


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        (["42"], "argument-missing"), (["42", "text"], "argument-missing"),
        (["42", "text", "--needed=1", "more"], "arguments-left-over"),
        (["42", "text", "--neded=1"], "switch-unknown"), (["42", "text", "--needed"], "option-without-value"),
        (["42", "text", "--needed=1", "--flag=1"], "option-takes-no-value"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(words: list[str], slug: str) -> None:
    assert fully_parsed(SAMPLE, words) == slug


def test_a_word_that_looks_like_an_option_is_named_whole() -> None:
    with pytest.raises(UsageError) as refused:
        parse("note", NOTE, ["42", "-15m"])
    assert refused.value.values["given"] == "-15m"


def test_no_command_has_an_option_of_its_own_under_a_common_name() -> None:
    common = {one.name for one in (*EVERYWHERE, *ACTING)}
    for command in COMMANDS.values():
        own = [one.name for one in parameters_of(command.function())]
        assert common & set(own) == set(), command.name
        typed = [one.typed for one in command.parameters(command.function())]
        assert len(typed) == len(set(typed)), command.name
