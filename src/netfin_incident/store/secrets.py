"""Secrets of a database: drawn once, kept in it, and never written anywhere else."""

import secrets

from netfin_incident.store.store import Store

_BYTES = 32


def secret(store: Store, name: str) -> bytes:
    """The secret of that name; drawn when it is first asked for.

    Raises:
        StoreBusy: another process held the database for too long.
        RecordError: the database cannot be read, or there is none yet and it cannot be written.
    """
    if not store.meta(name):
        drawn = secrets.token_hex(_BYTES)
        with store.writing():
            store.connection.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (name, drawn))
    return bytes.fromhex(store.meta(name))
