"""Bringing a database to the newest schema, with Alembic and the migrations in this package."""

import sqlite3

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool


def upgrade(connection: sqlite3.Connection) -> None:
    """Run every migration that is still missing, all in one transaction or none.

    The caller's connection is in autocommit mode and is left so.

    Raises:
        sqlite3.Error: what the database said, as on any other statement.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    # SQLAlchemy ends whatever transaction it finds when it first looks at a database.
    with engine.connect() as bound:
        connection.execute("BEGIN IMMEDIATE")
        try:
            config = Config()
            config.set_main_option("script_location", "netfin_incident:store/migrations")
            config.attributes["connection"] = bound
            command.upgrade(config, "head")
        except DBAPIError as error:
            raise error.orig or error from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
