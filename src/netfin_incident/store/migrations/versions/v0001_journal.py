"""The journal, its guards, and the first view."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_GUARDED = ("entry", "body")


def upgrade() -> None:
    """Create every table of the first release."""
    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.Column(name, sa.Integer() if name == "version" else sa.String(), nullable=False)
            for name in (
                "stream", "version", "kind", "recorded_at", "actor", "known", "for_person", "commitment",
                "previous", "digest", "previous_anchor", "anchor",
            )
        ),
        sa.CheckConstraint("seq > 0", name="seq_from_one"),
        sa.PrimaryKeyConstraint("seq", name="pk_entry"),
        sa.UniqueConstraint("stream", "version", name="uq_entry_stream_version"),
        sa.UniqueConstraint("previous_anchor", name="uq_entry_previous_anchor"),
    )
    op.create_table(
        "body",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["entry.seq"], name="fk_body_seq_entry"),
        sa.PrimaryKeyConstraint("seq", name="pk_body"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "view_cursor",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_view_cursor"),
    )
    op.create_table(
        "incident_view",
        sa.Column("id", sa.String(), nullable=False),
        *(
            sa.Column(
                name,
                sa.Integer() if name in ("severity", "entries") else sa.String(),
                nullable=False,
            )
            for name in (
                "mode", "origin", "title", "service", "alarm_key", "severity", "status", "commander",
                "zone", "declared_at", "last_at", "entries", "next_due_at", "next_due_en",
                "next_due_zh",
            )
        ),
        sa.PrimaryKeyConstraint("id", name="pk_incident_view"),
    )
    for column in ("alarm_key", "mode", "status"):
        op.create_index(f"ix_incident_view_{column}", "incident_view", [column])
    for table in _GUARDED:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_is_append_only_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            )
