"""The `-journal` or `-wal` file beside a database, before SQLite plays it back into the database.

SQLite takes whatever lies there under the right name for its own.  A file left by another database
(a copy restored in haste) would be written over this one, so it is looked at first.
"""

import os
import struct
from pathlib import Path
from typing import Final

from netfin_incident.errors import RecordError
from netfin_incident.store.schema import APPLICATION_ID

_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEADER: Final = struct.Struct(">8siIIII")
"""Magic, number of records, nonce, pages of the database, sector size, page size."""
_WAL_MAGIC: Final = (0x377F0682, 0x377F0683)
_WAL_HEADER_BYTES: Final = 32
_FRAME_HEADER_BYTES: Final = 24
_COUNTER_AT: Final = 24
_APPLICATION_AT: Final = 68
_WRITE_VERSION_AT: Final = 18
_WAL_VERSION: Final = 2
_FIRST_PAGE: Final = 1


def foreign_leftover(path: Path, header: bytes) -> RecordError | None:
    """What to say when the journal of another database lies beside the one at `path`, else None.

    `header` is the first 100 bytes of the database.
    """
    for is_ours, ending in ((_journal_is_ours, "-journal"), (_wal_is_ours, "-wal")):
        beside = Path(f"{path}{ending}")
        try:
            if not is_ours(beside, header):
                return RecordError("leftover-foreign", path=str(path), file=str(beside))
        except FileNotFoundError:
            continue
        except OSError as error:
            why = error.strerror or str(error)
            return RecordError("leftover-unreadable", path=str(beside), why=why)
    return None


def _journal_is_ours(beside: Path, header: bytes) -> bool:
    """Whether the first page, as it was before, is this database's; it nearly always is kept."""
    with beside.open("rb") as file:
        start = file.read(_JOURNAL_HEADER.size)
        if len(start) < _JOURNAL_HEADER.size:
            return True
        magic, records, _, _, sector, page = _JOURNAL_HEADER.unpack(start)
        if magic != _JOURNAL_MAGIC or not records:
            return True
        size = os.fstat(file.fileno()).st_size
        count = size // max(page, 512) if records < 0 else records
        for record in range(count):
            file.seek(sector + record * (page + 8))
            content = file.read(4 + page)
            if len(content) < 4 + page:
                return True
            if int.from_bytes(content[:4], "big") == _FIRST_PAGE:
                return _follows(content[4:], header)
    return True


def _wal_is_ours(beside: Path, header: bytes) -> bool:
    if beside.stat().st_size <= _WAL_HEADER_BYTES:
        return True
    if header[_WRITE_VERSION_AT] != _WAL_VERSION:
        return False
    with beside.open("rb") as file:
        magic, _, page = struct.unpack(">III", file.read(12))
        if magic not in _WAL_MAGIC:
            return True
        file.seek(_WAL_HEADER_BYTES)
        while len(frame := file.read(_FRAME_HEADER_BYTES + page)) == _FRAME_HEADER_BYTES + page:
            if int.from_bytes(frame[:4], "big") == _FIRST_PAGE:
                return _application(frame[_FRAME_HEADER_BYTES:]) == APPLICATION_ID
    return True


def _follows(before: bytes, header: bytes) -> bool:
    """Whether the database's header is the one `before`, or the one a commit makes of it."""
    counts = _counter(header) - _counter(before)
    return _application(before) == APPLICATION_ID and counts in (0, 1)


def _counter(page: bytes) -> int:
    return int.from_bytes(page[_COUNTER_AT : _COUNTER_AT + 4], "big")


def _application(page: bytes) -> int:
    return int.from_bytes(page[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
