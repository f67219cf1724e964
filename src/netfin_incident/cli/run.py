"""The outermost frame: finds the command, runs it, and turns whatever happens into an exit code."""

import os
import sys
from collections.abc import Sequence
from typing import Any, Final

from netfin_incident import __version__
from netfin_incident.cli.finding import Found, find
from netfin_incident.cli.output import AnswerLost, Output, keep_standard_streams_apart, silence
from netfin_incident.cli.table import PROGRAM
from netfin_incident.config.values import system_language
from netfin_incident.domain.text import Text
from netfin_incident.errors import NetfinError, UsageError
from netfin_incident.wording.command_answers import INTERRUPTED
from netfin_incident.wording.language import Language, find_language

ANSWER_LOST: Final = 7
"""What was asked is done, but the answer reached nobody: trying again would do it twice."""
READER_LEFT: Final = 128 + 13
"""As a shell reports a program that was stopped by SIGPIPE."""
STOPPED: Final = 128 + 2
"""As a shell reports one that was stopped by SIGINT."""


def run(argv: Sequence[str]) -> int:
    """Do what the words of the command line ask for; the exit code."""
    keep_standard_streams_apart()
    output = Output(first_language(argv))
    try:
        return _answered(argv, output)
    except KeyboardInterrupt:
        output.tell(INTERRUPTED)
        return STOPPED
    except Exception as fault:  # noqa: BLE001 - the outermost frame: a fault is recorded, not shown
        from netfin_incident.cli.faults import report_fault

        return report_fault(fault, output)


def _answered(argv: Sequence[str], output: Output) -> int:
    try:
        code = _dispatch(find(argv), output)
        output.finish()
    except NetfinError as refused:
        output.refuse(refused)
        return refused.exit_code
    except AnswerLost as lost:
        silence()
        if lost.reader_left:
            return READER_LEFT
        output.refuse(UsageError("answer-lost", reason=lost.reason))
        return ANSWER_LOST
    return code


def first_language(argv: Sequence[str]) -> Language:
    """The reader's language as far as it can be known before the settings are read."""
    typed = ""
    for place, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang":
            typed = "".join(argv[place + 1 : place + 2])
        elif word.startswith("--lang="):
            typed = word.partition("=")[2]
    found = find_language(typed) or find_language(os.environ.get("NETFIN_LANG", ""))
    return found or system_language(os.environ).value


def _dispatch(found: Found, output: Output) -> int:
    if found.version:
        output.data(f"{PROGRAM} {__version__}")
        return 0
    if found.help_on is not None:
        from netfin_incident.cli.helping import help_on

        help_on(found.help_on, output)
        return 0
    if found.command is None:
        return _open_terminal(found.words, output)
    from netfin_incident.cli.execution import execute

    return execute(found.command, found.words, output)


def _open_terminal(words: Sequence[str], output: Output) -> int:
    require_terminal()
    from netfin_incident.bootstrap import Acting, Session
    from netfin_incident.cli.asked import EVERYWHERE, WHO, Everywhere, picked

    asked = (*EVERYWHERE, WHO)
    values: dict[str, Any] = {one.name: one.default for one in asked}
    if words:  # Typer is not worth its import where there is nothing to read
        from netfin_incident.cli.parsing import parse

        values = parse("", asked, words)
    session = Session(Everywhere(**picked(values, EVERYWHERE)).given)
    output.language = session.language
    from netfin_incident.tui.app import run as run_terminal

    def demo() -> tuple[Session, Text]:
        from netfin_incident.cli.commands.demo import scratch

        return scratch(session)

    return run_terminal(session, acting=Acting(values["as_person"] or ""), demo=demo)


def require_terminal() -> None:
    """Check that a terminal can open here.

    Raises:
        UsageError: it cannot.
    """
    streams = (sys.stdin, sys.stdout)
    attached = all(stream is not None and stream.isatty() for stream in streams)
    if not attached or os.environ.get("TERM", "dumb") in ("", "dumb"):
        raise UsageError("no-terminal")
