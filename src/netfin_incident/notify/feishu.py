"""A group robot of Feishu (飞书), with its signature where the robot asks for one."""

import hmac
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import Outcome, Page
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.http_exchange import Answer, Request
from netfin_incident.notify.message import chat_text
from netfin_incident.notify.robots import HEADERS, Codes, as_json, mentioned, robot_verdict
from netfin_incident.notify.secrets import Secret

MOST: Final = 18_000
"""Bytes of text; the whole request may have 20 KB."""
_CODES: Final = Codes(
    keys=("code", "StatusCode"),
    words=("msg", "StatusMessage"),
    slow_down=frozenset({11232, 99991400}),
    pause=60,
    passing=frozenset({11233, 99991401}),
)


@dataclass(frozen=True, slots=True)
class Feishu:
    """What the robot wants to hear."""

    target: Target
    secrets: tuple[Secret, ...]
    key: Secret | None
    """For the signature (签名校验)."""
    personal = False

    def request(self, page: Page, now: datetime) -> Request:
        """A text message that mentions the receiver, where the address says how."""
        who = mentioned(page.address)
        text = chat_text(page, MOST, f'<at user_id="{who}"></at>' if who else "")
        content: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
        if self.key is not None:
            moment = str(int(now.timestamp()))
            signing = f"{moment}\n{self.key.reveal()}".encode()
            content["timestamp"] = moment
            content["sign"] = b64encode(hmac.digest(signing, b"", sha256)).decode()
        return Request("POST", self.target, HEADERS, as_json(content))

    def verdict(self, answer: Answer) -> Outcome:
        """`code` decides, and `StatusCode` where an older answer has it."""
        return robot_verdict(answer, _CODES)


def read_feishu(fields: Fields) -> Feishu:
    """The robot that a definition describes: `url` and, where it signs, `secret`."""
    target, url = fields.secret_url("url")
    key = fields.optional_secret("secret")
    return Feishu(target, (url, *([key] if key else [])), key)
