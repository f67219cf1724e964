"""Help in the reader's language: on the whole program, on a noun, on one command."""

from collections.abc import Iterable

from netfin_incident.cli.asked import ACTING, EVERYWHERE
from netfin_incident.cli.columns import pad, terminal_width, width, wrapped
from netfin_incident.cli.output import Output
from netfin_incident.cli.parameters import Arg, Parameter, Takes
from netfin_incident.cli.table import COMMANDS, PROGRAM, Command, words_under
from netfin_incident.domain.text import Text
from netfin_incident.wording import command_summaries as said
from netfin_incident.wording.language import say

_INDENT = "  "


def help_on(name: str, output: Output) -> None:
    """Print the help on a command or noun; on the whole program where `name` is empty."""
    if not name:
        _on_program(output)
    elif name in COMMANDS:
        _on_command(COMMANDS[name], output)
    else:
        _on_noun(name, output)


def _on_program(output: Output) -> None:
    language = output.language
    _usage(output, f"{PROGRAM} [{say(said.OPTIONS, language)}] {say(said.COMMAND, language)} …")
    output.data(say(said.HEADLINE, language))
    output.data(say(said.WITHOUT_ARGUMENTS, language))
    sections: dict[str, list[tuple[str, str]]] = {}
    for name, command in COMMANDS.items():
        rows = sections.setdefault(say(command.section, language), [])
        rows.append((name, say(command.summary, language)))
    _sections(output, sections)
    _parameters(output, said.SHARED_HEAD, EVERYWHERE)
    output.data()
    output.data(say(said.MORE, language))


def _on_noun(noun: str, output: Output) -> None:
    language = output.language
    _usage(output, f"{PROGRAM} {noun} {say(said.COMMAND, language)} …")
    rows = [(word, say(one.summary, language)) for word, one in words_under(noun).items()]
    _sections(output, {say(said.NOUNS[noun], language): rows})


def _on_command(command: Command, output: Output) -> None:
    language = output.language
    parameters = command.parameters(command.function())
    own = [one for one in parameters if one not in (*ACTING, *EVERYWHERE)]
    arguments = [one for one in own if isinstance(one.form, Arg)]
    places = " ".join(_placed(one) for one in arguments)
    _usage(output, f"{PROGRAM} {command.name} {places} [{say(said.OPTIONS, language)}]")
    output.data(say(command.summary, language))
    _parameters(output, said.ARGUMENTS_HEAD, arguments)
    _parameters(output, said.OPTIONS_HEAD, [one for one in own if one not in arguments])
    _parameters(output, said.ACTING_HEAD, ACTING if command.writes else ())
    _parameters(output, said.SHARED_HEAD, EVERYWHERE)
    output.data()
    output.data(f"{say(said.EXAMPLE, language)}: {PROGRAM} {command.name} {command.example}")


def _usage(output: Output, line: str) -> None:
    output.data(f"{say(said.USAGE, output.language)}: {line.replace('  ', ' ')}")
    output.data()


def _placed(argument: Parameter) -> str:
    shown = argument.typed + ("…" if argument.takes is Takes.MANY else "")
    return shown if argument.required else f"[{shown}]"


def _parameters(output: Output, head: Text, parameters: Iterable[Parameter]) -> None:
    rows = [
        (
            f"{one.typed} {getattr(one.form, 'metavar', '')}".strip(),
            say(one.form.help, output.language),
        )
        if not isinstance(one.form, Arg)
        else (one.typed, say(one.form.help, output.language))
        for one in parameters
    ]
    if rows:
        _sections(output, {say(head, output.language): rows})


def _sections(output: Output, sections: dict[str, list[tuple[str, str]]]) -> None:
    for head, rows in sections.items():
        output.data()
        output.data(f"{head}:")
        left = max(width(name) for name, _ in rows) + 2
        for name, help_text in rows:
            lines = wrapped(help_text, terminal_width(), " " * (len(_INDENT) + left))
            first = lines[0].lstrip() if lines else ""
            output.data(f"{_INDENT}{pad(name, left)}{first}")
            for line in lines[1:]:
                output.data(line)
