"""What all channels over HTTP share: the attempt, and what a status means before the body is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, Protocol

from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import (
    Outcome,
    Page,
    Reason,
    Undelivered,
    failed,
    far_words,
    masked,
    refused,
    retry_after,
)
from netfin_incident.notify.http_exchange import Answer, Request, exchange
from netfin_incident.notify.reach import Reach
from netfin_incident.notify.secrets import Secret, redact

_TRY_AGAIN: Final = frozenset({408, 425})
_NOT_ADMITTED: Final = frozenset({401, 403, 407})
_USUAL_WAIT: Final = 60
_SECONDS: Final = re.compile(r"[0-9]{1,9}")


class Dialect(Protocol):
    """What one kind of far side wants to hear, and how it says yes."""

    @property
    def target(self) -> Target:
        """Where it listens."""
        ...

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What must not show in an outcome."""
        ...

    @property
    def personal(self) -> bool:
        """Whether the address of a page alone decides who receives it."""
        ...

    def request(self, page: Page, now: datetime) -> Request:
        """The request that hands `page` over; raises `Undelivered` where the address cannot be."""
        ...

    def verdict(self, answer: Answer) -> Outcome:
        """What an answer with a status of success says."""
        ...


@dataclass(frozen=True, slots=True)
class HttpChannel:
    """A channel whose far side speaks HTTP."""

    dialect: Dialect
    reach: Reach
    clock: Callable[[], datetime]

    @property
    def personal(self) -> bool:
        """Whether the address of a page alone decides who receives it."""
        return self.dialect.personal

    @property
    def excluded(self) -> str:
        """The host, where it is certain that what is allowed never lets it be reached; else empty."""
        target = self.dialect.target
        encrypted = target.scheme == "https"
        is_excluded = self.reach.allowed.excludes(target.host, encrypted=encrypted)
        return target.host if is_excluded else ""

    def send(self, page: Page) -> Outcome:
        """Try once."""
        now, secrets = self.clock(), self.dialect.secrets
        try:
            answer = exchange(self.dialect.request(page, now), self.reach)
        except Undelivered as undelivered:
            return masked(undelivered.outcome, secrets, page)
        answer = replace(answer, text=redact(answer.text, secrets))
        outcome = by_status(answer, now) or self.dialect.verdict(answer)
        return masked(outcome, secrets, page)


def by_status(answer: Answer, now: datetime) -> Outcome | None:
    """What the status says by itself; None where the body decides."""
    status, said, code = answer.status, far_words(answer.text), f"HTTP {answer.status}"
    if 200 <= status < 300:  # noqa: PLR2004 - the classes of HTTP
        return None
    asked = _asked_wait(answer, now)
    if status == 429 or (status == 503 and asked is not None):  # noqa: PLR2004 - as above
        return retry_after(_USUAL_WAIT if asked is None else asked, said, code)
    if status in _TRY_AGAIN or status >= 500:  # noqa: PLR2004 - as above
        return failed(Reason.STATUS, said, code)
    if status >= 400:  # noqa: PLR2004 - as above
        reason = Reason.NOT_ADMITTED if status in _NOT_ADMITTED else Reason.STATUS
        return refused(reason, said, code)
    if status >= 300:  # noqa: PLR2004 - as above
        return refused(Reason.REDIRECTED, code=code)
    return failed(Reason.NOT_UNDERSTOOD, code=code, may_have_arrived=True)


def _asked_wait(answer: Answer, now: datetime) -> float | None:
    """Seconds from `Retry-After`; a date counts from the far side's own clock where it tells it."""
    said = answer.headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(said):
        return float(said)
    until = _date(said)
    if until is None:
        return None
    return (until - (_date(answer.headers.get("date", "")) or now)).total_seconds()


def _date(said: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
