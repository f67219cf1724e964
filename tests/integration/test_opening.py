"""Opening a database: what is not one, not whole, not ours or not safe is refused in words."""

import os
import sqlite3
from pathlib import Path

import pytest

from netfin_incident.store.store import create_store, open_store
from opening import refused, run


def test_a_missing_database_is_not_made_by_opening_it(tmp_path: Path) -> None:
    for path in (tmp_path / "none.db", tmp_path / "no" / "folder.db", tmp_path / "f" / "x.db"):
        (tmp_path / "f").write_text("a file, not a folder")
        assert refused(path).slug == "database-missing"
        assert not path.exists()


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"", "database-empty"),
        (b"not a database\n", "database-is-other-file"),
        ("处置日志".encode(), "database-is-other-file"),
        (b"SQLite format 3\0", "database-truncated"),
        (b"\0" * 8192, "database-is-other-file"),
        (b"SQLite format 3\0" + b"\0" * 8176, "database-of-other-program"),
    ],
)
def test_a_file_that_is_no_database_is_named_for_what_it_is(
    tmp_path: Path, content: bytes, slug: str
) -> None:
    path = tmp_path / "netfin.db"
    path.write_bytes(content)
    for opening in (open_store, create_store):
        assert refused(path, opening).slug == slug
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE entry (seq INTEGER)", "PRAGMA application_id = 7")
    before = path.read_bytes()
    assert refused(path).slug == "database-of-other-program"
    assert path.read_bytes() == before


@pytest.mark.parametrize("left", [101, 4096, 4097, 8192, -4096, -1])
def test_a_database_whose_end_was_cut_off_is_named(path: Path, left: int) -> None:
    content = path.read_bytes()[:left]
    path.write_bytes(content)
    assert refused(path).slug == "database-truncated"
    assert path.read_bytes() == content


def test_a_page_of_zeros_is_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)
    assert refused(path).slug in ("database-damaged", "schema-incomplete")


def test_a_newer_schema_is_not_touched(path: Path) -> None:
    run(path, "UPDATE alembic_version SET version_num = '0999'", "CREATE TABLE later (x)")
    before = path.read_bytes()
    newer = refused(path)
    assert (newer.slug, newer.values["theirs"]) == ("schema-newer", "0999")
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", ["''", "'0000'", "x'00'", "'0001 '"])
def test_a_schema_that_says_nothing_known_is_refused(path: Path, version: str) -> None:
    run(path, f"UPDATE alembic_version SET version_num = {version}")  # noqa: S608
    assert refused(path).slug == "schema-newer"


ENDLESS = (
    "CREATE VIEW incident_view AS WITH RECURSIVE c(x) AS "
    "(SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"
)


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (["CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM meta; END"], "t"),
        (
            [
                "DROP TRIGGER entry_is_append_only_delete",
                "CREATE TRIGGER entry_is_append_only_delete BEFORE DELETE ON entry BEGIN SELECT 1; END",
            ],
            "entry_is_append_only_delete",
        ),
        (["CREATE VIEW v AS SELECT 1"], "v"),
        (
            [
                "DROP TABLE incident_view",
                ENDLESS,
            ],
            "incident_view",
        ),
        (["CREATE TABLE loot (x)"], "loot"),
        (["CREATE VIRTUAL TABLE loot USING fts5(x)"], "loot"),
        (["CREATE INDEX slow ON entry (hex(kind))"], "slow"),
        (["ALTER TABLE meta ADD COLUMN more"], "meta"),
        (["ALTER TABLE meta ADD COLUMN made AS (hex(name))"], "meta"),
        (["ALTER TABLE body RENAME COLUMN body TO text"], "body"),
    ],
)
def test_what_this_program_never_made_is_not_run(
    path: Path, statements: list[str], name: str
) -> None:
    if any("fts5" in sql for sql in statements) and not _has_fts5():
        pytest.skip("this SQLite is built without fts5")
    run(path, *statements)
    foreign = refused(path)
    assert foreign.slug == "schema-foreign"
    assert str(foreign.values["name"]).startswith(name)


def _has_fts5() -> bool:
    connection = sqlite3.connect(":memory:")
    options = [option for (option,) in connection.execute("PRAGMA compile_options")]
    connection.close()
    return "ENABLE_FTS5" in options


@pytest.mark.parametrize("table", ["entry", "body", "meta", "alembic_version", "view_cursor"])
def test_a_missing_table_is_named(path: Path, table: str) -> None:
    run(path, "PRAGMA foreign_keys = OFF", f"DROP TABLE {table}")
    incomplete = refused(path)
    assert (incomplete.slug, incomplete.values["name"]) == ("schema-incomplete", table)


def test_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    for target in (path, tmp_path / "nowhere", Path("/etc/shadow")):
        link = tmp_path / "link.db"
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        for opening in (open_store, create_store):
            assert refused(link, opening).slug == "database-is-link"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_a_pipe_and_a_device_are_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(tmp_path).slug == "database-is-folder"
    for path in (pipe, Path("/dev/zero")):
        for opening in (open_store, create_store):
            assert refused(path, opening).slug == "database-is-device"
