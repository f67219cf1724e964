"""Any service that Apprise knows and the list here allows; Apprise is loaded when a page is sent.

The robots of DingTalk, Feishu and WeCom have channels of their own, because Apprise takes their
HTTP 200 for a yes.  Apprise connects by itself, so that only services with a fixed host are allowed,
and those of the firm's own where the settings name the host.
"""

import logging
import os
import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlsplit

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.addresses import read_host
from netfin_incident.notify.channel import (
    Outcome,
    Page,
    Reason,
    delivered,
    failed,
    refused,
)
from netfin_incident.notify.deadline import within
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.message import chat_text, subject
from netfin_incident.notify.reach import Reach
from netfin_incident.notify.secrets import Secret

PUBLIC: Final = frozenset(
    {
        "discord", "opsgenie", "pagerduty", "pbul", "pover", "pushplus", "schan", "slack", "sns",
        "tgram", "twilio", "wxpusher", "wxteams",
    }
)  # fmt: skip
"""Services whose host is fixed in Apprise itself."""
OWN_HOST: Final = frozenset({"barks", "gotifys", "matrixs", "mmosts", "ntfys", "rockets"})
"""Services that a firm runs itself, over TLS."""
OWN_KINDS: Final = {
    "dingtalk": "dingtalk",
    "feishu": "feishu",
    "lark": "feishu",
    "wecombot": "wecom",
    "workwechat": "wecom",
}

_MOST: Final = 1000
"""Bytes of text that every one of these services takes."""
_SWITCHES: Final = frozenset(
    {"verify", "redirect", "redirects", "retry", "wait", "rto", "cto", "optional", "format"}
)
"""Options of an address that would change how Apprise connects, waits or reads."""
_SCHEME: Final = re.compile(r"([a-z][a-z0-9]*)://")
_CONTROL: Final = re.compile(r"%(?:0[0-9a-f]|1[0-9a-f]|7f)", re.IGNORECASE)
_PROXIES: Final = ("http_proxy", "https_proxy", "all_proxy")
_MET: Final = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, OSError,
    RuntimeError, TypeError, ValueError,
)  # fmt: skip
"""What a plug-in of Apprise may raise."""
_LONGEST_ADDRESS: Final = 200


@dataclass(frozen=True, slots=True)
class AppriseUrl:
    """One address in Apprise's own form; `{address}` in it stands for that of the page."""

    url: Secret
    reach: Reach

    @property
    def personal(self) -> bool:
        """Whether the address of a page alone decides who receives it."""
        return "{address}" in self.url.reveal()

    def send(self, page: Page) -> Outcome:
        """Try once; what Apprise says in its log is not repeated, for it may hold the address."""
        if any(os.environ.get(name) or os.environ.get(name.upper()) for name in _PROXIES):
            return failed(Reason.PROXY_SET)
        if self.personal and not 0 < len(page.address) <= _LONGEST_ADDRESS:
            return refused(Reason.ADDRESS_UNUSABLE)
        url = self.url.reveal().replace("{address}", quote(page.address, safe=""))
        if _CONTROL.search(url):
            return refused(Reason.ADDRESS_UNUSABLE)
        try:
            apprise = import_module("apprise")
        except ImportError:
            return failed(Reason.NOT_INSTALLED, "netfin-incident[notify]")
        try:
            return within(self.reach.limits.total, lambda: _hand_over(apprise, url, page), _MET)
        except TimeoutError:
            return failed(Reason.TIMED_OUT, may_have_arrived=True)
        except _MET as problem:
            return failed(Reason.BROKEN_OFF, type(problem).__name__, may_have_arrived=True)


def read_apprise_url(fields: Fields, reach: Reach) -> AppriseUrl:
    """The address that a definition names: `url`, by reference."""
    secret = fields.secret("url")
    url = secret.reveal()
    found = _SCHEME.match(url)
    scheme = found[1] if found else ""
    place = fields.place
    if scheme in OWN_KINDS:
        raise DefinitionError("apprise-own-kind", place=place, given=scheme, kind=OWN_KINDS[scheme])
    choices = sorted(PUBLIC | OWN_HOST)
    if scheme not in choices:
        raise DefinitionError(
            "channel-scheme", place=place, field="url", given=scheme, choices=choices
        )
    _check_options(url, place)
    if scheme in OWN_HOST and not _is_named(url, reach):
        raise DefinitionError("apprise-host", place=place, given=scheme)
    return AppriseUrl(secret, reach)


def _check_options(url: str, place: Place | None) -> None:
    _, _, query = url.partition("?")
    for name, _ in parse_qsl(query, keep_blank_values=True):
        if name.lower() in _SWITCHES or not name[:1].isalnum():
            raise DefinitionError("apprise-option", place=place, given=name)


def _is_named(url: str, reach: Reach) -> bool:
    try:
        host = read_host(urlsplit(url).hostname or "")
    except ValueError:
        return False
    return host is not None and host in reach.allowed.named


def _hand_over(apprise: Any, url: str, page: Page) -> Outcome:
    """One service, no retry, no redirect, no file of its own."""
    _silence()
    asset = apprise.AppriseAsset(
        app_id="netfin-incident",
        async_mode=False,
        secure_logging=True,
        http_redirects=False,
        interpret_emojis=False,
    )
    courier = apprise.Apprise(asset=asset)
    if not courier.add(url) or len(courier.servers) != 1:
        return refused(Reason.ADDRESS_UNUSABLE)
    done = courier.notify(
        body=chat_text(page, _MOST), title=subject(page), body_format="text", notify_type="warning"
    )
    return delivered() if done else failed(Reason.SAID_NO)


def _silence() -> None:
    """Apprise's log would end on the screen, in the middle of whatever is drawn there."""
    log = logging.getLogger("apprise")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
