"""Making any text literal in Markdown (CommonMark and the GitHub tables and autolinks)."""

import re
from typing import Final

from markupsafe import Markup

from netfin_incident.domain.text import clean

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|~&#@$])")
_START: Final = re.compile(r"^(?:([-+])(?=\s|$)|([-=])(?=\2*$)|([0-9]+)([.)])(?=\s|$))")
_AUTOLINK: Final = re.compile(r"(?i)(?:(?<=:)/(?=/))|(?:(?<=www)\.)")


def literal(text: object) -> Markup:
    """`text` so that a Markdown reader sees exactly it, on one line; line ends become breaks."""
    lines = [_literal_line(line) for line in clean(str(text)).strip().split("\n")]
    return Markup("<br>".join(lines))  # noqa: S704 - every special character was escaped


def _literal_line(line: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", line.replace("\t", " ").strip())
    escaped = _AUTOLINK.sub(lambda found: "\\" + found[0], escaped)
    return _START.sub(_literal_start, escaped)


def _literal_start(found: re.Match[str]) -> str:
    bullet, rule, number, mark = found.groups()
    return f"{number}\\{mark}" if number else f"\\{bullet or rule}"
