"""The shape of the record: what the tables are called and which marks a database of ours bears.

Plain text, so that the hot path can read and append without importing SQLModel; `tables.py` says
the same to SQLModel and a test holds the two together.
"""

from collections.abc import Mapping
from typing import Final

APPLICATION_ID: Final = 0x4E464931
"""Written into the SQLite header ("NFI1"), so that another program's file is never taken for ours."""

REVISION: Final = "0002"
"""The migration this program knows as newest; `alembic_version` holds the database's own."""

REVISIONS: Final = ("0001", "0002")
"""Every migration this program knows, oldest first."""

COLUMNS: Final = (
    "seq", "stream", "version", "kind", "recorded_at", "actor", "known", "for_person", "commitment",
    "previous", "digest", "previous_anchor", "anchor",
)  # fmt: skip
"""Columns of `entry`, in the order they are read."""

TRIGGERS: Final = {
    f"{table}_is_append_only_{verb.lower()}": (
        f"CREATE TRIGGER {table}_is_append_only_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
    for table in ("entry", "body")
    for verb in ("UPDATE", "DELETE")
}
"""Guards against accidents; whoever owns the file can drop them, and `journal verify` would tell."""

TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "alembic_version": ("version_num",),
    "meta": ("name", "value"),
    "entry": COLUMNS,
    "body": ("seq", "salt", "body"),
    "view_cursor": ("name", "seq"),
    "incident_view": (
        "id", "mode", "origin", "title", "service", "alarm_key", "severity", "status", "commander",
        "zone", "declared_at", "last_at", "entries", "next_due_at", "next_due_en", "next_due_zh",
        "wakes_at", "generation", "acknowledged",
    ),
    "notice_view": (
        "key", "incident", "entry", "purpose", "receiver", "contact", "mode", "severity", "made_at",
    ),
    "sending": ("key", "owner", "lease_until", "attempts", "next_at", "last_reason"),
    "watcher": (
        "id", "kind", "host", "pid", "version", "started_at", "last_seen_at", "lag_ms",
    ),
    "clock_mark": ("name", "at"),
}  # fmt: skip
"""Every table with its columns; a database with any other is not opened."""

INDEXES: Final = frozenset(
    {
        "ix_incident_view_alarm_key", "ix_incident_view_mode", "ix_incident_view_status",
        "ix_incident_view_wakes_at", "ix_notice_view_incident", "ix_notice_view_receiver",
        "ix_notice_view_severity", "ix_sending_next_at",
    }
)  # fmt: skip
"""Every index that is not part of a table's own definition."""
