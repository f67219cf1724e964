"""A person at a real terminal: keys go into a pseudo-terminal, the screen is read as it is drawn.

with seated(shell) as terminal:
    terminal.sees("Open incidents")
    terminal.press("n")

It tells the program that it draws whole frames, as terminals of today do, and is only read between
two of them.  Nothing waits for a length of time: everything waits until the screen says so.
"""

import os
import re
import select
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

import pexpect
import pyte

from shell import PROGRAM, Shell

COLUMNS, LINES = 80, 24
PATIENCE: Final = 30.0
"""Seconds after which what was not seen will not be."""
HESITATION: Final = 4.0
"""Seconds somebody looks for the cursor before typing."""

_FRAMES: Final = (b"\x1b[?2026$p", "\x1b[?2026;2$y")
"""The question whether it draws whole frames, and yes."""
_FRAME: Final = (b"\x1b[?2026h", b"\x1b[?2026l")
"""What stands before and after a frame."""

_KEYS: Final = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "up": "\x1b[A", "down": "\x1b[B",
    "pagedown": "\x1b[6~",
}  # fmt: skip
_SAVED: Final = re.compile(r"✓ #(\d+) ")
_FORM: Final = ("text kept", "保留文字")
"""Stands below every form, in one language or the other."""
_SEARCH: Final = ("find /", "查找 /")
_LABEL: Final = 14
"""Cells in front of a field."""


class Terminal:
    """One program in a terminal of its own."""

    _open: ClassVar[list["Terminal"]] = []

    def __init__(self, shell: Shell, *words: str) -> None:
        """Start the program at `shell`; without words it opens the terminal's screens."""
        environment = {**shell.environment, "TERM": "xterm-256color"}
        environment.pop("COLUMNS", None)
        self._child = pexpect.spawn(
            str(PROGRAM), list(words), cwd=str(shell.home), env=environment,
            dimensions=(LINES, COLUMNS),
        )  # fmt: skip
        self._child.delaybeforesend = None
        self._page = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._page)
        self._last = 0
        self._answered = 0
        self._is_drawing = False
        self.raw = bytearray()
        """Every byte that the program sent."""
        self._open.append(self)

    @property
    def screen(self) -> str:
        """What is on the screen; the second half of a wide character is nothing."""
        return "\n".join(self.cells(y, 0, COLUMNS).rstrip() for y in range(LINES))

    def cells(self, y: int, start: int, end: int) -> str:
        """What is in some cells of a line."""
        row = self._page.buffer[y]
        return "".join(row[x].data for x in range(start, end))

    def type(self, text: str) -> None:
        """Send a text as fast as the terminal takes it."""
        self._child.send(text)

    def press(self, *keys: str) -> None:
        """Press keys, one straight after the other."""
        self.type("".join(_KEYS.get(key, key) for key in keys))

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal that tells pasting from typing does."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def until(self, holds: Callable[[str], bool], what: str) -> float:
        """Wait until it `holds` of the screen; how many seconds that took."""
        begun = time.monotonic()
        while self._is_drawing or not holds(self.screen):
            waited = time.monotonic() - begun
            assert waited < PATIENCE, f"not within {waited:.0f} s: {what}\n{self.screen}"
            assert self in self._open, f"it ended without: {what}\n{self.screen}"
            listen()
        return time.monotonic() - begun

    def sees(self, *texts: str) -> str:
        """Wait until all of `texts` are on the screen; the screen."""
        self.until(lambda screen: all(text in screen for text in texts), f"{texts}")
        return self.screen

    def sees_no_more(self, *texts: str) -> str:
        """Wait until none of `texts` is on the screen; the screen."""
        self.until(lambda screen: not any(text in screen for text in texts), f"no {texts}")
        return self.screen

    def sees_row(self, *texts: str) -> None:
        """Wait until all of `texts` are on one line of the screen."""
        self.until(lambda screen: _row(screen, texts), f"a row of {texts}")

    def saved(self) -> int:
        """Wait until something more is shown as saved; the number of its entry."""
        self.until(lambda screen: _saved(screen) > self._last, f"saved past #{self._last}")
        self._last = _saved(self.screen)
        return self._last

    def ended(self) -> int | None:
        """Wait until the program ends; its exit code."""
        begun = time.monotonic()
        while self in self._open:
            assert time.monotonic() - begun < PATIENCE, f"never ended\n{self.screen}"
            listen()
        self._child.wait()
        self._child.close()
        return self._child.exitstatus

    def kill(self) -> None:
        """End the program at once, as `kill -9` does, if it has not ended."""
        if self in self._open:
            self._open.remove(self)
        if not self._child.closed:
            self._child.kill(signal.SIGKILL)
            self._child.wait()
            self._child.close()

    def take_in(self) -> None:
        """Take in what the program has sent."""
        try:
            data = os.read(self._child.child_fd, 1 << 16)
        except OSError:  # on Linux: nobody is at the other end any more
            data = b""
        if not data:
            self._open.remove(self)
        self.raw += data
        self._stream.feed(data)
        if self.raw.count(_FRAMES[0]) > self._answered:
            self._answered += 1
            self.type(_FRAMES[1])
        self._is_drawing = self.raw.rfind(_FRAME[0]) > self.raw.rfind(_FRAME[1])

    @classmethod
    def all_open(cls) -> dict[int, "Terminal"]:
        """Every open terminal by its file descriptor."""
        return {one._child.child_fd: one for one in cls._open}


