"""The one way in which text reaches the screen: cleaned again, measured in cells, never parsed.

A widget, a border title or a palette entry is given what `plain` or `styled` returns; a cell of a
line-drawing grid is given what `cell` or `fit` returns.  No other module makes either.
"""

import re
from typing import Final

from rich.cells import cell_len, chop_cells, split_graphemes
from textual.content import Content
from textual.style import Style

from netfin_incident.domain.text import clean

ELLIPSIS: Final = ".."
"""Two full stops: the one-character ellipsis is two cells wide in some Chinese terminals."""

LINE_END: Final = "⏎"
_WORDS: Final = re.compile(r"\S+\s*|\s+")
_ZERO_WIDTH_RUN: Final = 3
_LONGEST: Final = 4_000
"""Most characters of one cell that are looked at; no terminal shows as many."""


def safe(text: str) -> str:
    """`text` for a place of several lines: nothing in it can act on the terminal."""
    return clean(text).replace("\t", "    ")


def cell(text: str) -> str:
    """`text` for a place of one line: line ends are shown, stacked accents are cut short."""
    text = text[:_LONGEST]
    if text.isascii() and text.isprintable():
        return text
    text = clean(text).replace("\n", LINE_END).replace("\t", " ")
    return text if text.isascii() else _unstacked(text)


def plain(text: str) -> Content:
    """`text` as it is, for any widget."""
    return Content(safe(text))


def styled(*parts: str | tuple[str, str | Style]) -> Content:
    """Several texts in a row, each as it is or with a style."""
    made = [
        (safe(part), "") if isinstance(part, str) else (safe(part[0]), part[1]) for part in parts
    ]
    return Content.assemble(*made)


def width(text: str) -> int:
    """How many cells `text` takes."""
    return cell_len(text)


def shorten(text: str, cells: int) -> str:
    """`text` on one line in at most `cells` cells, with an ellipsis where it was cut."""
    text = cell(text)
    if cell_len(text) <= cells:
        return text
    room = cells - len(ELLIPSIS)
    if room <= 0:
        return ELLIPSIS[: max(cells, 0)]
    kept, used = 0, 0
    for _, end, size in split_graphemes(text)[0]:
        if used + size > room:
            break
        kept, used = end, used + size
    return text[:kept] + ELLIPSIS


def fit(text: str, cells: int, *, right: bool = False) -> str:
    """`text` on one line in exactly `cells` cells."""
    text = shorten(text, cells)
    blanks = " " * (cells - cell_len(text))
    return blanks + text if right else text + blanks


def folded(text: str, cells: int) -> list[str]:
    """`text` on lines of at most `cells` cells, broken between words where that is possible."""
    return [line for given in safe(text).splitlines() for line in _fold(given, cells)]


def wrapped(text: str, cells: int, lines: int) -> list[str]:
    """`folded`, on at most so many lines; the last one may end in an ellipsis."""
    made = folded(text, cells)
    if len(made) <= lines:
        return made
    return [*made[: lines - 1], shorten(" ".join(made[lines - 1 :]), cells)]


def _fold(line: str, cells: int) -> list[str]:
    if cell_len(line) <= cells:
        return [line]
    made, here, used = [], "", 0
    for word in _WORDS.findall(line):
        size = cell_len(word)
        if used + cell_len(word.rstrip()) > cells and here:
            made.append(here.rstrip())
            here, used = "", 0
        if size > cells:
            *full, word = chop_cells(word, cells)  # noqa: PLW2901 - what is left of it goes on
            made += full
            size = cell_len(word)
        here, used = here + word, used + size
    return [*made, here.rstrip()]


def _unstacked(text: str) -> str:
    """No more than a few zero-width marks in a row, so that none reach into other lines."""
    kept: list[str] = []
    run = 0
    for character in text:
        run = 0 if cell_len(character) else run + 1
        if run <= _ZERO_WIDTH_RUN:
            kept.append(character)
    return "".join(kept)
