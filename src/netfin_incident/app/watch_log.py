"""What a watcher says while it works: one line for each thing that happens, without addresses."""

import logging
from typing import Final

from netfin_incident.domain.text import Text, clean_line
from netfin_incident.errors import NetfinError
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language, say_with

LOGGER: Final = "netfin_incident.watch"
"""The name under which it is logged; nothing is shown unless somebody listens."""


class WatchLog:
    """Lines in the reader's language, through the standard library's logging."""

    def __init__(self, language: Language = Language.EN) -> None:
        """Write in `language`."""
        self._language = language
        self._logger = logging.getLogger(LOGGER)
        if not self._logger.handlers:
            # Without one of its own, the library would write warnings across the terminal.
            self._logger.addHandler(logging.NullHandler())

    def note(self, text: Text, **values: object) -> None:
        """Something went as it should."""
        self._write(logging.INFO, say_with(text, self._language, values))

    def complain(self, text: Text, **values: object) -> None:
        """Something did not, and the watch goes on."""
        self._write(logging.WARNING, say_with(text, self._language, values))

    def refuse(self, error: NetfinError, about: str = "") -> None:
        """An error did not stop the watch; `about` is the incident it is about."""
        line = explain(error, self._language).line
        self._write(logging.WARNING, f"{about}: {line}" if about else line)

    def _write(self, level: int, line: str) -> None:
        self._logger.log(level, "%s", clean_line(line))
