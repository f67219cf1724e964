"""Far sides on the loopback that do what a test wants, and channels that may reach them."""

import shutil
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from socket import SHUT_RDWR, create_server, socket
from typing import BinaryIO, Final

import pytest

from netfin_incident.notify.addresses import read_allowed
from netfin_incident.notify.channel import Channel, Outcome, Page
from netfin_incident.notify.definitions import ChannelDefinition, Surroundings, make_channel
from netfin_incident.notify.reach import Limits, Reach

NOW: Final = datetime(2025, 11, 24, 16, 0, tzinfo=UTC)
SECRET: Final = "SEC-canary/7f3a+9=b"  # noqa: S105 - the canary that no outcome may show
AMPLE: Final = 8.0
BRIEF: Final = 0.4
"""Seconds for attempts that shall meet a far side, and for those that shall not."""

ROBOTS = ("dingtalk", "feishu", "wecom")
OVER_HTTP = (*ROBOTS, "webhook", "http")
YES = {"dingtalk": '{"errcode":0,"errmsg":"ok"}', "wecom": '{"errcode":0,"errmsg":"ok"}',
       "feishu": '{"StatusCode":0,"StatusMessage":"success","code":0,"msg":"success"}',
       "webhook": "", "http": '{"result":{"code":"0"}}'}  # fmt: skip

Talk = Callable[[socket, "Sink"], None]
"""What a server does with a connection."""


@dataclass
class Sink:
    """A listening far side and the requests it has read."""

    port: int
    requests: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    connections: int = 0


@contextmanager
def listening(talk: Talk, number: str = "127.0.0.1") -> Iterator[Sink]:
    """A server that runs `talk` on every connection, each in its own thread, until the test ends."""
    server = create_server((number, 0))
    sink = Sink(server.getsockname()[1])
    open_now: list[socket] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            sink.connections += 1
            open_now.append(connection)
            threading.Thread(target=converse, args=(connection,), daemon=True).start()

    def converse(connection: socket) -> None:
        with connection, suppress(OSError, ssl.SSLError):
            talk(connection, sink)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield sink
    finally:
        for each in (server, *open_now):
            with suppress(OSError):
                each.shutdown(SHUT_RDWR)
            each.close()


def read_request(connection: socket, sink: Sink) -> None:
    """Read one HTTP request whole and keep it."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65_536)
        if not piece:
            return
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65_536)
    sink.requests.append((first, headers, body))


def says(status: str, body: str = "", **headers: str) -> Talk:
    """Answers every request the same; `_` in a header's name stands for `-`."""
    data = body.encode()
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(data)}\r\n{''.join(lines)}\r\n".encode()

    def talk(connection: socket, sink: Sink) -> None:
        read_request(connection, sink)
        connection.sendall(head + data)

    return talk


def trickles(first: bytes, drop: bytes, pause: float = 0.05) -> Talk:
    """Answers a few bytes at a time, for ever."""

    def talk(connection: socket, sink: Sink) -> None:
        read_request(connection, sink)
        connection.sendall(first)
        while True:
            connection.sendall(drop)
            time.sleep(pause)

    return talk


def page(**changes: object) -> Page:
    """A page for one person."""
    values: dict[str, object] = {
        "to": "li.wei",
        "address": "",
        "subject": "INC-2025-0001 支付渠道中断",
        "text": "状态可能已变化。\n请确认。",
        "key": "n-1",
        "drill": False,
        "code": "4711",
    }
    return Page(**{**values, **changes})  # type: ignore[arg-type]


def reach(*allow: str, total: float = AMPLE, authorities: Path | None = None) -> Reach:
    """What may be reached: the loopback, unless the test says otherwise."""
    allowed = read_allowed(allow or ("127.0.0.1",))
    return Reach(allowed, Limits(connect=total / 2, total=total), authorities)


def channel(
    kind: str,
    fields: Mapping[str, object],
    within: Reach | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    drill: bool = False,
) -> Channel:
    """The channel that a definition makes."""
    around = Surroundings(within or reach(), lambda: NOW, {"SECRET": SECRET, **(environ or {})})
    return make_channel(ChannelDefinition("under-test", kind, fields, drill=drill), around)


def attempt(way: Channel, sent: Page | None = None, total: float = AMPLE) -> Outcome:
    """What one attempt comes to; it stays within its time and shows no secret."""
    began = time.monotonic()
    outcome = way.send(sent or page())
    assert time.monotonic() - began < total + 0.7
    assert SECRET not in f"{outcome!r} {way!r}"
    return outcome


