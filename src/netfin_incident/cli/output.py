"""Everything the command line says leaves through here, cleaned once more.

Answers go to standard output, everything else to standard error.  What the terminal's encoding
cannot hold is written as an escape, so no text is lost and nothing stops half-way.
"""

import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from netfin_incident.domain.text import Text, clean
from netfin_incident.errors import NetfinError
from netfin_incident.wording.language import Language, say

if TYPE_CHECKING:
    from netfin_incident.domain.incident.checklist import Obstacle

_COLON: Final = Text(":", "：")
_WIDTH_OF_PROGRESS: Final = 60


class AnswerLost(Exception):
    """Standard output could not be written; what the command did is done all the same."""

    def __init__(self, reason: str, *, reader_left: bool = False) -> None:
        """Say why; `reader_left` where whoever reads (`| head`) has seen enough."""
        super().__init__(reason)
        self.reason = reason
        self.reader_left = reader_left


class Output:
    """The two streams, and the language in which they are written."""

    def __init__(self, language: Language) -> None:
        """Write to the process's own streams, for a reader of `language`."""
        self.language = language
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def data(self, text: str = "") -> None:
        """A line of the answer.

        Raises:
            AnswerLost: standard output cannot be written.
        """
        self._write(clean(text) + "\n")

    def json(self, value: object) -> None:
        """The answer as one JSON document.

        Raises:
            AnswerLost: standard output cannot be written.
        """
        encoding = (getattr(sys.stdout, "encoding", None) or "").lower()
        # An escape of our own for what a stream cannot hold would not always be JSON.
        ascii_only = not encoding.startswith("utf")
        self.data(json.dumps(value, ensure_ascii=ascii_only, indent=2))

    def lines(self, lines: Iterable[str]) -> None:
        """Lines that another program will read byte for byte, as UTF-8.

        Raises:
            AnswerLost: standard output cannot be written.
        """
        binary = getattr(sys.stdout, "buffer", None)
        for line in lines:
            if binary is None or sys.stdout.isatty():
                self.data(line)
                continue
            with _answering():
                binary.write(line.encode("utf-8", "surrogateescape") + b"\n")

    def tell(self, text: Text | str) -> None:
        """A line beside the answer: what happened, what to know."""
        said = say(text, self.language) if isinstance(text, Text) else text
        self._beside(clean(said) + "\n")

    def progress(self, text: str) -> None:
        """How far the work is, on the line where it stood before; empty text wipes it."""
        shown = clean(text)[:_WIDTH_OF_PROGRESS].ljust(_WIDTH_OF_PROGRESS)
        self._beside(f"\r{shown}" + ("" if text else "\r"))

    def refuse(self, error: NetfinError) -> None:
        """Say no: what, why, and what to do next."""
        from netfin_incident.wording.explain import explain

        explained = explain(error, self.language)
        standing = error.values.get("obstacles", ())
        if isinstance(standing, tuple) and standing:
            self.tell(f"{explained.what}{say(_COLON, self.language)}")
            self.obstacles(standing)
            self.tell(f"{explained.hint} · {explained.code}")
        else:
            self.tell(explained.line)

    def obstacles(self, standing: Iterable["Obstacle"]) -> None:
        """What stands in the way, one sentence a line."""
        from netfin_incident.wording.obstacles import obstacle_sentence

        for obstacle in standing:
            self.tell(f"  · {say(obstacle_sentence(obstacle), self.language)}")

    def finish(self) -> None:
        """See that the whole answer has left.

        Raises:
            AnswerLost: it has not.
        """
        if sys.stdout is not None:
            with _answering():
                sys.stdout.flush()

    def _write(self, text: str) -> None:
        stream: TextIO | None = sys.stdout
        if stream is None:
            raise AnswerLost(os.strerror(errno.EBADF))
        with _answering():
            stream.write(text)

    def _beside(self, text: str) -> None:
        stream: TextIO | None = sys.stderr
        if stream is None:
            return
        try:
            stream.write(text)
            stream.flush()
        except (OSError, ValueError):
            return


def keep_standard_streams_apart() -> None:
    """Make sure that no file opened later takes the place of a standard stream that was closed."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def silence() -> None:
    """Give up on standard output, so that the interpreter's own last flush does not fail too."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as gone:
        raise AnswerLost(str(gone.strerror), reader_left=True) from gone
    except OSError as failed:
        raise AnswerLost(failed.strerror or str(failed)) from failed
    except ValueError as closed:
        raise AnswerLost(os.strerror(errno.EBADF)) from closed
