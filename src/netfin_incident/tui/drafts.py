"""Drafts: what was typed and not yet saved, kept in files that outlive the terminal.

Each open dialog holds the lock of its draft's file, so that two terminals never write to the same
one, and a draft whose terminal died is free to be picked up.  Losing a draft loses no history.
"""

import fcntl
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

_MOST: Final = 20
"""Most drafts of one kind for one incident."""
_NOT_IN_NAMES: Final = str.maketrans({"/": "_", "\\": "_", ".": "_", "\x00": "_"})


@dataclass(slots=True)
class Draft:
    """One dialog's draft.  `values` are by field name."""

    path: Path
    _handle: int
    values: dict[str, str] = field(default_factory=dict)
    begun_at: datetime | None = None
    """When the first word of what was found was typed; None where nothing was found."""

    def keep(self, values: dict[str, str], begun_at: datetime) -> None:
        """Have `values` on file, or nothing where all are empty.

        Raises:
            OSError: the file cannot be written.
        """
        written = {name: value for name, value in values.items() if value}
        text = json.dumps({"begun_at": begun_at.isoformat(), "values": written}) if written else ""
        data = text.encode()
        os.pwrite(self._handle, data, 0)
        os.ftruncate(self._handle, len(data))

    def forget(self) -> None:
        """It was saved, or thrown away: remove it."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Leave it for later; an empty one is removed."""
        if self._handle >= 0:
            with suppress(OSError):
                if os.fstat(self._handle).st_size == 0:
                    self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = -1


class Drafts:
    """The drafts of one database."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`, which is made when first needed."""
        self._folder = folder

    def open(self, kind: str, about: str = "") -> Draft | None:
        """The draft of a `kind` of dialog `about` something; one that was left, else a new one.

        None where no file can be kept: typing must still be possible.
        """
        name = "-".join(part.translate(_NOT_IN_NAMES) for part in (kind, about) if part)
        places = [self._folder / f"{name}.{n}.json" for n in range(1, _MOST + 1)]
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            left = [path for path in places if path.exists()]
            for path in (*left, *places):
                draft = self._claim(path)
                if draft is not None:
                    return draft
        except OSError:
            return None
        return None

    def _claim(self, path: Path) -> Draft | None:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        if os.fstat(handle).st_nlink == 0:  # its owner removed it between our two calls
            os.close(handle)
            return self._claim(path)
        draft = Draft(path, handle)
        _read(draft, os.pread(handle, os.fstat(handle).st_size, 0))
        return draft


def _read(draft: Draft, data: bytes) -> None:
    """Take over what was left; a file that is no draft counts as empty."""
    try:
        # What follows the first value is the rest of a longer text, cut short by a killed process.
        found, _ = json.JSONDecoder().raw_decode(data.decode())
        begun_at = datetime.fromisoformat(found["begun_at"])
        values = {str(name): str(value) for name, value in found["values"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    draft.values, draft.begun_at = values, begun_at
