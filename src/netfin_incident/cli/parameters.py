"""What a command takes, said once: the parser, the help and the tests all read it from here.

A parameter of a command's function is annotated with an `Arg` or an `Opt`.  Its type says the rest:
`bool` is a flag, `tuple[str, ...]` may be given several times, anything else is one text, and a
default makes it optional.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, get_args, get_type_hints

from netfin_incident.domain.text import Text


@dataclass(frozen=True, slots=True)
class Arg:
    """An argument, known by its place."""

    metavar: str
    help: Text
    prose: bool = False
    """Whether `-` means: read it from standard input."""


@dataclass(frozen=True, slots=True)
class Opt:
    """An option, known by its name."""

    name: str
    help: Text
    metavar: str = ""
    """What its value is called; empty for a flag."""
    prose: bool = False


class Takes(Enum):
    """How often a parameter may be given, and whether with a value."""

    ONE = "one"
    MANY = "many"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument or option of a command."""

    name: str
    form: Arg | Opt
    takes: Takes
    required: bool
    default: Any = None

    @property
    def typed(self) -> str:
        """What people call it: `--at`, or `ID`."""
        return self.form.name if isinstance(self.form, Opt) else self.form.metavar


def parameters_of(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """What `function` takes from the command line, in its order."""
    hints = get_type_hints(function, include_extras=True)
    found: list[Parameter] = []
    for name, parameter in inspect.signature(function).parameters.items():
        kind, *extras = get_args(hints[name]) or (hints[name],)
        form = next((extra for extra in extras if isinstance(extra, Arg | Opt)), None)
        if form is not None:
            required = parameter.default is inspect.Parameter.empty
            default = None if required else parameter.default
            found.append(Parameter(name, form, _takes(kind), required, default))
    return tuple(found)


def quick_parse(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any] | None:
    """The values that `words` give in their plain form; None where anything is out of the ordinary.

    It must agree with the full parser wherever it answers, and leave the rest to that one.
    """
    options = {one.form.name: one for one in parameters if isinstance(one.form, Opt)}
    arguments = [one for one in parameters if isinstance(one.form, Arg)]
    given: dict[str, Any] = {}
    placed: list[str] = []
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        if word == "-" or not word.startswith("-"):
            placed.append(word)
            continue
        name, equals, value = word.partition("=")
        option = options.get(name)
        if option is None or option.takes is Takes.MANY:
            return None
        if option.takes is Takes.FLAG:
            if equals:
                return None
            given[option.name] = True
            continue
        if not equals and not waiting:
            return None
        given[option.name] = value if equals else waiting.pop()
    if len(placed) != len(arguments) or any(one.takes is not Takes.ONE for one in arguments):
        return None
    given |= {one.name: word for one, word in zip(arguments, placed, strict=True)}
    return None if _lacks(parameters, given) else {**defaults(parameters), **given}


def defaults(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """What holds where nothing is given."""
    return {one.name: one.default for one in parameters}


def _lacks(parameters: Sequence[Parameter], given: Mapping[str, Any]) -> bool:
    return any(one.required and one.name not in given for one in parameters)


def _takes(kind: Any) -> Takes:
    return _TAKES.get(kind, Takes.ONE)


_TAKES: Final[Mapping[Any, Takes]] = {bool: Takes.FLAG, tuple[str, ...]: Takes.MANY}
