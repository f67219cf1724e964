"""The journal 处置日志: append, read, head.  Plain SQL over DB-API; nothing is updated or deleted.

A `Journal` works on a connection that the caller has put inside a transaction: the sequence is
head + 1, which is only true under the writer's lock.
"""

import re
import secrets
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple, cast

from netfin_incident.domain.incident import events
from netfin_incident.domain.record import Act, E, Recorded
from netfin_incident.errors import Place, RecordError
from netfin_incident.store import chain, codec
from netfin_incident.store.schema import COLUMNS

_HEAD: Final = re.compile(r"([0-9]{1,15}):([0-9a-f]{16,64})")


class Head(NamedTuple):
    """The newest entry's place and anchor; remembering it detects a cut or rewritten record."""

    seq: int
    anchor: str

    def __str__(self) -> str:
        """As it is printed, remembered and given to `journal verify --expect`."""
        return f"{self.seq}:{self.anchor}"

    @classmethod
    def parse(cls, given: str) -> "Head | None":
        """The head that a person remembers, with at least 16 digits of its anchor; else None."""
        found = _HEAD.fullmatch(given.strip().lower())
        return cls(int(found[1]), found[2]) if found else None


class Row(NamedTuple):
    """One entry as stored, with its salt and body; `salt` and `body` are None where erased."""

    seq: int
    stream: str
    version: int
    kind: str
    recorded_at: str
    actor: str
    known: str
    for_person: str
    commitment: str
    previous: str
    digest: str
    previous_anchor: str
    anchor: str
    salt: str | None
    body: str | None

    @property
    def header(self) -> chain.Header:
        """The part that the entry's digest is taken over."""
        return self[1:9]


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored entry of an incident, whose body is decoded only when asked for."""

    row: Row

    @property
    def recorded(self) -> Recorded[events.Event]:
        """The entry with its act and event.

        Raises:
            RecordError: the body is missing, unreadable or of a newer program.
        """
        return recorded(self.row, codec.INCIDENT)


def recorded(row: Row, kinds: codec.Kinds[E]) -> Recorded[E]:
    """The entry stored in `row`, which is one of `kinds`, with its act and event.

    Raises:
        RecordError: the body is missing, unreadable or of a newer program.
    """
    return Recorded(row.seq, row.version, *decoded(row, kinds))


def decoded(row: Row, kinds: codec.Kinds[E]) -> tuple[Act, E]:
    """The act and event of a row that is one of `kinds`.

    Raises:
        RecordError: the body is missing, unreadable or of a newer program.
    """
    if row.body is None:
        raise RecordError("body-missing", seq=row.seq, stream=row.stream, entry=row.version)
    try:
        return codec.decode(
            kinds, row.kind, row.body, row.recorded_at, row.actor, row.known, row.for_person
        )
    except RecordError as error:
        error.place = Place(row.stream, row.version)
        raise


def header_act(row: Row) -> Act:
    """The act as far as the header tells it.

    Raises:
        RecordError: the header is of a newer program.
    """
    try:
        return codec.decode_header(row.recorded_at, row.actor, row.known, row.for_person)
    except RecordError as error:
        error.place = Place(row.stream, row.version)
        raise


_SELECT: Final = (
    "SELECT " + ", ".join(f"entry.{column}" for column in COLUMNS) + ", body.salt, body.body "
    "FROM entry LEFT JOIN body ON body.seq = entry.seq "
)
_TELLING: Final = (
    _SELECT + "WHERE entry.stream = ? AND entry.version > ? AND (entry.for_person <> '' "  # noqa: S608
    "OR entry.kind NOT IN ({kinds}) "
    "OR entry.version = (SELECT max(version) FROM entry WHERE stream = ?)) ORDER BY entry.version"
)
_INSERT_ENTRY: Final = (
    f"INSERT INTO entry ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - constant names
)
_INSERT_BODY: Final = "INSERT INTO body (seq, salt, body) VALUES (?, ?, ?)"


_as_row: Final = cast("Callable[[object], Row]", partial(tuple.__new__, Row))
"""`Row._make`, without its count of the columns; entries are read by the thousand."""


def _undecodable(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")


def new_salt() -> str:
    """A fresh salt, in hexadecimal."""
    return secrets.token_hex(chain.SALT_BYTES)


class Journal:
    """The journal on one connection."""

    def __init__(self, connection: sqlite3.Connection, salt: Callable[[], str] = new_salt) -> None:
        """Work on `connection`; `salt` gives each body its salt."""
        self._connection = connection
        self._salt = salt

    def head(self) -> Head:
        """The newest entry's place and anchor; `Head(0, …)` of an empty journal."""
        row = self._connection.execute(
            "SELECT seq, anchor FROM entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        return Head(*row) if row else Head(0, chain.GENESIS)

    def append(self, stream: str, happened: Sequence[tuple[Act, E]]) -> list[Recorded[E]]:
        """Write entries at the end of `stream`; the caller holds the writer's lock and commits."""
        seq, anchor = self.head()
        version, previous = self._stream_head(stream)
        recorded: list[Recorded[E]] = []
        for act, event in happened:
            seq, version = seq + 1, version + 1
            body, salt = codec.encode_body(act, event), self._salt()
            committed = chain.commitment(salt, body)
            header = (
                stream, version, event.KIND, codec.format_time(act.at), act.by, str(act.known),
                act.on_behalf_of, committed,
            )  # fmt: skip
            digest = chain.digest(previous, header)
            after = chain.anchor(anchor, seq, digest)
            self._connection.execute(_INSERT_ENTRY, (seq, *header, previous, digest, anchor, after))
            self._connection.execute(_INSERT_BODY, (seq, salt, body))
            previous, anchor = digest, after
            recorded.append(Recorded(seq, version, act, event))
        return recorded

    def restore(self, row: Row) -> None:
        """Write a row exactly as it was exported; used only to fill an empty database."""
        self._connection.execute(_INSERT_ENTRY, row[: len(COLUMNS)])
        if row.body is not None:
            self._connection.execute(_INSERT_BODY, (row.seq, row.salt, row.body))

    def stream(self, stream: str, after: int = 0) -> Iterator[Row]:
        """The rows of one stream past version `after`, in order."""
        found = self._connection.execute(
            _SELECT + "WHERE entry.stream = ? AND entry.version > ? ORDER BY entry.version",
            (stream, after),
        )
        return map(_as_row, found)

    def telling(self, stream: str, after: int, inert: Collection[str]) -> Iterator[Row]:
        """The rows of one stream past version `after` without those that would only be counted.

        Left out are entries of the `inert` kinds that were made in one's own name, but for the
        newest entry.
        """
        asked = _TELLING.format(kinds=", ".join("?" * len(inert)))
        return map(_as_row, self._connection.execute(asked, (stream, after, *inert, stream)))

    def tail(self, after: int = 0, limit: int = -1) -> Iterator[Row]:
        """All rows past place `after`, in order; at most `limit` of them where it is not -1."""
        found = self._connection.execute(
            _SELECT + "WHERE entry.seq > ? ORDER BY entry.seq LIMIT ?", (after, limit)
        )
        return map(_as_row, found)

    def places(self, after: int, limit: int = -1) -> list[tuple[int, str]]:
        """Place and stream of the entries past place `after`; at most `limit`, where not -1."""
        return self._connection.execute(
            "SELECT seq, stream FROM entry WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
        ).fetchall()

    def as_stored(self, after: int | None = None) -> list[Row]:
        """Up to a thousand rows past place `after`, or from the very first, for checking.

        Unlike `tail` this shows rows that stand before the first place, and text that is no UTF-8
        any more (as lone surrogates); where the file is damaged, the rows before that.
        """
        try:
            return self._fetched(after, str)
        except sqlite3.OperationalError as error:
            if "UTF-8" not in str(error):
                raise
        return self._fetched(after, _undecodable)

    def _fetched(self, after: int | None, text: Callable[[bytes], str]) -> list[Row]:
        asked = _SELECT + ("" if after is None else "WHERE entry.seq > ? ")
        asked += "ORDER BY entry.seq LIMIT 1000"
        rows: list[Row] = []
        self._connection.text_factory = text
        try:
            for row in self._connection.execute(asked, () if after is None else (after,)):
                rows.append(_as_row(row))  # noqa: PERF401 - what came before an error counts
        except sqlite3.DatabaseError as error:
            if not rows or "UTF-8" in str(error):
                raise
        finally:
            self._connection.text_factory = str
        return rows

    def streams(self, prefix: str = "") -> list[str]:
        """Names of the streams that begin with `prefix`, in the order they began."""
        found = self._connection.execute(
            "SELECT stream FROM entry WHERE version = 1 AND stream >= ? AND stream < ? ORDER BY seq",
            (prefix, prefix + "\U0010ffff"),
        )
        return [stream for (stream,) in found]

    def has_stream(self, stream: str) -> bool:
        """Whether anything was written to `stream`."""
        return self._stream_head(stream)[0] > 0

    def last_number(self, prefix: str) -> int:
        """The highest number among streams called `prefix` and a number; 0 where there is none."""
        row = self._connection.execute(
            "SELECT stream FROM entry WHERE version = 1 AND stream >= ? AND stream < ? "
            "AND substr(stream, ?) NOT GLOB '*[^0-9]*' "
            "ORDER BY length(stream) DESC, stream DESC LIMIT 1",
            (prefix + "0", prefix + ":", len(prefix) + 1),
        ).fetchone()
        return int(row[0].removeprefix(prefix)) if row else 0

    def _stream_head(self, stream: str) -> tuple[int, str]:
        row = self._connection.execute(
            "SELECT version, digest FROM entry WHERE stream = ? ORDER BY version DESC LIMIT 1",
            (stream,),
        ).fetchone()
        return row or (0, chain.stream_start(stream))
