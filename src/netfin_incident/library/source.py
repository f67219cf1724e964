"""Reading one definition file from disk: a regular file of plain UTF-8 text, not too large.

Links, pipes and devices are refused before they are opened, because a definition is trusted for
being the file that was reviewed.
"""

import codecs
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from netfin_incident.domain.text import clean
from netfin_incident.errors import DefinitionError, Place

MAX_BYTES: Final = 256 * 1024
"""Largest definition file, in bytes."""

_LINE_ENDS: Final = frozenset("\r\n")
_COMMON: Final = re.compile(
    "[\n -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2160-\u217f\u2190-\u21ff\u2460-\u24ff"
    "\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*"
)
"""ASCII, Latin-1, Chinese and its punctuation: no character that acts, hides or composes."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one definition file."""

    file: str
    """The path as it was given, for messages."""
    text: str
    sha256: str
    """Of the file's bytes, in lower-case hexadecimal."""


def read_source(path: Path, trust: Callable[[os.stat_result], None] | None = None) -> Source:
    """Read the definition file at `path`.

    Args:
        path: The file.
        trust: Looks at what the opened file is, and raises a `DefinitionError` to refuse it.

    Raises:
        DefinitionError: it is missing, unreadable, not a regular file, too large, not UTF-8, or
            holds a character that could act on a terminal or deceive a reviewer.
    """
    file = str(path)
    data = _read_bytes(path, trust)
    text = _decode(data, file)
    at = unwelcome(text)
    if at is not None:
        raise DefinitionError(
            "definition-character", place=place_of(text, at, file), character=code_point(text[at])
        )
    return Source(file, text, sha256(data).hexdigest())


def is_common(text: str) -> bool:
    """Whether `text` has the usual characters only, so that `clean` would leave it as it is."""
    return _COMMON.fullmatch(text) is not None


def unwelcome(text: str) -> int | None:
    """The index of the first character that `clean` would remove or spell out, or None."""
    if is_common(text):
        return None
    found = (character for character in set(text) - _LINE_ENDS if _is_unwelcome(character))
    return min((text.index(character) for character in found), default=None)


def _is_unwelcome(character: str) -> bool:
    return clean(character) != unicodedata.normalize("NFC", character)


def code_point(character: str) -> str:
    """A character by number and name, for messages about characters that cannot be seen."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def place_of(text: str, index: int, file: str) -> Place:
    """The line and column of `text[index]`."""
    line_start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - line_start + 1)


def _read_bytes(path: Path, trust: Callable[[os.stat_result], None] | None) -> bytes:
    try:
        _require_regular(path.lstat().st_mode, path)
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as opened:
            found = os.fstat(opened.fileno())
            _require_regular(found.st_mode, path)
            if trust is not None:
                trust(found)
            data = opened.read(MAX_BYTES + 1)
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if len(data) > MAX_BYTES:
        raise DefinitionError(
            "definition-too-large", place=Place(str(path)), limit=f"{MAX_BYTES // 1024} KiB"
        )
    return data


def _require_regular(mode: int, path: Path) -> None:
    if stat.S_ISLNK(mode):
        raise DefinitionError("definition-symlink", place=Place(str(path)))
    if not stat.S_ISREG(mode):
        raise DefinitionError("definition-not-a-file", place=Place(str(path)))


def _unreadable(path: Path, problem: OSError) -> DefinitionError:
    place = Place(str(path))
    match problem.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return DefinitionError("definition-missing", place=place)
        case errno.ELOOP:
            return DefinitionError("definition-symlink", place=place)
        case _:
            return DefinitionError("definition-unreadable", place=place, reason=problem.strerror)


def _decode(data: bytes, file: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DefinitionError("definition-not-utf8", place=Place(file), encoding="UTF-16")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise DefinitionError(
            "definition-not-utf8", place=Place(file, line), encoding="GB18030"
        ) from problem
