"""What the output of a command says: values to capture, and whether it is what was expected.

Only the beginning is searched, so that a playbook's expression cannot take for ever on a flood.
"""

import re
from collections.abc import Iterable
from typing import Final

from netfin_incident.domain.playbook import Capture
from netfin_incident.domain.text import clean, clean_line
from netfin_incident.runner.process import Ran

SEARCHED: Final = 64 * 1024
"""How many bytes of the output are searched."""


def readable(output: bytes) -> str:
    """The beginning of what a command wrote, as text that is safe to show and to search."""
    return clean(output[:SEARCHED].decode("utf-8", "replace"))


def captured(ran: Ran, captures: Iterable[Capture]) -> dict[str, str]:
    """The values found in the output, by variable; what was not found is left out.

    `^` and `$` stand for the begin and end of a line.
    """
    text = readable(ran.output)
    found = {}
    for capture in captures:
        match = re.search(capture.pattern, text, re.MULTILINE)
        value = clean_line(match[1] or "") if match else ""
        if value:
            found[capture.variable] = value
    return found


def met_expectation(ran: Ran, expect: str) -> bool:
    """Whether the run went as expected: in time, and with what `expect` looks for in its output.

    Where nothing is looked for, the program's own word counts: exit code 0.
    """
    if ran.timed_out:
        return False
    if not expect:
        return ran.exit_code == 0
    return re.search(expect, readable(ran.output), re.MULTILINE) is not None
