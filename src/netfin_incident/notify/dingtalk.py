"""A group robot of DingTalk (钉钉), with its signature where the robot asks for one."""

import hmac
from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final
from urllib.parse import quote_plus

from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import Outcome, Page
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.http_exchange import Answer, Request
from netfin_incident.notify.message import chat_text
from netfin_incident.notify.robots import (
    HEADERS,
    Codes,
    as_json,
    is_mobile,
    mentioned,
    robot_verdict,
)
from netfin_incident.notify.secrets import Secret

MOST: Final = 18_000
"""Bytes of text; the whole request may have 20,000."""
_CODES: Final = Codes(
    keys=("errcode",),
    words=("errmsg",),
    slow_down=frozenset({130101, 410100, 90018, 90030}),
    pause=600,
    passing=frozenset({-1, 15, 400105}),
)


@dataclass(frozen=True, slots=True)
class DingTalk:
    """What the robot wants to hear."""

    target: Target
    secrets: tuple[Secret, ...]
    key: Secret | None
    """For the signature (加签)."""
    personal = False

    def request(self, page: Page, now: datetime) -> Request:
        """A text message that mentions the receiver, where the address says how."""
        who = mentioned(page.address)
        content = chat_text(page, MOST, f"@{who}" if who else "")
        at: dict[str, object] = {"isAtAll": False}
        if who:
            at["atMobiles" if is_mobile(who) else "atUserIds"] = [who]
        body = as_json({"msgtype": "text", "text": {"content": content}, "at": at})
        return Request("POST", self._signed(now), HEADERS, body)

    def verdict(self, answer: Answer) -> Outcome:
        """`errcode` decides."""
        return robot_verdict(answer, _CODES)

    def _signed(self, now: datetime) -> Target:
        if self.key is None:
            return self.target
        moment = str(int(now.timestamp() * 1000))
        text = f"{moment}\n{self.key.reveal()}"
        digest = hmac.digest(self.key.reveal().encode(), text.encode(), sha256)
        joint = "&" if "?" in self.target.path else "?"
        sign = quote_plus(b64encode(digest))
        return replace(self.target, path=f"{self.target.path}{joint}timestamp={moment}&sign={sign}")


def read_dingtalk(fields: Fields) -> DingTalk:
    """The robot that a definition describes: `url` and, where it signs, `secret`."""
    target, url = fields.secret_url("url")
    key = fields.optional_secret("secret")
    return DingTalk(target, (url, *([key] if key else [])), key)
