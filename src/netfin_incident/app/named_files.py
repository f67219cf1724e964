"""Files that a person names: read only where they are regular, written whole or not at all."""

import hashlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from netfin_incident.errors import UsageError

_PIECE: Final = 1 << 20
_OWNER_ALONE: Final = 0o600


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What identifies the content of a file."""

    path: Path
    sha256: str
    size: int
    """In bytes."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The regular file called `name`, open for reading.

    Raises:
        UsageError: it is missing, unreadable, or a folder, pipe or device.
    """
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to must not wait.
        handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError("file-missing", file=name) from None
    except (OSError, ValueError) as failed:  # ValueError: a null character in the name
        raise _unreadable(name, failed) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UsageError("file-not-regular", file=name)
    with os.fdopen(handle, "rb") as file:
        yield file


def fingerprint(name: str) -> Fingerprint:
    """The SHA-256 and size of the file called `name`.

    Raises:
        UsageError: it is missing, unreadable, or a folder, pipe or device.
    """
    digest, size = hashlib.sha256(), 0
    with opened(name) as file:
        try:
            while piece := file.read(_PIECE):
                digest.update(piece)
                size += len(piece)
        except OSError as failed:
            raise _unreadable(name, failed) from None
    return Fingerprint(Path(os.path.abspath(name)), digest.hexdigest(), size)  # noqa: PTH100 - does not follow links


def write_whole(
    path: Path,
    pieces: Iterable[bytes],
    *,
    force: bool = False,
    durable: bool = True,
    mode: int = _OWNER_ALONE,
) -> None:
    """Write a file, for its owner alone if no `mode` is given; it appears whole, or not at all.

    `durable` waits until it is on disk.

    Raises:
        UsageError: something is there already (and is no regular file, with `force`), or it
            cannot be written.
    """
    if os.path.lexists(path):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise UsageError("out-not-a-file", path=str(path))
        if not force:
            raise UsageError("out-exists", path=str(path))
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        _write(draft, pieces, durable=durable, mode=mode)
        if force:
            draft.replace(path)
        else:
            os.link(draft, path)
    except FileExistsError:
        raise UsageError("out-exists", path=str(path)) from None
    except OSError as failed:
        reason = failed.strerror or str(failed)
        raise UsageError("out-unwritable", path=str(path), reason=reason) from None
    finally:
        _drop(draft)


def _write(draft: Path, pieces: Iterable[bytes], *, durable: bool, mode: int) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(draft, flags, _OWNER_ALONE), "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        if mode != _OWNER_ALONE:
            os.fchmod(file.fileno(), mode)
        if durable:
            os.fsync(file.fileno())


def _drop(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return


def _unreadable(name: str, failed: OSError | ValueError) -> UsageError:
    reason = failed.strerror if isinstance(failed, OSError) else str(failed)
    return UsageError("file-unreadable", file=name, reason=reason or "")
