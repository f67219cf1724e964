"""What the roster last said of people: their names, and how each is reached.

It is read in a thread; a roster that cannot be read keeps nobody from working.
"""

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from netfin_incident.errors import DefinitionError, RecordError, StoreBusy

if TYPE_CHECKING:
    from netfin_incident.app.dialling import Number
    from netfin_incident.app.rosters import Rosters
    from netfin_incident.bootstrap import Session
    from netfin_incident.domain.roster import Contact, Roster


class KnownPeople:
    """The people of one session's roster."""

    def __init__(self, session: "Session", now: Callable[[], datetime]) -> None:
        """Nothing was read yet."""
        self._session = session
        self._now = now
        self._rosters: Rosters | None = None
        self._roster: Roster | None = None
        self._numbers: Mapping[str, tuple[Number, ...]] = {}

    def read(self) -> None:
        """Read the roster that counts now, in a thread."""
        from netfin_incident.app.dialling import numbers

        try:
            roster = self.rosters().counting(self._now()).roster
        except (DefinitionError, RecordError, StoreBusy):
            return
        if roster is not self._roster:
            self._numbers = {one.id: numbers(one, os.environ) for one in roster.people}
            self._roster = roster

    def rosters(self) -> "Rosters":
        """The rosters, kept so that each is compiled once.

        Raises:
            RecordError: the database cannot be used.
        """
        if self._rosters is None:
            self._rosters = self._session.rosters
        return self._rosters

    def name_of(self, person: str) -> str:
        """The name of a person; the id where none is known."""
        set_up = self._session.config.name_of(person)
        if set_up != person or self._roster is None:
            return set_up
        found = self._roster.person(person)
        return found.name if found else person

    def contact(self, person: str, contact: str) -> "Contact | None":
        """A contact of a person."""
        found = self._roster.person(person) if self._roster else None
        return next((one for one in found.contacts if one.id == contact), None) if found else None

    def numbers(self, person: str) -> "tuple[Number, ...]":
        """The numbers by which somebody can telephone a person."""
        return self._numbers.get(person, ())
