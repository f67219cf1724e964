"""Database files that are not what they should be, or not what they were."""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shell import Shell

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def incident(shell: Shell) -> str:
    """An incident with a few entries."""
    said = shell.here("declare", "Channel A is down", "--sev", "2")
    assert said.code == 0, said
    for text in ("one", "two", "three"):
        assert shell.here("note", said.answer, text).code == 0
    return said.answer


def refuses_everything(shell: Shell, number: str) -> None:
    """Reading and writing are refused in one line each, and the file stays as it is."""
    before = shell.database.read_bytes() if shell.database.is_file() else None
    for words in (
        ("list",),
        ("note", "1", "x"),
        ("journal", "verify"),
        ("declare", "x", "--sev", "2"),
    ):
        said = shell.here(*words)
        assert (said.code, said.out) == (5, ""), (words, said)
        assert said.err.count("\n") == 1, said.err
        assert number in said.err, said.err
    assert (shell.database.read_bytes() if shell.database.is_file() else None) == before


def altered(shell: Shell, *statements: str) -> None:
    """Change the database behind the program's back, guards or no guards."""
    with closing(sqlite3.connect(shell.database)) as connection, connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)


def test_a_missing_database_is_made_by_declaring_only(shell: Shell) -> None:
    for words in (("list",), ("note", "1", "x"), ("journal", "verify"), ("journal", "export")):
        said = shell.here(*words)
        assert (said.code, said.out) == (5, "")
        assert str(shell.database) in said.err
    assert not shell.database.exists()
    said = shell.here("declare", "x", "--sev", "2")
    assert said.code == 0
    assert f"a new database was made: {shell.database}" in said.err
    assert "made" not in shell.here("declare", "y", "--sev", "2").err
    assert shell.database.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database\n" * 200, b"SQLite format 3\x00"],
    ids=["empty", "text", "stub"],
)
def test_a_file_that_is_no_database_is_refused(shell: Shell, content: bytes) -> None:
    shell.database.write_bytes(content)
    refuses_everything(shell, "NF-3")


def test_a_truncated_database_is_refused(shell: Shell, incident: str) -> None:
    assert incident
    content = shell.database.read_bytes()
    shell.database.write_bytes(content[: len(content) // 2])
    refuses_everything(shell, "NF-3")


def test_a_database_of_another_program_is_refused(shell: Shell) -> None:
    with closing(sqlite3.connect(shell.database)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    refuses_everything(shell, "NF-3")


def test_a_database_of_a_newer_program_is_refused(shell: Shell, incident: str) -> None:
    assert incident
    altered(shell, "UPDATE alembic_version SET version_num = '9999'")
    refuses_everything(shell, "NF-3")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON entry BEGIN DELETE FROM meta; END",
        "CREATE VIEW spy AS SELECT * FROM body",
    ],
)
def test_a_foreign_part_of_the_schema_is_refused(
    shell: Shell, incident: str, statement: str
) -> None:
    assert incident
    with closing(sqlite3.connect(shell.database)) as connection, connection:
        connection.execute(statement)
    refuses_everything(shell, "NF-3")


def test_a_link_a_folder_and_a_device_are_refused(shell: Shell, incident: str) -> None:
    assert incident
    real = shell.home / "real.db"
    shutil.move(shell.database, real)
    shell.database.symlink_to(real)
    refuses_everything(shell, "NF-3")
    shell.database.unlink()
    shell.database.mkdir()
    refuses_everything(shell, "NF-3")
    shell.database.rmdir()
    os.mkfifo(shell.database)
    refuses_everything(shell, "NF-3")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_database_can_be_read(shell: Shell, incident: str) -> None:
    shell.database.chmod(0o400)
    assert incident in shell.here("list").out
    said = shell.here("note", incident, "x")
    assert (said.code, said.out) == (5, "")


def test_text_slipped_into_a_list_cannot_steer_the_terminal(shell: Shell, incident: str) -> None:
    assert incident in shell.here("list").out
    with closing(sqlite3.connect(shell.database)) as connection, connection:
        connection.execute("UPDATE incident_view SET title = 'x\x1b[2J\x9b31m' || char(8238)")
    for words in (("list",), ("list", "--json")):
        said = shell.here(*words)
        assert said.code == 0
        assert CONTROLS.search(said.out) is None
        assert "\u202e" not in said.out


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("UPDATE body SET body = replace(body, 'two', 'six') WHERE seq = 3", "#3"),
        ("UPDATE entry SET actor = 'somebody' WHERE seq = 2", "#2"),
        ("UPDATE entry SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3", "#3"),
        ("UPDATE body SET body = CAST(x'ff' || substr(body, 2) AS TEXT) WHERE seq = 3", "#3"),
        ("DELETE FROM body WHERE seq = 2", "#2"),
        ("DELETE FROM entry WHERE seq = 3", "#3"),
    ],
    ids=["text", "actor", "time", "no text", "lost text", "removed"],
)
def test_verify_names_the_entry_that_is_not_as_it_was(
    shell: Shell, incident: str, statement: str, names: str
) -> None:
    assert incident
    altered(shell, statement)
    said = shell.here("journal", "verify")
    assert said.code == 5
    assert said.out.count("\n") == 1
    assert f"ntry {names}" in said.out
    found = shell.here("journal", "verify", "--json")
    assert (found.code, found.json["good"], found.json["finding"]["seq"]) == (
        5,
        False,
        int(names[1:]),
    )


