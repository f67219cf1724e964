"""How far long work has come: on a terminal, and only once it has taken a second."""

import sys
from time import monotonic
from typing import Final

from netfin_incident.cli.output import Output
from netfin_incident.domain.text import Text
from netfin_incident.wording.language import say

_QUIET: Final = 1.0
"""Seconds before anything is shown."""
_EVERY: Final = 0.2


class Progress:
    """Shows a count on one line of standard error."""

    def __init__(self, output: Output, words: Text) -> None:
        """Say `words` with the count, from a second after now."""
        self._output = output
        self._words = words
        self._on_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._next = monotonic() + _QUIET
        self._shown = False

    def __call__(self, count: int) -> None:
        """The work has come to `count`."""
        if not self._on_terminal or monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY
        self._shown = True
        self._output.progress(say(self._words, self._output.language).format(count=count))

    def done(self) -> None:
        """The work has ended; the line is wiped."""
        if self._shown:
            self._output.progress("")
