"""Writing single values: plain where that reads back the same, else in quotation marks or a block."""

import io
import json
import re
import unicodedata
from typing import Any, Final

import yaml
from yaml.emitter import Emitter
from yaml.resolver import Resolver

from netfin_incident.library import values
from netfin_incident.library.shapes import Shape, Value, Words

WIDTH: Final = 100
"""Columns after which running text is broken and a list is no longer written on one line."""

_AS_IT_IS: Final = (values.argument, values.pattern, values.capture)
"""What takes its text with every blank in it."""
_TEXT: Final = "tag:yaml.org,2002:str"
_SPACES: Final = re.compile(r"\s\s|\t|\n")


def settled(text: str, shape: Shape) -> str:
    """`text` without the blanks that do not count in a value of that `shape`."""
    one = shape.one if isinstance(shape, Words) else shape
    convert = one.convert if isinstance(one, Value) else None
    if convert in _AS_IT_IS:
        return text
    if convert is values.passage:
        return text.strip()
    return " ".join(text.split())


def written(text: str, *, quoted: bool = False, in_flow: bool = False) -> str:
    """`text` on one line."""
    found = _analysis(text)
    plain = found.allow_flow_plain if in_flow else found.allow_block_plain
    if plain and not found.multiline and not (quoted and _is_typed(text)):
        return text
    if found.multiline or '"' not in text or not found.allow_single_quoted:
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def in_block(text: str, indent: str, used: int) -> tuple[str, list[str]] | None:
    """The sign and the lines of `text` as a block; None where it fits on one line or does not fold.

    `used` is how many columns stand before it on its line.
    """
    if "\n" in text:
        return "|", [f"{indent}{line}" if line else "" for line in text.split("\n")]
    if used + columns(text) <= WIDTH or _SPACES.search(text):
        return None
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(indent) + columns(joined) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = joined
    if any(len(indent) + columns(line) > WIDTH for line in lines):
        return None
    return ">-", [f"{indent}{line}" for line in lines]


def columns(text: str) -> int:
    """How many terminal columns a line of `text` takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _analysis(text: str) -> yaml.emitter.ScalarAnalysis:
    return Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(text)


def _is_typed(text: str) -> bool:
    """Whether other readers of YAML would take a plain `text` for a number, a flag or a date."""
    resolver: Any = Resolver()
    return bool(resolver.resolve(yaml.ScalarNode, text, (True, False)) != _TEXT)
