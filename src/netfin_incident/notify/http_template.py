"""A firm's own gateway for messages or calls, described by a template.

Placeholders in braces are filled and escaped for where they stand, so that a page cannot break out
of its place.  A yes is what the definition calls a yes: a status, a value in the JSON, or a pattern.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import quote, quote_plus

from netfin_incident.errors import DefinitionError, Place
from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import (
    Outcome,
    Page,
    Reason,
    Undelivered,
    delivered,
    failed,
    far_words,
    refused,
)
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.http_exchange import Answer, Request
from netfin_incident.notify.message import chat_text, subject
from netfin_incident.notify.secrets import Secret
from netfin_incident.wording import notify_sayings as words

_METHODS: Final = ("GET", "POST", "PUT")
_PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
_KNOWN: Final = ("to", "address", "subject", "text", "key", "code")
_OURS: Final = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "content-type", "user-agent"}
)
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_SEARCHED: Final = 8 * 1024
"""Characters that a pattern looks through, so that it cannot take for ever."""
_LONGEST_ADDRESS: Final = 200
_RANGE: Final = re.compile(r"(2[0-9]{2})(?:-(2[0-9]{2}))?")


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


_FORMS: Final[Mapping[str, tuple[str, Callable[[str], str]]]] = {
    "json": ("application/json; charset=utf-8", _in_json),
    "form": ("application/x-www-form-urlencoded", quote_plus),
    "xml": ("application/xml; charset=utf-8", escape),
    "text": ("text/plain; charset=utf-8", str),
}


@dataclass(frozen=True, slots=True)
class Success:
    """What counts as a yes; each part that is given must hold."""

    statuses: range
    path: tuple[str, ...] = ()
    equals: str = ""
    pattern: re.Pattern[str] | None = None

    def holds(self, answer: Answer) -> bool:
        """Whether the far side said yes."""
        if answer.status not in self.statuses:
            return False
        if self.path and _at(answer.text if answer.whole else "", self.path) != self.equals:
            return False
        return self.pattern is None or bool(self.pattern.search(answer.text[:_SEARCHED]))


@dataclass(frozen=True, slots=True)
class HttpTemplate:
    """What the gateway wants to hear."""

    method: str
    target: Target
    headers: Mapping[str, str] = field(repr=False)
    body: str = field(repr=False)
    form: str
    most: int
    named: Mapping[str, Secret]
    """Secrets that templates may use, as `{secret.NAME}`."""
    secrets: tuple[Secret, ...]
    success: Success

    @property
    def personal(self) -> bool:
        """Whether the templates put the page's address anywhere."""
        parts = (self.target.path, self.body, *self.headers.values())
        return any("{address}" in part for part in parts)

    def request(self, page: Page, now: datetime) -> Request:  # noqa: ARG002 - nothing is stamped
        """The templates, filled."""
        address = page.address
        if not address.isprintable() or len(address) > _LONGEST_ADDRESS:
            raise Undelivered(refused(Reason.ADDRESS_UNUSABLE))
        if self.personal and not address:
            raise Undelivered(refused(Reason.ADDRESS_UNUSABLE))
        values = {
            "to": page.to,
            "address": address,
            "subject": subject(page),
            "text": chat_text(page, self.most),
            "key": page.key,
            "code": page.code,
            **{f"secret.{name}": secret.reveal() for name, secret in self.named.items()},
        }
        kind, escaped = _FORMS[self.form]
        path = _filled(self.target.path, values, lambda text: quote(text, safe=""))
        headers = {name: _filled(value, values, str) for name, value in self.headers.items()}
        body = _filled(self.body, values, escaped).encode()
        target = replace(self.target, path=path)
        return Request(self.method, target, {"Content-Type": kind, **headers}, body)

    def verdict(self, answer: Answer) -> Outcome:
        """What the definition calls a yes."""
        said, code = far_words(answer.text), f"HTTP {answer.status}"
        if self.success.holds(answer):
            return delivered(said, code)
        return failed(Reason.SAID_NO, said, code, may_have_arrived=True)


def read_http_template(fields: Fields) -> HttpTemplate:
    """The gateway that a definition describes."""
    method = fields.choice("method", _METHODS, "POST")
    target, hidden = fields.url("url")
    named = fields.secrets("secrets")
    headers, body = fields.table("headers"), fields.text("body", "")
    form = fields.choice("content", tuple(_FORMS), "json")
    known = (*_KNOWN, *(f"secret.{name}" for name in named))
    for name, template in (("url", target.path), ("body", body), *headers.items()):
        _require_known(name, template, known, fields.place)
    _check_headers(headers, fields.place)
    if form == "json" and body:
        _require_json(body, fields.place)
    most = fields.number("most_bytes", 1500, 60, 200_000)
    secrets = (*hidden, *named.values())
    success = _read_success(fields)
    return HttpTemplate(method, target, headers, body, form, most, named, secrets, success)


def _read_success(fields: Fields) -> Success:
    found = _RANGE.fullmatch(fields.line("success_status", "200-299"))
    if not found:
        raise fields.wrong("success_status", words.A_STATUS)
    statuses = range(int(found[1]), int(found[2] or found[1]) + 1)
    path = fields.line("success_json", "")
    equals = fields.line("success_equals") if path else ""
    pattern = fields.text("success_pattern", "")
    try:
        compiled = re.compile(pattern) if pattern else None
    except (re.error, RecursionError, OverflowError):
        raise fields.wrong("success_pattern", words.A_PATTERN) from None
    return Success(statuses, tuple(path.split(".")) if path else (), equals, compiled)


def _require_known(name: str, template: str, known: tuple[str, ...], place: Place | None) -> None:
    for given in _PLACEHOLDER.findall(template):
        if given not in known:
            raise DefinitionError(
                "template-placeholder", place=place, field=name, given=given, choices=known
            )


def _check_headers(headers: Mapping[str, str], place: Place | None) -> None:
    for name, value in headers.items():
        clean = value.isascii() and value.isprintable()
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OURS or not clean:
            raise DefinitionError("channel-header", place=place, given=name)


def _require_json(body: str, place: Place | None) -> None:
    try:
        json.loads(_PLACEHOLDER.sub("x", body))
    except (ValueError, RecursionError):
        raise DefinitionError("template-not-json", place=place, field="body") from None


def _filled(template: str, values: Mapping[str, str], escaped: Callable[[str], str]) -> str:
    return _PLACEHOLDER.sub(lambda found: escaped(values[found[1]]), template)


def _at(text: str, path: tuple[str, ...]) -> str | None:
    """The value at `path` as JSON writes it, a text without its marks; None where there is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    for step in path:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value if isinstance(value, str) else json.dumps(value)
