"""Secrets by reference only, and masked wherever they might show.

A definition names a secret, `env:NAME` or `file:/path`, and never holds one.  What is read is a
`Secret`, which no print, log, traceback or record can show; what the far side repeats of it is
masked by `redact`.
"""

import base64
import errno
import hmac
import json
import os
import re
import stat
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import quote, quote_plus, unquote

from netfin_incident.errors import DefinitionError, Place

MASK: Final = "***"

_LARGEST: Final = 4096
_SHORTEST_PART: Final = 6
"""Characters from which a piece of a secret address is taken for a token."""
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Secret:
    """A text that shows itself only to `reveal`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Keep `value`."""
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one place that needs it."""
        return self._value

    def __str__(self) -> str:
        """The mask."""
        return MASK

    def __repr__(self) -> str:
        """The mask."""
        return MASK

    def __format__(self, spec: str) -> str:
        """The mask, whatever the format."""
        return MASK

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same text, in the same time for any."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other.reveal().encode())

    def __hash__(self) -> int:
        """Of the text."""
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        """A secret is not copied into files or other processes."""
        raise TypeError(MASK)


def read_secret(
    reference: str, environ: Mapping[str, str], field: str, place: Place | None
) -> Secret:
    """The secret that `reference` names.

    Args:
        reference: `env:NAME` or `file:/path`.
        environ: The variables to look in.
        field: The field that holds the reference, for the message.
        place: Where it stands.

    Raises:
        DefinitionError: it is no reference, or what it names is missing, unsafe or unusable.
    """
    kind, _, name = reference.partition(":")
    if kind == "env" and _VARIABLE.fullmatch(name):
        if not environ.get(name):
            raise DefinitionError(
                "secret-variable-missing", place=place, field=field, variable=name
            )
        value = environ[name]
    elif kind == "file" and name.startswith("/"):
        value = _read_file(Path(name), field, place)
    else:
        raise DefinitionError("secret-not-a-reference", place=place, field=field)
    if not value or len(value) > _LARGEST or not value.isprintable():
        raise DefinitionError("secret-unusable", place=place, field=field, limit=_LARGEST)
    return Secret(value)


def redact(text: str, secrets: Iterable[Secret]) -> str:
    """`text` with every form of every secret masked; the longest first, so that no rest shows."""
    forms = {form for secret in secrets for form in _forms(secret.reveal()) if form}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, MASK)
    return text


def _forms(value: str) -> Iterable[str]:
    for part in (value, *_tokens(value)):
        yield from (part, quote(part, safe=""), quote(part), quote_plus(part), escape(part))
        yield json.dumps(part)[1:-1]
        yield json.dumps(part, ensure_ascii=False)[1:-1]
        yield base64.b64encode(part.encode()).decode()


def _tokens(value: str) -> list[str]:
    """The pieces of an address that open the door by themselves."""
    if "://" not in value:
        return []
    _, _, rest = value.partition("://")
    _, *pieces = re.split(r"[/&=;?]", rest)
    long = [piece for piece in pieces if len(piece) >= _SHORTEST_PART]
    long = [piece for piece in long if piece not in _USUAL_PIECES]
    return [*long, *(unquote(piece) for piece in long)]


_USUAL_PIECES: Final = frozenset({"access_token", "cgi-bin", "webhook", "open-apis", "robot"})
"""What stands in everybody's address; masking it would garble what the far side says."""


def _read_file(path: Path, field: str, place: Place | None) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as opened:
            _require_private(os.fstat(opened.fileno()), path, field, place)
            data = opened.read(_LARGEST * 4 + 1)
        return data.decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise DefinitionError("secret-unusable", place=place, field=field, limit=_LARGEST) from None
    except (OSError, ValueError) as problem:
        number = problem.errno if isinstance(problem, OSError) else errno.EINVAL
        raise _unreadable(path, field, place, os.strerror(number or errno.EIO)) from None


def _require_private(found: os.stat_result, path: Path, field: str, place: Place | None) -> None:
    """Only its owner may read it; where root owns it, a group that root chose may read it too."""
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable(path, field, place, os.strerror(errno.ENODEV))
    if found.st_uid not in {0, os.geteuid()}:
        raise DefinitionError(
            "secret-file-foreign", place=place, field=field, file=str(path), uid=found.st_uid
        )
    open_to = stat.S_IRWXO | stat.S_IWGRP | stat.S_IXGRP | (stat.S_IRGRP if found.st_uid else 0)
    if found.st_mode & open_to:
        raise DefinitionError("secret-file-open", place=place, field=field, file=str(path))


def _unreadable(path: Path, field: str, place: Place | None, reason: str) -> DefinitionError:
    return DefinitionError(
        "secret-file-unreadable", place=place, field=field, file=str(path), reason=reason
    )
