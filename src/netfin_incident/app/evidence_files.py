"""Outputs of commands, kept as files beside the database: written once, never changed or replaced."""

import re
import stat
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from netfin_incident.app.named_files import Fingerprint, write_whole
from netfin_incident.errors import UsageError

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME: Final = 100


def evidence_folder(database: Path) -> Path:
    """The folder for the evidence of the incidents in `database`."""
    return database.with_name("evidence")


def keep(output: bytes, folder: Path, name: str) -> Fingerprint:
    """Write `output` into `folder`, which is made where it is missing, for its owner alone.

    The file is called `name`, with a number where something is called so already.

    Raises:
        UsageError: the folder is a link or no folder, or the file cannot be written.
    """
    _make(folder)
    wanted = Path(_file_name(name))
    for number in count(1):
        path = folder / (wanted.name if number == 1 else f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            write_whole(path, [output])
        except UsageError as refused:
            if refused.slug not in {"out-exists", "out-not-a-file"}:
                raise
        else:
            break
    return Fingerprint(path, sha256(output).hexdigest(), len(output))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except FileExistsError:
        raise UsageError("evidence-folder-unusable", path=str(folder)) from None
    except OSError as failed:
        reason = failed.strerror or str(failed)
        raise UsageError("out-unwritable", path=str(folder), reason=reason) from None
    if not stat.S_ISDIR(status.st_mode):
        raise UsageError("evidence-folder-unusable", path=str(folder))


def _file_name(name: str) -> str:
    """`name` as the name of one file in the folder: no way out of it, not hidden, not too long."""
    return _UNSAFE.sub("-", name).strip("-.")[-_LONGEST_NAME:].lstrip("-.") or "output"
