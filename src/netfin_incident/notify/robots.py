"""The group robots of DingTalk, Feishu and WeCom: they answer 200 also when they say no.

Only a whole JSON object with the code 0 counts as yes; a page of HTML or an empty answer does not.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from netfin_incident.notify.channel import (
    Outcome,
    Reason,
    Undelivered,
    delivered,
    failed,
    far_words,
    refused,
    retry_after,
)
from netfin_incident.notify.http_exchange import Answer

HEADERS: Final = {"Content-Type": "application/json; charset=utf-8"}

_ACCOUNT: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")
_MOBILE: Final = re.compile(r"(?:\+[0-9]{1,3}-?)?[0-9]{5,15}")
_EVERYBODY: Final = frozenset({"all", "everyone", "here", "channel"})


@dataclass(frozen=True, slots=True)
class Codes:
    """Where a robot puts its code, and which of its codes are not final."""

    keys: tuple[str, ...]
    """The fields that may hold the code; each that is there must be 0."""
    words: tuple[str, ...]
    """The fields that may hold the words to it."""
    slow_down: Collection[int]
    """Codes that ask for a pause."""
    pause: int
    """How long that is, in seconds."""
    passing: Collection[int]
    """Codes that may be gone at the next attempt."""


def robot_verdict(answer: Answer, codes: Codes) -> Outcome:
    """What the code inside the answer says."""
    try:
        said = json.loads(answer.text) if answer.whole else None
    except (ValueError, RecursionError):
        said = None
    fields = said if isinstance(said, dict) else {}
    found = [fields[key] for key in codes.keys if key in fields]
    if not found or not all(type(code) is int for code in found):
        detail = far_words(answer.text)
        return failed(Reason.NOT_UNDERSTOOD, detail, "HTTP 200", may_have_arrived=True)
    words = far_words(next((str(fields[key]) for key in codes.words if key in fields), ""))
    code = next((code for code in found if code != 0), 0)
    if code == 0:
        return delivered(words, "0")
    if code in codes.slow_down:
        return retry_after(codes.pause, words, str(code))
    if code in codes.passing:
        return failed(Reason.SAID_NO, words, str(code))
    return refused(Reason.SAID_NO, words, str(code))


def is_mobile(address: str) -> bool:
    """Whether the address is a telephone number rather than an account."""
    return _MOBILE.fullmatch(address) is not None


def mentioned(address: str) -> str:
    """The account or number to mention; empty where the page is for the group as it is.

    Raises:
        Undelivered: it is neither, or stands for everybody in the group.
    """
    known = not address or _ACCOUNT.fullmatch(address) or is_mobile(address)
    if not known or address.lower() in _EVERYBODY:
        raise Undelivered(refused(Reason.ADDRESS_UNUSABLE))
    return address


def as_json(content: object) -> bytes:
    """The body of a request."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
