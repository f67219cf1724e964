"""What a timeline line seems to record besides itself: a role taken, a message, a decision, a report.

These are guesses.  The line is kept as written whatever is guessed, and every guess is listed.
"""

import re
from typing import Final

from netfin_incident.exchange.incident_log.model import Guess, GuessKind
from netfin_incident.exchange.incident_log.words import roles_named
from netfin_incident.wording.log_words import (
    AUDIENCE_WORDS,
    DECISION_WORDS,
    MESSAGE_WORDS,
    REPORT_WORDS,
)

_PERSON: Final = (
    r"@?[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|(?:de|van|von|der|al|bin)\b)){0,3}|@[\w.-]+"
)
_TAKES: Final = (
    r"(?:assum(?:es|ed)|tak(?:es|ing)|took(?:\s+over)?|takes\s+over|acts|acted|acting|becomes|became"
    r"|is|was|appointed|assigned|nominated|volunteered|steps\s+in|stepped\s+in)"
    r"(?:\s+(?:as|the|to|on|over|role|roles|of|be|now|up|incident(?=\s+incident)))*"
)
_ROLE_TAKEN: Final = re.compile(
    rf"^(?P<person>{_PERSON})\s+{_TAKES}\s+(?P<roles>[\w ,/&+-]{{2,60}})"
)
_ROLE_WORDS_AFTER: Final = re.compile(r"\s+roles?\b.*$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.;:(]|\s(?:for|at|from|until|because|while|who|due)\s")

_CHANNEL: Final = re.compile(r"(?<![\w#/&])#[A-Za-z][\w-]{1,79}")
_TO_CHANNEL: Final = re.compile(
    r"\b(?:comms|announcement|update)s?\b[^.]{0,30}?\b(?:to|in|on)\s+([a-z]+(?:-[a-z]+)+)\b",
    re.IGNORECASE,
)
_SENT: Final = re.compile(MESSAGE_WORDS, re.IGNORECASE)
_AUDIENCE: Final = re.compile(AUDIENCE_WORDS, re.IGNORECASE)
_DECIDED: Final = re.compile(DECISION_WORDS, re.IGNORECASE | re.DOTALL)
_REPORT: Final = re.compile(REPORT_WORDS, re.IGNORECASE)
_LONGEST: Final = 2000


def guesses_from(text: str, line: int) -> tuple[Guess, ...]:
    """What the line seems to record; empty for a plain note."""
    text = text[:_LONGEST]
    found = (_role(text, line), _message(text, line), _decision(text, line), _report(text, line))
    return tuple(guess for guess in found if guess)


def _role(text: str, line: int) -> Guess | None:
    taken = _ROLE_TAKEN.match(text)
    if taken is None:
        return None
    said = _CLAUSE.split(_ROLE_WORDS_AFTER.sub("", taken["roles"]))[0]
    roles = roles_named(re.sub(r"\b(?:the|role|roles|as|of)\b", " ", said))
    if not roles:
        return None
    return Guess(GuessKind.ROLE, line, person=taken["person"].strip(), roles=roles)


def _message(text: str, line: int) -> Guess | None:
    if _SENT.search(text) is None:
        return None
    channels = [match[0] for match in _CHANNEL.finditer(text)]
    unmarked = _TO_CHANNEL.search(text)
    if unmarked and not channels:
        channels = [unmarked[1]]
    if "status page" in text.lower():
        channels.append("status page")
    said_to = [match[0].lower() for match in _AUDIENCE.finditer(text)]
    audience = next((who for who in said_to if not who.startswith("team")), "")
    return Guess(
        GuessKind.MESSAGE,
        line,
        audience=audience or next(iter(said_to), ""),
        channels=tuple(dict.fromkeys(channels)),
    )


def _decision(text: str, line: int) -> Guess | None:
    decided = _DECIDED.search(text)
    if decided is None:
        return None
    choice = decided["choice"].strip().rstrip(".")
    return Guess(GuessKind.DECISION, line, choice=choice) if choice else None


def _report(text: str, line: int) -> Guess | None:
    return Guess(GuessKind.NOTE, line) if _REPORT.search(text) else None