def certificate(folder: Path, name: str, alternative: str) -> tuple[Path, Path]:
    """A certificate of its own signing, and its key."""
    certificate_file, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-keyout", key, "-out", certificate_file, "-days", "2", "-subj", f"/CN={name}",
            "-addext", f"subjectAltName={alternative}", "-addext", "keyUsage=digitalSignature,keyCertSign",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return certificate_file, key


def server_context(files: tuple[Path, Path]) -> ssl.SSLContext:
    """The server's end of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context


@dataclass
class MailServer:
    """A mail server with few words: what it answers to each verb, unless told otherwise the usual."""

    replies: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[str, ...] = ("AUTH PLAIN LOGIN",)
    tls: ssl.SSLContext | None = None
    """Offered as STARTTLS."""
    wrapped: bool = False
    """Whether TLS is spoken from the first byte."""
    heard: list[str] = field(default_factory=list)
    mail: bytes = b""

    def __call__(self, connection: socket, _sink: Sink) -> None:
        if self.wrapped and self.tls is not None:
            connection = self.tls.wrap_socket(connection, server_side=True)
        self._say(connection, "connect", "220 mail.example ready")
        lines = connection.makefile("rb")
        while raw := lines.readline():
            line = raw.decode("latin-1").rstrip("\r\n")
            verb = line.partition(" ")[0].lower()
            self.heard.append(line)
            if verb == "starttls" and self.tls is not None:
                connection.sendall(b"220 go\r\n")
                connection = self.tls.wrap_socket(connection, server_side=True)
                lines = connection.makefile("rb")
            else:
                self._answer(connection, verb, lines)

    def _answer(self, connection: socket, verb: str, lines: BinaryIO) -> None:
        usual = {"mail": "250 ok", "rcpt": "250 ok", "auth": "235 ok", "quit": "221 bye"}
        if verb == "ehlo" and verb not in self.replies:
            offers = (*self.offers, *(("STARTTLS",) if self.tls and not self.wrapped else ()))
            said = (
                "250-mail.example\r\n"
                + "".join(f"250-{offer}\r\n" for offer in offers)
                + "250 SIZE 1000000"
            )
            self._say(connection, verb, said)
        elif verb == "data" and verb not in self.replies:
            connection.sendall(b"354 go\r\n")
            self.mail = b""
            while (raw := lines.readline()) not in {b".\r\n", b""}:
                self.mail += raw
            self._say(connection, "done", "250 queued")
        else:
            self._say(connection, verb, usual.get(verb, "250 ok"))

    def _say(self, connection: socket, verb: str, usual: str) -> None:
        said = self.replies.get(verb, usual)
        if said == "close":
            connection.shutdown(SHUT_RDWR)
        elif said != "silence":
            connection.sendall(said.encode() + b"\r\n")


def over_http(
    kind: str, port: int, within: Reach | None = None, host: str = "127.0.0.1"
) -> Channel:
    """A channel of `kind` to the sink, with the canary as its token and its signing key."""
    token = SECRET.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D")
    url = f"http://{host}:{port}/hook?access_token={token}"
    fields: dict[str, object] = {"url": "env:URL"}
    if kind in {"dingtalk", "feishu", "webhook"}:
        fields["secret"] = "env:SECRET"  # noqa: S105 - a reference
    if kind == "http":
        fields |= {
            "body": '{"to": "{address}", "text": "{text}", "key": "{secret.key}"}',
            "secrets": {"key": "env:SECRET"},
            "success_json": "result.code",
            "success_equals": "0",
        }
    return channel(kind, fields, within, {"URL": url})


def address_for(kind: str) -> str:
    """An address that the channel takes."""
    return "13800000000" if kind == "http" else ""


@contextmanager
def tried(kind: str, talk: Talk, total: float = AMPLE) -> Iterator[tuple[Outcome, Sink]]:
    """The outcome of one attempt against `talk`, and what the far side got."""
    with listening(talk) as sink:
        way = over_http(kind, sink.port, reach(total=total))
        yield attempt(way, page(address=address_for(kind)), total), sink


_folders: list[tempfile.TemporaryDirectory[str]] = []


@cache
def certificates() -> Mapping[str, tuple[Path, Path]]:
    """A certificate for the loopback and one for elsewhere, made once."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, so there is no certificate to test with")
    _folders.append(tempfile.TemporaryDirectory())
    folder = Path(_folders[0].name)
    return {
        "right": certificate(folder, "right", "IP:127.0.0.1,DNS:localhost"),
        "elsewhere": certificate(folder, "elsewhere", "DNS:elsewhere.example"),
    }
