"""Pasted text is text: nothing in it is taken for keys.

Textual's parser reads what follows an escape character inside a paste as keys, so that a pasted log
could press the keys of the incident below.  Here a paste reaches it whole and cleaned.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from netfin_incident.domain.text import MAX_TEXT, clean

_START: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
_MOST: Final = 2 * MAX_TEXT
"""Characters of a paste that are kept; more than any field takes."""


class PasteParser(XTermParser):
    """Reads keys and pastes."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Textual
        """Nothing was read yet."""
        super().__init__(debug)
        self._held = ""
        """What was pasted so far."""
        self._passed = ""
        """The last that was passed on: a mark may come in two reads."""
        self._is_pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """The keys and pastes that `data` completes."""
        if not data:  # the end of input
            return super().feed(data)
        whole = "".join(self._whole(data))
        return super().feed(whole) if whole else ()

    def _whole(self, data: str) -> Iterator[str]:
        """What is complete of `data`; what was pasted is held until its end has come."""
        while data:
            if self._is_pasting:
                text, mark, after = (self._held + data).partition(_END)
                self._held = "" if mark else text[:_MOST] + text[_MOST:][1 - len(_END) :]
                whole = clean(text) + mark if mark else ""
            else:
                _, mark, after = (self._passed + data).partition(_START)
                whole = data[: len(data) - len(after)] if mark else data
                self._passed = (self._passed + whole)[1 - len(_START) :]
            self._is_pasting ^= bool(mark)
            data = after
            yield whole


def take_pastes_whole() -> None:
    """Have the terminal read with `PasteParser`."""
    linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]
