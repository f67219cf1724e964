"""Severity and time in cells: in words and bars first, colour only beside them."""

from datetime import datetime, timedelta
from typing import Final

from textual.dom import DOMNode

from netfin_incident.domain.severity import Severity
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.widgets.looks import Piece
from netfin_incident.wording import screens as w
from netfin_incident.wording.moments import countdown, span

SOON: Final = timedelta(minutes=5)
"""A deadline nearer than this is marked."""


def severity_piece(node: DOMNode, severity: Severity) -> Piece:
    """`II  major    ###-`, in 17 cells whatever the language."""
    word = program(node).words(w.SEVERITY_WORD[severity])
    said = f"{severity.roman:<3} {text.fit(word, 8)} {w.SEVERITY_BAR[severity]}"
    return Piece(said, f"sev{int(severity)}")


def due_piece(node: DOMNode, due_at: datetime) -> Piece:
    """What is left until `due_at`, marked `!` when little is; how long it is over."""
    here = program(node)
    left = due_at - here.now()
    said = countdown(int(left.total_seconds()), here.words.language)
    if left < timedelta():
        return Piece(said, "over")
    return Piece(f"{said} !", "soon") if left < SOON else Piece(said)


def span_since(node: DOMNode, at: datetime, *, to_the_minute: bool = False) -> str:
    """How long ago `at` was."""
    here = program(node)
    seconds = max(int((here.now() - at).total_seconds()), 0)
    if to_the_minute and seconds >= 60:  # noqa: PLR2004 - a minute
        seconds -= seconds % 60
    return span(seconds, here.words.language)


def left_until(node: DOMNode, at: datetime) -> tuple[str, bool]:
    """How long it is until `at`, `03:12` or `1:03:12`, and whether that is how long ago it was."""
    seconds = int((at - program(node).now()).total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    said = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
    return said, seconds < 0
