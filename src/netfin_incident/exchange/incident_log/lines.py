"""The lines of a Markdown file, each with its kind: heading, list item, table row, code, text.

Only what an incident log needs is told apart.  Nothing is dropped: what is not understood is text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from netfin_incident.domain.text import clean


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    META = auto()
    """A line of front matter."""
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    HEADER = auto()
    """The first row of a table that has a line of dashes under it."""
    CODE = auto()
    """A line of a fenced block, fences included."""
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the marks that say what it is."""

    number: int
    """From 1."""
    kind: Kind
    text: str
    indent: int = 0
    """Columns before the mark or the text."""
    level: int = 0
    """Of a heading, from 1."""


_FRONT: Final = ("---", "+++")
_FIELD: Final = re.compile(
    r"""^(?:["']?[^\W\d][\w .-]{0,60}["']?\s*(?::(?:\s|$)|=)|\s+\S|\s*$|-\s|#(?!#))"""
)
_FENCE: Final = re.compile(r"^(?P<indent>\s*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING: Final = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?:\s(?P<text>.*))?$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(?:={3,}|-{3,})\s*$")
_RULE: Final = re.compile(r"^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$")
_QUOTE: Final = re.compile(r"^(?:\s{0,3}>\s?)+")
_ITEM: Final = re.compile(
    r"^(?P<indent>\s*)(?:[-*+\u2010-\u2015\u2022\u2023\u2043\u25aa\u25cf\u25e6\u00b7]\s+"
    r"|[-\u2010-\u2015\u2022\u25cf\u00b7](?=[0-9*\[])|[0-9]{1,3}[.)]\s+)"
    r"(?:\[[ xX]\]\s+)?(?P<text>.*)$",
)
_CELLS: Final = re.compile(r"(?<!\\)\|")


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text`, cleaned, in order, one for each line of the file."""
    raw = clean(text.removeprefix("\ufeff")).split("\n")
    start = _front_matter_ends(raw)
    front = [
        Line(number, Kind.META if line.strip() not in _FRONT else Kind.BLANK, line.strip())
        for number, line in enumerate(raw[:start], 1)
    ]
    return (*front, *_tables(_underlined(_body(raw, start))))


def _front_matter_ends(raw: Sequence[str]) -> int:
    """The number of lines that front matter takes; text between two rules is none."""
    mark = raw[0].strip()
    if mark not in _FRONT:
        return 0
    for index, line in enumerate(raw[1:], 1):
        if line.strip() == mark:
            return index + 1
        if not _FIELD.match(line):
            return 0
    return 0


def _body(raw: Sequence[str], start: int) -> Iterator[Line]:
    bare = [_unquoted(line) for line in raw]
    fences = _fenced(bare, start)
    for index in range(start, len(raw)):
        if index in fences:
            indent = len(bare[index]) - len(bare[index].lstrip())
            yield Line(index + 1, Kind.CODE, bare[index], indent)
        else:
            yield _line(index + 1, bare[index].expandtabs(4))


def _unquoted(raw: str) -> str:
    quote = _QUOTE.match(raw)
    return raw[quote.end() :] if quote else raw


def _fenced(raw: Sequence[str], start: int) -> set[int]:
    """The lines of closed code blocks; a fence that is never closed is only text."""
    found: set[int] = set()
    unclosed: dict[str, int] = {}
    index = start
    while index < len(raw):
        fence = _FENCE.match(raw[index])
        if fence:
            mark = fence["fence"]
            # Once a fence has no end, none as long has one further down.
            is_hopeless = len(mark) >= unclosed.get(mark[0], len(mark) + 1)
            end = -1 if is_hopeless else _closing(raw, index + 1, mark)
            if end < 0:
                unclosed[mark[0]] = min(len(mark), unclosed.get(mark[0], len(mark)))
            found.update(range(index, end + 1))
            index = max(index, end)
        index += 1
    return found


def _closing(raw: Sequence[str], start: int, fence: str) -> int:
    for index in range(start, len(raw)):
        line = raw[index].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return index
    return -1


def _line(number: int, raw: str) -> Line:
    if not raw.strip():
        return Line(number, Kind.BLANK, "")
    heading = _HEADING.match(raw)
    if heading:
        title = (heading["text"] or "").strip().rstrip("#").rstrip()
        return Line(number, Kind.HEADING, title, -1, len(heading["marks"]))
    indent = len(raw) - len(raw.lstrip())
    if _RULE.match(raw):
        return Line(number, Kind.BLANK, raw.strip(), indent)
    if raw.lstrip().startswith("|") or _is_dashes(raw):
        return Line(number, Kind.ROW, raw.strip(), indent)
    item = _ITEM.match(raw)
    if item:
        return Line(number, Kind.ITEM, item["text"].strip(), len(item["indent"]))
    return Line(number, Kind.TEXT, raw.strip(), indent)


def _is_dashes(text: str) -> bool:
    """Whether it is the line of dashes under a table's header."""
    return "|" in text and "--" in text and not set(text) - set("|:- ")


def _underlined(lines: Iterator[Line]) -> Iterator[Line]:
    """Turn a text line with a line of `===` or `---` under it into a heading."""
    held: Line | None = None
    for line in lines:
        is_underline = line.kind in {Kind.BLANK, Kind.TEXT, Kind.ROW} and _UNDERLINE.match(
            line.text
        )
        if held and is_underline:
            level = 1 if line.text.startswith("=") else 2
            yield replace(held, kind=Kind.HEADING, indent=-1, level=level)
            yield replace(line, kind=Kind.BLANK, text="")
            held = None
            continue
        if held:
            yield held
        held = line if line.kind is Kind.TEXT and not line.indent else None
        if held is None:
            yield line
    if held:
        yield held


def _tables(lines: Iterator[Line]) -> Iterator[Line]:
    """Join the cells of rows, mark header rows, and blank the lines of dashes."""
    held: Line | None = None
    inside = False
    for line in lines:
        is_dashes = line.kind is Kind.ROW and _is_dashes(line.text)
        if held:
            is_header = is_dashes and "|" in held.text
            inside = is_header or (inside and "|" in held.text) or held.kind is Kind.ROW
            yield _row(held, Kind.HEADER if is_header else Kind.ROW) if inside else held
        held = None
        if is_dashes:
            yield replace(line, kind=Kind.BLANK, text="")
        elif line.kind in {Kind.ROW, Kind.TEXT}:
            held = line
        else:
            inside = False
            yield line
    if held:
        is_row = held.kind is Kind.ROW or (inside and "|" in held.text)
        yield _row(held, Kind.ROW) if is_row else held


def _row(line: Line, kind: Kind) -> Line:
    cells = [cell.strip() for cell in _CELLS.split(line.text)]
    return replace(line, kind=kind, text=" | ".join(cell for cell in cells if cell))
