"""A page as mail: over TLS, to one receiver, who is told apart from the server when refused."""

import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP as MAIL
from email.utils import format_datetime
from typing import IO, Final

from netfin_incident.notify.addresses import read_host
from netfin_incident.notify.channel import (
    Outcome,
    Page,
    Reason,
    Undelivered,
    delivered,
    failed,
    far_words,
    masked,
    refused,
)
from netfin_incident.notify.deadline import Deadline
from netfin_incident.notify.fields import Fields
from netfin_incident.notify.message import plain_text, subject
from netfin_incident.notify.reach import Reach, connected, encrypt, tls_failure
from netfin_incident.notify.secrets import Secret, redact
from netfin_incident.wording import notify_sayings as words

_MOST: Final = 200_000
_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}"
)
_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_PORTS: Final = {"starttls": 587, "tls": 465, "none": 25}
_TAKEN: Final = frozenset({250, 251})
_NOT_ADMITTED: Final = frozenset({530, 534, 535, 538})


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server, and as whom it is spoken to."""

    host: str
    port: int
    security: str
    """`starttls`, `tls`, or `none`, which reaches named hosts only."""
    sender: str
    login: tuple[str, Secret] | None
    reach: Reach
    clock: Callable[[], datetime]
    personal = True

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What must not show in an outcome: the password, also as it goes over the line."""
        if self.login is None:
            return ()
        user, password = self.login
        sent = b64encode(f"\0{user}\0{password.reveal()}".encode()).decode()
        return password, Secret(sent)

    @property
    def excluded(self) -> str:
        """The host, where it is certain that what is allowed never lets it be reached; else empty."""
        encrypted = self.security != "none"
        is_excluded = self.reach.allowed.excludes(self.host, encrypted=encrypted)
        return self.host if is_excluded else ""

    def send(self, page: Page) -> Outcome:
        """Try once."""
        if not _ADDRESS.fullmatch(page.address) or not _KEY.fullmatch(page.key):
            return refused(Reason.ADDRESS_UNUSABLE)
        deadline = Deadline(self.reach.limits.total)
        try:
            outcome = self._talk(page, deadline)
        except Undelivered as undelivered:
            outcome = undelivered.outcome
        except smtplib.SMTPResponseException as problem:
            outcome = self._answered(problem.smtp_code, problem.smtp_error)
        except (OSError, ValueError) as problem:
            outcome = _broken(problem, deadline)
        return masked(outcome, self.secrets, page)

    def _talk(self, page: Page, deadline: Deadline) -> Outcome:
        encrypted = self.security != "none"
        with connected(self.host, self.port, self.reach, deadline, encrypted=encrypted) as plain:
            line: socket.socket = plain
            if self.security == "tls":
                line = encrypt(plain, self.host, self.reach, deadline)
            server = _Server(line, self.host)
            try:
                self._introduce(server, deadline)
                return self._hand_over(server, page, deadline)
            finally:
                server.close()

    def _introduce(self, server: "_Server", deadline: Deadline) -> None:
        server.ehlo_or_helo_if_needed()
        if self.security == "starttls":
            try:
                server.starttls(context=self.reach.trust())
            except smtplib.SMTPNotSupportedError:
                raise Undelivered(refused(Reason.TLS_FAILED, "STARTTLS")) from None
            except ssl.SSLError as problem:
                raise Undelivered(tls_failure(problem, deadline)) from None
            server.ehlo_or_helo_if_needed()
        if self.login:
            user, password = self.login
            try:
                server.login(user, password.reveal())
            except (smtplib.SMTPResponseException, smtplib.SMTPServerDisconnected):
                raise
            except smtplib.SMTPException:
                raise Undelivered(refused(Reason.NOT_ADMITTED, "AUTH")) from None

    def _hand_over(self, server: "_Server", page: Page, deadline: Deadline) -> Outcome:
        code, said = server.mail(self.sender)
        if code not in _TAKEN:
            return self._answered(code, said)
        code, said = server.rcpt(page.address)
        if code not in _TAKEN:
            return self._answered(code, said, Reason.RECIPIENT_REFUSED)
        content = self._message(page).as_bytes()
        try:
            code, said = server.data(content)
        except smtplib.SMTPResponseException:
            raise
        except OSError as problem:
            reason = _broken(problem, deadline).reason
            return failed(reason, may_have_arrived=True)
        if code not in _TAKEN:
            return self._answered(code, said)
        with suppress(OSError):
            server.putcmd("quit")
        return delivered(self._words(said), str(code))

    def _message(self, page: Page) -> EmailMessage:
        message = EmailMessage(policy=MAIL)
        message["From"] = self.sender
        message["To"] = page.address
        message["Subject"] = subject(page)
        message["Date"] = format_datetime(self.clock())
        message["Message-ID"] = f"<{page.key}@{self.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(plain_text(page, _MOST), cte="base64")
        return message

    def _answered(self, code: int, said: bytes | str, no: Reason = Reason.SAID_NO) -> Outcome:
        """What a code of the server means: 4xx passes, 5xx stays."""
        words = self._words(said)
        if code in _NOT_ADMITTED:
            return refused(Reason.NOT_ADMITTED, words, str(code))
        if 500 <= code < 600:  # noqa: PLR2004 - the classes of SMTP
            return refused(no, words, str(code))
        if 400 <= code < 500:  # noqa: PLR2004 - as above
            return failed(no, words, str(code))
        return failed(Reason.NOT_UNDERSTOOD, words, str(code))

    def _words(self, said: bytes | str) -> str:
        text = said if isinstance(said, str) else said.decode("utf-8", "replace")
        return far_words(redact(text, self.secrets))


