"""A person at a shell: runs the program as a process of its own, or in this one where that is enough."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netfin_incident.__main__ import main

PROGRAM = Path(sys.executable).with_name("netfin-incident")
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Said:
    """What came of one command."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> str:
        """Standard output without its last line end."""
        return self.out.removesuffix("\n")

    @property
    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


class Shell:
    """A shell with a home of its own, whose commands all concern one database."""

    def __init__(self, home: Path, database: str = "netfin.db") -> None:
        self.home = home
        self.database = home / database
        self.environment = {
            **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "NETFIN_DB": str(self.database),
            "NETFIN_ZONE": "Asia/Shanghai",
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
        }

    def __call__(self, *words: str | bytes, stdin: bytes | str = b"", **changed: str) -> Said:
        """Run the program as a process."""
        done = subprocess.run(
            [str(PROGRAM), *words],
            cwd=self.home,
            env={**self.environment, **changed},
            input=_as_bytes(stdin),
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def done(self, *words: str, **changed: str) -> str:
        """Run the program as a process; it must succeed.  Its answer."""
        said = self(*words, **changed)
        assert said.code == 0, (words, said)
        return said.answer

    def here(self, *words: str, stdin: bytes | str = b"", **changed: str) -> Said:
        """Run the program in this process."""
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with (
            _environment({**self.environment, **changed}),
            _standard_input(_as_bytes(stdin)),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = main(list(words))
        return Said(code, *(_content(stream) for stream in (out, err)))

    def entries(self, incident: str = "1") -> list[dict[str, Any]]:
        """The timeline of an incident; empty where there is no database yet."""
        if not self.database.exists():
            return []
        said = self.here("timeline", incident, "--json")
        assert said.code == 0, said
        found: list[dict[str, Any]] = said.json["entries"]
        return found


def _as_bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _content(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@contextmanager
def _environment(changed: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(changed)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _standard_input(content: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(content), "utf-8")
    try:
        yield
    finally:
        sys.stdin = before
