"""Databases with a history in them, and hands that get at what the guards keep shut."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from netfin_incident.app.desk import Declaration, Desk
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.record import Act
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import (
    MessageState,
    Milestone,
    NoteKind,
    ReportKind,
    Role,
    TaskState,
)
from netfin_incident.store import chain
from netfin_incident.store.journal import Journal, Row
from netfin_incident.store.schema import TRIGGERS
from netfin_incident.store.store import Store, create_store
from story import LI, PLAN, T0, WANG

ROUNDS: Final[tuple[c.Command, ...]] = (
    c.Acknowledge(),
    c.Note("渠道成功率跌至 62 %", NoteKind.FINDING),
    c.AttachPlaybook(PLAN),
    c.AssignRole(Role.SCRIBE, WANG),
    c.GiveTask("Ask the operator for codes", WANG, 600),
    c.MoveTask("T1", TaskState.DONE, "all 504"),
    c.SetMilestone(Milestone.DETECTED, "alarm"),
    c.RecordMessage("customers", "app", "支付暂缓，请稍后再试", MessageState.SENT),
    c.RecordUpwardReport("PBoC", ReportKind.INITIAL, sent_at=T0),
    c.Correct(2, "typo", "渠道成功率跌至 26 %"),
)
"""What happens to each incident of a book, one after another."""


def act(step: int, by: str = LI) -> Act:
    """An act, so many seconds into the story."""
    return Act(T0 + timedelta(seconds=step), by, uid=1000)


def declare(desk: Desk, title: str = "支付通道中断", step: int = 0) -> str:
    """The id of a new incident."""
    declaration = Declaration(title, Severity.S2, "Asia/Shanghai")
    return desk.declare(declaration, act(step)).incident.id


def written(path: Path, incidents: int = 3, rounds: int = len(ROUNDS)) -> Desk:
    """A database in which incidents were worked on in turns, so that their entries interleave."""
    desk = Desk(create_store(path))
    ids = [declare(desk, f"incident {number}", number) for number in range(incidents)]
    for step, command in enumerate(ROUNDS[:rounds], 1):
        for incident in ids:
            desk.handle(incident, act(60 * step), command)
    return desk


def stored(store: Store) -> list[Row]:
    """Every row, in order."""
    with store.reading() as journal:
        return list(journal.tail())


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as somebody with a plain SQLite sees it, without the guards; they come back."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        drop_guards(connection)
        yield connection
        for sql in TRIGGERS.values():
            connection.execute(sql)
    finally:
        connection.close()


def drop_guards(connection: sqlite3.Connection) -> None:
    """Take away what keeps entries from being altered."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")


class Book:
    """A database image of which every test gets its own copy in memory, without guards."""

    def __init__(self, path: Path) -> None:
        """Take the image of the database at `path`."""
        self.image = path.read_bytes()
        connection = self.opened()
        self.rows = Journal(connection).as_stored()
        connection.close()

    def opened(self) -> sqlite3.Connection:
        """A fresh copy."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(self.image)
        drop_guards(connection)
        return connection

    def after(self, *statements: tuple[str, Sequence[object]]) -> list[Row]:
        """The rows after somebody ran `statements`."""
        connection = self.opened()
        try:
            for sql, values in statements:
                connection.execute(sql, values)
            return Journal(connection).as_stored()
        finally:
            connection.close()


def sealed(row: Row, seq: int, previous_anchor: str, previous: str) -> Row:
    """The row as a forger who knows the formulas would leave it, at that place."""
    row = row._replace(
        seq=seq,
        commitment=chain.commitment(row.salt or "", row.body or ""),
        previous=previous,
        previous_anchor=previous_anchor,
    )
    row = row._replace(digest=chain.digest(previous, row.header))
    return row._replace(anchor=chain.anchor(previous_anchor, seq, row.digest))


def rewritten(rows: Sequence[Row], change: Callable[[Row], Row], seq: int) -> list[Row]:
    """The journal with entry `seq` changed, and it and everything after it sealed anew."""
    made: list[Row] = []
    heads: dict[str, str] = {}
    for row in rows:
        new = change(row) if row.seq == seq else row
        anchor = made[-1].anchor if made else chain.GENESIS
        previous = heads.get(new.stream, chain.stream_start(new.stream))
        made.append(sealed(new, row.seq, anchor, previous))
        heads[new.stream] = made[-1].digest
    return made
