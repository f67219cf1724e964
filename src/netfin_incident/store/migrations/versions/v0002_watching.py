"""What the watcher needs: when each incident wakes, the notices owed, leases, heartbeats, marks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBERS = ("severity", "entries", "entry", "attempts", "pid", "lag_ms", "generation", "acknowledged")


def upgrade() -> None:
    """Drop the view, which is folded anew from the journal, and add the tables of the watcher."""
    op.execute("DELETE FROM view_cursor WHERE name = 'incident_view'")
    op.drop_table("incident_view")
    _create(
        "incident_view",
        "id",
        "mode",
        "origin",
        "title",
        "service",
        "alarm_key",
        "severity",
        "status",
        "commander",
        "zone",
        "declared_at",
        "last_at",
        "entries",
        "next_due_at",
        "next_due_en",
        "next_due_zh",
        "wakes_at",
        "generation",
        "acknowledged",
    )
    for column in ("alarm_key", "mode", "status"):
        op.create_index(f"ix_incident_view_{column}", "incident_view", [column])
    op.create_index("ix_incident_view_wakes_at", "incident_view", ["wakes_at", "id"])
    _create(
        "notice_view",
        "key",
        "incident",
        "entry",
        "purpose",
        "receiver",
        "contact",
        "mode",
        "severity",
        "made_at",
    )
    op.create_index("ix_notice_view_incident", "notice_view", ["incident"])
    op.create_index("ix_notice_view_severity", "notice_view", ["severity", "made_at", "key"])
    op.create_index("ix_notice_view_receiver", "notice_view", ["receiver", "contact"])
    _create("sending", "key", "owner", "lease_until", "attempts", "next_at", "last_reason")
    op.create_index("ix_sending_next_at", "sending", ["next_at"])
    _create(
        "watcher", "id", "kind", "host", "pid", "version", "started_at", "last_seen_at", "lag_ms"
    )
    _create("clock_mark", "name", "at")


def _create(table: str, key: str, *columns: str) -> None:
    op.create_table(
        table,
        sa.Column(key, sa.String(), nullable=False),
        *(
            sa.Column(name, sa.Integer() if name in _NUMBERS else sa.String(), nullable=False)
            for name in columns
        ),
        sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
    )
