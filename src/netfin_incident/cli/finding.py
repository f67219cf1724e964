"""Which command the words of the command line call, and what is left for it to read.

Options that many commands take may stand before the name; they are moved behind it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netfin_incident.cli.asked import ACTING, EVERYWHERE
from netfin_incident.cli.parameters import Opt, Takes
from netfin_incident.cli.table import COMMANDS, PROGRAM, Command, nouns, words_under
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.text import has_lone_surrogate
from netfin_incident.errors import UsageError

HELP: Final = ("--help", "-h")

_ANYWHERE: Final[Mapping[str, Takes]] = {
    one.form.name: one.takes for one in (*EVERYWHERE, *ACTING) if isinstance(one.form, Opt)
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is asked for."""

    command: Command | None
    """None where no command was named: then it is the terminal, or help."""
    words: tuple[str, ...]
    """What is left to read: the options before the command, then all after it."""
    help_on: str | None = None
    """The command or noun that help is wanted on; empty for the whole program."""
    version: bool = False


def find(argv: Sequence[str]) -> Found:
    """What `argv` asks for.

    Raises:
        UsageError: there is no such command, or an argument is not text.
    """
    for number, word in enumerate(argv, 1):
        if has_lone_surrogate(word):
            raise UsageError("argument-not-text", given=word, number=number)
    before, rest = _leading((), argv)
    if not rest:
        return Found(None, before)
    word, *after = rest
    if word == "--version":
        return Found(None, before, version=True)
    if word in (*HELP, "help"):
        _, named = _leading((), after)
        return Found(None, before, help_on=_named(named))
    if after and f"{word} {after[0]}" in COMMANDS:
        return _called(COMMANDS[f"{word} {after[0]}"], before, after[1:])
    if word in nouns():
        return _under(word, before, after)
    if word not in COMMANDS:
        raise _unknown(word, [name for name in COMMANDS if " " not in name] + list(nouns()))
    return _called(COMMANDS[word], before, after)


def _under(noun: str, before: tuple[str, ...], words: Sequence[str]) -> Found:
    known = words_under(noun)
    before, rest = _leading(before, words)
    if not rest:
        raise UsageError("noun-alone", noun=noun, choices=tuple(known))
    word, *after = rest
    if word in HELP:
        return Found(None, before, help_on=noun)
    if word not in known:
        name = f"{noun} {word}"
        raise _unknown(name, [f"{noun} {one}" for one in known])
    return _called(known[word], before, after)


def _called(command: Command, before: tuple[str, ...], words: Sequence[str]) -> Found:
    own = words[: words.index("--")] if "--" in words else words
    if any(word in HELP for word in own):
        return Found(None, before, help_on=command.name)
    return Found(command, (*before, *words))


def _leading(
    before: tuple[str, ...], words: Sequence[str]
) -> tuple[tuple[str, ...], Sequence[str]]:
    """The options that may stand before a command, and what comes after them."""
    place = 0
    while place < len(words) and words[place].startswith("-") and words[place] != "-":
        word = words[place]
        takes = _ANYWHERE.get(word.partition("=")[0])
        if takes is None:
            if word in (*HELP, "--version"):
                break
            raise UsageError(
                "switch-unknown", given=_name(word), command=PROGRAM,
                nearest=nearest(_name(word), _ANYWHERE),
            )  # fmt: skip
        place += 1 if takes is Takes.FLAG or "=" in word else 2
        if place > len(words):
            raise UsageError("option-without-value", option=word)
    return (*before, *words[:place]), words[place:]


def _named(words: Sequence[str]) -> str:
    """The command or noun that `help WORDS` names; empty for the whole program."""
    name = " ".join(words[:2])
    if name in COMMANDS or name in nouns() or not name:
        return name
    if words[0] == "incident" and words[1] in words_under("incident"):
        return words[1]
    if words[0] in COMMANDS or words[0] in nouns():
        return words[0]
    raise _unknown(name, [*COMMANDS, *nouns()])


def _unknown(given: str, known: Sequence[str]) -> UsageError:
    return UsageError("command-unknown", given=given, nearest=nearest(given, known))


def _name(word: str) -> str:
    return word.partition("=")[0]
