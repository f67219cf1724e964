"""The lines around a list: banner, status line, key hints, and the plea for room."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from netfin_incident.errors import NetfinError
from netfin_incident.tui import text
from netfin_incident.tui.here import program
from netfin_incident.tui.keys import Key, hinted
from netfin_incident.tui.widgets.looks import Bar, Line, Piece
from netfin_incident.wording import screens as w


class Banner(Bar):
    """What must not be overlooked: stale, drill, demo, read-only.  Nothing where nothing is so."""

    is_drill = False

    def lines(self, width: int) -> Sequence[Line]:
        """One line for each thing that is so."""
        here = program(self)
        said = here.words
        lines: list[Line] = []
        if here.stale_for:
            lines.append(
                [Piece(text.fit(" " + said(w.STALE, span=here.stale_for), width), "banner")]
            )
        if here.lost:
            lines.append([Piece(text.fit(" " + said(w.LOST, seen=here.lost), width), "banner")])
        lines += [[Piece(text.fit(f" {one}", width), "banner")] for one in here.watch_lines]
        if self.is_drill:
            lines.append([Piece(text.fit(" " + said(w.DRILL), width), "banner")])
        if here.purpose == "demo":
            lines.append([Piece(text.fit(" " + said(w.DEMO), width), "head")])
        if here.is_read_only:
            lines.append([Piece(text.fit(" " + said(w.READ_ONLY), width), "banner")])
        return lines


class StatusLine(Bar):
    """What came of the last act, and who is at the keyboard."""

    LONGEST = 3
    """Lines a refusal may take."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        super().__init__()
        self._said = ""
        self._look = ""

    def say(self, said: str, look: str = "") -> None:
        """Show this until the next thing happens."""
        self._said, self._look = said, look
        self.tick()

    def lines(self, width: int) -> Sequence[Line]:
        """The message on as many lines as it needs, and the person at the right."""
        who = program(self).who
        room = max(width - text.width(who) - 3, 20)
        first, *rest = text.wrapped(self._said, room, self.LONGEST) or [""]
        person = Piece(text.fit(f" {who} ", width - room - 1), "dim")
        return [
            [Piece(" " + text.fit(first, room), self._look), person],
            *([Piece(" " + text.fit(line, room), self._look)] for line in rest),
        ]


class Hints(Bar):
    """The keys that matter now, as many as fit; greyed where they would be refused."""

    def __init__(
        self, keys: Callable[[], Sequence[Key]], refused: Callable[[str], NetfinError | None]
    ) -> None:
        """Hint at `keys`; `refused` says why one would do nothing."""
        super().__init__()
        self._keys = keys
        self._refused = refused

    def lines(self, width: int) -> Sequence[Line]:
        """One line; the way to all keys always stands at its end."""
        keys = hinted(self._keys())
        last = [key for key in keys if key.id == "help"]
        room = width - 1 - sum(text.width(self._said(key)) for key in last)
        shown: list[Key] = []
        for key in keys:
            if key not in last:
                room -= text.width(self._said(key))
                if room < 0:
                    break
                shown.append(key)
        return [[Piece(" "), *(piece for key in (*shown, *last) for piece in self._pieces(key))]]

    def _said(self, key: Key) -> str:
        return f"{key.shown} {program(self).words(key.words.label)}  "

    def _pieces(self, key: Key) -> tuple[Piece, Piece]:
        words = f" {program(self).words(key.words.label)}  "
        if self._refused(key.id) is not None:
            return Piece(key.shown, "dim"), Piece(words, "dim")
        return Piece(key.shown, "mark"), Piece(words)


class TooSmall(Container):
    """Shown instead of everything where the terminal is too small to be used."""

    def compose(self) -> ComposeResult:
        """What to do about it."""
        yield Static(text.plain(program(self).words(w.TOO_SMALL)), markup=False)


def at_right(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """Two ends of one line; the left one gives way."""
    room = width - sum(text.width(piece.text) for piece in right)
    kept: list[Piece] = []
    for piece in left:
        cut = text.shorten(piece.text, max(room, 0))
        kept.append(Piece(cut, piece.look))
        room -= text.width(cut)
    return [*kept, Piece(" " * max(room, 0)), *right]