def test_a_cut_tail_is_found_by_whoever_saw_it(shell: Shell, incident: str) -> None:
    assert incident
    head = shell.here("journal", "head").answer
    altered(shell, "DELETE FROM entry WHERE seq = 4", "DELETE FROM body WHERE seq = 4")
    said = shell.here("journal", "verify")
    assert said.code == 5
    assert "cut" in said.out
    assert "netfin-incident/" in said.err  # where the head seen last is remembered
    stranger = {"XDG_STATE_HOME": str(shell.home / "stranger")}
    assert shell.here("journal", "verify", **stranger).code == 0
    assert shell.here("journal", "verify", "--expect", head, **stranger).code == 5


def test_writing_on_does_not_hide_that_the_tail_was_cut(shell: Shell, incident: str) -> None:
    altered(shell, "DELETE FROM entry WHERE seq = 4", "DELETE FROM body WHERE seq = 4")
    for _ in range(2):
        said = shell.here("note", incident, "later")
        assert said.code == 0
        assert "journal verify" in said.err
    assert shell.here("journal", "verify").code == 5


def test_a_lost_guard_is_named(shell: Shell, incident: str) -> None:
    assert incident
    with closing(sqlite3.connect(shell.database)) as connection, connection:
        connection.execute("DROP TRIGGER entry_is_append_only_delete")
    said = shell.here("journal", "verify")
    assert said.code == 5
    assert "entry_is_append_only_delete" in said.out + said.err


def test_an_export_that_was_changed_is_named_and_never_imported(
    shell: Shell, incident: str
) -> None:
    assert incident
    export = shell.home / "journal.jsonl"
    assert shell.here("journal", "export", "--out", str(export)).code == 0
    export.write_bytes(export.read_bytes().replace(b"two", b"six"))
    said = shell.here("journal", "verify", str(export))
    assert (said.code, "#3" in said.out) == (5, True)
    other = shell.home / "other.db"
    said = shell.here("journal", "import", str(export), "--db", str(other))
    assert (said.code, said.out) == (5, "")
    assert not other.exists()


def test_one_incidents_export_is_checked_alone(shell: Shell, incident: str) -> None:
    assert shell.here("declare", "Another", "--sev", "3").code == 0
    exported = shell.here("journal", "export", "--incident", incident)
    assert exported.out.count("\n") == 1 + 4
    said = shell.here("journal", "verify", "-", stdin=exported.out.encode())
    assert said.code == 0
    assert "4 entries" in said.out
