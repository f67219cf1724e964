"""The tables as SQLModel sees them: the schema's source for migrations and for view queries."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, MetaData, UniqueConstraint
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """What all tables share: one naming of constraints, so that migrations can address them."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


class EntryTable(Table, table=True):
    """One journal entry.  Appended once, never updated, never deleted."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("stream", "version"),
        UniqueConstraint("previous_anchor"),
        CheckConstraint("seq > 0", name="seq_from_one"),
    )

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    """Place among all entries, from 1, without gaps."""
    stream: str
    """`incident/INC-2026-0001`."""
    version: int
    """Place in the stream, from 1, without gaps."""
    kind: str
    """Stable name of the event."""
    recorded_at: str
    """When it was recorded: fixed-width UTC text."""
    actor: str
    """Opaque id of the person at the keyboard."""
    known: str
    """How that person is known."""
    for_person: str
    """Opaque id of the person it was done for; empty where for oneself."""
    commitment: str
    """Salted hash of the body."""
    previous: str
    """Digest of the entry before it in the stream."""
    digest: str
    previous_anchor: str
    """Anchor of the entry before it in the journal; unique, so the journal can never fork."""
    anchor: str


class BodyTable(Table, table=True):
    """What an entry says; beside the entry, so that it can be erased without breaking the chain."""

    __tablename__ = "body"

    seq: int = Field(
        primary_key=True, foreign_key="entry.seq", sa_column_kwargs={"autoincrement": False}
    )
    salt: str
    body: str


class MetaTable(Table, table=True):
    """Facts about this database: its uuid, when it was made, whether it is for tests or a demo."""

    __tablename__ = "meta"

    name: str = Field(primary_key=True)
    value: str


class ViewCursorTable(Table, table=True):
    """How far each view has read the journal."""

    __tablename__ = "view_cursor"

    name: str = Field(primary_key=True)
    seq: int


class IncidentViewTable(Table, table=True):
    """One line per incident for lists; rebuilt from the journal at will."""

    __tablename__ = "incident_view"
    __table_args__ = (Index(None, "wakes_at", "id"),)

    id: str = Field(primary_key=True)
    mode: str = Field(index=True)
    origin: str
    title: str
    service: str
    alarm_key: str = Field(index=True)
    severity: int
    status: str = Field(index=True)
    commander: str
    zone: str
    declared_at: str
    last_at: str
    entries: int
    next_due_at: str
    """Fixed-width UTC text; empty where nothing is owed."""
    next_due_en: str
    next_due_zh: str
    wakes_at: str
    """When time alone will next make something due: fixed-width UTC text; empty for never."""
    generation: int
    """Of the escalation under way; 0 where there is none."""
    acknowledged: int
    """How many people have acknowledged."""


class NoticeViewTable(Table, table=True):
    """One line per notice that is still to be sent; rebuilt from the journal at will."""

    __tablename__ = "notice_view"
    __table_args__ = (
        Index(None, "severity", "made_at", "key"),
        Index(None, "receiver", "contact"),
    )

    key: str = Field(primary_key=True)
    incident: str = Field(index=True)
    entry: int
    """Number of the entry that owes it."""
    purpose: str
    receiver: str
    """Person id, or the name of a channel."""
    contact: str
    """Id of the contact; empty for a channel."""
    mode: str
    severity: int
    made_at: str


class SendingTable(Table, table=True):
    """Who is sending a notice, and how often it was tried; losing it loses no history."""

    __tablename__ = "sending"

    key: str = Field(primary_key=True)
    owner: str
    """Id of the watcher that is sending it; empty where nobody is."""
    lease_until: str
    """Until when that watcher is waited for."""
    attempts: int
    next_at: str = Field(index=True)
    """When it may be claimed again: the end of the lease, or of a pause; empty for at once."""
    last_reason: str
    """The channel's word for why the last attempt failed."""


class WatcherTable(Table, table=True):
    """The heartbeat of one watcher."""

    __tablename__ = "watcher"

    id: str = Field(primary_key=True)
    kind: str
    host: str
    pid: int
    version: str
    started_at: str
    last_seen_at: str
    lag_ms: int
    """How late its last tick was."""


class ClockMarkTable(Table, table=True):
    """Moments that are only ever moved forward: how far the clock has come, who was seen last."""

    __tablename__ = "clock_mark"

    name: str = Field(primary_key=True)
    at: str
