"""Looking at a database file before SQLite does: is it one, is it ours, is it whole, is it local."""

import os
import stat
import struct
from pathlib import Path
from typing import Final, NamedTuple

from netfin_incident.errors import RecordError
from netfin_incident.store.leftovers import foreign_leftover
from netfin_incident.store.schema import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_LOOKS: Final = 100
"""How often a file that another process is writing is looked at again."""

_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "glusterfs", "lustre", "gfs2",
     "ocfs2", "beegfs", "ncpfs", "coda"}
)  # fmt: skip
_NETWORK_FUSE: Final = ("fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.rclone",
                        "fuse.davfs", "fuse.nfs", "fuse.smb")  # fmt: skip


class Mount(NamedTuple):
    """Where a file system is mounted, and of which type it is."""

    point: str
    kind: str


class Look(NamedTuple):
    """What a database file looks like from outside, at one moment."""

    header: bytes
    size: int
    has_journal: bool
    """Whether a journal or WAL lies beside it, which may hold the rest of it."""


def check_existing(path: Path, *, is_open_here: bool = False) -> None:
    """Refuse what is not a whole database of this program.

    The content of a file that this process has open already is not looked at: closing a second
    handle on it would drop every lock that SQLite holds on it for the first.

    Raises:
        RecordError: in words, for each kind of file it cannot be.
    """
    try:
        _check_kind(path, path.lstat())
        if not is_open_here:
            _check_content(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RecordError("database-missing", path=str(path)) from error
    except PermissionError as error:
        raise RecordError("database-unreadable", path=str(path)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise RecordError("database-unopenable", path=str(path), detail=why) from error


def _check_content(path: Path) -> None:
    for _ in range(_LOOKS):
        look = _look(path)
        trouble = _trouble(path, look)
        if trouble is None:
            return
        # While another process commits, a file can look cut for a moment.
        if _look(path) == look:
            raise trouble


def _check_kind(path: Path, status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise RecordError("database-is-link", path=str(path))
    if stat.S_ISDIR(status.st_mode):
        raise RecordError("database-is-folder", path=str(path))
    if not stat.S_ISREG(status.st_mode):
        raise RecordError("database-is-device", path=str(path))


def _look(path: Path) -> Look:
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
        size = os.fstat(file.fileno()).st_size
    has_journal = any(Path(f"{path}{end}").exists() for end in ("-journal", "-wal"))
    return Look(header, size, has_journal)


def _trouble(path: Path, look: Look) -> RecordError | None:
    if not look.size:
        return RecordError("database-empty", path=str(path))
    if not look.header.startswith(_MAGIC):
        return RecordError("database-is-other-file", path=str(path))
    if len(look.header) < _HEADER_BYTES:
        return RecordError("database-truncated", path=str(path))
    (page_size,) = struct.unpack_from(">H", look.header, 16)
    change_counter, page_count = struct.unpack_from(">II", look.header, 24)
    (application,) = struct.unpack_from(">I", look.header, 68)
    (valid_for,) = struct.unpack_from(">I", look.header, 92)
    if application != APPLICATION_ID:
        return RecordError("database-of-other-program", path=str(path))
    expected = (65536 if page_size == 1 else page_size) * page_count
    if not look.has_journal and change_counter == valid_for and look.size < expected:
        return RecordError("database-truncated", path=str(path))
    return foreign_leftover(path, look.header)


def check_place(path: Path, mounts: list[Mount] | None = None) -> None:
    """Refuse a network file system, where locks and flushes cannot be trusted.

    Raises:
        RecordError: the file would lie on one, or no file can be called so.
    """
    if "\0" in str(path):
        raise RecordError("database-unopenable", path=str(path), detail="NUL in the name")
    where = os.path.realpath(path.parent)
    known = local_mounts() if mounts is None else mounts
    holding = [mount for mount in known if _is_within(where, mount.point)]
    if not holding:
        return
    kind = max(enumerate(holding), key=lambda one: (len(one[1].point), one[0]))[1].kind
    if kind in _NETWORK or kind.startswith(_NETWORK_FUSE):
        raise RecordError("database-on-network", path=str(path), kind=kind)


def local_mounts() -> list[Mount]:
    """The mounts of this process, from `/proc/self/mountinfo`; none where there is no such file."""
    try:
        text = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return [mount for line in text.splitlines() if (mount := parse_mount(line))]


def parse_mount(line: str) -> Mount | None:
    """One line of mountinfo (proc(5)); None where it is not one."""
    left, dash, right = line.partition(" - ")
    words, kinds = left.split(), right.split()
    if not dash or len(words) < 5 or not kinds:  # noqa: PLR2004 - the fifth word is the mount point
        return None
    point = words[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
    return Mount(point, kinds[0])


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def is_shared_folder(folder: Path) -> bool:
    """Whether `folder` was set up for a team: set-group-id and writable by its group."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_ISGID and mode & stat.S_IWGRP)
