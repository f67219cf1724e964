"""One-time codes 确认码: who reads theirs to a colleague at a terminal has acknowledged by it.

Nothing of a code is kept: it follows from a secret of the database.  It is good for one person, in
one escalation, until that person has acknowledged.
"""

import hmac
import unicodedata
from hashlib import sha256
from typing import Final

from netfin_incident.domain.incident.state import Incident
from netfin_incident.errors import UsageError
from netfin_incident.store.secrets import secret
from netfin_incident.store.store import Store

DIGITS: Final = 6
_KEPT_UNDER: Final = "code_secret"
_FILLING: Final = str.maketrans("", "", " -·")


class Codes:
    """The codes of one database."""

    def __init__(self, key: bytes) -> None:
        """Derive codes from the secret `key`."""
        self._key = key

    @classmethod
    def of(cls, store: Store) -> "Codes":
        """The codes of `store`; ask outside a transaction.

        Raises:
            StoreBusy: another process held the database for too long.
            RecordError: the database cannot be read, or has no secret yet and cannot be written.
        """
        return cls(secret(store, _KEPT_UNDER))

    def code(self, incident: Incident, person: str) -> str:
        """The code of a person who was called in the present escalation; empty for anybody else."""
        return self._codes(incident).get(person, "")

    def person(self, incident: Incident, code: str) -> str:
        """Whose code it is, among those called who have not acknowledged; empty where nobody's.

        Raises:
            UsageError: it is not a code at all.
        """
        given, ladder = read_code(code), incident.escalation
        if ladder is None:
            return ""
        owed = self._codes(incident).items()
        found = [who for who, own in owed if hmac.compare_digest(own, given)]
        return next((who for who in found if who not in ladder.acknowledged), "")

    def _codes(self, incident: Incident) -> dict[str, str]:
        """By person; who was called later never changes the code of who was called before."""
        codes: dict[str, str] = {}
        taken: set[str] = set()
        for person in called_in_this_escalation(incident):
            code = self._unlike(taken, incident, person)
            codes[person] = code
            taken.add(code)
        return codes

    def _unlike(self, taken: set[str], incident: Incident, person: str) -> str:
        number = 0
        while (code := self._derived(incident, person, number)) in taken:
            number += 1
        return code

    def _derived(self, incident: Incident, person: str, number: int) -> str:
        generation = incident.escalation.generation if incident.escalation else 0
        told = "\x00".join(("nfi-code1", incident.id, str(generation), person, str(number)))
        drawn = int.from_bytes(hmac.digest(self._key, told.encode(), sha256))
        return f"{drawn % 10**DIGITS:0{DIGITS}}"


def called_in_this_escalation(incident: Incident) -> tuple[str, ...]:
    """The people to whom a page went since the escalation began, in the order in which they were."""
    ladder = incident.escalation
    if ladder is None:
        return ()
    paged = (
        one.to
        for one in incident.notices.values()
        if one.purpose.is_call and one.contact and one.made_at >= ladder.started_at
    )
    return tuple(dict.fromkeys(paged))


def read_code(given: str) -> str:
    """The digits of a code as somebody typed it: `123 456`, `１２３４５６`.

    Raises:
        UsageError: it is not six digits.
    """
    folded = unicodedata.normalize("NFKC", given).translate(_FILLING).strip()
    if len(folded) != DIGITS or not (folded.isascii() and folded.isdigit()):
        raise UsageError("code-not-digits", given=given)
    return folded
