"""Reading what was typed for a command, and carrying the command out.

Plain forms of the commands that scripts call often are read without the full parser; both ways end
in the same call of the same function.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from netfin_incident.bootstrap import Session
from netfin_incident.cli.asked import ACTING, EVERYWHERE, Everywhere, Who, picked
from netfin_incident.cli.call import Call
from netfin_incident.cli.output import Output
from netfin_incident.cli.parameters import Parameter, quick_parse
from netfin_incident.cli.standard_input import read_standard_input
from netfin_incident.cli.table import HOT, Command
from netfin_incident.domain.text import clean
from netfin_incident.errors import UsageError
from netfin_incident.wording.command_answers import CONTROLS_LEFT_OUT


def execute(command: Command, words: Sequence[str], output: Output) -> int:
    """Carry out `command` with the `words` typed for it; the exit code.

    Raises:
        NetfinError: it cannot be done, in the words of its error.
    """
    function = command.function()
    parameters = command.parameters(function)
    values = quick_parse(parameters, words) if command.name in HOT else None
    if values is None:
        from netfin_incident.cli.parsing import parse

        values = parse(command.name, parameters, words)
    return carry_out(function, parameters, values, output)


def carry_out(
    function: Callable[..., int | None],
    parameters: Sequence[Parameter],
    values: dict[str, Any],
    output: Output,
) -> int:
    """Call a command's function with what was read; the exit code.

    Raises:
        NetfinError: it cannot be done, in the words of its error.
    """
    everywhere = Everywhere(**picked(values, EVERYWHERE))
    session = Session(everywhere.given)
    output.language = session.language
    _read_texts(parameters, values, output)
    writes = ACTING[0].name in values
    who = Who(**picked(values, ACTING)) if writes else Who()
    return function(Call(session, everywhere, who, output), **values) or 0


def _read_texts(parameters: Sequence[Parameter], values: dict[str, Any], output: Output) -> None:
    """Put in what stands on standard input for `-`, and say when a text holds what will be cut."""
    prose = [one for one in parameters if one.form.prose and values.get(one.name) is not None]
    asking = [one for one in prose if values[one.name] == "-"]
    if len(asking) > 1:
        raise UsageError("input-twice", options=tuple(one.typed for one in asking))
    for one in asking:
        values[one.name] = read_standard_input()
    for one in prose:
        if not values[one.name].isascii() or not values[one.name].isprintable():
            _tell_of_controls(values[one.name], output)


def _tell_of_controls(text: str, output: Output) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if clean(plain) != unicodedata.normalize("NFC", plain):
        output.tell(CONTROLS_LEFT_OUT)
