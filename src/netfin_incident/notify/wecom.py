"""A group robot of WeCom (企业微信)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

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

MOST: Final = 2048
"""Bytes of text that the robot takes."""
_CODES: Final = Codes(
    keys=("errcode",),
    words=("errmsg",),
    slow_down=frozenset({45009, 45033}),
    pause=60,
    passing=frozenset({-1}),
)


@dataclass(frozen=True, slots=True)
class WeCom:
    """What the robot wants to hear."""

    target: Target
    secrets: tuple[Secret, ...]
    personal = False

    def request(self, page: Page, now: datetime) -> Request:  # noqa: ARG002 - nothing is signed
        """A text message that mentions the receiver, where the address says how."""
        who = mentioned(page.address)
        text: dict[str, object] = {"content": chat_text(page, MOST)}
        if who:
            text["mentioned_mobile_list" if is_mobile(who) else "mentioned_list"] = [who]
        body = as_json({"msgtype": "text", "text": text})
        return Request("POST", self.target, HEADERS, body)

    def verdict(self, answer: Answer) -> Outcome:
        """`errcode` decides."""
        return robot_verdict(answer, _CODES)


def read_wecom(fields: Fields) -> WeCom:
    """The robot that a definition describes: `url`."""
    target, url = fields.secret_url("url")
    return WeCom(target, (url,))
