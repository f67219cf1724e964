"""Opening the database, off the event loop: what the screens must know of it before they read."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfin_incident.app.desk import Desk
    from netfin_incident.bootstrap import Session


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened database."""

    desk: "Desk"
    uuid: str
    purpose: str
    is_read_only: bool
    lost: int = 0
    """The place of an entry that this user had seen and the record no longer holds."""


def open_database(session: "Session", *, create: bool = False) -> Opened:
    """Open the session's database; make it first where that was asked.

    Raises:
        RecordError: there is none, or it cannot be used.
        StoreBusy: another process holds it.
    """
    from netfin_incident.app.seen import see

    desk = session.create() if create else session.desk
    store = desk.store
    lost = see(store)
    seen = lost.seq if lost else 0
    return Opened(desk, store.meta("uuid"), store.meta("purpose"), store.read_only, seen)


def remember(desk: "Desk") -> None:
    """Remember the newest entry, so that a later start notices a record that was cut.

    Raises:
        RecordError: the database cannot be read.
    """
    from netfin_incident.app.seen import see

    see(desk.store)


def user_state_folder() -> Path:
    """Where drafts and traces are kept; nowhere at all for a user without a home."""
    import platformdirs

    try:
        return platformdirs.user_state_path("netfin-incident")
    except RuntimeError:
        return Path(os.devnull)