def listen() -> None:
    """Take in what any terminal has sent, so that none waits for its reader."""
    terminals = Terminal.all_open()
    for file in select.select(list(terminals), [], [], 0.05)[0]:
        terminals[file].take_in()


@contextmanager
def seated(shell: Shell, *words: str) -> Iterator["Responder"]:
    """Somebody at a terminal in which the program runs; it is killed at the end, if still there."""
    responder = Responder(shell, *words)
    try:
        yield responder
    finally:
        responder.kill()


class Responder(Terminal):
    """Somebody at a terminal, who looks before pressing the next key."""

    def opens(self, key: str, title: str) -> None:
        """Press a key that opens a form."""
        self.press(key)
        self.until(lambda screen: title in screen and _has(screen, _FORM), f"form {title}")

    def at(self, label: str) -> None:
        """Wait until the cursor is in the field with this label; then go on, as a person would.

        A busy program may place the terminal's cursor only at the next key.  What is typed next is
        looked for on the screen, so a field that truly lacks the focus does not go unnoticed.
        """
        begun = time.monotonic()
        while not self._is_at(label) and time.monotonic() - begun < HESITATION:
            listen()

    def writes(self, label: str, text: str) -> None:
        """Type a text into a field once the cursor is there."""
        self.at(label)
        self.type(text)
        self.sees(text)

    def chooses(self, label: str, digit: str, option: str) -> None:
        """Choose an option once the cursor is among them."""
        self.at(label)
        self.press(digit)
        self.sees(f"(*) {option}")

    def saves(self, *keys: str) -> int:
        """Press Enter in a form, or other keys, and wait until it is saved; the entry's number."""
        self.press(*(keys or ("enter",)))
        entry = self.saved()
        self.sees_no_more(*_FORM)
        return entry

    def goes_to(self, row: str) -> None:
        """Search for a row and leave the search on it."""
        self.press("/")
        self.until(lambda screen: _has(screen, _SEARCH), "the search line")
        self.type(row)
        self.sees_row(">", row)
        self.press("escape")
        self.sees_no_more(*_SEARCH)

    def _is_at(self, label: str) -> bool:
        """Whether the rows of a field hold the option that is lit, or else the terminal's cursor."""
        labels = [self.cells(y, 0, _LABEL).rstrip(" *") for y in range(LINES)]
        if f" {label}" not in labels:
            return False
        first = labels.index(f" {label}")
        after = next((y for y in range(first + 1, LINES) if labels[y]), LINES)
        lit = [y for y in range(LINES) if self._is_lit(y)]
        return any(first <= y < after for y in lit or [self._page.cursor.y])

    def _is_lit(self, y: int) -> bool:
        row = self._page.buffer[y]
        return any(row[x].data == "*" and row[x].bold for x in range(_LABEL, _LABEL + 8))


def _saved(screen: str) -> int:
    found = _SAVED.search(screen)
    return int(found[1]) if found else 0


def _has(screen: str, texts: tuple[str, ...]) -> bool:
    return any(text in screen for text in texts)


def _row(screen: str, texts: tuple[str, ...]) -> bool:
    return any(all(text in line for text in texts) for line in screen.splitlines())
