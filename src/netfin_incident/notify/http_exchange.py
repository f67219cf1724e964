"""One request and its answer over HTTP: no redirect followed, no proxy asked, no byte too many."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import Final

from netfin_incident import __version__
from netfin_incident.notify.addresses import Target
from netfin_incident.notify.channel import Reason, Undelivered, failed, far_words, refused
from netfin_incident.notify.deadline import Deadline
from netfin_incident.notify.reach import Reach, connected, encrypt

USER_AGENT: Final = f"netfin-incident/{__version__}"


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent; headers and body may hold secrets and are not shown."""

    method: str
    target: Target
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """Names in small letters."""
    text: str
    """The beginning of the body."""
    whole: bool
    """Whether that is all of the body."""


def exchange(request: Request, reach: Reach) -> Answer:
    """Send `request` and read what comes back, within the limits of `reach`.

    Raises:
        Undelivered: there was no answer, or none that is HTTP, or a header
            would not stay one line.
    """
    if not all(value.isascii() and value.isprintable() for value in request.headers.values()):
        raise Undelivered(refused(Reason.ADDRESS_UNUSABLE))
    target, deadline = request.target, Deadline(reach.limits.total)
    encrypted = target.scheme == "https"
    with connected(target.host, target.port, reach, deadline, encrypted=encrypted) as plain:
        http = HTTPConnection(target.host, target.port)
        http.sock = encrypt(plain, target.host, reach, deadline) if encrypted else plain
        try:
            return _asked(http, request, reach.limits.body, deadline)
        finally:
            http.close()


def _asked(http: HTTPConnection, request: Request, most: int, deadline: Deadline) -> Answer:
    sent = False
    try:
        http.request(request.method, request.target.path, request.body, _headers(request))
        sent = True
        response = http.getresponse()
    except (OSError, HTTPException, ValueError) as problem:
        raise Undelivered(
            failed(_reason(problem, deadline), _words(problem), may_have_arrived=sent)
        ) from None
    if deadline.passed():
        # Cut off in the middle of the head, which the parser takes for its end.
        raise Undelivered(failed(Reason.TIMED_OUT, may_have_arrived=True))
    headers = {name.lower(): value for name, value in response.getheaders()}
    body, whole = _body(response, most)
    whole = whole and not deadline.passed()
    return Answer(response.status, headers, body.decode("utf-8", "replace"), whole)


def _headers(request: Request) -> dict[str, str]:
    """Those of the request, and ours."""
    target = request.target
    usual = {"http": 80, "https": 443}[target.scheme] == target.port
    host = target.authority if usual else target.where
    ours = {"Host": host, "User-Agent": USER_AGENT, "Accept": "*/*", "Connection": "close"}
    return {**ours, **request.headers}


def _body(response: HTTPResponse, most: int) -> tuple[bytes, bool]:
    """The beginning of the body, and whether it is all; an answer that breaks off still counts."""
    try:
        data = response.read(most + 1)
    except IncompleteRead as broken:
        return broken.partial[:most], False
    except (OSError, HTTPException, ValueError):
        return b"", False
    missing = bool(response.length) and len(data) <= most
    return data[:most], len(data) <= most and not missing


def _reason(problem: Exception, deadline: Deadline) -> Reason:
    if deadline.passed() or isinstance(problem, TimeoutError):
        return Reason.TIMED_OUT
    if isinstance(problem, ssl.SSLError):
        return Reason.TLS_FAILED
    return Reason.BROKEN_OFF if isinstance(problem, OSError) else Reason.NOT_UNDERSTOOD


def _words(problem: Exception) -> str:
    """The system's words only; those of the far side are not known to be free of secrets here."""
    return far_words(problem.strerror or "") if isinstance(problem, OSError) else ""
