"""What a channel is given and what it answers: one page, one attempt, one outcome.

A channel tries once and within its time limits.  Whether and when to try again is judged by whoever
keeps the queue.  An outcome is safe to record and to show: it holds no address with a token in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Protocol

from netfin_incident.domain.text import clean_line
from netfin_incident.notify.secrets import MASK, Secret, redact

LONGEST_WAIT: Final = 900
"""Seconds a far side may ask us to wait; a page that waits longer is no page."""

_MOST_WORDS: Final = 200
"""Characters kept of what the far side says."""
_SHORTEST_NUMBER: Final = 7
"""Digits that a telephone number ends with in every spelling of it."""
_NUMBER: Final = re.compile(r"\+?[0-9 ().-]+")
_GAP: Final = "[ .()·-]{0,3}"


@dataclass(frozen=True, slots=True)
class Page:
    """One message for one person, in that person's language."""

    to: str
    """Person id."""
    address: str
    """Where that person is reached on this channel; empty where the channel itself is the place."""
    subject: str
    text: str
    key: str
    """The same for every attempt, so that the far side can drop a repetition."""
    drill: bool
    code: str = field(default="", repr=False)
    """The one-time code by which a colleague can acknowledge; `text` says it already."""


class Result(StrEnum):
    """What the attempt came to, as far as the queue needs to know."""

    DELIVERED = "delivered"
    """The far side took it over."""
    REFUSED = "refused"
    """A definite no, which another attempt would not change."""
    RETRY_AFTER = "retry_after"
    """The far side asked us to wait."""
    FAILED = "failed"
    """Not delivered, or not known to be; another attempt may succeed."""


class Reason(StrEnum):
    """Why; `wording.notify_sayings.REASONS` has the words."""

    ACCEPTED = "accepted"
    WRITTEN_DOWN = "written_down"
    ADDRESS_UNUSABLE = "address_unusable"
    HOST_UNKNOWN = "host_unknown"
    HOST_REFUSED = "host_refused"
    NOT_CONNECTED = "not_connected"
    TLS_FAILED = "tls_failed"
    TIMED_OUT = "timed_out"
    BROKEN_OFF = "broken_off"
    NOT_UNDERSTOOD = "not_understood"
    REDIRECTED = "redirected"
    NOT_ADMITTED = "not_admitted"
    STATUS = "status"
    SAID_NO = "said_no"
    TOO_MANY = "too_many"
    RECIPIENT_REFUSED = "recipient_refused"
    NOT_WRITTEN = "not_written"
    NOT_INSTALLED = "not_installed"
    PROXY_SET = "proxy_set"
    NOT_A_DRILL = "not_a_drill"
    IS_A_DRILL = "is_a_drill"
    PERSON_GONE = "person_gone"
    CONTACT_GONE = "contact_gone"
    TO_BE_DIALLED = "to_be_dialled"
    NO_CHANNEL = "no_channel"
    UNUSABLE = "unusable"
    ROSTER_UNREAD = "roster_unread"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt."""

    result: Result
    reason: Reason
    detail: str = ""
    """Words of the far side or of the system: one line, secrets masked."""
    code: str = ""
    """The far side's own code, as `HTTP 500` or `310000`."""
    wait: int | None = None
    """Seconds to wait, with `RETRY_AFTER`."""
    may_have_arrived: bool = False
    """Whether the page was handed over whole before things went wrong."""


class Channel(Protocol):
    """One way to reach people."""

    def send(self, page: Page) -> Outcome:
        """Try once to hand `page` over; never raises for what the far side or the network does."""
        ...


class Undelivered(Exception):
    """Carries the outcome out of the middle of an attempt; no channel lets it through."""

    def __init__(self, outcome: Outcome) -> None:
        """Keep `outcome` for the channel to answer with."""
        super().__init__(outcome.reason)
        self.outcome = outcome


def delivered(detail: str = "", code: str = "") -> Outcome:
    """The far side took the page over."""
    return Outcome(Result.DELIVERED, Reason.ACCEPTED, detail, code)


def refused(reason: Reason, detail: str = "", code: str = "") -> Outcome:
    """A definite no."""
    return Outcome(Result.REFUSED, reason, detail, code)


def failed(
    reason: Reason, detail: str = "", code: str = "", *, may_have_arrived: bool = False
) -> Outcome:
    """Not delivered, or not known to be."""
    return Outcome(Result.FAILED, reason, detail, code, may_have_arrived=may_have_arrived)


def retry_after(seconds: float, detail: str = "", code: str = "") -> Outcome:
    """The far side asked for a pause; what it asks for is kept within reason."""
    wait = round(min(max(seconds, 1), LONGEST_WAIT))
    return Outcome(Result.RETRY_AFTER, Reason.TOO_MANY, detail, code, wait)


def far_words(said: str) -> str:
    """What the far side said, on one line; `masked` makes it short enough to record."""
    return clean_line(said[: 20 * _MOST_WORDS])


def short(words: str) -> str:
    """`words` short enough to record; mask them before they are cut."""
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"


def masked(outcome: Outcome, secrets: Iterable[Secret], page: Page) -> Outcome:
    """`outcome` as it may be recorded: without what the far side may have repeated, and short.

    Args:
        outcome: What came of it, in the far side's own words.
        secrets: The channel's.
        page: What was sent: its one-time code and its address are masked too.
    """
    known = (*secrets, *(Secret(own) for own in (page.code, page.address) if own))

    def cleaned(words: str) -> str:
        return _without_digits(redact(words, known), page.code, page.address)

    return replace(outcome, detail=short(cleaned(outcome.detail)), code=cleaned(outcome.code))


def _without_digits(words: str, code: str, number: str) -> str:
    """`words` without a code written in groups, or a telephone number with another beginning."""
    if code.isdigit():
        words = re.sub(_GAP.join(code), MASK, words)
    digits = "".join(filter(str.isdigit, number))
    if len(digits) >= _SHORTEST_NUMBER and _NUMBER.fullmatch(number):
        local = _GAP.join(digits[-_SHORTEST_NUMBER:])
        words = re.sub(rf"\+?(?:\d{_GAP}){{0,12}}{local}", MASK, words)
    return words
