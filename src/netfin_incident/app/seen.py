"""The newest head that this user of the machine has seen of each database.

It lies outside the database, so that a record that was cut or rewritten since is noticed.  It only
moves forward along the chain it remembers; where it cannot be kept, nothing else suffers.
"""

import re
from pathlib import Path
from typing import Final

from netfin_incident.app.named_files import opened, write_whole
from netfin_incident.errors import UsageError
from netfin_incident.store.journal import Head
from netfin_incident.store.store import Store

_UUID: Final = re.compile(r"[0-9a-f]{32}")
_LONGEST: Final = 100
_SCRATCH: Final = ("demo", "test")
"""Purposes of databases that nobody will look for again."""


def seen_file(store: Store) -> Path | None:
    """Where the head of this database is remembered; None where it is not."""
    uuid = store.meta("uuid")
    if store.meta("purpose") in _SCRATCH or not _UUID.fullmatch(uuid):
        return None
    import platformdirs

    try:
        folder = platformdirs.user_state_path("netfin-incident")
    except RuntimeError:  # no home folder
        return None
    return folder / f"{uuid}.seen" if folder.is_absolute() else None


def last_seen(store: Store) -> Head | None:
    """The head remembered of this database; None where none is."""
    path = seen_file(store)
    return _read(path) if path else None


def see(store: Store) -> Head | None:
    """Remember the head as it is now; answers the one remembered so far if the record has lost it.

    Raises:
        RecordError: the database cannot be read.
    """
    path = seen_file(store)
    if path is None:
        return None
    before = _read(path)
    with store.reading() as journal:
        head = journal.head()
        if before is not None and before != head:
            row = next(journal.tail(before.seq - 1, 1), None)
            if row is None or (row.seq, row.anchor) != before:
                return before
    if before != head and head.seq:
        _remember(path, head)
    return None


def _read(path: Path) -> Head | None:
    try:
        with opened(str(path)) as file:
            return Head.parse(file.read(_LONGEST).decode("ascii", "replace"))
    except (OSError, UsageError):
        return None


def _remember(path: Path, head: Head) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(path, [f"{head}\n".encode()], force=True, durable=False)
    except (OSError, UsageError):
        return
