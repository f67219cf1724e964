"""Aligned columns of plain text, with wide characters counted as the two cells they take."""

import shutil
import unicodedata
from collections.abc import Sequence
from typing import Final

from netfin_incident.domain.text import clean_line

_GAP: Final = "  "
_INVISIBLE: Final = ("Mn", "Me", "Cf")


def width(text: str) -> int:
    """How many terminal cells a line of `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def pad(text: str, cells: int) -> str:
    """`text` filled up with blanks to `cells`."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """`text`, shortened to `cells` with an ellipsis where it is longer."""
    if width(text) <= cells:
        return text
    taken, used = "", 0
    for character in text:
        used += _cells(character)
        if used > cells - 1:
            break
        taken += character
    return taken + "…"


def aligned(rows: Sequence[Sequence[str]], indent: str = "") -> list[str]:
    """The rows with every column but the last as wide as its widest cell."""
    cleaned = [[clean_line(cell) for cell in row] for row in rows]
    widths: list[int] = []
    for row in cleaned:
        for place, cell in enumerate(row[:-1]):
            if place == len(widths):
                widths.append(0)
            widths[place] = max(widths[place], width(cell))
    return [
        (indent + _GAP.join([*map(pad, row[:-1], widths), row[-1]])).rstrip()
        for row in cleaned
        if row
    ]


def wrapped(text: str, cells: int, indent: str) -> list[str]:
    """`text` on lines of at most `cells`, broken at blanks or between wide characters."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and width(line) + width(word.rstrip()) > cells - width(indent):
            lines.append(indent + line.rstrip())
            line = ""
        line += word if line else word.lstrip()
    return [*lines, indent + line.rstrip()] if line.strip() else lines


def terminal_width(most: int = 100) -> int:
    """How wide the terminal is, within what reads well."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, most))


def _words(text: str) -> list[str]:
    """Pieces that must stay together, each with the blank after it."""
    pieces: list[str] = []
    for word in text.split(" "):
        piece = ""
        for character in word:
            if _cells(character) == 2 and piece and character not in _NEVER_FIRST:  # noqa: PLR2004 - wide
                pieces.append(piece)
                piece = ""
            piece += character
        pieces.append(piece + " ")
    return pieces


_NEVER_FIRST: Final = "，。、；：？！）》”’…"


def _cells(character: str) -> int:
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
