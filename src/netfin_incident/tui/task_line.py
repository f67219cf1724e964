"""A task in one line: `@wang restart gw 10m` is who, what, and within how long."""

import re
from typing import Final, NamedTuple

from netfin_incident.domain.moment import parse_duration
from netfin_incident.errors import UsageError

_WHO: Final = re.compile(r"(?:^|\s)[@＠](\S+)")


class TaskLine(NamedTuple):
    """The parts that were found; empty where one was not."""

    who: str
    what: str
    within: str


def parse_task_line(line: str) -> TaskLine:
    """The parts of `line`: the first word with an at-sign, the last word that is a length of time."""
    found = _WHO.search(line)
    who = found[1] if found else ""
    words = (line[: found.start()] + line[found.end() :] if found else line).split()
    within = ""
    if words and _is_duration(words[-1]):
        within = words.pop()
    return TaskLine(who, " ".join(words), within)


def _is_duration(word: str) -> bool:
    try:
        parse_duration(word)
    except UsageError:
        return False
    return True
