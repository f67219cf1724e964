"""Every command that a sentence of the program tells people to type is one that can be typed."""

import re
from collections.abc import Iterator

import pytest

from meta.errors_page import CATALOGUES
from netfin_incident.cli.asked import ACTING, EVERYWHERE
from netfin_incident.cli.parameters import Arg
from netfin_incident.cli.table import COMMANDS, nouns
from netfin_incident.domain.incident.checklist import Obstacle, ObstacleKind
from netfin_incident.domain.text import Text
from netfin_incident.wording import (
    adopting,
    calling_answers,
    clock_answers,
    command_answers,
    firm_answers,
    notify_answers,
    roster_answers,
)
from netfin_incident.wording.obstacles import obstacle_sentence

CALLED = re.compile(r"netfin-incident ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)([^;；。，,]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
COMMON = {one.typed for one in (*EVERYWHERE, *ACTING)} | {"--help", "--version"}


def sentences() -> Iterator[tuple[str, str]]:
    texts: list[tuple[str, Text]] = [
        (slug, text)
        for catalogue in CATALOGUES
        for slug, saying in catalogue.items()
        for text in (saying.what, saying.why, saying.hint)
    ]
    texts += [(kind.value, obstacle_sentence(Obstacle(kind, "x"))) for kind in ObstacleKind]
    answers = {
        **vars(command_answers),
        **vars(adopting),
        **vars(calling_answers),
        **vars(roster_answers),
        **vars(notify_answers),
        **vars(roster_answers),
        **vars(clock_answers),
        **vars(firm_answers),
    }
    texts += [(n, t) for n, t in answers.items() if isinstance(t, Text)]
    for name, text in texts:
        yield name, text.en
        yield name, text.zh


SAID = [(name, sentence) for name, sentence in sentences() if "netfin-incident " in sentence]


def command_named(words: str) -> str:
    """The command that the first one or two of `words` call; empty where they call none."""
    first = words.partition(" ")[0]
    return next((name for name in (words, first) if name in COMMANDS), "")


def options_of(name: str) -> set[str]:
    command = COMMANDS[name]
    return {one.typed for one in command.parameters(command.function())}


@pytest.mark.parametrize(
    "sentence",
    [sentence for _, sentence in SAID],
    ids=[f"{name} {number}" for number, (name, _) in enumerate(SAID)],
)
def test_what_a_sentence_says_to_type_can_be_typed(sentence: str) -> None:
    known = set(COMMON)
    for found in CALLED.finditer(sentence):
        called = command_named(found[1])
        if not called:
            assert found[1].split()[0] in nouns() or found[2].strip().startswith("--help"), sentence
            continue
        known |= options_of(called)
        assert {*OPTION.findall(found[2])} <= options_of(called) | COMMON, sentence
    assert {*OPTION.findall(sentence)} <= known, sentence


def test_arguments_are_given_in_their_order() -> None:
    orders = {
        "note": ["ID", "TEXT"],
        "step": ["ID", "STEP"],
        "evidence": ["ID", "NAME"],
        "correct": ["ID", "ENTRY"],
    }
    for name, order in orders.items():
        taken = COMMANDS[name].parameters(COMMANDS[name].function())
        assert [one.typed for one in taken if isinstance(one.form, Arg)] == order
