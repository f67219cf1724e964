"""The full parser: Typer reads what was typed, by what the command says it takes.

Typer's own refusals come out in this program's words.
"""

import inspect
import re
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer
from typer.main import get_command

from netfin_incident.cli.parameters import Arg, Parameter, Takes
from netfin_incident.cli.table import PROGRAM
from netfin_incident.domain.nearest import nearest
from netfin_incident.errors import UsageError


def parse(
    name: str, parameters: Sequence[Parameter], words: Sequence[str]
) -> dict[str, Any]:  # fmt: skip
    """The values that `words` give to the command called `name`.

    Raises:
        UsageError: they do not fit what the command takes.
    """
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name, add_help_option=False)(_taking(parameters))
    parser = get_command(app)
    try:
        given = parser.main(list(words), f"{PROGRAM} {name}".rstrip(), standalone_mode=False)
    except typer.TyperException as refused:
        raise _in_our_words(refused, f"{PROGRAM} {name}".rstrip(), parameters, words) from None
    many = {one.name for one in parameters if one.takes is Takes.MANY}
    return {key: tuple(value or ()) if key in many else value for key, value in given.items()}


def _taking(parameters: Sequence[Parameter]) -> Any:
    """A function with these parameters, as Typer wants to see them; it answers what it is given."""

    def answer(**given: object) -> dict[str, object]:
        return given

    seen = [
        inspect.Parameter(
            one.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if one.required else _default(one),
            annotation=_annotation(one),
        )
        for one in parameters
    ]
    answer.__signature__ = inspect.Signature(seen)  # type: ignore[attr-defined]
    return answer


def _default(parameter: Parameter) -> Any:
    return None if parameter.takes is Takes.MANY else parameter.default


def _annotation(parameter: Parameter) -> Any:
    if isinstance(parameter.form, Arg):
        extra: Any = typer.Argument(metavar=parameter.form.metavar)
    else:
        extra = typer.Option(parameter.form.name, metavar=parameter.form.metavar or None)
    match parameter.takes:
        case Takes.FLAG:
            return Annotated[bool, extra]
        case Takes.MANY:
            return Annotated[list[str] | None, extra]
        case Takes.ONE if parameter.required or parameter.default is not None:
            return Annotated[str, extra]
        case Takes.ONE:
            return Annotated[str | None, extra]


def _in_our_words(
    refused: Exception, command: str, parameters: Sequence[Parameter], words: Sequence[str]
) -> UsageError:
    option = str(getattr(refused, "option_name", ""))
    match type(refused).__name__:
        case "NoSuchOption":
            given = _whole(option, words)
            known = [one.typed for one in parameters if one.typed.startswith("-")]
            return UsageError(
                "switch-unknown", given=given, command=command, nearest=nearest(given, known)
            )
        case "BadOptionUsage" if _takes(option, parameters) is Takes.FLAG:
            return UsageError("option-takes-no-value", option=option)
        case "BadOptionUsage":
            return UsageError("option-without-value", option=option)
        case "MissingParameter":
            missing = getattr(getattr(refused, "param", None), "name", "")
            typed = next((one.typed for one in parameters if one.name == missing), missing)
            return UsageError("argument-missing", argument=typed, command=command)
        case _:
            left = _LEFT_OVER.fullmatch(str(refused))
            return UsageError("arguments-left-over", command=command, given=left[1] if left else "")


def _whole(option: str, words: Sequence[str]) -> str:
    """The word that `option` is the beginning of: `-15m` for `-1`."""
    if option.startswith("--"):
        return option
    return next((word for word in words if word.startswith(option[:2])), option)


def _takes(option: str, parameters: Sequence[Parameter]) -> Takes | None:
    return next((one.takes for one in parameters if one.typed == option), None)


_LEFT_OVER: Final = re.compile(r"[^(]*(?:\(s\))? \((.*)\)", re.DOTALL)
