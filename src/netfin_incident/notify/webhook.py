"""A page as JSON to a program of the firm, signed so that it can tell ours from anybody's.

The signature is HMAC-SHA256 over the time stamp, a full stop and the body.  The receiver checks it,
turns down a stamp that is minutes old, and drops a key it has seen.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import Outcome, Page, delivered, far_words
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.http_exchange import Answer, Request
from netfin_incident.notify.message import plain_text, subject
from netfin_incident.notify.robots import as_json
from netfin_incident.notify.secrets import Secret

MOST: Final = 200_000
"""Bytes of text."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """What the program is sent."""

    target: Target
    secrets: tuple[Secret, ...]
    key: Secret
    personal = False

    def request(self, page: Page, now: datetime) -> Request:
        """The page with all its parts."""
        body = as_json(
            {
                "to": page.to,
                "address": page.address,
                "subject": subject(page),
                "text": plain_text(page, MOST),
                "key": page.key,
                "code": page.code,
                "drill": page.drill,
            }
        )
        stamp = str(int(now.timestamp()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Idempotency-Key": page.key,
            "X-Netfin-Timestamp": stamp,
            "X-Netfin-Signature": f"v1={signature(self.key, stamp, body)}",
        }
        return Request("POST", self.target, headers, body)

    def verdict(self, answer: Answer) -> Outcome:
        """The status has said yes."""
        return delivered(far_words(answer.text), f"HTTP {answer.status}")


def signature(key: Secret, stamp: str, body: bytes) -> str:
    """The signature of `body` sent at `stamp`, in hexadecimal."""
    return hmac.digest(key.reveal().encode(), stamp.encode() + b"." + body, sha256).hex()


def read_webhook(fields: Fields) -> Webhook:
    """The receiver that a definition describes: `url` and `secret`."""
    target, hidden = fields.url("url")
    key = fields.secret("secret")
    return Webhook(target, (*hidden, key), key)
