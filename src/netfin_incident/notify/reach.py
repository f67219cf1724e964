"""Connecting to a far side: the name is looked up once, and that very number is connected to."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from netfin_incident.notify.addresses import Address, Allowed
from netfin_incident.notify.channel import Outcome, Reason, Undelivered, failed, far_words, refused
from netfin_incident.notify.deadline import Deadline, shut_at, within

Resolver = Callable[[str, int], tuple[str, ...]]
"""Host and port to the numbers it stands for; raises `OSError`."""

_MOST_TRIED: Final = 4
"""Numbers of one host that are tried in turn."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an attempt may take and how much of an answer is read."""

    connect: float = 4.0
    """Seconds for name and connection."""
    total: float = 10.0
    """Seconds for everything."""
    body: int = 64 * 1024
    """Bytes of an answer; the rest is left unread."""


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """What the machine's name service says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be reached, how long it may take, and whose certificates are trusted."""

    allowed: Allowed = field(default_factory=Allowed)
    limits: Limits = field(default_factory=Limits)
    authorities: Path | None = None
    """A file of the firm's own certificate authorities, trusted beside the machine's."""
    resolve: Resolver = system_resolver

    def trust(self) -> ssl.SSLContext:
        """Certificates and host names are always verified; there is no switch."""
        context = ssl.create_default_context()
        if self.authorities is not None:
            context.load_verify_locations(cafile=self.authorities)
        return context


@contextmanager
def connected(
    host: str, port: int, reach: Reach, deadline: Deadline, *, encrypted: bool
) -> Iterator[socket.socket]:
    """A plain connection to `host`, shut at the deadline.

    Args:
        host: Name or number, as `read_target` gives it.
        port: The port.
        reach: What may be reached.
        deadline: The end of the whole attempt.
        encrypted: Whether TLS will be spoken; in plain text only named hosts are reached.

    Raises:
        Undelivered: nobody is there, or it may not be reached.
    """
    connecting = Deadline(min(reach.limits.connect, deadline.left()))
    addresses = _permitted(host, port, reach, connecting, encrypted=encrypted)
    connection = _connect(addresses, port, connecting)
    with connection:
        connection.settimeout(max(deadline.left(), 0.001))
        with shut_at(deadline, connection):
            yield connection


def encrypt(
    connection: socket.socket, host: str, reach: Reach, deadline: Deadline
) -> ssl.SSLSocket:
    """Speak TLS on `connection`, with a certificate for `host`.

    Raises:
        Undelivered: the far side cannot, or is not who it should be.
    """
    try:
        return reach.trust().wrap_socket(connection, server_hostname=host)
    except OSError as problem:
        raise Undelivered(tls_failure(problem, deadline)) from None


def tls_failure(problem: OSError, deadline: Deadline) -> Outcome:
    """What came of a handshake that went wrong."""
    if deadline.passed() or isinstance(problem, TimeoutError):
        return failed(Reason.TIMED_OUT)
    if isinstance(problem, ssl.SSLCertVerificationError):
        return failed(Reason.TLS_FAILED, far_words(problem.verify_message))
    if isinstance(problem, ssl.SSLError):
        return failed(Reason.TLS_FAILED, far_words(problem.reason or ""))
    return failed(Reason.TLS_FAILED, far_words(problem.strerror or ""))


def _permitted(
    host: str, port: int, reach: Reach, deadline: Deadline, *, encrypted: bool
) -> list[Address]:
    try:
        numbers = within(
            deadline.left(), lambda: reach.resolve(host, port), (OSError, UnicodeError)
        )
    except TimeoutError:
        raise Undelivered(failed(Reason.TIMED_OUT, host)) from None
    except (OSError, UnicodeError):
        raise Undelivered(failed(Reason.HOST_UNKNOWN, host)) from None
    addresses = [ipaddress.ip_address(number) for number in numbers]
    permitted = [
        address
        for address in addresses
        if reach.allowed.permits(host, address, encrypted=encrypted)
    ]
    if not permitted:
        shown = ", ".join(map(str, addresses[:_MOST_TRIED]))
        raise Undelivered(refused(Reason.HOST_REFUSED, f"{host} ({shown})"))
    return permitted[:_MOST_TRIED]


def _connect(addresses: list[Address], port: int, deadline: Deadline) -> socket.socket:
    problem = ""
    for tried, address in enumerate(addresses):
        share = deadline.left() / (len(addresses) - tried)
        try:
            return socket.create_connection((str(address), port), max(share, 0.001))
        except TimeoutError:
            continue
        except OSError as met:
            problem = met.strerror or type(met).__name__
    if not problem:
        raise Undelivered(failed(Reason.TIMED_OUT))
    raise Undelivered(failed(Reason.NOT_CONNECTED, far_words(problem)))