class _Server(smtplib.SMTP):
    """A conversation on a connection that is there already, with an end to what is listened to."""

    def __init__(self, connection: socket.socket, host: str) -> None:
        self._connection = connection
        number = connection.getsockname()[0]
        own = f"[IPv6:{number}]" if ":" in number else f"[{number}]"
        super().__init__(host, local_hostname=own)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # noqa: ARG002 - as smtplib calls it
        return self._connection

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = _Bounded(self.sock.makefile("rb"))
        return super().getreply()


class _Bounded:
    """The lines of a server that may talk for ever."""

    def __init__(self, lines: IO[bytes]) -> None:
        self._lines = lines
        self._left = 64 * 1024

    def readline(self, most: int) -> bytes:
        line = self._lines.readline(min(most, self._left))
        self._left -= len(line)
        return line

    def close(self) -> None:
        self._lines.close()


def read_smtp(fields: Fields, reach: Reach, clock: Callable[[], datetime]) -> Smtp:
    """The server that a definition describes."""
    host = read_host(fields.line("host"))
    if host is None:
        raise fields.wrong("host", words.A_HOST)
    security = fields.choice("security", tuple(_PORTS), "starttls")
    port = fields.number("port", _PORTS[security], 1, 65_535)
    sender = fields.line("sender")
    if not _ADDRESS.fullmatch(sender):
        raise fields.wrong("sender", words.A_MAIL_ADDRESS)
    user = fields.line("user", "")
    password = fields.secret("password") if user else None
    if user and not user.isascii():
        raise fields.wrong("user", words.A_LINE)
    login = (user, password) if password else None
    return Smtp(host, port, security, sender, login, reach, clock)


def _broken(problem: OSError | ValueError, deadline: Deadline) -> Outcome:
    """What to say when the conversation broke off; the exception's own words are not shown."""
    if deadline.passed() or isinstance(problem, TimeoutError):
        return failed(Reason.TIMED_OUT)
    if isinstance(problem, ssl.SSLError):
        return failed(Reason.TLS_FAILED)
    if isinstance(problem, smtplib.SMTPServerDisconnected):
        return failed(Reason.BROKEN_OFF)
    return failed(Reason.BROKEN_OFF if isinstance(problem, OSError) else Reason.NOT_UNDERSTOOD)
