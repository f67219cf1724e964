"""Command lines that a step may run: filled as argument lists, and held against what is allowed.

A value never becomes more than one argument, and never an option.  What may run is decided by the
list that the firm keeps on this machine, not by the playbook: the program is one that the list
names by its absolute path, every argument fits a pattern, and both agree on the risk.
"""

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Final

from netfin_incident.domain.playbook import PLACE, CommandPlan
from netfin_incident.domain.records import dataclass
from netfin_incident.domain.text import Text, has_lone_surrogate
from netfin_incident.errors import CommandRefused

RISKS: Final = ("read", "change", "destroy")
"""What a command may do, from the least."""
REST: Final = "**"
"""At the end of an allowed command: any number of further arguments."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class AllowedCommand:
    """Commands that may run on this machine."""

    run: tuple[str, ...]
    """The program's absolute path, then a pattern for each argument; `**` at the end for any."""
    risk: str
    """read, change or destroy."""
    note: Text | None = None
    """What it is for."""


def fill(plan: CommandPlan, values: Mapping[str, str]) -> tuple[str, ...]:
    """The program and its arguments, with the value of each variable in its place.

    Raises:
        CommandRefused: a variable has no value, or one that cannot be part of an argument; or the
            program itself would come from a variable.
    """
    program, *arguments = plan.run
    if PLACE.search(program):
        raise CommandRefused("command-program-varies", program=program)
    return (program, *(_filled(argument, values) for argument in arguments))


def allowed_argv(
    argv: tuple[str, ...], risk: str, allowed: Iterable[AllowedCommand]
) -> tuple[str, ...]:
    """What to run for `argv`: the same, with the program as the list of allowed commands names it.

    Raises:
        CommandRefused: nothing in the list allows it, or only as a command of another risk.
    """
    fitting = [one for one in allowed if _fits(argv, one.run)]
    for one in fitting:
        if one.risk == risk:
            return (one.run[0], *argv[1:])
    if fitting:
        raise CommandRefused("command-risk-differs", given=risk, allowed=fitting[0].risk)
    raise CommandRefused("command-not-allowed", command=" ".join(argv))


def _filled(argument: str, values: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        name = found[1]
        given = values.get(name, "")
        if not given.strip():
            raise CommandRefused("command-variable-unset", variable=name)
        if given.startswith("-") and found.start() == 0:
            raise CommandRefused("command-value-option", variable=name, value=given)
        if ".." in given.split("/"):
            raise CommandRefused("command-value-path", variable=name, value=given)
        if _CONTROL.search(given) or has_lone_surrogate(given):
            raise CommandRefused("command-value-control", variable=name, value=given)
        return given

    return PLACE.sub(value, argument)


def _fits(argv: tuple[str, ...], allowed: tuple[str, ...]) -> bool:
    """Whether `argv` is one of the commands that `allowed` stands for."""
    program, *patterns = allowed
    given, *arguments = argv
    if given not in {program, program.rpartition("/")[2]}:
        return False
    if patterns[-1:] == [REST]:
        patterns.pop()
        arguments = arguments[: len(patterns)]
    return len(arguments) == len(patterns) and all(map(_fits_one, arguments, patterns))


def _fits_one(argument: str, pattern: str) -> bool:
    """Whether `argument` fits; a wildcard stands for no option, and in a path for one part of it."""
    if argument.startswith("-") and not pattern.startswith("-"):
        return False
    if "/" not in pattern:
        return fnmatchcase(argument, pattern)
    parts, wanted = argument.split("/"), pattern.split("/")
    return ".." not in parts and len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))
